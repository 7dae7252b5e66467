/* cmd_migrate.c - brings the tables and the reference data up to date. */
#include <dirent.h>
#include <errno.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "cmd.h"
#include "db/db.h"
#include "master/load.h"
#include "sql/worker/migration.h"

/* Runs every time: it makes the table that remembers the others. */
#define FIRST "0000_migration.sql"

struct script {
	const char *name;
	const char *text;
	unsigned char sha256[crypto_hash_sha256_BYTES];
};

static void close_file(void *file)
{
	(void)fclose(file);
}

static enum status read_script(struct ctx *cx, const char *folder,
			       struct script *s)
{
	const char *path = mem_printf(cx, "%s/%s", folder, s->name);
	FILE *f = fopen(path, "re");
	struct buf text;
	char part[4096];
	size_t n;

	if (!f)
		return fail(ST_IO, "%s: %s", path, strerror(errno));
	mem_at_end(cx, close_file, f);
	buf_init(&text, cx);
	while ((n = fread(part, 1, sizeof(part), f)) > 0)
		buf_add_n(&text, part, n);
	if (ferror(f))
		return fail(ST_IO, "%s: cannot be read", path);
	s->text = text.text;
	(void)crypto_hash_sha256(s->sha256, (const unsigned char *)text.text,
				 text.n);
	return ST_OK;
}

/* ST_STATE: it was another one when it was run. */
static enum status is_done(struct ctx *cx, const struct script *s, bool *done)
{
	struct row *row;
	const struct value *was;
	enum status st = db_one(cx, &sql_migration_load,
				ARGS({ "name", value_text(s->name) }), &row);

	*done = st == ST_OK;
	if (st == ST_NOT_FOUND)
		return ST_OK;
	TRY(st);
	was = row_value(row, "sha256");
	if (was->n == sizeof(s->sha256) &&
	    memcmp(was->text, s->sha256, was->n) == 0)
		return ST_OK;
	return fail(ST_STATE,
		    "%s was changed after it had been run; what is to change "
		    "goes into a new file",
		    s->name);
}

/* The server commits after each CREATE and ALTER, so a script that fails in
 * its middle is finished by hand. */
static enum status run_script(struct ctx *cx, const char *folder,
			      const char *name)
{
	struct script s = { .name = name, .text = "" };
	bool done = false;

	TRY(read_script(cx, folder, &s));
	if (strcmp(name, FIRST) == 0)
		return db_script(cx, s.text);
	TRY(is_done(cx, &s, &done));
	if (done)
		return ST_OK;
	TRY(db_script(cx, s.text));
	log_event("migrate", LOG_TEXT("script", name));
	return db_exec(
		cx, &sql_migration_insert,
		ARGS({ "name", value_text(name) },
		     { "sha256", value_bytes(s.sha256, sizeof(s.sha256)) }),
		NULL);
}

static int is_script(const struct dirent *entry)
{
	const char *name = entry->d_name;
	size_t n = strlen(name);

	return strspn(name, "0123456789") == 4 && name[4] == '_' && n > 9 &&
	       strcmp(name + n - 4, ".sql") == 0;
}

static enum status run_all(struct ctx *cx, const char *folder)
{
	struct dirent **list;
	int n = scandir(folder, &list, is_script, alphasort);
	enum status st = ST_OK;

	if (n < 0)
		return fail(ST_IO, "%s: %s", folder, strerror(errno));
	for (int i = 0; i < n; i++) {
		struct ctx *own = ctx_new(cx);

		if (st == ST_OK)
			st = run_script(own, folder, list[i]->d_name);
		ctx_end(own);
		free(list[i]);
	}
	free(list);
	return n ? st : fail(ST_IO, "%s: no scripts", folder);
}

static enum status run(struct call *c)
{
	const char *sql = config_text(c->config, "Path.Sql");

	if (!*sql)
		sql = "/usr/local/lib/sesshu/sql";
	TRY(run_all(c->cx, mem_printf(c->cx, "%s/schema", sql)));
	return master_load(c->cx, mem_printf(c->cx, "%s/data", sql));
}

const struct command cmd_migrate = {
	.name = "migrate",
	.words = "",
	.what = "make or change the tables, load the reference data",
	.db = "owner",
	.run = run,
};
