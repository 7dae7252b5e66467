/* fulltime.c - 常勤換算: head counts as full-time equivalents. */
#include "tokutei/fulltime.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "text/fraction.h"
#include "tokutei/office.h"

#define WEEK_HOURS 168

static const struct field pattern_fields[] = {
	NUMBER(struct pattern, people, .flags = F_REQUIRED, .min = 1,
	       .max = 999999),
	NUMBER(struct pattern, hours, .flags = F_REQUIRED, .max = WEEK_HOURS),
	NUMBER(struct pattern, minutes, .flags = F_OPTIONAL, .max = 59),
};

static const struct form pattern_form = {
	.name = "pattern",
	.row_size = sizeof(struct pattern),
	.fields = pattern_fields,
	.nfields = COUNT(pattern_fields),
};

static const char *const sides[] = { "own", "external", NULL };

static const struct field fields[] = {
	NUMBER(struct fulltime, hours, .flags = F_REQUIRED, .min = 1,
	       .max = WEEK_HOURS),
	NUMBER(struct fulltime, minutes, .flags = F_OPTIONAL, .max = 59),
	NUMBER(struct fulltime, fulltimers, .flags = F_OPTIONAL,
	       .max = 9999999),
	ROWS(struct fulltime, pattern, npattern, struct pattern, pattern_form,
	     .flags = F_OPTIONAL, .max = PATTERN_MAX),
	NUMBER(struct fulltime, row, .flags = F_HIDDEN | F_UNSTORED,
	       .max = BUSINESS_MAX - 1),
	CHOICE(struct fulltime, side, .flags = F_HIDDEN | F_UNSTORED,
	       .choices = sides),
};

static int64_t or_zero(int64_t number)
{
	return number == NO_NUMBER ? 0 : number;
}

/* Minutes, so that 7 hours 45 is a whole number. */
static int64_t minutes(int64_t hours, int64_t mins)
{
	return or_zero(hours) * 60 + or_zero(mins);
}

/* Who works all of the scheduled time, or more, is one of the full-timers; who
 * works none is not counted. */
static void check_patterns(struct problems *p, const struct fulltime *f)
{
	int64_t scheduled = minutes(f->hours, f->minutes);

	for (size_t i = 0; i < f->npattern; i++) {
		int64_t each = minutes(f->pattern[i].hours,
				       f->pattern[i].minutes);

		if (each > scheduled)
			(void)problem(p, "fulltime.longer", "pattern.%zu.hours",
				      i);
		else if (each == 0)
			(void)problem(p, "fulltime.no_time",
				      "pattern.%zu.hours", i);
	}
}

static void rules(struct problems *p, const void *row)
{
	const struct fulltime *f = row;

	check_patterns(p, f);
	if (f->npattern == 0 && or_zero(f->fulltimers) == 0)
		(void)problem(p, "fulltime.nobody", "fulltimers");
}

const struct form fulltime_form = {
	.name = "fulltime",
	.row_size = sizeof(struct fulltime),
	.fields = fields,
	.nfields = COUNT(fields),
	.rules = rules,
};

static bool add_pattern(const struct pattern *p, int64_t scheduled,
			struct fraction *sum)
{
	struct fraction people, share, part;

	return fraction_of(or_zero(p->people), 1, &people) &&
	       fraction_of(minutes(p->hours, p->minutes), scheduled, &share) &&
	       fraction_multiply(people, share, &part) &&
	       fraction_add(*sum, part, sum);
}

/* Does a number with so few decimals end there? */
static bool ends_in_four(struct fraction f)
{
	int64_t rest = f.num % f.den;

	/* den divides the scheduled minutes, 10,080 at most: no overflow. */
	return rest * 10000 % f.den == 0;
}

/* Rounding each pattern by itself would give 5 for the guide's own example of
 * 3.625 (seed 002): the whole sum is rounded, once. */
enum status fulltime_count(struct ctx *cx, const struct fulltime *f,
			   struct fulltime_sum *sum)
{
	int64_t scheduled = minutes(f->hours, f->minutes);
	struct fraction all;

	if (scheduled <= 0 || !fraction_of(or_zero(f->fulltimers), 1, &all))
		return ST_INVALID;
	for (size_t i = 0; i < f->npattern; i++)
		if (!add_pattern(&f->pattern[i], scheduled, &all))
			return ST_INVALID;
	*sum = (struct fulltime_sum) {
		.count = fraction_ceiling(all),
		.fraction = fraction_text(cx, all),
		.decimal = fraction_decimal(cx, all, 4),
		.cut = !ends_in_four(all),
	};
	return ST_OK;
}

const char *fulltime_text(struct ctx *cx, const struct fulltime *f)
{
	struct buf text;

	buf_init(&text, cx);
	buf_printf(&text, "%lld:%02lld;%lld", (long long)or_zero(f->hours),
		   (long long)or_zero(f->minutes),
		   (long long)or_zero(f->fulltimers));
	for (size_t i = 0; i < f->npattern; i++)
		buf_printf(&text, ";%lldx%lld:%02lld",
			   (long long)or_zero(f->pattern[i].people),
			   (long long)or_zero(f->pattern[i].hours),
			   (long long)or_zero(f->pattern[i].minutes));
	return text.text;
}

/* A number of at most seven digits followed by this sign, which is passed. */
static bool take_number(const char **p, char sign, int64_t *number)
{
	size_t n = strspn(*p, "0123456789");

	if (n == 0 || n > 7 || (*p)[n] != sign)
		return false;
	*number = strtoll(*p, NULL, 10);
	*p += n + (sign != '\0');
	return true;
}

/* *more: a sign follows it, and so must another one. */
static bool take_pattern(const char **p, struct pattern *one, bool *more)
{
	if (!take_number(p, 'x', &one->people) ||
	    !take_number(p, ':', &one->hours))
		return false;
	*more = take_number(p, ';', &one->minutes);
	return *more || take_number(p, '\0', &one->minutes);
}

static bool take_patterns(const char *p, struct fulltime *f)
{
	bool more = true;

	while (more)
		if (f->npattern == PATTERN_MAX ||
		    !take_pattern(&p, &f->pattern[f->npattern++], &more))
			return false;
	return true;
}

bool fulltime_parse(struct ctx *cx, const char *text, struct fulltime *f)
{
	const char *p = text;
	struct fulltime read = *f;

	read.pattern = mem_array(cx, PATTERN_MAX, sizeof(*read.pattern));
	read.npattern = 0;
	if (!take_number(&p, ':', &read.hours) ||
	    !take_number(&p, ';', &read.minutes))
		return false;
	if (!take_number(&p, '\0', &read.fulltimers) &&
	    (!take_number(&p, ';', &read.fulltimers) ||
	     !take_patterns(p, &read)))
		return false;
	*f = read;
	return true;
}

bool fulltime_place(struct ctx *cx, const char *place, int64_t *row,
		    const char **side)
{
	const char *p = place;
	const char *const ours = "business.";

	if (strncmp(p, ours, strlen(ours)) != 0)
		return false;
	p += strlen(ours);
	if (!take_number(&p, '.', row) || *row >= BUSINESS_MAX)
		return false;
	for (size_t i = 0; sides[i]; i++)
		if (strcmp(sides[i], p) == 0) {
			*side = mem_text(cx, p);
			return true;
		}
	return false;
}

const char *fulltime_basis(struct ctx *cx, int64_t row, const char *side)
{
	return mem_printf(cx, "business.%lld.basis_%s", (long long)row, side);
}

static void check_one(struct problems *p, const char *basis, int64_t typed,
		      size_t row, const char *name)
{
	struct fulltime f;
	struct fulltime_sum sum;
	struct report *r;

	if (*basis == '\0')
		return;
	if (!fulltime_parse(p->cx, basis, &f) ||
	    fulltime_count(p->cx, &f, &sum) != ST_OK) {
		(void)problem(p, "office.basis.unreadable", "business.%zu.%s",
			      row, name);
		return;
	}
	if (sum.count == typed)
		return;
	r = problem(p, "office.basis", "business.%zu.%s", row, name);
	report_arg(r, "count", "%lld", (long long)sum.count);
	report_arg(r, "typed", "%lld", (long long)typed);
}

void fulltime_check(struct problems *p, const void *office)
{
	const struct office *o = office;

	for (size_t i = 0; i < o->nbusiness; i++) {
		const struct business *b = &o->business[i];

		check_one(p, b->basis_own, b->own, i, "own");
		check_one(p, b->basis_external, b->external, i, "external");
	}
}
