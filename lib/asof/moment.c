/* moment.c - 過去の時点: which moment is meant, and what held until when. */
#include <stdbool.h>

#include "asof/asof.h"
#include "base/buf.h"
#include "base/clock.h"
#include "http/http.h"
#include "review/registration.h"
#include "text/jdate.h"

static const char *const states[] = { "active",	   "expired", "abolished",
				      "cancelled", "all",     NULL };

static const struct field fields[] = {
	ID(struct asof, id),
	DATE(struct asof, day, .flags = F_OPTIONAL),
	NUMBER(struct asof, hour, .flags = F_OPTIONAL, .max = 23),
	NUMBER(struct asof, minute, .flags = F_OPTIONAL, .max = 59),
	NUMBER(struct asof, at, .flags = F_HIDDEN,
	       .max = INT64_C(253402300799999999)),
	TEXT(struct asof, q, .flags = F_OPTIONAL, .max = 100),
	CHOICE(struct asof, state, .flags = F_HIDDEN, .choices = states),
	TEXT(struct asof, after, .flags = F_HIDDEN, .max = 20),
	TEXT(struct asof, before, .flags = F_HIDDEN, .max = 20),
};

const struct form asof_form = {
	.name = "asof",
	.row_size = sizeof(struct asof),
	.fields = fields,
	.nfields = COUNT(fields),
};

/* The end of the minute, or of the day. */
static int64_t chosen(const struct asof *f)
{
	struct jtime t = { date_from_days(f->day), 23, 59, 59 };

	if (f->hour != NO_NUMBER) {
		t.hour = (int)f->hour;
		t.minute = f->minute == NO_NUMBER ? 0 : (int)f->minute;
	}
	return jtime_us(t) + SECOND - 1;
}

int64_t asof_settle(struct ctx *cx, struct asof *f)
{
	bool said = f->day != NO_NUMBER;
	struct jtime t;

	if (said)
		f->at = chosen(f);
	if (f->at == NO_NUMBER || f->at > cx->now)
		f->at = cx->now;
	t = jtime_from_us(f->at);
	/* Of a day to come nothing is known but how it is now. */
	if (!said || f->day > date_days(t.date))
		f->day = date_days(t.date);
	if (!said && f->at != cx->now) {
		f->hour = t.hour;
		f->minute = t.minute;
	} else if (f->hour == NO_NUMBER) {
		f->minute = NO_NUMBER;
	} else if (f->minute == NO_NUMBER) {
		f->minute = 0;
	}
	return f->at;
}

const char *asof_url(struct ctx *cx, const char *path, const struct asof *f)
{
	struct date d = date_from_days(f->day);
	struct buf url;

	buf_init(&url, cx);
	buf_printf(&url, "%s?day.year=%d&day.month=%d&day.day=%d", path, d.year,
		   d.month, d.day);
	if (f->hour != NO_NUMBER)
		buf_printf(&url, "&hour=%lld&minute=%lld", (long long)f->hour,
			   (long long)f->minute);
	if (id_set(f->id))
		buf_printf(&url, "&id=%s", id_text(cx, f->id));
	http_url_add(&url, "q", f->q);
	http_url_add(&url, "state", f->state);
	return url.text;
}

const char *asof_until(struct ctx *cx, const struct row *row)
{
	struct date day;
	int64_t n = row_int(row, "renewals");

	if (row_int(row, "moved_later") == 0)
		return row_text(row, "valid_until");
	if (!date_parse_iso(row_text(row, "revived_to"), &day)) {
		if (!date_parse_iso(row_text(row, "registered_on"), &day))
			return "";
		day = registration_until(day, ASOF_YEARS);
	}
	while (n-- > 0)
		day = registration_until(date_add_days(day, 1), ASOF_YEARS);
	return date_iso(cx, day);
}
