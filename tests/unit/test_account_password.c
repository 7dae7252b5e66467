/* test_account_password.c - what a password must be, and how it is kept. */
#include <string.h>

#include "account/guess.h"
#include "account/password.h"
#include "base/clock.h"
#include "base/random.h"
#include "test.h"
#include "text/utf8.h"

#define TEN "kazeyubari"
#define HUNDRED TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN

/* --- AU-05 and decisions: which are taken, and why not ------------------- */

struct rule_case {
	const char *name, *typed;
	int64_t min;
	const char *key; /* NULL: taken */
};

static const struct rule_case rule_cases[] = {
	{ "seven characters", "kaz3yub", 8, "password_short" },
	{ "eight characters", "kaz3yubi", 8, NULL },
	{ "eleven for an office", "kaz3yubiwam", 12, "password_short" },
	{ "twelve for an office", "kaz3yubiwamu", 12, NULL },
	{ "128 characters", HUNDRED TEN TEN "k7zexyub", 8, NULL },
	{ "129 characters", HUNDRED TEN TEN "k7zexyubi", 8, "password_long" },
	{ "no digit", "kazeyubiwa", 8, "password_mixed" },
	{ "no letter", "83920174655", 8, "password_mixed" },
	{ "signs and spaces", "ka ze-7 yu!", 8, NULL },
	{ "kana count as letters", "かぜのゆび7わ8", 8, NULL },
	{ "a picture", "kaz3yu😀biw", 8, NULL },
	{ "full width, normal form", "ｋａｚ３ｙｕｂｉ", 8, NULL },
	{ "common", "password1", 8, "password_common" },
	{ "common with capitals", "PassWord1", 8, "password_common" },
	{ "common with signs", "!!dragon2024", 8, "password_common" },
	{ "common, spelt with digits", "p4ssw0rd99", 8, "password_common" },
	{ "common in itself", "trustno1", 8, "password_common" },
	{ "common, but much around it", "dragon7384.kazeyubi", 8, NULL },
	{ "the service", "Sesshu2026", 8, "password_context" },
	{ "the service in Japanese", "特定接種2026年", 8, "password_context" },
	{ "the place of the ministry", "kasumigaseki1", 8, "password_context" },
	{ "the company", "サンプル商事77", 8, "password_context" },
	{ "the mailbox", "toroku1234", 8, "password_context" },
	{ "the domain", "samplecorp9", 8, "password_context" },
	{ "the company and a sentence", "サンプル商事ha7wakayamani", 8, NULL },
	{ "keys in a row", "qwertyuiop1", 8, "password_keyboard" },
	{ "keys in columns", "1qaz2wsx3e", 8, "password_keyboard" },
	{ "the alphabet and digits", "abcdef1234", 8, "password_keyboard" },
	{ "backwards", "9876fedcba", 8, "password_keyboard" },
	{ "a row and something else", "qwerty7kazeyu", 8, NULL },
	{ "one letter, one digit", "aaaaaaaa1", 8, "password_repeated" },
	{ "a piece twice", "kaz3kaz3", 8, "password_repeated" },
	{ "a piece again and again", "yub7yub7yub", 8, "password_repeated" },
};

static void rule(void **state)
{
	const struct rule_case *c = *state;
	struct ctx *cx = ctx_new(NULL);
	const struct password_rule rule = {
		.min = c->min,
		.own = { "Sesshu", "toroku@samplecorp.example.jp",
			 "toroku@samplecorp.example.jp", "見本 太郎",
			 "サンプル商事" },
	};
	struct report wrong = { .cx = cx };
	bool good = password_good(cx, password_normal(cx, c->typed, false),
				  &rule, &wrong);

	if (c->key && good)
		print_error("taken: %s\n", c->typed);
	assert_int_equal(good, c->key == NULL);
	if (c->key)
		assert_string_equal(wrong.key, c->key);
	ctx_end(cx);
}

/* --- normal form --------------------------------------------------------- */

struct normal_case {
	const char *name, *typed;
	bool fold;
	const char *normal;
};

static const struct normal_case normal_cases[] = {
	{ "plain", "Abc123", false, "Abc123" },
	{ "full width", "ＡＢＣ１２３", false, "ABC123" },
	{ "half-width kana", "ｶﾞｷﾞ1", false, "ガギ1" },
	{ "nothing is trimmed", " a1 ", false, " a1 " },
	{ "case stays", "AbC1", false, "AbC1" },
	{ "case folded where a site wants it", "AbC1", true, "abc1" },
	{ "full width and folded", "ＡｂＣ１", true, "abc1" },
	{ "a ligature that grows",
	  "\xef\xb7\xba"
	  "1",
	  false,
	  "\xd8\xb5\xd9\x84\xd9\x89 \xd8\xa7\xd9\x84\xd9\x84\xd9\x87 "
	  "\xd8\xb9\xd9\x84\xd9\x8a\xd9\x87 \xd9\x88\xd8\xb3\xd9\x84\xd9\x85"
	  "1" },
	{ "empty", "", false, "" },
};

static void normal(void **state)
{
	const struct normal_case *c = *state;
	struct ctx *cx = ctx_new(NULL);

	assert_string_equal(password_normal(cx, c->typed, c->fold), c->normal);
	ctx_end(cx);
}

/* --- AU-01: how it is stored --------------------------------------------- */

static void stored(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	const char *first, *second, *long_one = HUNDRED TEN TEN "k7zexyub";

	(void)state;
	assert_int_equal(password_hash(cx, "kaz3yubi", &first), ST_OK);
	assert_int_equal(password_hash(cx, "kaz3yubi", &second), ST_OK);
	assert_memory_equal(first, "$argon2id$v=19$m=65536,t=2,p=1$", 31);
	assert_string_not_equal(first, second);
	assert_true(password_fits(first, "kaz3yubi"));
	assert_false(password_fits(first, "kaz3yubI"));
	assert_false(password_outdated(first));
	assert_int_equal(password_hash(cx, long_one, &first), ST_OK);
	assert_true(password_fits(first, long_one));
	assert_false(password_fits(first, HUNDRED TEN TEN "k7zexyuc"));
	assert_false(password_fits("", "kaz3yubi"));
	ctx_end(cx);
}

static void weaker_one(void **state)
{
	/* libsodium's own test: "password", t=2, m=19456. */
	static const char weak[] =
		"$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$"
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

	(void)state;
	assert_true(password_outdated(weak));
}

/* AU-12: nobody's password takes as long as somebody's. */
static void same_time(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	const char *hash;
	int64_t some = 0, none = 0;

	(void)state;
	assert_int_equal(password_hash(cx, "kaz3yubi", &hash), ST_OK);
	for (int i = 0; i < 5; i++) {
		int64_t began = clock_monotonic_us(), middle;

		assert_false(password_fits(hash, "another1"));
		middle = clock_monotonic_us();
		assert_false(password_fits("", "another1"));
		none += clock_monotonic_us() - middle;
		some += middle - began;
	}
	assert_in_range(none, some / 2, some * 2);
	ctx_end(cx);
}

/* AU-05: under a millisecond; the list is in order and long enough. */
static void list(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	static const char *const own[] = { NULL };
	int64_t began;

	(void)state;
	assert_true(ncommon_words >= 3000);
	for (size_t i = 1; i < ncommon_words; i++)
		assert_true(strcmp(common_words[i - 1], common_words[i]) < 0);
	began = clock_monotonic_us();
	for (int i = 0; i < 100; i++)
		assert_int_equal(guess_password(cx, "kaz3yubiwamu", own),
				 GUESS_NONE);
	assert_true(clock_monotonic_us() - began < 100 * 1000);
	ctx_end(cx);
}

int main(void)
{
	return RUN_ALL(SUITE(rule_cases, rule), SUITE(normal_cases, normal),
		       TEST(stored), TEST(weaker_one), TEST(same_time),
		       TEST(list));
}
