/* company.h - legal forms that are written short in a company's name. */
#ifndef TEXT_COMPANY_H
#define TEXT_COMPANY_H

#include "base/ctx.h"

/*
 * The name with its legal form in full: （株）サンプル, ㈱サンプル, (株)
 * サンプル give 株式会社サンプル; in front, behind and in the middle it stays
 * where it is. NULL if nothing in the name is short. An offer, never a
 * correction (design: ui §6; seed 002 asks for the full form).
 */
const char *company_full(struct ctx *cx, const char *name);
/* The search key of a name without the legal form in front of it, which tells
 * nobody apart; the whole key if there is nothing else. */
const char *company_key(struct ctx *cx, const char *name);

#endif
