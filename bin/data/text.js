// text.js - how names of places are tidied; lib/master/kenall.c does the same
// for files that come straight from Japan Post.

// Check digit of a municipality code: weights 6 5 4 3 2, modulus 11.
export function cityCode(five) {
	const sum = [...five].reduce((s, d, i) => s + Number(d) * (6 - i), 0);

	return five + (11 - (sum % 11)) % 10;
}

// Half-width kana become hiragana; digits, letters and hyphens full-width.
export function hiragana(kana) {
	return kana.normalize("NFKC")
		.replace(/[\u30a1-\u30f6]/g, (c) => shift(c, -0x60))
		.replace(/[!-~]/g, (c) => shift(c, 0xfee0));
}

const shift = (c, by) => String.fromCodePoint(c.codePointAt(0) + by);

// Some texts in the town column are instructions, not names.
const NO_TOWN = /^以下に掲載がない場合$|の次に.*番地.*がくる場合$/;

export function clean({ town, kana, at, office }) {
	if (NO_TOWN.test(town))
		town = kana = "";
	return {
		town: town.replace(/（.*?）/g, ""),
		town_kana: hiragana(kana.replace(/\(.*?\)/g, "")),
		detail: at.replace(/（[^（]*(私書箱|郵便局留)[^）]*）/g, ""),
		office,
	};
}
