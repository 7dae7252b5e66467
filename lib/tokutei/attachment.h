/* attachment.h - documents that go with an application: the copy of a mandate
 * of a franchisee (代理申請, spec tokutei §2.5). */
#ifndef TOKUTEI_ATTACHMENT_H
#define TOKUTEI_ATTACHMENT_H

#include "form/form.h"

#define ATTACHMENT_BYTES (20 << 20) /* of one file */
#define ATTACHMENT_MAX 20	    /* files of an application */

/* The page's form: the file itself comes beside it. */
struct attachment {
	const char *file;
};

extern const struct form attachment_form;

/* "pdf", "png", "jpeg" by its first bytes; NULL: anything else. */
const char *attachment_kind(const unsigned char *head, size_t n);
/* Such a kind as HTTP calls it. */
const char *attachment_type(const char *kind);

/* What was sent. */
struct attachment_new {
	int fd;
	int64_t size;
	const char *name;
	/* The item of an inquiry (疑義照会) that it answers, internal; the
	 * caller has locked the application. 0: it goes with the draft. */
	int64_t item;
	const char *purpose; /* NULL: mandate */
};

/* Says what kind a document is. What is wrong with it is collected in p; then
 * the kind may be NULL. */
enum status attachment_check(const struct attachment_new *a, const char **kind,
			     struct problems *p) MUST_USE;
/* Keeps a copy of the document in the folder (setting Path.Data). What is wrong
 * with it is collected in p; then it is not kept. */
enum status attachment_add(struct ctx *cx, const char *folder,
			   const struct attachment_new *a,
			   struct problems *p) MUST_USE;
/* Those that go with the draft, or went with what was sent first: id, name,
 * kind, size, created_at. */
enum status attachment_list(struct ctx *cx, struct rows *rows) MUST_USE;
/* ST_NOT_FOUND: not there, or not yours. */
enum status attachment_remove(struct ctx *cx, struct id id) MUST_USE;

struct attachment_file {
	int fd;
	const char *name, *type; /* type as HTTP calls it */
};
enum status attachment_open(struct ctx *cx, const char *folder, struct id id,
			    struct attachment_file *file) MUST_USE;

#endif
