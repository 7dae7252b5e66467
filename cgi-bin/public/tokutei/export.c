/*
 * export.c - 事業所をExcelで受け取る: the offices of the draft as a workbook,
 * to be changed there and read again.
 *
 *	GET
 */
#include "workbook/workbook.h"
#include "web/upload.h"

static enum status show(struct req *rq)
{
	const struct workbook_words words = { upload_word, rq };
	int fd;

	TRY(temp_open(rq, &fd));
	TRY(workbook_export(rq->cx, &words, fd));
	return answer_workbook(rq, message(rq, "sheet.offices_file", NULL), fd);
}

const struct screen screen = {
	.file = __FILE__,
	.get = show,
};
