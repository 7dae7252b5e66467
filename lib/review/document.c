/* document.c - documents that came with an application, or with an answer. */
#include "review/document.h"

#include <string.h>

#include "db/audit.h"
#include "sql/review/document.h"
#include "tokutei/attachment.h"
#include "tokutei/stored_file.h"

enum status document_list(struct ctx *cx, const struct desk_view *view,
			  struct rows *rows)
{
	return db_many(cx, &sql_document_list,
		       ARGS({ "application", value_int(view->application) }),
		       rows);
}

static enum status write_look(struct ctx *cx, void *arg)
{
	const struct document *d = arg;

	return audit_write(cx, "application.file", "application",
			   d->application, "");
}

enum status document_open(struct ctx *cx, const char *folder, struct id file,
			  struct document *d)
{
	struct row *row;

	TRY(db_one(cx, &sql_document_load, ARGS({ "id", value_id(file) }),
		   &row));
	*d = (struct document) {
		.name = row_text(row, "name"),
		.type = attachment_type(row_text(row, "kind")),
		.image = strcmp(row_text(row, "kind"), "pdf") != 0,
		.purpose = row_text(row, "purpose"),
		.at = row_time(row, "at"),
		.application = row_id(row, "application"),
		.receipt = row_text(row, "receipt"),
	};
	TRY(db_transaction(cx, write_look, d));
	return file_reopen(cx, folder, file, &d->fd);
}
