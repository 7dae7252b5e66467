/* log.c - one JSON line per event on standard error, never personal data. */
#include "base/log.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"

static int log_fd = STDERR_FILENO;
static char request[64];

struct line {
	char text[4096];
	size_t n;
};

static void put(struct line *l, char c)
{
	if (l->n < sizeof(l->text) - 2)
		l->text[l->n++] = c;
}

static void put_raw(struct line *l, const char *s)
{
	while (*s)
		put(l, *s++);
}

/* Bytes that could forge a line or a terminal sequence become \u00XX. */
static void put_string(struct line *l, const char *s)
{
	static const char hex[] = "0123456789abcdef";

	put(l, '"');
	for (size_t i = 0; s[i] && i < 500; i++) {
		unsigned char c = (unsigned char)s[i];

		if (c == '"' || c == '\\') {
			put(l, '\\');
			put(l, (char)c);
		} else if (c < 0x20 || c == 0x7f) {
			put_raw(l, "\\u00");
			put(l, hex[c >> 4]);
			put(l, hex[c & 15]);
		} else {
			put(l, (char)c);
		}
	}
	put(l, '"');
}

static void put_item(struct line *l, const struct log_item *item)
{
	char number[24];

	put(l, ',');
	put_string(l, item->name);
	put(l, ':');
	if (item->text) {
		put_string(l, item->text);
		return;
	}
	(void)snprintf(number, sizeof(number), "%lld", (long long)item->number);
	put_raw(l, number);
}

void log_items(const char *event, const struct log_item *items, size_t n)
{
	struct line l = { .n = 0 };
	char when[40];

	clock_rfc3339(clock_real(), when);
	put_raw(&l, "{\"t\":");
	put_string(&l, when);
	put_item(&l, &(struct log_item) { .name = "event", .text = event });
	if (*request)
		put_item(&l,
			 &(struct log_item) { .name = "rid", .text = request });
	for (size_t i = 0; i < n; i++)
		put_item(&l, &items[i]);
	put(&l, '}');
	l.text[l.n++] = '\n';
	/* A log that cannot be written must not stop the work. */
	if (write(log_fd, l.text, l.n) < 0)
		return;
}

void log_request(const char *request_id)
{
	(void)snprintf(request, sizeof(request), "%s", request_id);
}

void log_to(int fd)
{
	log_fd = fd;
}
