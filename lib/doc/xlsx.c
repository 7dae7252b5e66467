/* xlsx.c - opens a workbook: what the file is, and what is in it. */
#include "doc/xlsx.h"

#include <errno.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

/* How a part that could be the workbook is called, by kind of program. */
static const struct main_type {
	const char *type;
	enum xlsx_trouble why;
} main_types[] = {
	{ "application/vnd.openxmlformats-officedocument.spreadsheetml."
	  "sheet.main+xml",
	  XLSX_OK },
	{ "application/vnd.ms-excel.sheet.macroEnabled.main+xml", XLSX_MACRO },
	{ "application/vnd.ms-excel.template.macroEnabled.main+xml",
	  XLSX_MACRO },
	{ "application/vnd.ms-excel.addin.macroEnabled.main+xml", XLSX_MACRO },
	{ "application/vnd.ms-excel.sheet.binary.macroEnabled.main",
	  XLSX_BINARY },
};

/* OpenDocument names itself in a part of one line. */
static enum status not_a_package(struct xlsx *x)
{
	static const char ods[] =
		"application/vnd.oasis.opendocument.spreadsheet";
	const struct zip_part *p = zip_find(x->zip, "mimetype");
	struct zip_stream *s;
	char line[sizeof(ods)];
	size_t n;

	if (p) {
		TRY(zip_stream_open(x->cx, x->zip, p, &s));
		TRY(zip_stream_read(s, line, sizeof(line) - 1, &n));
		if (n == sizeof(ods) - 1 && memcmp(line, ods, n) == 0)
			return budget_refuse(&x->b, XLSX_ODS);
	}
	return budget_refuse(&x->b, XLSX_NOT_XLSX);
}

static enum status check_type(struct xlsx *x, const char *part)
{
	const char *type;

	TRY(content_type(x->cx, x->zip, part, &type));
	for (size_t i = 0; i < COUNT(main_types); i++) {
		if (strcasecmp(type, main_types[i].type) != 0)
			continue;
		return main_types[i].why == XLSX_OK
			       ? ST_OK
			       : budget_refuse(&x->b, main_types[i].why);
	}
	return budget_refuse(&x->b, XLSX_NOT_XLSX);
}

static enum status open_package(struct xlsx *x)
{
	const struct rel *workbook;
	struct rels rels;

	if (!zip_find(x->zip, "[Content_Types].xml"))
		return not_a_package(x);
	TRY(rels_read(x->cx, x->zip, "", &rels));
	workbook = rels_find(&rels, REL_WORKBOOK);
	if (!workbook)
		return budget_refuse(&x->b, XLSX_NOT_XLSX);
	TRY(check_type(x, workbook->part));
	TRY(workbook_read(x, workbook->part));
	if (x->nsheets == 0)
		return budget_refuse(&x->b, XLSX_NO_SHEET);
	return ST_OK;
}

static enum status open_file(struct xlsx *x, int fd)
{
	struct stat file;
	ssize_t n;
	char head[4];

	if (fstat(fd, &file) != 0)
		return fail(ST_IO, "xlsx_open: fstat: %s", strerror(errno));
	if (file.st_size > x->b.limits->file)
		return budget_refuse(&x->b, XLSX_TOO_LARGE);
	n = pread(fd, head, sizeof(head), 0);
	if (n < 0)
		return fail(ST_IO, "xlsx_open: pread: %s", strerror(errno));
	if (n < (ssize_t)sizeof(head) || memcmp(head, "PK\3\4", 4) != 0)
		return kind_refuse(x->cx, &x->b, fd, file.st_size);
	TRY(zip_open(x->cx, &x->b, fd, file.st_size, &x->zip));
	return open_package(x);
}

enum status xlsx_open(struct ctx *cx, int fd, const struct xlsx_limits *limits,
		      struct xlsx **out, enum xlsx_trouble *why)
{
	struct xlsx *x = mem_zero(cx, sizeof(*x));
	enum status st;

	x->cx = cx;
	budget_start(&x->b, limits);
	st = open_file(x, fd);
	*why = x->b.why;
	*out = x;
	return st;
}

const struct xlsx_sheet *xlsx_sheets(const struct xlsx *x, size_t *n)
{
	*n = x->nsheets;
	return x->sheets;
}

bool xlsx_sheet_find(const struct xlsx *x, const char *name, size_t *sheet)
{
	for (size_t i = 0; name && i < x->nsheets; i++)
		if (strcmp(x->sheets[i].name, name) == 0) {
			*sheet = i;
			return true;
		}
	for (size_t i = 0; i < x->nsheets; i++)
		if (!x->sheets[i].hidden) {
			*sheet = i;
			return true;
		}
	return false;
}

int64_t xlsx_rows_seen(const struct xlsx *x)
{
	return x->rows_seen;
}
