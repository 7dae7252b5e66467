// staff.mjs - an officer of a ministry: invited on the host, a mailed code at
// every login, the entrance of the intranet.
import { INTRANET, at, browser, end, fill, goto, look, ok, press, says, submit } from './lib.mjs';
import { code, invited, logIn, setPassword } from './lib/people.mjs';

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
	ok(true, 'the journey of staff ran to its end');
}
await end();
