/* config.c - the one configuration file, conf/sesshu.hdf. */
#include "web/config.h"

#include <ClearSilver/ClearSilver.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"

struct config {
	HDF *hdf;
};

static void destroy(void *arg)
{
	HDF *hdf = arg;

	hdf_destroy(&hdf);
}

static void give_up(const char *what, const char *path)
{
	(void)fprintf(stderr, "%s: %s\n", what, path);
	exit(1);
}

const struct config *config_load(struct ctx *cx)
{
	struct config *c = mem_zero(cx, sizeof(*c));
	const char *path = getenv("SESSHU_CONF");
	const char *offset;
	NEOERR *err;

	if (!path)
		give_up("SESSHU_CONF must name the configuration file",
			"conf/sesshu.hdf");
	err = hdf_init(&c->hdf);
	if (err == STATUS_OK)
		err = hdf_read_file(c->hdf, path);
	if (err != STATUS_OK) {
		nerr_ignore(&err);
		give_up("cannot read the configuration file", path);
	}
	mem_at_end(cx, destroy, c->hdf);
	offset = config_text(c, "Clock.File");
	if (*offset)
		clock_offset_file(offset);
	return c;
}

const char *config_text(const struct config *c, const char *name)
{
	return hdf_get_value(c->hdf, name, "");
}

long config_number(const struct config *c, const char *name, long otherwise)
{
	const char *text = config_text(c, name);
	char *end;
	long number = strtol(text, &end, 10);

	return *text && *end == '\0' ? number : otherwise;
}

const struct db_config *config_db(struct ctx *cx, const struct config *c,
				  const char *site)
{
	struct db_config *db = mem_zero(cx, sizeof(*db));

	*db = (struct db_config) {
		.socket = config_text(c, "Database.Socket"),
		.name = config_text(c, "Database.Name"),
		.user = config_text(c,
				    mem_printf(cx, "Database.User.%s", site)),
		.password = config_text(
			c, mem_printf(cx, "Database.Password.%s", site)),
		/* What a GET asks for must not be able to write. */
		.read_only = strcmp(site, "public") == 0 ||
			     strcmp(site, "intranet") == 0,
	};
	return db;
}
