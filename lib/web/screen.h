/* screen.h - what a screen is, and what its handlers may call. */
#ifndef WEB_SCREEN_H
#define WEB_SCREEN_H

#include <stdbool.h>

#include "account/session.h"
#include "base/ctx.h"
#include "db/db.h"
#include "form/form.h"

struct req;

/* A button and what it does. A name that ends with a colon is a button of many:
 * "remove:" answers to remove:ID, and act_argument() says ID. */
struct act {
	const char *name;
	enum status (*run)(struct req *rq);
};

/*
 * One screen, one file, one constant struct named screen. The runner makes
 * every check, in one order, before a handler runs, and answers after the
 * commit (lib/web/runner.c).
 */
struct screen {
	const char *file; /* __FILE__: gives path, template, rights, test */
	const struct form *form;
	enum status (*get)(struct req *rq);
	const struct act *acts;
	size_t nacts;
	int64_t upload;	     /* bytes of a file that it takes; 0: none */
	int step, steps;     /* where it stands in the journey; 0: nowhere */
	bool private_answer; /* what was typed is never kept: passwords */
	/* Seconds that a GET is the same for everybody and may be kept by
	 * browsers and web servers; 0: never. Whoever asks is nobody then,
	 * whatever the cookie says. */
	int shared;
};

/* One request. */
struct req {
	struct ctx *cx;
	const struct session *session;
	const struct screen *screen;
	struct http_request *http;
	struct serving *serving; /* the runner's own */
};

/* --- What was asked ------------------------------------------------------ */

/* A value of the query, "" if it is not there. */
const char *query(struct req *rq, const char *name);
/* The id in the query or, in a POST, in the body; zeros if there is none. */
struct id asked_id(struct req *rq);
/* A single control of the body that is not part of the form; "" if absent. */
const char *posted(struct req *rq, const char *name);
/* The i-th of the controls that many rows have, all of that name ("pick"); NULL
 * if there are no more. */
const char *posted_nth(struct req *rq, const char *name, size_t i);
/* What stands behind the colon of the button that was pressed; "" if nothing.
 */
const char *act_argument(struct req *rq);
/* From here on the body has this value, whatever was typed: before form_keep or
 * form_read. */
void posted_set(struct req *rq, const char *name, const char *value);
/* The file of the request; NULL if there is none. */
const struct http_file *posted_file(struct req *rq);
/* A setting of conf/sesshu.hdf; "" if unset. */
const char *setting(struct req *rq, const char *name);

/* --- Forms ---------------------------------------------------------------- */

/*
 * For a page: the stored row (by ?id=, or by :my_… when the form's load has no
 * :id), or an empty one, overlaid with what was typed last. ST_NOT_FOUND also
 * for what is not yours.
 */
enum status form_open(struct req *rq, const struct form *form,
		      void *row) MUST_USE;
/* What was typed here before the thing itself was changed, on another page, is
 * not shown again, nor what was wrong then. Before form_show. */
void form_outdated(struct req *rq, int64_t changed_at);
/* Like form_open for a row that the screen has made itself. */
enum status form_show(struct req *rq, const struct form *form,
		      void *row) MUST_USE;
/* From a POST: every value cleaned and checked, id and revision included.
 * ST_INVALID if there are problems. */
enum status form_read(struct req *rq, const struct form *form,
		      void *row) MUST_USE;
/* The same without problems: what is wrong stays empty. Also for a GET, from
 * the query. */
enum status form_peek(struct req *rq, const struct form *form,
		      void *row) MUST_USE;
/* Adds a problem that only the screen's domain could see, and gives
 * ST_INVALID: return invalid(rq, "login.wrong", "login"); */
enum status invalid(struct req *rq, const char *key, const char *place);
/* The same for those that a domain function collected; ST_OK if none. */
enum status invalid_all(struct req *rq, const struct problems *p) MUST_USE;
/* For an act that refuses and still has something to store, such as one more
 * failed attempt: shows the page with the problems so far, and commits. */
enum status form_refuse(struct req *rq) MUST_USE;
/* Keeps what was typed, checked or not; with row, its values stand in for what
 * was typed. Shown by the next form_open of this screen. */
enum status form_keep(struct req *rq, const struct form *form,
		      const void *row) MUST_USE;
/* Keeps what was typed, but the fields of parts ("at", "business.0", "name
 * tel") and below as they are in row. */
enum status form_keep_part(struct req *rq, const struct form *form,
			   const void *row, const char *part) MUST_USE;
/*
 * What this browser has typed on another page, screen "public/tokutei/office"
 * of the object id (zeros: of a new one). kept_open: as it was kept,
 * ST_NOT_FOUND if nothing was; then *kept is empty. kept_new: a whole row.
 * kept_save stores it in the act's transaction, and that page shows it.
 */
struct kept;
enum status kept_open(struct req *rq, const char *screen, struct id id,
		      struct kept **kept) MUST_USE;
struct kept *kept_new(struct req *rq, const char *screen, struct id id,
		      const struct form *form, const void *row);
/* NULL if it has no such place. */
const char *kept_text(const struct kept *k, const char *place);
void kept_set(struct kept *k, const char *place, const char *text);
enum status kept_save(struct req *rq, struct kept *k) MUST_USE;
/* A hint beside a field, not a mistake: shown with what form_keep keeps. */
void hint(struct req *rq, const char *place, const char *key);

/* --- Pages ---------------------------------------------------------------- */

/* Texts of the page beyond its form, under View: names are ours. */
void page_text(struct req *rq, const char *name, const char *value);
/* The same for a text that the template prints and compares with nothing. */
void page_print(struct req *rq, const char *name, const char *value);
void page_number(struct req *rq, const char *name, int64_t number);
/* For reading: 74,035. */
void page_count(struct req *rq, const char *name, int64_t number);
/* All columns of a row under View.NAME; times become Japanese texts. */
void page_row(struct req *rq, const char *name, const struct row *row);
/* Rows under List.rows (name "rows") or View.NAME.0, 1, 2 … */
void page_rows(struct req *rq, const char *name, const struct rows *rows);
/*
 * The same under List.rows for a page that is asked for often: the template
 * only prints what is in a row, apart from the columns in asked (blanks
 * between), and has <?cs var:r ?> and <?cs var:List.rows ?> where a row begins
 * and the list ends. Then a row costs little more than its bytes (mould.h).
 */
void page_list(struct req *rq, const struct rows *rows, const char *asked);
/* One more column of the n-th row of "rows": where it leads. */
void page_row_text(struct req *rq, size_t n, const char *field,
		   const char *value);
/* View.NAME.N.field = value, for lists that are no rows of the database. */
void page_item(struct req *rq, const char *name, size_t n, const char *field,
	       const char *value);
/* A banner: kind done, info, warn; key of Msg.notice. */
void page_notice(struct req *rq, const char *kind, const char *key);
/* The same, {name} of the message being name. */
void page_notice_of(struct req *rq, const char *kind, const char *key,
		    const char *name);
void page_back(struct req *rq, const char *url);
/* Title other than Msg.title.SCREEN: by key of Msg.title. */
void page_title(struct req *rq, const char *key);
/* On this page the field has to be filled in, though the form leaves it open;
 * after form_show(). The act sees to it. */
void page_demand(struct req *rq, const char *field);
/* Pages of a list: fills List.page and List.count. url: with its filters, the
 * page number is added. Gives the number of the page that is really shown. */
int64_t page_pager(struct req *rq, const char *url, int64_t page,
		   int64_t per_page, int64_t count);
/* A row as text for reading: fills Form.fields…show of a second form under
 * View.NAME, for check pages. url: where its fields are changed, or "". */
enum status page_check(struct req *rq, const char *name,
		       const struct form *form, const void *row,
		       const char *url) MUST_USE;
/* What is different between two rows, field by field: View.NAME.N.{label,
 * place, was, now}, and how many. One of them may be NULL: a row that is new or
 * gone.
 */
enum status page_difference(struct req *rq, const char *name,
			    const struct form *form, const void *was,
			    const void *now, size_t *n) MUST_USE;
/* Renders the screen's template. */
enum status page_show(struct req *rq) MUST_USE;
/* Renders another template, e.g. "public/tokutei/gate". */
enum status page_show_as(struct req *rq, const char *template) MUST_USE;

/* --- Other answers ---------------------------------------------------------
 */

/* "/tokutei/office?id=ID"; the path alone when the id is not set. */
const char *url_of(struct req *rq, const char *path, struct id id);
/* 303 to a path of this site, made by a format; fragment allowed. */
enum status go(struct req *rq, const char *fmt, ...) PRINTF(2, 3) MUST_USE;
/* 303 to next if it is on the list of pages that may be asked for before a
 * login, else to otherwise (security CS-07). */
enum status go_next(struct req *rq, const char *next,
		    const char *otherwise) MUST_USE;
enum status answer_json(struct req *rq, const char *json) MUST_USE;
/* {"NAME":[{"column":"value", …}, …]}, the same for everybody: browsers may
 * keep it for so many seconds. */
enum status answer_rows(struct req *rq, const char *name,
			const struct rows *rows, int seconds) MUST_USE;
/* A file without a name to write a download into; it closes with the request.
 */
enum status temp_open(struct req *rq, int *fd) MUST_USE;
/* A download; the bytes are copied, or are those of fd from its beginning. */
enum status answer_bytes(struct req *rq, const char *filename, const char *type,
			 const void *bytes, size_t n) MUST_USE;
enum status answer_fd(struct req *rq, const char *filename, const char *type,
		      int fd) MUST_USE;
/* The same to be looked at where the reader is: an image of a page, a PDF in
 * the browser's own viewer. It runs no scripts and loads nothing. */
enum status answer_inline(struct req *rq, const char *filename,
			  const char *type, int fd) MUST_USE;
/* The browser holds this session from now on; NULL: none any more. */
void answer_cookie(struct req *rq, const char *cookie);
/* 409: the thing is in another state; title and text from Msg.state.KEY. */
enum status answer_state(struct req *rq, const char *key, const char *url);

/* A message with its values filled in: Msg.KEY, {name} replaced. */
const char *message(struct req *rq, const char *key, const struct report *r);
/* As it stands in the file; NULL: there is none. For a domain function that
 * looks words up: req is a struct req. */
const char *message_find(void *req, const char *key);
/* With one value, {name}. */
const char *message_of(struct req *rq, const char *key, const char *name);
/* For reading: 74035 is 74,035. */
const char *count_text(struct ctx *cx, int64_t number);
/* Today's and other times in Japanese, Japan time. */
const char *time_text(struct ctx *cx, int64_t us);

#endif
