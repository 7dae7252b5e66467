/* page.c - what templates see beyond the form, and the answers that are no
 * page. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "text/jdate.h"
#include "http/http_parse.h"
#include "web/serving.h"
#include "web/words.h"

static struct node *top(struct req *rq)
{
	return rq->serving->out.root;
}

static struct node *view(struct req *rq)
{
	return node_at(top(rq), "View");
}

const char *time_text(struct ctx *cx, int64_t us)
{
	return us ? jtime_text(cx, us) : "";
}

void page_text(struct req *rq, const char *name, const char *value)
{
	node_put(view(rq), name, value);
}

void page_print(struct req *rq, const char *name, const char *value)
{
	node_pour(view(rq), name, value);
}

const char *count_text(struct ctx *cx, int64_t number)
{
	char *plain = mem_printf(cx, "%lld", (long long)number);
	size_t n = strlen(plain);
	struct buf text;

	buf_init(&text, cx);
	for (size_t i = 0; i < n; i++) {
		if (i && (n - i) % 3 == 0 && plain[i - 1] != '-')
			buf_char(&text, ',');
		buf_char(&text, plain[i]);
	}
	return text.text;
}

void page_count(struct req *rq, const char *name, int64_t number)
{
	node_pour(view(rq), name, count_text(rq->cx, number));
}

void page_number(struct req *rq, const char *name, int64_t number)
{
	node_number(view(rq), name, number);
}

/* NULL: nothing to show. */
static const char *value_shown(struct req *rq, const struct value *v)
{
	switch (v->kind) {
	case V_NULL:
	case V_BYTES:
		return NULL;
	case V_INT:
		return node_digits(top(rq), v->number);
	case V_TEXT:
		return v->text;
	case V_ID:
		return node_hex(top(rq), v->id.b, sizeof(v->id.b));
	case V_TIME:
		return jtime_text(rq->cx, v->number);
	}
	return NULL;
}

static void put_row(struct req *rq, struct node *node, const struct row *row)
{
	for (size_t i = 0; i < row->n; i++) {
		const char *text = value_shown(rq, &row->values[i]);

		if (text)
			node_put(node, row->names[i], text);
	}
}

void page_row(struct req *rq, const char *name, const struct row *row)
{
	put_row(rq, node_at(view(rq), name), row);
}

void page_rows(struct req *rq, const char *name, const struct rows *rows)
{
	struct node *list = strcmp(name, "rows") == 0
				    ? node_at(node_at(top(rq), "List"), "rows")
				    : node_at(view(rq), name);

	for (size_t i = 0; i < rows->n; i++) {
		char number[24];

		(void)snprintf(number, sizeof(number), "%zu", i);
		put_row(rq, node_at(list, number), rows->list[i]);
	}
}

static bool is_asked(const char *asked, const char *name)
{
	size_t n = strlen(name);

	for (const char *p = asked; (p = strstr(p, name)); p += n)
		if ((p == asked || p[-1] == ' ') && (p[n] == ' ' || !p[n]))
			return true;
	return false;
}

/* The rows of a list have the same columns: which of them are asked for is
 * found out once. */
void page_list(struct req *rq, const struct rows *rows, const char *asked)
{
	struct node *list = node_at(top(rq), "List.rows");
	size_t columns = rows->n ? rows->list[0]->n : 0;
	enum node_kind *kinds = mem_array(rq->cx, columns, sizeof(*kinds));

	for (size_t k = 0; k < columns; k++)
		kinds[k] = is_asked(asked, rows->list[0]->names[k])
				   ? NODE_FIXED
				   : NODE_POURED;
	node_rows(list, rows->n);
	for (size_t i = 0; i < rows->n; i++) {
		const struct row *row = rows->list[i];
		struct node *one = node_row(list, i);

		for (size_t k = 0; k < columns; k++) {
			const struct value *v = &row->values[k];
			const char *text = value_shown(rq, v);

			if (!text)
				continue;
			if (v->kind == V_TEXT)
				node_cell(one, row->names[k], text, kinds[k]);
			else
				node_cell_plain(one, row->names[k], text,
						kinds[k]);
		}
	}
}

void page_row_text(struct req *rq, size_t n, const char *field,
		   const char *value)
{
	struct node *list = node_at(top(rq), "List.rows");

	if (list->kind == NODE_ROWS)
		node_pour(node_row(list, n), field, value);
	else
		node_put(node_item(list, "", n), field, value);
}

void page_item(struct req *rq, const char *name, size_t n, const char *field,
	       const char *value)
{
	node_put(node_item(view(rq), name, n), field, value);
}

void page_notice_of(struct req *rq, const char *kind, const char *key,
		    const char *name)
{
	struct node *notice = node_at(top(rq), "Notice");
	char path[120];

	node_put(notice, "kind", kind);
	(void)snprintf(path, sizeof(path), "notice.%s.title", key);
	node_put(notice, "title", message_of(rq, path, name));
	(void)snprintf(path, sizeof(path), "notice.%s.text", key);
	if (render_message(rq->serving->program->render, path))
		node_put(notice, "text", message_of(rq, path, name));
}

void page_notice(struct req *rq, const char *kind, const char *key)
{
	page_notice_of(rq, kind, key, "");
}

void page_back(struct req *rq, const char *url)
{
	node_put(node_at(top(rq), "Page"), "back", url);
}

void page_title(struct req *rq, const char *key)
{
	node_put(node_at(top(rq), "Page"), "title",
		 message(rq, mem_printf(rq->cx, "title.%s", key), NULL));
}

void page_demand(struct req *rq, const char *field)
{
	struct node *node = node_at(node_at(top(rq), "Form.fields"), field);

	node_put(node, "need", message(rq, "ui.required", NULL));
	node_put(node, "required", "1");
}

/* 1 … n-1 n n+1 … last; gaps have no url. */
static void put_numbers(struct req *rq, struct node *node, const char *url,
			int64_t page, int64_t last)
{
	size_t item = 0;
	int64_t before = 0;

	for (int64_t i = 1; i <= last; i++) {
		struct node *one;

		if (i != 1 && i != last && (i < page - 1 || i > page + 1))
			continue;
		if (i > before + 1)
			node_put(node_item(node, "numbers", item++), "gap",
				 "1");
		before = i;
		one = node_item(node, "numbers", item++);
		node_number(one, "label", i);
		if (i == page)
			node_put(one, "current", "1");
		else
			node_pour(one, "url",
				  mem_printf(rq->cx, "%spage=%lld", url,
					     (long long)i));
	}
}

int64_t page_pager(struct req *rq, const char *url, int64_t page,
		   int64_t per_page, int64_t count)
{
	struct node *list = node_at(top(rq), "List");
	struct node *node = node_at(list, "page");
	int64_t last = count ? (count + per_page - 1) / per_page : 1;

	if (page < 1 || page > last)
		page = 1;
	node_pour(list, "count", count_text(rq->cx, count));
	node_number(list, "from", count ? (page - 1) * per_page + 1 : 0);
	node_number(list, "to",
		    page * per_page < count ? page * per_page : count);
	node_number(node, "number", page);
	node_number(node, "last", last);
	if (page > 1)
		node_pour(node, "prev",
			  mem_printf(rq->cx, "%spage=%lld", url,
				     (long long)page - 1));
	if (page < last)
		node_pour(node, "next",
			  mem_printf(rq->cx, "%spage=%lld", url,
				     (long long)page + 1));
	if (last > 1)
		put_numbers(rq, node, url, page, last);
	return page;
}

static void put_me(struct req *rq)
{
	const struct session *s = rq->session;
	struct node *me = node_at(top(rq), "Me");

	node_pour(me, "token", token_form(rq->cx, rq->serving->cookie));
	if (!s->known)
		return;
	node_pour(me, "expires", jtime_clock(rq->cx, s->expires_at));
	/* Who sets a password is not signed in yet. */
	if (strcmp(s->who.role, "setter") == 0)
		return;
	node_put(me, "role",
		 message(rq, mem_printf(rq->cx, "role.%s", s->who.role), NULL));
	node_pour(me, "name",
		  *s->name ? s->name : message(rq, "role.somebody", NULL));
	/* A company's account has the company's name. */
	if (strcmp(s->org_name, s->name) != 0)
		node_pour(me, "org", s->org_name);
	if (s->hats > 1)
		node_put(me, "hats", "1");
	node_number(me, "idle",
		    session_life(s->who.role, s->stage).idle_seconds / 60);
	node_put(me, "logout", "/account/logout");
	if (strcmp(s->who.role, "reviewer") == 0 ||
	    strcmp(s->who.role, "registrar") == 0)
		node_put(me, "desk", "1");
}

void page_begin(struct req *rq)
{
	struct node *page = node_at(top(rq), "Page");

	page->base = words_frame(rq);
	if (serving_shared(rq))
		return;
	node_pour(page, "now", jtime_text(rq->cx, rq->cx->now));
	put_me(rq);
}

enum status page_show_as(struct req *rq, const char *template)
{
	struct outcome *o = &rq->serving->out;

	o->page = true;
	return mould_page(rq->serving->program->moulds, template, o->root,
			  &o->answer.body);
}

enum status page_show(struct req *rq)
{
	return page_show_as(rq, rq->serving->program->name);
}

const char *url_of(struct req *rq, const char *path, struct id id)
{
	return id_set(id) ? mem_printf(rq->cx, "%s?id=%s", path,
				       id_text(rq->cx, id))
			  : path;
}

enum status go(struct req *rq, const char *fmt, ...)
{
	char path[600];
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(path, sizeof(path), fmt, ap);
	va_end(ap);
	rq->serving->out.go = mem_text(rq->cx, path);
	return ST_OK;
}

/* Pages that one may ask for before a login and be led to after it. */
enum status go_next(struct req *rq, const char *next, const char *otherwise)
{
	static const char *const pages[] = {
		"/tokutei/home",	 "/tokutei/application",
		"/tokutei/offices",	 "/tokutei/inquiry",
		"/account/sessions",	 "/account/password",
		"/home/index",		 "/tokutei/list",
		"/message/list",	 "/tokutei/notice",
		"/registered/procedure",
	};

	for (size_t i = 0; i < COUNT(pages); i++)
		if (strcmp(pages[i], next) == 0)
			return go(rq, "%s", pages[i]);
	return go(rq, "%s", otherwise);
}

enum status answer_json(struct req *rq, const char *json)
{
	struct http_answer *a = &rq->serving->out.answer;

	http_header(a, "Content-Type", "application/json; charset=utf-8");
	http_header(a, "Cache-Control", "no-store");
	buf_add(&a->body, json);
	return ST_OK;
}

/* security EX-03. disposition: "attachment; filename=…", or inline. */
static void file_headers(struct req *rq, const char *disposition,
			 const char *type)
{
	struct http_answer *a = &rq->serving->out.answer;

	http_header(a, "Content-Type", type);
	http_header(a, "Content-Disposition", disposition);
	http_header(a, "Content-Security-Policy",
		    "default-src 'none'; sandbox");
	if (!serving_shared(rq))
		http_header(a, "Cache-Control", "no-store");
}

enum status answer_bytes(struct req *rq, const char *filename, const char *type,
			 const void *bytes, size_t n)
{
	file_headers(rq, http_attachment(rq->cx, filename), type);
	buf_add_n(&rq->serving->out.answer.body, bytes, n);
	return ST_OK;
}

enum status temp_open(struct req *rq, int *fd)
{
	struct http_file file;

	if (http_file_open(rq->cx, setting(rq, "Path.Tmp"), &file) != 0)
		return ST_IO;
	*fd = file.fd;
	return ST_OK;
}

static enum status send_file(struct req *rq, const char *disposition,
			     const char *type, int fd)
{
	struct outcome *o = &rq->serving->out;
	off_t size = lseek(fd, 0, SEEK_END);

	if (size < 0 || lseek(fd, 0, SEEK_SET) < 0)
		return fail(ST_IO, "answer_fd: lseek");
	o->file = dup(fd);
	if (o->file < 0)
		return fail(ST_IO, "answer_fd: dup");
	file_headers(rq, disposition, type);
	http_header(&o->answer, "Content-Length",
		    mem_printf(rq->cx, "%lld", (long long)size));
	return ST_OK;
}

enum status answer_fd(struct req *rq, const char *filename, const char *type,
		      int fd)
{
	return send_file(rq, http_attachment(rq->cx, filename), type, fd);
}

enum status answer_inline(struct req *rq, const char *filename,
			  const char *type, int fd)
{
	const char *name = strchr(http_attachment(rq->cx, filename), ';');

	return send_file(rq, mem_printf(rq->cx, "inline%s", name ? name : ""),
			 type, fd);
}

void answer_cookie(struct req *rq, const char *cookie)
{
	rq->serving->out.cookie_changed = true;
	rq->serving->out.cookie = cookie;
}

enum status answer_state(struct req *rq, const char *key, const char *url)
{
	struct outcome *o = &rq->serving->out;

	o->state = true;
	o->status = 409;
	page_title(rq, "state");
	page_text(rq, "state",
		  message(rq, mem_printf(rq->cx, "state.%s", key), NULL));
	page_text(rq, "url", url);
	return page_show_as(rq, "parts/state");
}
