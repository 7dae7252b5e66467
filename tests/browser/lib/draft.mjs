// draft.mjs - an application on its way, as applicants fill it in.
import { at, equal, fill, goto, mailTo, press, pressAct, someone } from '../lib.mjs';

export const applicant = {
	consent: '1', name: 'サンプル商事株式会社', kana: 'さんぷるしょうじ',
	chief: '見本太郎', chief_kana: 'みほんたろう', 'at.zip': '1008916',
	'at.pref': '13', 'at.city': '131016', 'at.town': '霞が関１－２－２',
	tel: '0312345678', note1: '許可第１号', physician: 'yes', plan: 'yes',
};
export const office = {
	name: '霞が関支店', kana: 'かすみがせきしてん', 'at.zip': '1008916',
	'at.pref': '13', 'at.city': '131016', 'at.town': '霞が関１－２－２',
	tel: '0312345678', 'business.0.type': 'T02', 'business.0.detail1': 'T02-01',
	'business.0.own': '20', 'business.0.external': '0', 'inst.secured': 'yes',
	'inst.name': '見本病院', 'inst.kana': 'みほんびょういん',
	'inst.at.zip': '1008916', 'inst.at.pref': '13', 'inst.at.city': '131016',
	'inst.at.town': '霞が関３－１', 'inst.tel': '0311112222',
};

// A file that is taken for a PDF.
export const pdf = (name) => ({ name, mimeType: 'application/pdf',
	buffer: Buffer.from('%PDF-1.4 sample') });

// From the page of newcomers by the mailed link to the first page of the form;
// the address.
export async function begin(page, word) {
	const mail = someone(word);
	await goto(page, '/account/start');
	await fill(page, { mail, again: mail });
	await press(page, '送信');
	await goto(page, (await mailTo(mail)).links[0]);
	return mail;
}

// Sends the form of a page with these values, without its lists' help: other
// tests press those buttons.
export async function store(page, path, values) {
	await goto(page, path);
	const form = await page.evaluate(() => Object.fromEntries(
		new FormData(document.querySelector('form.form'))));
	const answer = await page.request.post(path, { maxRedirects: 0,
		form: { ...form, act: 'save', ...values }, headers: {
			Origin: new URL(page.url()).origin, 'Sec-Fetch-Site': 'same-origin' } });
	equal(answer.status(), 303, `${path} is stored`);
}

// A draft that can be sent; the address. More: values of the applicant, of the
// office.
export async function draft(page, word, ofApplicant = {}, ofOffice = {}) {
	const mail = await begin(page, word);
	await store(page, '/tokutei/founder', { founder: 'private' });
	await store(page, '/tokutei/applicant', { ...applicant, ...ofApplicant });
	await store(page, '/tokutei/office', { ...office, ...ofOffice });
	return mail;
}

// The check page, with all ticks that it asks for, is sent.
export async function send(page) {
	for (const box of await page.locator('main input[type=checkbox]').all())
		await box.check();
	await press(page, 'この内容で申請する');
	at(page, '/tokutei/complete', 'the application is sent');
}

// The postal code fills the rest of the address, in place or by its button.
export async function findAddress(page, part, zip) {
	await fill(page, { [`${part}.zip`]: zip });
	if (!page.script) {
		await pressAct(page, `zip:${part}`);
		return;
	}
	await page.locator(`button[value="zip:${part}"]`).click();
	await page.waitForFunction((name) =>
		document.getElementsByName(name)[0].value !== '', `${part}.city`);
}

// A radio on which other fields hang: without scripts a button shows them.
export async function choose(page, name, value) {
	await fill(page, { [name]: value });
	if (!page.script)
		await pressAct(page, `narrow:${name}`);
}
