/* close.h - what was under way when a registration ends for good. */
#ifndef REGISTERED_CLOSE_H
#define REGISTERED_CLOSE_H

#include "base/ctx.h"

/*
 * Changes and renewals that nobody has decided are withdrawn, their desks done,
 * their inquiries cancelled; drafts are thrown away. In the act that ends the
 * registration, which has locked it.
 */
enum status close_procedures(struct ctx *cx, int64_t registration) MUST_USE;

#endif
