// people.mjs - who is there: staff and applicants, by the login or signed in
// already, and the applications that they are about.
import { randomBytes, randomInt } from 'node:crypto';
import { INTRANET, PUBLIC, browser, fill, mailTo, press, sesshuctl, someone, sql,
	submit } from '../lib.mjs';

export const PASSWORD = 'mihon-no-tsukue-2026';

// --- By the login ------------------------------------------------------------

// Somebody of an organisation: { login, mail, link }, the link sets a password.
export function invited(org, role, name) {
	const mail = someone(role);
	const login = mail.split('@')[0];
	const link = sesshuctl('create-staff', '--login', login, '--mail', mail,
		'--org', org, '--role', role, '--name', name).trim();
	return { login, mail, link };
}

// On the page to which such a link leads; the login is the next one.
export async function setPassword(page, password = PASSWORD) {
	await fill(page, { password, again: password });
	await submit(page);
}

export async function logIn(page, login, password = PASSWORD) {
	await fill(page, { login, password });
	await press(page, 'ログイン');
}

// The next code that was mailed; other mails come before it.
export async function code(mail) {
	for (;;) {
		const digits = (await mailTo(mail)).text.match(/：([0-9]{6})$/m);
		if (digits)
			return digits[1];
	}
}

// The next link that was mailed; other mails come before it.
export async function mailedLink(mail) {
	for (;;) {
		const link = (await mailTo(mail)).links
			.find((l) => l.includes('/account/open'));
		if (link)
			return link;
	}
}

// --- Signed in already -------------------------------------------------------

// A browser with a session. source: SQL that sets @a to the account and @o to
// its organisation.
async function signedIn(site, script, role, source) {
	const page = await browser({ site, script });
	const value = randomBytes(32).toString('base64url');

	sql(`${source}
	     INSERT INTO session (public_id, token, site, stage, account,
	            organisation, role, created_at, seen_at, idle_seconds, ends_at)
	     VALUES (RANDOM_BYTES(16), UNHEX(SHA2('${value}', 256)),
	             '${site === PUBLIC ? 'public' : 'intranet'}', 'full', @a, @o,
	             '${role}', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), 86400,
	             UTC_TIMESTAMP(6) + INTERVAL 1 DAY)`);
	await page.context().addCookies([{ name: 'sid', value, url: site }]);
	return page;
}

// Somebody of a new desk; role: registrar, or reviewer of a ministry (mhlw,
// meti …).
export const officer = (script, role, ministry = '') =>
	signedIn(INTRANET, script, role,
		`INSERT INTO organisation (public_id, kind, name, ministry, created_at)
		 VALUES (RANDOM_BYTES(16),
		         '${role === 'registrar' ? 'registrar' : 'ministry'}',
		         'サンプル課',
		         (SELECT id FROM ministry WHERE code = '${ministry}'),
		         UTC_TIMESTAMP(6));
		 SET @o = LAST_INSERT_ID();
		 INSERT INTO account (public_id, login, mail, name, created_at)
		 VALUES (RANDOM_BYTES(16), '${someone(role)}', 'staff@example.jp',
		         '見本 花子', UTC_TIMESTAMP(6));
		 SET @a = LAST_INSERT_ID();
		 INSERT INTO membership (account, organisation, role, since)
		 VALUES (@a, @o, '${role}', UTC_TIMESTAMP(6));`);

// Whoever sent the application of that public id.
export const sender = (script, app) => signedIn(PUBLIC, script, 'applicant',
	`SELECT account, organisation INTO @a, @o FROM application
	  WHERE public_id = UNHEX('${app}');`);

// --- Applications ------------------------------------------------------------

// So many sent ones, each with so many offices; the number of the last one.
export const generated = (applications, offices, ...more) =>
	Number(sesshuctl('generate', '--sent', '--applications',
		String(applications), '--offices', String(offices), '--seed',
		String(randomInt(1e9)), ...more).match(/application=(\d+)/)[1]);

// The public ids of the applications from one number to another.
export const publicIds = (first, last) => sql(
	`SELECT LOWER(HEX(public_id)) FROM application
	  WHERE id BETWEEN ${first} AND ${last} ORDER BY id`).split('\n');

// Puts them on the registrar's desk.
export const toRegistrar = (first, last, state, since) => sql(
	`INSERT IGNORE INTO review_unit (public_id, application, role, ministry,
	        state, since, receipt, name, search_key, pref, founder, offices,
	        persons, sent_at)
	 SELECT RANDOM_BYTES(16), application, 'registrar', 0, '${state}',
	        '${since}', receipt, name, search_key, pref, founder, offices,
	        persons, sent_at
	   FROM review_unit
	  WHERE role = 'reviewer' AND application BETWEEN ${first} AND ${last}`);

// So many registered ones, by their public ids; their numbers are B- and that
// of the application. prepare: is told from which to which before they are.
export function registered(applications, offices, prepare = () => {}) {
	const last = generated(applications, offices);
	const first = last - applications + 1;
	const ours = `BETWEEN ${first} AND ${last}`;

	prepare(first, last);
	toRegistrar(first, last, 'done', '2020-01-01');
	sql(`UPDATE application SET state = 'registered', ended_at = UTC_TIMESTAMP(6)
	      WHERE id ${ours};
	     UPDATE review_unit SET state = 'done' WHERE application ${ours};
	     INSERT INTO registration (public_id, application, version, number,
	            state, registered_on, valid_until, offices, persons,
	            registered_by, at)
	     SELECT RANDOM_BYTES(16), id, sent, CONCAT('B-', id), 'active',
	            '2020-01-01', '2099-12-31', ${offices}, ${offices}, account,
	            sent_at
	       FROM application WHERE id ${ours};
	     INSERT INTO registration_version (registration, version, application,
	            kind, from_at)
	     SELECT id, version, application, 'first', at FROM registration
	      WHERE application ${ours}`);
	return publicIds(first, last);
}
