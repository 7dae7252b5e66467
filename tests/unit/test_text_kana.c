/* test_text_kana.c - width, hiragana, katakana. */
#include "text/kana.h"
#include "text/wide.h"

#include "test.h"

struct both {
	const char *name, *from, *to;
};

static const struct both widths[] = {
	{ "empty", "", "" },
	{ "letters and digits", "aZ09", "ａＺ０９" },
	{ "signs", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
	  "！＂＃＄％＆＇（）＊＋，－．／：；＜＝＞？＠［＼］＾＿｀｛｜｝～" },
	{ "space", "a b", "ａ　ｂ" },
	{ "half-width kana", "ｱｲｳｴｵﾜｦﾝｧｬｯｰ｡｢｣､･",
	  "アイウエオワヲンァャッー。「」、・" },
	{ "voiced k", "ｶﾞｷﾞｸﾞｹﾞｺﾞ", "ガギグゲゴ" },
	{ "voiced s", "ｻﾞｼﾞｽﾞｾﾞｿﾞ", "ザジズゼゾ" },
	{ "voiced t", "ﾀﾞﾁﾞﾂﾞﾃﾞﾄﾞ", "ダヂヅデド" },
	{ "voiced h", "ﾊﾞﾋﾞﾌﾞﾍﾞﾎﾞ", "バビブベボ" },
	{ "half voiced h", "ﾊﾟﾋﾟﾌﾟﾍﾟﾎﾟ", "パピプペポ" },
	{ "voiced u, w", "ｳﾞﾜﾞｦﾞ", "ヴヷヺ" },
	{ "no such voice", "ｱﾞﾅﾞﾏﾟｶﾟｯﾞ", "ア゛ナ゛マ゜カ゜ッ゛" },
	{ "mark alone", "ﾞa", "゛ａ" },
	{ "mark twice", "ｶﾞﾞ", "ガ゛" },
	{ "mark behind full width", "カﾞ", "カ゛" },
	{ "names stay", "髙橋﨑神 \xEF\xA8\x99①㈱が",
	  "髙橋﨑神　\xEF\xA8\x99①㈱が" },
	{ "combining marks stay", "か\xE3\x82\x99", "か\xE3\x82\x99" },
	{ "selectors stay", "葛\xF3\xA0\x84\x80", "葛\xF3\xA0\x84\x80" },
	{ "line feed stays", "a\nb", "ａ\nｂ" },
	{ "yen and Latin-1 stay", "¥é\xC2\xA0", "¥é\xC2\xA0" },
	{ "already wide", "Ａ　１－ア", "Ａ　１－ア" },
};

static void widen(void **state)
{
	const struct both *c = *state;
	struct ctx *cx = ctx_new(NULL);
	const char *wide = text_wide(cx, c->from);

	assert_string_equal(wide, c->to);
	assert_string_equal(text_wide(cx, wide), wide);
	ctx_end(cx);
}

static const struct both narrows[] = {
	{ "letters, digits, signs", "Ａｚ０９！～＠．－", "Az09!~@.-" },
	{ "space", "ａ　ｂ", "a b" },
	{ "kana stay", "アｱー。", "アｱー。" },
	{ "other hyphens stay", "−‐―", "−‐―" },
	{ "signs beyond ASCII stay", "￥￠｡", "￥￠｡" },
};

static void narrow(void **state)
{
	const struct both *c = *state;
	struct ctx *cx = ctx_new(NULL);

	assert_string_equal(text_narrow(cx, c->from), c->to);
	ctx_end(cx);
}

static const struct both hiraganas[] = {
	{ "katakana", "サンプルショウジ", "さんぷるしょうじ" },
	{ "half-width", "ｻﾝﾌﾟﾙｼｮｳｼﾞ", "さんぷるしょうじ" },
	{ "half-width voices", "ｶﾞﾊﾟｳﾞ", "がぱゔ" },
	{ "spaces of any kind", " みほん　たろう\t", "みほんたろう" },
	{ "long mark, both widths", "サービスｻｰﾋﾞｽ", "さーびすさーびす" },
	{ "middle dot", "ア･イ・ウ", "あ・い・う" },
	{ "small ones", "ァィゥェォッャュョヮヵヶ",
	  "ぁぃぅぇぉっゃゅょゎゕゖ" },
	{ "rare ones", "ヰヱヲンヴ", "ゐゑをんゔ" },
	{ "repetition", "ヽヾ", "ゝゞ" },
	{ "combining voice", "か\xE3\x82\x99は\xE3\x82\x9A", "がぱ" },
	{ "spacing voice", "か゛は゜", "がぱ" },
	{ "half-width voice behind full", "カﾞ", "が" },
	{ "space before the voice", "か \xE3\x82\x99", "が" },
	{ "no hiragana for it", "ヷ", "ヷ" },
	{ "others stay", "見本ABC１", "見本ABC１" },
};

static void hiragana(void **state)
{
	const struct both *c = *state;
	struct ctx *cx = ctx_new(NULL);

	assert_string_equal(text_hiragana(cx, c->from), c->to);
	ctx_end(cx);
}

static const struct both katakanas[] = {
	{ "hiragana", "さんぷる しょうじ", "サンプルショウジ" },
	{ "half-width", "ｻﾝﾌﾟﾙ", "サンプル" },
	{ "repetition and rare", "ゝゞゔゕゖゐ", "ヽヾヴヵヶヰ" },
	{ "combining voice", "わ\xE3\x82\x99か\xE3\x82\x99", "ヷガ" },
	{ "long mark", "さーびす", "サービス" },
};

static void katakana(void **state)
{
	const struct both *c = *state;
	struct ctx *cx = ctx_new(NULL);

	assert_string_equal(text_katakana(cx, c->from), c->to);
	ctx_end(cx);
}

struct reading {
	const char *name, *s;
	bool hiragana;
	enum letter wrong;
};

static const struct reading readings[] = {
	{ "plain", "みほんたろう", true, LETTER_OTHER },
	{ "first and last", "ぁゖゝゞ", true, LETTER_OTHER },
	{ "long mark and dot", "さーびす・せんたー", true, LETTER_OTHER },
	{ "empty", "", true, LETTER_OTHER },
	{ "kanji", "みほん太郎", false, LETTER_KANJI },
	{ "repetition of kanji", "さ々", false, LETTER_KANJI },
	{ "compatibility kanji", "﨑", false, LETTER_KANJI },
	{ "kanji outside the BMP", "𠮷", false, LETTER_KANJI },
	{ "katakana", "みほンたろう", false, LETTER_KATAKANA },
	{ "half-width katakana", "みｱ", false, LETTER_KATAKANA },
	{ "Latin", "みabc", false, LETTER_LATIN },
	{ "Latin, wide", "みＡ", false, LETTER_LATIN },
	{ "Latin with an accent", "é", false, LETTER_LATIN },
	{ "digit", "み1", false, LETTER_DIGIT },
	{ "digit, wide", "み１漢", false, LETTER_DIGIT },
	{ "space", "み ほん", false, LETTER_OTHER },
	{ "bracket", "（かぶ）", false, LETTER_OTHER },
	{ "hyphen", "さ-びす", false, LETTER_OTHER },
	{ "mark of its own", "あ゛", false, LETTER_OTHER },
	{ "times sign", "×", false, LETTER_OTHER },
	{ "the first wrong one counts", "みAほ漢", false, LETTER_LATIN },
};

static void reading(void **state)
{
	const struct reading *c = *state;
	enum letter wrong = LETTER_OTHER;

	assert_int_equal(text_is_hiragana(c->s, &wrong), c->hiragana);
	assert_string_equal(letter_name(wrong), letter_name(c->wrong));
	assert_int_equal(text_is_hiragana(c->s, NULL), c->hiragana);
}

static void reading_katakana(void **state)
{
	enum letter wrong;

	(void)state;
	assert_true(text_is_katakana("サービス・ヴヾ", &wrong));
	assert_false(text_is_katakana("サビす", &wrong));
	assert_int_equal(wrong, LETTER_HIRAGANA);
}

int main(void)
{
	return RUN_ALL(SUITE(widths, widen), SUITE(narrows, narrow),
		       SUITE(hiraganas, hiragana), SUITE(katakanas, katakana),
		       SUITE(readings, reading), TEST(reading_katakana));
}
