/* generate.h - demonstration and test data of any size. */
#ifndef TOKUTEI_GENERATE_H
#define TOKUTEI_GENERATE_H

#include <stdbool.h>

#include "base/ctx.h"

struct generate {
	int64_t applications, offices; /* offices of each application */
	bool sent; /* with receipt, organisation and account; else drafts */
	uint64_t seed;
	const char *words; /* sql/data/sample.tsv */
	/* Desks that check the offices in turn, "mlit,meti"; NULL: any. */
	const char *desks;
	/* For a single application: the address and name; NULL for made up
	 * ones. */
	const char *mail, *company;
};

struct generated {
	int64_t applications, offices, persons;
	int64_t application; /* the last one, internal number */
	int64_t account;     /* and its account, 0 for a draft */
};

/*
 * Adds them, one application after the other and in transactions of a few
 * thousand offices, so that memory stays flat. No mail goes out. The same seed
 * gives the same names and numbers over the same master data. ST_INVALID: more
 * offices than an application may have. ST_BAD: there is no such
 * desk. ST_DUPLICATE: mail has an account.
 */
enum status generate(struct ctx *cx, const struct generate *g,
		     struct generated *done) MUST_USE;

#endif
