/*
 * acceptance.h - 受理: what a registered business changes (変更届出), or goes
 * on with for five years more (更新), comes into force.
 */
#ifndef REVIEW_ACCEPTANCE_H
#define REVIEW_ACCEPTANCE_H

#include "review/registration.h"
#include "tokutei/flow.h"

/* In the act "accept", which the step has begun; ends it. The public register
 * says it from then on. */
enum status acceptance_make(struct ctx *cx, struct flow_step *step,
			    struct registration_made *made) MUST_USE;

#endif
