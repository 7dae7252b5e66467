/*
 * words.h - inside lib/web: what of a page is the same in every request.
 *
 * The words and attributes of a field, and of the frame around a page, do not
 * change while a program runs: their nodes are made once, and each request
 * points at them (node.h: base). While templates are being edited they are made
 * anew each time.
 */
#ifndef WEB_WORDS_H
#define WEB_WORDS_H

#include "web/serving.h"

struct words;

struct words *words_new(struct ctx *cx);
/* kind, label, hint, need … of a field; reading: on a page without controls.
 * top: the form that the page shows. */
const struct node *words_of(struct req *rq, const struct form *top,
			    const struct slot *s, bool reading);
/* options of a field with choices of its own, this one being chosen. */
const struct node *words_choices(struct req *rq, const struct form *top,
				 const struct slot *s, const char *chosen);
/* Page.title, .css, .stepnames … of this screen. */
const struct node *words_frame(struct req *rq);

#endif
