/* id.h - public ids: random 128 bits, what appears in a URL. */
#ifndef BASE_ID_H
#define BASE_ID_H

#include <stdbool.h>

#define ID_BYTES 16
#define ID_TEXT (2 * ID_BYTES)

/* All zero: none yet. */
struct id {
	unsigned char b[ID_BYTES];
};

struct ctx;

bool id_set(struct id id);
bool id_same(struct id a, struct id b);
struct id id_new(void);
/* 32 lower-case hex digits. */
const char *id_text(struct ctx *cx, struct id id);
/* False, and all zero, unless s is exactly such a text. */
bool id_parse(const char *s, struct id *id);

#endif
