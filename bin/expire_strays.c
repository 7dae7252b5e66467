/* expire_strays.c - removes files that no row names (worker). */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "db/db.h"
#include "expire.h"
#include "sql/worker/expire.h"

static void close_folder(void *folder)
{
	(void)closedir(folder);
}

/* A file of ours by its name, and old enough by the system's clock. */
static bool is_old(DIR *folder, const char *name)
{
	struct stat st;
	struct id id;

	return id_parse(name, &id) &&
	       fstatat(dirfd(folder), name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
	       S_ISREG(st.st_mode) &&
	       st.st_mtim.tv_sec * SECOND < clock_real() - DAY;
}

static enum status is_named(struct ctx *cx, const char *name, bool *named)
{
	struct row *row;
	struct id id;
	enum status st;

	(void)id_parse(name, &id);
	st = db_one(cx, &sql_expire_file_find, ARGS({ "id", value_id(id) }),
		    &row);
	*named = st == ST_OK;
	return st == ST_NOT_FOUND ? ST_OK : st;
}

enum status expire_strays(struct ctx *cx, const char *files, int64_t *removed)
{
	DIR *folder = opendir(files);
	struct dirent *entry;
	int64_t gone = 0;

	if (!folder)
		return fail(ST_IO, "%s: %s", files, strerror(errno));
	mem_at_end(cx, close_folder, folder);
	while ((entry = readdir(folder))) {
		bool named;

		if (!is_old(folder, entry->d_name))
			continue;
		TRY(is_named(cx, entry->d_name, &named));
		if (!named && unlinkat(dirfd(folder), entry->d_name, 0) == 0)
			gone++;
	}
	if (gone > 0)
		log_event("expire", LOG_TEXT("what", "stray file"),
			  LOG_INT("rows", gone));
	*removed += gone;
	return ST_OK;
}
