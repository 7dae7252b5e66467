/* stored_file.c - files that somebody sent, under a random name on disk. */
#include "tokutei/stored_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/sha256.h"
#include "db/db.h"
#include "sql/tokutei/file.h"
#include "text/utf8.h"

#define NAME_MAX_LENGTH 200

static void close_fd(void *arg)
{
	const int *fd = arg;

	(void)close(*fd);
}

/* Opens below one folder, never through a link; closed with cx. */
static enum status open_at(struct ctx *cx, int folder, const char *name,
			   int flags, int *fd)
{
	int *kept = mem_zero(cx, sizeof(*kept));

	*kept = openat(folder, name, flags | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (*kept < 0)
		return fail(ST_IO, "stored_file: %s", strerror(errno));
	mem_at_end(cx, close_fd, kept);
	*fd = *kept;
	return ST_OK;
}

static enum status open_folder(struct ctx *cx, const char *folder, int *fd)
{
	return open_at(cx, AT_FDCWD, folder, O_RDONLY | O_DIRECTORY, fd);
}

static enum status write_all(int to, const char *part, size_t n)
{
	while (n > 0) {
		ssize_t done = write(to, part, n);

		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			return fail(ST_IO, "stored_file: %s", strerror(errno));
		part += done;
		n -= (size_t)done;
	}
	return ST_OK;
}

static enum status copy(int from, int to)
{
	char part[16384];
	ssize_t n;

	while ((n = read(from, part, sizeof(part))) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return fail(ST_IO, "stored_file: %s", strerror(errno));
		TRY(write_all(to, part, (size_t)n));
	}
	if (fsync(to) != 0)
		return fail(ST_IO, "stored_file: %s", strerror(errno));
	return ST_OK;
}

/* It is on disk, name and all, before its row is. */
static enum status write_copy(struct ctx *cx, const char *folder, int from,
			      struct id id)
{
	const char *name = id_text(cx, id);
	enum status st;
	int at = -1, to = -1;

	TRY(open_folder(cx, folder, &at));
	TRY(open_at(cx, at, name, O_WRONLY | O_CREAT | O_EXCL, &to));
	st = copy(from, to);
	if (st == ST_OK && fsync(at) != 0)
		st = fail(ST_IO, "stored_file: %s", strerror(errno));
	if (st != ST_OK)
		(void)unlinkat(at, name, 0);
	return st;
}

/* Some browsers send a whole path; what is behind the last mark is the name. */
static const char *plain_name(struct ctx *cx, const char *name)
{
	const char *last = name;

	for (const char *p = name; *p; p++)
		if (*p == '/' || *p == '\\')
			last = p + 1;
	return utf8_cut(cx, utf8_trim(cx, utf8_clean(cx, last, false)),
			NAME_MAX_LENGTH);
}

enum status file_keep(struct ctx *cx, const char *folder,
		      const struct stored_file *file, int64_t *id,
		      struct id *public_id)
{
	unsigned char hash[SHA256_BYTES];
	struct stat st;

	*public_id = id_new();
	TRY(sha256_file(file->fd, hash));
	if (fstat(file->fd, &st) != 0)
		return fail(ST_IO, "stored_file: %s", strerror(errno));
	TRY(write_copy(cx, folder, file->fd, *public_id));
	TRY(db_exec(cx, &sql_file_insert,
		    ARGS({ "id", value_id(*public_id) },
			 { "name", value_text(plain_name(cx, file->name)) },
			 { "kind", value_text(file->kind) },
			 { "size", value_int(st.st_size) },
			 { "sha256", value_bytes(hash, sizeof(hash)) },
			 { "keep_until", value_time(file->keep_until) }),
		    NULL));
	*id = db_last_id(cx);
	return ST_OK;
}

enum status file_reopen(struct ctx *cx, const char *folder, struct id public_id,
			int *fd)
{
	int at = -1;

	TRY(open_folder(cx, folder, &at));
	return open_at(cx, at, id_text(cx, public_id), O_RDONLY, fd);
}
