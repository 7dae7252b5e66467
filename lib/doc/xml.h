/* xml.h - streams one XML part of a package through small handlers. */
#ifndef DOC_XML_H
#define DOC_XML_H

#include "doc/zip.h"

/* Not terminated, and gone when the handler returns. */
struct xml_value {
	const char *s;
	size_t n;
};

struct xml;

struct xml_tag {
	int name; /* index into names */
	const struct xml *x;
	const unsigned char **attributes;
	int n;
};

/*
 * How a kind of part is read. names are those of elements and attributes that
 * matter; an element that is not among them, or is of another namespace than
 * spaces, is passed over (its children are not). A handler that does not
 * return ST_OK ends the reading.
 */
struct xml_reader {
	const char *const *names;
	size_t nnames; /* at most XML_NAMES */
	const char *const *spaces;
	size_t nspaces; /* at most XML_SPACES */
	enum status (*start)(void *arg, const struct xml_tag *tag);
	enum status (*end)(void *arg, int name);
	enum status (*text)(void *arg, const char *s, size_t n);
};

enum { XML_NAMES = 24, XML_SPACES = 2 };

/*
 * Reads a part with libxml2's push parser, 16 KiB at a time. No DTD, no
 * entities but the five, UTF-8 or UTF-16, limited depth and size of tags
 * (security UP-04 and §4).
 */
enum status xml_read(struct ctx *cx, const struct zip *z,
		     const struct zip_part *p, const struct xml_reader *how,
		     void *arg) MUST_USE;

/* The attribute names[name] without a prefix; false: not there. */
bool xml_attribute(const struct xml_tag *tag, int name, struct xml_value *v);
/* The same with any prefix, as in r:id. */
bool xml_attribute_ns(const struct xml_tag *tag, int name, struct xml_value *v);

bool xml_value_is(struct xml_value v, const char *s);
/* "1" and "true" of a yes-or-no attribute; false if it is not there. */
bool xml_flag(const struct xml_tag *tag, int name);
/* Whole number 0 … most; false: something else. */
bool xml_whole(struct xml_value v, int64_t most, int64_t *n);
char *xml_value_text(struct ctx *cx, struct xml_value v);

/* The namespaces of spreadsheets: as Excel writes them, and "strict". */
extern const char *const xml_spreadsheet[XML_SPACES];

#endif
