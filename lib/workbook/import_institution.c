/* import_institution.c - is there an institution, or only the dummy of the old
 * system? */
#include <string.h>

#include "text/digits.h"
#include "text/searchkey.h"
#include "workbook/importing.h"

/* a|b|c of the message file, as they are compared. */
static const char *const *learn_list(struct import *in, const char *key)
{
	const char *list = workbook_text(in->w, key);
	const char **keys = mem_array(in->cx, strlen(list) + 2, sizeof(*keys));

	for (size_t n = 0; *list;) {
		size_t length = strcspn(list, "|");

		keys[n++] = text_key(in->cx, mem_text_n(in->cx, list, length));
		list += length + (list[length] == '|');
	}
	return keys;
}

void institution_learn(struct import *in)
{
	in->dummy = (struct dummy) {
		.zip = learn_list(in, "sheet.dummy.zip"),
		.town = learn_list(in, "sheet.dummy.town"),
		.name = learn_list(in, "sheet.dummy.name"),
		.tel = learn_list(in, "sheet.dummy.tel"),
	};
}

static bool is_one_of(const char *text, const char *const *list)
{
	for (; text && *list; list++)
		if (strcmp(text, *list) == 0)
			return true;
	return false;
}

static bool begins_with_one_of(const char *text, const char *const *list)
{
	for (; *list; list++)
		if (strncmp(text, *list, strlen(*list)) == 0)
			return true;
	return false;
}

/*
 * The old system had no 未確保 and asked for a hospital that does not exist
 * (seed 002: 接種実施医療機関が未確保の場合): the ministry's own address, in
 * two spellings, and telephone numbers that are none.
 */
static bool is_dummy(const struct making *m)
{
	const struct import *in = m->in;
	const struct dummy *d = &in->dummy;
	const char *town, *name;

	if (!is_one_of(text_digits(m->cx, group_meant(m->g, in->inst_zip)),
		       d->zip))
		return false;
	town = text_key(m->cx, group_meant(m->g, in->inst_town));
	name = text_key(m->cx, group_meant(m->g, in->inst_name));
	return begins_with_one_of(town, d->town) &&
	       (is_one_of(text_digits(m->cx, group_meant(m->g, in->inst_tel)),
			  d->tel) ||
		is_one_of(name, d->name));
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
