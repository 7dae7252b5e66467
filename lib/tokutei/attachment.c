/* attachment.c - documents that go with an application. */
#include "tokutei/attachment.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "db/audit.h"
#include "sql/tokutei/attachment.h"
#include "tokutei/application.h"
#include "tokutei/stored_file.h"

static const struct field fields[] = {
	TEXT(struct attachment, file,
	     .flags = F_OPTIONAL | F_UNSTORED | F_NO_SHEET, .max = 200),
};

const struct form attachment_form = {
	.name = "attachment",
	.row_size = sizeof(struct attachment),
	.fields = fields,
	.nfields = COUNT(fields),
};

/* The name that a browser sends says nothing (security UP-01): a kind is known
 * by how it begins. */
static const struct {
	const char *kind, *type;
	const char *head;
	size_t n;
} kinds[] = {
	{ "pdf", "application/pdf", "%PDF-", 5 },
	{ "png", "image/png", "\x89PNG\r\n\x1a\n", 8 },
	{ "jpeg", "image/jpeg", "\xff\xd8\xff", 3 },
};

const char *attachment_kind(const unsigned char *head, size_t n)
{
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (n >= kinds[i].n &&
		    memcmp(head, kinds[i].head, kinds[i].n) == 0)
			return kinds[i].kind;
	return NULL;
}

static enum status read_kind(int fd, const char **kind)
{
	unsigned char head[16];
	ssize_t n = pread(fd, head, sizeof(head), 0);

	if (n < 0)
		return fail(ST_IO, "attachment: %s", strerror(errno));
	*kind = attachment_kind(head, (size_t)n);
	return ST_OK;
}

/* Too large a file has not come so far (web: .upload of the screen). */
enum status attachment_check(const struct attachment_new *a, const char **kind,
			     struct problems *p)
{
	TRY(read_kind(a->fd, kind));
	if (a->size == 0)
		(void)problem(p, "attachment.empty", "file");
	else if (!*kind)
		report_arg(problem(p, "attachment.kind", "file"), "name", "%s",
			   a->name);
	return ST_OK;
}

static enum status check(struct ctx *cx, const struct attachment_new *a,
			 const char **kind, struct problems *p)
{
	struct rows there;

	TRY(db_many(cx, &sql_attachment_beside,
		    ARGS({ "item", value_int(a->item) }), &there));
	if (there.n >= ATTACHMENT_MAX)
		report_arg(problem(p, "attachment.many", "file"), "max", "%d",
			   ATTACHMENT_MAX);
	return attachment_check(a, kind, p);
}

enum status attachment_add(struct ctx *cx, const char *folder,
			   const struct attachment_new *a, struct problems *p)
{
	const char *kind = NULL;
	int64_t file, added;
	struct id id;

	if (!a->item)
		TRY(application_touch(cx));
	TRY(check(cx, a, &kind, p));
	if (p->n)
		return ST_OK;
	TRY(file_keep(cx, folder,
		      &(struct stored_file) {
			      .fd = a->fd, .name = a->name, .kind = kind },
		      &file, &id));
	TRY(db_exec(cx, &sql_attachment_insert,
		    ARGS({ "file", value_int(file) },
			 { "item", value_int(a->item) },
			 { "purpose",
			   value_text(a->purpose ? a->purpose : "mandate") }),
		    &added));
	if (added != 1)
		return ST_STATE;
	return audit_write(cx, "attachment.add", "file", id,
			   mem_printf(cx, "{\"kind\":\"%s\",\"size\":%lld}",
				      kind, (long long)a->size));
}

enum status attachment_list(struct ctx *cx, struct rows *rows)
{
	return db_many(cx, &sql_attachment_list, NO_ARGS, rows);
}

enum status attachment_remove(struct ctx *cx, struct id id)
{
	int64_t changed;

	TRY(application_touch(cx));
	TRY(db_exec(cx, &sql_attachment_remove, ARGS({ "id", value_id(id) }),
		    &changed));
	if (changed == 0)
		return ST_NOT_FOUND;
	return audit_write(cx, "attachment.remove", "file", id, "");
}

const char *attachment_type(const char *kind)
{
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (strcmp(kinds[i].kind, kind) == 0)
			return kinds[i].type;
	return "application/octet-stream";
}

enum status attachment_open(struct ctx *cx, const char *folder, struct id id,
			    struct attachment_file *file)
{
	struct row *row;

	TRY(db_one(cx, &sql_attachment_load, ARGS({ "id", value_id(id) }),
		   &row));
	file->name = row_text(row, "name");
	file->type = attachment_type(row_text(row, "kind"));
	return file_reopen(cx, folder, id, &file->fd);
}
