/* test_tokutei_question.c - the rules about the applicant, the table of rules,
 * and how the kind of an attachment is known. */
#include <string.h>

#include "base/buf.h"
#include "form/shape.h"
#include "tokutei/attachment.h"
#include "tokutei/question.h"

#include "test.h"

#define NOTHING QUESTIONS

/* A company that nothing is asked about; each case changes something. */
struct change {
	const char *name;
	const char *founder, *body, *company, *note1, *note2, *tel, *fax, *mail;
	int64_t agency;
	struct question_facts facts;
	enum question found; /* the one rule that speaks */
	const char *b;	     /* what is likely meant */
};

static const struct change changes[] = {
	{ "nothing to ask", .found = NOTHING },
	{ "short legal form", .company = "（株）サンプル",
	  .found = Q_COMPANY_SHORT, .b = "株式会社サンプル" },
	{ "short legal form, one sign", .company = "サンプル㈲",
	  .found = Q_COMPANY_SHORT, .b = "サンプル有限会社" },
	{ "other brackets", .company = "サンプル（東京）", .found = NOTHING },
	{ "remark 1 empty", .note1 = "", .found = Q_NUMBER_MISSING },
	{ "corporate number", .note1 = "法人番号 7000012050002",
	  .found = NOTHING },
	{ "corporate number with a slip", .note1 = "法人番号 7000012050003",
	  .found = Q_NUMBER_WRONG },
	{ "corporate number in full width",
	  .note1 = "７００００１２０５０００３", .found = Q_NUMBER_WRONG },
	{ "a shorter number is a permit", .note1 = "許可第123号",
	  .found = NOTHING },
	{ "mobile telephone", .tel = "09012345678", .found = NOTHING },
	{ "too long a telephone number", .tel = "031234567890",
	  .found = Q_TEL_UNUSUAL },
	{ "telephone number without 0", .tel = "3123456789",
	  .found = Q_TEL_UNUSUAL },
	{ "fax number too long", .fax = "031234567890",
	  .found = Q_TEL_UNUSUAL },
	{ "fax number as it should be", .fax = "0312345679", .found = NOTHING },
	{ "slip in the mail domain", .mail = "a@gmial.com",
	  .found = Q_MAIL_SLIP, .b = "gmail.com" },
	{ "offices without institution", .facts.not_secured = 3,
	  .found = Q_NOT_SECURED },

	{ "agency without mandate", .agency = 1, .found = Q_MANDATE_MISSING },
	{ "agency with mandate", .agency = 1, .facts.mandate = true,
	  .found = NOTHING },
	{ "external staff of a company", .facts.external = 5,
	  .facts.beyond_welfare = true, .found = NOTHING },

	{ "public body without kind", .founder = "public", .body = "",
	  .found = Q_APPLICANT_OPEN },
	{ "public body, own staff", .founder = "public", .found = NOTHING },
	{ "public body, external staff, no remark", .founder = "public",
	  .facts.external = 5, .found = Q_NOTE2_MISSING },
	{ "remark without the words", .founder = "public", .note2 = "委託",
	  .facts.external = 5, .facts.beyond_welfare = true,
	  .found = Q_NOTE2_WORDS },
	{ "remark without the physician", .founder = "public", .note2 = "x",
	  .facts = { .external = 5, .beyond_welfare = true, .says_plan = true },
	  .found = Q_NOTE2_WORDS },
	{ "welfare needs no physician", .founder = "public", .note2 = "x",
	  .facts = { .external = 5, .says_plan = true }, .found = NOTHING },
	{ "welfare needs a plan", .founder = "public", .note2 = "x",
	  .facts = { .external = 5, .says_physician = true },
	  .found = Q_NOTE2_WORDS },
	{ "remark with both", .founder = "public", .note2 = "x",
	  .facts = { .external = 5,
		     .beyond_welfare = true,
		     .says_plan = true,
		     .says_physician = true },
	  .found = NOTHING },
};

static const char * or (const char *given, const char *usual)
{
	return given ? given : usual;
}

static struct applicant *company(struct ctx *cx, const struct change *c)
{
	struct applicant *a = form_row(cx, &applicant_form);
	bool public_body = strcmp(or (c->founder, "private"), "public") == 0;

	a->founder = or (c->founder, "private");
	a->body = or (c->body, public_body ? "municipality" : "");
	a->physician = public_body ? "" : "yes";
	a->plan = public_body ? "" : "yes";
	a->name = or (c->company, "株式会社サンプル");
	a->note1 = or (c->note1, "許可第一号");
	a->note2 = or (c->note2, "");
	a->tel = or (c->tel, "0312345678");
	a->fax = or (c->fax, "");
	a->mail = or (c->mail, "someone@example.jp");
	a->agency = c->agency;
	return a;
}

static void applicant(void **state)
{
	const struct change *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct questions *q = form_row(cx, &question_form);
	struct buf found;

	buf_init(&found, cx);
	question_applicant(cx, company(cx, c), &c->facts, q);
	for (enum question i = 0; i < QUESTIONS; i++)
		if (q->found[i].count)
			buf_add(&found, question_rule(i).key);
	assert_string_equal(found.text, c->found == NOTHING
						? ""
						: question_rule(c->found).key);
	if (c->b)
		assert_string_equal(q->found[c->found].list[0].b, c->b);
	ctx_end(cx);
}

/* Every rule that asks has a tick of its name, the others have none. */
static void ticks(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	size_t asks = 0;

	(void)state;
	shape_check(cx, &question_form);
	for (enum question i = 0; i < QUESTIONS; i++) {
		const struct question_rule rule = question_rule(i);
		bool has = false;

		for (size_t k = 0; k < question_form.nfields; k++)
			has = has || strcmp(question_form.fields[k].name,
					    rule.key) == 0;
		assert_int_equal(has, rule.sort == QUESTION_ASK);
		asks += rule.sort == QUESTION_ASK;
	}
	assert_int_equal(asks, question_form.nfields);
	ctx_end(cx);
}

/* A tick is asked for while its rule has found something. */
static void asked(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	const struct shape *shape = shape_of(cx, &question_form);

	(void)state;
	for (enum question i = 0; i < QUESTIONS; i++) {
		struct questions *q = form_row(cx, &question_form);

		q->found[i].count = 1;
		for (size_t k = 0; k < shape->n; k++)
			assert_int_equal(slot_asked(&shape->list[k], q),
					 strcmp(shape->list[k].place,
						question_rule(i).key) == 0);
	}
	ctx_end(cx);
}

/* What blocks becomes a problem, the rest does not. */
static void blocks(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct questions *q = form_row(cx, &question_form);
	struct problems p = { .cx = cx };
	size_t n = 0;

	(void)state;
	question_block(q, &p);
	assert_int_equal(p.n, 0);
	for (enum question i = 0; i < QUESTIONS; i++) {
		q->found[i].count = 1;
		n += question_rule(i).sort == QUESTION_BLOCK;
	}
	question_block(q, &p);
	assert_int_equal(p.n, n);
	assert_string_equal(p.list[0].place, "applicant_open");
	ctx_end(cx);
}

struct head {
	const char *name, *bytes;
	size_t n;
	const char *kind; /* NULL: none of ours */
};

static const struct head heads[] = {
	{ "pdf", "%PDF-1.7\n", 9, "pdf" },
	{ "pdf, not a byte more", "%PDF-", 5, "pdf" },
	{ "pdf, a byte short", "%PDF-", 4, NULL },
	{ "pdf, something before it", " %PDF-1.7", 9, NULL },
	{ "png", "\x89PNG\r\n\x1a\n...", 11, "png" },
	{ "png, line ends changed", "\x89PNG\n\x1a\n....", 11, NULL },
	{ "jpeg", "\xff\xd8\xff\xe0", 4, "jpeg" },
	{ "gif", "GIF89a", 6, NULL },
	{ "zip", "PK\x03\x04", 4, NULL },
	{ "page", "<html>", 6, NULL },
	{ "empty", "", 0, NULL },
};

static void kind(void **state)
{
	const struct head *c = *state;
	const char *found = attachment_kind((const unsigned char *)c->bytes,
					    c->n);

	if (!c->kind)
		assert_null(found);
	else
		assert_string_equal(found, c->kind);
}

int main(void)
{
	return RUN_ALL(SUITE(changes, applicant), TEST(ticks), TEST(asked),
		       TEST(blocks), SUITE(heads, kind));
}
