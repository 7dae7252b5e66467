// offices.mjs - what the pages of the offices show and hide, with scripts and
// without: conditions, calculator, several places of a postal code, the list.
import { at, browser, click, end, equal, fill, goto, look, ok, press, pressAct,
	says, sesshuctl, submit } from './lib.mjs';
import { choose } from './lib/draft.mjs';

// A draft with a few offices, as anybody may make one on the host.
function draft() {
	const told = sesshuctl('demo');
	return told.match(/http\S+/)[0];
}

// What the first browser typed on its way waits for the second one.
async function clear(page) {
	await goto(page, '/tokutei/office');
	await pressAct(page, 'clear');
	await look(page, 'office-clear');
	await pressAct(page, 'clear_yes');
}

async function conditions(page) {
	const name = page.locator('[name="inst.name"]');
	const plan = page.locator('[name="inst.plan"]');
	ok(!await name.isVisible() && !await plan.isVisible(),
		'nothing is asked of the institution before its answer');
	await choose(page, 'inst.secured', 'yes');
	ok(await name.isVisible() && !await plan.isVisible(), 'secured: its name');
	await choose(page, 'inst.secured', 'no');
	ok(!await name.isVisible() && await plan.isVisible(), 'open: the plan');
	await look(page, 'office-open');
}

async function places(page) {
	await fill(page, { 'at.zip': '498-0000' });
	await pressAct(page, 'zip:at');
	await look(page, 'office-places');
	await page.getByLabel('愛知県弥富市').check();
	await pressAct(page, 'pick:at');
	equal(await page.locator('[name="at.city"]').inputValue(), '232351',
		'the place that was picked');
}

async function calculator(page) {
	await pressAct(page, 'calc:business.0.own');
	at(page, '/tokutei/fulltime');
	await look(page, 'fulltime');
	await submit(page);
	await look(page, 'fulltime-errors');
	await fill(page, { hours: '40', 'pattern.0.people': '5',
		'pattern.0.hours': '9' });
	await pressAct(page, 'add:pattern');
	await fill(page, { 'pattern.1.people': '10', 'pattern.1.hours': '10' });
	await pressAct(page, 'count');
	await says(page, '3.625', 'the sum before rounding');
	await look(page, 'fulltime-result');
	await pressAct(page, 'use');
	at(page, '/tokutei/office');
	equal(await page.locator('[name="business.0.own"]').inputValue(), '4',
		'the number is taken over');
	await look(page, 'office-calculated');
}

async function list(page) {
	await goto(page, '/tokutei/offices');
	await look(page, 'offices');
	await goto(page, '/tokutei/offices?inst=no&sort=persons');
	await look(page, 'offices-filtered');
	await goto(page, '/tokutei/offices?q=%23%23');
	await look(page, 'offices-nothing');
	await goto(page, '/tokutei/removal');
	await look(page, 'removal-all');
	await fill(page, { word: 'はい' });
	await pressAct(page, 'remove_all');
	await look(page, 'removal-wrong');
	await goto(page, '/tokutei/offices');
	await click(page, page.locator('a[href*="removal?id="]'));
	await look(page, 'removal-one');
}

async function lookup(page) {
	for (const [name, ask] of Object.entries({ none: '', zip: '?zip=4980000',
		wrong: '?zip=12', city: '?pref=13&city=131016' })) {
		await goto(page, `/tokutei/place${ask}`);
		await look(page, `place-${name}`);
	}
}

async function applicant(page) {
	await goto(page, '/tokutei/applicant');
	await fill(page, { name: '㈱サンプル' });
	await press(page, '保存して次へ進む');
	await says(page, '「株式会社サンプル」に直して次へ進む',
		'a short legal form is asked about');
	await look(page, 'applicant-short');
	await goto(page, '/tokutei/founder');
	await fill(page, { founder: 'public' });
	await press(page, '保存して次へ進む');
	await look(page, 'applicant-public');
}

const link = draft();
for (const script of [true, false]) {
	const page = await browser({ script });
	await goto(page, link);
	at(page, '/tokutei/offices', 'the draft is opened where it was left');
	await clear(page);
	await conditions(page);
	await places(page);
	await calculator(page);
	await list(page);
	if (script)
		await lookup(page);
	else
		await applicant(page);
}
await end();
