/* paper.c - 登録通知書: the letter that tells of a registration, as a PDF. */
#include "review/paper.h"

#include "master/type_name.h"
#include "review/paper_head.h"
#include "sql/review/paper.h"

#define STRETCH 1000 /* offices that one statement reads */
#define LISTED 5000  /* that a letter lists: a hundred and fifty pages */

struct work {
	struct ctx *cx;
	const struct paper *paper;
	const struct paper_words *words;
	struct pdf *pdf;
};

static const char *word(const struct work *w, const char *key)
{
	return paper_word(w->words, key);
}

static void read_paper(const struct row *row, struct paper *paper)
{
	*paper = (struct paper) {
		.registration = row_int(row, "id"),
		.number = row_text(row, "number"),
		.name = row_text(row, "name"),
		.chief = row_text(row, "chief"),
		.registered_on = row_text(row, "registered_on"),
		.valid_until = row_text(row, "valid_until"),
		.offices = row_int(row, "offices"),
		.persons = row_int(row, "persons"),
		.last_office = row_int(row, "last_office"),
	};
}

enum status paper_own(struct ctx *cx, struct paper *paper)
{
	struct row *row;

	TRY(db_one(cx, &sql_paper_own, NO_ARGS, &row));
	read_paper(row, paper);
	return ST_OK;
}

enum status paper_desk(struct ctx *cx, struct id application,
		       struct paper *paper)
{
	struct row *row;

	TRY(db_one(cx, &sql_paper_desk, ARGS({ "id", value_id(application) }),
		   &row));
	read_paper(row, paper);
	return ST_OK;
}

static struct date day_of(const char *iso)
{
	struct date d;

	if (!date_parse_iso(iso, &d))
		BUG("%s is no day", iso);
	return d;
}

static const char *day(const struct work *w, const char *iso)
{
	return paper_day(w->cx, day_of(iso));
}

static const char *count(const struct work *w, int64_t n, const char *unit)
{
	return mem_printf(w->cx, "%lld%s", (long long)n, word(w, unit));
}

static void write_facts(const struct work *w)
{
	const struct paper *p = w->paper;
	const struct pdf_pair pairs[] = {
		{ word(w, "paper.number"), p->number },
		{ word(w, "paper.name"), p->name },
		{ word(w, "paper.registered_on"), day(w, p->registered_on) },
		{ word(w, "paper.valid_until"), day(w, p->valid_until) },
		{ word(w, "paper.offices"),
		  count(w, p->offices, "paper.offices_unit") },
		{ word(w, "paper.persons"),
		  count(w, p->persons, "paper.persons_unit") },
	};

	pdf_pairs(w->pdf, pairs, COUNT(pairs));
}

/* What a registration asks of its holder (特措法 28, 告示 370). */
static void write_duties(const struct work *w)
{
	static const char *const duties[] = {
		"paper.duty.work",    "paper.duty.report", "paper.duty.help",
		"paper.duty.decided", "paper.duty.change", "paper.duty.renew",
	};

	pdf_heading(w->pdf, 2, word(w, "paper.duties"));
	for (size_t i = 0; i < COUNT(duties); i++)
		pdf_text(w->pdf, mem_printf(w->cx, "%zu　%s", i + 1,
					    word(w, duties[i])));
}

static void write_office(struct ctx *cx, const struct work *w,
			 const struct row *r)
{
	const char *cells[] = {
		mem_printf(cx, "%lld", (long long)row_int(r, "number")),
		row_text(r, "name"),
		row_text(r, "place"),
		row_text(r, "types"),
	};

	pdf_row(w->pdf, cells);
}

static enum status write_offices(const struct work *w)
{
	const struct pdf_column columns[] = {
		{ word(w, "paper.no"), 1, true },
		{ word(w, "paper.office"), 5, false },
		{ word(w, "paper.place"), 6, false },
		{ word(w, "paper.types"), 5, false },
	};
	int64_t listed = 0;

	pdf_heading(w->pdf, 2, word(w, "paper.list"));
	pdf_table(w->pdf, columns, COUNT(columns));
	for (int64_t at = 0; at < w->paper->last_office && listed < LISTED;
	     at += STRETCH) {
		struct ctx *cx = ctx_new(w->cx);
		struct rows rows;

		TRY(db_many(cx, &sql_paper_offices,
			    ARGS({ "registration",
				   value_int(w->paper->registration) },
				 { "after", value_int(at) },
				 { "until", value_int(at + STRETCH) }),
			    &rows));
		TRY(type_names_in(cx, &rows));
		for (size_t i = 0; i < rows.n && listed < LISTED; i++, listed++)
			write_office(cx, w, rows.list[i]);
		ctx_end(cx);
	}
	pdf_table_end(w->pdf);
	if (listed < w->paper->offices)
		pdf_text(w->pdf, word(w, "paper.more"));
	return ST_OK;
}

enum status paper_pdf(struct ctx *cx, const struct paper *paper,
		      const struct paper_words *words, int fd)
{
	struct work w = { .cx = cx, .paper = paper, .words = words };
	const struct paper_head head = {
		.number = paper->number,
		.day = day_of(paper->registered_on),
		.name = paper->name,
		.chief = paper->chief,
		.title = word(&w, "paper.title"),
		.text = word(&w, "paper.text"),
	};

	TRY(paper_new(cx, &head, words, fd, &w.pdf));
	write_facts(&w);
	write_duties(&w);
	TRY(write_offices(&w));
	return pdf_end(w.pdf);
}
