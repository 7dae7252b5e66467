/* test_text_digits.c - codes, telephones, quantities, corporate numbers. */
#include "text/corporate.h"
#include "text/digits.h"

#include "test.h"

struct code {
	const char *name, *s;
	const char *digits; /* NULL: refused */
	const char *phone;
};

static const struct code codes[] = {
	{ "empty", "", "", "" },
	{ "plain", "1008916", "1008916", "1008916" },
	{ "full width", "１００８９１６", "1008916", "1008916" },
	{ "mixed", "1０0－8916", "1008916", "1008916" },
	{ "postal mark", "〒100-8916", "1008916", "1008916" },
	{ "U+002D", "1-2", "12", "12" },
	{ "U+2010", "1‐2", "12", "12" },
	{ "U+2011", "1‑2", "12", "12" },
	{ "U+2012", "1‒2", "12", "12" },
	{ "U+2013", "1–2", "12", "12" },
	{ "U+2014", "1—2", "12", "12" },
	{ "U+2015", "1―2", "12", "12" },
	{ "U+2212", "1−2", "12", "12" },
	{ "U+FE58", "1﹘2", "12", "12" },
	{ "U+FE63", "1﹣2", "12", "12" },
	{ "U+FF0D", "1－2", "12", "12" },
	{ "U+30FC", "1ー2", "12", "12" },
	{ "U+FF70", "1ｰ2", "12", "12" },
	{ "U+2500", "1─2", "12", "12" },
	{ "U+2501", "1━2", "12", "12" },
	{ "spaces", " 03 1234　5678\t", "0312345678", "0312345678" },
	{ "brackets", "(03)1234（5678）［9］[0]〔1〕", "0312345678901",
	  "0312345678901" },
	{ "invisible marks",
	  "\xE2\x80\xAD"
	  "03\xE2\x80\xAC\xE2\x80\x8E",
	  "03", "03" },
	{ "international", "+81-3-1234-5678", NULL, "0312345678" },
	{ "international, (0)", "+81 (0)3-1234-5678", NULL, "0312345678" },
	{ "international, wide", "＋８１３１２３４５６７８", NULL,
	  "0312345678" },
	{ "international, mobile", "+81 90 1234 5678", NULL, "09012345678" },
	{ "international, bracket", "(+81)3", NULL, "03" },
	{ "another country", "+1-202-555-0100", NULL, NULL },
	{ "plus alone", "+", NULL, NULL },
	{ "plus inside", "03+81", NULL, NULL },
	{ "letter", "03-1234-567O", NULL, NULL },
	{ "wave dash", "1〜2", NULL, NULL },
	{ "kanji one", "一二三", NULL, NULL },
	{ "circled", "①", NULL, NULL },
	{ "dot", "03.1234", NULL, NULL },
	{ "extension", "03-1234-5678 内線9", NULL, NULL },
	{ "Arabic digit", "٣", NULL, NULL },
};

static void code(void **state)
{
	const struct code *c = *state;
	struct ctx *cx = ctx_new(NULL);
	const char *digits = text_digits(cx, c->s);
	const char *phone = text_phone(cx, c->s);

	assert_int_equal(!digits, !c->digits);
	assert_int_equal(!phone, !c->phone);
	if (digits)
		assert_string_equal(digits, c->digits);
	if (phone)
		assert_string_equal(phone, c->phone);
	ctx_end(cx);
}

static void usual_phone(void **state)
{
	(void)state;
	assert_true(phone_usual("0312345678"));
	assert_true(phone_usual("09012345678"));
	assert_false(phone_usual("031234567"));
	assert_false(phone_usual("090123456789"));
	assert_false(phone_usual("1312345678"));
	assert_false(phone_usual(""));
}

struct quantity {
	const char *name, *s;
	enum number result;
	int64_t value;
};

static const struct quantity quantities[] = {
	{ "empty", "", NUMBER_EMPTY, 0 },
	{ "spaces", " 　\t", NUMBER_EMPTY, 0 },
	{ "zero", "0", NUMBER_OK, 0 },
	{ "plain", "30", NUMBER_OK, 30 },
	{ "outer spaces", " 30　", NUMBER_OK, 30 },
	{ "full width", "１２３", NUMBER_OK, 123 },
	{ "leading zeros", "007", NUMBER_OK, 7 },
	{ "commas", "1,234,567", NUMBER_OK, 1234567 },
	{ "commas, wide", "１２，３４５", NUMBER_OK, 12345 },
	{ "people", "30人", NUMBER_OK, 30 },
	{ "persons", "30名", NUMBER_OK, 30 },
	{ "boxes, space", "5 箱", NUMBER_OK, 5 },
	{ "times", "2回", NUMBER_OK, 2 },
	{ "vials", "2本", NUMBER_OK, 2 },
	{ "machines", "２台　", NUMBER_OK, 2 },
	{ "plus", "+5", NUMBER_OK, 5 },
	{ "decimals of zero", "30.0", NUMBER_OK, 30 },
	{ "lowest", "-1000", NUMBER_OK, -1000 },
	{ "below", "-1001", NUMBER_RANGE, 0 },
	{ "minus of mathematics", "−5", NUMBER_OK, -5 },
	{ "minus, wide", "－５", NUMBER_OK, -5 },
	{ "highest", "9999999", NUMBER_OK, 9999999 },
	{ "above", "10000000", NUMBER_RANGE, 0 },
	{ "above 64 bits", "9223372036854775808", NUMBER_RANGE, 0 },
	{ "wraps to a small one", "18446744073709551617", NUMBER_RANGE, 0 },
	{ "very long", "99999999999999999999999999999999999", NUMBER_RANGE, 0 },
	{ "half", "1.5", NUMBER_NOT_WHOLE, 0 },
	{ "half, wide", "１．５人", NUMBER_NOT_WHOLE, 0 },
	{ "not whole before out of range", "99999999.5", NUMBER_NOT_WHOLE, 0 },
	{ "point at the end", "3.", NUMBER_NONE, 0 },
	{ "two points", "1.2.3", NUMBER_NONE, 0 },
	{ "word", "三十", NUMBER_NONE, 0 },
	{ "about", "約30", NUMBER_NONE, 0 },
	{ "two counters", "30人名", NUMBER_NONE, 0 },
	{ "counter alone", "人", NUMBER_NONE, 0 },
	{ "text behind", "30人くらい", NUMBER_NONE, 0 },
	{ "inner space", "1 000", NUMBER_NONE, 0 },
	{ "range", "1-2", NUMBER_NONE, 0 },
	{ "exponent", "1e3", NUMBER_NONE, 0 },
	{ "hexadecimal", "0x10", NUMBER_NONE, 0 },
	{ "comma as a point", "3,5", NUMBER_NONE, 0 },
	{ "comma in front", ",123", NUMBER_NONE, 0 },
	{ "comma behind", "123,", NUMBER_NONE, 0 },
	{ "comma behind three", "1,234,", NUMBER_NONE, 0 },
	{ "groups of four", "1,0000", NUMBER_NONE, 0 },
	{ "group too long in front", "1234,567", NUMBER_NONE, 0 },
	{ "minus alone", "-", NUMBER_NONE, 0 },
	{ "two signs", "--5", NUMBER_NONE, 0 },
	{ "long mark is no minus", "ー5", NUMBER_NONE, 0 },
};

static void quantity(void **state)
{
	const struct quantity *c = *state;
	int64_t value = 77;

	assert_int_equal(text_number(c->s, -1000, 9999999, &value), c->result);
	assert_int_equal(value, c->result == NUMBER_OK ? c->value : 77);
}

static void whole_range(void **state)
{
	int64_t value = 0;

	(void)state;
	assert_int_equal(text_number("9223372036854775807", INT64_MIN,
				     INT64_MAX, &value),
			 NUMBER_OK);
	assert_true(value == INT64_MAX);
	assert_int_equal(text_number("-9,223,372,036,854,775,808", INT64_MIN,
				     INT64_MAX, &value),
			 NUMBER_OK);
	assert_true(value == INT64_MIN);
	assert_int_equal(text_number("-9223372036854775809", INT64_MIN,
				     INT64_MAX, &value),
			 NUMBER_RANGE);
}

struct company {
	const char *name, *s;
	enum corporate found;
};

/* Numbers of public offices, which publish them. */
static const struct company companies[] = {
	{ "one", "7000012050002", CORPORATE_GOOD },
	{ "another", "8000012010038", CORPORATE_GOOD },
	{ "a third", "6000012010023", CORPORATE_GOOD },
	{ "wrong check digit", "6000012050002", CORPORATE_WRONG },
	{ "two digits changed places", "7000012005002", CORPORATE_WRONG },
	{ "first digit zero", "0000012050002", CORPORATE_WRONG },
	{ "in a text", "法人番号：7000012050002（本店）", CORPORATE_GOOD },
	{ "full width", "７０００　法人番号７００００１２０５０００２",
	  CORPORATE_GOOD },
	{ "with hyphens", "7-0000-1205-0002", CORPORATE_GOOD },
	{ "hyphen behind", "7000012050002-", CORPORATE_GOOD },
	{ "letter in front", "T7000012050002", CORPORATE_GOOD },
	{ "part of a longer number", "17000012050002", CORPORATE_NONE },
	{ "too short", "700001205000", CORPORATE_NONE },
	{ "permit number", "許可番号 派13-300000", CORPORATE_NONE },
	{ "empty", "", CORPORATE_NONE },
	{ "a wrong one and a good one", "7000012050003 7000012050002",
	  CORPORATE_GOOD },
};

static void corporate(void **state)
{
	const struct company *c = *state;

	assert_int_equal(corporate_find(c->s), c->found);
}

static void corporate_digits(void **state)
{
	(void)state;
	assert_true(corporate_valid("7000012050002"));
	assert_false(corporate_valid("700001205000"));
	assert_false(corporate_valid("70000120500022"));
	assert_false(corporate_valid("700001205000x"));
	assert_false(corporate_valid(""));
}

int main(void)
{
	return RUN_ALL(SUITE(codes, code), TEST(usual_phone),
		       SUITE(quantities, quantity), TEST(whole_range),
		       SUITE(companies, corporate), TEST(corporate_digits));
}
