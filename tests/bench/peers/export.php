<?php
/*
 * export.php - what prepare.php has made, as JSON for the peers that are not PHP.
 *
 *	php export.php FOLDER
 */
declare(strict_types=1);

[, $folder] = $argv;
foreach (['statements', 'messages'] as $name) {
    file_put_contents("$folder/$name.json", json_encode(
        require "$folder/$name.php",
        JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR,
    ));
}
