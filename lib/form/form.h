/* form.h - a form is one constant table from which everything derives. */
#ifndef FORM_FORM_H
#define FORM_FORM_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/ctx.h"
#include "db/db.h"
#include "form/problem.h"

/* What a missing number is; a missing text is "", a missing id all zero. */
#define NO_NUMBER INT64_MIN

enum field_flags {
	F_REQUIRED = 1 << 0, /* every field says one of these three */
	F_OPTIONAL = 1 << 1,
	F_HIDDEN = 1 << 2,
	F_MATCH = 1 << 3,    /* finds the row when a workbook is read */
	F_NOTICE = 1 << 4,   /* a change after registration: 変更届 */
	F_PUBLIC = 1 << 5,   /* stands in the published register */
	F_PERSONAL = 1 << 6, /* masked in lists; never in a URL or a log */
	F_UNSTORED = 1 << 7, /* asked and checked, not a column */
	F_NO_SHEET = 1 << 8, /* not a column of a workbook */
	F_IF_ANY = 1 << 9,   /* asked only while there are options */
	F_SERVER = 1 << 10,  /* stays as stored, whatever a request says */
	F_TAIL = 1 << 11,    /* a choice that the end of its name stands for */
};

struct field;
struct form;
struct slot; /* form/shape.h */

/*
 * A kind: how a value is read, shown, stored and compared. One constant table
 * in a file of its own, lib/form/kind_….c.
 */
struct kind {
	const char *name;	       /* of the template macro control_… */
	size_t size;		       /* of the member */
	const char *inputmode, *width; /* defaults for the page, or NULL */
	bool multiline;
	/*
	 * raw is trimmed, not empty, without control characters. Puts the
	 * value into *to and returns NULL, or reports what is wrong and
	 * returns false.
	 */
	bool (*clean)(struct ctx *cx, const struct field *f, const char *raw,
		      void *to, struct report *wrong);
	void (*clear)(void *to); /* makes it missing */
	bool (*missing)(const void *v);
	const char *(*show)(struct ctx *cx, const struct field *f,
			    const void *v);
	struct value (*bind)(const void *v);
	void (*fetch)(struct ctx *cx, const struct value *from, void *to);
	bool (*equal)(const void *a, const void *b);
};

extern const struct kind kind_wide, kind_text, kind_area, kind_kana, kind_zip,
	kind_tel, kind_mail, kind_digits, kind_number, kind_choice, kind_radio,
	kind_check, kind_date, kind_password, kind_id, kind_part, kind_rows;

struct field {
	const char *name; /* control, column, :parameter, message key */
	const struct kind *kind;
	size_t offset; /* of the value inside the row */
	size_t count;  /* kind_rows: of their number (size_t) */
	unsigned flags;
	int64_t min, max; /* of the number, the length, or the rows */
	const struct query *options; /* columns value, label */
	const char *const *choices;  /* or codes that the message file names */
	const struct form *form;     /* kind_part, kind_rows */
	const char *autocomplete;
	const char *(*check)(const void *value); /* message key, or NULL */
	bool (*when)(const void *row);		 /* NULL: always asked */
};

struct form {
	const char *name;
	size_t row_size;
	const struct field *fields;
	size_t nfields;
	/* load: :one by :id (rows of a parent: :many, in order, by the
	 * parent's arguments). Or :many, with the rows of a list joined: each
	 * row of the answer has one, its columns named LIST_column, and
	 * LIST_position; then the list's own form needs no load. The others
	 * :exec. */
	const struct query *load, *insert, *update, *remove;
	/* Rules over several fields, when each is right by itself. */
	void (*rules)(struct problems *p, const void *row);
	/* Columns that are computed from the row: adds up to FORM_MORE. */
	size_t (*more)(struct ctx *cx, const void *row, struct arg *list);
};

#define FORM_MORE 8

/* Zero; and the build fails unless the member has type T. */
#define HAS_TYPE(row, member, T)                                               \
	(0 * sizeof(struct {                                                   \
		 _Static_assert(                                               \
			 _Generic(((row *)0)->member, T : 1, default : 0),     \
			 #member " is not of the type of its field");          \
		 int unused;                                                   \
	 }))
#define FIELD(row, member, T, k, ...)                                          \
	{                                                                      \
		.name = #member, .kind = &(k),                                 \
		.offset = offsetof(row, member) + HAS_TYPE(row, member, T),    \
		__VA_ARGS__                                                    \
	}
#define ID(row, m) FIELD(row, m, struct id, kind_id, .flags = F_HIDDEN)
#define REVISION(row, m) FIELD(row, m, int64_t, kind_number, .flags = F_HIDDEN)
/* W: half-width letters, digits and kana are widened. */
#define WIDE(row, m, ...) FIELD(row, m, const char *, kind_wide, __VA_ARGS__)
/* As typed. */
#define TEXT(row, m, ...) FIELD(row, m, const char *, kind_text, __VA_ARGS__)
#define AREA(row, m, ...) FIELD(row, m, const char *, kind_area, __VA_ARGS__)
#define KANA(row, m, ...) FIELD(row, m, const char *, kind_kana, __VA_ARGS__)
#define ZIP(row, m, ...) FIELD(row, m, const char *, kind_zip, __VA_ARGS__)
#define TEL(row, m, ...) FIELD(row, m, const char *, kind_tel, __VA_ARGS__)
#define MAIL(row, m, ...) FIELD(row, m, const char *, kind_mail, __VA_ARGS__)
/* Digits only, .min to .max of them. */
#define DIGITS(row, m, ...)                                                    \
	FIELD(row, m, const char *, kind_digits, __VA_ARGS__)
#define NUMBER(row, m, ...) FIELD(row, m, int64_t, kind_number, __VA_ARGS__)
#define CHOICE(row, m, ...)                                                    \
	FIELD(row, m, const char *, kind_choice, __VA_ARGS__)
#define RADIO(row, m, ...) FIELD(row, m, const char *, kind_radio, __VA_ARGS__)
#define CHECK(row, m, ...) FIELD(row, m, int64_t, kind_check, __VA_ARGS__)
/* Days since 1970-01-01. */
#define DATE(row, m, ...) FIELD(row, m, int64_t, kind_date, __VA_ARGS__)
#define PASSWORD(row, m, ...)                                                  \
	FIELD(row, m, const char *, kind_password, __VA_ARGS__)
#define PART(row, m, T, f, ...)                                                \
	FIELD(row, m, T, kind_part, .form = &(f), __VA_ARGS__)
#define ROWS(row, m, n, T, f, ...)                                             \
	FIELD(row, m, T *, kind_rows,                                          \
	      .count = offsetof(row, n) + HAS_TYPE(row, n, size_t),            \
	      .form = &(f), __VA_ARGS__)

/* An empty row of the form: every value missing. */
void *form_row(struct ctx *cx, const struct form *form);

/* Where typed texts come from: a request, a sheet, what was kept. */
struct input {
	/* The text of a place such as at.zip or business.0.own; NULL: none. */
	const char *(*get)(void *arg, const char *place);
	/* How many rows a place has. */
	size_t (*rows)(void *arg, const char *place);
	void *arg;
	/* If set, asked instead of get, which then needs no place made: the
	 * text of a slot, in that row of the rows it belongs to. */
	const char *(*get_at)(void *arg, const struct slot *s, size_t row);
	/* Rows that say nothing stay where they are: for a page that is being
	 * filled in. */
	bool blanks;
};

/*
 * Cleans and checks everything that is asked, in the order of the table; what
 * is not asked becomes missing. Problems are collected in p (not NULL), raw
 * texts that were tidied as well if p->tidied is set. ST_OK even with
 * problems; other statuses are failures of the world.
 */
enum status form_clean(struct ctx *cx, const struct form *form,
		       const struct input *in, void *row,
		       struct problems *p) MUST_USE;

/* The stored row with this id; ST_NOT_FOUND also when it is not yours. */
enum status form_load(struct ctx *cx, const struct form *form, struct id id,
		      void *row) MUST_USE;
/* For forms without an id of their own, found by :my_… alone or by args. */
enum status form_load_by(struct ctx *cx, const struct form *form,
			 const struct args *args, void *row) MUST_USE;
/*
 * Stores the row: a new one when its id is not set (it gets one), else a
 * change; ST_STALE if somebody else saved first. Writes the audit entry
 * "<form>.save" with the names of the fields that changed.
 */
enum status form_save(struct ctx *cx, const struct form *form,
		      void *row) MUST_USE;
enum status form_remove(struct ctx *cx, const struct form *form,
			struct id id) MUST_USE;

/* The row as arguments of a statement: binds name_part for parts. extra (or
 * NULL) is asked after it. */
const struct args *form_args(struct ctx *cx, const struct form *form,
			     const void *row, const struct args *extra);
/* Copies the columns of an answer into a row. */
void form_fetch(struct ctx *cx, const struct form *form, const struct row *from,
		void *row);

#endif
