<?php
/*
 * index.php - the one entrance: session, page, answer. Everything that it calls
 * was preloaded.
 */
declare(strict_types=1);

$began = hrtime(true);
$status = 500;
try {
    $status = answer();
} catch (Refused $e) {
    $status = $e->getCode();
    refuse($status);
} catch (Throwable $e) {
    error_log((string) $e);
    refuse(500);
}
log_request($began, $status);
