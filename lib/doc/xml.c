/* xml.c - streams one XML part of a package through small handlers. */
#include "doc/xml.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>
#include <strings.h>

enum {
	PIECE = 16 << 10,
	MOST_DEPTH = 32,
	MOST_ATTRIBUTES = 64,
	/*
	 * libxml2 compares each attribute of a tag with all others before it
	 * hands the tag over, so a tag must not become this long.
	 */
	MOST_TAG = 128 << 10,
};

struct xml {
	xmlParserCtxtPtr parser;
	struct budget *b;
	const struct xml_reader *how;
	void *arg;
	enum status st; /* not ST_OK: we are through with it */
	size_t depth;
	size_t silent; /* bytes fed since the parser last called us */
	const xmlChar *names[XML_NAMES];   /* the parser's own copies: */
	const xmlChar *spaces[XML_SPACES]; /* same text, same pointer */
};

const char *const xml_spreadsheet[XML_SPACES] = {
	"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
	"http://purl.oclc.org/ooxml/spreadsheetml/main",
};

static void refuse(struct xml *x, enum xlsx_trouble why)
{
	if (x->st == ST_OK)
		x->st = budget_refuse(x->b, why);
}

/* A valid package has no DTD (OPC M1.18), so no entity can be declared. */
static void on_dtd(void *arg, const xmlChar *name, const xmlChar *public,
		   const xmlChar *system)
{
	struct xml *x = arg;

	(void)name;
	(void)public;
	(void)system;
	refuse(x, XLSX_XML_FORBIDDEN);
	xmlStopParser(x->parser);
}

static xmlParserInputPtr no_entities(const char *url, const char *id,
				     xmlParserCtxtPtr parser)
{
	(void)url;
	(void)id;
	(void)parser;
	return NULL;
}

static bool unicode(const xmlChar *encoding)
{
	const char *s = (const char *)encoding;

	return !s || strcasecmp(s, "UTF-8") == 0 ||
	       strcasecmp(s, "UTF-16") == 0;
}

/* -1: not one that matters. */
static int find_name(const struct xml *x, const xmlChar *local,
		     const xmlChar *uri)
{
	int n = (int)x->how->nnames;

	if (!uri || (uri != x->spaces[0] && uri != x->spaces[1]))
		return -1;
	for (int i = 0; i < n; i++)
		if (local == x->names[i])
			return i;
	return -1;
}

/* The parameters are libxml2's: NOLINTNEXTLINE(readability-function-size) */
static void on_start(void *arg, const xmlChar *local, const xmlChar *prefix,
		     const xmlChar *uri, int nns, const xmlChar **ns, int n,
		     int ndefault, const xmlChar **attributes)
{
	struct xml *x = arg;
	struct xml_tag tag;

	(void)prefix;
	(void)nns;
	(void)ns;
	(void)ndefault;
	x->silent = 0;
	if (x->st != ST_OK)
		return;
	if (x->depth++ == 0 && !(unicode(x->parser->encoding) &&
				 unicode(x->parser->input->encoding)))
		refuse(x, XLSX_XML_FORBIDDEN);
	if (x->depth > MOST_DEPTH || n > MOST_ATTRIBUTES)
		refuse(x, XLSX_XML_FORBIDDEN);
	tag = (struct xml_tag) { find_name(x, local, uri), x, attributes, n };
	if (x->st == ST_OK && tag.name >= 0)
		x->st = x->how->start(x->arg, &tag);
}

static void on_end(void *arg, const xmlChar *local, const xmlChar *prefix,
		   const xmlChar *uri)
{
	struct xml *x = arg;
	int name;

	(void)prefix;
	x->silent = 0;
	if (x->st != ST_OK)
		return;
	x->depth--;
	name = find_name(x, local, uri);
	if (name >= 0 && x->how->end)
		x->st = x->how->end(x->arg, name);
}

static void on_text(void *arg, const xmlChar *s, int n)
{
	struct xml *x = arg;

	x->silent = 0;
	if (x->st == ST_OK && x->how->text)
		x->st = x->how->text(x->arg, (const char *)s, (size_t)n);
}

static void on_comment(void *arg, const xmlChar *s)
{
	struct xml *x = arg;

	(void)s;
	x->silent = 0;
}

static void on_instruction(void *arg, const xmlChar *target, const xmlChar *s)
{
	(void)target;
	on_comment(arg, s);
}

static void parser_close(void *arg)
{
	xmlFreeParserCtxt(arg);
}

static enum status parser_open(struct ctx *cx, struct xml *x)
{
	xmlSAXHandler h = {
		.initialized = XML_SAX2_MAGIC,
		.internalSubset = on_dtd,
		.startElementNs = on_start,
		.endElementNs = on_end,
		.characters = on_text,
		.ignorableWhitespace = on_text,
		.cdataBlock = on_text,
		.comment = on_comment,
		.processingInstruction = on_instruction,
	};

	xmlSetExternalEntityLoader(no_entities);
	x->parser = xmlCreatePushParserCtxt(&h, x, NULL, 0, NULL);
	if (!x->parser)
		return fail(ST_IO, "xml: no parser");
	mem_at_end(cx, parser_close, x->parser);
	xmlCtxtUseOptions(x->parser, XML_PARSE_NONET | XML_PARSE_NOERROR |
					     XML_PARSE_NOWARNING);
	for (size_t i = 0; i < x->how->nnames; i++)
		x->names[i] = xmlDictLookup(
			x->parser->dict, (const xmlChar *)x->how->names[i], -1);
	for (size_t i = 0; i < x->how->nspaces; i++)
		x->spaces[i] = xmlDictLookup(x->parser->dict,
					     (const xmlChar *)x->how->spaces[i],
					     -1);
	return ST_OK;
}

/* UTF-8 with or without its mark, or UTF-16 with it; no guessing. */
static bool starts_well(const char *s, size_t n)
{
	if (n < 4)
		return false;
	if (memcmp(s, "\xff\xfe", 2) == 0)
		return s[2] != '\0' || s[3] != '\0'; /* else UTF-32 */
	return memcmp(s, "\xfe\xff", 2) == 0 ||
	       memcmp(s, "\xef\xbb\xbf", 3) == 0 || (s[0] == '<' && s[1]);
}

/* The last piece is empty, and ends the document. */
static enum status feed(struct xml *x, const char *piece, size_t n)
{
	int rc;

	x->silent += n;
	rc = xmlParseChunk(x->parser, piece, (int)n, n == 0);
	if (x->st != ST_OK)
		return x->st;
	if (rc != XML_ERR_OK || !x->parser->wellFormed)
		return budget_refuse(x->b, XLSX_DAMAGED);
	if (x->silent > MOST_TAG)
		return budget_refuse(x->b, XLSX_XML_FORBIDDEN);
	return ST_OK;
}

static enum status read_all(struct ctx *cx, struct xml *x, const struct zip *z,
			    const struct zip_part *p)
{
	char *piece = mem_zero(cx, PIECE);
	struct zip_stream *s;
	size_t n;
	bool first = true;

	TRY(zip_stream_open(cx, z, p, &s));
	TRY(parser_open(cx, x));
	do {
		TRY(zip_stream_read(s, piece, PIECE, &n));
		if (first && !starts_well(piece, n))
			return budget_refuse(x->b, XLSX_DAMAGED);
		first = false;
		TRY(feed(x, piece, n));
	} while (n > 0);
	return ST_OK;
}

enum status xml_read(struct ctx *cx, const struct zip *z,
		     const struct zip_part *p, const struct xml_reader *how,
		     void *arg)
{
	struct xml x = { .b = zip_budget(z), .how = how, .arg = arg };
	struct ctx *own = ctx_new(cx);
	enum status st;

	if (how->nnames > XML_NAMES || how->nspaces > XML_SPACES)
		BUG("xml_read: too many names");
	st = read_all(own, &x, z, p);
	ctx_end(own);
	return st;
}

/* libxml2 gives five pointers for each attribute. */
enum { LOCAL, PREFIX, URI, VALUE, VALUE_END, PER_ATTRIBUTE };

static bool attribute(const struct xml_tag *tag, int name, bool prefixed,
		      struct xml_value *v)
{
	const xmlChar *want = tag->x->names[name];

	for (int i = 0; i < tag->n; i++) {
		const xmlChar **a = tag->attributes + PER_ATTRIBUTE * i;

		if (a[LOCAL] != want || (a[URI] != NULL) != prefixed)
			continue;
		v->s = (const char *)a[VALUE];
		v->n = (size_t)(a[VALUE_END] - a[VALUE]);
		return true;
	}
	return false;
}

bool xml_attribute(const struct xml_tag *tag, int name, struct xml_value *v)
{
	return attribute(tag, name, false, v);
}

bool xml_attribute_ns(const struct xml_tag *tag, int name, struct xml_value *v)
{
	return attribute(tag, name, true, v);
}

bool xml_value_is(struct xml_value v, const char *s)
{
	return strlen(s) == v.n && memcmp(v.s, s, v.n) == 0;
}

bool xml_flag(const struct xml_tag *tag, int name)
{
	struct xml_value v;

	return xml_attribute(tag, name, &v) &&
	       (xml_value_is(v, "1") || xml_value_is(v, "true"));
}

bool xml_whole(struct xml_value v, int64_t most, int64_t *n)
{
	int64_t sum = 0;

	/* 15 digits always fit. */
	if (v.n == 0 || v.n > 15)
		return false;
	for (size_t i = 0; i < v.n; i++) {
		if (v.s[i] < '0' || v.s[i] > '9')
			return false;
		sum = 10 * sum + (v.s[i] - '0');
	}
	*n = sum;
	return sum <= most;
}

/* Without entities libxml2 leaves a "&" in an attribute as "&#38;". */
char *xml_value_text(struct ctx *cx, struct xml_value v)
{
	static const char amp[] = "&#38;";
	char *text = mem_text_n(cx, v.s, v.n), *from = text, *to = text;

	while (*from) {
		*to++ = *from;
		from += strncmp(from, amp, sizeof(amp) - 1) == 0
				? sizeof(amp) - 1
				: 1;
	}
	*to = '\0';
	return text;
}
