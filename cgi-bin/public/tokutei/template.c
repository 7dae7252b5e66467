/*
 * template.c - 様式 tokuteisessyu01.xlsx: the workbook of offices, empty.
 *
 *	GET    for everybody, before an application is begun as well
 */
#include "workbook/workbook.h"
#include "web/upload.h"

static enum status show(struct req *rq)
{
	const struct workbook_words words = { upload_word, rq };
	int fd;

	TRY(temp_open(rq, &fd));
	TRY(workbook_template(rq->cx, &words, fd));
	return answer_workbook(rq, message(rq, "sheet.file", NULL), fd);
}

const struct screen screen = {
	.file = __FILE__,
	.get = show,
};
