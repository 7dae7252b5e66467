/* describe.h - a screen as text, from which tests derive. */
#ifndef WEB_DESCRIBE_H
#define WEB_DESCRIBE_H

#include "web/screen.h"

/* Prints: screen NAME, act NAME …, upload BYTES, field PLACE KIND FLAGS MIN
 * MAX, right ACT ROLES STATES. */
void describe(const struct screen *screen, const char *name);

#endif
