/* test_text_utf8.c - code points: check, count, cut, clean, trim. */
#include <string.h>

#include "text/utf8.h"

#include "test.h"

struct bytes {
	const char *name, *s;
	size_t n;
	bool valid;
};

#define BYTES(s) s, sizeof(s) - 1

static const struct bytes validity[] = {
	{ "empty", BYTES(""), true },
	{ "ASCII", BYTES("abc\n"), true },
	{ "two bytes", BYTES("\xC2\x80\xDF\xBF"), true },
	{ "three bytes", BYTES("\xE0\xA0\x80\xEF\xBF\xBF"), true },
	{ "four bytes", BYTES("\xF0\x90\x80\x80\xF4\x8F\xBF\xBF"), true },
	{ "last before the surrogates", BYTES("\xED\x9F\xBF"), true },
	{ "first behind the surrogates", BYTES("\xEE\x80\x80"), true },
	{ "NUL", BYTES("a\0b"), false },
	{ "overlong NUL", BYTES("\xC0\x80"), false },
	{ "overlong slash, 2", BYTES("\xC0\xAF"), false },
	{ "overlong, C1", BYTES("\xC1\xBF"), false },
	{ "overlong slash, 3", BYTES("\xE0\x80\xAF"), false },
	{ "overlong, 3, highest", BYTES("\xE0\x9F\xBF"), false },
	{ "overlong slash, 4", BYTES("\xF0\x80\x80\xAF"), false },
	{ "overlong, 4, highest", BYTES("\xF0\x8F\xBF\xBF"), false },
	{ "first surrogate", BYTES("\xED\xA0\x80"), false },
	{ "last surrogate", BYTES("\xED\xBF\xBF"), false },
	{ "surrogate pair", BYTES("\xED\xA1\x80\xED\xB0\x80"), false },
	{ "above 10FFFF", BYTES("\xF4\x90\x80\x80"), false },
	{ "F5", BYTES("\xF5\x80\x80\x80"), false },
	{ "five bytes", BYTES("\xF8\x88\x80\x80\x80"), false },
	{ "FF", BYTES("\xFF"), false },
	{ "lone continuation", BYTES("\x80"), false },
	{ "cut after one of two", BYTES("a\xC3"), false },
	{ "cut after two of three", BYTES("\xE3\x81"), false },
	{ "cut after three of four", BYTES("\xF0\x9F\x98"), false },
	{ "third byte is none", BYTES("\xE3\x81\x41"), false },
	{ "Shift_JIS", BYTES("\x93\xFA\x96\x7B"), false },
};

static void valid(void **state)
{
	const struct bytes *c = *state;

	assert_int_equal(utf8_valid(c->s, c->n), c->valid);
}

/* Every code point comes back as it was put. */
static void there_and_back(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct buf b;

	(void)state;
	buf_init(&b, cx);
	for (uint32_t cp = 1; cp <= 0x10FFFF; cp++) {
		const char *s;

		if (cp == 0xD800)
			cp = 0xE000;
		buf_clear(&b);
		utf8_put(&b, cp);
		assert_true(utf8_valid(b.text, b.n));
		s = b.text;
		assert_int_equal(utf8_next(&s), cp);
		assert_ptr_equal(s, b.text + b.n);
		assert_int_equal(utf8_next(&s), 0);
		assert_ptr_equal(s, b.text + b.n);
	}
	ctx_end(cx);
}

/* A broken sequence at the end must not be read past the end. */
static void broken(void **state)
{
	const char *text = "a\xF0\x9F\x98", *s = text;

	(void)state;
	assert_int_equal(utf8_next(&s), 'a');
	assert_int_equal(utf8_next(&s), UTF8_BAD);
	assert_int_equal(utf8_next(&s), UTF8_BAD);
	assert_int_equal(utf8_next(&s), UTF8_BAD);
	assert_int_equal(utf8_next(&s), 0);
	assert_ptr_equal(s, text + 4);
}

struct length {
	const char *name, *s;
	size_t n;
};

static const struct length lengths[] = {
	{ "empty", "", 0 },
	{ "ASCII", "abc", 3 },
	{ "Japanese", "見本　太郎", 5 },
	{ "outside the BMP", "𠮷野", 2 },
	{ "with a selector of ideographs", "葛\xF3\xA0\x84\x80城", 2 },
	{ "with a selector of signs", "\xE2\x98\x8E\xEF\xB8\x8F", 1 },
	{ "joined emoji", "👨‍👩", 3 },
};

static void length(void **state)
{
	const struct length *c = *state;

	assert_int_equal(utf8_length(c->s), c->n);
}

struct cut {
	const char *name, *s;
	size_t max;
	const char *want;
};

static const struct cut cuts[] = {
	{ "nothing", "見本", 0, "" },
	{ "shorter", "見本", 5, "見本" },
	{ "exactly", "見本", 2, "見本" },
	{ "longer", "見本太郎", 2, "見本" },
	{ "selector stays", "葛\xF3\xA0\x84\x80城市", 1, "葛\xF3\xA0\x84\x80" },
	{ "outside the BMP", "𠮷野家", 2, "𠮷野" },
};

static void cut(void **state)
{
	const struct cut *c = *state;
	struct ctx *cx = ctx_new(NULL);

	assert_string_equal(utf8_cut(cx, c->s, c->max), c->want);
	ctx_end(cx);
}

struct clean {
	const char *name, *s, *one_line, *lines;
};

static const struct clean cleans[] = {
	{ "nothing to do", "見本 a", "見本 a", "見本 a" },
	{ "CR LF", "a\r\nb", "ab", "a\nb" },
	{ "TAB, ESC, DEL", "a\tb\x1B\x7F", "ab", "ab" },
	{ "first of C0", "\x01z", "z", "z" },
	{ "C1", "a\xC2\x80\xC2\x85\xC2\x9Fz", "az", "az" },
	{ "next to C1", "\xC2\xA0\xC2\xA1", "\xC2\xA0\xC2\xA1",
	  "\xC2\xA0\xC2\xA1" },
	{ "selector", "葛\xF3\xA0\x84\x80", "葛\xF3\xA0\x84\x80",
	  "葛\xF3\xA0\x84\x80" },
};

static void clean(void **state)
{
	const struct clean *c = *state;
	struct ctx *cx = ctx_new(NULL);

	assert_string_equal(utf8_clean(cx, c->s, false), c->one_line);
	assert_string_equal(utf8_clean(cx, c->s, true), c->lines);
	ctx_end(cx);
}

struct trim {
	const char *name, *s, *want;
};

static const struct trim trims[] = {
	{ "empty", "", "" },
	{ "only spaces", " \t\xE3\x80\x80\n", "" },
	{ "ideographic", "　見本　太郎　", "見本　太郎" },
	{ "mixed", " \xC2\xA0 a b\r\n", "a b" },
	{ "byte order mark",
	  "\xEF\xBB\xBF"
	  "a",
	  "a" },
	{ "zero width",
	  "\xE2\x80\x8B"
	  "a\xE2\x80\x8B",
	  "a" },
	{ "nothing to do", "a", "a" },
};

static void trim(void **state)
{
	const struct trim *c = *state;
	struct ctx *cx = ctx_new(NULL);

	assert_string_equal(utf8_trim(cx, c->s), c->want);
	ctx_end(cx);
}

struct usable {
	const char *name, *s;
	uint32_t first;
};

static const struct usable usables[] = {
	{ "fine", "髙﨑𠮷①㈱☎", 0 },
	{ "private use", "見\xEE\x80\x80本", 0xE000 },
	{ "replacement", "\xEF\xBF\xBD", 0xFFFD },
	{ "no character", "\xEF\xBF\xBE", 0xFFFE },
	{ "no character of another plane", "\xF0\x9F\xBF\xBF", 0x1FFFF },
	{ "no character, Arabic block", "\xEF\xB7\x90", 0xFDD0 },
	{ "private plane", "\xF3\xB0\x80\x80", 0xF0000 },
	{ "right to left",
	  "a\xE2\x80\xAE"
	  "b\xE2\x80\xAC",
	  0x202E },
	{ "selector is fine", "葛\xF3\xA0\x84\x80", 0 },
};

static void usable(void **state)
{
	const struct usable *c = *state;

	assert_int_equal(utf8_unusable(c->s), c->first);
}

int main(void)
{
	return RUN_ALL(SUITE(validity, valid), TEST(there_and_back),
		       TEST(broken), SUITE(lengths, length), SUITE(cuts, cut),
		       SUITE(cleans, clean), SUITE(trims, trim),
		       SUITE(usables, usable));
}
