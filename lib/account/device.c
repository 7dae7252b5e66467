/* device.c - what a browser says of itself, in words that its owner knows. */
#include "account/device.h"

#include <string.h>

struct word {
	const char *sign, *name;
};

/* The first that is found counts: newer ones also name those they are like. */
static const struct word browsers[] = {
	{ "Edg/", "Edge" },	   { "EdgA/", "Edge" },
	{ "Firefox/", "Firefox" }, { "FxiOS/", "Firefox" },
	{ "CriOS/", "Chrome" },	   { "Chrome/", "Chrome" },
	{ "Safari/", "Safari" },
};
static const struct word systems[] = {
	{ "iPhone", "iPhone" },	  { "iPad", "iPad" },
	{ "Android", "Android" }, { "Windows", "Windows" },
	{ "CrOS", "ChromeOS" },	  { "Mac OS X", "macOS" },
	{ "Linux", "Linux" },
};

static const char *find(const struct word *list, size_t n, const char *agent)
{
	for (size_t i = 0; i < n; i++)
		if (strstr(agent, list[i].sign))
			return list[i].name;
	return NULL;
}

const char *device_name(struct ctx *cx, const char *agent)
{
	const char *browser = find(browsers, COUNT(browsers), agent);
	const char *system = find(systems, COUNT(systems), agent);

	if (browser && system)
		return mem_printf(cx, "%s (%s)", browser, system);
	if (browser || system)
		return browser ? browser : system;
	return agent;
}
