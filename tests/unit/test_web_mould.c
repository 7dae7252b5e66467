/* test_web_mould.c - a page that is poured is the page that is rendered, and
 * nothing of one stays in the next. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "test.h"
#include "web/mould.h"

/* What a test's templates are; @ stands for the marks that a list needs. */
static const char page_text[] =
	"<?cs def:options(f) ?><select><?cs each:o = f.options ?><?cs var:o ?>"
	"<option value=\"<?cs var:o.value ?>\"<?cs if:o.value == f.value ?> "
	"selected<?cs /if ?>><?cs var:o.label ?></option><?cs /each ?><?cs "
	"var:f.options ?></select><?cs /def ?>"
	"<p title=\"<?cs var:View.text ?>\"><?cs var:View.text ?></p>"
	"<?cs if:View.text ?>some<?cs else ?>none<?cs /if ?>"
	"<?cs if:string.length(View.text) > #0 ?>long<?cs /if ?>"
	"<?cs if:View.kind == \"a\" ?>A<?cs else ?>B<?cs /if ?>"
	"<?cs call:options(View.field) ?>"
	"<?cs each:r = List.rows ?><?cs var:r ?><tr><?cs var:r.name ?>|<?cs "
	"if:r.state == \"yes\" ?>Y<?cs else ?>N<?cs /if ?>|<?cs var:View.text "
	"?></tr><?cs /each ?><?cs var:List.rows ?>";
static const char unmarked_text[] =
	"<?cs each:r = List.rows ?><tr><?cs var:r.name ?></tr><?cs /each ?>";

static char folder[] = "/tmp/sesshu-mould-XXXXXX";

static void write_file(const char *name, const char *text)
{
	char path[80];
	FILE *f;

	(void)snprintf(path, sizeof(path), "%s/%s", folder, name);
	f = fopen(path, "w");
	assert_non_null(f);
	(void)fputs(text, f);
	(void)fclose(f);
}

static void remove_folder(void)
{
	static const char *const names[] = { "messages/m.hdf", "page.cst",
					     "unmarked.cst", "messages", "" };
	char path[80];

	for (size_t i = 0; i < COUNT(names); i++) {
		(void)snprintf(path, sizeof(path), "%s/%s", folder, names[i]);
		(void)remove(path);
	}
}

static void make_folder(void)
{
	char path[80];

	assert_non_null(mkdtemp(folder));
	(void)atexit(remove_folder);
	(void)snprintf(path, sizeof(path), "%s/messages", folder);
	assert_int_equal(mkdir(path, 0700), 0);
	write_file("messages/m.hdf", "Msg.a = b\n");
	write_file("page.cst", page_text);
	write_file("unmarked.cst", unmarked_text);
}

/* Options with a zero and with signs that have to be escaped. */
static const struct rows *options(struct ctx *cx)
{
	static const char *const texts[][2] = { { "0", "zero" },
						{ "01", "<one>" },
						{ "\"'", "& two" } };
	static const char *const names[] = { "value", "label" };
	struct rows *rows = mem_zero(cx, sizeof(*rows));

	rows->n = COUNT(texts);
	rows->list = mem_array(cx, rows->n, sizeof(struct row *));
	for (size_t i = 0; i < rows->n; i++) {
		struct row *row = mem_zero(cx, sizeof(*row));

		row->n = 2;
		row->names = names;
		row->values = mem_array(cx, 2, sizeof(*row->values));
		row->values[0] = value_text(texts[i][0]);
		row->values[1] = value_text(texts[i][1]);
		rows->list[i] = row;
	}
	return rows;
}

static const struct rows *some_options;

/* One page: three rows, of two kinds, and this text everywhere. */
static struct node *tree(struct ctx *cx, const char *text, const char *kind,
			 const char *chosen)
{
	struct node *root = node_root(cx), *rows;

	node_pour(root, "View.text", text);
	node_put(root, "View.kind", kind);
	node_pour(root, "View.field.value", chosen);
	node_options(root, "View.field.options", some_options);
	rows = node_at(root, "List.rows");
	node_rows(rows, 3);
	for (size_t i = 0; i < 3; i++) {
		node_cell(node_row(rows, i), "name", text, NODE_POURED);
		node_cell(node_row(rows, i), "state", i == 1 ? "no" : "yes",
			  NODE_FIXED);
	}
	return root;
}

static const char *page(struct ctx *cx, struct moulds *m, const char *template,
			const struct node *root)
{
	struct buf out;

	buf_init(&out, cx);
	assert_int_equal(mould_page(m, template, root, &out), ST_OK);
	return out.text;
}

static struct moulds *moulds(struct ctx *cx, enum moulding how)
{
	return moulds_new(cx, render_new(cx, folder, true, false), how);
}

static struct hostile {
	const char *name, *text, *chosen;
} hostile[] = {
	{ "plain", "見本", "01" },
	{ "markup", "\"><script>&'", "\"'" },
	{ "an entity", "&lt;&amp;#39;", "01" },
	{ "a return", "a\r\nb", "0" },
	{ "marks",
	  "\1"
	  "0\2\3"
	  "0.0\2\4"
	  "0\2\5"
	  "0\2",
	  "01" },
	{ "every control", "\1\2\3\4\5\6\7\b\t\n\v\f\r\16\17\20\33\37\177",
	  "" },
	{ "no UTF-8", "a\xFF", "01" },
	{ "half a character", "\xE3\x81", "01" },
	{ "nothing", "", "" },
	{ "a zero", "0", "0" },
	{ "zeros", "000", "01" },
	{ "no number", "08", "01" },
	{ "a template", "<?cs var:Msg.a ?>", "<?cs" },
	{ "an option that is not there", "x", "99" },
};

/* Poured as often as anybody likes, it is what the template says. */
static void poured(void **state)
{
	const struct hostile *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct moulds *m = moulds(cx, MOULD_TWICE);
	struct moulds *never = moulds(cx, MOULD_NEVER);
	const char *is, *wanted;

	some_options = options(cx);
	(void)page(cx, m, "page", tree(cx, "other", "a", "01"));
	(void)page(cx, m, "page", tree(cx, "other", "a", "01"));
	for (int i = 0; i < 4; i++) {
		struct node *root = tree(cx, c->text, "a", c->chosen);

		wanted = page(cx, never, "page", root);
		is = page(cx, m, "page", root);
		assert_string_equal(is, wanted);
	}
	assert_true(moulds_poured(m) >= 3);
	assert_int_equal(moulds_poured(never), 0);
	is = page(cx, m, "page", tree(cx, "mine", "a", "01"));
	assert_null(strstr(is, "other"));
	assert_null(strstr(is, "script"));
	ctx_end(cx);
}

/* Another word that the template asks for is another page. */
static void skeletons(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct moulds *m = moulds(cx, MOULD_TWICE);

	(void)state;
	some_options = options(cx);
	for (int i = 0; i < 3; i++) {
		assert_non_null(strstr(
			page(cx, m, "page", tree(cx, "x", "a", "")), "longA<"));
		assert_non_null(strstr(
			page(cx, m, "page", tree(cx, "x", "b", "")), "longB<"));
		assert_non_null(strstr(
			page(cx, m, "page", tree(cx, "", "b", "")), "noneB<"));
	}
	assert_int_equal(moulds_poured(m), 6);
	ctx_end(cx);
}

/* A kind of row that comes later is cut when it comes. */
static void later_rows(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct moulds *m = moulds(cx, MOULD_CHECK);

	(void)state;
	some_options = options(cx);
	for (size_t n = 0; n < 5; n++) {
		struct node *root = tree(cx, "x", "a", "01");
		struct node *rows = node_at(root, "List.rows");

		rows->first = rows->last = NULL;
		node_rows(rows, n);
		for (size_t i = 0; i < n; i++) {
			node_cell(node_row(rows, i), "name", i % 2 ? "" : "<n>",
				  NODE_POURED);
			node_cell(node_row(rows, i), "state",
				  i < 3 ? "no" : "yes", NODE_FIXED);
		}
		assert_non_null(page(cx, m, "page", root));
	}
	assert_int_equal(moulds_poured(m), 5);
	ctx_end(cx);
}

/* A template without marks is rendered as ever. */
static void unmarked(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct moulds *m = moulds(cx, MOULD_TWICE);

	(void)state;
	some_options = options(cx);
	for (int i = 0; i < 4; i++)
		assert_string_equal(
			page(cx, m, "unmarked", tree(cx, "<x>", "a", "")),
			"<tr>&lt;x&gt;</tr><tr>&lt;x&gt;</tr>"
			"<tr>&lt;x&gt;</tr>");
	assert_int_equal(moulds_poured(m), 0);
	ctx_end(cx);
}

/* More pages than there is room for. */
static void many(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct moulds *m = moulds(cx, MOULD_CHECK);

	(void)state;
	some_options = options(cx);
	for (int i = 0; i < 300; i++)
		assert_non_null(
			page(cx, m, "page",
			     tree(cx, "x", mem_printf(cx, "%d", i % 100), "")));
	assert_int_equal(moulds_poured(m), 300);
	ctx_end(cx);
}

int main(void)
{
	make_folder();
	return RUN_ALL(SUITE(hostile, poured), TEST(skeletons),
		       TEST(later_rows), TEST(unmarked), TEST(many));
}
