/* device.h - what a browser says of itself, in words that its owner knows. */
#ifndef ACCOUNT_DEVICE_H
#define ACCOUNT_DEVICE_H

#include "base/ctx.h"

/* "Chrome (Windows)" for what stands in User-Agent; what is not known is left
 * out, and a text without anything known is given back as it is. */
const char *device_name(struct ctx *cx, const char *agent);

#endif
