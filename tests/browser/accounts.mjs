// accounts.mjs - the account screens of the public site in every state.
import { at, browser, end, fill, goto, look, press, says, someone } from './lib.mjs';

for (const script of [false, true]) {
	const page = await browser({ script });

	await goto(page, '/account/login');
	await press(page, 'ログイン');
	await look(page, 'login-empty');
	await fill(page, { login: someone('nobody'), password: 'chigau-1234' });
	await press(page, 'ログイン');
	await look(page, 'login-wrong');
	await goto(page, '/account/login?ended=idle');
	await look(page, 'login-idle');
	await goto(page, '/account/start');
	await fill(page, { mail: 'a@example.jp', again: 'b@example.jp' });
	await press(page, '送信');
	await look(page, 'start-differs');
	await goto(page, '/account/forgot');
	await look(page, 'forgot');
	await press(page, '送信');
	await look(page, 'forgot-empty');
	await fill(page, { mail: someone('nobody'), tel: '0312345678' });
	await press(page, '送信');
	await look(page, 'forgot-sent');
	await goto(page, '/account/password');
	await look(page, 'password');
	await goto(page, `/account/open?t=${'A'.repeat(43)}`);
	await look(page, 'open-unknown');
	await goto(page, '/tokutei/home');
	at(page, '/account/login', 'a page of one\'s own asks for a login');
	await says(page, 'ログイン', 'and says so');
	await goto(page, '/help/guide');
	await look(page, 'guide');
	await goto(page, '/tokutei/nothing-here');
	await look(page, 'error-404');
}
await end();
