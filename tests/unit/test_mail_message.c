/* test_mail_message.c - headers of a mail: encoded, folded, never injected. */
#include <string.h>

#include "base/clock.h"
#include "mail/message.h"
#include "test.h"

/* 2022-02-15 06:00:00 UTC */
#define FEBRUARY (INT64_C(1644904800) * SECOND)

static struct header {
	const char *name, *from_name, *subject;
	const char *from_line, *subject_line;
} headers[] = {
	{ "plain", "Sesshu", "Hello: 100% = ok?",
	  "From: Sesshu\r\n <a@b.example>", "Subject: Hello: 100% = ok?" },
	{ "no name", "", "a", "From: a@b.example", "Subject: a" },
	{ "empty subject", "", "", "From: a@b.example", "Subject: " },
	{ "wide", "見本", "登録のお知らせ",
	  "From: =?UTF-8?B?6KaL5pys?=\r\n <a@b.example>",
	  "Subject: =?UTF-8?B?55m76Yyy44Gu44GK55+l44KJ44Gb?=" },
	{ "marks in the name", "A, \"B\" <c@d>", "a",
	  "From: =?UTF-8?B?QSwgIkIiIDxjQGQ+?=\r\n <a@b.example>",
	  "Subject: a" },
	{ "looks encoded", "", "=?UTF-8?Q?a?=", "From: a@b.example",
	  "Subject: =?UTF-8?B?PT9VVEYtOD9RP2E/PQ==?=" },
	{ "blanks at the end", "", "a ", "From: a@b.example",
	  "Subject: =?UTF-8?B?YSA=?=" },
	{ "40 bytes are two words", "", "あああああああああああああa",
	  "From: a@b.example",
	  "Subject: =?UTF-8?B?44GC44GC44GC44GC44GC44GC44GC44GC44GC44GC44GC44GC"
	  "44GC?=\r\n =?UTF-8?B?YQ==?=" },
	{ "no half character", "", "aあああああああああああああ",
	  "From: a@b.example",
	  "Subject: =?UTF-8?B?YeOBguOBguOBguOBguOBguOBguOBguOBguOBguOBguOBguOB"
	  "gg==?=\r\n =?UTF-8?B?44GC?=" },
};

static struct message message(const char *subject)
{
	return (struct message) { .from_name = "",
				  .from = "a@b.example",
				  .to = "c@d.example",
				  .subject = subject,
				  .date = FEBRUARY,
				  .id = "1.2@b.example",
				  .body = "a" };
}

static void header_lines(void **state)
{
	const struct header *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct message m = message(c->subject);
	struct buf to;

	buf_init(&to, cx);
	m.from_name = c->from_name;
	assert_int_equal(message_write(&m, &to), ST_OK);
	assert_string_equal(
		to.text,
		mem_printf(cx,
			   "%s\r\nTo: c@d.example\r\n%s\r\n"
			   "Date: Tue, 15 Feb 2022 15:00:00 +0900\r\n"
			   "Message-ID: <1.2@b.example>\r\n"
			   "Auto-Submitted: auto-generated\r\n"
			   "MIME-Version: 1.0\r\n"
			   "Content-Type: text/plain; charset=UTF-8\r\n"
			   "Content-Transfer-Encoding: base64\r\n\r\n"
			   "YQ==\r\n",
			   c->from_line, c->subject_line));
	ctx_end(cx);
}

static struct refusal {
	const char *name, *from_name, *from, *to, *subject, *id, *body;
} refusals[] = {
	{ "line end in the subject", "", "a@b", "c@d", "a\r\nBcc: e@f", "1@b",
	  "" },
	{ "line feed in the subject", "", "a@b", "c@d", "a\n", "1@b", "" },
	{ "return in the subject", "", "a@b", "c@d", "\ra", "1@b", "" },
	{ "tab in the subject", "", "a@b", "c@d", "a\tb", "1@b", "" },
	{ "delete in the subject", "", "a@b", "c@d", "a\x7f", "1@b", "" },
	{ "subject is no UTF-8", "", "a@b", "c@d", "\xe3\x81", "1@b", "" },
	{ "line end in the name", "a\r\nBcc: e@f", "a@b", "c@d", "a", "1@b",
	  "" },
	{ "name is no UTF-8", "\xff", "a@b", "c@d", "a", "1@b", "" },
	{ "line end in the recipient", "", "a@b", "c@d\r\nBcc: e@f", "a", "1@b",
	  "" },
	{ "two recipients", "", "a@b", "c@d, e@f", "a", "1@b", "" },
	{ "recipient in brackets", "", "a@b", "<c@d>", "a", "1@b", "" },
	{ "recipient full-width", "", "a@b", "c＠d", "a", "1@b", "" },
	{ "recipient wide", "", "a@b", "見@d", "a", "1@b", "" },
	{ "no recipient", "", "a@b", "", "a", "1@b", "" },
	{ "line end in the sender", "", "a@b\n", "c@d", "a", "1@b", "" },
	{ "brackets in the id", "", "a@b", "c@d", "a", "<1@b>", "" },
	{ "line end in the id", "", "a@b", "c@d", "a", "1@b\r\nX: y", "" },
	{ "body is no UTF-8", "", "a@b", "c@d", "a", "1@b", "\xc0\xaf" },
};

static void refused(void **state)
{
	const struct refusal *c = *state;
	struct ctx *cx = ctx_new(NULL);
	const struct message m = { .from_name = c->from_name,
				   .from = c->from,
				   .to = c->to,
				   .subject = c->subject,
				   .id = c->id,
				   .body = c->body };
	struct buf to;

	buf_init(&to, cx);
	assert_int_equal(message_write(&m, &to), ST_INVALID);
	assert_int_equal(to.n, 0);
	ctx_end(cx);
}

#define TEN "aaaaaaaaaa"
#define SIXTY TEN TEN TEN TEN TEN TEN

static struct address {
	const char *name, *text;
	bool good;
} addresses[] = {
	{ "plain", "taro.mihon@example.jp", true },
	{ "marks", "a+b=c_d/e'f{g}|~!#$%&*?^`@example.jp", true },
	{ "dots of telephone companies", "a..b.@example.jp", true },
	{ "dot at the beginning", ".a@example.jp", false },
	{ "no at", "a.example.jp", false },
	{ "two at", "a@b@c", false },
	{ "nothing before", "@b", false },
	{ "nothing behind", "a@", false },
	{ "blank", "a b@c", false },
	{ "quoted", "\"a b\"@c", false },
	{ "comment", "a(b)@c", false },
	{ "colon", "a:b@c", false },
	{ "domain with two dots", "a@b..c", false },
	{ "domain ends in a dot", "a@b.", false },
	{ "domain begins with a hyphen", "a@-b", false },
	{ "domain is a number in brackets", "a@[192.0.2.1]", false },
	{ "local part of 64", SIXTY "aaaa@b", true },
	{ "local part of 65", SIXTY "aaaaa@b", false },
	{ "254", "a@" SIXTY SIXTY SIXTY SIXTY TEN "aa", true },
	{ "255", "a@" SIXTY SIXTY SIXTY SIXTY TEN "aaa", false },
};

static void address(void **state)
{
	const struct address *c = *state;

	assert_int_equal(message_address(c->text), c->good);
}

static struct body {
	const char *name, *in, *out;
} bodies[] = {
	{ "line feeds", "a\nb\n", "YQ0KYg0K\r\n" },
	{ "both", "a\r\nb\rc", "YQ0KYg0KYw==\r\n" },
	{ "a dot on a line", ".\n", "Lg0K\r\n" },
	{ "57 bytes are a line", TEN TEN TEN TEN TEN "aaaaaaa",
	  "YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFh"
	  "YWFhYWFh\r\n" },
	{ "58 are two", TEN TEN TEN TEN TEN "aaaaaaaa",
	  "YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFh"
	  "YWFhYWFh\r\nYQ==\r\n" },
	{ "nothing", "", "" },
};

static void body(void **state)
{
	const struct body *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct message m = message("a");
	struct buf to;

	buf_init(&to, cx);
	m.body = c->in;
	assert_int_equal(message_write(&m, &to), ST_OK);
	assert_string_equal(strstr(to.text, "\r\n\r\n") + 4, c->out);
	ctx_end(cx);
}

/* Ten thousand bytes: many words, none too long, no line too long. */
static void long_subject(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct message m;
	struct buf subject, to;
	size_t words = 0;

	(void)state;
	buf_init(&subject, cx);
	buf_init(&to, cx);
	while (subject.n < 10000)
		buf_add(&subject, "あ𠮷a");
	m = message(subject.text);
	assert_int_equal(message_write(&m, &to), ST_OK);
	for (const char *s = to.text; *s; s = strstr(s, "\r\n") + 2) {
		assert_true(strcspn(s, "\r") <= 76);
		words += strstr(s, "=?UTF-8?B?") == s + 1;
	}
	assert_true(words >= 222 && words < 250);
	ctx_end(cx);
}

/* The first second of 1970 and the last of a year, in Japan time. */
static void dates(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct message m = message("a");
	struct buf to;

	(void)state;
	buf_init(&to, cx);
	m.date = 0;
	assert_int_equal(message_write(&m, &to), ST_OK);
	assert_non_null(strstr(to.text, "Thu, 1 Jan 1970 09:00:00 +0900"));
	m.date = (INT64_C(1672498799)) * SECOND + SECOND - 1;
	assert_int_equal(message_write(&m, &to), ST_OK);
	assert_non_null(strstr(to.text, "Sat, 31 Dec 2022 23:59:59 +0900"));
	ctx_end(cx);
}

int main(void)
{
	return RUN_ALL(SUITE(headers, header_lines), SUITE(refusals, refused),
		       SUITE(addresses, address), SUITE(bodies, body),
		       TEST(long_subject), TEST(dates));
}
