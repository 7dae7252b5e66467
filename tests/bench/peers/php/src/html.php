<?php
/* html.php - what pages are made of. Wording is escaped when it is generated,
 * every value here. */
declare(strict_types=1);

function e(string $text): string
{
    return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
}

function t(string $key): string
{
    static $messages = null;
    $messages ??= require $_SERVER['GENERATED'] . '/messages.php';
    return $messages[$key];
}

/** A template with these variables, as text. */
function render(string $template, array $vars): string
{
    ob_start();
    (static function (string $__file, array $__vars): void {
        extract($__vars);
        require $__file;
    })(__DIR__ . "/../templates/$template.php", $vars);
    return ob_get_clean();
}

/** What a field's box says: a class more, and when the field is asked. */
final class Box
{
    public function __construct(public readonly string $class = '', public readonly string $data = '')
    {
    }
}

function field_open(string $name, string $label, bool $must, string $hint, ?Box $box): void
{
    ?><div class="field<?= $box?->class ?>"<?= $box?->data ?>>
<label class="label" for="<?= $name ?>"><?= $label ?> <span class="need<?= $must ? ' is-must' : '' ?>"><?= t($must ? 'ui.required' : 'ui.optional') ?></span></label>
<?php if ($hint !== '') { ?><p class="hint" id="<?= $name ?>-h"><?= $hint ?></p>
<?php }
}

function states(string $name, bool $must, string $hint, string $autocomplete): void
{
    if ($must) {
        echo ' aria-required="true"';
    }
    if ($autocomplete !== '') {
        echo ' autocomplete="', $autocomplete, '"';
    }
    if ($hint !== '') {
        echo ' aria-describedby="', $name, '-h"';
    }
}

function text_field(
    string $name,
    string $value,
    string $label,
    bool $must = true,
    string $hint = '',
    string $type = 'text',
    string $width = 'full',
    string $inputmode = '',
    string $autocomplete = '',
    string $more = '',
    string $unit = '',
    string $act = '',
    string $act_label = '',
    ?Box $box = null,
    string $below = '',
): void {
    field_open($name, $label, $must, $hint, $box);
    ?><div class="control"><input class="input w-<?= $width ?>" id="<?= $name ?>" name="<?= $name ?>" type="<?= $type ?>"<?php
    if ($inputmode !== '') { ?> inputmode="<?= $inputmode ?>"<?php }
    ?><?= $more ?> value="<?= e($value) ?>"<?php states($name, $must, $hint, $autocomplete) ?>><?php
    if ($unit !== '') { ?><span class="unit"><?= $unit ?></span><?php }
    if ($act !== '') { ?><button class="btn btn-2" name="act" value="<?= $act ?>"><?= $act_label ?></button><?php }
    ?></div>
<?= $below ?></div>
<?php
}

function area_field(string $name, string $value, string $label, bool $must, string $hint, ?Box $box = null): void
{
    field_open($name, $label, $must, $hint, $box);
    ?><div class="control"><textarea class="input w-full" id="<?= $name ?>" name="<?= $name ?>" rows="5"<?php
    states($name, $must, $hint, '') ?>>
<?= e($value) ?></textarea></div>
</div>
<?php
}

/** @param array<string, string> $options */
function choice_field(
    string $name,
    string $value,
    array $options,
    string $label,
    bool $must = true,
    string $hint = '',
    string $none = '',
    string $target = '',
    string $autocomplete = '',
    ?Box $box = null,
): void {
    field_open($name, $label, $must, $hint, $box);
    ?><div class="control"><select class="input" id="<?= $name ?>" name="<?= $name ?>"<?php
    if ($target !== '') { ?> data-lookup="/master/lookup" data-target="<?= $target ?>"<?php }
    states($name, $must, $hint, $autocomplete) ?>>
<option value=""><?= $none !== '' ? $none : t('ui.choose') ?></option>
<?php foreach ($options as $code => $text) { ?><option value="<?= e((string) $code) ?>"<?= (string) $code === $value ? ' selected' : '' ?>><?= e($text) ?></option>
<?php } ?></select><?php
    if ($target !== '') { ?><button class="btn btn-2" name="act" value="narrow:<?= $target ?>"><?= t('ui.narrow') ?></button><?php }
    ?></div>
</div>
<?php
}

function hidden(string $name, string $value): void
{
    ?><input type="hidden" name="<?= $name ?>" value="<?= e($value) ?>">
<?php
}

function button(string $act, string $label, string $class = 'btn'): void
{
    ?><button class="<?= $class ?>" name="act" value="<?= e($act) ?>"><?= $label ?></button>
<?php
}

/** Times as a Japanese reader has them. */
function japan_time(int $at, bool $day): string
{
    $d = (new DateTimeImmutable("@$at"))->setTimezone(new DateTimeZone('Asia/Tokyo'));
    $minute = (int) $d->format('i');
    $clock = $d->format('G') . '時' . ($minute ? $minute . '分' : '');
    if (!$day) {
        return $clock;
    }
    $week = ['日', '月', '火', '水', '木', '金', '土'][(int) $d->format('w')];
    return $d->format('Y年n月j日') . "（{$week}）$clock";
}
