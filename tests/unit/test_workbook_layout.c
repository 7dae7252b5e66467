/* test_workbook_layout.c - the sheet of offices: columns and headings. */
#include <string.h>

#include "workbook/workbook.h"
#include "web/render.h"

#include "test.h"

#define CELLS 8

static const char *get_word(void *arg, const char *key)
{
	return render_message(arg, key);
}

static const struct workbook *make(struct ctx *cx)
{
	const struct workbook_words words = {
		get_word, render_new(cx, "templates", false, false)
	};

	return workbook_new(cx, &words);
}

/* --- columns ------------------------------------------------------------- */

struct place {
	const char *name, *place, *heading;
	bool needed;
};

static const struct place places[] = {
	{ "number", "number", "事業所番号", false },
	{ "name", "name", "事業所名", true },
	{ "address", "at.zip", "郵便番号", true },
	{ "institution's address", "inst.at.zip", "医療機関の郵便番号", false },
	{ "business", "business.type", "事業の種類", true },
	{ "business of a row", "business.3.own",
	  "うち申請事業者の登録対象業務の従業者数", true },
	{ "where the master has any", "business.detail2", "事業の種類の細目②",
	  false },
	{ "secured can be guessed", "inst.secured", "接種実施医療機関の確保",
	  false },
	{ "a calculation is no column", "business.basis_own", NULL, false },
	{ "nor an id", "id", NULL, false },
	{ "nor a group", "at", NULL, false },
};

static void columns(void **state)
{
	const struct place *p = *state;
	struct ctx *cx = ctx_new(NULL);
	const struct workbook_column *c = workbook_find(make(cx), p->place);

	if (p->heading) {
		assert_non_null(c);
		assert_string_equal(c->heading, p->heading);
		assert_int_equal(workbook_needs(c), p->needed);
	} else {
		assert_null(c);
	}
	ctx_end(cx);
}

/* --- headings ------------------------------------------------------------ */

struct heading {
	const char *name;
	const char *text[CELLS];
	const char *places[CELLS]; /* "": nobody knows it */
	bool no_headings;
};

static const struct heading headings[] = {
	{ "as in the template",
	  { "事業所名", "事業所名（ふりがな）", "郵便番号",
	    "医療機関の郵便番号" },
	  { "name", "kana", "at.zip", "inst.at.zip" },
	  false },
	{ "in another order",
	  { "医療機関の郵便番号", "電話番号", "郵便番号", "事業所名" },
	  { "inst.at.zip", "tel", "at.zip", "name" },
	  false },
	{ "marks, blanks, breaks, width",
	  { "※事業所名", " 事業所名\n(ふりがな) ", "＊郵便番号", "ＦＡＸ番号",
	    "Ｅ－ｍａｉｌアドレス" },
	  { "name", "kana", "at.zip", "fax", "mail" },
	  false },
	{ "hints in brackets",
	  { "事業所名（必須）", "事業所名（ふりがな）", "郵便番号（7桁）",
	    "電話番号（ハイフンなし）", "所在地（町名以下）（番地まで）" },
	  { "name", "kana", "at.zip", "tel", "" },
	  false },
	{ "other usual names",
	  { "施設", "種類", "細目", "うち申請事業者", "うち外部事業者", "TEL",
	    "〒" },
	  { "", "business.type", "business.detail1", "business.own",
	    "business.external", "tel", "at.zip" },
	  false },
	{ "the same twice: the first counts",
	  { "事業所名", "郵便番号", "電話番号", "事業所名", "種類" },
	  { "name", "at.zip", "tel", "", "business.type" },
	  false },
	{ "a title", { "特定接種 事業所名 一覧" }, { NULL }, true },
	{ "a line of an office",
	  { "見本支店", "みほんしてん", "1008916", "東京都" },
	  { NULL },
	  true },
	{ "too few", { "事業所名", "電話番号", "備考" }, { NULL }, true },
};

static size_t fill(const struct heading *h, struct xlsx_cell *cells)
{
	size_t n = 0;

	for (size_t i = 0; i < CELLS && h->text[i]; i++)
		cells[n++] = (struct xlsx_cell) { .column = 2 * i,
						  .text = h->text[i] };
	return n;
}

static void match(void **state)
{
	const struct heading *h = *state;
	struct ctx *cx = ctx_new(NULL);
	const struct workbook *w = make(cx);
	struct xlsx_cell cells[CELLS];
	const struct xlsx_row row = { .cells = cells, .n = fill(h, cells) };
	struct workbook_map map;

	assert_int_equal(workbook_headings(cx, w, &row, &map), !h->no_headings);
	for (size_t i = 0; i < row.n && !h->no_headings; i++) {
		const struct workbook_column *c = map.at[2 * i];

		assert_ptr_equal(c, *h->places[i]
					    ? workbook_find(w, h->places[i])
					    : NULL);
		if (c)
			assert_int_equal(workbook_place(&map, c), 2 * i);
	}
	ctx_end(cx);
}

/* Every column is found by its own heading and by each of its other names. */
static void all(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	const struct workbook *w = make(cx);
	struct xlsx_cell cells[WORKBOOK_CELLS];
	struct workbook_map map;

	(void)state;
	for (size_t i = 0; i < w->n; i++)
		cells[i] = (struct xlsx_cell) { .column = i,
						.text = w->columns[i].heading };
	assert_true(workbook_headings(
		cx, w, &(struct xlsx_row) { .cells = cells, .n = w->n }, &map));
	for (size_t i = 0; i < w->n; i++)
		assert_ptr_equal(map.at[i], &w->columns[i]);
	ctx_end(cx);
}

int main(void)
{
	return RUN_ALL(SUITE(places, columns), SUITE(headings, match),
		       TEST(all));
}
