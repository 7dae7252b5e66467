/* worklist_export.c - the work list as CSV and as a workbook. */
#include "review/worklist_export.h"

#include "db/audit.h"
#include "db/db.h"
#include "doc/table.h"

static const struct table_column columns[] = {
	{ "receipt", "worklist.col.receipt", false, 22 },
	{ "name", "worklist.col.name", false, 40 },
	{ "pref", "worklist.col.pref", false, 12 },
	{ "state", "worklist.col.state", false, 14 },
	{ "since", "worklist.col.since", false, 14 },
	{ "due", "worklist.col.due", false, 14 },
	{ "offices", "worklist.col.offices", true, 10 },
	{ "persons", "worklist.col.persons", true, 10 },
	{ "assignee", "worklist.col.assignee", false, 20 },
};

struct export
{
	const struct worklist_words *words;
	struct table *table;
	int64_t rows;
};

/* A state is written as its word. */
static enum status put(struct ctx *cx, void *arg, const struct row *row)
{
	const struct export *e = arg;
	struct row copy = *row;
	struct value *state = row_column(&copy, "state");
	const char *key = mem_printf(cx, "unit_state.%s", state->text);
	const char *text = e->words->text(e->words->arg, key);

	*state = value_text(text ? text : "");
	return table_row(e->table, &copy);
}

static enum status note(struct ctx *cx, void *arg)
{
	const struct export *e = arg;
	const struct id none = { { 0 } };

	return audit_write(
		cx, "worklist.export", "", none,
		mem_printf(cx, "{\"rows\":%lld}", (long long)e->rows));
}

static enum status write_all(struct ctx *cx, const struct worklist_filter *f,
			     const struct worklist_words *words, bool csv,
			     int fd)
{
	const struct table_setup setup = {
		.columns = columns,
		.ncolumns = COUNT(columns),
		.sheet = "worklist.file",
		.text = words->text,
		.arg = words->arg,
		.csv = csv,
	};
	struct export e = { .words = words };

	TRY(table_open(cx, &setup, fd, &e.table));
	TRY(worklist_each(cx, f, put, &e));
	TRY(table_end(e.table, &e.rows));
	return db_transaction(cx, note, &e);
}

enum status worklist_csv(struct ctx *cx, const struct worklist_filter *f,
			 const struct worklist_words *words, int fd)
{
	return write_all(cx, f, words, true, fd);
}

enum status worklist_xlsx(struct ctx *cx, const struct worklist_filter *f,
			  const struct worklist_words *words, int fd)
{
	return write_all(cx, f, words, false, fd);
}
