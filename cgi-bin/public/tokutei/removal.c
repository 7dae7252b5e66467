/*
 * removal.c - 事業所の削除: asks once, on a page of its own.
 *
 *	GET  ?id=ID            that office?
 *	GET                    all of them? asks for a word to be typed
 *	POST act=remove        (id)
 *	POST act=remove_all    if the word was typed
 */
#include "tokutei/application.h"
#include "tokutei/office.h"
#include "tokutei/office_list.h"
#include "web/screen.h"

/* What has to be typed before all offices go. */
struct removal {
	const char *word;
};

static const struct field fields[] = {
	TEXT(struct removal, word, .flags = F_REQUIRED, .max = 20),
};

static const struct form removal_form = {
	.name = "removal",
	.row_size = sizeof(struct removal),
	.fields = fields,
	.nfields = COUNT(fields),
};

static enum status show(struct req *rq)
{
	struct removal *r = form_row(rq->cx, &removal_form);
	const char *name = "";
	struct progress p;

	TRY(application_progress(rq->cx, &p));
	if (p.offices == 0)
		return go(rq, "/tokutei/offices");
	if (*query(rq, "id"))
		TRY(office_named(rq->cx, asked_id(rq), &name));
	TRY(form_show(rq, &removal_form, r));
	page_text(rq, "name", name);
	page_count(rq, "offices", p.offices);
	page_title(rq, *name ? "removal.one" : "removal.all");
	page_back(rq, "/tokutei/offices");
	return page_show(rq);
}

static enum status remove_one(struct req *rq)
{
	const char *name;

	TRY(office_named(rq->cx, asked_id(rq), &name));
	TRY(office_remove(rq->cx, asked_id(rq)));
	return go(rq, "/tokutei/offices?removed=1");
}

static enum status remove_all(struct req *rq)
{
	struct removal *r = form_row(rq->cx, &removal_form);
	int64_t removed;

	TRY(form_read(rq, &removal_form, r));
	if (!office_word_fits(rq->cx, r->word,
			      message(rq, "removal.word", NULL)))
		return invalid(rq, "removal.word", "word");
	TRY(office_remove_all(rq->cx, &removed));
	return go(rq, "/tokutei/offices?removed=%lld", (long long)removed);
}

static const struct act acts[] = {
	{ "remove_all", remove_all },
	{ "remove", remove_one },
};

const struct screen screen = {
	.file = __FILE__,
	.form = &removal_form,
	.get = show,
	.acts = acts,
	.nacts = COUNT(acts),
	.step = 3,
	.steps = 4,
};
