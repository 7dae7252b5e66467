/* sample.h - plainly made-up applicants and offices, at places that exist. */
#ifndef TOKUTEI_SAMPLE_H
#define TOKUTEI_SAMPLE_H

#include "tokutei/applicant.h"
#include "tokutei/office.h"

/*
 * A series that looks like chance and is the same for the same seed: so that a
 * measurement can be made again on the same data. For nothing secret
 * (lib/base/random.h).
 */
struct chance {
	uint64_t state;
};

/* 0 … limit - 1 */
uint64_t chance_below(struct chance *c, uint64_t limit);

/* Words, places and types of business to choose from. */
struct sample;

/* words: the file sql/data/sample.tsv. Places and types come from the master
 * tables; c decides which places. ST_IO, ST_DB. */
enum status sample_load(struct ctx *cx, const char *words, struct chance *c,
			struct sample **sample) MUST_USE;

/* From here on offices go round these desks, codes of ministries with commas
 * between: each does what its desk checks. ST_INVALID: a desk that checks
 * nothing, or too many of them. */
enum status sample_desks(struct ctx *cx, struct sample *sample,
			 const char *codes) MUST_USE;

/* Number n of a series; mail is where its notices go. Complete, as if it had
 * been typed: no question of the check page is open. */
void sample_applicant(struct ctx *cx, const struct sample *s, struct chance *c,
		      int64_t n, struct applicant *a);
/* The office with this number of that applicant. One in twelve has no
 * institution yet. */
void sample_office(struct ctx *cx, const struct sample *s, struct chance *c,
		   const struct applicant *a, struct office *o);

#endif
