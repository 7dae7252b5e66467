/* test_master_kenall.c - records of Japan Post's files become places. */
#include <string.h>

#include "base/buf.h"
#include "master/kenall.h"

#include "test.h"

#define MOST 4

struct records {
	const char *name;
	const char *lines[MOST]; /* columns between | */
	bool taken, complete;
	const char *places; /* zip city town kana detail office, one a line */
	const char *cities;
};

#define PREF "ﾄｳｷｮｳﾄ"
#define TOWN(city, zip, kana, name, change)                                    \
	city "|100  |" zip "|" PREF "|ﾐﾎﾝｼ|" kana "|東京都|見本市|" name       \
	     "|0|0|0|0|" change "|0"
#define OFFICE(city, zip, town, detail, office, change)                        \
	city "|ｶﾅ|" office "|東京都|見本市|" town "|" detail "|" zip           \
	     "|100  |見本|0|0|" change

static const struct records cases[] = {
	{ "one town",
	  { TOWN("13101", "1000013", "ｶｽﾐｶﾞｾｷ", "霞が関", "0") },
	  true,
	  true,
	  "1000013 131016 霞が関 かすみがせき - -\n",
	  "131016 見本市 みほんし\n" },
	{ "in order, each once",
	  { TOWN("13103", "1050002", "ｱﾀｺﾞ", "愛宕", "0"),
	    TOWN("13101", "1000013", "ｶｽﾐｶﾞｾｷ", "霞が関（１丁目）", "0"),
	    TOWN("13101", "1000013", "ｶｽﾐｶﾞｾｷ", "霞が関（２丁目）", "0") },
	  true,
	  true,
	  "1000013 131016 霞が関 かすみがせき - -\n"
	  "1050002 131032 愛宕 あたご - -\n",
	  "131016 見本市 みほんし\n131032 見本市 みほんし\n" },
	{ "two towns of one code",
	  { TOWN("13101", "0720819", "ｱｶﾏﾁ", "赤町", "0"),
	    TOWN("13101", "0720819", "ｱｵﾏﾁ", "青町", "0") },
	  true,
	  true,
	  "0720819 131016 青町 あおまち - -\n"
	  "0720819 131016 赤町 あかまち - -\n",
	  "131016 見本市 みほんし\n" },
	{ "one town on three records",
	  { TOWN("13101", "6028368", "ｷﾀﾏﾁ(ｱ､", "北町（い、", "0"),
	    TOWN("13101", "6028368", "ｲ､", "ろ、", "0"),
	    TOWN("13101", "6028368", "ｳ)", "は）", "0") },
	  true,
	  true,
	  "6028368 131016 北町 きたまち - -\n",
	  "131016 見本市 みほんし\n" },
	{ "split, but not its reading",
	  { TOWN("13101", "6028368", "ｷﾀﾏﾁ", "北町（い、", "0"),
	    TOWN("13101", "6028368", "ｷﾀﾏﾁ", "ろ）", "0") },
	  true,
	  true,
	  "6028368 131016 北町 きたまち - -\n",
	  "131016 見本市 みほんし\n" },
	{ "another code while a town is open",
	  { TOWN("13101", "6028368", "ｷﾀﾏﾁ", "北町（い、", "0"),
	    TOWN("13101", "6028369", "ｷﾀﾏﾁ", "ろ）", "0") },
	  false,
	  false,
	  "",
	  "" },
	{ "the end while a town is open",
	  { TOWN("13101", "6028368", "ｷﾀﾏﾁ", "北町（い、", "0") },
	  true,
	  false,
	  "",
	  "" },
	{ "an abolished code",
	  { TOWN("13101", "1000013", "ｶｽﾐｶﾞｾｷ", "霞が関", "2") },
	  true,
	  true,
	  "",
	  "" },
	{ "a code of six digits",
	  { TOWN("13101", "100001", "ｶｽﾐｶﾞｾｷ", "霞が関", "0") },
	  false,
	  true,
	  "",
	  "" },
	{ "a municipality of four digits",
	  { TOWN("1310", "1000013", "ｶｽﾐｶﾞｾｷ", "霞が関", "0") },
	  false,
	  true,
	  "",
	  "" },
	{ "other columns further down",
	  { TOWN("13101", "1000013", "ｶｽﾐｶﾞｾｷ", "霞が関", "0"), "13101|x" },
	  false,
	  true,
	  "1000013 131016 霞が関 かすみがせき - -\n",
	  "131016 見本市 みほんし\n" },
	{ "large offices",
	  { OFFICE("13101", "1008916", "霞が関", "１丁目２－２", "見本省", "0"),
	    OFFICE("13101", "1008000", "霞が関", "１（見本郵便局私書箱第２号）",
		   "サンプル商事", "1"),
	    OFFICE("13101", "1008001", "霞が関", "３（見本ビル）",
		   "サンプル商事", "0"),
	    OFFICE("13101", "1008002", "霞が関", "４", "見本庁", "5") },
	  true,
	  true,
	  "1008000 131016 霞が関 - １ サンプル商事\n"
	  "1008001 131016 霞が関 - ３（見本ビル） サンプル商事\n"
	  "1008916 131016 霞が関 - １丁目２－２ 見本省\n",
	  "" },
	{ "a large office without a name",
	  { OFFICE("13101", "1008916", "霞が関", "１", "", "0") },
	  false,
	  true,
	  "",
	  "" },
};

static size_t split(struct ctx *cx, const char *line, const char **columns)
{
	size_t n = 0;

	for (const char *p = line;; p++) {
		size_t length = strcspn(p, "|");

		columns[n++] = mem_text_n(cx, p, length);
		p += length;
		if (*p == '\0')
			return n;
	}
}

static const char *dash(const char *s)
{
	return *s ? s : "-";
}

static void reads_records(void **state)
{
	const struct records *c = *state;
	struct ctx *cx = ctx_new(NULL);
	const char *columns[16];
	struct kenall k = { .cx = cx };
	struct buf places, cities;
	bool taken = true;

	for (size_t i = 0; taken && i < MOST && c->lines[i]; i++) {
		size_t n = split(cx, c->lines[i], columns);

		taken = (i > 0 || kenall_start(&k, cx, n)) &&
			kenall_take(&k, columns, n);
	}
	assert_int_equal(taken, c->taken);
	assert_int_equal(kenall_finish(&k), c->complete);
	buf_init(&places, cx);
	buf_init(&cities, cx);
	for (size_t i = 0; c->complete && i < k.nplaces; i++)
		buf_printf(&places, "%s %s %s %s %s %s\n", k.places[i].zip,
			   k.places[i].city, dash(k.places[i].town),
			   dash(k.places[i].kana), dash(k.places[i].detail),
			   dash(k.places[i].office));
	for (size_t i = 0; c->complete && i < k.ncities; i++)
		buf_printf(&cities, "%s %s %s\n", k.cities[i].code,
			   k.cities[i].name, k.cities[i].kana);
	assert_string_equal(places.text, c->places);
	assert_string_equal(cities.text, c->cities);
	ctx_end(cx);
}

static void knows_its_files(void **state)
{
	struct ctx *cx = ctx_new(NULL);
	struct kenall k;

	(void)state;
	assert_true(kenall_start(&k, cx, 13) && k.offices);
	assert_true(kenall_start(&k, cx, 15) && !k.offices);
	assert_false(kenall_start(&k, cx, 14));
	assert_false(kenall_start(&k, cx, 1));
	ctx_end(cx);
}

int main(void)
{
	return RUN_ALL(SUITE(cases, reads_records), TEST(knows_its_files));
}
