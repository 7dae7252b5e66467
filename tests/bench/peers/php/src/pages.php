<?php
/* pages.php - the two pages: what they read, and their templates. */
declare(strict_types=1);

/** How far the draft has come; nobody without an applicant gets here. */
function progress(array $session): array
{
    $p = Db::one('application_progress', [
        'my_draft' => (int) $session['draft'],
        'my_application' => (int) $session['application'],
    ]);
    if ($p === null || $p['founder'] === '' || !(int) $p['applicant']) {
        throw new Refused('', 409);
    }
    return $p;
}

function office_show(array $session): int
{
    $p = progress($session);
    [$o, $businesses] = office_load($session, office_id($_GET['id'] ?? ''));
    $institutions = Db::all('office_institutions', ['my_draft' => (int) $session['draft']]);
    return send_html(render('office', [
        'session' => $session,
        'agency' => (bool) $p['agency'],
        'id' => bin2hex($o['id']),
        'o' => $o,
        'businesses' => $businesses,
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
    $types = Db::all('office_totals', $draft);
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
