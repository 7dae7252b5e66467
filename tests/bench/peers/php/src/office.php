<?php
/* office.php - an office: read, checked, saved. */
declare(strict_types=1);

/** Columns, without those that a form has nothing to do with. Constants of a
 * class: those of a file do not outlive preloading. */
final class Columns
{
    public const OFFICE = [
        'name', 'kana', 'principal', 'at_zip', 'at_pref', 'at_city', 'at_town', 'tel', 'fax', 'mail',
        'staff', 'inst_secured', 'inst_name', 'inst_kana', 'inst_at_zip', 'inst_at_pref',
        'inst_at_city', 'inst_at_town', 'inst_tel', 'inst_fax', 'inst_mail', 'inst_plan',
    ];
    public const BUSINESS = ['type', 'detail1', 'detail2', 'own', 'external', 'note', 'basis_own', 'basis_external'];
}

function office_id(mixed $text): string
{
    if (!is_string($text) || !preg_match('/^[0-9a-f]{32}$/', $text)) {
        throw new Refused('', 404);
    }
    return hex2bin($text);
}

/** @return array{array, array} the row, and its businesses */
function office_load(array $session, string $id): array
{
    $draft = (int) $session['draft'];
    $rows = Db::all('office_load', ['my_draft' => $draft, 'id' => $id]) ?: throw new Refused('', 404);
    usort($rows, fn ($a, $b) => $a['business_position'] <=> $b['business_position']);
    $businesses = [];
    foreach ($rows as $row) {
        if ($row['business_position'] !== null) {
            $b = [];
            foreach (Columns::BUSINESS as $column) {
                $b[$column] = $row["business_$column"];
            }
            $businesses[] = $b;
        }
    }
    return [$rows[0], $businesses];
}

/** Checks one field after the other and collects what is wrong. */
final class Checker
{
    /** @var array<string, string> place => key of the message */
    public array $problems = [];

    private function text(string $place, string $value, bool $must, int $max): string
    {
        if ($value === '') {
            if ($must) {
                $this->problems[$place] = 'empty';
            }
        } elseif (unusable($value)) {
            $this->problems[$place] = 'unusable';
        } elseif (length($value) > $max) {
            $this->problems[$place] = 'too_long';
        }
        return $value;
    }

    public function plain(string $place, bool $must, int $max): string
    {
        return $this->text($place, typed($place), $must, $max);
    }

    public function wide(string $place, bool $must, int $max): string
    {
        return $this->text($place, wide(typed($place)), $must, $max);
    }

    public function kana(string $place): string
    {
        $kana = hiragana(typed($place));
        if ($kana === null) {
            $this->problems[$place] = 'kana.other';
        }
        return $this->text($place, $kana ?? '', true, 100);
    }

    public function digits(string $place, bool $must, int $min, int $max): string
    {
        $raw = typed($place);
        $digits = $raw === '' ? '' : digits($raw, $min, $max);
        if ($digits === null) {
            $this->problems[$place] = 'digits';
        }
        return $this->text($place, $digits ?? '', $must, $max);
    }

    public function mail(string $place): string
    {
        $mail = mb_convert_kana(typed($place), 'as', 'UTF-8');
        if ($mail !== '' && !preg_match('/^[^@\s]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/', $mail)) {
            $this->problems[$place] = 'mail';
        }
        return $this->text($place, $mail, false, 50);
    }

    public function number(string $place, bool $must, int $max): ?int
    {
        $raw = typed($place);
        if ($raw === '') {
            if ($must) {
                $this->problems[$place] = 'empty';
            }
            return null;
        }
        $number = whole($raw, $max);
        if ($number === null) {
            $this->problems[$place] = 'number';
        }
        return $number;
    }

    public function choice(string $place, array $options, bool $must = true): string
    {
        $value = typed($place);
        if ($value === '' ? $must : !isset($options[$value])) {
            $this->problems[$place] = $value === '' ? 'choose' : 'unknown';
        }
        return $value;
    }
}

function read_address(Checker $c, string $place, string $column): array
{
    $pref = $c->choice("$place.pref", options('prefecture_options'));
    return [
        "{$column}_zip" => $c->digits("$place.zip", true, 7, 7),
        "{$column}_pref" => $pref,
        "{$column}_city" => $c->choice("$place.city", $pref === '' ? [] : options('city_options', ['pref' => $pref])),
        "{$column}_town" => $c->wide("$place.town", true, 200),
    ];
}

function read_institution(Checker $c): array
{
    $secured = $c->choice('inst.secured', ['yes' => 1, 'no' => 1]);
    $none = array_fill_keys(['inst_name', 'inst_kana', 'inst_at_zip', 'inst_at_pref', 'inst_at_city',
        'inst_at_town', 'inst_tel', 'inst_fax', 'inst_mail', 'inst_plan'], '');
    $read = match ($secured) {
        'yes' => [
            'inst_name' => $c->wide('inst.name', true, 100),
            'inst_kana' => $c->kana('inst.kana'),
            'inst_tel' => $c->digits('inst.tel', true, 10, 20),
            'inst_fax' => $c->digits('inst.fax', false, 10, 20),
            'inst_mail' => $c->mail('inst.mail'),
        ] + read_address($c, 'inst.at', 'inst_at'),
        'no' => ['inst_plan' => $c->plain('inst.plan', true, 500)],
        default => [],
    };
    return ['inst_secured' => $secured] + $read + $none;
}

function read_business(Checker $c, int $i): array
{
    $at = "business.$i";
    $type = $c->choice("$at.type", options('type_options'));
    $detail1 = $c->choice("$at.detail1", $type === '' ? [] : options('detail1_options', ['type' => $type]));
    $second = $detail1 === '' ? [] : options('detail2_options', ['detail1' => $detail1]);
    return [
        'type' => $type,
        'detail1' => $detail1,
        'detail2' => $second ? $c->choice("$at.detail2", $second) : '',
        'own' => $c->number("$at.own", true, 9999999),
        'external' => $c->number("$at.external", true, 9999999),
        'note' => $c->plain("$at.note", false, 500),
        'basis_own' => $c->plain("$at.basis_own", false, 1000),
        'basis_external' => $c->plain("$at.basis_external", false, 1000),
    ];
}

/** The rows of the form that say anything, at most 20. */
function read_businesses(Checker $c): array
{
    $list = [];
    for ($i = 0; $i < 20 && isset($_POST["business_{$i}_type"]); $i++) {
        $list[] = read_business($c, $i);
    }
    if (!$list) {
        $c->problems['business'] = 'rows.few';
    }
    $seen = [];
    foreach ($list as $i => $b) {
        if ($b['own'] + $b['external'] === 0) {
            $c->problems["business.$i.own"] ??= 'office.nobody';
        }
        $key = "$b[type] $b[detail1] $b[detail2]";
        if (isset($seen[$key])) {
            $c->problems["business.$i.type"] ??= 'office.twice';
        }
        $seen[$key] = true;
    }
    return $list;
}

/** @return array{array, array} the row, and its businesses */
function office_read(Checker $c): array
{
    $o = [
        'name' => $c->wide('name', true, 100),
        'kana' => $c->kana('kana'),
        'principal' => $c->wide('principal', false, 100),
        'tel' => $c->digits('tel', true, 10, 20),
        'fax' => $c->digits('fax', false, 10, 20),
        'mail' => $c->mail('mail'),
        'staff' => $c->number('staff', false, 9999999),
    ] + read_address($c, 'at', 'at');
    $businesses = read_businesses($c);
    return [$o + read_institution($c), $businesses];
}

/** Names of the fields that differ, for the audit trail. */
function differences(array $was, array $is, array $columns, string $prefix = ''): array
{
    $names = [];
    foreach ($columns as $column) {
        if ((string) $was[$column] !== (string) $is[$column]) {
            $names[] = $prefix . preg_replace('/^((?:inst_)?at|inst)_/', '$1.', $column);
        }
    }
    return $names;
}

function business_differences(array $was, array $is): array
{
    $names = [];
    for ($i = 0; $i < max(count($was), count($is)); $i++) {
        $none = array_fill_keys(Columns::BUSINESS, '');
        $names = [...$names, ...differences($was[$i] ?? $none, $is[$i] ?? $none, Columns::BUSINESS, "business.$i.")];
    }
    return $names;
}

function businesses_save(int $draft, int $number, array $businesses): void
{
    Db::exec('business_remove', ['my_draft' => $draft, 'number' => $number]);
    foreach ($businesses as $i => $b) {
        Db::exec('business_insert', ['my_draft' => $draft, 'number' => $number, 'position' => $i + 1] + $b);
    }
}

/** Computed columns: what is searched, counted and listed by. */
function office_computed(array $o, array $businesses): array
{
    return [
        'search_key' => search_key($o['name'] . ' ' . $o['at_town']),
        'persons' => array_sum(array_column($businesses, 'own')) + array_sum(array_column($businesses, 'external')),
        'types' => implode(',', array_unique(array_column($businesses, 'type'))),
    ];
}

function office_save(array $session, string $id, int $revision, array $o, array $businesses): void
{
    $draft = (int) $session['draft'];
    [$was, $businesses_were] = office_load($session, $id);
    $changed = (int) $was['revision'] === $revision ? Db::exec('office_update', $o
        + office_computed($o, $businesses)
        + ['my_draft' => $draft, 'id' => $id, 'revision' => $revision]) : 0;
    if ($changed !== 1) {
        throw new Refused('', 409);
    }
    $below = business_differences($businesses_were, $businesses);
    if ($below) {
        businesses_save($draft, (int) $was['number'], $businesses);
    }
    Db::exec('audit_insert', [
        'now' => Db::now(), 'my_account' => (int) $session['account'], 'my_org' => (int) $session['org'],
        'my_role' => $session['role'], 'my_site' => 'public', 'act' => 'office.save', 'object' => 'office',
        'object_id' => $id,
        'detail' => json_encode(['new' => false, 'fields' => [...differences($was, $o, Columns::OFFICE), ...$below]]),
        'request' => $_SERVER['REQUEST_ID'],
    ]);
    Db::exec('draft_touch', ['now' => Db::now(), 'my_draft' => $draft,
        'my_application' => (int) $session['application']]);
}

function office_post(array $session): int
{
    guard($session);
    if (($_POST['act'] ?? '') !== 'save') {
        throw new Refused('', 400);
    }
    if ($session['key_result'] !== null) {
        return go($session['key_result']);
    }
    $id = office_id($_POST['id'] ?? '');
    $checker = new Checker();
    [$o, $businesses] = office_read($checker);
    if ($checker->problems) {
        throw new Refused('', 422);
    }
    $to = '/tokutei/offices?saved=' . bin2hex($id);
    Db::transaction(function () use ($session, $id, $o, $businesses, $to): void {
        office_save($session, $id, (int) typed('revision'), $o, $businesses);
        if ($session['kept_input'] !== null) {
            Db::exec('kept_drop', ['owner' => $session['kept_owner'], 'place' => 'public/tokutei/office:' . bin2hex($id)]);
        }
        Db::exec('form_key_insert', ['key' => sent_key(), 'owner' => $session['owner'],
            'result' => $to, 'cookie' => '', 'now' => Db::now()]);
    });
    return go($to);
}
