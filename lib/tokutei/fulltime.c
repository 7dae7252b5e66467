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

static const struct field fields[] = {
	NUMBER(struct fulltime, hours, .flags = F_REQUIRED, .min = 1,
	       .max = WEEK_HOURS),
	NUMBER(struct fulltime, minutes, .flags = F_OPTIONAL, .max = 59),
	NUMBER(struct fulltime, fulltimers, .flags = F_OPTIONAL,
	       .max = 9999999),
	ROWS(struct fulltime, pattern, npattern, struct pattern, pattern_form,
	     .flags = F_OPTIONAL, .max = PATTERN_MAX),
};

const struct form fulltime_form = {
	.name = "fulltime",
	.row_size = sizeof(struct fulltime),
	.fields = fields,
	.nfields = COUNT(fields),
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

static bool add_pattern(const struct pattern *p, int64_t scheduled,
			struct fraction *sum)
{
	struct fraction people, share, part;

	return fraction_of(or_zero(p->people), 1, &people) &&
	       fraction_of(minutes(p->hours, p->minutes), scheduled, &share) &&
	       fraction_multiply(people, share, &part) &&
	       fraction_add(*sum, part, sum);
}

/* Rounding each pattern by itself would give 5 for the guide's own example of
 * 3.625 (seed 002): the whole sum is rounded, once. */
enum status fulltime_count(struct ctx *cx, const struct fulltime *f,
			   int64_t *count, const char **exact)
{
	int64_t scheduled = minutes(f->hours, f->minutes);
	struct fraction sum;

	if (scheduled <= 0 || !fraction_of(or_zero(f->fulltimers), 1, &sum))
		return ST_INVALID;
	for (size_t i = 0; i < f->npattern; i++)
		if (!add_pattern(&f->pattern[i], scheduled, &sum))
			return ST_INVALID;
	*count = fraction_ceiling(sum);
	if (exact)
		*exact = fraction_decimal(cx, sum, 4);
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

static bool take_pattern(const char **p, struct pattern *one)
{
	return take_number(p, 'x', &one->people) &&
	       take_number(p, ':', &one->hours) &&
	       (take_number(p, ';', &one->minutes) ||
		take_number(p, '\0', &one->minutes));
}

bool fulltime_parse(struct ctx *cx, const char *text, struct fulltime *f)
{
	const char *p = text;

	*f = (struct fulltime) { .pattern = mem_array(cx, PATTERN_MAX,
						      sizeof(*f->pattern)) };
	if (!take_number(&p, ':', &f->hours) ||
	    !take_number(&p, ';', &f->minutes))
		return false;
	if (take_number(&p, '\0', &f->fulltimers))
		return true;
	if (!take_number(&p, ';', &f->fulltimers))
		return false;
	while (*p) {
		if (f->npattern == PATTERN_MAX ||
		    !take_pattern(&p, &f->pattern[f->npattern]))
			return false;
		f->npattern++;
	}
	return true;
}

static void check_one(struct problems *p, const char *basis, int64_t typed,
		      size_t row, const char *name)
{
	struct fulltime f;
	int64_t count;
	struct report *r;

	if (*basis == '\0')
		return;
	if (!fulltime_parse(p->cx, basis, &f) ||
	    fulltime_count(p->cx, &f, &count, NULL) != ST_OK) {
		(void)problem(p, "office.basis.unreadable", "business.%zu.%s",
			      row, name);
		return;
	}
	if (count == typed)
		return;
	r = problem(p, "office.basis", "business.%zu.%s", row, name);
	report_arg(r, "count", "%lld", (long long)count);
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
