// desk.mjs - an application of three ministries on its whole way: two of them
// ask back, the company corrects and explains, all confirm, the registrar
// registers it, everybody finds it. Each person in a browser of their own, all
// signed in as people sign in.
import { INTRANET, PUBLIC, at, browser, click, end, equal, fill, goto,
	lookOnce as look, ok, press, says, sql, submit } from './lib.mjs';
import { code, generated, invited, logIn, mailedLink, setPassword } from
	'./lib/people.mjs';

// An officer, invited and signed in with the mailed code.
async function officer(script, org, role) {
	const page = await browser({ script, site: INTRANET });
	const { login, mail, link } = invited(org, role, `見本 ${org}`);

	await goto(page, link);
	await setPassword(page);
	await logIn(page, login);
	await fill(page, { code: await code(mail) });
	await submit(page);
	return page;
}

// The company, by the way of somebody who has forgotten the password.
async function company(script, mail, tel) {
	const page = await browser({ script, site: PUBLIC });

	await goto(page, '/account/forgot');
	await fill(page, { mail, tel });
	await submit(page);
	await goto(page, await mailedLink(mail));
	await setPassword(page);
	await logIn(page, mail);
	at(page, '/tokutei/home', 'the company is signed in');
	return page;
}

// From the work list to the application, as its link leads there.
async function open(page, receipt) {
	await goto(page, '/tokutei/list');
	await fill(page, { q: receipt });
	await press(page, 'この条件で探す');
	await press(page, receipt);
	at(page, '/tokutei/application', `${receipt} is opened from the list`);
}

async function ask(page, receipt, target, point, text) {
	await open(page, receipt);
	await press(page, '担当になる');
	await press(page, '照会する');
	at(page, '/tokutei/inquiry', 'on to the inquiry');
	await goto(page, page.url().replace(/inquiry\?id=([0-9a-f]{32}).*/,
		`inquiryitem?id=$1&target=${target}`));
	await fill(page, { point, reason: 'unclear', text });
	await look(page, 'desk-item');
	await submit(page);
	await says(page, '照会する項目を加えました', 'the item is in the draft');
	await look(page, 'desk-draft');
	await submit(page);
	await look(page, 'desk-preview');
	await says(page, text, 'as the company will read it');
	await submit(page);
	await says(page, '照会を送りました', 'the inquiry is sent');
	await look(page, 'desk-sent');
}

// The next open item of the company's inquiry.
async function answer(page, name, corrected) {
	await goto(page, '/tokutei/home');
	await look(page, `${name}-home`);
	await goto(page, '/tokutei/inquiry');
	const open = page.locator('main a[href*="/tokutei/inquiry?id="]');
	if (!/[?&]id=/.test(page.url()) && await open.count())
		await click(page, open);
	await look(page, `${name}-inquiry`);
	await press(page, '次の項目に回答する');
	at(page, '/tokutei/inquiryitem', 'one item after the other');
	await look(page, 'desk-firm-item');
	// Which of the two came first is the desks' business.
	if (await page.locator('[name="applicant.name"]').count())
		await fill(page, { 'applicant.name': corrected });
	else
		await fill(page, { reply: '代表の番号です。' });
	await submit(page);
	await says(page, 'すべての項目に回答しました', 'nothing is open');
	await look(page, 'desk-firm-ready');
	await press(page, '回答を送る');
	await says(page, '回答を送りました', 'the answer is sent');
}

async function confirm(page, receipt, name) {
	await open(page, receipt);
	await look(page, `${name}-application`);
	await fill(page, { opinion: 'register' });
	await press(page, '確認済みにする');
	await says(page, '確認済みにしました', `${name}: confirmed`);
}

for (const script of [true, false]) {
	const id = generated(1, 6, '--desks=mlit,meti,mhlw');
	const [receipt, mail, tel, name] = sql(`SELECT p.receipt, p.mail, a.tel, a.name
		FROM application p JOIN applicant a ON a.version = p.sent
		WHERE p.id = ${id}`).split('\t');
	equal(sql(`SELECT COUNT(*) FROM review_unit WHERE application = ${id}`), '3',
		'it lies on the desks of three ministries');

	const mlit = await officer(script, '国土交通省', 'reviewer');
	const meti = await officer(script, '経済産業省', 'reviewer');
	const mhlw = await officer(script, '厚生労働省', 'reviewer');
	await ask(mlit, receipt, 'applicant', 'applicant.tel',
		'代表の電話番号かどうかをお知らせください。');
	await ask(meti, receipt, 'applicant', 'applicant.name',
		'登記のとおりの名称かどうかをお知らせください。');

	const firm = await company(script, mail, tel);
	await says(firm, '照会', 'the first page says that something is asked');
	await answer(firm, 'desk-firm1', `${name}本社`);
	await answer(firm, 'desk-firm2', `${name}本社`);
	await goto(firm, '/tokutei/history');
	await look(firm, 'desk-firm-history');

	for (const page of [mlit, meti]) {
		const which = page === mlit ? 'mlit' : 'meti';
		await open(page, receipt);
		await goto(page, page.url().replace('application?', 'inquiry?'));
		await look(page, `desk-${which}-answered`);
		await says(page, page === mlit ? '代表の番号です。' : `${name}本社`,
			'the answer is there');
		await press(page, 'この回答で了承する', { exact: false });
		await says(page, '回答を確かめました', 'the item is closed');
	}
	await confirm(mlit, receipt, 'desk-mlit');
	await confirm(meti, receipt, 'desk-meti');
	await confirm(mhlw, receipt, 'desk-mhlw');

	const registrar = await officer(script, '厚生労働省', 'registrar');
	await open(registrar, receipt);
	await look(registrar, 'desk-registrar');
	await goto(registrar, registrar.url().replace('application?', 'registration?'));
	await look(registrar, 'desk-registration');
	await press(registrar, '登録する');
	await look(registrar, 'desk-registered');
	const number = sql(`SELECT number FROM registration WHERE application = ${id}`);
	ok(/^R-\d{4}-\d{6}$/.test(number), 'it has a number', number);

	await goto(firm, '/tokutei/home');
	await says(firm, number, 'the company reads its number');
	await look(firm, 'desk-firm-registered');
	const anybody = await browser({ script, site: PUBLIC });
	await goto(anybody, `/register/business?number=${number}`);
	await says(anybody, `${name}本社`, 'everybody finds it, as it was corrected');
	await look(anybody, 'desk-business');
	const mails = sql(`SELECT GROUP_CONCAT(template ORDER BY id) FROM outbox
		WHERE recipient = '${mail}' AND template NOT IN
		('reset', 'password_changed')`);
	equal(mails, 'inquiry,inquiry,registered', 'one mail for each step');
}
await end();
