// missing.mjs - offices without an institution: the list of a desk, the page on
// which the business settles them; the jobs of the worker.
import { at, end, equal, fill, goto, lookOnce as look, press, says, sql } from
	'./lib.mjs';
import { officer, registered, sender } from './lib/people.mjs';

// A registered one of three offices, two of them without an institution: its
// number and its public id.
function business() {
	let p = 0;
	const [app] = registered(1, 3, (id) => {
		p = id;
		sql(`UPDATE office o JOIN application p ON p.sent = o.version
		        SET o.inst_secured = IF(o.number = 3, 'yes', 'no'),
		            o.inst_plan = '近くの病院と<b>相談中' WHERE p.id = ${id}`);
	});
	return [p, app];
}

const admin = await officer(false, 'administrator');
await goto(admin, '/admin/jobs');
await look(admin, 'jobs');
await admin.getByRole('button', { name: 'メールの送信' }).click();
at(admin, '/admin/jobs', 'a job is asked for by its own button');
await look(admin, 'jobs-asked');

for (const script of [false, true]) {
	const [p, app] = business();

	const desk = await officer(script, 'registrar');
	await goto(desk, '/tokutei/missing');
	await look(desk, 'missing-list');
	await fill(desk, { q: `B-${p}` });
	await press(desk, 'この条件で探す');
	await says(desk, `B-${p}`);
	await look(desk, 'missing-list-one');

	const page = await sender(script, app);
	await goto(page, '/registered/missing');
	await look(page, 'missing');
	await press(page, '選んだ事業所に入れる');
	await look(page, 'missing-errors');
	await page.locator('[type=checkbox][name^="office."]').first().check();
	await fill(page, { 'inst.name': '見本病院', 'inst.kana': 'みほんびょういん',
		'inst.at.zip': '1008916', 'inst.tel': '0311112222' });
	await page.locator('button[value="zip:inst.at"]').click();
	await page.waitForFunction(() =>
		document.querySelector('[name="inst.at.pref"]').value === '13');
	await fill(page, { 'inst.at.town': '霞が関１－２－２' });
	await press(page, '選んだ事業所に入れる');
	await says(page, '1件の事業所に医療機関を入れました');
	await look(page, 'missing-settled');
	equal(sql(`SELECT COUNT(*) FROM office o JOIN application c ON c.draft = o.version
		WHERE c.parent = ${p} AND o.inst_name = '見本病院'`), '1',
		'it is in the draft');
}
await end();
