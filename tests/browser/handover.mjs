// handover.mjs - for whom one acts: hats, the contact address, 引き継ぎ to a
// successor, and by leave of a ministry when the one before is gone.
import { at, browser, end, equal, fill, goto, lookOnce as look, mailTo, press,
	says, someone, sql } from './lib.mjs';
import { pdf } from './lib/draft.mjs';
import { generated, officer, publicIds, sender } from './lib/people.mjs';

const PASSWORD = 'kaz3-yubiwamu';
const HASH = '$argon2id$v=19$m=65536,t=2,p=1$tgAxr/UhTKBM63uNbERW9w$jOGSk1KW4hC8BfK5ZXK6LKwhU41BD6Gs3mTcZWyVerU';
const NEW = 'hamabe-no-7kaze';

// A business that has sent its application, and has a password.
function business() {
	const id = generated(1, 2);
	const [app] = publicIds(id, id);

	sql(`UPDATE account a JOIN application p ON p.account = a.id
	        SET a.password = '${HASH}' WHERE p.id = ${id}`);
	return { app, ...Object.fromEntries(['receipt', 'organisation'].map((n) =>
		[n, sql(`SELECT ${n} FROM application WHERE id = ${id}`).trim()])),
	code: sql(`SELECT m.code FROM review_unit u JOIN ministry m
	            ON m.id = u.ministry WHERE u.application = ${id} LIMIT 1`).trim() };
}

// The next mail to it with a link.
async function mailedLink(to) {
	for (;;) {
		const link = (await mailTo(to)).text.match(/https?:\S*account\/open\S*/);
		if (link)
			return link[0];
	}
}

for (const script of [false, true]) {
	const [one, two, three] = [business(), business(), business()];
	const page = await sender(script, one.app);
	const next = someone('next');

	// Two hats.
	sql(`INSERT INTO membership (account, organisation, role, since)
	     SELECT account, ${two.organisation}, 'applicant', UTC_TIMESTAMP(6)
	       FROM application WHERE public_id = UNHEX('${one.app}')`);
	await goto(page, '/tokutei/home');
	await press(page, '担当を切り替える');
	await look(page, 'hats');
	await press(page, '切り替える', { exact: false });
	at(page, '/tokutei/home', 'the other hat, without a password');
	await says(page, two.receipt, 'and its application');
	await goto(page, '/account/hats');
	await press(page, '切り替える', { exact: false });
	await says(page, one.receipt, 'and back');

	// The contact address.
	await press(page, '連絡先を変える');
	await look(page, 'contact');
	await fill(page, { mail: next, present: 'chigau-1234' });
	await press(page, '変更する');
	await look(page, 'contact-wrong');
	await fill(page, { mail: next, again: next, present: PASSWORD });
	await press(page, '変更する');
	await look(page, 'contact-asked');
	await says(page, '確認を待っているアドレス');

	// A successor.
	await goto(page, '/account/handover');
	await press(page, '確認のメールを送る');
	await look(page, 'handover-empty');
	const heir = someone('heir');
	await fill(page, { name: '見本 次郎', mail: heir, again: heir,
		tel: '0311112222', present: PASSWORD });
	await press(page, '確認のメールを送る');
	await look(page, 'handover-asked');
	const mailbox = await browser({ script });
	await goto(mailbox, await mailedLink(heir));
	await look(mailbox, 'successor');
	await press(mailbox, '引き受ける');
	await look(mailbox, 'successor-empty');
	await fill(mailbox, { password: NEW, again: NEW });
	await press(mailbox, '引き受ける');
	await look(mailbox, 'successor-done');
	await fill(mailbox, { login: heir, password: NEW });
	await press(mailbox, 'ログイン');
	await says(mailbox, one.receipt, 'the successor acts');
	await goto(page, '/tokutei/home');
	at(page, '/account/login', 'the one before does not');
	await look(page, 'handover-over');

	// The one before is gone.
	const late = await browser({ script });
	await goto(late, '/account/login');
	await press(late, 'これまで担当していた方と連絡が取れないとき');
	await press(late, '申し出る');
	await look(late, 'takeover-empty');
	const claimant = someone('claim');
	await fill(late, { number: three.receipt, company: '見本商事',
		company_tel: '0312345678', name: '見本 花子', mail: claimant,
		again: claimant, tel: '0311112222', reason: '退職しました',
		file: { file: pdf('社員証') } });
	await press(late, '申し出る');
	await look(late, 'takeover-sent');
	const desk = await officer(script, 'reviewer', three.code);
	await goto(desk, '/account/takeovers');
	await look(desk, 'takeovers');
	await press(desk, '見本商事');
	await look(desk, 'takeover');
	await press(desk, '認めない');
	await look(desk, 'takeover-why');
	await press(desk, '認める');
	await look(desk, 'takeover-approved');
	await goto(late, await mailedLink(claimant));
	at(late, '/account/successor', 'the link goes to the new mailbox');
	await fill(late, { password: NEW, again: NEW });
	await press(late, '引き受ける');
	equal(sql(`SELECT a.login FROM application p JOIN account a ON a.id = p.account
	            WHERE p.public_id = UNHEX('${three.app}')`).trim(), claimant,
	'who acts from now on');
}
await end();
