/* kenall.h - KEN_ALL, UTF_ALL and JIGYOSYO: records of Japan Post's files. */
#ifndef MASTER_KENALL_H
#define MASTER_KENALL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/ctx.h"

/* One place of one postal code; as the table postal has it. */
struct place {
	const char *zip, *city;
	const char *town, *kana;     /* "" for none, "" for unknown */
	const char *detail, *office; /* large offices only */
};

/* A municipality that the file names. */
struct municipality {
	const char *code; /* of six */
	const char *name, *kana;
};

struct kenall {
	struct ctx *cx;
	bool offices; /* large offices, else towns */
	int64_t records;
	struct place *places;
	size_t nplaces, room;
	struct municipality *cities;
	size_t ncities, city_room;
	/* A record whose town goes on in the next one, with its columns. */
	struct place open;
	const char *open_city;
};

/* 13 columns are large offices, 15 are towns; other files are none of ours:
 * false. cx keeps everything. */
bool kenall_start(struct kenall *k, struct ctx *cx, size_t columns);
/*
 * Takes one record. False if it is broken: another number of columns, a code
 * that is none. Records that only say what was abolished are passed over.
 */
bool kenall_take(struct kenall *k, const char *const *columns, size_t n);
/* After the last one: false if it was not complete. Places are in the order of
 * the table, each once, municipalities in that of their codes. */
bool kenall_finish(struct kenall *k);

#endif
