<?php
/*
 * db.php - the named statements. Persistent connections; prepares are emulated,
 * because a prepared statement would not outlive the request: so each costs one
 * round trip.
 */
declare(strict_types=1);

final class Db
{
    public static int $count = 0;
    private static ?PDO $pdo = null;
    private static array $statements;

    public static function pdo(): PDO
    {
        if (self::$pdo === null) {
            self::$statements = require $_SERVER['GENERATED'] . '/statements.php';
            self::$pdo = new PDO(
                "mysql:unix_socket={$_SERVER['DB_SOCKET']};dbname={$_SERVER['DB_NAME']};charset=utf8mb4",
                $_SERVER['DB_USER'],
                $_SERVER['DB_PASSWORD'],
                [
                    PDO::ATTR_PERSISTENT => true,
                    PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION,
                    PDO::ATTR_EMULATE_PREPARES => true,
                    PDO::ATTR_DEFAULT_FETCH_MODE => PDO::FETCH_ASSOC,
                    PDO::MYSQL_ATTR_INIT_COMMAND => "SET SESSION sql_mode = 'STRICT_ALL_TABLES,"
                        . "ONLY_FULL_GROUP_BY,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO',"
                        . " time_zone = '+00:00', tx_isolation = 'READ-COMMITTED', tx_read_only = 1",
                ],
            );
        }
        return self::$pdo;
    }

    private static function run(string $name, array $args): PDOStatement
    {
        $pdo = self::pdo();
        $s = $pdo->prepare(self::$statements[$name]);
        foreach ($args as $key => $value) {
            $s->bindValue($key, $value, match (true) {
                is_int($value) => PDO::PARAM_INT,
                $value === null => PDO::PARAM_NULL,
                default => PDO::PARAM_STR,
            });
        }
        $s->execute();
        self::$count++;
        return $s;
    }

    public static function one(string $name, array $args): ?array
    {
        return self::run($name, $args)->fetch() ?: null;
    }

    public static function all(string $name, array $args): array
    {
        return self::run($name, $args)->fetchAll();
    }

    public static function exec(string $name, array $args): int
    {
        return self::run($name, $args)->rowCount();
    }

    /** All that $work does, or nothing of it. */
    public static function transaction(callable $work): mixed
    {
        $pdo = self::pdo();
        $pdo->exec('START TRANSACTION READ WRITE');
        try {
            $result = $work();
            $pdo->exec('COMMIT');
            self::$count += 2;
            return $result;
        } catch (Throwable $e) {
            $pdo->exec('ROLLBACK');
            throw $e;
        }
    }

    /** The time of the request, as it is stored. */
    public static function now(): string
    {
        static $now = null;
        return $now ??= (new DateTimeImmutable('now', new DateTimeZone('UTC')))->format('Y-m-d H:i:s.u');
    }
}
