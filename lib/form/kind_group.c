/* kind_group.c - not values themselves: ids, parts, rows. */
#include <string.h>

#include "form/kind.h"

static struct id get(const void *v)
{
	struct id id;

	memcpy(&id, v, sizeof(id));
	return id;
}

static bool clean_id(struct ctx *cx, const struct field *f, const char *raw,
		     void *to, struct report *wrong)
{
	struct id id;

	(void)cx, (void)f;
	if (!id_parse(raw, &id))
		return report(wrong, "unknown");
	memcpy(to, &id, sizeof(id));
	return true;
}

static void clear_id(void *to)
{
	memset(to, 0, sizeof(struct id));
}

static bool missing_id(const void *v)
{
	return !id_set(get(v));
}

static const char *show_id(struct ctx *cx, const struct field *f, const void *v)
{
	(void)f;
	return missing_id(v) ? "" : id_text(cx, get(v));
}

static struct value bind_id(const void *v)
{
	return value_id(get(v));
}

static void fetch_id(struct ctx *cx, const struct value *from, void *to)
{
	(void)cx;
	memcpy(to, &from->id, sizeof(from->id));
}

static bool equal_id(const void *a, const void *b)
{
	return id_same(get(a), get(b));
}

const struct kind kind_id = {
	.name = "id",
	.size = sizeof(struct id),
	.clean = clean_id,
	.clear = clear_id,
	.missing = missing_id,
	.show = show_id,
	.bind = bind_id,
	.fetch = fetch_id,
	.equal = equal_id,
};

const struct kind kind_part = { .name = "part" };
const struct kind kind_rows = { .name = "rows" };
