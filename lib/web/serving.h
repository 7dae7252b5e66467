/* serving.h - inside lib/web: a program, and the request it is busy with. */
#ifndef WEB_SERVING_H
#define WEB_SERVING_H

#include "form/shape.h"
#include "web/config.h"
#include "http/http.h"
#include "web/mould.h"
#include "web/render.h"
#include "web/screen.h"

/* What lives as long as the process. */
struct program {
	struct ctx *cx;
	const struct screen *screen;
	const char *name; /* public/tokutei/office */
	const char *site; /* public, intranet */
	const char *path; /* /tokutei/office */
	const struct config *config;
	struct render *render;
	struct moulds *moulds;
	struct words *words; /* NULL: they may change at any time */
	struct db *db;
	bool tls;
	const char *css, *js; /* with the hash of their content */
};

/* A hint() of this request. */
struct hint {
	const char *place, *key;
	struct hint *next;
};

/* What one request has come to so far; thrown away with the handler's context
 * when the transaction must run again. */
struct outcome {
	const char *go;	     /* 303 to this path */
	struct node *root;   /* what its template sees */
	bool page;	     /* body is a page */
	bool cookie_changed; /* to cookie; NULL: none */
	const char *cookie;
	int status; /* of the answer */
	int file;   /* a download's descriptor, -1: none */
	bool kept;  /* form_keep has spoken */
	bool state; /* answer_state has spoken */
	const char *keep_input, *keep_problems;
	struct problems *problems;
	struct hint *hints;
	struct http_answer answer;
};

struct serving {
	struct program *program;
	const char *cookie;   /* as sent, "" if none or malformed */
	bool fresh_cookie;    /* made for this answer */
	struct hash owner;    /* hash of it */
	const char *place;    /* under which input is kept */
	const char *form_key; /* of a page's form */
	struct id sent_key;   /* of the form that was sent; none: zeros */
	const char *verb;     /* of the button, once it is known; "" */
	bool outdated;	      /* form_outdated: what was kept is not shown */
	struct outcome out;
};

/* The answer of a request, in the memory of its context. */
struct reply {
	struct buf head;
	const struct buf *body; /* NULL: none */
	int file;		/* what follows as a body, or -1 */
};

/* runner.c: one request from its source to its answer. */
void serve(struct ctx *cx, struct program *program,
	   const struct http_source *source, struct reply *reply);

/* complete.c: the answer gets its headers, or becomes an error page; and the
 * line in the log. Is this a GET whose answer is the same for everybody? It
 * then says how long it may be kept, and has a hash; who has it already gets
 * 304. */
bool serving_shared(const struct req *rq);
void serving_complete(struct req *rq, int error);
void serving_log(const struct req *rq, int64_t began);

/* guard.c: 0, or the HTTP status that refuses a POST (security CS-01, 02). */
int guard_post(struct req *rq, const char *site_url);

/* keep.c: JSON of what was typed and what was wrong, and back. With part (""
 * for everything) the fields below it are taken from row. */
const char *keep_write(struct req *rq, const struct form *form, const void *row,
		       const char *part);
const char *keep_write_problems(struct req *rq, const struct problems *p);
/* The kept input of this request as a source for form_clean; false if none. */
struct kept *keep_read(struct req *rq);
struct input kept_as_input(struct kept *k);
size_t kept_problems(const struct kept *k);
/* The i-th problem; its kind "problem", "hint" or "stale". */
struct report kept_problem(struct ctx *cx, const struct kept *k, size_t i,
			   const char **place, const char **kind);
/* The body of a POST, or the query of a GET, as a source. */
struct input pairs_as_input(struct http_pairs *pairs);

/* builtin.c: acts that every screen with a form has; NULL if it is none. Their
 * names are VERB:PLACE. */
const struct act *builtin_act(const char *verb);
/* rows.c: rows of the form in the body. One more: the place of its first
 * control; NULL if there are no such rows. */
const char *rows_add(struct req *rq, const char *place);
/* The rows behind it move up. */
void rows_drop(struct req *rq, const char *place, size_t gone);
/* Rows in which nothing was typed go, but the last one. */
void rows_close_up(struct req *rq, const struct form *form);
/* Several places have the postal code: they are offered beside it. */
enum status address_choices(struct req *rq, struct node *form_node,
			    const struct form *form, const void *row,
			    struct kept *kept) MUST_USE;

/* page.c */
void page_begin(struct req *rq);
/* formpage.c: Form.fields… of a form with these values. */
enum status page_form(struct req *rq, struct node *form_node,
		      const struct form *form, const void *row,
		      struct kept *kept) MUST_USE;
/* formproblem.c: the problems and hints of what was kept. */
void page_problems(struct req *rq, const struct form *form,
		   struct node *form_node, struct kept *kept);
/* The node of a place that page_form has made; NULL if there is none. */
struct node *node_of_place(struct node *fields, const char *place);
/* condition.c: the control that decides whether s is asked, and with which of
 * its answers (blanks between); NULL: none on this page. */
const struct slot *condition_of(struct ctx *cx, const struct shape *shape,
				const struct slot *s, const void *row,
				const char **answers);
/* Does any field hang on this control? */
bool condition_hangs_on(struct ctx *cx, const struct shape *shape,
			const struct slot *c, const void *row);
/* label.c: what the message file calls a place; "" if it has no label. */
const char *label_of(struct req *rq, const struct form *form,
		     const char *place);
const char *label_text(struct req *rq, const struct form *top,
		       const struct slot *s, const char *what);
/* The slot of a place, rows' numbers passed over; NULL if there is none. */
const struct slot *slot_at(const struct shape *shape, const char *place);

/* forms.c: the object that the page is about, none for a form that there is
 * only one of; and the page's own address with it. */
struct id page_object(struct req *rq);
const char *page_url(struct req *rq);

#endif
