/* import_upload.c - a workbook that was read and may be taken over. */
#include "workbook/import_upload.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "sql/tokutei/upload.h"
#include "text/utf8.h"
#include "tokutei/stored_file.h"

#define LONGEST_FIX 2000

static const struct field upload_fields[] = {
	TEXT(struct upload_form, file,
	     .flags = F_OPTIONAL | F_UNSTORED | F_NO_SHEET, .max = 200),
};

const struct form upload_form = {
	.name = "upload",
	.row_size = sizeof(struct upload_form),
	.fields = upload_fields,
	.nfields = COUNT(upload_fields),
};

static const char *const ways[] = { "add", "replace", NULL };

static const struct field take_fields[] = {
	ID(struct take_form, id),
	RADIO(struct take_form, how, .flags = F_REQUIRED, .choices = ways),
};

const struct form take_form = {
	.name = "take",
	.row_size = sizeof(struct take_form),
	.fields = take_fields,
	.nfields = COUNT(take_fields),
};

/* --- remarks ------------------------------------------------------------- */

static const char *args_text(struct ctx *cx, const struct report *r)
{
	json_t *args = json_object();
	const char *copy;
	char *text;

	for (size_t i = 0; i < r->nargs; i++)
		(void)json_object_set_new(args, r->args[i].name,
					  json_string(r->args[i].text));
	text = json_dumps(args, JSON_COMPACT);
	if (!text)
		BUG("json_dumps");
	copy = mem_text(cx, text);
	free(text);
	json_decref(args);
	return copy;
}

static void drop_json(void *json)
{
	json_decref(json);
}

const char *upload_label(const struct workbook *w, const struct row *remark)
{
	const char *place = row_text(remark, "place");
	const struct workbook_column *c = workbook_find(w, place);

	/* The businesses as a whole are no column. */
	if (!c && strcmp(place, "business") == 0)
		return workbook_text(w, "form.office.business.label");
	return c ? c->heading : "";
}

static void take_args(struct ctx *cx, const char *text, struct report *r)
{
	json_t *args = json_loads(text, 0, NULL), *value;
	const char *name;

	if (!args)
		return;
	mem_at_end(cx, drop_json, args);
	json_object_foreach(args, name, value)
	{
		if (r->nargs == COUNT(r->args))
			break;
		r->args[r->nargs].name = name;
		r->args[r->nargs++].text = json_string_value(value);
	}
}

struct report upload_report(struct ctx *cx, const struct workbook *w,
			    const struct row *remark, bool bad)
{
	const char *key = row_text(remark, "message");
	struct report r = { .cx = cx, .key = "" };

	if (*key)
		r.key = mem_printf(cx, "%s.%s", bad ? "problem" : "tidied",
				   key);
	take_args(cx, row_text(remark, "args"), &r);
	if (r.nargs < COUNT(r.args))
		report_arg(&r, "label", "%s", upload_label(w, remark));
	return r;
}

static enum status add_remarks(struct ctx *cx, int64_t upload,
			       const struct import_result *result)
{
	struct bulk *bulk = bulk_new(cx, &sql_upload_remark_insert);

	for (size_t i = 0; i < result->nremarks; i++) {
		const struct import_remark *r = &result->remarks[i];

		TRY(bulk_add(bulk, ARGS({ "upload", value_int(upload) },
					{ "number", value_int((int64_t)i + 1) },
					{ "bad", value_int(r->bad) },
					{ "sheet_row", value_int(r->row) },
					{ "col", value_int(r->column) },
					{ "place", value_text(r->place) },
					{ "message", value_text(r->what.key) },
					{ "args",
					  value_text(args_text(cx, &r->what)) },
					{ "raw", value_text(r->raw) },
					{ "stored", value_text(r->stored) })));
	}
	return bulk_end(bulk);
}

enum status upload_remarks(struct ctx *cx, const struct upload *u, bool bad,
			   int64_t most, struct rows *rows)
{
	return db_many(cx, &sql_upload_remark_list,
		       ARGS({ "id", value_id(u->id) },
			    { "bad", value_int(bad) },
			    { "most", value_int(most) }),
		       rows);
}

/* The same cell may have several mistakes; what is no column has no cell. */
static bool is_new_cell(const struct workbook *w, const struct rows *rows,
			size_t i)
{
	const char *place = row_text(rows->list[i], "place");
	int64_t row = row_int(rows->list[i], "sheet_row");

	for (size_t k = i; k-- > 0;) {
		if (row_int(rows->list[k], "sheet_row") != row)
			break;
		if (strcmp(row_text(rows->list[k], "place"), place) == 0)
			return false;
	}
	return workbook_find(w, place) != NULL;
}

enum status upload_cells(struct ctx *cx, const struct upload *u,
			 const struct workbook *w, int64_t most,
			 struct rows *rows)
{
	struct rows all;

	TRY(upload_remarks(cx, u, true, most, &all));
	*rows = (struct rows) { .list = mem_array(cx, all.n,
						  sizeof(*rows->list)) };
	for (size_t i = 0; i < all.n; i++)
		if (is_new_cell(w, &all, i))
			rows->list[rows->n++] = all.list[i];
	return ST_OK;
}

const char *upload_column(struct ctx *cx, int64_t column)
{
	if (column < 0)
		return "";
	if (column < 26)
		return mem_printf(cx, "%c", (char)('A' + column));
	return mem_printf(cx, "%s%c", upload_column(cx, column / 26 - 1),
			  (char)('A' + column % 26));
}

/* --- the upload ---------------------------------------------------------- */

static const struct args *counts(struct ctx *cx, const struct import_result *r,
				 struct id id, int64_t file)
{
	const struct arg list[] = {
		{ "id", value_id(id) },
		{ "file", value_int(file) },
		{ "row_count", value_int(r->rows) },
		{ "offices", value_int(r->offices) },
		{ "added", value_int(r->added) },
		{ "changed", value_int(r->changed) },
		{ "same", value_int(r->same) },
		{ "missing", value_int(r->missing) },
		{ "bad", value_int(r->bad) },
		{ "mistakes", value_int(r->mistakes) },
		{ "tidied", value_int(r->tidied) },
		{ "apart", value_int(r->apart) },
	};

	return args_keep(cx, list, COUNT(list));
}

enum status upload_new(struct ctx *cx, const struct import_result *result,
		       int64_t file, struct id *id)
{
	*id = id_new();
	TRY(db_exec(cx, &sql_upload_insert, counts(cx, result, *id, file),
		    NULL));
	return add_remarks(cx, db_last_id(cx), result);
}

enum status upload_load(struct ctx *cx, struct id id, struct upload *u)
{
	struct row *row;

	TRY(db_one(cx, &sql_upload_load, ARGS({ "id", value_id(id) }), &row));
	*u = (struct upload) {
		.number = row_int(row, "number"),
		.id = id,
		.file = row_id(row, "file"),
		.name = row_text(row, "name"),
		.taken = strcmp(row_text(row, "state"), "read") != 0,
		.apart = row_int(row, "apart") != 0,
		.row = row,
	};
	return ST_OK;
}

enum status upload_claim(struct ctx *cx, struct id id, struct upload *u)
{
	struct row *row;
	enum status st;

	TRY(upload_load(cx, id, u));
	st = db_one(cx, &sql_upload_claim, ARGS({ "id", value_id(id) }), &row);
	return st == ST_NOT_FOUND ? ST_STATE : st;
}

enum status upload_again(struct ctx *cx, const struct upload *u,
			 const struct import_result *result)
{
	TRY(db_exec(cx, &sql_upload_update, counts(cx, result, u->id, 0),
		    NULL));
	TRY(db_exec(cx, &sql_upload_remark_clear,
		    ARGS({ "upload", value_int(u->number) }), NULL));
	return add_remarks(cx, u->number, result);
}

enum status upload_done(struct ctx *cx, const struct upload *u)
{
	const struct args *args = ARGS({ "id", value_id(u->id) });

	TRY(db_exec(cx, &sql_upload_take, args, NULL));
	return db_exec(cx, &sql_upload_forget, args, NULL);
}

/* --- cells put right on the screen --------------------------------------- */

enum status upload_fixes(struct ctx *cx, const struct upload *u,
			 struct import_fixes *fixes)
{
	struct import_fix *list;
	struct rows rows;

	TRY(db_many(cx, &sql_upload_fix_list, ARGS({ "id", value_id(u->id) }),
		    &rows));
	list = mem_array(cx, rows.n, sizeof(*list));
	for (size_t i = 0; i < rows.n; i++)
		list[i] = (struct import_fix) {
			.row = row_int(rows.list[i], "sheet_row"),
			.place = row_text(rows.list[i], "place"),
			.value = row_text(rows.list[i], "value"),
		};
	*fixes = (struct import_fixes) { list, rows.n };
	return ST_OK;
}

enum status upload_fix(struct ctx *cx, const struct upload *u,
		       const struct import_fix *fix)
{
	return db_exec(cx, &sql_upload_fix_put,
		       ARGS({ "upload", value_int(u->number) },
			    { "sheet_row", value_int(fix->row) },
			    { "place", value_text(fix->place) },
			    { "value", value_text(utf8_cut(cx, fix->value,
							   LONGEST_FIX)) }),
		       NULL);
}

enum status upload_job(struct ctx *cx, const char *folder,
		       const struct upload *u,
		       const struct workbook_words *words,
		       struct import_job *job)
{
	struct import_fixes *fixes = mem_zero(cx, sizeof(*fixes));

	*job = (struct import_job) {
		.w = workbook_new(cx, words),
		.fixes = fixes,
		.apart = u->apart,
	};
	TRY(upload_fixes(cx, u, fixes));
	return file_reopen(cx, folder, u->file, &job->fd);
}
