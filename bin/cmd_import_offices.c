/* cmd_import_offices.c - offices of a workbook into a draft, from the host. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/clock.h"
#include "cmd.h"
#include "sql/tokutei/upload.h"
#include "text/digits.h"
#include "tokutei/application.h"
#include "workbook/import.h"
#include "web/render.h"

/* One call, and what came of it. */
struct work {
	struct call *c;
	struct who who;
	int fd;
	struct workbook_words words;
	struct import_result result;
	bool apart;
};

static const char *get_word(void *arg, const char *key)
{
	return render_message(arg, key);
}

static enum status find_draft(struct work *w, const char *application)
{
	struct id id;
	struct row *row;
	int64_t number = 0;

	if (!id_parse(application, &id) &&
	    text_number(application, 1, INT64_MAX, &number) != NUMBER_OK)
		return ST_BAD;
	TRY(db_one(
		w->c->cx, &sql_import_application,
		ARGS({ "id", value_id(id) }, { "number", value_int(number) }),
		&row));
	w->who.application = row_int(row, "id");
	w->who.draft = row_int(row, "draft");
	return ST_OK;
}

static enum status start(struct ctx *cx, void *arg)
{
	struct work *w = arg;

	return application_start(cx, call_option(w->c, "new"),
				 &w->who.application);
}

static enum status choose_draft(struct work *w)
{
	if (*call_option(w->c, "application"))
		return find_draft(w, call_option(w->c, "application"));
	if (*call_option(w->c, "new") == '\0')
		return *call_option(w->c, "read-only") ? ST_OK : ST_BAD;
	TRY(db_transaction(w->c->cx, start, w));
	return find_draft(
		w, mem_printf(w->c->cx, "%lld", (long long)w->who.application));
}

static enum status store(struct ctx *cx, void *arg)
{
	struct work *w = arg;
	struct import_job job = {
		.w = workbook_new(cx, &w->words),
		.fd = w->fd,
		.apart = w->apart,
	};
	enum status st = import_store(
		cx, &job, *call_option(w->c, "replace") != '\0', &w->result);

	w->apart = w->result.apart;
	/* What was said lives in cx. */
	if (w->result.headings)
		w->result.headings = mem_text(w->c->cx, w->result.headings);
	w->result.remarks = NULL;
	w->result.nremarks = 0;
	return st;
}

static enum status only_read(struct work *w)
{
	const struct import_job job = {
		.w = workbook_new(w->c->cx, &w->words),
		.fd = w->fd,
	};

	return import_read(w->c->cx, &job, &w->result);
}

static void say_refused(const struct work *w)
{
	const struct import_result *r = &w->result;

	if (r->why != XLSX_OK)
		call_say(w->c, "the file is refused: %s",
			 xlsx_trouble_name(r->why));
	else
		call_say(w->c, "headings are missing: %s",
			 *r->headings ? r->headings : "all");
}

static void say_result(const struct work *w, int64_t us)
{
	const struct import_result *r = &w->result;
	struct rusage use;

	(void)getrusage(RUSAGE_SELF, &use);
	(void)printf("rows=%lld offices=%lld added=%lld changed=%lld "
		     "same=%lld bad=%lld errors=%lld tidied=%lld ms=%lld "
		     "peak_kib=%ld\n",
		     (long long)r->rows, (long long)r->offices,
		     (long long)r->added, (long long)r->changed,
		     (long long)r->same, (long long)r->bad,
		     (long long)r->mistakes, (long long)r->tidied,
		     (long long)(us / 1000), use.ru_maxrss);
}

static void close_file(void *fd)
{
	(void)close(*(int *)fd);
}

static enum status open_file(struct work *w)
{
	const char *file = call_option(w->c, "file");

	w->fd = open(file, O_RDONLY | O_CLOEXEC);
	if (w->fd < 0) {
		call_say(w->c, "%s: %s", file, strerror(errno));
		return ST_IO;
	}
	mem_at_end(w->c->cx, close_file, &w->fd);
	return ST_OK;
}

static enum status write_template(struct work *w)
{
	const char *file = call_option(w->c, "template");
	int fd = open(file, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);

	if (fd < 0) {
		call_say(w->c, "%s: %s", file, strerror(errno));
		return ST_IO;
	}
	TRY(workbook_template(w->c->cx, &w->words, fd));
	(void)close(fd);
	return ST_OK;
}

static enum status import(struct work *w)
{
	int64_t began = clock_monotonic_us();
	enum status st;

	TRY(open_file(w));
	TRY(choose_draft(w));
	st = *call_option(w->c, "read-only")
		     ? only_read(w)
		     : db_transaction(w->c->cx, store, w);
	if (st == ST_INVALID) {
		say_refused(w);
		return st;
	}
	TRY(st);
	say_result(w, clock_monotonic_us() - began);
	return ST_OK;
}

static enum status run(struct call *c)
{
	struct work *w = mem_zero(c->cx, sizeof(*w));

	w->c = c;
	w->who = *c->cx->who;
	c->cx->who = &w->who;
	w->words.get = get_word;
	w->words.arg = render_new(
		c->cx, config_text(c->config, "Path.Templates"), false, false);
	if (*call_option(c, "template"))
		return write_template(w);
	if (*call_option(c, "file") == '\0')
		return ST_BAD;
	return import(w);
}

const struct command cmd_import_offices = {
	.name = "import-offices",
	.words = "",
	.options = { "file=", "read-only", "application=", "new=", "replace",
		     "template=", NULL },
	.what = "offices of a workbook into a draft; or the empty workbook",
	.db = "owner",
	.run = run,
};
