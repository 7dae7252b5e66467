/* tsv.c - a table of sql/data: lines, tabs, the names of the columns first. */
#include "master/tsv.h"

#include <errno.h>
#include <string.h>
#include <zlib.h>

#include "base/buf.h"

static void close_file(void *file)
{
	(void)gzclose(file);
}

static enum status read_all(struct ctx *cx, const char *path, struct buf *text)
{
	struct ctx *own = ctx_new(cx);
	gzFile file = gzopen(path, "rb");
	char *piece = mem_zero(own, 1 << 16);
	int n;

	if (!file)
		return fail(ST_IO, "%s: %s", path, strerror(errno));
	mem_at_end(own, close_file, file);
	while ((n = gzread(file, piece, 1 << 16)) > 0)
		buf_add_n(text, piece, (size_t)n);
	/* A file that was cut off ends without an error of its own. */
	if (n < 0 || !gzeof(file))
		return fail(ST_IO, "%s: not readable to its end", path);
	ctx_end(own);
	return ST_OK;
}

static size_t count_columns(const char *line)
{
	size_t n = 1;

	for (const char *p = line; *p && *p != '\n'; p++)
		n += *p == '\t';
	return n;
}

/* The text up to the next tab or the end of the line; *p moves behind it. */
static const char *take_column(struct ctx *cx, const char **p)
{
	size_t n = strcspn(*p, "\t\n");
	const char *text = mem_text_n(cx, *p, n);

	*p += n;
	if (**p == '\t')
		++*p;
	return text;
}

static void take_names(struct tsv *tsv)
{
	tsv->rest = tsv->text;
	tsv->ncolumns = count_columns(tsv->text);
	tsv->columns = mem_array(tsv->cx, tsv->ncolumns, sizeof(*tsv->columns));
	for (size_t i = 0; i < tsv->ncolumns; i++)
		tsv->columns[i].name = take_column(tsv->cx, &tsv->rest);
	if (*tsv->rest)
		tsv->rest++;
}

enum status tsv_open(struct ctx *cx, const char *path, struct tsv **out)
{
	struct tsv *tsv = mem_zero(cx, sizeof(*tsv));
	struct buf text;

	buf_init(&text, cx);
	TRY(read_all(cx, path, &text));
	tsv->cx = cx;
	tsv->path = path;
	tsv->text = text.text;
	tsv->checksum = (int64_t)crc32_z(0, (const Bytef *)text.text, text.n);
	take_names(tsv);
	*out = tsv;
	return ST_OK;
}

bool tsv_next(struct ctx *cx, struct tsv *tsv)
{
	const char *p = tsv->rest;

	if (*p == '\0' || tsv->broken)
		return false;
	if (count_columns(p) != tsv->ncolumns) {
		tsv->broken = true;
		return false;
	}
	for (size_t i = 0; i < tsv->ncolumns; i++)
		tsv->columns[i].v = value_text(take_column(cx, &p));
	tsv->rest = *p == '\n' ? p + 1 : p;
	return true;
}

const char *tsv_text(const struct tsv *tsv, const char *name)
{
	for (size_t i = 0; i < tsv->ncolumns; i++)
		if (strcmp(tsv->columns[i].name, name) == 0)
			return tsv->columns[i].v.text;
	BUG("%s: no column %s", tsv->path, name);
}

void tsv_rewind(struct tsv *tsv)
{
	tsv->rest = tsv->text;
	tsv->rest += strcspn(tsv->rest, "\n");
	if (*tsv->rest)
		tsv->rest++;
	tsv->broken = false;
}
