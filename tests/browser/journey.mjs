// journey.mjs - a company registers itself, from the first page to its own
// home page, with scripts and without.
import { at, browser, end, fill, goto, look, mailTo, ok, press, pressAct, says,
	someone, submit, tabs } from './lib.mjs';
import { choose, findAddress, send } from './lib/draft.mjs';
import { logIn, setPassword } from './lib/people.mjs';

const applicant = {
	consent: true, name: '見本運輸株式会社', kana: 'ミホンウンユ',
	chief: '見本　太郎', chief_kana: 'みほんたろう', 'at.zip': '100-8916',
	tel: '03-1234-5678', physician: 'yes', plan: 'yes',
	note1: '見本許可第1号',
};

// Lists that hang on another: by script, or by the button beside them.
async function narrow(page, name, value, next) {
	await page.locator(`[name="${name}"]`).selectOption(value);
	if (!page.script) {
		await pressAct(page, `narrow:${next}`);
		return;
	}
	await page.waitForFunction((n) =>
		document.getElementsByName(n)[0]?.options.length > 1, next);
}

async function begin(page, mail) {
	await goto(page, '/');
	await look(page, 'portal');
	await goto(page, '/account/start');
	await look(page, 'start');
	await fill(page, { mail, again: mail });
	await press(page, '送信');
	await look(page, 'start-sent');
	await goto(page, (await mailTo(mail)).links[0]);
	at(page, '/tokutei/founder', 'the mailed link opens the first page');
}

async function fillApplicant(page) {
	await look(page, 'founder');
	await press(page, '保存して次へ進む');
	await look(page, 'founder-empty');
	await fill(page, { founder: 'private' });
	await press(page, '保存して次へ進む');
	at(page, '/tokutei/applicant', 'then the applicant');
	await look(page, 'applicant');
	await tabs(page, 'applicant');
	await press(page, '保存して次へ進む');
	await look(page, 'applicant-errors');
	await fill(page, applicant);
	await findAddress(page, 'at', '1008916');
	await press(page, '保存して次へ進む');
	at(page, '/tokutei/offices', 'then the offices');
	await look(page, 'offices-none');
}

async function fillOffice(page) {
	await goto(page, '/tokutei/office');
	await look(page, 'office');
	await submit(page);
	await look(page, 'office-errors');
	await fill(page, { name: '見本運輸　霞が関支店', kana: 'みほんうんゆかすみがせきしてん',
		tel: '0312345678', staff: '120' });
	await findAddress(page, 'at', '1008916');
	await narrow(page, 'business.0.type', 'T01', 'business.0.detail1');
	await page.locator('[name="business.0.detail1"]').selectOption({ index: 1 });
	await fill(page, { 'business.0.own': '30人', 'business.0.external': '０' });
	await choose(page, 'inst.secured', 'no');
	await fill(page, { 'inst.plan': '見本病院での接種を相談しています。' });
	await submit(page);
	at(page, '/tokutei/offices', 'the office is stored');
	await look(page, 'offices-one');
}

async function check(page) {
	await goto(page, '/tokutei/confirm');
	await look(page, 'confirm');
	await send(page);
	await look(page, 'complete');
	await says(page, 'T-20', 'there is a receipt number');
}

async function signIn(page, mail) {
	const done = await mailTo(mail);
	ok(done.text.includes(mail), 'the mail names the login id');
	await press(page, 'ログアウト');
	await goto(page, done.links[0]);
	at(page, '/account/reset', 'its link sets the password');
	await look(page, 'reset');
	await setPassword(page);
	await goto(page, '/account/login');
	await look(page, 'login');
	await logIn(page, mail);
	at(page, '/tokutei/home', 'the login leads home');
	await look(page, 'home');
	await says(page, '見本運輸株式会社', 'the home page knows the company');
	await goto(page, '/tokutei/application');
	await look(page, 'application');
	await says(page, '霞が関支店', 'my application shows the office');
}

for (const script of [false, true]) {
	const page = await browser({ script });
	const mail = someone(script ? 'script' : 'plain');

	await begin(page, mail);
	await fillApplicant(page);
	await fillOffice(page);
	await check(page);
	await signIn(page, mail);
}
await end();
