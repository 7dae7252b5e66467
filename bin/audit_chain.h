/* audit_chain.h - proves that the audit trail was not changed. */
#ifndef AUDIT_CHAIN_H
#define AUDIT_CHAIN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/ctx.h"

/*
 * Each row of the trail gets a number without a gap and a SHA-256 over the
 * hash before and all of its columns (security LG-03). Not by the act itself:
 * one locked head row would serialise every writer.
 *
 * Chains up to 500 rows that are not chained yet. Rows of long transactions
 * appear late, below others that are chained already: all looks through the
 * whole trail for them, otherwise only what is near its end. Several workers
 * may try at once.
 */
enum status audit_chain(struct ctx *cx, bool all, int64_t *rows) MUST_USE;

struct audit_report {
	int64_t rows;	     /* in the chain, all right so far */
	const char *trouble; /* "", or what is wrong at … */
	int64_t seq, audit;  /* … this place of the chain, this row */
	int64_t open;	     /* rows that are not chained and should be */
};

/* Computes the whole chain again, up to the first trouble: "missing" (a row or
 * a link of the chain is gone) or "changed". */
enum status audit_verify(struct ctx *cx, struct audit_report *r) MUST_USE;

#endif
