/* corporate.c - the corporate number (法人番号) and its check digit. */
#include "text/corporate.h"

#include <string.h>

#include "text/digits.h"
#include "text/utf8.h"

#define DIGITS 13

bool corporate_valid(const char *digits)
{
	int sum = 0;

	if (strlen(digits) != DIGITS || strspn(digits, "0123456789") != DIGITS)
		return false;
	for (int i = 1; i < DIGITS; i++)
		sum += (digits[i] - '0') * (i % 2 == 1 ? 2 : 1);
	return digits[0] - '0' == 9 - sum % 9;
}

/* Reads one number with its hyphens; n counts its digits. */
static uint32_t read_number(const char **s, char *digits, size_t *n)
{
	const char *next = *s;
	uint32_t cp;

	for (;;) {
		cp = utf8_next(&next);
		if (cp >= 0xFF10 && cp <= 0xFF19)
			cp -= 0xFEE0;
		if (cp >= '0' && cp <= '9') {
			if (*n < DIGITS)
				digits[*n] = (char)cp;
			++*n;
		} else if (*n == 0 || !text_is_hyphen(cp)) {
			break;
		}
		*s = next;
	}
	*s = next;
	return cp;
}

enum corporate corporate_find(const char *text)
{
	enum corporate found = CORPORATE_NONE;
	char digits[DIGITS + 1];
	uint32_t cp;

	do {
		size_t n = 0;

		cp = read_number(&text, digits, &n);
		if (n != DIGITS)
			continue;
		digits[DIGITS] = '\0';
		if (corporate_valid(digits))
			return CORPORATE_GOOD;
		found = CORPORATE_WRONG;
	} while (cp);
	return found;
}
