/* letter.c - 廃止届の控え and 取消通知書: the papers of an end, as PDFs. */
#include "registered/letter.h"

#include <string.h>

#include "registered/standing.h"
#include "review/paper_head.h"

struct work {
	struct ctx *cx;
	const struct letter *letter;
	const struct paper_words *words;
	const char *kind; /* of the words: abolition, cancellation */
	struct pdf *pdf;
};

static bool is_cancelled(const struct letter *l)
{
	return strcmp(l->act, "cancel") == 0;
}

static const char *kind_of(const struct letter *l)
{
	return is_cancelled(l) ? "cancellation" : "abolition";
}

const char *letter_file(struct ctx *cx, const struct letter *letter)
{
	return mem_printf(cx, "%s-%s.pdf", letter->number, kind_of(letter));
}

static void read_letter(struct ctx *cx, const struct standing *s,
			const struct row *row, struct letter *letter)
{
	struct date day;

	*letter = (struct letter) {
		.act = row_text(row, "act"),
		.number = s->number,
		.name = s->name,
		.chief = s->chief,
		.registered_on = paper_day(cx, s->registered_on),
		.day = date_parse_iso(row_text(row, "day"), &day)
			       ? paper_day(cx, day)
			       : "",
		.reason = row_text(row, "reason"),
		.text = row_text(row, "text"),
		.at = row_time(row, "at"),
	};
}

enum status letter_own(struct ctx *cx, struct letter *letter)
{
	struct standing s;
	struct row *row;

	TRY(standing_own(cx, &s));
	TRY(standing_last_own(cx, &row));
	read_letter(cx, &s, row, letter);
	return ST_OK;
}

enum status letter_desk(struct ctx *cx, struct id application,
			struct letter *letter)
{
	struct standing s;
	struct row *row;

	TRY(standing_desk(cx, application, &s));
	TRY(standing_last_desk(cx, application, &row));
	read_letter(cx, &s, row, letter);
	return ST_OK;
}

static const char *word(const struct work *w, const char *key)
{
	return paper_word(w->words, key);
}

/* The words of this kind of letter: letter.abolition.KEY. */
static const char *own_word(const struct work *w, const char *key)
{
	return word(w, mem_printf(w->cx, "letter.%s.%s", w->kind, key));
}

static void write_facts(const struct work *w)
{
	const struct letter *l = w->letter;
	const struct pdf_pair pairs[] = {
		{ word(w, "paper.number"), l->number },
		{ word(w, "paper.name"), l->name },
		{ word(w, "paper.registered_on"), l->registered_on },
		{ own_word(w, "day"), l->day },
		{ own_word(w, "reason"),
		  word(w, mem_printf(w->cx, "form.%s.reason.%s", w->kind,
				     l->reason)) },
		{ own_word(w, "words"), *l->text ? l->text : "－" },
		{ own_word(w, "at"), jtime_text(w->cx, l->at) },
	};

	pdf_pairs(w->pdf, pairs, COUNT(pairs));
	pdf_text(w->pdf, own_word(w, "note"));
}

enum status letter_pdf(struct ctx *cx, const struct letter *letter,
		       const struct paper_words *words, int fd)
{
	struct work w = {
		.cx = cx,
		.letter = letter,
		.words = words,
		.kind = kind_of(letter),
	};
	const struct paper_head head = {
		.number = letter->number,
		.day = jtime_from_us(letter->at).date,
		.name = letter->name,
		.chief = letter->chief,
		.to_office = !is_cancelled(letter),
		.title = own_word(&w, "title"),
		.text = own_word(&w, "text"),
	};

	TRY(paper_new(cx, &head, words, fd, &w.pdf));
	write_facts(&w);
	return pdf_end(w.pdf);
}
