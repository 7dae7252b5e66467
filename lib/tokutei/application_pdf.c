/* application_pdf.c - an application as a PDF, to be kept or printed. */
#include "tokutei/application_pdf.h"

#include <string.h>

#include "base/buf.h"
#include "doc/pdf.h"
#include "form/shape.h"
#include "sql/tokutei/application_view.h"
#include "text/jdate.h"
#include "tokutei/fulltime.h"

#define STRETCH 1000 /* offices that one statement reads */

struct work {
	struct ctx *cx;
	const struct application_view *view;
	const struct application_words *words;
	struct pdf *pdf;
};

static const char *look_up(const struct work *w, const char *key)
{
	return w->words->get(w->words->arg, key);
}

static const char *word(const struct work *w, const char *key)
{
	const char *text = look_up(w, key);

	if (!text)
		BUG("no message %s", key);
	return text;
}

/* --- The applicant -------------------------------------------------------- */

/* What the message files say of a field: its label, a code of its choices. */
static const char *field_word(const struct work *w, const struct slot *s,
			      const char *what)
{
	const char *text = look_up(
		w, mem_printf(w->cx, "form.applicant.%s.%s", s->place, what));

	if (!text)
		text = look_up(w,
			       mem_printf(w->cx, "form.%s.%s.%s", s->form->name,
					  s->field->name, what));
	return text ? text : "";
}

static enum status field_text(const struct work *w, const struct slot *s,
			      const char **text)
{
	const struct applicant *a = w->view->applicant;
	const struct rows *options;

	*text = s->field->kind->show(w->cx, s->field, slot_value(s, a));
	if (**text == '\0') {
		*text = word(w, "ui.none");
		return ST_OK;
	}
	if (s->field->kind == &kind_check)
		*text = field_word(w, s, "ticked");
	else if (s->field->choices)
		*text = field_word(w, s, *text);
	else if (s->field->options) {
		TRY(slot_options(w->cx, s, a, &options));
		for (size_t i = 0; options && i < options->n; i++)
			if (strcmp(row_text(options->list[i], "value"),
				   *text) == 0)
				*text = row_text(options->list[i], "label");
	}
	return ST_OK;
}

static enum status write_applicant(const struct work *w)
{
	const struct shape *shape = shape_of(w->cx, &applicant_form);
	struct pdf_pair *pairs = mem_array(w->cx, shape->n + 2, sizeof(*pairs));
	size_t n = 0;

	pdf_heading(w->pdf, 2, word(w, "confirm.applicant"));
	pairs[n++] = (struct pdf_pair) {
		word(w, "confirm.founder"),
		word(w, mem_printf(w->cx, "form.founder.founder.%s",
				   w->view->applicant->founder)),
	};
	for (size_t i = 0; i < shape->n; i++) {
		const struct slot *s = &shape->list[i];

		if (s->field->kind == &kind_part ||
		    (s->field->flags & F_HIDDEN) ||
		    !slot_asked(s, w->view->applicant))
			continue;
		pairs[n].name = field_word(w, s, "label");
		TRY(field_text(w, s, &pairs[n++].value));
	}
	if (w->view->applicant->agency == 1)
		pairs[n++] = (struct pdf_pair) {
			word(w, "confirm.agency_note"),
			word(w, "confirm.agency_text"),
		};
	pdf_pairs(w->pdf, pairs, n);
	return ST_OK;
}

static bool is_first(const struct application_view *v)
{
	return strcmp(v->kind, "first") == 0;
}

static void write_receipt(const struct work *w)
{
	const struct application_view *v = w->view;
	const struct pdf_pair pairs[] = {
		{ word(w, "home.receipt"), v->receipt },
		{ word(w, "home.sent_at"),
		  v->sent_at ? jtime_text(w->cx, v->sent_at) : "" },
		{ word(w, "home.mail"), v->mail },
	};

	pdf_heading(w->pdf, 1,
		    word(w, is_first(v)
				    ? "title.public.tokutei.application"
				    : mem_printf(w->cx, "title.%s.application",
						 v->kind)));
	if (*v->receipt)
		pdf_pairs(w->pdf, pairs, COUNT(pairs));
	else
		pdf_text(w->pdf, word(w, is_first(v) ? "view.draft"
						     : "view.draft_later"));
}

/* --- Totals --------------------------------------------------------------- */

static const char *number(struct ctx *cx, const struct row *row,
			  const char *name)
{
	return mem_printf(cx, "%lld", (long long)row_int(row, name));
}

static enum status write_totals(const struct work *w)
{
	const struct pdf_column columns[] = {
		{ word(w, "view.type"), 10, false },
		{ word(w, "view.offices"), 3, true },
		{ word(w, "view.own"), 3, true },
		{ word(w, "view.external"), 3, true },
		{ word(w, "view.sum"), 3, true },
	};
	struct rows rows;

	TRY(application_totals(w->cx, w->view, &rows));
	pdf_heading(w->pdf, 2, word(w, "view.totals"));
	pdf_table(w->pdf, columns, COUNT(columns));
	for (size_t i = 0; i < rows.n; i++) {
		const struct row *r = rows.list[i];
		const char *const cells[] = {
			row_text(r, "label"),
			number(w->cx, r, "offices"),
			number(w->cx, r, "own"),
			number(w->cx, r, "external"),
			number(w->cx, r, "persons"),
		};

		pdf_row(w->pdf, cells);
	}
	pdf_table_end(w->pdf);
	return ST_OK;
}

/* --- Offices -------------------------------------------------------------- */

/* Lines of one cell; what is empty has none. */
static const char *lines(struct ctx *cx, const char *const *texts, size_t n)
{
	struct buf b;

	buf_init(&b, cx);
	for (size_t i = 0; i < n; i++)
		if (*texts[i])
			buf_printf(&b, "%s%s", b.n ? "\n" : "", texts[i]);
	return b.text;
}
#define LINES(cx, ...)                                                         \
	lines(cx, (const char *const[]) { __VA_ARGS__ },                       \
	      COUNT(((const char *const[]) { __VA_ARGS__ })))

static const char *zip_text(struct ctx *cx, const char *zip)
{
	if (strlen(zip) != 7)
		return zip;
	return mem_printf(cx, "\u3012%.3s-%s", zip, zip + 3);
}

static const char *institution(const struct work *w, struct ctx *cx,
			       const struct row *r)
{
	if (strcmp(row_text(r, "inst_secured"), "yes") != 0)
		return LINES(cx, word(w, "view.secured_no"),
			     row_text(r, "inst_plan"));
	return LINES(cx, row_text(r, "inst_name"), row_text(r, "inst_kana"),
		     zip_text(cx, row_text(r, "inst_at_zip")),
		     row_text(r, "inst_place"), row_text(r, "inst_tel"),
		     row_text(r, "inst_fax"), row_text(r, "inst_mail"));
}

/* "9時間", "12時間30分" */
static void add_time(const struct work *w, struct buf *b, int64_t hours,
		     int64_t minutes)
{
	buf_printf(b, "%lld%s", (long long)hours, word(w, "fulltime.hours"));
	if (minutes != NO_NUMBER && minutes != 0)
		buf_printf(b, "%lld%s", (long long)minutes,
			   word(w, "fulltime.minutes"));
}

/* How a head count was worked out (積算根拠), in one sentence. */
static const char *basis(const struct work *w, struct ctx *cx,
			 const char *title, const char *stored)
{
	struct fulltime *f = form_row(cx, &fulltime_form);
	const char *people = word(w, "fulltime.people");
	struct fulltime_sum sum;
	struct buf b;

	if (!fulltime_parse(cx, stored, f) ||
	    fulltime_count(cx, f, &sum) != ST_OK)
		return "";
	buf_init(&b, cx);
	buf_printf(&b, "%s%s", word(w, title), word(w, "fulltime.scheduled"));
	add_time(w, &b, f->hours, f->minutes);
	if (f->fulltimers > 0)
		buf_printf(&b, " / %s%lld%s", word(w, "fulltime.fulltimers"),
			   (long long)f->fulltimers, people);
	for (size_t i = 0; i < f->npattern; i++) {
		buf_add(&b, " / ");
		add_time(w, &b, f->pattern[i].hours, f->pattern[i].minutes);
		buf_printf(&b, "\u00d7%lld%s", (long long)f->pattern[i].people,
			   people);
	}
	buf_printf(&b, " = %s%s%s", sum.decimal, sum.cut ? "\u2026" : "",
		   people);
	return b.text;
}

static const char *contact(const struct work *w, struct ctx *cx,
			   const struct row *r)
{
	const char *fax = row_text(r, "fax");

	return LINES(cx, row_text(r, "tel"),
		     *fax ? mem_printf(cx, "%s%s", word(w, "view.fax"), fax)
			  : "",
		     row_text(r, "mail"));
}

/* A line for each business; the office stands in the first one. */
static enum status write_office(struct ctx *cx, void *arg, const struct row *r)
{
	const struct work *w = arg;
	const char *cells[] = {
		"",
		"",
		"",
		"",
		"",
		LINES(cx, row_text(r, "kind"), row_text(r, "note"),
		      basis(w, cx, "view.basis_own", row_text(r, "basis_own")),
		      basis(w, cx, "view.basis_external",
			    row_text(r, "basis_external"))),
		number(cx, r, "own"),
		number(cx, r, "external"),
		"",
	};

	if (row_int(r, "position") == 1) {
		cells[0] = number(cx, r, "number");
		cells[1] = LINES(cx, row_text(r, "name"), row_text(r, "kana"));
		cells[2] = LINES(cx, zip_text(cx, row_text(r, "at_zip")),
				 row_text(r, "place"));
		cells[3] = contact(w, cx, r);
		if (row_value(r, "staff")->kind != V_NULL)
			cells[4] = number(cx, r, "staff");
		cells[8] = institution(w, cx, r);
	}
	pdf_row(w->pdf, cells);
	return ST_OK;
}

static enum status write_offices(struct work *w)
{
	const struct pdf_column columns[] = {
		{ word(w, "view.number"), 3, true },
		{ word(w, "view.name"), 11, false },
		{ word(w, "view.place"), 13, false },
		{ word(w, "view.contact"), 10, false },
		{ word(w, "view.staff"), 6, true },
		{ word(w, "view.types"), 14, false },
		{ word(w, "view.own"), 7, true },
		{ word(w, "view.external"), 7, true },
		{ word(w, "view.institution"), 15, false },
	};

	pdf_heading(w->pdf, 2, word(w, "view.all"));
	pdf_table(w->pdf, columns, COUNT(columns));
	for (int64_t at = 0; at < w->view->last_office; at += STRETCH)
		TRY(db_each(w->cx, &sql_view_all,
			    ARGS({ "version", value_int(w->view->version) },
				 { "after", value_int(at) },
				 { "until", value_int(at + STRETCH) }),
			    write_office, w));
	pdf_table_end(w->pdf);
	return ST_OK;
}

/* System, receipt and time stand on every page (design: ui §12). */
static const char *head_line(const struct work *w)
{
	return mem_printf(w->cx, "%s  %s  %s%s", word(w, "system.name"),
			  w->view->receipt, word(w, "ui.printed"),
			  jtime_text(w->cx, w->cx->now));
}

enum status application_pdf(struct ctx *cx, const struct application_view *view,
			    const struct application_words *words, int fd)
{
	struct work w = { .cx = cx, .view = view, .words = words };
	const struct pdf_setup setup = {
		.title = word(&w, "title.public.tokutei.application"),
		.head = head_line(&w),
		.landscape = true,
		.fd = fd,
	};

	TRY(pdf_new(cx, &setup, &w.pdf));
	write_receipt(&w);
	TRY(write_applicant(&w));
	TRY(write_totals(&w));
	TRY(write_offices(&w));
	return pdf_end(w.pdf);
}
