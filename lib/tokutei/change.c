/* change.c - 変更届出: what is different, and what of it needs a notice. */
#include "tokutei/change.h"

#include "sql/tokutei/change.h"

#define SECURED_DAYS 30

bool change_is_large(int64_t was, int64_t now)
{
	int64_t by = now > was ? now - was : was - now;

	return by != 0 && by * 100 >= was * 5;
}

int64_t change_secured_until(int64_t secured_on)
{
	return secured_on + SECURED_DAYS;
}

static enum status look_at_applicant(struct ctx *cx, const struct args *args,
				     struct change_sums *sums)
{
	struct row *row;

	TRY(db_one(cx, &sql_change_applicant, args, &row));
	sums->named = row_int(row, "named");
	sums->tel = row_int(row, "tel");
	sums->mail = row_int(row, "mail");
	sums->light = row_int(row, "light");
	return ST_OK;
}

enum status change_look(struct ctx *cx, int64_t from, int64_t to,
			struct change_sums *sums)
{
	const struct args *args = ARGS({ "from", value_int(from) },
				       { "to", value_int(to) });
	struct row *row;

	TRY(db_one(cx, &sql_change_persons, args, &row));
	*sums = (struct change_sums) {
		.persons_was = row_int(row, "persons_was"),
		.persons_now = row_int(row, "persons_now"),
	};
	sums->large = change_is_large(sums->persons_was, sums->persons_now);
	TRY(look_at_applicant(cx, args, sums));
	TRY(db_one(cx, &sql_change_count,
		   ARGS({ "from", value_int(from) }, { "to", value_int(to) },
			{ "large", value_int(sums->large) }),
		   &row));
	sums->offices = row_int(row, "offices");
	sums->notices = row_int(row, "notices");
	sums->lights = row_int(row, "lights");
	sums->secured = row_int(row, "secured");
	return ST_OK;
}

bool change_any(const struct change_sums *sums)
{
	return change_needs_notice(sums) || change_has_light(sums);
}

bool change_needs_notice(const struct change_sums *sums)
{
	return sums->named || sums->tel || sums->mail || sums->notices > 0;
}

bool change_has_light(const struct change_sums *sums)
{
	return sums->light || sums->lights > 0;
}

enum status change_offices(struct ctx *cx, int64_t from, int64_t to, bool large,
			   int64_t after, struct rows *rows)
{
	return db_many(cx, &sql_change_offices,
		       ARGS({ "from", value_int(from) },
			    { "to", value_int(to) },
			    { "large", value_int(large) },
			    { "after", value_int(after) },
			    { "limit", value_int(CHANGE_PAGE + 1) }),
		       rows);
}

enum status change_take_light(struct ctx *cx, int64_t from, int64_t to,
			      bool large)
{
	static const struct query *const takes[] = {
		&sql_change_light_applicant,
		&sql_change_light_offices,
		&sql_change_light_heads_off,
		&sql_change_light_heads_on,
	};
	const struct args *args = ARGS({ "from", value_int(from) },
				       { "to", value_int(to) },
				       { "large", value_int(large) });

	for (size_t i = 0; i < COUNT(takes); i++)
		TRY(db_exec(cx, takes[i], args, NULL));
	return ST_OK;
}
