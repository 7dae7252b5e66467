// staff.mjs - an officer of a ministry: invited on the host, a mailed code at
// every login, the entrance of the intranet. An administrator: the jobs of the
// worker, and who checks what.
import { INTRANET, at, browser, end, fill, goto, look, ok, press, pressAct, says, sql,
	submit } from './lib.mjs';
import { code, invited, logIn, officer, setPassword } from './lib/people.mjs';

// One job runs now, because somebody wants it; the page says when it has.
async function jobs(script) {
	const page = await officer(script, 'administrator');
	const job = (what) => sql(`SELECT ${what} FROM worker_job WHERE name = 'strays'`);
	const ran = async (was) => {
		for (let n = 0; n < 200; n++) {
			if (job("ended_at <> '' AND requested_at IS NULL") === '1' && job('ended_at') !== was)
				return true;
			await new Promise((done) => setTimeout(done, 100));
		}
		return false;
	};

	await goto(page, '/home/index');
	await look(page, 'admin-home');
	await press(page, '定期処理');
	at(page, '/admin/jobs', 'the first page leads to the jobs');
	ok(await ran(''), 'every job runs once at the start');
	await goto(page, '/admin/jobs');
	await look(page, 'admin-jobs');
	const before = job('ended_at');
	await pressAct(page, 'run:strays');
	await says(page, '「使われていないファイルの削除」の実行を頼みました');
	await look(page, 'admin-jobs-asked');
	ok(await ran(before), 'it runs now');
	await goto(page, '/admin/jobs');
	const row = page.locator('tr', { hasText: '使われていないファイルの削除' });
	ok((await row.innerText()).includes('正常'), 'the page says how it went');
	ok(await row.locator('button').count() === 1, 'and it can be wanted again');
	// One that fails, and stands.
	sql(`UPDATE worker_job SET result = 'io', failures = 4,
		note = 'lib/tokutei/stored_file.c:88: opendir: No such file or directory'
		WHERE name = 'strays'`);
	await goto(page, '/admin/jobs');
	await says(page, '止まっています');
	await look(page, 'admin-jobs-stands');
	sql("UPDATE worker_job SET result = 'ok', failures = 0, note = '' WHERE name = 'strays'");
}

// A type that goes to another ministry one day, or does not.
async function types(script) {
	const page = await officer(script, 'administrator');
	await goto(page, '/home/index');
	await press(page, '事業の種類と担当府省庁');
	await press(page, '総務省');
	await look(page, 'admin-types');
	await fill(page, { pick: 'T14-02' });
	await press(page, '選んだ種類の次へ進む');
	at(page, '/admin/type', 'on to what becomes of it');
	await look(page, 'admin-type');
	await press(page, 'この内容で決める');
	await says(page, '日付', 'a day and a ministry are needed');
	await look(page, 'admin-type-empty');
	await fill(page, { what: 'move', to: 'cao', 'day.year': 2040, 'day.month': 4, 'day.day': 1 });
	await press(page, 'この内容で決める');
	await says(page, '所管替えを予定に入れました');
	await says(page, '2040年4月1日');
	await look(page, 'admin-types-planned');
	await page.locator('tr', { hasText: '2040年4月1日' }).locator('button').first().click();
	await says(page, '所管替えの予定を取り消しました');
}

for (const script of [false, true]) {
	const page = await browser({ script, site: INTRANET });
	const { login, mail, link } = invited('見本省', 'reviewer', '見本 花子');

	await goto(page, '/');
	at(page, '/account/login', 'the front page asks who comes');
	await look(page, 'staff-login');
	await goto(page, link);
	at(page, '/account/reset', 'the invitation sets a password');
	await setPassword(page, 'mijikai1');
	await look(page, 'staff-reset-short');
	await says(page, '12文字以上', 'staff need twelve characters');
	await setPassword(page);
	await logIn(page, login, 'chigau-1234567');
	await look(page, 'staff-login-wrong');
	await logIn(page, login);
	at(page, '/account/passcode', 'then the mailed code');
	await look(page, 'staff-passcode');
	const digits = await code(mail);
	await fill(page, { code: digits === '000000' ? '111111' : '000000' });
	await submit(page);
	await look(page, 'staff-passcode-wrong');
	await fill(page, { code: digits });
	await submit(page);
	at(page, '/home/index', 'the home page of the intranet');
	await look(page, 'staff-home');
	await says(page, '見本 花子', 'it knows who is there');
	await goto(page, '/account/sessions');
	await look(page, 'staff-sessions');
	await goto(page, '/account/password');
	await look(page, 'staff-password');
	await press(page, 'ログアウト');
	await goto(page, '/home/index');
	at(page, '/account/login', 'nothing is left after the logout');
	await jobs(script);
	await types(script);
	ok(true, 'the journey of staff ran to its end');
}
await end();
