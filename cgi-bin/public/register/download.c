/*
 * download.c - 登録事業者の一覧: what was found, as a file.
 *
 *	GET  ?format=csv|xlsx ?name= ?type= ?pref= ?city=
 */
#include <string.h>

#include "register/register.h"
#include "web/screen.h"
#include "web/upload.h"

static struct register_words words(struct req *rq)
{
	return (struct register_words) {
		.number = message(rq, "register.number", NULL),
		.name = message(rq, "register.name", NULL),
		.registered_on = message(rq, "register.registered_on", NULL),
		.office = message(rq, "register.office", NULL),
		.place = message(rq, "register.place", NULL),
		.types = message(rq, "register.types", NULL),
		.sheet = message(rq, "register.sheet", NULL),
		.more = message(rq, "register.file_more", NULL),
	};
}

static enum status show(struct req *rq)
{
	struct register_filter *f = form_row(rq->cx, &register_filter_form);
	const struct register_words w = words(rq);
	const char *file = message(rq, "register.file", NULL);
	int fd;

	TRY(form_peek(rq, &register_filter_form, f));
	f->before = "";
	TRY(temp_open(rq, &fd));
	if (strcmp(query(rq, "format"), "xlsx") == 0) {
		TRY(register_xlsx(rq->cx, f, &w, fd));
		return answer_workbook(rq, mem_printf(rq->cx, "%s.xlsx", file),
				       fd);
	}
	TRY(register_csv(rq->cx, f, &w, fd));
	return answer_fd(rq, mem_printf(rq->cx, "%s.csv", file),
			 "text/csv; charset=utf-8", fd);
}

const struct screen screen = {
	.file = __FILE__,
	.get = show,
	.shared = 60,
};
