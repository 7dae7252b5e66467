/* purge.c - throws away what a web server keeps of the public register. */
#include "purge.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "db/db.h"
#include "sql/worker/purge.h"

#define DEPTH 4 /* of folders in the folder; Apache makes two */
#define NAME 32 /* letters of a file of nginx */

struct purge {
	const char *folder;
	int64_t changes; /* of the register, when the folder was emptied */
	bool again;
};

struct purge *purge_new(struct ctx *cx, const char *folder)
{
	struct purge *p = mem_zero(cx, sizeof(*p));

	*p = (struct purge) { .folder = folder, .changes = -1 };
	return p;
}

static bool ends_with(const char *name, const char *end)
{
	size_t n = strlen(name), m = strlen(end);

	return n > m && strcmp(name + n - m, end) == 0;
}

/* As nginx and mod_cache_disk name what they keep. */
static bool is_page(const char *name)
{
	return (strspn(name, "0123456789abcdef") == NAME &&
		name[NAME] == '\0') ||
	       ends_with(name, ".header") || ends_with(name, ".data");
}

static void empty(int fd, int depth, int64_t *files);

/* Links are not followed, wherever they lead. */
static void empty_below(int fd, const char *name, int depth, int64_t *files)
{
	int below = openat(fd, name,
			   O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

	if (below >= 0)
		empty(below, depth + 1, files);
}

/* Closes fd. What cannot be removed, or is gone already, is passed over. */
static void empty(int fd, int depth, int64_t *files)
{
	DIR *dir = fdopendir(fd);
	struct dirent *e;

	if (!dir) {
		(void)close(fd);
		return;
	}
	while ((e = readdir(dir)) != NULL) {
		if (*e->d_name == '.')
			continue;
		if (e->d_type == DT_DIR && depth < DEPTH)
			empty_below(fd, e->d_name, depth, files);
		else if (e->d_type == DT_REG && is_page(e->d_name) &&
			 unlinkat(fd, e->d_name, 0) == 0)
			(*files)++;
	}
	(void)closedir(dir);
}

static int64_t empty_folder(const char *folder)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	int64_t files = 0;

	if (fd < 0) {
		(void)fail(ST_IO, "Path.Cache: %s", strerror(errno));
		return 0;
	}
	empty(fd, 0, &files);
	if (files > 0)
		log_event("purge", LOG_INT("files", files));
	return files;
}

enum status purge_pages(struct ctx *cx, struct purge *p, int64_t *files)
{
	struct row *row;
	bool changed;

	if (*p->folder == '\0')
		return ST_OK;
	TRY(db_one(cx, &sql_register_changes, NO_ARGS, &row));
	changed = row_int(row, "changes") != p->changes;
	p->changes = row_int(row, "changes");
	if (changed || p->again)
		*files += empty_folder(p->folder);
	p->again = changed;
	return ST_OK;
}
