// register.mjs - the registrar registers one application and several at once,
// refuses one, sends one back; the companies see what came of it; everybody
// finds the registered ones.
import { PUBLIC, at, browser, click, end, equal, fill, goto, lookOnce as look, ok,
	press, pressAct, says, sql } from './lib.mjs';
import { generated, officer, publicIds, sender, toRegistrar } from './lib/people.mjs';

// Sent applications that a ministry has confirmed, by their public ids; they
// have waited longest, so they are the first of the list.
function confirmed(n) {
	const last = generated(n, 3);
	const first = last - n + 1;
	sql(`INSERT INTO account (public_id, login, mail, name, created_at)
	     VALUES (RANDOM_BYTES(16), 'confirmer.${last}', 'staff@example.jp',
	             '見本 確認', UTC_TIMESTAMP(6));
	     UPDATE review_unit SET state = 'confirmed', opinion = 'register',
	            reason = '基準に合っています', confirmed_by = LAST_INSERT_ID(),
	            confirmed_at = UTC_TIMESTAMP(6)
	      WHERE application BETWEEN ${first} AND ${last} AND role = 'reviewer';
	     UPDATE application SET state = 'ministry_confirmed',
	            begun_at = UTC_TIMESTAMP(6)
	      WHERE id BETWEEN ${first} AND ${last}`);
	toRegistrar(first, last, 'open', '2001-01-01');
	return publicIds(first, last);
}

const number = (app) => sql(`SELECT r.number FROM registration r
	JOIN application p ON p.id = r.application
	WHERE p.public_id = UNHEX('${app}')`);

for (const script of [false, true]) {
	const apps = confirmed(5);
	const staff = await officer(script, 'registrar');

	// One.
	await goto(staff, `/tokutei/registration?id=${apps[0]}`);
	await look(staff, 'registration');
	await says(staff, '基準に合っています', 'what the ministry says');
	await press(staff, '登録する');
	await says(staff, number(apps[0]), 'the number is there');
	await look(staff, 'registration-done');
	await goto(staff, `/tokutei/registration?id=${apps[0]}`);
	await look(staff, 'registration-registered');

	// Several, from the work list.
	await goto(staff, '/tokutei/list?state=open');
	for (const app of [apps[1], apps[2]])
		await staff.locator(`input[name="pick"][value="${app}"]`).check();
	await pressAct(staff, 'check');
	await says(staff, '登録する申請', 'a check page first');
	await look(staff, 'registration-check');
	await press(staff, '登録する');
	await says(staff, number(apps[1]), 'all of them have numbers');
	await says(staff, number(apps[2]));
	ok(number(apps[1]) !== number(apps[2]), 'each its own');

	// Refused.
	await goto(staff, `/tokutei/registration?id=${apps[3]}`);
	await press(staff, '不登録にする');
	await look(staff, 'refusal');
	await press(staff, '確認に進む');
	await look(staff, 'refusal-empty');
	await fill(staff, { reason: 'worker', text: '人数の基準に合いません。' });
	await press(staff, '確認に進む');
	await look(staff, 'refusal-check');
	await press(staff, '不登録にする');
	await look(staff, 'refused');

	// Sent back.
	await goto(staff, `/tokutei/registration?id=${apps[4]}`);
	await press(staff, '府省庁に戻す');
	await look(staff, 'sendback');
	await fill(staff, { text: '人数を確かめてください。' });
	await click(staff, staff.locator('button.btn-2[value^="return:"]'));
	at(staff, '/tokutei/list', 'back to the list');

	// What the companies see.
	const company = await sender(script, apps[0]);
	await goto(company, '/tokutei/home');
	await says(company, number(apps[0]), 'the company has its number');
	await look(company, 'home-registered');
	const [letter] = await Promise.all([company.waitForEvent('download'),
		company.getByRole('link', { name: '登録通知書（PDF）を保存する' }).click()]);
	equal(letter.suggestedFilename(), `${number(apps[0])}.pdf`, 'and its letter');
	await press(company, 'これまでの手続きを見る');
	await look(company, 'history');
	const refused = await sender(script, apps[3]);
	await goto(refused, '/tokutei/home');
	await says(refused, '人数の基準に合いません。', 'the other one reads why not');
	await look(refused, 'home-refused');
	sql(`UPDATE application SET state = 'submitted', begun_at = NULL
	      WHERE public_id = UNHEX('${apps[4]}')`);
	const leaving = await sender(script, apps[4]);
	await goto(leaving, '/tokutei/home');
	await press(leaving, '申請を取り下げる');
	await look(leaving, 'withdrawal');
	await press(leaving, '申請を取り下げる');
	await says(leaving, '取下げ済み', 'the last one has withdrawn');
	await look(leaving, 'home-withdrawn');

	// What everybody sees, signed in or not.
	sql(`UPDATE register_business SET name = REPEAT('長い名前', 20)
	      WHERE number = '${number(apps[1])}'`);
	const visitor = await browser({ script, site: PUBLIC });
	await goto(visitor, '/');
	await press(visitor, '登録事業者を探す');
	await look(visitor, 'register-search');
	const lines = await visitor.locator('.list thead th, .list tbody th a')
		.evaluateAll((all) => all.map((e) => {
			const text = document.createRange();
			text.selectNodeContents(e);
			return text.getClientRects().length;
		}));
	ok(lines.length > 5 && lines.every((n) => n === 1),
		'heads and numbers stand in one line each', lines);
	const name = sql(`SELECT name FROM register_business
		WHERE number = '${number(apps[0])}'`);
	await fill(visitor, { name, pref: '' });
	await press(visitor, '探す');
	await says(visitor, number(apps[0]), 'found by its name');
	await press(visitor, number(apps[0]));
	await says(visitor, name, 'its page');
	await look(visitor, 'register-business');
	await goto(visitor, '/register/search?name=そのような事業者はありません');
	await look(visitor, 'register-none');
	await goto(visitor, '/register/search?pref=13');
	await look(visitor, 'register-cities');
	equal((await visitor.context().cookies()).filter((c) => c.value.length === 43)
		.length <= 1, true, 'no cookie but that of the front page');
}
await end();
