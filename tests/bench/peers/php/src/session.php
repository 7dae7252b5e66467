<?php
/* session.php - who asks, and whether a form is ours. */
declare(strict_types=1);

/** The row of the session, or null; one statement, also for the form key. */
function session_open(string $path): ?array
{
    $cookie = $_COOKIE['sid'] ?? '';
    if (!is_string($cookie) || !preg_match('/^[A-Za-z0-9_-]{43}$/', $cookie)) {
        return null;
    }
    $token = hash('sha256', $cookie, true);
    $id = $_POST['id'] ?? $_GET['id'] ?? '';
    $who = $_SERVER['SITE'] === 'intranet' ? 'session_staff' : 'session_load';
    $sent = $_SERVER['REQUEST_METHOD'] === 'POST' ? ['key' => sent_key()] : [];
    $s = Db::one($sent ? "{$who}_sent" : $who, $sent + [
        'token' => $token,
        'site' => $_SERVER['SITE'],
        'place' => "{$_SERVER['SITE']}$path:" . (is_string($id) && $path !== '/tokutei/offices' ? $id : ''),
    ]);
    if ($s === null) {
        return null;
    }
    $now = time();
    $seen = strtotime($s['seen_at'] . ' UTC');
    $idle = (int) $s['idle_seconds'];
    $ends = strtotime($s['ends_at'] . ' UTC');
    if ($now >= $ends || $now >= $seen + $idle || $s['account_state'] === 'disabled') {
        return null;
    }
    if ($now - $seen >= 60) {
        Db::transaction(fn () => Db::exec('session_touch', [
            'session' => (int) $s['session'], 'now' => Db::now(),
        ]));
    }
    return $s + [
        'cookie' => $cookie,
        'owner' => $token,
        'kept_owner' => str_repeat("\0", 16) . ($s['application_id'] ?? ''),
        'expires' => min($now + $idle, $ends),
        'form_token' => form_token($cookie),
        'form_key' => bin2hex(random_bytes(16)),
    ];
}

function form_token(string $cookie): string
{
    return rtrim(strtr(base64_encode(hash('sha256', "form:$cookie", true)), '+/', '-_'), '=');
}

/** The same form sent again has the same key: it is of all that it says. */
function sent_key(): string
{
    $key = $_POST['key'] ?? '';
    if (!is_string($key) || !preg_match('/^[0-9a-f]{32}$/', $key)) {
        return str_repeat("\0", 16);
    }
    $all = '';
    foreach ($_POST as $name => $value) {
        $all .= is_string($value) ? "$name=$value\x1f" : '';
    }
    return substr(hash('sha256', $all, true), 0, 16);
}

/** Origin and token of a POST. */
function guard(array $session): void
{
    $from = $_SERVER['HTTP_SEC_FETCH_SITE'] ?? '';
    if ($from !== '' ? $from !== 'same-origin'
        : ($_SERVER['HTTP_ORIGIN'] ?? '') !== $_SERVER['ORIGIN']) {
        throw new Refused('', 403);
    }
    $sent = $_POST['token'] ?? '';
    if (!is_string($sent) || !hash_equals($session['form_token'], $sent)) {
        throw new Refused('', 403);
    }
}
