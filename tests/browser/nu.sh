#!/bin/bash
# nu.sh - the Nu HTML Checker over all pages that the tests kept, in one run.
# Prints ok or not ok for each: nu.sh FOLDER
set -u
cd "$(dirname "$0")" || exit 1
dir=$1
out=$dir/../log/nu.json
java -Xmx512m -jar node_modules/vnu-jar/build/dist/vnu.jar --exit-zero-always \
	--format json "$dir"/*.html 2>"$out"
[ -s "$out" ] || {
	echo "not ok - the checker did not run"
	exit 1
}
node - "$dir" "$out" <<'END'
const { readdirSync, readFileSync } = require('node:fs');
const [dir, out] = process.argv.slice(2);
const found = new Map();
for (const m of JSON.parse(readFileSync(out, 'utf8')).messages) {
	const page = decodeURIComponent((m.url ?? '').split('/').pop());
	// "info" without a subtype is no more than advice.
	if (m.type === 'info' && m.subType !== 'warning')
		continue;
	if (!found.has(page))
		found.set(page, []);
	found.get(page).push(`line ${m.lastLine}: ${m.message} ${(m.extract ?? '').replace(/\s+/g, ' ')}`);
}
let n = 0, bad = 0;
for (const page of readdirSync(dir).filter((f) => f.endsWith('.html'))) {
	const wrong = found.get(page) ?? [];
	console.log(`${wrong.length ? 'not ok' : 'ok'} ${++n} - valid HTML: ${page}`);
	for (const w of wrong.slice(0, 5))
		console.log(`#   ${w.slice(0, 300)}`);
	bad += wrong.length ? 1 : 0;
}
process.exit(bad ? 1 : 0);
END
