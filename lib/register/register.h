/*
 * register.h - 登録事業者の公開: the public register, written when something is
 * registered and read by everybody.
 *
 * It holds the published items and nothing else (登録要領): name of the
 * business, types, offices with their addresses, day and number of the
 * registration.
 */
#ifndef REGISTER_REGISTER_H
#define REGISTER_REGISTER_H

#include <stdbool.h>

#include "base/ctx.h"
#include "db/db.h"
#include "form/form.h"

/*
 * The registration, by its internal number, is published as the version in
 * force says, in place of what stood there before; its place in the register
 * stays. One that has ended is only taken off. In the transaction that brought
 * the version into force.
 */
enum status register_publish(struct ctx *cx, int64_t registration) MUST_USE;
/* Nothing of it is left. */
enum status register_withdraw(struct ctx *cx, int64_t registration) MUST_USE;

/* Was a registration number typed, or how one begins: R-2026-000001? How it
 * looks is a setting. */
bool register_is_number(const char *typed);

/* What somebody looks for; "" for anything. */
struct register_filter {
	const char *name; /* part of a name or of its reading */
	const char *type, *pref, *city;
	const char *before; /* the page begins behind this number */
};
extern const struct form register_filter_form;

bool register_filter_any(const struct register_filter *f);
/* "/register/search?…" with everything but the page, ending with ? or &. */
const char *register_url(struct ctx *cx, const char *path,
			 const struct register_filter *f);

#define REGISTER_PAGE 50
struct register_found {
	struct rows rows; /* number, name, types (names), offices,
			   * registered_on (2026-11-21); the newest first */
	/* The number behind which the next page begins, "" if there is none. A
	 * page may be short and still have a next one: it has looked at so
	 * many that others shall have their turn. */
	const char *next;
};
enum status register_search(struct ctx *cx, const struct register_filter *f,
			    struct register_found *found) MUST_USE;

/* One business: columns as above. ST_NOT_FOUND: no such number. */
enum status register_business(struct ctx *cx, const char *number,
			      struct row **row) MUST_USE;

struct register_offices {
	struct rows rows; /* number, name, place, types (names) */
	bool more_before, more_after;
};
/* Its offices behind the number after, or, if before is not 0, those that end
 * before that one. */
enum status register_offices(struct ctx *cx, const char *number, int64_t after,
			     int64_t before,
			     struct register_offices *page) MUST_USE;

/* What a download says: the texts of its heading, and of the line that tells
 * that there would be more. */
struct register_words {
	const char *number, *name, *registered_on, *office, *place, *types;
	const char *sheet, *more;
};

/* As many offices as one download has. */
#define REGISTER_DOWNLOAD 50000
/* Row by row into fd, an empty file open for reading and writing. */
enum status register_csv(struct ctx *cx, const struct register_filter *f,
			 const struct register_words *words, int fd) MUST_USE;
enum status register_xlsx(struct ctx *cx, const struct register_filter *f,
			  const struct register_words *words, int fd) MUST_USE;

#endif
