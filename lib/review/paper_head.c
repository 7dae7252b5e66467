/* paper_head.c - what all papers about a registration have alike. */
#include "review/paper_head.h"

const char *paper_word(const struct paper_words *words, const char *key)
{
	const char *text = words->get(words->arg, key);

	if (!text)
		BUG("no message %s", key);
	return text;
}

const char *paper_day(struct ctx *cx, struct date d)
{
	return mem_printf(cx, "%s（%s）", date_text(cx, d),
			  date_text_era(cx, d));
}

/* From whom is above in a notice of the office, below in one to the office. */
static void write_sides(struct ctx *cx, struct pdf *pdf,
			const struct paper_head *h,
			const struct paper_words *words)
{
	const char *office = paper_word(words, "paper.from");
	const char *chief = mem_printf(
		cx, "%s　%s", paper_word(words, "paper.chief"), h->chief);

	if (h->to_office) {
		pdf_line(pdf, PDF_LEFT, false,
			 mem_printf(cx, "%s　%s", office,
				    paper_word(words, "letter.to")));
		pdf_line(pdf, PDF_RIGHT, false, h->name);
		pdf_line(pdf, PDF_RIGHT, false, chief);
	} else {
		pdf_line(pdf, PDF_LEFT, false, h->name);
		pdf_line(pdf, PDF_LEFT, false,
			 mem_printf(cx, "%s　%s", chief,
				    paper_word(words, "paper.sir")));
		pdf_line(pdf, PDF_RIGHT, false, office);
	}
}

enum status paper_new(struct ctx *cx, const struct paper_head *head,
		      const struct paper_words *words, int fd, struct pdf **pdf)
{
	const struct pdf_setup setup = {
		.title = head->title,
		.head = mem_printf(cx, "%s  %s",
				   paper_word(words, "system.name"),
				   head->number),
		.fd = fd,
	};

	TRY(pdf_new(cx, &setup, pdf));
	pdf_line(*pdf, PDF_RIGHT, false, head->number);
	pdf_line(*pdf, PDF_RIGHT, false, date_text_era(cx, head->day));
	pdf_line(*pdf, PDF_LEFT, false, " ");
	write_sides(cx, *pdf, head, words);
	pdf_line(*pdf, PDF_LEFT, false, " ");
	pdf_line(*pdf, PDF_CENTRE, true, head->title);
	pdf_line(*pdf, PDF_LEFT, false, " ");
	pdf_text(*pdf, head->text);
	return ST_OK;
}
