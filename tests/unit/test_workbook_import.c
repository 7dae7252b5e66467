/* test_workbook_import.c - lines of a sheet that become offices. */
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/buf.h"
#include "workbook/import.h"
#include "workbook/importing.h"
#include "web/render.h"

#include "test_db.h"

#define LINES 8

static const char *get_word(void *arg, const char *key)
{
	return render_message(arg, key);
}

/* --- a workbook in few words --------------------------------------------- */

/* A line: "name|town|kind|detail|own|number"; what is not given is the usual
 * one of the first line, or empty where keep is not set. */
enum { NAME, TOWN, KIND, DETAIL, OWN, NUMBER, GIVEN };

static const char *const given[GIVEN] = { "name",	   "at.town",
					  "business.type", "business.detail1",
					  "business.own",  "number" };

/* The rest of an office that is all right. */
static const struct {
	const char *place, *text;
} usual[] = {
	{ "kana", "みほんしてん" }, { "at.zip", "1008916" },
	{ "at.pref", "東京都" },    { "at.city", "千代田区" },
	{ "tel", "0312345678" },    { "inst.secured", "未確保" },
	{ "inst.plan", "相談中" },
};

static void write_line(struct xlsx_out *out, struct ctx *cx, size_t row,
		       const char *line)
{
	bool office = *line != '|'; /* without a name: a business alone */
	size_t column = 0;

	for (size_t i = 0; i < GIVEN; i++, column++) {
		size_t n = strcspn(line, "|");

		xlsx_write_text(out, row, column, mem_text_n(cx, line, n), 0);
		line += n + (line[n] == '|');
	}
	for (size_t i = 0; office && i < COUNT(usual); i++)
		xlsx_write_text(out, row, column + i, usual[i].text, 0);
	if (office)
		xlsx_write_text(out, row, column + COUNT(usual), "0", 0);
	else
		xlsx_write_text(out, row, column + COUNT(usual), "1", 0);
}

static void write_headings(struct xlsx_out *out, const struct workbook *w)
{
	size_t column = 0;

	for (size_t i = 0; i < GIVEN; i++)
		xlsx_write_text(out, 0, column++,
				workbook_find(w, given[i])->heading, 0);
	for (size_t i = 0; i < COUNT(usual); i++)
		xlsx_write_text(out, 0, column++,
				workbook_find(w, usual[i].place)->heading, 0);
	xlsx_write_text(out, 0, column,
			workbook_find(w, "business.external")->heading, 0);
}

static int make_file(struct ctx *cx, const struct workbook *w,
		     const char *const *lines)
{
	int fd = memfd_create("workbook", MFD_CLOEXEC);
	struct xlsx_out *out;

	assert_true(fd >= 0);
	assert_int_equal(xlsx_write_open(cx, fd, &out), ST_OK);
	xlsx_write_sheet(out, &(struct xlsx_sheet_setup) { .name = "A" });
	write_headings(out, w);
	for (size_t i = 0; i < LINES && lines[i]; i++)
		write_line(out, cx, i + 1, lines[i]);
	assert_int_equal(xlsx_write_end(out), ST_OK);
	return fd;
}

/* --- joining ------------------------------------------------------------- */

#define DRUG "医薬品製造業|医薬品製造販売業|5"
#define TOOL "医療機器製造業|医療機器製造業|6"
#define GAS "ガス業|ガス業|7"

struct joining {
	const char *name;
	const char *lines[LINES];
	/* "name:businesses" of the offices without a mistake; then how many
	 * have one, and what is said first: "row:message". */
	const char *offices;
	int64_t bad;
	const char *said;
};

static const struct joining joinings[] = {
	{ "one line, one office", { "A|T|" DRUG }, "A:1", 0, "" },
	{ "empty columns", { "A|T|" DRUG, "||" TOOL }, "A:2", 0, "" },
	{ "repeated columns", { "A|T|" DRUG, "A|T|" TOOL }, "A:2", 0, "" },
	{ "repeated in another width",
	  { "Ａ１|T１|" DRUG, "A 1|T1|" TOOL },
	  "Ａ１:2",
	  0,
	  "" },
	{ "another name", { "A|T|" DRUG, "B|T|" TOOL }, "A:1 B:1", 0, "" },
	{ "another town", { "A|T|" DRUG, "A|U|" TOOL }, "A:1 A:1", 0, "" },
	{ "a name alone goes on", { "A|T|" DRUG, "A||" TOOL }, "A:2", 0, "" },
	{ "the same number",
	  { "A|T|" DRUG "|7", "A|T|" TOOL "|7" },
	  "A:2",
	  0,
	  "" },
	{ "another number, the same name",
	  { "A|T|" DRUG "|7", "A|T|" TOOL "|8" },
	  "A:1 A:1",
	  0,
	  "" },
	{ "a number that comes later",
	  { "A|T|" DRUG, "B|T|" TOOL "|7", "||" GAS },
	  "A:1 B:2",
	  0,
	  "" },
	{ "standing apart",
	  { "A|T|" DRUG, "B|T|" TOOL, "A|T|" GAS },
	  "B:1 A:2",
	  0,
	  "4:apart" },
	{ "apart, with more lines behind",
	  { "A|T|" DRUG, "B|T|" TOOL, "A|T|" GAS, "||" TOOL, "C|T|" GAS },
	  "B:1 C:1 A:3",
	  0,
	  "4:apart" },
	{ "apart by number",
	  { "A|T|" DRUG "|1", "B|T|" TOOL "|2", "A|T|" GAS "|1" },
	  "B:1 A:2",
	  0,
	  "4:apart" },
	{ "twice the same business",
	  { "A|T|" DRUG, "||" DRUG, "B|T|" GAS },
	  "B:1",
	  1,
	  "3:office.twice" },
	{ "a business without an office",
	  { "||" DRUG, "A|T|" TOOL },
	  "A:1",
	  1,
	  "2:empty" },
	{ "an address without a name",
	  { "A|T|" DRUG, "|T|" TOOL },
	  "A:1",
	  1,
	  "3:empty" },
	{ "a mistake in the second business",
	  { "A|T|" DRUG, "||ガス業|見本業|2", "B|T|" GAS },
	  "B:1",
	  1,
	  "3:unknown" },
	{ "the kind may be missing",
	  { "A|T||医薬品製造販売業|3" },
	  "",
	  1,
	  "2:choose" },
};

static enum status take(void *arg, struct ctx *cx, struct office *o,
			enum import_match match)
{
	struct buf *offices = arg;

	(void)cx, (void)match;
	buf_printf(offices, "%s%s:%zu", offices->n ? " " : "", o->name,
		   o->nbusiness);
	return ST_OK;
}

/* The offices' names are widened by their form. */
static const char *narrow(struct ctx *cx, const char *text)
{
	struct buf b;

	buf_init(&b, cx);
	for (; *text; text++)
		if (strncmp(text, "Ａ", 3) == 0 ||
		    strncmp(text, "Ｂ", 3) == 0 ||
		    strncmp(text, "Ｃ", 3) == 0) {
			buf_char(&b, (char)('A' + text[2] - "Ａ"[2]));
			text += 2;
		} else {
			buf_char(&b, *text);
		}
	return b.text;
}

static void join(void **state)
{
	const struct joining *c = *state;
	struct ctx *cx = test_owner();
	const struct workbook_words words = {
		get_word, render_new(cx, "templates", false, false)
	};
	struct import_job job = { .w = workbook_new(cx, &words) };
	struct import_result r;
	struct buf offices;
	const char *said = "";

	job.fd = make_file(cx, job.w, c->lines);
	assert_int_equal(import_read(cx, &job, &r), ST_OK);
	assert_int_equal(r.bad, c->bad);
	for (size_t i = 0; i < r.nremarks && *said == '\0'; i++)
		if (*r.remarks[i].what.key)
			said = mem_printf(cx, "%lld:%s",
					  (long long)r.remarks[i].row,
					  r.remarks[i].what.key);
	assert_string_equal(said, c->said);
	/* Once more, to look at the offices. */
	buf_init(&offices, cx);
	job.apart = r.apart;
	job.take = take;
	job.arg = &offices;
	assert_int_equal(import_read(cx, &job, &r), ST_OK);
	assert_string_equal(narrow(cx, offices.text), narrow(cx, c->offices));
	(void)close(job.fd);
	ctx_end(cx);
}

/* Lines that stand apart must be known before anything is taken. */
static void apart(void **state)
{
	static const char *const lines[LINES] = { "A|T|" DRUG, "B|T|" TOOL,
						  "A|T|" GAS };
	struct ctx *cx = test_owner();
	const struct workbook_words words = {
		get_word, render_new(cx, "templates", false, false)
	};
	struct import_job job = { .w = workbook_new(cx, &words) };
	struct import_result r;
	struct buf offices;

	(void)state;
	buf_init(&offices, cx);
	job.fd = make_file(cx, job.w, lines);
	job.take = take;
	job.arg = &offices;
	assert_int_equal(import_read(cx, &job, &r), ST_RETRY);
	(void)close(job.fd);
	ctx_end(cx);
}

/* --- names that are the same --------------------------------------------- */

struct pair {
	const char *name, *a, *b;
	bool same;
};

static const struct pair pairs[] = {
	{ "the same", "見本", "見本", true },
	{ "blanks", "見本 支店", "見本　支店", true },
	{ "width", "Ａ１－２", "A1-2", true },
	{ "longer", "見本", "見本支店", false },
	{ "shorter", "見本支店", "見本", false },
	{ "nothing", "", "見本", false },
	{ "only blanks", " 　", "", true },
	{ "case", "a", "A", false },
	{ "broken text", "\xe8\xa6", "見", false },
};

static void same(void **state)
{
	const struct pair *c = *state;

	assert_int_equal(same_loosely(c->a, c->b), c->same);
}

/* --- the table of what was met
 * ------------------------------------------------
 */

static void seen(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct seen s;

	(void)state;
	seen_init(&s, cx);
	for (uint64_t i = 1; i <= 5000; i++)
		assert_int_equal(seen_put(&s, i * 1024, (int64_t)i), 0);
	for (uint64_t i = 1; i <= 5000; i++) {
		assert_int_equal(seen_put(&s, i * 1024, 9), (int64_t)i);
		assert_true(seen_has(&s, i * 1024));
	}
	assert_false(seen_has(&s, 7));
	ctx_end(cx);
}

int main(void)
{
	return RUN_ALL(SUITE(joinings, join), TEST(apart), SUITE(pairs, same),
		       TEST(seen));
}
