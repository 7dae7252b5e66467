/* upload.h - what screens of workbooks need of the web. */
#ifndef WEB_UPLOAD_H
#define WEB_UPLOAD_H

#include "web/screen.h"

/* A text of the message files, NULL if there is none; rq: a struct req, as the
 * argument of those who may not know the web. */
const char *upload_word(void *arg, const char *key);

/* Is there a control of that name in the body, be it empty? */
bool posted_has(struct req *rq, const char *name);

/* A workbook as a download, the bytes of fd. */
enum status answer_workbook(struct req *rq, const char *filename,
			    int fd) MUST_USE;

#endif
