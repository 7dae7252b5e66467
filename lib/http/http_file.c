/* http_file.c - the temporary file of an upload: it never has a name. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "http/http_parse.h"

static void close_file(void *arg)
{
	const int *fd = arg;

	(void)close(*fd);
}

/* For a file system that knows no O_TMPFILE. */
static int open_and_unlink(struct ctx *cx, const char *folder)
{
	char *name = mem_printf(cx, "%s/upload-XXXXXX", folder);
	int fd = mkostemp(name, O_CLOEXEC);

	if (fd >= 0)
		(void)unlink(name);
	return fd;
}

int http_file_open(struct ctx *cx, const char *folder, struct http_file *file)
{
	int *fd = mem_zero(cx, sizeof(*fd));

	*fd = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	if (*fd < 0 && (errno == EOPNOTSUPP || errno == EISDIR))
		*fd = open_and_unlink(cx, folder);
	if (*fd < 0) {
		(void)fail(ST_IO, "http_file_open: %s", strerror(errno));
		return 500;
	}
	mem_at_end(cx, close_file, fd);
	file->fd = *fd;
	return 0;
}

int http_file_write(struct http_file *file, const char *s, size_t n)
{
	while (n > 0) {
		ssize_t done = write(file->fd, s, n);

		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0) {
			(void)fail(ST_IO, "http_file_write: %s",
				   strerror(errno));
			return 500;
		}
		s += done;
		n -= (size_t)done;
		file->size += done;
	}
	return 0;
}

int http_file_rewind(struct http_file *file)
{
	if (lseek(file->fd, 0, SEEK_SET) == 0)
		return 0;
	(void)fail(ST_IO, "http_file_rewind: %s", strerror(errno));
	return 500;
}
