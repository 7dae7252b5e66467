/* city.h - 市町村コード: codes of municipalities. */
#ifndef MASTER_CITY_H
#define MASTER_CITY_H

#include <stdbool.h>

#include "base/ctx.h"

#define CITY_CODE 6

/*
 * Five digits, two of them the prefecture, and a check digit: weights 6 5 4 3
 * 2, modulus 11, the last digit of 11 minus the rest (JIS X 0402, and the
 * ministry's list of 全国地方公共団体コード).
 */

/* The check digit of the five ASCII digits; '\0' if they are not that. */
char city_code_digit(const char *five);
/* The code of six; "" unless five is five digits. */
const char *city_code_of(struct ctx *cx, const char *five);
/* Six digits, the last of which is right. It need not be in use. */
bool city_code_valid(const char *code);

#endif
