/* files.c - documents of answers, one that is sent, how large one is. */
#include "parts/parts.h"

const struct http_file *part_chosen(struct req *rq)
{
	const struct http_file *sent = posted_file(rq);

	return sent && (sent->size || *sent->name) ? sent : NULL;
}

const char *part_size(struct ctx *cx, int64_t bytes)
{
	if (bytes < 1024 * 1024)
		return mem_printf(cx, "%lldKB",
				  (long long)((bytes + 1023) / 1024));
	return mem_printf(cx, "%.1fMB", (double)bytes / (1024 * 1024));
}

static void put_files(struct req *rq, const char *at, struct id item,
		      const struct rows *files, const char *url)
{
	size_t n = 0;

	for (size_t i = 0; i < files->n; i++) {
		const struct row *row = files->list[i];
		const char *id = id_text(rq->cx, row_id(row, "id"));

		if (!id_same(row_id(row, "item"), item))
			continue;
		page_item(rq, at, n, "name", row_text(row, "name"));
		page_item(rq, at, n++, "url",
			  mem_printf(rq->cx, "%s%s", url, id));
	}
}

void part_files(struct req *rq, const char *list, const struct rows *items,
		const struct rows *files, const char *url)
{
	for (size_t i = 0; i < items->n; i++)
		put_files(rq, mem_printf(rq->cx, "%s.%zu.files", list, i),
			  row_id(items->list[i], "id"), files, url);
}
