// message.mjs - メッセージ: a business writes to a ministry, with a document; the
// ministry answers and closes; the business goes on.
import { at, end, equal, fill, goto, lookOnce as look, press, says, sql,
	submit } from './lib.mjs';
import { pdf } from './lib/draft.mjs';
import { officer, registered, sender } from './lib/people.mjs';

async function writes(page, code) {
	await goto(page, '/tokutei/home');
	await look(page, 'message-home');
	await press(page, 'メッセージを見る・送る');
	at(page, '/message/list');
	await look(page, 'message-first');
	await submit(page);
	await look(page, 'message-errors');
	await fill(page, { desk: code, subject: '人数の数え方', file: pdf('計算.pdf'),
		text: '夜勤の方の数え方を教えてください。\n計算の例を付けます。' });
	await press(page, '書類を付ける');
	await says(page, '書類を付けました');
	await says(page, '計算.pdf');
	equal(await page.locator('[name="subject"]').inputValue(), '人数の数え方',
		'what was typed stays');
	await look(page, 'message-attached');
	await press(page, 'メッセージを送る');
	at(page, '/message/thread');
	await says(page, 'メッセージを送りました');
	await look(page, 'message-sent');
	await goto(page, '/message/list');
	await look(page, 'message-list');
}

async function answers(page, app) {
	await goto(page, '/message/list?show=unread');
	await look(page, 'message-desk-list');
	await goto(page, `/message/list?application=${app}`);
	await look(page, 'message-desk-business');
	await press(page, '人数の数え方');
	await says(page, '計算の例を付けます。');
	await look(page, 'message-desk-thread');
	await press(page, '計算.pdf');
	await look(page, 'message-desk-file');
	await page.goBack();
	await submit(page);
	await look(page, 'message-desk-errors');
	await fill(page, { text: '夜勤も、勤務した時間で数えます。' });
	await press(page, 'メッセージを送る');
	await press(page, 'このやりとりを終える');
	await says(page, 'このやりとりを終えました');
	await look(page, 'message-desk-closed');
}

async function goesOn(page) {
	await goto(page, '/tokutei/home');
	await says(page, 'まだ読んでいないやりとりがあります');
	await look(page, 'message-home-unread');
	await goto(page, '/message/list');
	await press(page, '人数の数え方');
	await says(page, '夜勤も、勤務した時間で数えます。');
	await says(page, '既読');
	await look(page, 'message-answered');
	await fill(page, { text: 'よく分かりました。' });
	await press(page, 'メッセージを送る');
	await says(page, 'メッセージを送りました');
}

for (const script of [true, false]) {
	const [app] = registered(1, 2);
	const code = sql(`SELECT m.code FROM review_unit u
		JOIN ministry m ON m.id = u.ministry
		JOIN application p ON p.id = u.application
		WHERE p.public_id = UNHEX('${app}') ORDER BY m.sort LIMIT 1`);
	const business = await sender(script, app);
	const desk = await officer(script, 'reviewer', code);

	await writes(business, code);
	await answers(desk, app);
	await goesOn(business);
	equal(sql(`SELECT CONCAT_WS(' ', MAX(t.state), COUNT(*)) FROM message_thread t
		JOIN message g ON g.thread = t.id
		JOIN application p ON p.id = t.application
		WHERE p.public_id = UNHEX('${app}') GROUP BY t.id`), 'open 3',
	'three messages, and open again');
}
await end();
