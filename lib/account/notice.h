/* notice.h - the address where notices go, and how it changes. */
#ifndef ACCOUNT_NOTICE_H
#define ACCOUNT_NOTICE_H

#include "account/link.h"

/*
 * By a link of purpose address, which was mailed to the new address: uses it
 * up, and notices go there from now on; the old address is told. The login id
 * stays. All other links end (security AU-23), but for the one that sets the
 * very first password: both go out when an application is sent, and either may
 * be opened first. ST_STATE: the link does not work any more.
 */
enum status notice_confirm(struct ctx *cx, const struct link *l) MUST_USE;

#endif
