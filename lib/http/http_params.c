/* http_params.c - parameters of a header value: form-data; name="a". */
#include <string.h>

#include "http/http_parse.h"

static const char *skip_space(const char *s)
{
	return s + strspn(s, " \t");
}

bool http_token(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i] <= ' ' || s[i] == 0x7f ||
		    strchr("\"(),/:;<=>?@[\\]{}", s[i]))
			return false;
	return n > 0;
}

/* Whether s stands at a backslash that belongs to the character behind it. */
static bool is_escape(const char *s)
{
	return *s == '\\' && (s[1] == '"' || s[1] == '\\');
}

/* *at stands behind the opening quote, and behind the closing one after. */
static int quoted(struct ctx *cx, const char **at, const char **value)
{
	const char *s = *at, *end = s;
	char *text;
	size_t n = 0;

	while (*end && *end != '"')
		end += is_escape(end) ? 2 : 1;
	if (!*end)
		return 400;
	text = mem_grow(cx, NULL, (size_t)(end - s) + 1, 1);
	while (s < end) {
		if (is_escape(s))
			s++;
		text[n++] = *s++;
	}
	text[n] = '\0';
	*at = end + 1;
	*value = text;
	return 0;
}

int http_param(struct ctx *cx, const char **at, struct http_pair *param)
{
	const char *s = skip_space(*at);
	size_t n;

	*param = (struct http_pair) { NULL, NULL };
	if (*s && *s != ';')
		return 400;
	while (*s == ';')
		s = skip_space(s + 1);
	*at = s;
	if (!*s)
		return 0;
	n = strcspn(s, "=");
	if (!s[n] || !http_token(s, n))
		return 400;
	param->name = mem_text_n(cx, s, n);
	s += n + 1;
	if (*s == '"') {
		s++;
		if (quoted(cx, &s, &param->value))
			return 400;
	} else {
		n = strcspn(s, "; \t\"");
		param->value = mem_text_n(cx, s, n);
		s += n;
	}
	*at = s;
	return 0;
}
