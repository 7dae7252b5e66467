/* test_text_mail.c - mail addresses: normal form, check, hints. */
#include "text/mail.h"

#include "test.h"

struct address {
	const char *name, *s, *normal;
	bool valid;
};

#define L64 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define L63 "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
#define L58 "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"

static const struct address addresses[] = {
	{ "plain", "taro@example.jp", "taro@example.jp", true },
	{ "domain in capitals", "Taro.M@EXAMPLE.Co.JP", "Taro.M@example.co.jp",
	  true },
	{ "full width", "ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ", "taro@example.jp",
	  true },
	{ "full width, capitals", "Ｔａｒｏ＠ＥＸＡＭＰＬＥ．ＪＰ",
	  "Taro@example.jp", true },
	{ "outer spaces", "　 taro@example.jp\r\n", "taro@example.jp", true },
	{ "every sign of an atom", "!#$%&'*+-/=?^_`{|}~a@example.jp",
	  "!#$%&'*+-/=?^_`{|}~a@example.jp", true },
	{ "digits only in front", "0123@example.jp", "0123@example.jp", true },
	{ "hyphen in the domain", "a@ex-ample.jp", "a@ex-ample.jp", true },
	{ "label of digits", "a@123.example.jp", "a@123.example.jp", true },
	{ "local part of 64", L64 "@example.jp", L64 "@example.jp", true },
	{ "local part of 65", L64 "a@example.jp", L64 "a@example.jp", false },
	{ "label of 63", "a@" L63 ".jp", "a@" L63 ".jp", true },
	{ "label of 64", "a@b" L63 ".jp", "a@b" L63 ".jp", false },
	{ "254", L64 "@" L63 "." L63 "." L58 ".jp",
	  L64 "@" L63 "." L63 "." L58 ".jp", true },
	{ "255", L64 "@" L63 "." L63 ".c" L58 ".jp",
	  L64 "@" L63 "." L63 ".c" L58 ".jp", false },
	{ "empty", "", "", false },
	{ "no at", "example.jp", "example.jp", false },
	{ "two ats", "a@b@example.jp", "a@b@example.jp", false },
	{ "nothing in front", "@example.jp", "@example.jp", false },
	{ "nothing behind", "a@", "a@", false },
	{ "one label", "a@localhost", "a@localhost", false },
	{ "dot in front", ".a@example.jp", ".a@example.jp", false },
	{ "dot before at", "a.@example.jp", "a.@example.jp", false },
	{ "two dots", "a..b@example.jp", "a..b@example.jp", false },
	{ "domain begins with a dot", "a@.example.jp", "a@.example.jp", false },
	{ "domain ends with a dot", "a@example.jp.", "a@example.jp.", false },
	{ "two dots in the domain", "a@example..jp", "a@example..jp", false },
	{ "label begins with a hyphen", "a@-ex.jp", "a@-ex.jp", false },
	{ "label ends with a hyphen", "a@ex-.jp", "a@ex-.jp", false },
	{ "underscore in the domain", "a@ex_a.jp", "a@ex_a.jp", false },
	{ "number as a domain", "a@10.0.0.1", "a@10.0.0.1", false },
	{ "address literal", "a@[10.0.0.1]", "a@[10.0.0.1]", false },
	{ "quoted", "\"a b\"@example.jp", "\"a b\"@example.jp", false },
	{ "comment", "a(x)@example.jp", "a(x)@example.jp", false },
	{ "name and address", "A <a@example.jp>", "A <a@example.jp>", false },
	{ "list", "a@example.jp,b@example.jp", "a@example.jp,b@example.jp",
	  false },
	{ "inner space", "a b@example.jp", "a b@example.jp", false },
	{ "header line", "a@example.jp\r\nBcc:b@example.jp",
	  "a@example.jp\r\nBcc:b@example.jp", false },
	{ "line feed in front", "a\nb@example.jp", "a\nb@example.jp", false },
	{ "kana", "たろう@example.jp", "たろう@example.jp", false },
	{ "domain not ASCII", "a@例.jp", "a@例.jp", false },
	{ "ideographic full stop", "a@example。jp", "a@example。jp", false },
};

static void address(void **state)
{
	const struct address *c = *state;
	struct ctx *cx = ctx_new(NULL);
	const char *normal = text_mail(cx, c->s);

	assert_string_equal(normal, c->normal);
	assert_int_equal(mail_valid(normal), c->valid);
	ctx_end(cx);
}

/* What is checked before it is normalised does not slip through either. */
static void raw(void **state)
{
	(void)state;
	assert_false(mail_valid("a@example.jp\n"));
	assert_false(mail_valid("a@example.jp\r\n"));
	assert_false(mail_valid(" a@example.jp"));
	assert_false(mail_valid("ａ@example.jp"));
}

struct hint {
	const char *name, *mail, *domain;
};

static const struct hint hints[] = {
	{ "right", "a@gmail.com", NULL },
	{ "changed places", "a@gmial.com", "gmail.com" },
	{ "letter missing", "a@gmal.com", "gmail.com" },
	{ "letter too much", "a@gmaill.com", "gmail.com" },
	{ "letter wrong", "a@gnail.com", "gmail.com" },
	{ "end cut", "a@gmail.co", "gmail.com" },
	{ "con", "a@gmail.con", "gmail.com" },
	{ "wrong end", "a@gmail.co.jp", "gmail.com" },
	{ "full width, capitals", "ａ＠ＧＭＩＡＬ．ＣＯＭ", "gmail.com" },
	{ "docomo", "a@docomo.co.jp", "docomo.ne.jp" },
	{ "docomo, slip", "a@dcoomo.ne.jp", "docomo.ne.jp" },
	{ "ezweb", "a@ezwab.ne.jp", "ezweb.ne.jp" },
	{ "softbank", "a@softbnk.ne.jp", "softbank.ne.jp" },
	{ "yahoo", "a@yaho.co.jp", "yahoo.co.jp" },
	{ "yahoo, wrong end", "a@yahoo.ne.jp", "yahoo.co.jp" },
	{ "icloud", "a@iclod.com", "icloud.com" },
	{ "any .con", "a@example.con", "example.com" },
	{ "any .cojp", "a@example.cojp", "example.co.jp" },
	{ "any .co.jo", "a@example.co.jo", "example.co.jp" },
	{ "neighbours that are real", "a@odn.ne.jp", NULL },
	{ "neighbour of ocn", "a@ocn.ne.jp", NULL },
	{ "email.com", "a@email.com", NULL },
	{ "mail.com", "a@mail.com", NULL },
	{ "a company", "a@example.co.jp", NULL },
	{ "a city", "a@city.example.lg.jp", NULL },
	{ "two slips", "a@gmiall.com", NULL },
	{ "no at", "gmial.com", NULL },
	{ "empty", "", NULL },
	{ "nothing behind", "a@", NULL },
};

static void hint(void **state)
{
	const struct hint *c = *state;
	struct ctx *cx = ctx_new(NULL);
	const char *domain = mail_hint(cx, c->mail);

	assert_int_equal(!domain, !c->domain);
	if (domain)
		assert_string_equal(domain, c->domain);
	ctx_end(cx);
}

static void within(void **state)
{
	(void)state;
	assert_true(mail_within("a@city.example.lg.jp", "lg.jp"));
	assert_true(mail_within("a@lg.jp", "lg.jp"));
	assert_true(mail_within("a@X.LG.JP", "lg.jp"));
	assert_false(mail_within("a@xlg.jp", "lg.jp"));
	assert_false(mail_within("a@lg.jp.example.com", "lg.jp"));
	assert_false(mail_within("lg.jp", "lg.jp"));
}

int main(void)
{
	return RUN_ALL(SUITE(addresses, address), TEST(raw), SUITE(hints, hint),
		       TEST(within));
}
