<?php
/* text.php - what people type, tidied; null where it cannot be. */
declare(strict_types=1);

/** One field of a form: trimmed, valid, without control characters. PHP has made
 * an underscore of each dot in its name. */
function typed(string $name): string
{
    $value = $_POST[strtr($name, '.', '_')] ?? '';
    if (!is_string($value) || $value === '') {
        return '';
    }
    if (!mb_check_encoding($value, 'UTF-8')) {
        throw new Refused('', 400);
    }
    $value = preg_replace('/[\x00-\x09\x0B-\x1F\x7F\x{80}-\x{9F}]/u', '', $value);
    return preg_replace('/^[\s\x{3000}\x{FEFF}]+|[\s\x{3000}\x{FEFF}]+$/u', '', $value);
}

/** Half-width letters, digits, kana and blanks widened. */
function wide(string $text): string
{
    return mb_convert_kana($text, 'ASKV', 'UTF-8');
}

/** A reading in hiragana, or null. */
function hiragana(string $text): ?string
{
    $text = preg_replace('/[\s\x{3000}]+/u', '', $text);
    $text = mb_convert_kana($text, 'HcV', 'UTF-8');
    return preg_match('/^[\x{3041}-\x{3096}\x{309D}\x{309E}\x{30FC}\x{30FB}]*$/u', $text) ? $text : null;
}

/** Digits of a code or a telephone number, hyphens and brackets passed over. */
function digits(string $text, int $min, int $max): ?string
{
    $text = mb_convert_kana($text, 'as', 'UTF-8');
    $text = preg_replace('/[-\s()\[\]\x{2010}-\x{2015}\x{2212}\x{30FC}\x{FF0D}\x{FF70}\x{3012}]/u', '', $text);
    return preg_match("/^[0-9]{{$min},{$max}}$/", $text) ? $text : null;
}

/** A whole number, or null. */
function whole(string $text, int $max): ?int
{
    $text = str_replace(',', '', mb_convert_kana($text, 'as', 'UTF-8'));
    return preg_match('/^[0-9]{1,10}$/', $text) && (int) $text <= $max ? (int) $text : null;
}

/** Characters that a user would count, without variation selectors. */
function length(string $text): int
{
    return mb_strlen(preg_replace('/[\x{FE00}-\x{FE0F}\x{E0100}-\x{E01EF}]/u', '', $text), 'UTF-8');
}

/** Private use, noncharacters: nobody else could read them. */
function unusable(string $text): bool
{
    return (bool) preg_match('/[\x{E000}-\x{F8FF}\x{F0000}-\x{10FFFF}\x{FDD0}-\x{FDEF}\x{FFFE}\x{FFFF}]/u', $text);
}

/** What two spellings of a name have in common. */
function search_key(string $text): string
{
    $text = Normalizer::normalize($text, Normalizer::FORM_KC_CF);
    $text = preg_replace('/[\s\-~\x{2010}-\x{2015}\x{2212}\x{30FB}\x{30FC}\x{B7}\x{301C}]+/u', '', $text);
    $text = preg_replace('/[\x{30F5}\x{30F6}\x{3095}\x{3096}]|(?<=\p{Han})[ケカガ](?=\p{Han})/u', 'が', $text);
    return mb_convert_kana($text, 'c', 'UTF-8');
}

function search_pattern(string $text): string
{
    $key = $text === '' ? '' : search_key($text);
    return $key === '' ? '' : '%' . addcslashes($key, '%_\\') . '%';
}
