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
        $binds = $statement === 'prefecture_options' || $statement === 'type_names' ? [] : ['now' => Db::now()];
        foreach (Db::all($statement, $args + $binds) as $row) {
            $list[$row['value']] = $row['label'];
        }
        apcu_store($key, $list, 60);
    }
    return $read[$key] = $list;
}
