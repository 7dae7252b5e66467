/* config.h - the one configuration file, conf/sesshu.hdf. */
#ifndef WEB_CONFIG_H
#define WEB_CONFIG_H

#include <stdbool.h>

#include "base/ctx.h"
#include "db/db.h"

struct config;

/* The file that SESSHU_CONF names; a message and exit(1) if it cannot be
 * read: without configuration there is nothing to answer. */
const struct config *config_load(struct ctx *cx);
/* "Site.PublicUrl"; "" if it is not there. */
const char *config_text(const struct config *c, const char *name);
long config_number(const struct config *c, const char *name, long otherwise);
/* site: public, intranet, worker or owner. */
const struct db_config *config_db(struct ctx *cx, const struct config *c,
				  const char *site);

#endif
