/* test_master_town.c - towns out of the records of Japan Post. */
#include "master/town.h"

#include "test.h"

struct record {
	const char *name, *town, *kana, *city;
	size_t n;
	const char *first, *first_kana, *last;
};

static const struct record records[] = {
	{ "a plain name", "旭ケ丘", "ｱｻﾋｶﾞｵｶ", "札幌市中央区", 1, "旭ケ丘",
	  "あさひがおか", "旭ケ丘" },
	{ "full-width kana", "旭ケ丘", "アサヒガオカ", "札幌市中央区", 1,
	  "旭ケ丘", "あさひがおか", "旭ケ丘" },
	{ "anything else", "以下に掲載がない場合", "ｲｶﾆｹｲｻｲｶﾞﾅｲﾊﾞｱｲ",
	  "千代田区", 1, "", "", "" },
	{ "a house number follows", "小菅村の次に番地がくる場合",
	  "ｺｽｹﾞﾑﾗﾉﾂｷﾞﾆﾊﾞﾝﾁｶﾞｸﾙﾊﾞｱｲ", "北都留郡小菅村", 1, "", "", "" },
	{ "a house number from 664", "小菅村の次に６６４番地以降がくる場合",
	  "ｺｽｹﾞﾑﾗﾉﾂｷﾞﾆ664ﾊﾞﾝﾁｲｺｳｶﾞｸﾙﾊﾞｱｲ", "北都留郡小菅村", 1, "", "", "" },
	{ "the whole village", "利島村一円", "ﾄｼﾏﾑﾗｲﾁｴﾝ", "利島村", 1, "", "",
	  "" },
	{ "a town of that name", "一円", "ｲﾁｴﾝ", "犬上郡多賀町", 1, "一円",
	  "いちえん", "一円" },
	{ "blocks", "大通西（１～１９丁目）", "ｵｵﾄﾞｵﾘﾆｼ(1-19ﾁｮｳﾒ)",
	  "札幌市中央区", 1, "大通西", "おおどおりにし", "大通西" },
	{ "the other wave dash", "大通西（１〜１９丁目）", "ｵｵﾄﾞｵﾘﾆｼ(1-19ﾁｮｳﾒ)",
	  "札幌市中央区", 1, "大通西", "おおどおりにし", "大通西" },
	{ "a list with exceptions",
	  "西瑞江（４丁目１～２番・１０～２７番、５丁目）",
	  "ﾆｼﾐｽﾞｴ(4ﾁｮｳﾒ1-2ﾊﾞﾝ､10-27ﾊﾞﾝ､5ﾁｮｳﾒ)", "江戸川区", 1, "西瑞江",
	  "にしみずえ", "西瑞江" },
	{ "a floor", "霞が関霞が関ビル（１０階）", "ｶｽﾐｶﾞｾｷｶｽﾐｶﾞｾｷﾋﾞﾙ(10ｶｲ)",
	  "千代田区", 1, "霞が関霞が関ビル１０階",
	  "かすみがせきかすみがせきびる１０かい", "霞が関霞が関ビル１０階" },
	{ "no floor", "霞が関霞が関ビル（地階・階層不明）",
	  "ｶｽﾐｶﾞｾｷｶｽﾐｶﾞｾｷﾋﾞﾙ(ﾁｶｲ･ｶｲｿｳﾌﾒｲ)", "千代田区", 1, "霞が関霞が関ビル",
	  "かすみがせきかすみがせきびる", "霞が関霞が関ビル" },
	{ "two brackets", "名駅ミッドランドスクエア（高層棟）（４７階）",
	  "ﾒｲｴｷﾐｯﾄﾞﾗﾝﾄﾞｽｸｴｱ(ｺｳｿｳﾄｳ)(47ｶｲ)", "名古屋市中村区", 1,
	  "名駅ミッドランドスクエア４７階",
	  "めいえきみっどらんどすくえあ４７かい",
	  "名駅ミッドランドスクエア４７階" },
	{ "a bracket that stays open", "大町（上、", "ｵｵﾏﾁ(ｳｴ､", "見本市", 1,
	  "大町", "おおまち", "大町" },
	{ "a numbered part", "杉名畑４４地割", "ｽｷﾞﾅﾊﾀ44ﾁﾜﾘ", "和賀郡西和賀町",
	  1, "杉名畑４４地割", "すぎなはた４４ちわり", "杉名畑４４地割" },
	{ "a range of parts", "種市第１５地割～第２１地割",
	  "ﾀﾈｲﾁﾀﾞｲ15ﾁﾜﾘ-ﾀﾞｲ21ﾁﾜﾘ", "九戸郡洋野町", 1, "種市", "たねいち",
	  "種市" },
	{ "a range without 第", "湯田１地割～２地割", "ﾕﾀﾞ1ﾁﾜﾘ-2ﾁﾜﾘ",
	  "和賀郡西和賀町", 1, "湯田", "ゆだ", "湯田" },
	{ "nothing but a range", "第１地割～第４地割", "ﾀﾞｲ1ﾁﾜﾘ-ﾀﾞｲ4ﾁﾜﾘ",
	  "下閉伊郡普代村", 1, "", "", "" },
	{ "two names", "甲、乙（大木戸）", "ｺｳ､ｵﾂ(ｵｵｷﾄﾞ)", "見本市", 2, "甲",
	  "こう", "乙" },
	{ "two names, one reading", "甲、乙", "ｺｳｵﾂ", "見本市", 2, "甲", "",
	  "乙" },
	{ "nothing", "", "", "", 1, "", "", "" },
};

static void reads_towns(void **state)
{
	const struct record *c = *state;
	struct ctx *cx = ctx_new(NULL);
	struct town *list;

	assert_int_equal(town_read(cx, &(struct town) { c->town, c->kana },
				   c->city, &list),
			 c->n);
	assert_string_equal(list[0].name, c->first);
	assert_string_equal(list[0].kana, c->first_kana);
	assert_string_equal(list[c->n - 1].name, c->last);
	ctx_end(cx);
}

int main(void)
{
	RUN_CASES(records, reads_towns);
}
