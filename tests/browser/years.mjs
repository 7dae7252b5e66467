// years.mjs - the life of a registration, with a clock that moves: a light
// change, a change notice, a renewal, the end, its revival and its abolition,
// as the business, the desks and everybody see them.
import { at, browser, clock, end, equal, fill, goto, look, mailTo, ok,
	press, pressAct, says, sql, submit } from './lib.mjs';
import { generated, logIn, mailedLink, officer, publicIds, sender, setPassword,
	toRegistrar } from './lib/people.mjs';

process.on('exit', () => clock(0));

// --- Who, and when -----------------------------------------------------------

// A sent application of one ministry that has confirmed it: whoever registers
// it presses the button. One of its offices has no institution.
function confirmed() {
	const id = generated(1, 2, '--desks=mhlw');

	sql(`INSERT INTO account (public_id, login, mail, name, created_at)
	     VALUES (RANDOM_BYTES(16), 'confirmer.${id}', 'staff@example.jp',
	             '見本 確認', UTC_TIMESTAMP(6));
	     SET @a = LAST_INSERT_ID();
	     SET @v = (SELECT sent FROM application WHERE id = ${id});
	     UPDATE office SET inst_secured = 'no', inst_name = '', inst_kana = '',
	            inst_at_zip = '', inst_at_pref = '', inst_at_city = '',
	            inst_at_town = '', inst_tel = '', inst_fax = '',
	            inst_mail = '', inst_plan = '検討しています。'
	      WHERE version = @v AND number = 2;
	     UPDATE office SET inst_secured = 'yes', inst_name = '見本病院',
	            inst_kana = 'みほんびょういん', inst_at_zip = at_zip,
	            inst_at_pref = at_pref, inst_at_city = at_city,
	            inst_at_town = at_town, inst_tel = tel, inst_plan = ''
	      WHERE version = @v AND number = 1;
	     UPDATE review_unit SET state = 'confirmed', opinion = 'register',
	            reason = '基準に合っています。', confirmed_by = @a,
	            confirmed_at = UTC_TIMESTAMP(6), confirmed_version = @v
	      WHERE application = ${id};
	     UPDATE application SET state = 'ministry_confirmed',
	            begun_at = UTC_TIMESTAMP(6) WHERE id = ${id}`);
	toRegistrar(id, id, 'open', sql('SELECT UTC_TIMESTAMP(6)'));
	return id;
}

// Noon of a day in Japan.
const noon = (iso) => Date.parse(`${iso}T12:00:00+09:00`);
const moveTo = (iso) => clock(Math.round((noon(iso) - Date.now()) / 1000));
const japanese = (iso) => iso.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');

// Officers who stay signed in for all those years.
async function stays(role, ministry) {
	const page = await officer(true, role, ministry);

	sql(`UPDATE session SET idle_seconds = 1000000000,
	            ends_at = ends_at + INTERVAL 20 YEAR
	      ORDER BY id DESC LIMIT 1`);
	return page;
}

async function mailOf(address, subject) {
	for (;;) {
		const mail = await mailTo(address);
		if (mail.subject.includes(subject))
			return ok(true, `mail: ${subject}`) && mail;
	}
}

const app = confirmed();
const [id] = publicIds(app, app);
const [mail, tel, was] = sql(`SELECT p.mail, a.tel, a.name
	FROM application p JOIN applicant a ON a.version = p.sent
	WHERE p.id = ${app}`).split('\t');
const registration = (column) =>
	sql(`SELECT ${column} FROM registration WHERE application = ${app}`);
const inForce = (column) => sql(`SELECT o.${column} FROM registration r
	JOIN office o ON o.version = r.version
	WHERE r.application = ${app} AND o.number = 2`);
const latest = (column) => sql(`SELECT ${column} FROM application
	WHERE parent = ${app} ORDER BY id DESC LIMIT 1`);
const firm = await browser();
const anybody = await browser();
const ministry = await stays('reviewer', 'mhlw');
const registrar = await stays('registrar');

// --- What they do ------------------------------------------------------------

async function signIn() {
	await goto(firm, '/account/login');
	await logIn(firm, mail);
	at(firm, '/tokutei/home', 'the business is signed in');
}

async function begin(button) {
	await goto(firm, '/tokutei/home');
	await press(firm, '登録後の手続き（変更・更新）');
	await press(firm, button);
	at(firm, '/registered/change', button);
}

// The second office gets these values.
async function office(values) {
	await press(firm, '事業所を直す');
	await goto(firm, `/tokutei/office?id=${sql(`SELECT LOWER(HEX(o.public_id))
		FROM registration r JOIN office o ON o.version = r.version
		WHERE r.application = ${app} AND o.number = 2`)}`);
	await fill(firm, values);
	await pressAct(firm, 'save');
	await goto(firm, '/registered/change');
}

async function open(page, number) {
	await goto(page, '/tokutei/list');
	await fill(page, { q: number });
	await press(page, 'この条件で探す');
	return () => press(page, number);
}

// The ministry confirms, the registrar accepts what was sent last. seen: looks
// at the pages of the desks.
async function accept(word, seen = async () => {}) {
	const number = latest('receipt');

	let go = await open(ministry, number);
	await says(ministry, word, 'the list says what it is');
	await seen(ministry, 'list');
	await go();
	await says(ministry, word, 'its page says so too');
	await seen(ministry, 'application');
	await press(ministry, '登録内容との違いを見る');
	await seen(ministry, 'difference');
	await ministry.goBack();
	await fill(ministry, { opinion: 'register' });
	await press(ministry, '確認済みにする');
	await says(ministry, '確認済みにしました', 'the ministry confirms');
	go = await open(registrar, number);
	await go();
	await goto(registrar, registrar.url().replace('application?', 'registration?'));
	await seen(registrar, 'registration');
	await press(registrar, '受理する');
	equal(latest('state'), 'accepted', 'the registrar accepts');
	await seen(registrar, 'accepted');
	await mailOf(mail, 'の受理のお知らせ');
}

// Waits up to ten seconds.
async function until(right, again) {
	for (let n = 0; n < 100 && !await right(); n++) {
		await new Promise((done) => setTimeout(done, 100));
		await again?.();
	}
	return right();
}

// What everybody reads of it; '': nothing. The worker publishes what came back,
// and throws away what the web server has kept.
async function published(text, name) {
	const main = () => anybody.locator('main').innerText();

	await until(() => registration('publish_due') === '0');
	await goto(anybody, `/register/business?number=${number}`);
	ok(await until(async () => (text ? (await main()).includes(text)
		: anybody.answer.status() === 404), () => anybody.reload()),
	name, await main());
}

// --- The first year ----------------------------------------------------------

await goto(registrar, `/tokutei/registration?id=${id}`);
await press(registrar, '登録する');
const number = registration('number');
const firstEnd = registration('valid_until');
await mailOf(mail, '登録');
await published(was, 'it is registered, and everybody sees it');

await goto(firm, '/account/forgot');
await fill(firm, { mail, tel });
await submit(firm);
await goto(firm, await mailedLink(mail));
await setPassword(firm);
await signIn();
await goto(firm, '/registered/procedure');
await says(firm, japanese(firstEnd), 'until when it is valid');
await look(firm, 'procedure-none');

await begin('変更を始める');
await look(firm, 'change-empty');
await office({ fax: '0312340000' });
await says(firm, '不要（すぐに反映）', 'a fax number needs no notice');
await look(firm, 'change-light');
await press(firm, '変更を登録に反映する');
await says(firm, '変更を登録に反映しました', 'it counts at once');
await look(firm, 'home-light');
equal(inForce('fax'), '0312340000', 'it is in force');

await begin('変更を始める');
await office({ name: '見本町新支店', 'inst.secured': 'yes', 'inst.name': '例示病院',
	'inst.kana': 'れいじびょういん', 'inst.at.zip': '1008916',
	'inst.at.pref': '13', 'inst.at.city': '131016',
	'inst.at.town': '霞が関３－１', 'inst.tel': '0311112222' });
await look(firm, 'change-notice');
const reasons = await firm.locator('main td li').allInnerTexts();
equal(reasons.join('、'), '事業所名、接種実施医療機関が決まった', 'why it needs a notice');

// Sent by somebody without scripts.
const plain = await sender(false, id);
await goto(plain, '/registered/procedure');
await look(plain, 'procedure');
await press(plain, '変更の入力を続ける');
await look(plain, 'change');
await press(plain, '変更を届け出る');
await says(plain, '接種実施医療機関が決まった日を入れてください', 'the day is asked for');
await look(plain, 'change-day');
const today = new Date(Date.now() + 9 * 3600e3);
await fill(plain, { 'secured_on.year': today.getUTCFullYear(),
	'secured_on.month': today.getUTCMonth() + 1,
	'secured_on.day': today.getUTCDate() });
await press(plain, '変更を届け出る');
await says(plain, '受け付けました');
equal(sql(`SELECT GROUP_CONCAT(v.kind ORDER BY v.id) FROM registration_version v
	JOIN registration r ON r.id = v.registration
	WHERE r.application = ${app}`), 'first,light', 'nothing of it is light');
await goto(firm, '/tokutei/home');
await press(firm, '登録後の手続き（変更・更新）');
await says(firm, '変更を始める', 'the next one can be begun');
await look(firm, 'procedure-sent');
await goto(plain, '/tokutei/home');
await look(plain, 'home-change');
equal(inForce('name') === '見本町新支店', false, 'it does not count yet');

await accept('変更届出', (page, name) => look(page, `years-${name}`));
equal(inForce('name'), '見本町新支店', 'now it is in force');
await published('見本町新支店', 'everybody reads the new name');

// --- Four years and a half later ---------------------------------------------

moveTo(sql(`SELECT DATE('${firstEnd}') - INTERVAL 6 MONTH`));
const warning = await mailOf(mail, '有効期間');
ok(warning.text.includes(japanese(firstEnd)), 'it says until when', warning.text);
await signIn();
await says(firm, '登録の更新の時期です', 'the first page says what is due');
await look(firm, 'home-renew');
await begin('更新を始める');
await says(firm, '変わるところはありません', 'nothing has changed: one page');
await look(firm, 'change-renewal');
await press(firm, '更新を申請する');
await look(firm, 'home-renewal');
await accept('更新', (page, name) =>
	name === 'registration' && look(page, 'years-renewal'));
const secondEnd = sql(`SELECT DATE('${firstEnd}') + INTERVAL 5 YEAR`);
equal(registration('valid_until'), secondEnd, 'five more years');
await goto(firm, '/registered/procedure');
await says(firm, japanese(secondEnd), 'the business reads it');
await look(firm, 'procedure-renewed');

// --- Those are over too ------------------------------------------------------

moveTo(sql(`SELECT DATE('${secondEnd}') + INTERVAL 3 DAY`));
await mailOf(mail, '失効');
equal(registration('state'), 'expired', 'without a renewal it has expired');
await published('', 'nobody finds it');
await signIn();
await look(firm, 'home-expired');
await goto(firm, '/registered/procedure');
await look(firm, 'procedure-expired');
await goto(firm, '/registered/standing');
await press(firm, '登録を復活する');
await fill(firm, { text: '担当者が替わり、手続きが遅れました。' });
await press(firm, '登録を復活する');
await says(firm, '登録を復活しました');
await published('見本町新支店', 'it is there again');

await press(firm, '登録の全部の廃止を届け出る');
const last = sql(`SELECT DATE('${secondEnd}') + INTERVAL 10 DAY`);
const [year, month, day] = last.split('-').map(Number);
await fill(firm, { reason: 'closed', 'day.year': year, 'day.month': month,
	'day.day': day });
await press(firm, '確認に進む');
await press(firm, '廃止を届け出る');
equal(registration('state'), 'active', 'until its day it holds');
moveTo(last);
await mailOf(mail, '廃止のお知らせ');
equal(registration('state'), 'abolished', 'then it has ended');
await published('', 'nobody finds it any more');
await signIn();
await says(firm, '廃止');
await look(firm, 'home-abolished');
await press(firm, 'もう一度申請する');
await says(firm, mail, 'the link comes to the address that is known');
await look(firm, 'start-again');
await goto(firm, '/registered/standing');
await look(firm, 'standing-years');
await end();
