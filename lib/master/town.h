/* town.h - 町域: names of towns as Japan Post's files write them. */
#ifndef MASTER_TOWN_H
#define MASTER_TOWN_H

#include "base/ctx.h"

struct town {
	const char *name; /* "" for: any town of the municipality */
	const char *kana; /* in hiragana, "" if unknown */
};

/*
 * The towns that one record of KEN_ALL stands for, in list; how many, at least
 * one. Its town column also holds instructions (以下に掲載がない場合), ranges
 * and exceptions in brackets, and several names in a row (domain/postal-codes
 * §2); kana is any kind of kana; city is the record's municipality.
 */
size_t town_read(struct ctx *cx, const struct town *record, const char *city,
		 struct town **list);

#endif
