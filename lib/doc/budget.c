/* budget.c - what one workbook may still cost, and what is wrong with it. */
#include "doc/budget.h"

#include "base/clock.h"

#define MIB (INT64_C(1) << 20)

/*
 * Room for 50,000 rows of 30 full cells, even if every text stands in its cell
 * (200 MB of XML). They are streamed, so what they cost is time, not memory;
 * a sheet is gone through up to three times (merge.c).
 */
const struct xlsx_limits xlsx_usual = {
	.file = 20 * MIB,
	.rows = 50001,
	.columns = 64,
	.parts = 200,
	.part = 384 * MIB,
	.inflated = 1024 * MIB,
	.text = 40 * MIB,
	.ms = 15000,
};

static const char *const names[XLSX_TROUBLES] = {
	[XLSX_OK] = "ok",
	[XLSX_EMPTY] = "empty",
	[XLSX_NOT_XLSX] = "not_xlsx",
	[XLSX_OLD_XLS] = "old_xls",
	[XLSX_MACRO] = "macro",
	[XLSX_BINARY] = "binary",
	[XLSX_ODS] = "ods",
	[XLSX_TEXT] = "text",
	[XLSX_HTML] = "html",
	[XLSX_ENCRYPTED] = "encrypted",
	[XLSX_DAMAGED] = "damaged",
	[XLSX_NO_SHEET] = "no_sheet",
	[XLSX_TOO_LARGE] = "too_large",
	[XLSX_TOO_MANY_ROWS] = "too_many_rows",
	[XLSX_TOO_MANY_COLUMNS] = "too_many_columns",
	[XLSX_TOO_MUCH_TEXT] = "too_much_text",
	[XLSX_CELL_TOO_LONG] = "cell_too_long",
	[XLSX_TOO_MANY_STYLES] = "too_many_styles",
	[XLSX_TOO_SLOW] = "too_slow",
	[XLSX_ZIP_BOMB] = "zip_bomb",
	[XLSX_ZIP_OVERLAP] = "zip_overlap",
	[XLSX_ZIP_PARTS] = "zip_parts",
	[XLSX_ZIP_DUPLICATE] = "zip_duplicate",
	[XLSX_ZIP_ODD] = "zip_odd",
	[XLSX_XML_FORBIDDEN] = "xml_forbidden",
};

const char *xlsx_trouble_name(enum xlsx_trouble why)
{
	if (why >= XLSX_TROUBLES)
		BUG("trouble %d", (int)why);
	return names[why];
}

void budget_start(struct budget *b, const struct xlsx_limits *limits)
{
	*b = (struct budget) {
		.limits = limits,
		.deadline = clock_monotonic_us() + limits->ms * 1000,
	};
}

enum status budget_refuse(struct budget *b, enum xlsx_trouble why)
{
	if (b->why == XLSX_OK)
		b->why = why;
	return ST_INVALID;
}

enum status budget_spend(struct budget *b, size_t n)
{
	b->inflated += (int64_t)n;
	if (b->inflated > b->limits->inflated)
		return budget_refuse(b, XLSX_ZIP_BOMB);
	if (clock_monotonic_us() > b->deadline)
		return budget_refuse(b, XLSX_TOO_SLOW);
	return ST_OK;
}
