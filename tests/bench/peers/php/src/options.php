<?php
/*
 * options.php - lists of the master tables: the same for everybody, read at most
 * once a minute (APCu), as ours.
 */
declare(strict_types=1);

/** @return array<string, string> code => name */
function options(string $statement, array $args = []): array
{
    static $read = [];
    $key = $statement . ':' . implode(':', $args);
    if (isset($read[$key])) {
        return $read[$key];
    }
    $list = apcu_fetch($key, $found);
    if (!$found) {
        $list = [];
        $timeless = ['prefecture_options', 'type_names', 'place_names', 'worklist_colleagues'];
        $binds = in_array($statement, $timeless, true) ? [] : ['now' => Db::now()];
        foreach (Db::all($statement, $args + $binds) as $row) {
            $list[$row['value']] = $row['label'];
        }
        apcu_store($key, $list, 60);
    }
    return $read[$key] = $list;
}

/** The name of a prefecture or a municipality: each stands for itself, so that a
 * page does not fetch two thousand of them. */
function place_name(string $code): string
{
    $name = apcu_fetch("place:$code", $found);
    if ($found || $code === '') {
        return $found ? $name : '';
    }
    foreach (options('place_names') as $one => $text) {
        apcu_store("place:$one", $text, 60);
    }
    return apcu_fetch("place:$code") ?: '';
}
