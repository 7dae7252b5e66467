/*
 * export.c - 作業一覧を受け取る: what the filter of the work list finds, as a
 * file.
 *
 *	GET  ?format= xlsx or csv, and the query of the list
 */
#include <string.h>

#include "review/worklist_export.h"
#include "web/upload.h"

static enum status show(struct req *rq)
{
	struct worklist_filter *f = form_row(rq->cx, &worklist_form);
	const struct worklist_words words = { upload_word, rq };
	const char *name = message(rq, "worklist.file", NULL);
	int fd;

	TRY(form_peek(rq, &worklist_form, f));
	worklist_settle(rq->cx, f);
	TRY(temp_open(rq, &fd));
	if (strcmp(query(rq, "format"), "csv") == 0) {
		TRY(worklist_csv(rq->cx, f, &words, fd));
		return answer_fd(rq, mem_printf(rq->cx, "%s.csv", name),
				 "text/csv; charset=utf-8", fd);
	}
	TRY(worklist_xlsx(rq->cx, f, &words, fd));
	return answer_workbook(rq, mem_printf(rq->cx, "%s.xlsx", name), fd);
}

const struct screen screen = {
	.file = __FILE__,
	.form = &worklist_form,
	.get = show,
};
