/* render.h - templates: parsed once, rendered for each request (ClearSilver).
 *
 * The one place that makes a parser: html escaping is set before, the result of
 * cs_init is checked, and a canary is rendered at the start (security OUT-01).
 */
#ifndef WEB_RENDER_H
#define WEB_RENDER_H

#include <ClearSilver/ClearSilver.h>
#include <stdbool.h>

#include "base/buf.h"
#include "base/ctx.h"

struct render;

/* html false: mails, which are plain text. */
struct render *render_new(struct ctx *cx, const char *folder, bool html,
			  bool development);
/* The tree that templates see. Msg stays; the rest is the page's (cast.h). */
HDF *render_hdf(struct render *r);
/* template: path below the folder, without .cst */
enum status render_page(struct render *r, const char *template,
			struct buf *out) MUST_USE;

/* The only ways into the tree: names are ours, values are made safe (valid
 * UTF-8, no control characters but LF and TAB: OUT-05). */
void hdf_put(HDF *node, const char *name, const char *value);
void hdf_number(HDF *node, const char *name, int64_t number);
HDF *hdf_node(HDF *node, const char *name);
HDF *hdf_item(HDF *node, const char *name, size_t n);
/* name becomes these rows (columns value, label), as a pointer to one list that
 * later requests use again. */
struct rows;
void render_options(struct render *r, HDF *node, const char *name,
		    const struct rows *rows);
/* A text of the message files; NULL if there is none. */
const char *render_message(struct render *r, const char *key);

#endif
