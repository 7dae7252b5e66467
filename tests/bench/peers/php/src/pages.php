<?php
/* pages.php - the two pages: what they read, and their templates. */
declare(strict_types=1);

/** Nobody without an applicant gets here; the session's row says it. */
function progress(array $session): array
{
    if (($session['founder'] ?? '') === '' || !(int) $session['applicant']) {
        throw new Refused('', 409);
    }
    return $session;
}

function office_show(array $session): int
{
    $p = progress($session);
    [$o, $businesses] = office_load($session, office_id($_GET['id'] ?? ''));
    $chosen = $o['inst_secured'] === 'yes' && $o['inst_name'] !== '' && asked('inst') !== 'choose';
    $institutions = $chosen ? [] : Db::all('office_institutions', ['my_draft' => (int) $session['draft']]);
    return send_html(render('office', [
        'session' => $session,
        'agency' => (bool) $p['agency'],
        'id' => bin2hex($o['id']),
        'o' => $o,
        'businesses' => $businesses,
        'chosen' => $chosen,
        'institutions' => $institutions,
    ]));
}

/** Names for "T02,T05". */
function type_names(string $codes): string
{
    $names = options('type_names');
    $list = [];
    foreach (explode(',', $codes) as $code) {
        if (isset($names[$code])) {
            $list[] = $names[$code];
        }
    }
    return implode('、', $list);
}

/** 1 … n-1 n n+1 … last; null is a gap. */
function page_numbers(int $page, int $last): array
{
    $numbers = [];
    $before = 0;
    for ($i = 1; $i <= $last; $i++) {
        if ($i !== 1 && $i !== $last && abs($i - $page) > 1) {
            continue;
        }
        if ($i > $before + 1) {
            $numbers[] = null;
        }
        $numbers[] = $before = $i;
    }
    return $numbers;
}

function offices_show(array $session): int
{
    $draft = ['my_draft' => (int) $session['draft']];
    $p = progress($session);
    $filter = [
        'q' => search_pattern(asked('q')),
        'pref' => one_of(asked('pref'), options('prefecture_options')),
        'type' => one_of(asked('type'), options('type_options')),
        'inst' => asked('inst') === 'no' ? 'no' : '',
    ];
    $sort = one_of(asked('sort'), ['number' => 1, 'kana' => 1, 'place' => 1, 'persons' => 1]) ?: 'number';
    $types = asked('types') === '1' ? Db::all('office_totals', $draft) : [];
    $count = implode('', $filter) === '' ? (int) $p['offices']
        : (int) Db::one('office_count', $draft + $filter)['count'];
    $size = 50;
    $last = max(1, intdiv($count + $size - 1, $size));
    $page = min(max(1, (int) asked('page')), $last);
    $rows = Db::all("office_by_$sort", $draft + $filter + ['limit' => $size, 'offset' => ($page - 1) * $size]);
    return send_html(render('offices', [
        'session' => $session,
        'p' => $p,
        'types' => $types,
        'q' => asked('q'),
        'pref' => $filter['pref'],
        'type_code' => $filter['type'],
        'inst' => $filter['inst'],
        'sort' => $sort,
        'count' => $count,
        'page' => $page,
        'last' => $last,
        'numbers' => page_numbers($page, $last),
        'rows' => $rows,
    ]));
}

function asked(string $name): string
{
    $value = $_GET[$name] ?? '';
    return is_string($value) && mb_check_encoding($value, 'UTF-8') ? trim($value) : '';
}

function one_of(string $value, array $list): string
{
    return isset($list[$value]) ? $value : '';
}
