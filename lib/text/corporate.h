/* corporate.h - the corporate number (法人番号) and its check digit. */
#ifndef TEXT_CORPORATE_H
#define TEXT_CORPORATE_H

#include <stdbool.h>

/*
 * True for 13 ASCII digits whose first is the check digit of the other twelve:
 * 9 less the remainder by 9 of their sum, in which every second digit, counted
 * from the right, is doubled (平成26年財務省令第70号 art. 2).
 */
bool corporate_valid(const char *digits);

enum corporate {
	CORPORATE_NONE, /* nothing in the text looks like one */
	CORPORATE_GOOD,
	CORPORATE_WRONG, /* 13 digits in a row, but a typing slip in them */
};

/*
 * What a free text (備考1) has: 13 digits of either width, hyphens between
 * them passed over, not part of a longer number. One good one is enough.
 */
enum corporate corporate_find(const char *text);

#endif
