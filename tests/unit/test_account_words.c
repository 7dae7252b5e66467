/* test_account_words.c - clocks, devices, masks, rights: small tables. */
#include <stdlib.h>
#include <string.h>

#include "account/account.h"
#include "account/device.h"
#include "account/link.h"
#include "account/login.h"
#include "account/passcode.h"
#include "account/rights.h"
#include "account/session.h"
#include "test.h"

/* --- SE-04 --------------------------------------------------------------- */

struct life_case {
	const char *name, *role, *stage;
	int64_t idle_minutes, whole_hours_x2;
};

static const struct life_case lives[] = {
	{ "company", "applicant", "full", 60, 24 },
	{ "draft by a link", "drafter", "link", 60, 24 },
	{ "municipality", "municipality", "full", 30, 20 },
	{ "staff", "reviewer", "full", 30, 20 },
	{ "administrator", "administrator", "full", 30, 20 },
	{ "before the code", "reviewer", "code", 15, 1 },
	{ "password by a link", "setter", "link", 15, 1 },
};

static void life(void **state)
{
	const struct life_case *c = *state;
	struct session_life l = session_life(c->role, c->stage);

	assert_int_equal(l.idle_seconds, c->idle_minutes * 60);
	assert_int_equal(l.whole_seconds, c->whole_hours_x2 * 1800);
}

/* --- AU-21 --------------------------------------------------------------- */

struct link_case {
	const char *name;
	int64_t minutes;
};

static const struct link_case links[] = {
	{ "draft", 1440 }, { "password", 1440 }, { "invite", 1440 },
	{ "reset", 30 },   { "address", 60 },
};

static void link_life(void **state)
{
	const struct link_case *c = *state;

	assert_int_equal(link_minutes(c->name), c->minutes);
}

/* --- AU-20 --------------------------------------------------------------- */

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void tokens(void **state)
{
	enum { MANY = 100000 };
	struct ctx *cx = ctx_new(NULL);
	const char **list = mem_array(cx, MANY, sizeof(*list));

	(void)state;
	for (size_t i = 0; i < MANY; i++) {
		list[i] = token_new(cx);
		assert_int_equal(strlen(list[i]), 43);
	}
	qsort(list, MANY, sizeof(*list), by_text);
	for (size_t i = 1; i < MANY; i++)
		assert_string_not_equal(list[i - 1], list[i]);
	ctx_end(cx);
}

struct token_case {
	const char *name, *text;
	bool valid;
};

static const struct token_case token_cases[] = {
	{ "a token", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", true },
	{ "empty", "", false },
	{ "one short", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", false },
	{ "one more", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", false },
	{ "another alphabet", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+/",
	  false },
	{ "bits that mean nothing",
	  "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB", false },
};

static void token(void **state)
{
	const struct token_case *c = *state;

	assert_int_equal(token_valid(c->text), c->valid);
}

/* A form that is sent twice gets the cookie of its first answer. */
static void sealed(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	const char *token = token_new(cx), *with = token_new(cx);
	char *seal = mem_text(cx, token_seal(cx, token, with));

	(void)state;
	assert_null(strstr(seal, token));
	assert_true(strlen(seal) <= 120);
	assert_string_not_equal(seal, token_seal(cx, token, with));
	assert_string_equal(token_unseal(cx, seal, with), token);
	assert_null(token_unseal(cx, seal, token_new(cx)));
	assert_null(token_unseal(cx, "", with));
	assert_null(token_unseal(cx, "no seal at all", with));
	seal[60] = seal[60] == 'A' ? 'B' : 'A';
	assert_null(token_unseal(cx, seal, with));
	ctx_end(cx);
}

/* --- devices and masks --------------------------------------------------- */

struct text_case {
	const char *name, *from, *to;
};

static const struct text_case devices[] = {
	{ "Edge",
	  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 "
	  "(KHTML, like Gecko) Chrome/120.0 Safari/537.36 Edg/120.0",
	  "Edge (Windows)" },
	{ "Safari on a telephone",
	  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) "
	  "AppleWebKit/605.1.15 Version/17.1 Mobile/15E148 Safari/604.1",
	  "Safari (iPhone)" },
	{ "Chrome on Android",
	  "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120.0 "
	  "Mobile Safari/537.36",
	  "Chrome (Android)" },
	{ "Firefox", "Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Firefox/120.0",
	  "Firefox (Linux)" },
	{ "something else", "curl/7.88.1", "curl/7.88.1" },
	{ "nothing", "", "" },
};

static void device(void **state)
{
	const struct text_case *c = *state;
	struct ctx *cx = ctx_new(NULL);

	assert_string_equal(device_name(cx, c->from), c->to);
	ctx_end(cx);
}

static const struct text_case masks[] = {
	{ "usual", "tanto@example.jp", "ta***@example.jp" },
	{ "three letters", "abc@example.jp", "a***@example.jp" },
	{ "one letter", "a@example.jp", "***@example.jp" },
};

static void mask(void **state)
{
	const struct text_case *c = *state;
	struct ctx *cx = ctx_new(NULL);

	assert_string_equal(passcode_mask(cx, c->from), c->to);
	ctx_end(cx);
}

/* --- sites and homes ----------------------------------------------------- */

struct kind_case {
	const char *name;
	bool inside, office;
};

static const struct kind_case kinds[] = {
	{ "business", false, false },  { "venue", false, false },
	{ "medical", false, false },   { "municipality", false, true },
	{ "prefecture", false, true }, { "ministry", true, true },
	{ "registrar", true, true },   { "itdesk", true, true },
	{ "operator", true, true },
};

static void kind(void **state)
{
	const struct kind_case *c = *state;

	assert_int_equal(organisation_is_inside(c->name), c->inside);
	assert_int_equal(organisation_is_office(c->name), c->office);
}

/* --- AZ-01: what the table says of these screens ------------------------- */

struct rights_case {
	const char *name, *screen, *act, *role, *stage;
	enum verdict verdict;
};

static const struct rights_case rights_cases[] = {
	{ "anybody may see the login", "public/account/login", NULL, "", "",
	  MAY },
	{ "a link may set a password", "public/account/reset", "set", "setter",
	  "link", MAY },
	{ "nobody may without a link", "public/account/reset", "set", "", "",
	  MAY_LOGIN },
	{ "an applicant may not", "public/account/reset", "set", "applicant",
	  "full", MAY_NOT },
	{ "a code is awaited", "intranet/account/passcode", "check", "reviewer",
	  "code", MAY },
	{ "no code is awaited", "intranet/account/passcode", "check",
	  "reviewer", "full", MAY_NOT },
	{ "staff at home", "intranet/home/index", NULL, "reviewer", "full",
	  MAY },
	{ "staff before the code", "intranet/home/index", NULL, "reviewer",
	  "code", MAY_LOGIN },
	{ "a link is no staff", "intranet/home/index", NULL, "setter", "link",
	  MAY_NOT },
	{ "own logins before the code", "intranet/account/sessions", "disown",
	  "reviewer", "code", MAY_LOGIN },
	{ "own logins of a draft", "public/account/sessions", NULL, "drafter",
	  "link", MAY_NOT },
};

static void right(void **state)
{
	const struct rights_case *c = *state;
	struct session s = session_nobody("public");

	s.known = *c->role != '\0';
	s.who.role = c->role;
	s.stage = c->stage;
	assert_int_equal(rights_ask(c->screen, c->act, &s), c->verdict);
}

/* AU-08: nobody but a link and its owner ever sets a password. */
static void no_password_of_others(void **state)
{
	size_t found = 0;

	(void)state;
	for (size_t i = 0; i < nrights; i++) {
		if (strstr(rights[i].screen, "/account/reset")) {
			assert_string_equal(rights[i].roles, "setter");
			found++;
		}
	}
	assert_int_equal(found, 2);
}

int main(void)
{
	return RUN_ALL(SUITE(lives, life), SUITE(links, link_life),
		       TEST(tokens), TEST(sealed), SUITE(token_cases, token),
		       SUITE(devices, device), SUITE(masks, mask),
		       SUITE(kinds, kind), SUITE(rights_cases, right),
		       TEST(no_password_of_others));
}
