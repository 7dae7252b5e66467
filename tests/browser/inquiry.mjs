// inquiry.mjs - 疑義照会: two ministries ask about one application, the company
// corrects and answers, and both read what came of it.
import { at, browser, click, end, equal, fill, goto, look, lookOnce as see, ok,
	press, says, sql, submit } from './lib.mjs';
import { draft, pdf, send } from './lib/draft.mjs';
import { officer, sender } from './lib/people.mjs';

// An application of two ministries that was sent: its id.
async function sent() {
	const page = await browser();
	const mail = await draft(page, 'inquiry', {}, {
		'business.1.type': 'T09', 'business.1.detail1': 'T09-01',
		'business.1.own': '5', 'business.1.external': '2' });

	await goto(page, '/tokutei/confirm');
	await send(page);
	return sql(`SELECT LOWER(HEX(public_id)) FROM application
		WHERE mail = '${mail}'`);
}

async function add(page, point, reason, text) {
	await page.locator(`[name="point"][value="${point}"]`).check();
	await fill(page, { reason, text });
	await press(page, '下書きに加える');
	at(page, '/tokutei/inquiry', `${point} is in the draft`);
}

async function healthDesk(page, app) {
	await goto(page, `/tokutei/inquiry?id=${app}`);
	await see(page, 'inquiry-none');
	await press(page, '申請者の情報から選ぶ');
	await see(page, 'inquiry-item-applicant');
	await submit(page);
	await see(page, 'inquiry-item-errors');
	await add(page, 'applicant.at', 'mismatch', '登記の所在地と違いませんか。');
	await press(page, '事業所・事業・医療機関から選ぶ');
	await see(page, 'inquiry-item-offices');
	await press(page, '霞が関支店');
	await see(page, 'inquiry-item-office');
	await add(page, 'business.1.own', 'count', '人数の根拠を教えてください。');
	await press(page, '資料を求める');
	await see(page, 'inquiry-item-document');
	await add(page, 'document.plan', 'document', '計画の写しをお願いします。');
	await see(page, 'inquiry-draft');
	await page.locator('[name="due.year"]').fill('2020');
	await press(page, '送る前に確かめる');
	await see(page, 'inquiry-draft-errors');
	await page.locator('[name="due.year"]').fill('');
	await press(page, '送る前に確かめる');
	await says(page, '回答の期限', 'and none at all');
}

async function sendIt(page, app, name) {
	const day = new Date(Date.now() + 14 * 86400000);
	while ([0, 6].includes(day.getUTCDay()))
		day.setTime(day.getTime() + 86400000);
	await goto(page, `/tokutei/inquiry?id=${app}`);
	await fill(page, { message: 'お手数ですが、よろしくお願いします。',
		'due.year': day.getUTCFullYear(), 'due.month': day.getUTCMonth() + 1,
		'due.day': day.getUTCDate() });
	await press(page, '送る前に確かめる');
	await says(page, '申請した方には、次のように見えます');
	await see(page, `${name}-preview`);
	await press(page, 'この内容で照会を送る');
	await says(page, '照会を送りました');
	await see(page, `${name}-sent`);
}

async function energyDesk(page, app) {
	await goto(page, `/tokutei/inquiry?id=${app}&target=business&office=1`
		+ '&position=2&field=type');
	at(page, '/tokutei/inquiryitem', 'from what is read to the question');
	ok(await page.locator('[value="business.2.type"]').isChecked(),
		'the field is chosen');
	await add(page, 'business.2.type', 'unclear', '事業の種類を確かめてください。');
	await sendIt(page, app, 'inquiry');
}

async function answerAddress(page) {
	await press(page, '次の項目に回答する');
	at(page, '/tokutei/inquiryitem', 'item by item');
	await says(page, '残り 3件');
	await look(page, 'answer-address');
	await submit(page);
	await says(page, '内容を直すか、回答の文を書くか、資料を付けてください');
	await look(page, 'answer-errors');
	await fill(page, { 'applicant.at.town': '霞が関９－９－９', reply: '直しました。' });
	await submit(page);
	await says(page, '残り 2件');
}

async function answerCount(page) {
	await look(page, 'answer-count');
	await fill(page, { 'basis.hours': '40', 'basis.pattern.0.people': '5',
		'basis.pattern.0.hours': '9' });
	await submit(page);
	await says(page, '計算の結果は2人、入力した人数は20人です');
	await look(page, 'answer-count-errors');
	await fill(page, { 'business.own': '2' });
	await submit(page);
	await says(page, '残り 1件');
}

async function answerDocument(page) {
	await fill(page, { file: pdf('plan.pdf'), purpose: 'plan' });
	await press(page, '資料を付ける');
	await says(page, 'plan.pdf');
	await look(page, 'answer-document');
	await submit(page);
	at(page, '/tokutei/inquiry', 'the last one leads to all of it');
	await says(page, 'すべての項目に回答しました');
}

async function companyAnswers(page, app) {
	await goto(page, '/tokutei/home');
	await says(page, '照会への回答をお願いします');
	await look(page, 'home-inquiry');
	await goto(page, '/tokutei/inquiry');
	await says(page, '経済産業省');
	await look(page, 'answer-list');
	await press(page, '厚生労働省（照会1）');
	await look(page, 'answer-open');
	await answerAddress(page);
	await answerCount(page);
	await answerDocument(page);
	await says(page, '霞が関１－２－２', 'before');
	await says(page, '霞が関９－９－９', 'after');
	await look(page, 'answer-ready');
	await press(page, '回答を送る');
	await says(page, '回答を送りました');
	await look(page, 'answer-sent');
	equal(sql(`SELECT state FROM application WHERE public_id = UNHEX('${app}')`),
	'under_inquiry', 'the other one is still open');
}

async function secondAnswer(page) {
	await goto(page, '/tokutei/inquiry');
	await press(page, '経済産業省（照会2）');
	await press(page, '次の項目に回答する');
	await look(page, 'answer-type');
	await fill(page, { reply: 'このままで間違いありません。' });
	await submit(page);
	await press(page, '回答を送る');
	await says(page, '回答を送りました');
}

async function healthReads(page, app) {
	await goto(page, `/tokutei/inquiry?id=${app}`);
	await says(page, '霞が関１－２－２', 'before');
	await says(page, '霞が関９－９－９', 'after');
	await says(page, 'plan.pdf');
	await see(page, 'inquiry-answered');
	const close = page.getByRole('button', { name: 'この回答で了承する' });
	for (let n = 3; n > 1; n--) {
		equal(await close.count(), n, `${n} answers to read`);
		await click(page, close);
	}
	await press(page, 'もう一度照会する', { exact: false });
	await says(page, 'もう一度照会する項目');
	await see(page, 'inquiry-again');
}

async function takenBack(page, app, there) {
	await sendIt(page, app, 'inquiry-again');
	await goto(there, '/tokutei/inquiry');
	await press(there, '厚生労働省（照会3）');
	await press(there, '次の項目に回答する');
	await fill(there, { reply: '書いている途中です。' });
	await fill(page, { reason: '資料で確かめられました。' });
	await press(page, '照会を取り消す');
	await says(page, '照会を取り消しました');
	await see(page, 'inquiry-cancelled');
	await submit(there);
	await says(there, 'この照会は取り消されました');
	await says(there, '書いている途中です。', 'what was typed is there');
	await look(there, 'answer-cancelled');
}

for (const script of [true, false]) {
	const app = await sent();
	const health = await officer(script, 'reviewer', 'mhlw');
	const energy = await officer(script, 'reviewer', 'meti');
	const there = await sender(script, app);

	await healthDesk(health, app);
	await sendIt(health, app, 'inquiry');
	await energyDesk(energy, app);
	await companyAnswers(there, app);
	await secondAnswer(there);
	await healthReads(health, app);
	await takenBack(health, app, there);
}
await end();
