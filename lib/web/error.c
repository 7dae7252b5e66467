/* error.c - answers that are no page of a screen: static, without any data of
 * the request (security OUT-07). */
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "web/serving.h"

/* If even the file is missing, the reader still gets a sentence of HTML by the
 * web server: an empty body with a status. */
static void add_file(struct http_answer *a, const char *path)
{
	char part[4096];
	ssize_t n;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return;
	while ((n = read(fd, part, sizeof(part))) > 0)
		buf_add_n(&a->body, part, (size_t)n);
	(void)close(fd);
}

void answer_error(struct req *rq, struct http_answer *a, int status)
{
	const char *folder = config_text(rq->serving->program->config,
					 "Path.Static");

	http_answer_init(a, rq->cx);
	a->status = status;
	http_header(a, "Content-Type", "text/html; charset=UTF-8");
	http_header(a, "Cache-Control", "no-store");
	if (status == 503 || status == 429)
		http_header(a, "Retry-After", "60");
	add_file(a, mem_printf(rq->cx, "%s/error/%d.html", folder, status));
}
