<?php
/* app.php - from the request to its answer. */
declare(strict_types=1);

/** Ends a request with the status in its code. */
final class Refused extends RuntimeException
{
}

/** @return int the status */
function answer(): int
{
    $method = $_SERVER['REQUEST_METHOD'];
    $path = $_SERVER['SCRIPT_NAME'];
    $page = match (true) {
        $method === 'GET' && $path === '/tokutei/office' => 'office_show',
        $method === 'GET' && $path === '/tokutei/offices' => 'offices_show',
        $method === 'POST' && $path === '/tokutei/office' => 'office_post',
        $method === 'GET' && $path === '/tokutei/list' => 'worklist_show',
        default => throw new Refused('', 404),
    };
    $session = session_open($path);
    if ($session === null) {
        return go('/account/login?next=' . rawurlencode($path));
    }
    $may = $page === 'worklist_show' ? in_array($session['role'], ['reviewer', 'registrar'], true)
        : $session['role'] === 'drafter' && $session['application_state'] === 'draft';
    if (!$may) {
        throw new Refused('', 403);
    }
    return $page($session);
}

function send_html(string $html): int
{
    header('Content-Type: text/html; charset=UTF-8');
    header('Content-Length: ' . strlen($html));
    header('Cache-Control: no-store');
    echo $html;
    return 200;
}

function go(string $url): int
{
    http_response_code(303);
    header("Location: $url");
    header('Cache-Control: no-store');
    return 303;
}

function refuse(int $status): void
{
    http_response_code($status);
    header('Content-Type: text/plain; charset=UTF-8');
    echo $status, "\n";
}

/** One line of JSON for each request, as ours. */
function log_request(int $began, int $status): void
{
    $line = json_encode([
        't' => gmdate('Y-m-d\TH:i:s\Z'),
        'event' => 'request',
        'rid' => $_SERVER['REQUEST_ID'],
        'screen' => $_SERVER['SCRIPT_NAME'],
        'method' => $_SERVER['REQUEST_METHOD'],
        'status' => $status,
        'us' => intdiv(hrtime(true) - $began, 1000),
        'statements' => Db::$count,
    ], JSON_UNESCAPED_SLASHES);
    error_log("$line\n", 3, $_SERVER['REQUEST_LOG']);
}
