// send.mjs - what comes before and after sending: questions, what blocks, the
// receipt, one's own application, copies of mandates; every state looked at.
import { at, browser, end, equal, fill, goto, look, ok, press, says, sql } from './lib.mjs';
import { draft, office, pdf, send, store } from './lib/draft.mjs';

async function questions(page) {
	await draft(page, 'send', { note1: '1234567890123', tel: '031234567890',
		'at.zip': '1000001', 'at.pref': '14', 'at.city': '141011',
		mail: 'someone@gmial.com' });
	await store(page, '/tokutei/office', { ...office,
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
	await send(page);
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
	await draft(page, 'send', { agency: '1', agency_physician: '1', agency_plan: '1' });
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
	await fill(page, { file: pdf('mandate.pdf') });
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
