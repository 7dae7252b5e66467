/* inquiry.c - 疑義照会: what a desk reads of it. */
#include "inquiry/inquiry.h"

#include <stdlib.h>
#include <string.h>

#include "master/holiday.h"
#include "master/parameter.h"
#include "sql/review/inquiry.h"
#include "text/jdate.h"

#define DUE_MOST 180 /* days from today */

static bool is_sending(const void *row)
{
	const struct inquiry_words *w = row;

	return strcmp(w->part, "send") == 0;
}

static bool is_cancelling(const void *row)
{
	const struct inquiry_words *w = row;

	return strcmp(w->part, "cancel") == 0;
}

static const char *const targets[] = { "applicant", "office", "document",
				       NULL };
static const char *const parts[] = { "send", "cancel", NULL };

static const struct field item_fields[] = {
	ID(struct inquiry_item, id),
	REVISION(struct inquiry_item, revision),
	CHOICE(struct inquiry_item, target, .flags = F_HIDDEN,
	       .choices = targets),
	NUMBER(struct inquiry_item, office, .flags = F_HIDDEN, .max = 999999),
	TEXT(struct inquiry_item, point, .flags = F_OPTIONAL, .max = 60),
	CHOICE(struct inquiry_item, reason, .flags = F_REQUIRED,
	       .choices = inquiry_reasons),
	AREA(struct inquiry_item, text, .flags = F_REQUIRED, .max = 2000),
	AREA(struct inquiry_item, suggestion, .flags = F_OPTIONAL, .max = 1000),
};

const struct form inquiry_item_form = {
	.name = "inquiry_item",
	.row_size = sizeof(struct inquiry_item),
	.fields = item_fields,
	.nfields = COUNT(item_fields),
};

static const struct field words_fields[] = {
	ID(struct inquiry_words, id),
	REVISION(struct inquiry_words, revision),
	CHOICE(struct inquiry_words, part, .flags = F_HIDDEN, .choices = parts),
	AREA(struct inquiry_words, message, .flags = F_OPTIONAL, .max = 2000,
	     .when = is_sending),
	DATE(struct inquiry_words, due, .flags = F_REQUIRED,
	     .when = is_sending),
	AREA(struct inquiry_words, reason, .flags = F_REQUIRED, .max = 500,
	     .when = is_cancelling),
};

const struct form inquiry_words_form = {
	.name = "inquiry_words",
	.row_size = sizeof(struct inquiry_words),
	.fields = words_fields,
	.nfields = COUNT(words_fields),
};

/* --- Points -------------------------------------------------------------- */

const char *point_name(struct ctx *cx, const struct point *at)
{
	if (strcmp(at->target, "business") != 0)
		return mem_printf(cx, "%s.%s", at->target, at->field);
	return mem_printf(cx, "business.%lld.%s", (long long)at->position,
			  at->field);
}

bool point_parse(struct ctx *cx, const char *name, struct point *at)
{
	const char *dot = strchr(name, '.');
	char *end;

	if (!dot || dot == name)
		return false;
	*at = (struct point) {
		.target = mem_text_n(cx, name, (size_t)(dot - name)),
		.field = mem_text(cx, dot + 1),
	};
	if (strcmp(at->target, "business") != 0)
		return true;
	at->position = strtol(dot + 1, &end, 10);
	if (*end != '.' || at->position < 1 || at->position > BUSINESS_MAX)
		return false;
	at->field = mem_text(cx, end + 1);
	return true;
}

struct point point_of(const struct row *row)
{
	return (struct point) {
		.target = row_text(row, "target"),
		.office = row_int(row, "office"),
		.position = row_int(row, "position"),
		.field = row_text(row, "field"),
	};
}

struct point point_shown(struct ctx *cx, const char *target, int64_t position,
			 const char *field)
{
	const char *whole = strcmp(target, "business") == 0 ? "row" : "";

	if (strcmp(target, "institution") == 0)
		field = "inst";
	field = mem_text_n(cx, field, strcspn(field, "."));
	return (struct point) {
		.target = target,
		.position = position,
		.field = *field ? field : whole,
	};
}

bool point_in_office(const struct point *at)
{
	return strcmp(at->target, "office") == 0 ||
	       strcmp(at->target, "business") == 0 ||
	       strcmp(at->target, "institution") == 0;
}

static enum status office_values(struct ctx *cx, const struct desk_view *view,
				 const struct point *at, struct correction *c)
{
	struct desk_office o;

	TRY(desk_office_at(cx, view, at->office, &o));
	c->office = o.office;
	c->inst = o.office.inst;
	if (strcmp(at->target, "business") != 0)
		return ST_OK;
	for (size_t i = 0; i < o.office.nbusiness; i++)
		if (o.position[i] == at->position) {
			c->business = o.office.business[i];
			return ST_OK;
		}
	return ST_NOT_FOUND;
}

enum status inquiry_values(struct ctx *cx, const struct desk_view *view,
			   const struct point *at, struct correction *c)
{
	c->at = *at;
	c->applicant = *view->applicant;
	return point_in_office(at) ? office_values(cx, view, at, c) : ST_OK;
}

/* --- Lists --------------------------------------------------------------- */

enum status inquiry_list(struct ctx *cx, const struct desk_view *view,
			 struct rows *rows)
{
	return db_many(cx, &sql_inquiry_list,
		       ARGS({ "unit", value_int(view->unit) }), rows);
}

enum status inquiry_items(struct ctx *cx, int64_t inquiry, struct rows *rows)
{
	return db_many(cx, &sql_inquiry_items,
		       ARGS({ "inquiry", value_int(inquiry) }), rows);
}

enum status inquiry_files(struct ctx *cx, int64_t inquiry, struct rows *rows)
{
	return db_many(cx, &sql_inquiry_files,
		       ARGS({ "inquiry", value_int(inquiry) }), rows);
}

enum status inquiry_words_open(struct ctx *cx, const struct desk_view *view,
			       const struct rows *rows, struct inquiry_words *w)
{
	w->id = view->id;
	w->revision = 0;
	w->part = desk_may(cx, view, "inquiry.cancel") ? "cancel" : "send";
	for (size_t i = 0; i < rows->n; i++) {
		const struct row *q = rows->list[i];

		if (strcmp(row_text(q, "state"), "draft") != 0)
			continue;
		w->revision = row_int(q, "revision");
		w->message = row_text(q, "message");
		w->due = row_int(q, "due_on");
	}
	if (w->due == NO_NUMBER || w->due == 0)
		TRY(inquiry_due(cx, &w->due));
	return ST_OK;
}

enum status inquiry_draft(struct ctx *cx, const struct desk_view *view,
			  struct row **row)
{
	return db_one(cx, &sql_inquiry_draft,
		      ARGS({ "unit", value_int(view->unit) }), row);
}

enum status inquiry_item_open(struct ctx *cx, struct id id,
			      struct inquiry_item *item, struct id *application)
{
	struct point at;
	struct row *row;

	TRY(db_one(cx, &sql_inquiry_item_at, ARGS({ "id", value_id(id) }),
		   &row));
	form_fetch(cx, &inquiry_item_form, row, item);
	at = point_of(row);
	item->point = point_name(cx, &at);
	*application = row_id(row, "application");
	return ST_OK;
}

/* --- The last day -------------------------------------------------------- */

enum status inquiry_due(struct ctx *cx, int64_t *day)
{
	struct date today = jtime_from_us(cx->now).date, due;
	int64_t days;

	TRY(parameter_get(cx, "inquiry.due", &days));
	TRY(business_day(cx, today, (int)days, &due));
	*day = date_days(due);
	return ST_OK;
}

enum status inquiry_due_wrong(struct ctx *cx, int64_t day, const char **key)
{
	struct date today = jtime_from_us(cx->now).date;
	struct date due = date_from_days(day), first;

	*key = NULL;
	if (day <= date_days(today))
		*key = "inquiry.due_past";
	else if (day > date_days(today) + DUE_MOST)
		*key = "inquiry.due_far";
	if (*key)
		return ST_OK;
	TRY(business_day(cx, due, 0, &first));
	if (date_days(first) != day)
		*key = "inquiry.due_closed";
	return ST_OK;
}
