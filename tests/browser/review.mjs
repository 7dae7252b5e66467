// review.mjs - an officer reads an application: the machine's check, offices,
// documents, what changed, what looks alike, the history; and confirms it.
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { at, click, end, equal, fill, goto, lookOnce as look, ok, press, says,
	sql } from './lib.mjs';
import { generated, officer, publicIds } from './lib/people.mjs';

const DATA = `${process.env.INSTANCE}/data`;
const columns = (table) => sql(`SELECT GROUP_CONCAT(column_name)
	FROM information_schema.columns WHERE table_schema = 'sesshu'
	 AND table_name = '${table}' AND is_generated = 'NEVER'
	 AND column_name <> 'version'`);

// Two that look alike; the second was sent once more, with a document.
function sent() {
	const id = generated(2, 3, '--desks', 'mlit');
	const copy = ['applicant', 'office', 'business', 'version_part']
		.map((t) => [t, columns(t)])
		.map(([t, c]) => `INSERT INTO ${t} (version, ${c})
			SELECT @w, ${c} FROM ${t} WHERE version = @v;`);
	const file = randomBytes(16).toString('hex');
	mkdirSync(DATA, { recursive: true });
	writeFileSync(`${DATA}/${file}`, Buffer.from(
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk' +
		'+A8AAQUBAScY42YAAAAASUVORK5CYII=', 'base64'));
	sql(`UPDATE applicant a JOIN application p ON p.sent = a.version
	        SET a.tel = '0399${id}' WHERE p.id IN (${id}, ${id - 1});
	     INSERT INTO file (public_id, name, kind, size, sha256, created_at)
	     VALUES (UNHEX('${file}'), '委任状.png', 'png', 68,
	             UNHEX(SHA2('', 256)), UTC_TIMESTAMP(6));
	     INSERT INTO attachment (application, file, purpose, created_at)
	     VALUES (${id}, LAST_INSERT_ID(), 'mandate', UTC_TIMESTAMP(6));
	     SET @v = (SELECT sent FROM application WHERE id = ${id});
	     INSERT INTO version (application, number, created_at, frozen_at,
	            next_office)
	     SELECT application, number + 1, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6),
	            next_office FROM version WHERE id = @v;
	     SET @w = LAST_INSERT_ID();
	     ${copy.join('\n')}
	     UPDATE applicant SET chief = '変更　次郎' WHERE version = @w;
	     UPDATE office SET name = '名前を変えた支店', tel = '03999'
	      WHERE version = @w AND number = 2;
	     DELETE FROM office WHERE version = @w AND number = 3;
	     DELETE FROM version_part WHERE version = @w AND office = 3;
	     UPDATE application SET sent = @w WHERE id = ${id}`);
	return publicIds(id, id)[0];
}

for (const script of [false, true]) {
	const app = sent();
	const page = await officer(script, 'reviewer', 'mlit');

	await goto(page, `/tokutei/application?id=${app}`);
	await says(page, '事前チェック', 'the machine has looked first');
	await says(page, '判定していない似た申請が1件あります');
	await look(page, 'review');
	await press(page, '担当になる');
	await says(page, 'あなたの担当にしました');
	await press(page, '事業所の一覧');
	await says(page, '名前を変えた支店', 'the offices of the desk');
	await look(page, 'review-offices');
	await fill(page, { q: 'ないもの' });
	await press(page, '探す');
	await says(page, '条件に合う事業所はありません');
	await look(page, 'review-offices-none');
	await press(page, '条件をすべて外す');
	await press(page, '名前を変えた支店');
	at(page, '/tokutei/office');
	await look(page, 'review-office');
	await goto(page, `/tokutei/difference?id=${app}`);
	await says(page, '変更　次郎', 'what changed');
	await says(page, '名前を変えた支店');
	await look(page, 'review-difference');
	await goto(page, `/tokutei/application?id=${app}`);
	await press(page, '委任状.png');
	ok(await page.locator('img.paper').evaluate((i) => i.naturalWidth > 0),
		'a picture is seen in the page');
	await look(page, 'review-document');

	await goto(page, `/tokutei/duplicates?id=${app}`);
	await look(page, 'review-duplicates');
	await click(page, page.locator('#main table a'));
	await look(page, 'review-duplicate');
	await press(page, '判定を保存する');
	await look(page, 'review-duplicate-open');
	await fill(page, { verdict: 'different', note: '同じ建物の別の会社' });
	await press(page, '判定を保存する');
	await says(page, '判定を保存しました');
	await look(page, 'review-duplicates-done');

	await goto(page, `/tokutei/application?id=${app}`);
	await says(page, 'すべて「別」と判定されています');
	await press(page, '確認済みにする');
	await says(page, '確認の結果を選んでください', 'without an opinion');
	await look(page, 'review-wrong');
	await fill(page, { opinion: 'register', reason: '基準に合っています' });
	await press(page, '確認済みにする');
	await says(page, '確認済みにしました');
	await look(page, 'review-confirmed');
	await press(page, '履歴');
	await says(page, '確認済みにした', 'it stands in the history');
	await look(page, 'review-history');
	equal(sql(`SELECT u.opinion FROM review_unit u
	             JOIN application p ON p.id = u.application
	            WHERE p.public_id = UNHEX('${app}') AND u.role = 'reviewer'`),
	'register', 'and in its row');
}
await end();
