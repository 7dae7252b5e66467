/* render.c - templates: parsed once, rendered for each request. */
#include "web/render.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "db/value.h"
#include "text/utf8.h"

/* A template that was parsed; again when its file or a part changed. */
struct parsed {
	const char *name;
	CSPARSE *cs;
	int64_t stamp;
	struct parsed *next;
};

#define MOST_OPTIONS 64

struct render {
	struct ctx *cx;
	struct row **options[MOST_OPTIONS]; /* whose list is Options.N */
	size_t noptions;
	const char *folder;
	bool html, development;
	HDF *hdf;
	struct parsed *list;
};

/* Errors of the library name files and lines of templates, nothing of users. */
static enum status failed(NEOERR *err, const char *what)
{
	STRING text;
	enum status st;

	string_init(&text);
	nerr_error_string(err, &text);
	st = fail(ST_IO, "%s: %s", what, text.buf ? text.buf : "");
	string_clear(&text);
	nerr_ignore(&err);
	return st;
}

void hdf_put(HDF *node, const char *name, const char *value)
{
	NEOERR *err;

	if (!utf8_valid(value, strlen(value)))
		value = "";
	err = hdf_set_value(node, name, value);
	if (err != STATUS_OK)
		BUG("hdf_set_value %s", name);
}

void hdf_number(HDF *node, const char *name, int64_t number)
{
	char text[24];

	(void)snprintf(text, sizeof(text), "%lld", (long long)number);
	hdf_put(node, name, text);
}

HDF *hdf_node(HDF *node, const char *name)
{
	HDF *found;

	if (hdf_get_node(node, name, &found) != STATUS_OK)
		BUG("hdf_get_node %s", name);
	return found;
}

HDF *hdf_item(HDF *node, const char *name, size_t n)
{
	char path[128];

	(void)snprintf(path, sizeof(path), "%s.%zu", name, n);
	return hdf_node(node, path);
}

HDF *render_hdf(struct render *r)
{
	return r->hdf;
}

const char *render_message(struct render *r, const char *key)
{
	char path[200];

	(void)snprintf(path, sizeof(path), "Msg.%s", key);
	return hdf_get_value(r->hdf, path, NULL);
}

/* Rows that were read anew are another list. When there are too many, all are
 * made again: nobody chooses among so many prefectures in one minute. */
static size_t find_options(struct render *r, const struct rows *rows)
{
	for (size_t i = 0; i < r->noptions; i++)
		if (r->options[i] == rows->list)
			return i;
	if (r->noptions == MOST_OPTIONS) {
		(void)hdf_remove_tree(r->hdf, "Options");
		r->noptions = 0;
	}
	r->options[r->noptions] = rows->list;
	for (size_t i = 0; i < rows->n; i++) {
		HDF *one = hdf_item(hdf_item(r->hdf, "Options", r->noptions),
				    "o", i);

		hdf_put(one, "value", row_text(rows->list[i], "value"));
		hdf_put(one, "label", row_text(rows->list[i], "label"));
	}
	return r->noptions++;
}

void render_options(struct render *r, HDF *node, const char *name,
		    const struct rows *rows)
{
	char path[40];

	(void)snprintf(path, sizeof(path), "Options.%zu.o",
		       find_options(r, rows));
	if (hdf_set_symlink(node, name, path) != STATUS_OK)
		BUG("hdf_set_symlink %s", path);
}

static NEOERR *append(void *to, char *text)
{
	buf_add(to, text);
	return STATUS_OK;
}

static NEOERR *make_parser(struct render *r, CSPARSE **cs)
{
	NEOERR *err = cs_init(cs, r->hdf);

	if (err != STATUS_OK)
		*cs = NULL;
	return err;
}

/* Escaping that does not work must be found before the first page. */
static void try_canary(struct render *r)
{
	CSPARSE *cs;
	struct buf out;
	char *text = strdup("<?cs var:Canary ?>");
	NEOERR *err = make_parser(r, &cs);

	buf_init(&out, r->cx);
	hdf_put(r->hdf, "Canary", "<\"'&>");
	if (err == STATUS_OK && text)
		err = cs_parse_string(cs, text, strlen(text));
	if (err == STATUS_OK)
		err = cs_render(cs, &out, append);
	if (err != STATUS_OK ||
	    strcmp(out.text, r->html ? "&lt;&quot;&#39;&amp;&gt;" : "<\"'&>") !=
		    0)
		BUG("templates are not escaped: %s", out.text);
	cs_destroy(&cs);
	(void)hdf_remove_tree(r->hdf, "Canary");
}

static enum status read_messages(struct render *r)
{
	const char *folder = mem_printf(r->cx, "%s/messages", r->folder);
	DIR *dir = opendir(folder);
	struct dirent *entry;
	enum status st = ST_OK;

	if (!dir)
		return fail(ST_IO, "no message files in %s", folder);
	while ((entry = readdir(dir))) {
		size_t n = strlen(entry->d_name);
		const char *path;
		NEOERR *err;

		if (n < 5 || strcmp(entry->d_name + n - 4, ".hdf") != 0)
			continue;
		path = mem_printf(r->cx, "%s/%s", folder, entry->d_name);
		err = hdf_read_file(r->hdf, path);
		if (err != STATUS_OK)
			st = failed(err, path);
	}
	(void)closedir(dir);
	return st;
}

static void destroy(void *arg)
{
	struct render *r = arg;

	hdf_destroy(&r->hdf);
}

/* Tied to the entry itself, which goes before the renderer does. */
static void destroy_parsed(void *arg)
{
	struct parsed *p = arg;

	if (p->cs)
		cs_destroy(&p->cs);
}

struct render *render_new(struct ctx *cx, const char *folder, bool html,
			  bool development)
{
	struct render *r = mem_zero(cx, sizeof(*r));

	r->cx = cx;
	r->folder = folder;
	r->html = html;
	r->development = development;
	if (hdf_init(&r->hdf) != STATUS_OK)
		BUG("hdf_init");
	mem_at_end(cx, destroy, r);
	hdf_put(r->hdf, "Config.VarEscapeMode", html ? "html" : "none");
	hdf_put(r->hdf, "hdf.loadpaths.0", folder);
	if (read_messages(r) != ST_OK)
		BUG("a message file cannot be read");
	try_canary(r);
	return r;
}

/* The newest change below templates/parts and of the template itself. */
static int64_t newest(struct render *r, struct ctx *cx, const char *name)
{
	const char *parts = mem_printf(cx, "%s/parts", r->folder);
	DIR *dir = opendir(parts);
	struct dirent *entry;
	struct stat st;
	int64_t stamp = 0;

	if (stat(mem_printf(cx, "%s/%s.cst", r->folder, name), &st) == 0)
		stamp = st.st_mtim.tv_sec * 1000 + st.st_mtim.tv_nsec / 1000000;
	while (dir && (entry = readdir(dir))) {
		int64_t one;

		if (stat(mem_printf(cx, "%s/%s", parts, entry->d_name), &st))
			continue;
		one = st.st_mtim.tv_sec * 1000 + st.st_mtim.tv_nsec / 1000000;
		stamp = one > stamp ? one : stamp;
	}
	if (dir)
		(void)closedir(dir);
	return stamp;
}

static bool is_fresh(struct render *r, struct parsed *p)
{
	struct ctx *cx;
	int64_t stamp;

	if (!r->development)
		return true;
	cx = ctx_new(r->cx);
	stamp = newest(r, cx, p->name);
	ctx_end(cx);
	if (stamp == p->stamp)
		return true;
	p->stamp = stamp;
	return false;
}

static enum status parse(struct render *r, struct parsed *p)
{
	char path[256];
	NEOERR *err;

	if (p->cs)
		cs_destroy(&p->cs);
	err = make_parser(r, &p->cs);
	if (err != STATUS_OK)
		return failed(err, p->name);
	(void)snprintf(path, sizeof(path), "%s.cst", p->name);
	err = cs_parse_file(p->cs, path);
	if (err != STATUS_OK) {
		enum status st = failed(err, path);

		cs_destroy(&p->cs);
		return st;
	}
	return ST_OK;
}

static enum status find(struct render *r, const char *name, struct parsed **out)
{
	struct parsed *p = r->list;

	while (p && strcmp(p->name, name) != 0)
		p = p->next;
	if (!p) {
		p = mem_zero(r->cx, sizeof(*p));
		mem_at_end(r->cx, destroy_parsed, p);
		p->name = mem_text(r->cx, name);
		p->next = r->list;
		r->list = p;
	}
	if (!is_fresh(r, p) || !p->cs) {
		/* Somebody is editing: the words of before will do. */
		if (r->development)
			(void)read_messages(r);
		TRY(parse(r, p));
	}
	*out = p;
	return ST_OK;
}

enum status render_page(struct render *r, const char *template, struct buf *out)
{
	struct parsed *p;
	NEOERR *err;

	TRY(find(r, template, &p));
	err = cs_render(p->cs, out, append);
	return err == STATUS_OK ? ST_OK : failed(err, template);
}
