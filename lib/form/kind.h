/* kind.h - inside lib/form: what the kinds of text have in common. */
#ifndef FORM_KIND_H
#define FORM_KIND_H

#include "form/form.h"

/* The functions of a member that is a const char *. */
void text_clear(void *to);
bool text_missing(const void *v);
const char *text_show(struct ctx *cx, const struct field *f, const void *v);
struct value text_bind(const void *v);
void text_fetch(struct ctx *cx, const struct value *from, void *to);
bool text_equal(const void *a, const void *b);
/* Puts s there if it is within .min and .max code points and can be stored. */
bool text_put(const struct field *f, const char *s, void *to,
	      struct report *wrong);

/* The functions of a member that is an int64_t. */
void number_clear(void *to);
bool number_missing(const void *v);
const char *show_number(struct ctx *cx, const struct field *f, const void *v);
struct value number_bind(const void *v);
void number_fetch(struct ctx *cx, const struct value *from, void *to);
bool number_equal(const void *a, const void *b);

#define TEXT_MEMBER                                                            \
	.size = sizeof(const char *), .clear = text_clear,                     \
	.missing = text_missing, .show = text_show, .bind = text_bind,         \
	.fetch = text_fetch, .equal = text_equal
#define NUMBER_MEMBER                                                          \
	.size = sizeof(int64_t), .clear = number_clear,                        \
	.missing = number_missing, .show = show_number, .bind = number_bind,   \
	.fetch = number_fetch, .equal = number_equal

#endif
