/* workbook.c - the sheets of a workbook and where its parts are. */
#include "doc/xlsx.h"

#include <string.h>

enum { WORKBOOK_PR, SHEETS, SHEET, DATE_1904, NAME, STATE, ID };

static const char *const names[] = {
	[WORKBOOK_PR] = "workbookPr",
	[SHEETS] = "sheets",
	[SHEET] = "sheet",
	[DATE_1904] = "date1904",
	[NAME] = "name",
	[STATE] = "state",
	[ID] = "id",
};

enum { MOST_SHEETS = 255 };

struct reading {
	struct xlsx *x;
	struct rels rels;
	bool in_sheets;
};

/* NULL: no sheet of cells. */
static const char *sheet_part(const struct reading *r, struct xml_value id)
{
	for (size_t i = 0; i < r->rels.n; i++)
		if (r->rels.rel[i].type == REL_SHEET &&
		    xml_value_is(id, r->rels.rel[i].id))
			return r->rels.rel[i].part;
	return NULL;
}

static enum status add_sheet(struct reading *r, const struct xml_tag *tag)
{
	struct xlsx *x = r->x;
	struct xml_value name, id, state;
	const char *part;

	if (!xml_attribute(tag, NAME, &name) || !xml_attribute_ns(tag, ID, &id))
		return budget_refuse(&x->b, XLSX_DAMAGED);
	part = sheet_part(r, id);
	if (!part)
		return ST_OK;
	if (x->nsheets == MOST_SHEETS)
		return budget_refuse(&x->b, XLSX_TOO_MANY_STYLES);
	x->sheets[x->nsheets++] = (struct xlsx_sheet) {
		.name = xml_value_text(x->cx, name),
		.hidden = xml_attribute(tag, STATE, &state) &&
			  !xml_value_is(state, "visible"),
		.part = part,
	};
	return ST_OK;
}

static enum status on_start(void *arg, const struct xml_tag *tag)
{
	struct reading *r = arg;

	if (tag->name == WORKBOOK_PR)
		r->x->since_1904 = xml_flag(tag, DATE_1904);
	if (tag->name == SHEETS)
		r->in_sheets = true;
	if (tag->name == SHEET && r->in_sheets)
		return add_sheet(r, tag);
	return ST_OK;
}

static enum status on_end(void *arg, int name)
{
	struct reading *r = arg;

	if (name == SHEETS)
		r->in_sheets = false;
	return ST_OK;
}

enum status workbook_read(struct xlsx *x, const char *part)
{
	const struct xml_reader how = {
		.names = names,
		.nnames = COUNT(names),
		.spaces = xml_spreadsheet,
		.nspaces = XML_SPACES,
		.start = on_start,
		.end = on_end,
	};
	const struct zip_part *p = zip_find(x->zip, part);
	struct reading r = { .x = x };
	const struct rel *rel;

	if (!p)
		return budget_refuse(&x->b, XLSX_DAMAGED);
	TRY(rels_read(x->cx, x->zip, part, &r.rels));
	x->sheets = mem_array(x->cx, MOST_SHEETS, sizeof(*x->sheets));
	TRY(xml_read(x->cx, x->zip, p, &how, &r));
	rel = rels_find(&r.rels, REL_STRINGS);
	x->strings_part = rel ? rel->part : NULL;
	rel = rels_find(&r.rels, REL_STYLES);
	x->styles_part = rel ? rel->part : NULL;
	return ST_OK;
}
