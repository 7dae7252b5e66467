<?php
/* worklist.php - 作業一覧, ordered by time: what it reads, and its template. */
declare(strict_types=1);

/** The conditions in the order of the address, and what each may be; a
 * statement: of the master table. Constants of a class outlive preloading. */
final class Worklist
{
    public const PAGE = 50;
    public const FIRST = '10000101000000';
    public const CHOICES = [
        'pref' => 'prefecture_options',
        'type' => 'type_options',
        'founder' => ['private', 'public'],
        'size' => ['1', '2', '3', '4'],
        'whose' => ['mine', 'nobody'],
        'age' => ['7', '14', '30', '60'],
        'state' => ['open', 'inquiry', 'answered', 'confirmed', 'done'],
    ];
}

/** value => label of a condition's list. */
function worklist_options(string $field): array
{
    $choices = Worklist::CHOICES[$field];
    if (is_string($choices)) {
        return options($choices);
    }
    $list = [];
    foreach ($choices as $code) {
        $list[$code] = html_entity_decode(t("form.worklist.$field.$code"), ENT_QUOTES);
    }
    return $list;
}

/** What was asked for, without what nobody may ask for. */
function worklist_filter(): array
{
    $filter = [];
    foreach (Worklist::CHOICES as $field => $choices) {
        $filter[$field] = one_of(asked($field), is_string($choices) ? options($choices) : array_flip($choices));
    }
    $filter['state'] = $filter['state'] ?: 'open';
    return $filter;
}

function worklist_url(string $path, array $filter, array $more = []): string
{
    return "$path?" . http_build_query(array_filter($filter + ['sort' => 'since'] + $more, fn ($v) => $v !== ''));
}

/** Is anything asked for but a state? */
function worklist_narrowed(array $filter): bool
{
    return implode('', array_diff_key($filter, ['state' => 1])) !== '';
}

/** The index that is narrowest serves the list. */
function worklist_serves(array $filter): string
{
    return match (true) {
        !worklist_narrowed($filter) => 'all',
        $filter['whose'] === 'mine' => 'mine',
        $filter['type'] !== '' => 'type',
        $filter['pref'] !== '' => 'pref',
        $filter['size'] !== '' => 'size',
        $filter['whose'] === 'nobody' => 'nobody',
        $filter['founder'] !== '' => 'founder',
        default => 'since',
    };
}

/** @return array{array, array, string, string} rows, counts of states, and the addresses of the pages before and after */
function worklist_page(array $me, array $filter, array $ask): array
{
    $at = [Worklist::FIRST, 0];
    $way = 'after';
    foreach (['before', 'after'] as $name) {
        if (preg_match('/^([0-9]{14}\.[0-9]{6})-([0-9]{1,18})$/', asked($name), $m)) {
            [$way, $at] = [$name, [$m[1], (int) $m[2]]];
            break;
        }
    }
    $rows = Db::all('worklist_' . worklist_serves($filter) . "_$way", $me + $ask + [
        'at' => $at[0], 'at_id' => $at[1], 'limit' => Worklist::PAGE + 1,
    ]);
    $counts = [];
    while ($rows !== [] && $rows[count($rows) - 1]['id'] === null) {
        $one = array_pop($rows);
        $counts[$one['state']] = $one['persons'];
    }
    $more = count($rows) > Worklist::PAGE;
    $rows = array_slice($rows, 0, Worklist::PAGE);
    if ($way === 'before') {
        $rows = array_reverse($rows);
    }
    $url = fn (string $name, array $row) => worklist_url('/tokutei/list', $filter, [$name => preg_replace('/[^0-9.]/', '', $row['at']) . '-' . $row['unit']]);
    $before = $way === 'before' ? $more : $at[1] !== 0;
    $after = $way === 'before' || $more;
    return [
        $rows,
        $counts,
        $rows !== [] && $before ? $url('before', $rows[0]) : '',
        $rows !== [] && $after ? $url('after', $rows[count($rows) - 1]) : '',
    ];
}

function worklist_show(array $session): int
{
    $filter = worklist_filter();
    $me = [
        'my_role' => $session['role'],
        'my_ministry' => $session['role'] === 'registrar' ? 0 : (int) $session['ministry'],
        'my_account' => (int) $session['account'],
        'now' => Db::now(),
    ];
    $ask = [
        'state' => $filter['state'],
        'pref' => $filter['pref'],
        'type' => $filter['type'],
        'founder' => $filter['founder'],
        'size' => (int) $filter['size'],
        'whose' => $filter['whose'],
        'days' => (int) $filter['age'],
        'overdue' => 0,
    ];
    $narrowed = worklist_narrowed($filter);
    [$rows, $counts, $prev, $next] = worklist_page($me, $filter, $narrowed ? $ask : ['state' => $filter['state']]);
    if ($narrowed) {
        $found = Db::all('worklist_' . worklist_serves($filter) . '_count', $me + $ask);
        $counts = array_column($found, 'units', 'state');
    }
    return send_html(render('worklist', [
        'session' => $session,
        'filter' => $filter,
        'rows' => $rows,
        'prev' => $prev,
        'next' => $next,
        'counts' => $counts,
        'hits' => min(1000, (int) ($counts['hits'] ?? 1000)),
        'narrowed' => $narrowed,
        'prefs' => options('prefecture_options'),
        'colleagues' => options('worklist_colleagues'),
        'more' => (int) ($counts['hits'] ?? 0) > 1000,
    ]));
}
