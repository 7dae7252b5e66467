// standing.mjs - a business abolishes its registration, another one revives it,
// the registrar cancels a third: every page of it looked at.
import { at, end, equal, fill, goto, lookOnce as look, press, says, sesshuctl,
	sql } from './lib.mjs';
import { officer, registered, sender } from './lib/people.mjs';

const state = (app) => sql(`SELECT r.state FROM registration r
	JOIN application p ON p.id = r.application
	WHERE p.public_id = UNHEX('${app}')`);
const today = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Tokyo',
	year: 'numeric', month: 'numeric', day: 'numeric' })
	.formatToParts(new Date());
const part = (type) => today.find((p) => p.type === type).value;

for (const script of [false, true]) {
	const [ending, lapsed, bad] = registered(3, 2);

	const one = await sender(script, ending);
	await goto(one, '/registered/standing');
	await look(one, 'standing');
	await press(one, '登録の全部の廃止を届け出る');
	await look(one, 'abolition');
	await press(one, '確認に進む');
	await look(one, 'abolition-empty');
	await fill(one, { reason: 'closed', 'day.year': part('year'),
		'day.month': part('month'), 'day.day': part('day') });
	await press(one, '確認に進む');
	await look(one, 'abolition-check');
	await press(one, '廃止を届け出る');
	at(one, '/registered/standing', 'back to where it stands');
	await says(one, '廃止の届出を受け付けました');
	await look(one, 'standing-abolished');
	equal(state(ending), 'abolished', 'it has ended');
	const [copy] = await Promise.all([one.waitForEvent('download'),
		one.getByRole('link', { name: '廃止届の控え（PDF）を保存する' }).click()]);
	equal(copy.suggestedFilename().endsWith('-abolition.pdf'), true, 'the copy');
	await goto(one, '/registered/abolition');
	await look(one, 'abolition-over');

	sql(`UPDATE registration r JOIN application p ON p.id = r.application
	        SET r.valid_until = CURDATE() - INTERVAL 3 DAY
	      WHERE p.public_id = UNHEX('${lapsed}')`);
	sesshuctl('work', '--once');
	const two = await sender(script, lapsed);
	await goto(two, '/registered/standing');
	await look(two, 'standing-expired');
	await press(two, '登録を復活する');
	await look(two, 'revival');
	await press(two, '登録を復活する');
	await look(two, 'revival-empty');
	await fill(two, { text: '担当者が替わり、手続きが遅れました。' });
	await press(two, '登録を復活する');
	await says(two, '登録を復活しました');
	equal(state(lapsed), 'active', 'it is there again');
	await look(two, 'standing-revived');
	await goto(two, '/registered/revival');
	await look(two, 'revival-none');
	sql(`UPDATE registration r JOIN application p ON p.id = r.application
	        SET r.valid_until = CURDATE() - INTERVAL 60 DAY,
	            r.state = 'expired' WHERE p.public_id = UNHEX('${lapsed}')`);
	await goto(two, '/registered/revival');
	await look(two, 'revival-late');

	const staff = await officer(script, 'registrar');
	await goto(staff, `/tokutei/standing?id=${bad}`);
	await look(staff, 'standing-desk');
	await press(staff, '登録の取消しに進む');
	await look(staff, 'cancellation');
	await press(staff, '確認に進む');
	await look(staff, 'cancellation-empty');
	await fill(staff, { reason: 'gone', text: '事業所が見当たりません。' });
	await press(staff, '確認に進む');
	await look(staff, 'cancellation-check');
	await press(staff, '登録を取り消す');
	await says(staff, '登録を取り消しました');
	await look(staff, 'standing-cancelled-desk');
	equal(state(bad), 'cancelled', 'it is cancelled');
	await goto(staff, `/tokutei/cancellation?id=${bad}`);
	await look(staff, 'cancellation-over');
	await goto(staff, `/tokutei/application?id=${bad}`);
	await says(staff, '事業所が見当たりません。', 'the review page says it too');
	await look(staff, 'application-cancelled');
	const three = await sender(script, bad);
	await goto(three, '/registered/standing');
	await says(three, '事業所が見当たりません。', 'the business reads why');
	await look(three, 'standing-cancelled');
	await goto(three, '/tokutei/home');
	await look(three, 'home-cancelled');
}
await end();
