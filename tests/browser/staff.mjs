// staff.mjs - an officer of a ministry: invited on the host, a mailed code at
// every login, the entrance of the intranet.
import { INTRANET, at, browser, end, fill, goto, look, mailTo, ok, press, says,
	submit, sesshuctl, someone } from './lib.mjs';

const password = 'mihon-no-tsukue-2026';

// The mails before it tell that the password was set.
async function code(mail) {
	for (;;) {
		const digits = (await mailTo(mail)).text.match(/：([0-9]{6})$/m);
		if (digits)
			return digits[1];
	}
}

for (const script of [false, true]) {
	const page = await browser({ script, site: INTRANET });
	const mail = someone('officer');
	const login = mail.split('@')[0];
	const link = sesshuctl('create-staff', '--login', login, '--mail', mail,
		'--org', '見本省', '--role', 'reviewer', '--name', '見本 花子').trim();

	await goto(page, '/');
	at(page, '/account/login', 'the front page asks who comes');
	await look(page, 'staff-login');
	await goto(page, link);
	at(page, '/account/reset', 'the invitation sets a password');
	await fill(page, { password: 'mijikai1', again: 'mijikai1' });
	await submit(page);
	await look(page, 'staff-reset-short');
	await says(page, '12文字以上', 'staff need twelve characters');
	await fill(page, { password, again: password });
	await submit(page);
	await goto(page, '/account/login');
	await fill(page, { login, password: 'chigau-1234567' });
	await press(page, 'ログイン');
	await look(page, 'staff-login-wrong');
	await fill(page, { login, password });
	await press(page, 'ログイン');
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
	ok(true, 'the journey of staff ran to its end');
}
await end();
