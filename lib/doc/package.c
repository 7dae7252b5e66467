/* package.c - how parts point at each other, and what type each has. */
#include "doc/xlsx.h"

#include <string.h>
#include <strings.h>

enum { RELATIONSHIP, ID, TYPE, TARGET, TARGET_MODE };

static const char *const names[] = {
	[RELATIONSHIP] = "Relationship",
	[ID] = "Id",
	[TYPE] = "Type",
	[TARGET] = "Target",
	[TARGET_MODE] = "TargetMode",
};

static const char *const spaces[] = {
	"http://schemas.openxmlformats.org/package/2006/relationships",
};

enum { MOST_RELS = 1000, MOST_TARGET = 512 };

struct reading {
	struct ctx *cx;
	struct budget *b;
	const char *folder; /* of the part: "", "xl/" */
	struct rels *rels;
};

/* As Excel writes them, and in the "strict" kind of file. */
static enum rel_type type_of(struct xml_value v)
{
	static const char *const before[] = {
		"http://schemas.openxmlformats.org/officeDocument/2006/"
		"relationships/",
		"http://purl.oclc.org/ooxml/officeDocument/relationships/",
	};
	static const char *const types[] = {
		[REL_WORKBOOK] = "officeDocument",
		[REL_SHEET] = "worksheet",
		[REL_STRINGS] = "sharedStrings",
		[REL_STYLES] = "styles",
	};

	for (size_t i = 0; i < COUNT(before); i++) {
		size_t n = strlen(before[i]);

		if (v.n <= n || memcmp(v.s, before[i], n) != 0)
			continue;
		for (size_t k = 1; k < COUNT(types); k++)
			if (xml_value_is(
				    (struct xml_value) { v.s + n, v.n - n },
				    types[k]))
				return (enum rel_type)k;
	}
	return REL_OTHER;
}

/* Removes "." and ".." in place; above the top there is nothing. */
static void tidy(char *path)
{
	char *from = path, *to = path;

	while (*from) {
		size_t n = strcspn(from, "/");

		if (n == 2 && from[0] == '.' && from[1] == '.') {
			if (to > path)
				to--;
			while (to > path && to[-1] != '/')
				to--;
		} else if (n > 0 && !(n == 1 && from[0] == '.')) {
			memmove(to, from, n);
			to += n;
			if (from[n])
				*to++ = '/';
		}
		from += n + (from[n] == '/');
	}
	*to = '\0';
}

/* A target starts at the folder of the part, or with "/" at the top. */
static const char *resolve(struct reading *r, struct xml_value v)
{
	const char *target = xml_value_text(r->cx, v);
	char *path;

	if (target[0] == '/')
		path = mem_text(r->cx, target + 1);
	else
		path = mem_printf(r->cx, "%s%s", r->folder, target);
	tidy(path);
	return path;
}

static enum status on_start(void *arg, const struct xml_tag *tag)
{
	struct reading *r = arg;
	struct xml_value id, type, target, mode;
	struct rel *rel;

	if (tag->name != RELATIONSHIP)
		return ST_OK;
	if (!xml_attribute(tag, ID, &id) || !xml_attribute(tag, TYPE, &type) ||
	    !xml_attribute(tag, TARGET, &target))
		return budget_refuse(r->b, XLSX_DAMAGED);
	if (xml_attribute(tag, TARGET_MODE, &mode) &&
	    xml_value_is(mode, "External"))
		return ST_OK;
	if (type_of(type) == REL_OTHER || target.n > MOST_TARGET)
		return ST_OK;
	if (r->rels->n == MOST_RELS)
		return budget_refuse(r->b, XLSX_TOO_MANY_STYLES);
	rel = &r->rels->rel[r->rels->n++];
	rel->type = type_of(type);
	rel->id = xml_value_text(r->cx, id);
	rel->part = resolve(r, target);
	return ST_OK;
}

enum status rels_read(struct ctx *cx, const struct zip *z, const char *part,
		      struct rels *out)
{
	const struct xml_reader how = {
		.names = names,
		.nnames = COUNT(names),
		.spaces = spaces,
		.nspaces = COUNT(spaces),
		.start = on_start,
	};
	const char *slash = strrchr(part, '/');
	size_t n = slash ? (size_t)(slash - part) + 1 : 0;
	struct reading r = { cx, zip_budget(z), mem_text_n(cx, part, n), out };
	const struct zip_part *p = zip_find(
		z, mem_printf(cx, "%s_rels/%s.rels", r.folder, part + n));

	*out = (struct rels) {
		.rel = mem_array(cx, MOST_RELS, sizeof(*out->rel)),
	};
	return p ? xml_read(cx, z, p, &how, &r) : ST_OK;
}

const struct rel *rels_find(const struct rels *r, enum rel_type type)
{
	for (size_t i = 0; i < r->n; i++)
		if (r->rel[i].type == type)
			return &r->rel[i];
	return NULL;
}

enum { OVERRIDE, DEFAULT, PART_NAME, EXTENSION, CONTENT_TYPE };

static const char *const type_names[] = {
	[OVERRIDE] = "Override",	[DEFAULT] = "Default",
	[PART_NAME] = "PartName",	[EXTENSION] = "Extension",
	[CONTENT_TYPE] = "ContentType",
};

static const char *const type_spaces[] = {
	"http://schemas.openxmlformats.org/package/2006/content-types",
};

struct type_reading {
	struct ctx *cx;
	const char *part, *extension;
	const char *by_name, *by_extension;
};

static bool same(struct xml_value v, const char *s)
{
	return strlen(s) == v.n && strncasecmp(v.s, s, v.n) == 0;
}

static enum status on_type(void *arg, const struct xml_tag *tag)
{
	struct type_reading *r = arg;
	struct xml_value v, type;

	if (!xml_attribute(tag, CONTENT_TYPE, &type))
		return ST_OK;
	if (tag->name == OVERRIDE && xml_attribute(tag, PART_NAME, &v) &&
	    v.n > 0 && v.s[0] == '/' &&
	    same((struct xml_value) { v.s + 1, v.n - 1 }, r->part))
		r->by_name = xml_value_text(r->cx, type);
	if (tag->name == DEFAULT && xml_attribute(tag, EXTENSION, &v) &&
	    same(v, r->extension))
		r->by_extension = xml_value_text(r->cx, type);
	return ST_OK;
}

enum status content_type(struct ctx *cx, const struct zip *z, const char *part,
			 const char **type)
{
	const struct xml_reader how = {
		.names = type_names,
		.nnames = COUNT(type_names),
		.spaces = type_spaces,
		.nspaces = COUNT(type_spaces),
		.start = on_type,
	};
	const char *dot = strrchr(part, '.');
	struct type_reading r = { cx, part, dot ? dot + 1 : "", NULL, "" };
	const struct zip_part *p = zip_find(z, "[Content_Types].xml");

	if (!p)
		return budget_refuse(zip_budget(z), XLSX_DAMAGED);
	TRY(xml_read(cx, z, p, &how, &r));
	*type = r.by_name ? r.by_name : r.by_extension;
	return ST_OK;
}
