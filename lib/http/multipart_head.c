/* multipart_head.c - the header lines of a part: its name, its file's name. */
#include <string.h>
#include <strings.h>

#include "http/http_parse.h"
#include "http/multipart.h"
#include "http/urlencoded.h"

/* What the browser called it may be a path of its own machine. */
static const char *last_component(const char *s)
{
	for (const char *p = s; *p; p++)
		if (*p == '/' || *p == '\\')
			s = p + 1;
	return s;
}

/* Browsers write a quote inside a name as %22 (HTML standard, multipart/
 * form-data encoding algorithm). */
static char *unescape(char *text)
{
	char *to = text;

	for (const char *s = text; *s; s++) {
		if (strncmp(s, "%22", 3) == 0) {
			*to++ = '"';
			s += 2;
		} else {
			*to++ = *s;
		}
	}
	*to = '\0';
	return text;
}

/* UTF-8'language'percent-encoded (RFC 8187); no other character set. */
static int extended(char *value, const char **text)
{
	char *language = strchr(value, '\'');
	char *s = language ? strchr(language + 1, '\'') : NULL;
	size_t n;

	if (!s || strncasecmp(value, "UTF-8'", 6) != 0)
		return 400;
	n = strlen(++s);
	if (percent_decode(s, &n, false) || http_text(s, n))
		return 400;
	s[n] = '\0';
	*text = s;
	return 0;
}

/* A line end or another control, from %0A, would only do harm in a page. */
static const char *file_name(struct ctx *cx, const char *name)
{
	char *text = mem_text(cx, last_component(name));

	for (char *s = text; *s; s++)
		if ((unsigned char)*s < ' ' || *s == 0x7f)
			*s = '_';
	return text;
}

/* form-data; name="a"; filename="b"; each at most once. */
static int disposition(struct ctx *cx, const char *value,
		       struct multipart_part *part)
{
	const char *at = value + strcspn(value, "; \t");
	const char *found[3] = { NULL, NULL, NULL };
	static const char *const wanted[] = { "name", "filename", "filename*" };
	struct http_pair p;

	if (at - value != 9 || strncasecmp(value, "form-data", 9) != 0)
		return 400;
	for (;;) {
		if (http_param(cx, &at, &p))
			return 400;
		if (!p.name)
			break;
		for (size_t i = 0; i < COUNT(wanted); i++) {
			if (strcasecmp(p.name, wanted[i]) != 0)
				continue;
			if (found[i])
				return 400;
			found[i] = p.value;
		}
	}
	part->name = found[0];
	part->file_name = found[1] ? unescape(mem_text(cx, found[1])) : NULL;
	if (found[2] && extended(mem_text(cx, found[2]), &part->file_name))
		return 400;
	if (part->file_name)
		part->file_name = file_name(cx, part->file_name);
	return part->name ? 0 : 400;
}

/* Binary as it is, or nothing: RFC 7578, 4.7, does away with the others. */
static bool is_plain(const char *encoding)
{
	return strcasecmp(encoding, "binary") == 0 ||
	       strcasecmp(encoding, "8bit") == 0 ||
	       strcasecmp(encoding, "7bit") == 0;
}

/* A line without its end. */
static int read_line(struct ctx *cx, char *line, size_t n,
		     struct multipart_part *part)
{
	char *colon = memchr(line, ':', n);
	const char *value;

	if (!colon || !http_token(line, (size_t)(colon - line)))
		return 400;
	while (line[n - 1] == ' ' || line[n - 1] == '\t')
		n--;
	line[n] = '\0';
	*colon = '\0';
	value = colon + 1 + strspn(colon + 1, " \t");
	if (strcasecmp(line, "Content-Transfer-Encoding") == 0)
		return is_plain(value) ? 0 : 400;
	if (strcasecmp(line, "Content-Disposition") != 0)
		return 0;
	return part->name ? 400 : disposition(cx, value, part);
}

int multipart_head(struct ctx *cx, char *head, size_t n,
		   struct multipart_part *part)
{
	*part = (struct multipart_part) { NULL, NULL };
	if (http_text(head, n))
		return 400;
	while (n > 0) {
		char *feed = memchr(head, '\n', n);
		size_t used = feed ? (size_t)(feed - head) + 1 : 0;

		/* The only CR of a line is the one before its LF. */
		if (used < 2 || memchr(head, '\r', used) != feed - 1 ||
		    read_line(cx, head, used - 2, part))
			return 400;
		head += used;
		n -= used;
	}
	return part->name ? 0 : 400;
}
