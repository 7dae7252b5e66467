/* pour.h - inside lib/web: texts between the pieces of a page (mould.h). */
#ifndef WEB_POUR_H
#define WEB_POUR_H

#include "base/buf.h"
#include "web/cast.h"

struct poured_row {
	const struct cast *cast;
	const char *const *values;
};

/* What is poured into one list. */
struct poured_list {
	struct poured_row *rows;
	size_t n;
	const struct rows *options; /* or these, and then value is chosen */
	const struct cast *plain, *chosen;
	const char *key; /* cast_key() of plain; NULL: not to be kept */
	const char *value;
};

/* Lists of options that were poured before, by the list itself. */
struct option_texts;
struct option_texts *option_texts_new(struct ctx *cx);

void pour(struct option_texts *options, const struct cast *page,
	  const char *const *values, const struct poured_list *lists,
	  struct buf *out);
/* Added as <?cs var: ?> does it: & < > " ' (security OUT-01). */
void pour_escaped(struct buf *out, const char *text);

#endif
