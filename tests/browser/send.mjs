// send.mjs - what comes before and after sending: questions, what blocks, the
// receipt, one's own application, copies of mandates; every state looked at.
import { writeFileSync } from 'node:fs';
import { at, browser, end, equal, goto, look, mailTo, ok, press, says, someone,
	sql } from './lib.mjs';

// Sends the form of a page with these values, without its lists' help: other
// tests press those buttons.
async function store(page, path, act, values) {
	await goto(page, path);
	const form = await page.evaluate(() => Object.fromEntries(
		new FormData(document.querySelector('form.form'))));
	const answer = await page.request.post(path, { maxRedirects: 0,
		form: { ...form, act, ...values }, headers: {
			Origin: new URL(page.url()).origin, 'Sec-Fetch-Site': 'same-origin' } });
	equal(answer.status(), 303, `${path} is stored`);
}

const applicant = {
	consent: '1', name: 'サンプル商事株式会社', kana: 'さんぷるしょうじ',
	chief: '見本太郎', chief_kana: 'みほんたろう', 'at.zip': '1008916',
	'at.pref': '13', 'at.city': '131016', 'at.town': '霞が関１－２－２',
	tel: '0312345678', note1: '許可第１号', physician: 'yes', plan: 'yes',
};
const office = {
	name: '霞が関支店', kana: 'かすみがせきしてん', 'at.zip': '1008916',
	'at.pref': '13', 'at.city': '131016', 'at.town': '霞が関１－２－２',
	tel: '0312345678', 'business.0.type': 'T02', 'business.0.detail1': 'T02-01',
	'business.0.own': '20', 'business.0.external': '0', 'inst.secured': 'yes',
	'inst.name': '見本病院', 'inst.kana': 'みほんびょういん',
	'inst.at.zip': '1008916', 'inst.at.pref': '13', 'inst.at.city': '131016',
	'inst.at.town': '霞が関３－１', 'inst.tel': '0311112222',
};

// A draft that can be sent, and its page open.
async function draft(page, changed = {}) {
	const mail = someone('send');

	await goto(page, '/account/start');
	await page.locator('[name="mail"]').fill(mail);
	await page.locator('[name="again"]').fill(mail);
	await press(page, '送信');
	await goto(page, (await mailTo(mail)).links[0]);
	await store(page, '/tokutei/founder', 'save', { founder: 'private' });
	await store(page, '/tokutei/applicant', 'save', { ...applicant, ...changed });
	await store(page, '/tokutei/office', 'save', office);
	return mail;
}

async function questions(page) {
	await draft(page, { note1: '1234567890123', tel: '031234567890',
		'at.zip': '1000001', 'at.pref': '14', 'at.city': '141011',
		mail: 'someone@gmial.com' });
	await store(page, '/tokutei/office', 'save', { ...office,
		name: 'とても長い名前を持っているためにどこかで折り返さなければならない見本の事業所'.repeat(2),
		staff: '5', 'business.0.own': '20', 'inst.secured': 'no',
		'inst.plan': '相談中' });
	await goto(page, '/tokutei/confirm');
	await look(page, 'confirm-questions');
	await press(page, 'この内容で申請する');
	at(page, '/tokutei/confirm', 'without ticks it is not sent');
	await look(page, 'confirm-errors');
	ok(await page.evaluate(() => document.activeElement.id === 'errors'),
		'the focus is on the summary');
	for (const box of await page.locator('main input[type=checkbox]').all())
		await box.check();
	await press(page, 'この内容で申請する');
	at(page, '/tokutei/complete', 'with them it is');
	await look(page, 'complete');
	await says(page, '申請を受け付けました');
	await goto(page, '/tokutei/home');
	await look(page, 'home-submitted');
	await press(page, '申請の内容を見る');
	await look(page, 'application');
	await page.emulateMedia({ media: 'print' });
	await look(page, 'application-paper');
	await page.emulateMedia({ media: 'screen' });
	await press(page, '霞が関支店');
	await look(page, 'application-office');
	const [pdf] = await Promise.all([page.waitForEvent('download'),
		page.evaluate(() => { location.href = '/tokutei/application?pdf=1'; })]);
	ok(/^T-\d{8}-\d{7}\.pdf$/.test(pdf.suggestedFilename()), 'the PDF has a name');
	await goto(page, '/tokutei/confirm');
	equal(page.answer.status(), 409, 'what was sent is not sent again');
	await look(page, 'confirm-sent');
}

async function agency(page) {
	const file = `${process.env.OUT}/mandate.pdf`;

	await draft(page, { agency: '1', agency_physician: '1', agency_plan: '1' });
	await goto(page, '/tokutei/home');
	await look(page, 'home-ready');
	await goto(page, '/tokutei/confirm');
	await look(page, 'confirm-blocked');
	await press(page, 'この内容で申請する');
	await look(page, 'confirm-blocked-errors');
	await goto(page, '/tokutei/attachment');
	await look(page, 'attachment');
	await press(page, 'この写しを付ける');
	await look(page, 'attachment-errors');
	writeFileSync(file, '%PDF-1.4 sample');
	await page.locator('[name="file"]').setInputFiles(file);
	await press(page, 'この写しを付ける');
	await says(page, '写しを保存しました');
	await look(page, 'attachment-added');
	await press(page, '削除');
	await says(page, '写しを削除しました');
}

for (const script of [true, false]) {
	await questions(await browser({ script }));
	await agency(await browser({ script }));
}
equal(sql("SELECT COUNT(*) FROM application WHERE receipt IS NOT NULL AND mail LIKE 'send.%'") >= 2,
	true, 'two were sent');
await end();
