/* mailer.c - what the mails say: templates, links, codes (worker). */
#include "mailer.h"

#include <jansson.h>
#include <sodium.h>
#include <string.h>

#include "account/link.h"
#include "base/random.h"
#include "db/db.h"
#include "sql/mail/secret.h"
#include "text/jdate.h"
#include "web/render.h"

/* security AU-30: twice over 19 MiB, 12 ms */
#define CODE_PASSES 2
#define CODE_MEMORY ((size_t)19 * 1024 * 1024)

struct mailer {
	const struct config *config;
	struct render *render;
	struct mail_relay relay;
};

static void forget(void *json)
{
	json_decref(json);
}

/* Mail.data: what the act wrote; the names are ours (mail_put). */
static enum status put_data(struct ctx *cx, HDF *mail,
			    const struct mail_job *job)
{
	json_t *json = json_loads(job->data, 0, NULL), *value;
	const char *name;

	if (!json)
		return fail(ST_IO, "mail %lld: its data is no JSON",
			    (long long)job->id);
	mem_at_end(cx, forget, json);
	json_object_foreach(json, name, value)
	{
		const char *text = json_string_value(value);

		hdf_put(mail, mem_printf(cx, "data.%s", name),
			text ? text : "");
	}
	return ST_OK;
}

static bool is_over(struct ctx *cx, const struct row *row)
{
	return row_time(row, "used_at") || row_time(row, "ended_at") ||
	       cx->now >= row_time(row, "expires_at");
}

/* Staff work on the intranet: their links lead there. */
static void put_site(const struct mailer *m, HDF *mail, const struct row *row)
{
	bool staff = row && row_int(row, "staff") == 1;

	hdf_put(mail, "site",
		config_text(m->config,
			    staff ? "Site.IntranetUrl" : "Site.PublicUrl"));
}

/* A new token for each try: earlier ones may have arrived and stay good. */
static enum status put_link(struct ctx *cx, struct mailer *m, HDF *mail,
			    int64_t link)
{
	const char *token;
	struct row *row;

	TRY(db_one(cx, &sql_mail_link_load, ARGS({ "id", value_int(link) }),
		   &row));
	if (is_over(cx, row))
		return ST_STATE;
	TRY(link_token_create(cx, link, &token));
	put_site(m, mail, row);
	hdf_put(mail, "link",
		mem_printf(cx, "%s/account/open?t=%s",
			   hdf_get_value(mail, "site", ""), token));
	hdf_put(mail, "expires", jtime_text(cx, row_time(row, "expires_at")));
	return ST_OK;
}

/* Each try makes the digits anew; the last ones count. */
static enum status put_code(struct ctx *cx, struct mailer *m, HDF *mail,
			    int64_t passcode)
{
	char stored[crypto_pwhash_STRBYTES];
	char *code = mem_printf(cx, "%06u", random_below(1000000));
	struct row *row;

	TRY(db_one(cx, &sql_mail_passcode_load,
		   ARGS({ "id", value_int(passcode) }), &row));
	if (is_over(cx, row))
		return ST_STATE;
	if (crypto_pwhash_str(stored, code, strlen(code), CODE_PASSES,
			      CODE_MEMORY))
		return fail(ST_IO, "passcode: not enough memory");
	TRY(db_exec(cx, &sql_mail_passcode_set,
		    ARGS({ "id", value_int(passcode) },
			 { "code", value_text(stored) }),
		    NULL));
	put_site(m, mail, row);
	hdf_put(mail, "code", code);
	hdf_put(mail, "expires", jtime_text(cx, row_time(row, "expires_at")));
	return ST_OK;
}

/* Templates are laid out for people who read them: empty lines at the ends go,
 * and several in a row become one. */
static const char *tidy(struct ctx *cx, const char *s)
{
	struct buf out;
	size_t empty = 0;

	buf_init(&out, cx);
	while (*s) {
		size_t line = strcspn(s, "\n"), n = line;

		while (n > 0 && strchr(" \t\r", s[n - 1]))
			n--;
		if (n > 0) {
			if (out.n > 0)
				buf_add(&out, empty ? "\n\n" : "\n");
			buf_add_n(&out, s, n);
		}
		empty = n > 0 ? 0 : empty + 1;
		s += line + (s[line] == '\n');
	}
	buf_char(&out, '\n');
	return out.text;
}

static enum status compose(struct ctx *cx, void *arg,
			   const struct mail_job *job, const char **text)
{
	struct mailer *m = arg;
	HDF *root = render_hdf(m->render), *mail;
	struct buf out;

	(void)hdf_remove_tree(root, "Mail");
	mail = hdf_node(root, "Mail");
	hdf_put(mail, "to", job->to);
	put_site(m, mail, NULL);
	TRY(put_data(cx, mail, job));
	if (job->link)
		TRY(put_link(cx, m, mail, job->link));
	if (job->passcode)
		TRY(put_code(cx, m, mail, job->passcode));
	buf_init(&out, cx);
	TRY(render_page(m->render, mem_printf(cx, "mail/%s", job->template),
			&out));
	*text = tidy(cx, out.text);
	return ST_OK;
}

static void put_sites(struct mailer *m)
{
	static const char *const names[] = { "Site.PublicUrl",
					     "Site.IntranetUrl", "Site.Name" };

	for (size_t i = 0; i < COUNT(names); i++)
		hdf_put(render_hdf(m->render), names[i],
			config_text(m->config, names[i]));
}

struct mail_sender *mailer_new(struct ctx *cx, const struct config *config)
{
	struct mailer *m = mem_zero(cx, sizeof(*m));
	const char *name;

	m->config = config;
	m->render = render_new(cx, config_text(config, "Path.Templates"), false,
			       config_number(config, "Development", 0) != 0);
	put_sites(m);
	name = render_message(m->render, "system.name");
	m->relay = (struct mail_relay) {
		.host = config_text(config, "Mail.Host"),
		.port = config_number(config, "Mail.Port", 25),
		.tls = config_number(config, "Mail.TLS", 0) != 0,
		.user = config_text(config, "Mail.User"),
		.password = config_text(config, "Mail.Password"),
		.from = config_text(config, "Mail.From"),
		/* A copy: message files are read again in development. */
		.from_name = mem_text(cx, name ? name : ""),
	};
	return mail_sender_new(cx, &m->relay, compose, m);
}
