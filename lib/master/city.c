/* city.c - 市町村コード: codes of municipalities. */
#include "master/city.h"

#include <string.h>

#define DIGITS "0123456789"

char city_code_digit(const char *five)
{
	int sum = 0;

	if (strspn(five, DIGITS) < CITY_CODE - 1)
		return '\0';
	for (int i = 0; i < CITY_CODE - 1; i++)
		sum += (five[i] - '0') * (6 - i);
	return DIGITS[(11 - sum % 11) % 10];
}

const char *city_code_of(struct ctx *cx, const char *five)
{
	if (strlen(five) != CITY_CODE - 1 || !city_code_digit(five))
		return "";
	return mem_printf(cx, "%s%c", five, city_code_digit(five));
}

bool city_code_valid(const char *code)
{
	return strlen(code) == CITY_CODE && strspn(code, DIGITS) == CITY_CODE &&
	       city_code_digit(code) == code[CITY_CODE - 1];
}
