/* worklist_chip.c - the filter of the work list as an address, and as chips. */
#include <stddef.h>
#include <string.h>

#include "base/buf.h"
#include "db/db.h"
#include "http/http.h"
#include "review/worklist.h"
#include "sql/master/business_type.h"
#include "sql/master/place.h"

/* Conditions in the order of the page; then what is no condition to take off.
 * named: the master table has a name for it. */
static const struct parameter {
	const char *name;
	size_t offset;
	const struct query *named;
} parameters[] = {
	{ "q", offsetof(struct worklist_filter, q), NULL },
	{ "pref", offsetof(struct worklist_filter, pref),
	  &sql_prefecture_options },
	{ "type", offsetof(struct worklist_filter, type), &sql_type_options },
	{ "founder", offsetof(struct worklist_filter, founder), NULL },
	{ "size", offsetof(struct worklist_filter, size), NULL },
	{ "whose", offsetof(struct worklist_filter, whose), NULL },
	{ "age", offsetof(struct worklist_filter, age), NULL },
	{ "due", offsetof(struct worklist_filter, due), NULL },
	{ "state", offsetof(struct worklist_filter, state), NULL },
	{ "sort", offsetof(struct worklist_filter, sort), NULL },
};

static const char **value_of(const struct parameter *p,
			     struct worklist_filter *f)
{
	return (const char **)(void *)((char *)f + p->offset);
}

const char *worklist_url(struct ctx *cx, const char *path,
			 const struct worklist_filter *f)
{
	struct worklist_filter copy = *f;
	struct buf url;

	/* Follows from the name. */
	if (strcmp(f->sort, "name") == 0)
		copy.sort = "";
	buf_init(&url, cx);
	buf_add(&url, path);
	for (size_t i = 0; i < COUNT(parameters); i++)
		http_url_add(&url, parameters[i].name,
			     *value_of(&parameters[i], &copy));
	return url.text;
}

const char *worklist_query(struct ctx *cx, const char *sent)
{
	static const char signs[] = "abcdefghijklmnopqrstuvwxyz"
				    "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "0123456789=&%._~-";
	size_t n = strspn(sent, signs);

	return n && n <= 500 && sent[n] == '\0' ? mem_printf(cx, "%s&", sent)
						: "";
}

static enum status find_label(struct ctx *cx, const struct query *q,
			      struct worklist_chip *chip)
{
	const struct rows *options;

	TRY(db_cached(cx, q, NO_ARGS, &options));
	for (size_t i = 0; i < options->n; i++)
		if (strcmp(row_text(options->list[i], "value"), chip->code) ==
		    0)
			chip->text = row_text(options->list[i], "label");
	return ST_OK;
}

enum status worklist_chips(struct ctx *cx, const struct worklist_filter *f,
			   struct worklist_chip *chips, size_t *n)
{
	*n = 0;
	for (size_t i = 0; i < WORKLIST_CHIPS; i++) {
		const struct parameter *p = &parameters[i];
		struct worklist_filter without = *f;
		struct worklist_chip *chip = &chips[*n];

		*chip = (struct worklist_chip) {
			.field = p->name, .code = *value_of(p, &without)
		};
		if (*chip->code == '\0')
			continue;
		*value_of(p, &without) = "";
		worklist_settle(cx, &without);
		chip->url = worklist_url(cx, "/tokutei/list", &without);
		if (p->named)
			TRY(find_label(cx, p->named, chip));
		if (strcmp(p->name, "q") == 0)
			chip->text = chip->code;
		(*n)++;
	}
	return ST_OK;
}
