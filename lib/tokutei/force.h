/* force.h - what is in force of a registration, and since when. */
#ifndef TOKUTEI_FORCE_H
#define TOKUTEI_FORCE_H

#include "base/ctx.h"

/* A version of that application counts from now on, with its offices and head
 * counts. In an act that has locked the registration; kind: first, change,
 * light, renewal. */
enum status force_set(struct ctx *cx, int64_t registration, int64_t version,
		      int64_t application, const char *kind) MUST_USE;

/*
 * What the application of whoever asks (a change notice, a renewal) changes
 * from one of its versions to another counts from now on. If nothing else came
 * into force since it was begun that is the later version itself; else a copy
 * of what is in force, with the changes upon it. registration: which one.
 */
enum status force_take(struct ctx *cx, int64_t from, int64_t to,
		       const char *kind, int64_t *registration) MUST_USE;

#endif
