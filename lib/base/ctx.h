/* ctx.h - one piece of work, its memory, its time, and who asks. */
#ifndef BASE_CTX_H
#define BASE_CTX_H

#include <stddef.h>
#include <stdint.h>

#include "base/id.h"
#include "base/status.h"

struct db;
struct shapes;
struct row;

/*
 * Who is asking. Filled by the runner from the session, by the worker or by a
 * test; never from a form. Statements see it as :my_… (lib/db/query.h).
 * All numbers are internal ids, 0 for none.
 */
struct who {
	int64_t session;
	int64_t account;
	int64_t org;
	int64_t application; /* that the link or the account belongs to */
	int64_t draft;	     /* its version that may still be changed */
	int64_t ministry;    /* staff: the ministry they work for */
	const char *role;    /* "" for nobody; else a role of rights.tsv */
	const char *site;    /* "public", "intranet", "worker" */
	/* What was read with the session about what it may do next
	 * (lib/account, session_load), as it was when the request began; or
	 * NULL. */
	const struct row *seen;
};

/*
 * One piece of work: a request, a job, a test. All memory that it needs hangs
 * on it and goes with it; nobody frees anything, a returned pointer lives as
 * long as the context that was passed in.
 */
struct ctx {
	int64_t now; /* UTC in microseconds; there is no other clock */
	struct db *db;
	const struct who *who;
	const char *request; /* request id, shared with the web server's log */
	struct shapes *shapes; /* of forms, kept by a program; or NULL */
};

/* A child starts as a copy of its parent, and goes with it at the latest.
 * Without a parent: now is read from the clock, nobody asks. */
struct ctx *ctx_new(struct ctx *parent);
/* A child with room for a whole request at once: what hangs on it is cut from
 * one piece of memory. */
struct ctx *ctx_new_request(struct ctx *parent);
void ctx_end(struct ctx *cx);

/* For programs that answer many requests: what a request needed is kept for the
 * next one, not given back to the system and asked for again. */
void mem_keep(void);

/* Never NULL: a program without memory ends, and costs one request. */
void *mem_zero(struct ctx *cx, size_t size);
void *mem_array(struct ctx *cx, size_t n, size_t size);
/* Moves old (or NULL), that was made by mem_…, to room for n items. What is
 * new is not cleared. */
void *mem_grow(struct ctx *cx, void *old, size_t n, size_t size);
char *mem_text(struct ctx *cx, const char *s);
char *mem_text_n(struct ctx *cx, const char *s, size_t n);
/* a, then b, then c. */
char *mem_join(struct ctx *cx, const char *a, const char *b, const char *c);
char *mem_printf(struct ctx *cx, const char *fmt, ...) PRINTF(2, 3);
/* Calls fn(arg) when cx goes, the latest first: a file, a parser, a lock. */
void mem_at_end(struct ctx *cx, void (*fn)(void *), void *arg);

#endif
