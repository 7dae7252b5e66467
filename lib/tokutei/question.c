/*
 * question.c - the check before sending: one table of rules.
 *
 * The applicant sees what a reviewer would stumble over, while it is easily
 * mended. A rule looks at the applicant, or has one statement over all offices
 * of the draft, so that 50,000 of them are no more work than five.
 */
#include "tokutei/question.h"

#include <string.h>

#include "sql/tokutei/question.h"
#include "text/company.h"
#include "text/mail.h"
#include "tokutei/question_rule.h"

/* --- Rules about offices ------------------------------------------------- */

/* A statement finds what might be meant; these look closer. */

static bool is_short(struct ctx *cx, struct question_place *place)
{
	const char *full = company_full(cx, place->a);

	place->b = full ? full : "";
	return full != NULL;
}

static bool is_slip(struct ctx *cx, struct question_place *place)
{
	const char *meant = mail_hint(cx, place->a);

	place->b = meant ? meant : "";
	return meant != NULL;
}

struct rule {
	const char *key;
	enum question_sort sort;
	void (*applicant)(struct ctx *cx, const struct applicant *a,
			  const struct question_facts *facts,
			  struct finding *f);
	/* Columns id, name, field, a, b, total: the first places, and how many
	 * there are; with really: all that might be, and no total. */
	const struct query *offices;
	bool (*really)(struct ctx *cx, struct question_place *place);
};

static const struct rule rules[QUESTIONS] = {
	[Q_APPLICANT_OPEN] = { "applicant_open", QUESTION_BLOCK,
			       .applicant = rule_applicant_open },
	[Q_PRINCIPAL_MISSING] = { "principal_missing", QUESTION_BLOCK,
				  .offices = &sql_question_principal },
	[Q_TYPE_ENDED] = { "type_ended", QUESTION_BLOCK,
			   .offices = &sql_question_type },
	[Q_MANDATE_MISSING] = { "mandate_missing", QUESTION_BLOCK,
				.applicant = rule_mandate_missing },
	[Q_NOTE2_MISSING] = { "note2_missing", QUESTION_BLOCK,
			      .applicant = rule_note2_missing },
	[Q_NOTE2_WORDS] = { "note2_words", QUESTION_ASK,
			    .applicant = rule_note2_words },
	[Q_COMPANY_SHORT] = { "company_short", QUESTION_ASK,
			      .applicant = rule_company_short,
			      .offices = &sql_question_principals,
			      .really = is_short },
	[Q_NUMBER_MISSING] = { "number_missing", QUESTION_ASK,
			       .applicant = rule_number_missing },
	[Q_NUMBER_WRONG] = { "number_wrong", QUESTION_ASK,
			     .applicant = rule_number_wrong },
	[Q_ZIP_ELSEWHERE] = { "zip_elsewhere", QUESTION_ASK,
			      .offices = &sql_question_zip },
	[Q_TEL_UNUSUAL] = { "tel_unusual", QUESTION_ASK,
			    .applicant = rule_tel_unusual,
			    .offices = &sql_question_tel },
	[Q_MAIL_SLIP] = { "mail_slip", QUESTION_ASK,
			  .applicant = rule_mail_slip,
			  .offices = &sql_question_mails, .really = is_slip },
	[Q_STAFF_LESS] = { "staff_less", QUESTION_ASK,
			   .offices = &sql_question_staff },
	[Q_NOT_SECURED] = { "not_secured", QUESTION_TELL,
			    .applicant = rule_not_secured },
};

struct question_rule question_rule(enum question q)
{
	return (struct question_rule) { rules[q].key, rules[q].sort };
}

/* --- The ticks ------------------------------------------------------------ */

/* A form's condition knows only its row: one small function for each tick. */
#define ASKED(fn, q)                                                           \
	static bool fn(const void *row)                                        \
	{                                                                      \
		return ((const struct questions *)row)->found[q].count > 0;    \
	}
ASKED(ask_note2_words, Q_NOTE2_WORDS)
ASKED(ask_company_short, Q_COMPANY_SHORT)
ASKED(ask_number_missing, Q_NUMBER_MISSING)
ASKED(ask_number_wrong, Q_NUMBER_WRONG)
ASKED(ask_zip_elsewhere, Q_ZIP_ELSEWHERE)
ASKED(ask_tel_unusual, Q_TEL_UNUSUAL)
ASKED(ask_mail_slip, Q_MAIL_SLIP)
ASKED(ask_staff_less, Q_STAFF_LESS)

#define TICK(member)                                                           \
	CHECK(struct questions, member, .flags = F_REQUIRED | F_UNSTORED,      \
	      .when = ask_##member)
static const struct field fields[] = {
	TICK(note2_words),  TICK(company_short), TICK(number_missing),
	TICK(number_wrong), TICK(zip_elsewhere), TICK(tel_unusual),
	TICK(mail_slip),    TICK(staff_less),
};

const struct form question_form = {
	.name = "question",
	.row_size = sizeof(struct questions),
	.fields = fields,
	.nfields = COUNT(fields),
};

static bool is_ticked(const struct questions *q, const char *key)
{
	for (size_t i = 0; i < COUNT(fields); i++) {
		int64_t tick;

		if (strcmp(fields[i].name, key) != 0)
			continue;
		memcpy(&tick, (const char *)q + fields[i].offset, sizeof(tick));
		return tick == 1;
	}
	return false;
}

/* --- Asking --------------------------------------------------------------- */

static void add_place(struct finding *f, const struct question_place *place)
{
	if (f->n < QUESTION_NAMED)
		f->list[f->n++] = *place;
	f->count++;
}

void rule_found(struct ctx *cx, struct finding *f, const char *field,
		const char *a, const char *b)
{
	const struct question_place place = {
		.url = mem_printf(cx, "/tokutei/applicant#%s", field),
		.name = "",
		.a = a,
		.b = b,
	};

	add_place(f, &place);
}

/* Who looks through the rows of a statement, and where they stay. */
struct search {
	struct ctx *cx;
	const struct rule *rule;
	struct finding *found;
};

static const char *place_url(struct ctx *cx, const struct row *row)
{
	const char *field = row_text(row, "field");
	struct id id = row_id(row, "id");

	if (!id_set(id))
		return mem_printf(cx, "/tokutei/applicant#%s", field);
	return mem_printf(cx, "/tokutei/office?id=%s#%s", id_text(cx, id),
			  field);
}

static struct question_place read_place(struct ctx *cx, const struct row *row)
{
	return (struct question_place) {
		.url = place_url(cx, row),
		.name = mem_text(cx, row_text(row, "name")),
		.a = mem_text(cx, row_text(row, "a")),
		.b = mem_text(cx, row_text(row, "b")),
	};
}

static enum status look_closer(struct ctx *cx, void *arg, const struct row *row)
{
	const struct search *s = arg;
	struct question_place place = { .a = row_text(row, "a") };

	if (!s->rule->really(cx, &place))
		return ST_OK;
	if (s->found->n < QUESTION_NAMED) {
		const char *meant = mem_text(s->cx, place.b);

		place = read_place(s->cx, row);
		place.b = meant;
	}
	add_place(s->found, &place);
	return ST_OK;
}

static enum status ask_offices(struct ctx *cx, const struct rule *rule,
			       struct finding *f)
{
	struct search search = { cx, rule, f };
	struct rows rows;
	int64_t before = f->count;

	if (rule->really)
		return db_each(cx, rule->offices, NO_ARGS, look_closer,
			       &search);
	TRY(db_many(cx, rule->offices, NO_ARGS, &rows));
	for (size_t i = 0; i < rows.n; i++) {
		struct question_place place = read_place(cx, rows.list[i]);

		add_place(f, &place);
	}
	if (rows.n)
		f->count = before + row_int(rows.list[0], "total");
	return ST_OK;
}

void question_applicant(struct ctx *cx, const struct applicant *a,
			const struct question_facts *facts, struct questions *q)
{
	for (size_t i = 0; i < QUESTIONS; i++)
		if (rules[i].applicant)
			rules[i].applicant(cx, a, facts, &q->found[i]);
}

static enum status load_facts(struct ctx *cx, struct question_facts *facts)
{
	struct row *row;
	enum status st = db_one(cx, &sql_question_facts, NO_ARGS, &row);

	if (st == ST_NOT_FOUND)
		return ST_STATE;
	TRY(st);
	*facts = (struct question_facts) {
		.external = row_int(row, "external"),
		.beyond_welfare = row_int(row, "beyond_welfare") == 1,
		.says_physician = row_int(row, "says_physician") == 1,
		.says_plan = row_int(row, "says_plan") == 1,
		.mandate = row_int(row, "mandate") == 1,
		.not_secured = row_int(row, "not_secured"),
	};
	return ST_OK;
}

static enum status find(struct ctx *cx, bool blocks, struct questions *q)
{
	struct applicant *a = form_row(cx, &applicant_form);
	struct question_facts facts;

	TRY(load_facts(cx, &facts));
	TRY(form_load_by(cx, &applicant_form, NO_ARGS, a));
	memset(q->found, 0, sizeof(q->found));
	question_applicant(cx, a, &facts, q);
	for (size_t i = 0; i < QUESTIONS; i++)
		if (rules[i].offices &&
		    (!blocks || rules[i].sort == QUESTION_BLOCK))
			TRY(ask_offices(cx, &rules[i], &q->found[i]));
	return ST_OK;
}

enum status question_find(struct ctx *cx, struct questions *q)
{
	return find(cx, false, q);
}

enum status question_find_blocks(struct ctx *cx, struct questions *q)
{
	return find(cx, true, q);
}

/* The first place that was found is named. */
static void block(const struct rule *rule, const struct finding *f,
		  const char *place, struct problems *p)
{
	const struct question_place none = { .name = "", .a = "", .b = "" };
	const struct question_place *first = f->n ? &f->list[0] : &none;
	struct report *r = problem(
		p, mem_printf(p->cx, "question.%s", rule->key), "%s", place);

	report_arg(r, "office", "%s", first->name);
	report_arg(r, "a", "%s", first->a);
	report_arg(r, "b", "%s", first->b);
}

void question_block(const struct questions *q, struct problems *p)
{
	for (size_t i = 0; i < QUESTIONS; i++)
		if (rules[i].sort == QUESTION_BLOCK && q->found[i].count)
			block(&rules[i], &q->found[i], rules[i].key, p);
}

enum status question_types(struct ctx *cx, struct problems *p)
{
	const struct rule *rule = &rules[Q_TYPE_ENDED];
	struct finding f = { .count = 0 };

	TRY(ask_offices(cx, rule, &f));
	if (f.count)
		block(rule, &f, "", p);
	return ST_OK;
}

enum status question_accept(struct ctx *cx, const struct questions *q)
{
	struct bulk *bulk = bulk_new(cx, &sql_question_accept);

	for (size_t i = 0; i < QUESTIONS; i++)
		if (is_ticked(q, rules[i].key))
			TRY(bulk_add(bulk, ARGS({ "question",
						  value_text(rules[i].key) })));
	return bulk_end(bulk);
}
