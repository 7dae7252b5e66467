/* version.h - 版: a version is copied whole, and used as the draft. */
#ifndef TOKUTEI_VERSION_H
#define TOKUTEI_VERSION_H

#include "base/ctx.h"

/* From here on :my_draft is that version. */
void draft_use(struct ctx *cx, int64_t version);

/* From here on the act is about that application and draft (0: none): after it
 * was found and locked for whoever asks. */
void application_use(struct ctx *cx, int64_t application, int64_t draft);

/* A new version of the application of whoever asks, with everything that is in
 * another one: of the same application, or the version in force of the
 * registration that it belongs to. Its number follows the last one that was
 * frozen. */
enum status version_copy(struct ctx *cx, int64_t from,
			 int64_t *version) MUST_USE;

/* It is never changed again. ST_STATE: it was frozen before. */
enum status version_seal(struct ctx *cx, int64_t version) MUST_USE;

#endif
