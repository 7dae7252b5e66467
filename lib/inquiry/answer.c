/* answer.c - 疑義照会: an item is corrected or answered. */
#include "inquiry/answer.h"

#include <string.h>

#include "db/audit.h"
#include "sql/review/inquiry_answer.h"
#include "tokutei/attachment.h"

enum status answer_inquiries(struct ctx *cx, const struct id *id,
			     struct rows *rows)
{
	return db_many(cx, &sql_answer_inquiries,
		       ARGS({ "id", id ? value_id(*id) : value_null() }), rows);
}

enum status answer_items(struct ctx *cx, int64_t inquiry, struct rows *rows)
{
	return db_many(cx, &sql_answer_items,
		       ARGS({ "inquiry", value_int(inquiry) }), rows);
}

enum status answer_files(struct ctx *cx, int64_t inquiry, struct rows *rows)
{
	return db_many(cx, &sql_answer_files,
		       ARGS({ "inquiry", value_int(inquiry) }), rows);
}

enum status answer_open(struct ctx *cx, struct id item, struct answer *a)
{
	TRY(db_one(cx, &sql_answer_item, ARGS({ "id", value_id(item) }),
		   &a->row));
	a->item = row_int(a->row, "item");
	a->inquiry = row_int(a->row, "inquiry");
	a->inquiry_id = row_id(a->row, "inquiry_id");
	a->version = row_int(a->row, "version");
	a->open = strcmp(row_text(a->row, "inquiry_state"), "sent") == 0;
	a->c = form_row(cx, &correction_form);
	a->c->at = (struct point) {
		.target = row_text(a->row, "target"),
		.office = row_int(a->row, "office"),
		.position = row_int(a->row, "position"),
		.field = row_text(a->row, "field"),
	};
	a->c->id = item;
	a->c->revision = row_int(a->row, "revision");
	a->c->reply = row_text(a->row, "reply");
	return correction_load(cx, a->version, a->c);
}

/* The application is locked, and then the item is as it is now. */
static enum status lock(struct ctx *cx, struct id item, struct row **claim,
			struct answer *a)
{
	TRY(db_one(cx, &sql_answer_claim, NO_ARGS, claim));
	TRY(answer_open(cx, item, a));
	return a->open ? ST_OK : ST_STATE;
}

enum status answer_progress(struct ctx *cx, const struct answer *a,
			    struct answer_progress *all)
{
	struct rows items;

	*all = (struct answer_progress) { 0 };
	TRY(answer_items(cx, a->inquiry, &items));
	all->items = (int64_t)items.n;
	for (size_t i = 0; i < items.n; i++) {
		struct id id = row_id(items.list[i], "id");

		if (id_same(id, a->c->id))
			all->nth = (int64_t)i + 1;
		if (strcmp(row_text(items.list[i], "state"), "open") != 0)
			continue;
		if (all->open++ == 0)
			all->next = id;
	}
	return ST_OK;
}

/* --- What was typed ------------------------------------------------------ */

static void take(struct problems *to, const struct problem *from,
		 const char *place)
{
	struct report *r = problem(to, from->what.key, "%s", place);

	for (size_t i = 0; i < from->what.nargs; i++)
		r->args[r->nargs++] = from->what.args[i];
}

static bool basis_typed(const struct fulltime *f)
{
	return f->hours != NO_NUMBER || f->minutes != NO_NUMBER ||
	       f->fulltimers != NO_NUMBER || f->npattern;
}

/* The calculation is taken if anything of it was typed; emptied, it goes. */
static void read_basis(struct ctx *cx, struct correction *typed,
		       const struct problems *all, struct problems *p)
{
	struct problems own = { .cx = cx };
	const char *text = "";
	size_t before = p->n;

	if (basis_typed(&typed->basis)) {
		for (size_t i = 0; i < all->n; i++)
			if (place_below(all->list[i].place, "basis"))
				take(p, &all->list[i], all->list[i].place);
		if (p->n == before)
			fulltime_form.rules(&own, &typed->basis);
		for (size_t i = 0; i < own.n; i++)
			take(p, &own.list[i],
			     mem_printf(cx, "basis.%s", own.list[i].place));
		text = fulltime_text(cx, &typed->basis);
	}
	if (strcmp(typed->at.field, "own") == 0)
		typed->business.basis_own = text;
	else
		typed->business.basis_external = text;
}

/* Problems of what was not asked are none: it stays as it is stored. */
static enum status read_typed(struct ctx *cx, const struct input *in,
			      struct correction *typed, struct problems *p)
{
	struct problems all = { .cx = cx };
	const char *places = mem_printf(cx, "%s reply",
					point_places(cx, &typed->at));

	TRY(form_clean(cx, &correction_form, in, typed, &all));
	for (size_t i = 0; i < all.n; i++)
		if (place_below(all.list[i].place, places))
			take(p, &all.list[i], all.list[i].place);
	if (point_counts(&typed->at))
		read_basis(cx, typed, &all, p);
	return ST_OK;
}

/* Where the page shows a problem of the whole office: at the control itself if
 * it is on the page, else at the first one that is. */
static const char *shown_place(struct ctx *cx, const struct point *at,
			       const char *place)
{
	const char *places = point_places(cx, at);
	const char *row = mem_printf(cx, "business.%lld.",
				     (long long)at->position - 1);
	size_t n = strlen(row);

	if (strncmp(place, row, n) == 0)
		place = mem_printf(cx, "business.%s", place + n);
	if (place_below(place, places))
		return place;
	if (strcmp(places, "business") == 0)
		return "business.type";
	return mem_text_n(cx, places, strcspn(places, " "));
}

static void check_office(struct ctx *cx, struct correction *c,
			 struct problems *p)
{
	const struct office *o = correction_office(c);
	struct problems all = { .cx = cx };

	if (!o)
		return;
	office_form.rules(&all, o);
	for (size_t i = 0; i < all.n; i++)
		take(p, &all.list[i],
		     shown_place(cx, &c->at, all.list[i].place));
}

/* --- Stored -------------------------------------------------------------- */

static enum status count_files(struct ctx *cx, const struct answer *a,
			       size_t *n)
{
	struct rows rows;

	*n = 0;
	TRY(answer_files(cx, a->inquiry, &rows));
	for (size_t i = 0; i < rows.n; i++)
		*n += id_same(row_id(rows.list[i], "item"), a->c->id);
	return ST_OK;
}

static enum status note(struct ctx *cx, const struct answer *a,
			const char *after, const char *reply, const char *state)
{
	int64_t changed;

	TRY(db_exec(cx, &sql_answer_saved,
		    ARGS({ "item", value_int(a->item) },
			 { "state", value_text(state) },
			 { "reply", value_text(reply) },
			 { "after", value_text(after) },
			 { "revision", value_int(a->c->revision) }),
		    &changed));
	if (changed == 0)
		return ST_STALE;
	return audit_write(cx, "inquiry_item.answer", "inquiry_item", a->c->id,
			   mem_printf(cx, "{\"state\":\"%s\"}", state));
}

/* Changed, answered, or neither. */
static enum status find_state(struct ctx *cx, const struct answer *a,
			      const char *after, const char *reply,
			      const char **state)
{
	size_t files;

	TRY(count_files(cx, a, &files));
	if (strcmp(after, row_text(a->row, "before_text")) != 0)
		*state = "changed";
	else
		*state = *reply || files ? "answered" : "open";
	return ST_OK;
}

static enum status store(struct ctx *cx, const struct row *claim,
			 struct correction *c)
{
	int64_t draft;

	TRY(draft_open(cx, claim, &draft));
	if (draft != row_int(claim, "draft")) {
		/* The one that was found again has revisions of its own. */
		struct correction *stored = form_row(cx, &correction_form);

		stored->at = c->at;
		TRY(correction_load(cx, draft, stored));
		correction_merge(cx, stored, c);
		return correction_save(cx, stored);
	}
	return correction_save(cx, c);
}

enum status answer_save(struct ctx *cx, const struct application_words *words,
			struct id item, int64_t revision,
			const struct input *in, struct problems *p)
{
	struct correction *typed = mem_zero(cx, sizeof(*typed));
	struct correction is;
	struct answer a;
	struct row *claim;
	const char *after, *state;

	TRY(lock(cx, item, &claim, &a));
	if (revision != a.c->revision)
		return ST_STALE;
	*typed = is = *a.c;
	TRY(read_typed(cx, in, typed, p));
	if (p->n)
		return ST_OK;
	correction_merge(cx, &is, typed);
	check_office(cx, &is, p);
	if (p->n)
		return ST_OK;
	TRY(point_text(cx, words, &is, &after));
	TRY(find_state(cx, &a, after, typed->reply, &state));
	if (strcmp(state, "open") == 0) {
		(void)problem(p, "inquiry.unanswered", "reply");
		return ST_OK;
	}
	if (correction_differs(cx, a.c, &is))
		TRY(store(cx, claim, &is));
	return note(cx, &a, after, typed->reply, state);
}

static bool has_purpose(const struct attachment_new *file)
{
	for (size_t i = 0; document_purposes[i]; i++)
		if (strcmp(document_purposes[i], file->purpose) == 0)
			return true;
	return false;
}

enum status answer_attach(struct ctx *cx, const char *folder, struct id item,
			  const struct attachment_new *file, struct problems *p)
{
	struct attachment_new with = *file;
	struct answer a;
	struct row *claim;

	if (!has_purpose(file)) {
		(void)problem(p, "inquiry.purpose", "purpose");
		return ST_OK;
	}
	TRY(lock(cx, item, &claim, &a));
	with.item = a.item;
	return attachment_add(cx, folder, &with, p);
}

enum status answer_detach(struct ctx *cx, struct id item, struct id file)
{
	struct answer a;
	struct row *claim;
	int64_t changed;

	TRY(lock(cx, item, &claim, &a));
	TRY(db_exec(
		cx, &sql_answer_file_remove,
		ARGS({ "item", value_int(a.item) }, { "id", value_id(file) }),
		&changed));
	if (changed == 0)
		return ST_NOT_FOUND;
	return audit_write(cx, "attachment.remove", "file", file, "");
}
