// register.mjs - the registrar registers one application and several at once,
// refuses one, sends one back; the companies see what came of it; everybody
// finds the registered ones.
import { createHash, randomBytes } from 'node:crypto';
import { INTRANET, PUBLIC, at, browser, end, equal, fill, goto, look as lookAt, ok, press,
	says, sesshuctl, sql } from './lib.mjs';

// The same pages come with and without scripts: once is enough to look at them.
const look = (page, name) => (page.script ? lookAt(page, name) : null);

// Sent applications that a ministry has confirmed, by their public ids; they
// have waited longest, so they are the first of the list.
function confirmed(n) {
	const last = Number(sesshuctl('generate', '--applications', String(n),
		'--offices', '3', '--sent', '--seed',
		String(Math.floor(Math.random() * 1e9)))
		.match(/application=(\d+)/)[1]);
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
	      WHERE id BETWEEN ${first} AND ${last};
	     INSERT IGNORE INTO review_unit (public_id, application, role, ministry,
	            state, since, receipt, name, search_key, pref, founder, offices,
	            persons, sent_at)
	     SELECT RANDOM_BYTES(16), application, 'registrar', 0, 'open',
	            '2001-01-01', receipt, name, search_key, pref, founder,
	            offices, persons, sent_at
	       FROM review_unit WHERE role = 'reviewer'
	        AND application BETWEEN ${first} AND ${last}`);
	return sql(`SELECT LOWER(HEX(public_id)) FROM application
	             WHERE id BETWEEN ${first} AND ${last} ORDER BY id`)
		.trim().split('\n');
}

// Signed in by a session of the database.
async function signed(site, script, columns) {
	const page = await browser({ script, site });
	const cookie = randomBytes(32).toString('base64url');
	const token = createHash('sha256').update(cookie).digest('hex');
	sql(`INSERT INTO session (public_id, token, site, stage, created_at, seen_at,
	            idle_seconds, ends_at, ${Object.keys(columns).join(', ')})
	     VALUES (RANDOM_BYTES(16), UNHEX('${token}'),
	             '${site === PUBLIC ? 'public' : 'intranet'}', 'full',
	             UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), 86400,
	             UTC_TIMESTAMP(6) + INTERVAL 1 DAY,
	             ${Object.values(columns).join(', ')})`);
	await page.context().addCookies([{ name: 'sid', value: cookie, url: site }]);
	return page;
}

const applicant = (script, app) => signed(PUBLIC, script, {
	account: `(SELECT account FROM application WHERE public_id = UNHEX('${app}'))`,
	organisation: `(SELECT organisation FROM application
	                 WHERE public_id = UNHEX('${app}'))`,
	application: `(SELECT id FROM application WHERE public_id = UNHEX('${app}'))`,
	role: "'applicant'",
});

function registrar(script) {
	const who = `registrar.${randomBytes(4).toString('hex')}`;
	sql(`INSERT INTO organisation (public_id, kind, name, created_at)
	     VALUES (RANDOM_BYTES(16), 'registrar', 'サンプル課', UTC_TIMESTAMP(6));
	     SET @o = LAST_INSERT_ID();
	     INSERT INTO account (public_id, login, mail, name, created_at)
	     VALUES (RANDOM_BYTES(16), '${who}', 'staff@example.jp', '見本 登',
	             UTC_TIMESTAMP(6));
	     INSERT INTO membership (account, organisation, role, since)
	     VALUES (LAST_INSERT_ID(), @o, 'registrar', UTC_TIMESTAMP(6))`);
	const account = `(SELECT id FROM account WHERE login = '${who}')`;
	return signed(INTRANET, script, { account, role: "'registrar'",
		organisation: `(SELECT organisation FROM membership
		                 WHERE account = ${account})` });
}

const number = (app) => sql(`SELECT r.number FROM registration r
	JOIN application p ON p.id = r.application
	WHERE p.public_id = UNHEX('${app}')`).trim();

for (const script of [false, true]) {
	const s = script ? 'script' : 'plain';
	const apps = confirmed(5);
	const staff = await registrar(script);

	// One.
	await goto(staff, `/tokutei/registration?id=${apps[0]}`);
	await look(staff, `registration-${s}`);
	await says(staff, '基準に合っています', 'what the ministry says');
	await press(staff, '登録する');
	await says(staff, number(apps[0]), 'the number is there');
	await look(staff, `registration-done-${s}`);
	await goto(staff, `/tokutei/registration?id=${apps[0]}`);
	await look(staff, `registration-registered-${s}`);

	// Several, from the work list.
	await goto(staff, '/tokutei/list?state=open');
	for (const app of [apps[1], apps[2]])
		await staff.locator(`input[name="pick"][value="${app}"]`).check();
	await Promise.all([staff.waitForEvent('load'),
		staff.locator('button[name="act"][value="check"]').click()]);
	await says(staff, '登録する申請', 'a check page first');
	await look(staff, `registration-check-${s}`);
	await press(staff, '登録する');
	await says(staff, number(apps[1]), 'all of them have numbers');
	await says(staff, number(apps[2]));
	ok(number(apps[1]) !== number(apps[2]), 'each its own');

	// Refused.
	await goto(staff, `/tokutei/registration?id=${apps[3]}`);
	await press(staff, '不登録にする');
	await look(staff, `refusal-${s}`);
	await press(staff, '確認に進む');
	await look(staff, `refusal-empty-${s}`);
	await fill(staff, { reason: 'worker', text: '人数の基準に合いません。' });
	await press(staff, '確認に進む');
	await look(staff, `refusal-check-${s}`);
	await press(staff, '不登録にする');
	await look(staff, `refused-${s}`);

	// Sent back.
	await goto(staff, `/tokutei/registration?id=${apps[4]}`);
	await press(staff, '府省庁に戻す');
	await look(staff, `sendback-${s}`);
	await fill(staff, { text: '人数を確かめてください。' });
	await Promise.all([staff.waitForEvent('load'),
		staff.locator('button.btn-2[value^="return:"]').first().click()]);
	at(staff, '/tokutei/list', 'back to the list');

	// What the companies see.
	const company = await applicant(script, apps[0]);
	await goto(company, '/tokutei/home');
	await says(company, number(apps[0]), 'the company has its number');
	await look(company, `home-registered-${s}`);
	const [letter] = await Promise.all([company.waitForEvent('download'),
		company.getByRole('link', { name: '登録通知書（PDF）を保存する' }).click()]);
	equal(letter.suggestedFilename(), `${number(apps[0])}.pdf`, 'and its letter');
	await press(company, 'これまでの手続きを見る');
	await look(company, `history-${s}`);
	const refused = await applicant(script, apps[3]);
	await goto(refused, '/tokutei/home');
	await says(refused, '人数の基準に合いません。', 'the other one reads why not');
	await look(refused, `home-refused-${s}`);
	sql(`UPDATE application SET state = 'submitted', begun_at = NULL
	      WHERE public_id = UNHEX('${apps[4]}')`);
	const leaving = await applicant(script, apps[4]);
	await goto(leaving, '/tokutei/home');
	await press(leaving, '申請を取り下げる');
	await look(leaving, `withdrawal-${s}`);
	await press(leaving, '申請を取り下げる');
	await says(leaving, '取下げ済み', 'the last one has withdrawn');
	await look(leaving, `home-withdrawn-${s}`);

	// What everybody sees, signed in or not.
	sql(`UPDATE register_business SET name = REPEAT('長い名前', 20)
	      WHERE number = '${number(apps[1])}'`);
	const visitor = await browser({ script, site: PUBLIC });
	await goto(visitor, '/');
	await press(visitor, '登録事業者を探す');
	await look(visitor, `register-search-${s}`);
	const lines = await visitor.locator('.list thead th, .list tbody th a')
		.evaluateAll((all) => all.map((e) => {
			const text = document.createRange();
			text.selectNodeContents(e);
			return text.getClientRects().length;
		}));
	ok(lines.length > 5 && lines.every((n) => n === 1),
		'heads and numbers stand in one line each', lines);
	const name = sql(`SELECT name FROM register_business
		WHERE number = '${number(apps[0])}'`).trim();
	await fill(visitor, { name, pref: '' });
	await press(visitor, '探す');
	await says(visitor, number(apps[0]), 'found by its name');
	await press(visitor, number(apps[0]));
	await says(visitor, name, 'its page');
	await look(visitor, `register-business-${s}`);
	await goto(visitor, '/register/search?name=そのような事業者はありません');
	await look(visitor, `register-none-${s}`);
	await goto(visitor, '/register/search?pref=13');
	await look(visitor, `register-cities-${s}`);
	equal((await visitor.context().cookies()).filter((c) => c.value.length === 43)
		.length <= 1, true, 'no cookie but that of the front page');
}
await end();
