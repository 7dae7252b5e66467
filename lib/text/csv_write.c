/* csv_write.c - tables as text: writing. */
#include <string.h>

#include "text/csv.h"
#include "text/utf8.h"

void csv_start(struct csv_writer *w, struct buf *to)
{
	*w = (struct csv_writer) { .to = to };
	buf_add(to, "\xEF\xBB\xBF");
}

bool csv_formula(const char *s)
{
	s += strspn(s, "'");
	switch (utf8_next(&s)) {
	case '=':
	case '+':
	case '-':
	case '@':
	case '\t':
	case '\r':
	case 0xFF1D:
	case 0xFF0B:
	case 0xFF0D:
	case 0xFF20:
		return true;
	default:
		return false;
	}
}

void csv_text(struct csv_writer *w, const char *s)
{
	bool quote = strpbrk(s, ",\"\r\n") != NULL;

	w->blank = w->cells == 0 && *s == '\0';
	if (w->cells++ > 0)
		buf_char(w->to, ',');
	if (quote)
		buf_char(w->to, '"');
	if (csv_formula(s))
		buf_char(w->to, '\'');
	for (; *s; s++) {
		if (*s == '"')
			buf_char(w->to, '"');
		buf_char(w->to, *s);
	}
	if (quote)
		buf_char(w->to, '"');
}

void csv_int(struct csv_writer *w, int64_t n)
{
	w->blank = false;
	if (w->cells++ > 0)
		buf_char(w->to, ',');
	buf_printf(w->to, "%lld", (long long)n);
}

void csv_end_row(struct csv_writer *w)
{
	/* A single empty cell would be an empty line, which is no row. */
	if (w->blank && w->cells == 1)
		buf_add(w->to, "\"\"");
	buf_add(w->to, "\r\n");
	w->cells = 0;
	w->blank = false;
}
