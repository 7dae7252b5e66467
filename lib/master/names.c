/* names.c - what codes are called, looked up in a list that the process has. */
#include "master/names.h"

#include <string.h>

/* As strcmp() with the code, which has no end. */
static int compare(const char *value, const char *code, size_t n)
{
	int differ = strncmp(value, code, n);

	return differ ? differ : value[n] != '\0';
}

const char *name_of_code(const struct rows *names, const char *code, size_t n)
{
	size_t from = 0, to = names->n;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		const struct value *values = names->list[middle]->values;
		int differ = compare(values[0].text, code, n);

		if (differ == 0)
			return values[1].text;
		if (differ < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return NULL;
}
