// upload.mjs - offices by workbook: a file that LibreOffice saved, its result,
// mending on the screen, taking over; and files that are none.
import { at, browser, end, fill, goto, look, ok, press, says, submit } from './lib.mjs';
import { begin, findAddress } from './lib/draft.mjs';

const workbook = new URL('../data/workbook/libreoffice.xlsx', import.meta.url).pathname;

async function toOffices(page) {
	await begin(page, 'upload');
	await fill(page, { founder: 'private' });
	await submit(page);
	await fill(page, { consent: true, name: '見本商事株式会社',
		kana: 'みほんしょうじ', chief: '見本太郎', chief_kana: 'みほんたろう',
		'at.town': '１－２－２', tel: '0312345678', physician: 'yes',
		plan: 'yes', note1: '見本第1号' });
	await findAddress(page, 'at', '1008916');
	await submit(page);
	at(page, '/tokutei/offices', 'the applicant is complete');
}

async function refuse(page) {
	await goto(page, '/tokutei/upload');
	await look(page, 'upload');
	await submit(page);
	await look(page, 'upload-none');
	await page.locator('input[type=file]').setInputFiles({ name: 'list.csv',
		mimeType: 'text/csv', buffer: Buffer.from('事業所名,電話\r\n見本,03\r\n') });
	await submit(page);
	await look(page, 'upload-csv');
	await page.locator('input[type=file]').setInputFiles({ name: 'old.xls',
		mimeType: 'application/vnd.ms-excel',
		buffer: Buffer.from('d0cf11e0a1b11ae1' + '00'.repeat(600), 'hex') });
	await submit(page);
	await look(page, 'upload-xls');
	await says(page, '.xlsx', 'it says which kind is wanted');
}

async function take(page) {
	await goto(page, '/tokutei/upload');
	await page.locator('input[type=file]').setInputFiles(workbook);
	await submit(page);
	at(page, '/tokutei/uploaded', 'the workbook is read');
	await look(page, 'uploaded');
	await says(page, '電話番号は市外局番から10桁', 'each mistake says its fix');
	await press(page, '画面で直す');
	await look(page, 'upload-fix');
	for (const [name, value] of await page.locator('main input[name]:not([type=hidden])')
		.evaluateAll((all) => all.map((e) => [e.name, e.value])))
		if (value === '12345')
			await fill(page, { [name]: '0312345678' });
	await submit(page);
	await look(page, 'upload-fixed');
	await goto(page, page.url().includes('uploadfix')
		? page.url().replace('uploadfix', 'uploaded') : page.url());
	await press(page, '誤りのない事業所だけ取り込む');
	await look(page, 'upload-taken');
	await goto(page, '/tokutei/offices');
	await look(page, 'offices-many');
	await says(page, '第１営業所', 'the offices are there');
}

for (const script of [false, true]) {
	const page = await browser({ script });
	await toOffices(page);
	await refuse(page);
	await take(page);
	ok(true, 'the journey of a workbook ran to its end');
}
await end();
