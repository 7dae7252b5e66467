/* statement.c - statements prepared once, and the values that go into them. */
#include "db/connection.h"

#include <mysqld_error.h>
#include <string.h>

#define SMALL_TEXT                                                             \
	256 /* bytes fetched at once; longer texts are fetched again */

static enum enum_field_types out_type(const MYSQL_FIELD *f)
{
	switch (f->type) {
	case MYSQL_TYPE_TINY:
	case MYSQL_TYPE_SHORT:
	case MYSQL_TYPE_INT24:
	case MYSQL_TYPE_LONG:
	case MYSQL_TYPE_LONGLONG:
	case MYSQL_TYPE_YEAR:
	case MYSQL_TYPE_NEWDECIMAL: /* SUM() of whole numbers */
		return MYSQL_TYPE_LONGLONG;
	case MYSQL_TYPE_DATETIME:
	case MYSQL_TYPE_TIMESTAMP:
		return MYSQL_TYPE_DATETIME;
	case MYSQL_TYPE_DATE:
	case MYSQL_TYPE_NEWDATE:
		return MYSQL_TYPE_DATE;
	default:
		return MYSQL_TYPE_STRING;
	}
}

/* Binary columns are told from texts by their character set, 63. */
static void bind_column(struct ctx *cx, MYSQL_BIND *b, const MYSQL_FIELD *f)
{
	size_t room = SMALL_TEXT;

	b->buffer_type = out_type(f);
	if (b->buffer_type == MYSQL_TYPE_LONGLONG)
		room = sizeof(int64_t);
	else if (b->buffer_type == MYSQL_TYPE_DATETIME ||
		 b->buffer_type == MYSQL_TYPE_DATE)
		room = sizeof(MYSQL_TIME);
	else if (f->charsetnr == 63)
		b->buffer_type = MYSQL_TYPE_BLOB;
	b->buffer_length = room;
	b->buffer = mem_zero(cx, room);
}

static enum status bind_result(struct db *db, struct statement *s)
{
	MYSQL_RES *meta = mysql_stmt_result_metadata(s->stmt);

	if (!meta)
		return ST_OK; /* gives no rows */
	s->ncolumns = mysql_num_fields(meta);
	/* Rows point at the names and may outlive this connection. */
	s->names = mem_array(db->cx, s->ncolumns, sizeof(*s->names));
	s->out = mem_array(db->prepared, s->ncolumns, sizeof(*s->out));
	s->lengths = mem_array(db->prepared, s->ncolumns, sizeof(*s->lengths));
	s->nulls = mem_array(db->prepared, s->ncolumns, sizeof(*s->nulls));
	for (size_t i = 0; i < s->ncolumns; i++) {
		const MYSQL_FIELD *f = mysql_fetch_field_direct(meta,
								(unsigned)i);

		s->names[i] = mem_text(db->cx, f->name);
		bind_column(db->prepared, &s->out[i], f);
		s->out[i].length = &s->lengths[i];
		s->out[i].is_null = &s->nulls[i];
	}
	mysql_free_result(meta);
	if (mysql_stmt_bind_result(s->stmt, s->out))
		return fail(ST_DB, "%s: bind result", s->query->name);
	return ST_OK;
}

static enum status prepare(struct db *db, const struct query *q,
			   struct statement **made)
{
	struct statement *s;

	/* Not below db->cx: when that goes, what is newer goes before the
	 * connection is closed, and closing walks through the statements. */
	if (!db->prepared)
		db->prepared = ctx_new(NULL);
	s = mem_zero(db->prepared, sizeof(*s));
	s->query = q;
	s->stmt = mysql_stmt_init(db->mysql);
	if (!s->stmt)
		BUG("mysql_stmt_init: out of memory");
	db->count++;
	if (mysql_stmt_prepare(s->stmt, q->text, strlen(q->text))) {
		/* When the connection is lost, s goes with it. */
		MYSQL_STMT *stmt = s->stmt;
		enum status st = connection_error(db, mysql_stmt_errno(stmt),
						  mysql_stmt_error(stmt),
						  q->name);

		(void)mysql_stmt_close(stmt);
		return st;
	}
	if (mysql_stmt_param_count(s->stmt) != q->nbinds)
		BUG("%s: the server counts other binds", q->name);
	*made = s;
	return bind_result(db, s);
}

enum status statement_get(struct db *db, const struct query *q,
			  struct statement **out)
{
	struct statement **slot =
		&db->slots[((uintptr_t)q >> 5) % STATEMENT_SLOTS];
	struct statement *made = NULL;

	for (struct statement *s = *slot; s; s = s->next)
		if (s->query == q) {
			*out = s;
			return ST_OK;
		}
	TRY(prepare(db, q, &made));
	/* prepare() has set it, or TRY() has left.
	 * NOLINTNEXTLINE(clang-analyzer-core.NullDereference) */
	made->next = *slot;
	*slot = made;
	*out = made;
	return ST_OK;
}

/* :my_… and :now never come from a form. */
static bool bind_own(struct ctx *cx, const char *name, struct value *v)
{
	const struct who *w = cx->who;
	const struct {
		const char *name;
		struct value v;
	} own[] = {
		{ "my_session", value_int(w->session) },
		{ "my_account", value_int(w->account) },
		{ "my_org", value_int(w->org) },
		{ "my_application", value_int(w->application) },
		{ "my_draft", value_int(w->draft) },
		{ "my_ministry", value_int(w->ministry) },
		{ "my_role", value_text(w->role) },
		{ "my_site", value_text(w->site) },
	};

	if (strcmp(name, "now") == 0) {
		*v = value_time(cx->now);
		return true;
	}
	for (size_t i = 0; i < COUNT(own); i++)
		if (strcmp(own[i].name, name) == 0) {
			*v = own[i].v;
			return true;
		}
	return false;
}

struct value bind_value(struct ctx *cx, const struct args *args,
			const char *name, const char *query)
{
	struct value v;

	if (strncmp(name, "my_", 3) == 0 || strcmp(name, "now") == 0) {
		if (!bind_own(cx, name, &v))
			BUG("%s: unknown bind %s", query, name);
		return v;
	}
	for (; args; args = args->more)
		for (size_t i = 0; i < args->n; i++)
			if (strcmp(args->list[i].name, name) == 0)
				return args->list[i].v;
	BUG("%s: no value for %s", query, name);
}
