/* export.c - the list of open offices as CSV and as a workbook. */
#include "missing/export.h"

#include "db/audit.h"
#include "db/db.h"
#include "doc/table.h"

static const struct table_column columns[] = {
	{ "number", "missing.col.number", false, 18 },
	{ "name", "missing.col.name", false, 40 },
	{ "pref", "missing.col.pref", false, 12 },
	{ "offices", "missing.col.offices", true, 14 },
	{ "since", "missing.col.since", false, 14 },
	{ "days", "missing.col.days", true, 10 },
	{ "reminded_on", "missing.col.reminded", false, 14 },
};

static enum status put(struct ctx *cx, void *arg, const struct row *row)
{
	(void)cx;
	return table_row(arg, row);
}

static enum status note(struct ctx *cx, void *arg)
{
	const int64_t *rows = arg;
	const struct id none = { { 0 } };

	return audit_write(cx, "missing.export", "", none,
			   mem_printf(cx, "{\"rows\":%lld}", (long long)*rows));
}

enum status missing_export(struct ctx *cx, const struct missing_filter *f,
			   bool csv,
			   const char *(*text)(void *arg, const char *key),
			   void *arg, int fd)
{
	const struct table_setup setup = {
		.columns = columns,
		.ncolumns = COUNT(columns),
		.sheet = "missing.file",
		.text = text,
		.arg = arg,
		.csv = csv,
	};
	struct table *t;
	int64_t rows;

	TRY(table_open(cx, &setup, fd, &t));
	TRY(missing_each(cx, f, put, t));
	TRY(table_end(t, &rows));
	return db_transaction(cx, note, &rows);
}
