/* cmd_generate.c - adds made-up applications, for demonstrations and tests. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "cmd.h"
#include "tokutei/generate.h"

/* Digits and nothing else; the default where the option is not given. */
static bool read_number(const struct call *c, const char *name,
			int64_t otherwise, int64_t *number)
{
	const char *s = call_option(c, name);
	size_t n = strlen(s);

	*number = n ? strtoll(s, NULL, 10) : otherwise;
	return n <= 9 && strspn(s, "0123456789") == n;
}

static enum status run(struct call *c)
{
	struct generate g = {
		.sent = *call_option(c, "sent") != '\0',
		.desks = call_option(c, "desks"),
		.words = mem_printf(c->cx, "%s/data/sample.tsv",
				    config_text(c->config, "Path.Sql")),
	};
	struct generated done;
	int64_t began = clock_monotonic_us(), seed;
	enum status st;

	if (!read_number(c, "applications", 1, &g.applications) ||
	    !read_number(c, "offices", 10, &g.offices) ||
	    !read_number(c, "seed", 1, &seed) || g.applications < 1 ||
	    g.offices < 1)
		return ST_BAD;
	g.seed = (uint64_t)seed;
	st = generate(c->cx, &g, &done);
	if (st == ST_INVALID)
		call_say(c,
			 "that is more offices than an application may have");
	TRY(st);
	(void)printf("applications=%lld offices=%lld persons=%lld "
		     "application=%lld seconds=%.1f\n",
		     (long long)done.applications, (long long)done.offices,
		     (long long)done.persons, (long long)done.application,
		     (double)(clock_monotonic_us() - began) / 1e6);
	return ST_OK;
}

const struct command cmd_generate = {
	.name = "generate",
	.words = "",
	.options = { "applications=", "offices=", "seed=", "desks=", "sent" },
	.what = "add made-up applications; --sent: not drafts but sent ones; "
		"--desks=mlit,meti: for these ministries",
	.db = "owner",
	.run = run,
};
