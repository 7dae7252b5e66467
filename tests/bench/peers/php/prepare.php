<?php
/*
 * prepare.php - what is generated before the peer starts: Sesshu's statements
 * and its wording as arrays that opcache keeps in shared memory, so that both
 * run the same SQL and say the same.
 *
 *	php prepare.php SQL_FOLDER MESSAGES_FOLDER OUT_FOLDER
 */
declare(strict_types=1);

[, $sql, $messages, $out] = $argv;

/** Named statements without their comments. */
function statements(string $folder): array
{
    $all = [];
    foreach (glob("$folder/*/*.sql") as $file) {
        $name = $part = null;
        $parts = [];
        foreach (file($file, FILE_IGNORE_NEW_LINES) as $line) {
            if (preg_match('/^-- name: (\w+)/', $line, $m)) {
                $name = $m[1];
                $part = null;
                $all[$name] = '';
            } elseif (preg_match('/^-- part: (\w+)/', $line, $m)) {
                $part = $m[1];
                $parts[$part] = '';
            } elseif (str_starts_with(ltrim($line), '--')) {
                continue;
            } elseif (preg_match('/^\s*\{(\w+)\};?$/', $line, $m)) {
                if ($part !== null) {
                    $parts[$part] .= $parts[$m[1]];
                } else {
                    $all[$name] .= $parts[$m[1]];
                }
            } elseif ($part !== null) {
                $parts[$part] .= trim($line) . ' ';
            } elseif ($name !== null) {
                $all[$name] .= trim($line) . ' ';
            }
        }
    }
    return array_map(fn ($s) => rtrim(trim($s), ';'), $all);
}

/** Msg.a.b = text and nested braces as ['a.b' => text], ready for HTML. */
function messages(string $folder): array
{
    $all = [];
    foreach (glob("$folder/*.hdf") as $file) {
        $path = [];
        foreach (file($file, FILE_IGNORE_NEW_LINES) as $line) {
            $line = trim($line);
            if ($line === '' || $line[0] === '#') {
                continue;
            }
            if ($line === '}') {
                array_pop($path);
            } elseif (preg_match('/^([\w.]+)\s*\{$/', $line, $m)) {
                $path[] = $m[1];
            } elseif (preg_match('/^([\w.]+)\s*=\s*(.*)$/', $line, $m)) {
                $key = implode('.', [...$path, $m[1]]);
                $all[preg_replace('/^Msg\./', '', $key)] =
                    htmlspecialchars($m[2], ENT_QUOTES);
            }
        }
    }
    return $all;
}

function write(string $file, array $all): void
{
    file_put_contents($file, "<?php\nreturn " . var_export($all, true) . ";\n");
}

write("$out/statements.php", statements($sql));
write("$out/messages.php", messages($messages));
