// asof.mjs - the registrar looks at a moment that is past: the register, one
// business, the day before there was anything.
import { end, fill, goto, lookOnce as look, press, says } from './lib.mjs';
import { officer, registered } from './lib/people.mjs';

const [app] = registered(1, 2);
for (const script of [false, true]) {
	const page = await officer(script, 'registrar');
	await goto(page, '/register/asof');
	await look(page, 'asof');
	await fill(page, { 'day.year': '2020', 'day.month': '1', 'day.day': '1' });
	await press(page, 'この時点を見る');
	await says(page, '条件に合う登録はありません');
	await look(page, 'asof-none');
	await goto(page, `/register/entry?id=${app}`);
	await look(page, 'asof-entry');
	await fill(page, { 'day.year': '2020', 'day.month': '1', 'day.day': '1',
		hour: '9', minute: '30' });
	await press(page, 'この時点を見る');
	await says(page, 'まだ申請が届いていません');
	await look(page, 'asof-entry-none');
}
await end();
