// build.js - makes the tables in sql/data that come from public packages:
//
//	npm ci && node build.js
//
// The result is under version control, so nobody needs this to build or run
// Sesshu. Same packages, same bytes.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";

import { cities, postal, postalDate, prefectures } from "./place.js";

const from = new URL("node_modules", import.meta.url).pathname;
const to = new URL("../../sql/data/", import.meta.url).pathname;

// No application is older than the law on which they rest.
const FIRST_HOLIDAY = "2013-01-01";

function tsv(rows) {
	const names = Object.keys(rows[0]);
	const lines = rows.map((r) => names.map((n) => r[n]).join("\t"));

	return [names.join("\t"), ...lines, ""].join("\n");
}

function holidays() {
	const all = createRequire(import.meta.url)("@holiday-jp/holiday_jp");

	return Object.values(all.holidays)
		.map(({ date, name }) => ({ day: String(date).slice(0, 10), name }))
		.filter(({ day }) => day >= FIRST_HOLIDAY)
		.sort((a, b) => (a.day < b.day ? -1 : 1));
}

// The rows of the stamp file that are not ours stay.
function stamp(dates) {
	const [head, ...lines] = readFileSync(`${to}stamp.tsv`, "utf8")
		.trimEnd().split("\n");
	const done = lines.map((l) => {
		const [name, , source] = l.split("\t");

		return name in dates ? [name, dates[name], source].join("\t") : l;
	});

	writeFileSync(`${to}stamp.tsv`, [head, ...done, ""].join("\n"));
}

function write(name, rows) {
	const text = tsv(rows);

	if (name.endsWith(".gz"))
		writeFileSync(to + name, gzipSync(text, { level: 9 }));
	else
		writeFileSync(to + name, text);
	console.log(`${name}: ${rows.length} rows`);
}

const prefs = prefectures(from);
const places = cities(from);
const codes = postal(from, prefs, places);
const date = postalDate(from);

write("prefecture.tsv", prefs);
write("city.tsv", places);
write("postal-town.tsv.gz", codes.filter((c) => c.kind === 0));
write("postal-office.tsv.gz", codes.filter((c) => c.kind === 1));
write("holiday.tsv", holidays());
stamp({
	prefecture: date, city: date, postal_town: date, postal_office: date,
});
