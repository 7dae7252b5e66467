/* upload.c - what screens of workbooks need of the web. */
#include "web/upload.h"

#include "web/serving.h"

#define XLSX "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

const char *upload_word(void *arg, const char *key)
{
	const struct req *rq = arg;

	return render_message(rq->serving->program->render, key);
}

bool posted_has(struct req *rq, const char *name)
{
	return http_count(&rq->http->body, name) > 0;
}

enum status answer_workbook(struct req *rq, const char *filename, int fd)
{
	return answer_fd(rq, filename, XLSX, fd);
}
