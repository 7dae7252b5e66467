// lib.mjs - what a browser test says. A test is a module:
//
//	import { browser, end, goto, ok, mailTo, press, fill } from './lib.mjs';
//
//	const page = await browser({ script: true });
//	await goto(page, '/account/start');
//	await fill(page, { mail: 'taro@example.jp', mail2: 'taro@example.jp' });
//	await press(page, '送信');
//	await look(page, 'start-sent');
//	const mail = await mailTo('taro@example.jp');
//	await goto(page, mail.links[0]);
//	end();
//
// It drives Debian's Chromium against the instance that tests/run.sh started.
// look() makes every check that every page must pass in every state. What an
// applicant fills in is in lib/draft.mjs, who signs in in lib/people.mjs.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const OUT = process.env.OUT;
const INSTANCE = process.env.INSTANCE;
const ready = Object.fromEntries(readFileSync(`${INSTANCE}/ready`, 'utf8')
	.trim().split('\n').map((l) => l.split(/=(.*)/s)));
export const PUBLIC = ready.PUBLIC_URL;
export const INTRANET = ready.INTRANET_URL;
const AXE = readFileSync(createRequire(import.meta.url)
	.resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
	'best-practice'];
export const NARROW = 320;
export const WIDE = 1280;

// --- Claims ------------------------------------------------------------------

let count = 0;
let bad = 0;

export function ok(condition, name, ...why) {
	count++;
	if (!condition)
		bad++;
	console.log(`${condition ? '' : 'not '}ok ${count} - ${name}`);
	if (!condition)
		for (const line of why.flat())
			console.log(`#   ${String(line).replace(/\s+/g, ' ').slice(0, 300)}`);
	return Boolean(condition);
}
export const equal = (is, should, name) =>
	ok(is === should, name, `is     ${is}`, `should ${should}`);

let chrome = null;

// The last statement of a test.
export async function end() {
	await chrome?.close();
	console.log(`1..${count}`);
	process.exit(bad ? 1 : 0);
}

// An error ends the test with a picture of what was to be seen.
process.on('uncaughtException', async (error) => {
	ok(false, 'the test ran to its end', error.stack.split('\n').slice(0, 4));
	for (const [i, page] of pages.entries())
		await page.screenshot({ path: `${OUT}/shots/error-${process.pid}-${i}.png` })
			.catch(() => {});
	await end();
});

// --- Browsers ----------------------------------------------------------------

const pages = [];

// A fresh browser: its own cookies, scripts on or off. csp: false lets axe in;
// one journey with csp: true shows that the policy stops nothing of ours.
export async function browser({ script = true, width = WIDE, csp = false,
	site = PUBLIC } = {}) {
	chrome ??= await chromium.launch({
		executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
		headless: true,
		args: ['--no-sandbox', '--disable-gpu', '--disable-quic',
			'--no-first-run', '--disable-background-networking',
			'--disable-component-update', '--disable-sync'],
	});
	const context = await chrome.newContext({
		baseURL: site, javaScriptEnabled: script, bypassCSP: !csp,
		viewport: { width, height: 900 }, locale: 'ja-JP',
		timezoneId: 'Asia/Tokyo', acceptDownloads: true,
	});
	context.setDefaultTimeout(10000);
	const page = await context.newPage();
	page.script = script;
	page.complaints = [];
	page.on('console', (m) => {
		if (m.type() === 'error' && !/status of (4|5)\d\d/.test(m.text()))
			page.complaints.push(m.text());
	});
	page.on('pageerror', (e) => page.complaints.push(e.message));
	page.on('response', (r) => {
		if (r.request().isNavigationRequest() && r.frame() === page.mainFrame())
			page.answer = r;
	});
	pages.push(page);
	return page;
}

export async function goto(page, to) {
	return page.goto(to, { waitUntil: 'load' });
}

// Fills controls by their names: a text, true or false for a box, a label or
// value for a choice, { file: path } for a file.
export async function fill(page, values) {
	for (const [name, value] of Object.entries(values)) {
		const all = page.locator(`[name="${name}"]`);
		const kind = await all.first().evaluate((e) =>
			e.tagName === 'SELECT' ? 'select' : e.type);
		if (kind === 'select')
			await all.selectOption(String(value));
		else if (kind === 'radio')
			await page.locator(`[name="${name}"][value="${value}"]`).check();
		else if (kind === 'checkbox' && typeof value === 'boolean')
			await all.setChecked(value);
		else if (kind === 'checkbox')
			await page.locator(`[name="${name}"][value="${value}"]`).check();
		else if (kind === 'file')
			await all.setInputFiles(value.file ?? value);
		else
			await all.fill(String(value));
	}
}

// Clicks the first of these and waits for the page that comes of it.
export async function click(page, what) {
	await Promise.all([page.waitForEvent('load'), what.first().click()]);
}

// Presses the button, or follows the link, of that name.
export async function press(page, name, { exact = true } = {}) {
	const button = page.getByRole('button', { name, exact });
	await click(page, await button.count() ? button
		: page.getByRole('link', { name, exact }));
}

// Presses the button of that act: the last one, where each row has its own.
export const pressAct = (page, act) =>
	click(page, page.locator(`button[value="${act}"]:visible`).last());

// Presses the first button of the form, whatever it is called.
export const submit = (page) =>
	click(page, page.locator('main button.btn:not(.btn-2)'));

export const says = async (page, text, name) => {
	const body = await page.locator('body').innerText();
	return ok(body.includes(text), name ?? `says ${text}`, body);
};
export const at = (page, path, name) =>
	equal(new URL(page.url()).pathname, path, name ?? `is at ${path}`);

// --- What every page must pass -----------------------------------------------

// Keeps the page as it came for the HTML checks (alike ones once).
async function keep(page, name) {
	const text = await page.answer?.text().catch(() => '');
	if (!text || !/html/.test(page.answer.headers()['content-type'] ?? ''))
		return;
	const alike = createHash('md5').update(text.replace(/value="[^"]*"/g, '')
		.replace(/[0-9a-f]{32}/g, '')).digest('hex').slice(0, 10);
	const file = `${OUT}/pages/b-${name.replaceAll('/', '-')}-${alike}.html`;
	if (!existsSync(file))
		writeFileSync(file, text);
}

// Where scripts are off axe cannot run: a page with scripts then shows the same
// answer, without our script.
async function twin(page) {
	page.text = await page.answer.text();
	page.twin ??= await twinOf(page);
	// An address that differs in its place alone would load nothing.
	await page.twin.goto('about:blank');
	await page.twin.goto(page.url());
	return page.twin;
}

async function twinOf(page) {
	const context = await chrome.newContext({ bypassCSP: true, locale: 'ja-JP' });
	const other = await context.newPage();
	await other.route('**/*', (route) => {
		if (route.request().url() === page.url().split('#')[0])
			return route.fulfill({ body: page.text, contentType: 'text/html; charset=utf-8' });
		return /\.js$/.test(route.request().url()) ? route.abort() : route.continue();
	});
	return other;
}

async function axe(page) {
	if (!await page.evaluate(() => Boolean(window.axe)))
		await page.evaluate(AXE);
	const found = await page.evaluate((tags) => window.axe.run(document,
		{ runOnly: tags, resultTypes: ['violations'] }), TAGS);
	return found.violations.map((v) =>
		`${v.id}: ${v.help} — ${v.nodes.map((n) => n.html).slice(0, 3).join(' ')}`);
}

// What sticks out of a page that is too wide for its window.
const tooWide = () => {
	const root = document.documentElement;
	if (root.scrollWidth <= root.clientWidth)
		return [];
	return [...document.querySelectorAll('body *')]
		.filter((e) => e.getBoundingClientRect().right > root.clientWidth + 1)
		.slice(0, 5).map((e) => e.outerHTML.slice(0, 120));
};

// Texts of cells in columns of one or two characters.
const squeezed = () => [...document.querySelectorAll('td, tbody th')]
	.flatMap((cell) => {
		const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
		const found = [];
		while (texts.nextNode()) {
			const range = document.createRange();
			range.selectNodeContents(texts.currentNode);
			const boxes = [...range.getClientRects()];
			const size = parseFloat(getComputedStyle(cell).fontSize);
			if (boxes.length > 1 && texts.currentNode.textContent.trim()
				&& boxes.every((b) => b.width < 2.5 * size
					&& Math.abs(b.left - boxes[0].left) < 1))
				found.push(cell.outerHTML.slice(0, 160));
		}
		return found;
	});

// Controls smaller than 24 × 24 CSS px (WCAG 2.5.8); a link within a sentence
// is as high as its line.
const tooSmall = () => [...document.querySelectorAll(
	'button, input:not([type=hidden]), select, textarea, summary, nav a')]
	.filter((e) => {
		if (!e.checkVisibility())
			return false;
		const label = /radio|checkbox/.test(e.type) && e.labels?.[0];
		const r = (label || e).getBoundingClientRect();
		return r.width > 1 && (r.width < 24 || r.height < 24);
	}).map((e) => e.outerHTML.slice(0, 120));

// Each error text stands in the summary and beside its field, in the same
// words, and each link of the summary leads to something.
const errorsAgree = () => {
	const wrong = [];
	for (const a of document.querySelectorAll('.summary a[href^="#"], .error-summary a[href^="#"]')) {
		const target = document.getElementById(decodeURIComponent(a.hash.slice(1)));
		if (!target)
			wrong.push(`${a.hash} leads nowhere`);
	}
	return wrong;
};

// Checks the page at both widths, keeps a picture of each and its HTML.
export async function look(page, name) {
	const was = page.viewportSize();
	const shown = page.script ? page : await twin(page);
	await keep(page, name);
	for (const width of [NARROW, WIDE]) {
		await page.setViewportSize({ width, height: 900 });
		await shown.setViewportSize({ width, height: 900 });
		const wide = await page.evaluate(tooWide).catch((e) => [e.message]);
		ok(wide.length === 0, `${name}: no sideways scrolling at ${width}`, wide);
		const narrow = await page.evaluate(squeezed).catch((e) => [e.message]);
		ok(narrow.length === 0, `${name}: texts have room in their cells at ${width}`, narrow);
		const script = page.script ? 'js' : 'nojs';
		await page.screenshot({ fullPage: true,
			path: `${OUT}/shots/${name.replaceAll('/', '-')}-${width}-${script}.png` });
		const found = await axe(shown);
		ok(found.length === 0, `${name}: axe finds nothing at ${width}`, found);
	}
	const small = await page.evaluate(tooSmall);
	ok(small.length === 0, `${name}: every control is 24 px or more`, small);
	const wrong = await page.evaluate(errorsAgree);
	ok(wrong.length === 0, `${name}: the summary leads to the fields`, wrong);
	ok(page.complaints.length === 0, `${name}: the console is silent`,
		page.complaints.splice(0));
	const title = await page.title();
	ok(title.length > 0, `${name}: has a title`);
	await page.setViewportSize(was);
}

// Where the same page comes with and without scripts, or several times in the
// same state, by one name: it is looked at once, with scripts.
const looked = new Set();

export async function lookOnce(page, name) {
	if (!page.script || looked.has(name))
		return;
	looked.add(name);
	await look(page, name);
}

// The order of the Tab key is the order of the source, and the focus shows.
export async function tabs(page, name) {
	const focusable = await page.evaluate(() => [...document.querySelectorAll(
		'a[href], button, input:not([type=hidden]), select, textarea, summary')]
		.filter((e) => e.tabIndex >= 0 && e.checkVisibility()).map((e, i) => {
			e.dataset.tab = i;
			return e.type === 'radio' ? `radio ${e.name}` : String(i);
		}));
	const order = focusable.filter((e, i) => e !== focusable[i - 1]);
	await page.evaluate(() => document.activeElement?.blur());
	const got = [];
	let unseen = 0;
	for (let i = 0; i < order.length; i++) {
		await page.keyboard.press('Tab');
		const e = await page.evaluate(() => {
			const a = document.activeElement;
			const s = getComputedStyle(a);
			return { tab: a.type === 'radio' ? `radio ${a.name}` : a.dataset.tab,
				shows: s.outlineStyle !== 'none' || s.boxShadow !== 'none' };
		});
		got.push(e.tab);
		unseen += e.shows ? 0 : 1;
	}
	equal(got.join(','), order.join(','), `${name}: Tab follows the source`);
	equal(unseen, 0, `${name}: the focus shows everywhere`);
}

// --- Mail, rows, time --------------------------------------------------------

const taken = new Map();

// The next mail to that address that was not taken yet, ten seconds at most:
// { subject, text, links }.
export async function mailTo(address) {
	const file = `${INSTANCE}/mail/mails.jsonl`;
	for (let n = 0; n < 100; n++) {
		const mails = !existsSync(file) ? [] : readFileSync(file, 'utf8')
			.split('\n').filter(Boolean).map((l) => JSON.parse(l))
			.filter((m) => m.to === address);
		const nth = taken.get(address) ?? 0;
		if (mails.length > nth) {
			taken.set(address, nth + 1);
			return mails[nth];
		}
		await new Promise((done) => setTimeout(done, 100));
	}
	throw new Error(`no mail to ${address} within ten seconds`);
}

let people = 0;
export const someone = (word = 'someone') =>
	`${word}.${process.pid}.${people++}@example.jp`;

export const sql = (statement) => execFileSync('bin/run.sh',
	['sql', '-N', '-B', '-e', statement],
	{ env: { ...process.env, VAR: INSTANCE }, encoding: 'utf8' }).trim();

export const sesshuctl = (...words) => execFileSync(
	`${process.env.BUILD}/bin/sesshuctl`, words, { encoding: 'utf8',
		env: { ...process.env, SESSHU_CONF: `${INSTANCE}/conf/owner.hdf` } });

// Seconds by which the programs' clock is ahead.
export function clock(seconds) {
	writeFileSync(`${INSTANCE}/clock.new`, `${seconds}\n`);
	renameSync(`${INSTANCE}/clock.new`, `${INSTANCE}/clock`);
}
