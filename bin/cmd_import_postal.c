/* cmd_import_postal.c - postal codes from Japan Post's own files. */
#include <stdio.h>

#include "cmd.h"
#include "master/import.h"
#include "text/jdate.h"

/* A day that is not over yet, or none at all, is a slip of the operator. */
static bool is_day(struct call *c, const char *text)
{
	struct date day;

	if (!date_parse_iso(text, &day)) {
		call_say(c, "--date: the day of the data, as 2026-10-31");
		return false;
	}
	if (date_days(day) > date_days(jtime_from_us(c->cx->now).date)) {
		call_say(c, "--date: %s has not come yet", text);
		return false;
	}
	return true;
}

static enum status refused(struct call *c, const struct postal_import *done)
{
	if (done->line)
		call_say(c, "line %lld: %s", (long long)done->line, done->why);
	else
		call_say(c, "%s", done->why);
	call_say(c, "nothing has been changed");
	return ST_INVALID;
}

static enum status run(struct call *c)
{
	struct postal_import done;
	enum status st;

	if (c->nwords != 1 || !*call_option(c, "date"))
		return ST_BAD;
	if (!is_day(c, call_option(c, "date")))
		return ST_INVALID;
	st = postal_import(c->cx, c->words[0], call_option(c, "date"), &done);
	if (st == ST_BAD)
		return refused(c, &done);
	if (st == ST_IO)
		call_say(c, "%s cannot be read", c->words[0]);
	TRY(st);
	(void)printf("%s: %lld records, %lld places, %lld new "
		     "municipalities\n",
		     done.offices ? "large offices" : "towns",
		     (long long)done.records, (long long)done.places,
		     (long long)done.cities);
	return ST_OK;
}

const struct command cmd_import_postal = {
	.name = "import-postal",
	.words = "FILE",
	.options = { "date=" },
	.what = "replace the postal codes by those of a file of Japan Post",
	.db = "owner",
	.run = run,
};
