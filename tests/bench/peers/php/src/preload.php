<?php
/* preload.php - all functions are there before the first request. */
declare(strict_types=1);

foreach (['app', 'db', 'session', 'options', 'html', 'text', 'office', 'pages', 'worklist'] as $name) {
    require __DIR__ . "/$name.php";
}
