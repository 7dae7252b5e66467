/* application_pdf.h - an application as a PDF, to be kept or printed. */
#ifndef TOKUTEI_APPLICATION_PDF_H
#define TOKUTEI_APPLICATION_PDF_H

#include "tokutei/application_view.h"

/* Wording is not known here: whoever calls can look it up. */
struct application_words {
	/* A text of the message files, by key; NULL: there is none. */
	const char *(*get)(void *arg, const char *key);
	void *arg;
};

/*
 * Everything that the application has, all offices included, written to fd as
 * it is read: thousands of offices take the memory of one. ST_IO: it could not
 * be written.
 */
enum status application_pdf(struct ctx *cx, const struct application_view *view,
			    const struct application_words *words,
			    int fd) MUST_USE;

#endif
