/* test_text_names.c - legal forms of companies, search keys. */
#include "text/company.h"
#include "text/searchkey.h"

#include "test.h"

struct form {
	const char *name, *s;
	const char *full; /* NULL: nothing to offer */
};

static const struct form forms[] = {
	{ "front", "（株）サンプル商事", "株式会社サンプル商事" },
	{ "behind", "サンプル商事（株）", "サンプル商事株式会社" },
	{ "middle", "サンプル（株）東支店", "サンプル株式会社東支店" },
	{ "half-width brackets", "(株)サンプル", "株式会社サンプル" },
	{ "mixed brackets", "（株)サンプル", "株式会社サンプル" },
	{ "square brackets", "［株］サンプル", "株式会社サンプル" },
	{ "one character", "㈱サンプル", "株式会社サンプル" },
	{ "one character behind", "サンプル㈱", "サンプル株式会社" },
	{ "square sign", "㍿サンプル", "株式会社サンプル" },
	{ "circled", "㊑サンプル", "株式会社サンプル" },
	{ "space between", "（株）　サンプル", "株式会社サンプル" },
	{ "space before", "サンプル （株）", "サンプル株式会社" },
	{ "spaces inside", "( 株 ) サンプル", "株式会社サンプル" },
	{ "other spaces stay", "㈱ サンプル　東", "株式会社サンプル　東" },
	{ "limited", "（有）見本堂", "有限会社見本堂" },
	{ "limited, sign", "㈲見本堂", "有限会社見本堂" },
	{ "general partnership", "（名）見本", "合名会社見本" },
	{ "limited partnership", "（資）見本", "合資会社見本" },
	{ "limited liability", "（同）見本", "合同会社見本" },
	{ "public foundation", "(公財)見本財団", "公益財団法人見本財団" },
	{ "public association", "（公社）見本協会", "公益社団法人見本協会" },
	{ "general foundation", "（一財）見本", "一般財団法人見本" },
	{ "general association", "（一社）見本", "一般社団法人見本" },
	{ "foundation", "（財）見本", "財団法人見本" },
	{ "foundation, sign", "㈶見本", "財団法人見本" },
	{ "association", "㈳見本", "社団法人見本" },
	{ "medical", "（医）見本会", "医療法人見本会" },
	{ "medical association", "（医社）見本会", "医療法人社団見本会" },
	{ "welfare", "（社福）見本会", "社会福祉法人見本会" },
	{ "welfare, short", "（福）見本会", "社会福祉法人見本会" },
	{ "school", "（学）見本学園", "学校法人見本学園" },
	{ "non-profit", "（特非）見本", "特定非営利活動法人見本" },
	{ "non-profit, Latin", "ＮＰＯ法人見本", "特定非営利活動法人見本" },
	{ "two in one", "（医）見本会・㈱サンプル",
	  "医療法人見本会・株式会社サンプル" },
	{ "already full", "株式会社サンプル", NULL },
	{ "other brackets", "サンプル（東京）", NULL },
	{ "longer word in brackets", "サンプル（株主）", NULL },
	{ "not closed", "（株サンプル", NULL },
	{ "not opened", "株）サンプル", NULL },
	{ "without brackets", "株サンプル", NULL },
	{ "empty", "", NULL },
};

static void form(void **state)
{
	const struct form *c = *state;
	struct ctx *cx = ctx_new(NULL);
	const char *full = company_full(cx, c->s);

	assert_int_equal(!full, !c->full);
	if (full) {
		assert_string_equal(full, c->full);
		assert_null(company_full(cx, full));
	}
	ctx_end(cx);
}

struct pair {
	const char *name, *a, *b;
	bool same;
};

static const struct pair pairs[] = {
	{ "empty and spaces", "", " 　\t", true },
	{ "width", "ＡＢＣ１２３", "abc123", true },
	{ "case", "Sample", "SAMPLE", true },
	{ "kana", "サンプル", "さんぷる", true },
	{ "half-width kana", "ｶﾞﾗｽ", "がらす", true },
	{ "combining voice", "か\xE3\x82\x99", "が", true },
	{ "voice counts", "かす", "がす", false },
	{ "space", "見本　太郎", "見本太郎", true },
	{ "long mark", "サーバー", "サーバ", true },
	{ "wave dash", "サ〜バ", "サーバ", true },
	{ "middle dot", "サンプル・ショップ", "サンプルショップ", true },
	{ "hyphens", "1-2‐3−4－5ー6", "123456", true },
	{ "sign of a company", "㈱見本", "(株)見本", true },
	{ "taka", "髙橋", "高橋", true },
	{ "saki, FA11", "山﨑", "山崎", true },
	{ "saki, 5D5C", "山嵜", "山崎", true },
	{ "hama", "濱口", "浜口", true },
	{ "hama, popular", "濵口", "浜口", true },
	{ "nabe", "渡邊", "渡辺", true },
	{ "nabe, other", "渡邉", "渡辺", true },
	{ "sai", "齋藤", "斉藤", true },
	{ "sai, other", "齊藤", "斎藤", true },
	{ "sawa", "澤田", "沢田", true },
	{ "hiro", "廣田", "広田", true },
	{ "koku", "國分", "国分", true },
	{ "so", "曾根", "曽根", true },
	{ "yoshi", "𠮷野家", "吉野家", true },
	{ "compatibility ideograph", "\xEF\xA8\x99", "神", true },
	{ "selector", "葛\xF3\xA0\x84\x80城", "葛城", true },
	{ "small ke", "霞ヶ関", "霞が関", true },
	{ "large ke", "霞ケ関", "霞が関", true },
	{ "ga, katakana", "霞ガ関", "霞ヶ関", true },
	{ "small ka", "一ヵ月", "一ヶ月", true },
	{ "begun", "霞ヶ", "霞が", true },
	{ "ke of a word", "ケア", "ガア", false },
	{ "ke behind a kanji", "日本ケミカル", "日本ガミカル", false },
	{ "different kanji", "大田", "太田", false },
	{ "different words", "見本", "見本会", false },
	{ "small tsu counts", "もっと", "もつと", false },
	{ "longest expansion", "\xEF\xB7\xBA", "صلى الله عليه وسلم", true },
	{ "broken UTF-8", "\xFF", "\xFE", true },
};

static void pair(void **state)
{
	const struct pair *c = *state;
	struct ctx *cx = ctx_new(NULL);
	const char *a = text_key(cx, c->a), *b = text_key(cx, c->b);

	if (c->same)
		assert_string_equal(a, b);
	else
		assert_string_not_equal(a, b);
	ctx_end(cx);
}

static void key_itself(void **state)
{
	struct ctx *cx = ctx_new(NULL);

	(void)state;
	assert_string_equal(text_key(cx, "ＳＡＭＰＬＥ・サービス　㈱"),
			    "sampleさびす(株)");
	ctx_end(cx);
}

/* The table is searched by halves: what is out of order is never found. */
static void kanji(void **state)
{
	size_t changed = 0;

	(void)state;
	for (uint32_t cp = 1; cp <= 0x3FFFF; cp++) {
		uint32_t usual = kanji_usual(cp);

		assert_int_equal(kanji_usual(usual), usual);
		changed += usual != cp;
	}
	assert_int_equal(changed, 265);
}

struct core {
	const char *name, *s, *key;
};

static const struct core cores[] = {
	{ "in front", "株式会社サンプル商事", "さんぷる商事" },
	{ "short", "（株）サンプル商事", "さんぷる商事" },
	{ "behind stays", "サンプル商事株式会社", "さんぷる商事株式会社" },
	{ "the longest goes", "医療法人社団見本会", "見本会" },
	{ "its beginning alone", "医療法人見本会", "見本会" },
	{ "nothing else", "株式会社", "株式会社" },
	{ "none", "見本太郎", "見本太郎" },
	{ "empty", "", "" },
};

static void core(void **state)
{
	const struct core *c = *state;
	struct ctx *cx = ctx_new(NULL);

	assert_string_equal(company_key(cx, c->s), c->key);
	ctx_end(cx);
}

struct sought {
	const char *name, *s;
	bool anywhere;
	const char *pattern;
};

static const struct sought patterns[] = {
	{ "begins", "サンプル", false, "さんぷる%" },
	{ "anywhere", "サンプル", true, "%さんぷる%" },
	{ "signs mean themselves", "5%_\\", false, "5\\%\\_\\\\%" },
	{ "nothing typed", "", true, "" },
	{ "nothing left of it", " 　・", false, "" },
};

static void sought(void **state)
{
	const struct sought *c = *state;
	struct ctx *cx = ctx_new(NULL);

	assert_string_equal(text_key_like(cx, c->s, c->anywhere), c->pattern);
	ctx_end(cx);
}

int main(void)
{
	return RUN_ALL(SUITE(forms, form), SUITE(pairs, pair), TEST(key_itself),
		       TEST(kanji), SUITE(cores, core),
		       SUITE(patterns, sought));
}
