// staff.mjs - an officer of a ministry: invited on the host, a mailed code at
// every login, the entrance of the intranet. An administrator: the jobs of the
// worker.
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
	ok(true, 'the journey of staff ran to its end');
}
await end();
