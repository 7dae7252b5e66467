/* import_institution.c - is there an institution, or only the dummy of the old
 * system? */
#include <string.h>

#include "text/digits.h"
#include "text/searchkey.h"
#include "workbook/importing.h"

static const char *meant(const struct making *m, const char *place)
{
	const struct workbook *w = m->in->w;
	const struct workbook_column *c = workbook_find(w, place);

	return c ? group_meant(m->g, (int)(c - w->columns)) : "";
}

/* a|b|c: is the text one of them, or does it begin with one? */
static bool is_one_of(const struct making *m, const char *text, const char *key,
		      bool begins)
{
	const char *list = workbook_text(m->in->w, key);

	while (*list && *text) {
		size_t n = strcspn(list, "|");
		const char *one = text_key(m->cx, mem_text_n(m->cx, list, n));

		if (begins ? strncmp(text, one, strlen(one)) == 0
			   : strcmp(text, one) == 0)
			return true;
		list += n + (list[n] == '|');
	}
	return false;
}

/*
 * The old system had no 未確保 and asked for a hospital that does not exist
 * (seed 002: 接種実施医療機関が未確保の場合): the ministry's own address, in
 * two spellings, and telephone numbers that are none.
 */
static bool is_dummy(const struct making *m)
{
	const char *zip = text_digits(m->cx, meant(m, "inst.at.zip"));
	const char *tel = text_digits(m->cx, meant(m, "inst.tel"));
	const char *town, *name;

	if (!zip || !is_one_of(m, zip, "sheet.dummy.zip", false))
		return false;
	town = text_key(m->cx, meant(m, "inst.at.town"));
	name = text_key(m->cx, meant(m, "inst.name"));
	return is_one_of(m, town, "sheet.dummy.town", true) &&
	       ((tel && is_one_of(m, tel, "sheet.dummy.tel", false)) ||
		is_one_of(m, name, "sheet.dummy.name", false));
}

static bool says_institution(const struct making *m)
{
	for (size_t i = 0; i < m->in->w->n; i++)
		if (m->in->use[i].institution && (int)i != m->in->secured &&
		    (int)i != m->in->plan && *group_meant(m->g, (int)i))
			return true;
	return false;
}

static void tell_secured(const struct making *m, size_t column, const char *key)
{
	office_remark(m, column, &m->g->lines[m->g->from[column]],
		      (struct import_remark) {
			      .what.key = key,
			      .stored = workbook_word(
				      m->in->w,
				      m->in->w->columns[m->in->secured].slot,
				      m->secured),
		      });
}

/* Who writes a hospital has one, who writes a plan has none. */
void institution_judge(struct making *m)
{
	const struct import *in = m->in;
	const char *said = group_meant(m->g, in->secured);
	bool plan = *group_meant(m->g, in->plan);

	m->dummy = is_dummy(m);
	if (m->dummy) {
		m->secured = "no";
		tell_secured(m,
			     (size_t)(workbook_find(in->w, "inst.name") -
				      in->w->columns),
			     "dummy");
		return;
	}
	if (*said)
		return;
	if (says_institution(m))
		m->secured = "yes";
	else if (plan)
		m->secured = "no";
	if (m->secured)
		tell_secured(m, (size_t)in->secured, "secured");
}
