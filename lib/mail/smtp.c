/* smtp.c - the conversation with the relay (libcurl). */
#include "mail/smtp.h"

#include <curl/curl.h>
#include <stdio.h>
#include <string.h>

/* Seconds. A relay on the same network that needs longer is not well. */
#define CONNECT_LIMIT 10L
#define WHOLE_LIMIT 40L

struct smtp {
	const struct mail_relay *relay;
	const char *url;
	CURL *curl;
	/* Of the message that is being sent. */
	const struct buf *message;
	size_t at;
	bool named; /* the recipient has been named: the answer is about it */
};

static size_t read_message(char *to, size_t size, size_t n, void *arg)
{
	struct smtp *s = arg;
	size_t left = s->message->n - s->at;

	n *= size;
	n = n < left ? n : left;
	memcpy(to, s->message->text + s->at, n);
	s->at += n;
	return n;
}

/* A 5xx before the recipient has been named is about us or the relay, and may
 * be put right; the library says afterwards only the last code. */
static int watch(CURL *curl, curl_infotype type, char *text, size_t n,
		 void *arg)
{
	struct smtp *s = arg;

	(void)curl;
	if (type == CURLINFO_HEADER_OUT && n > 5 &&
	    strncmp(text, "RCPT ", 5) == 0)
		s->named = true;
	return 0;
}

void smtp_rest(struct smtp *s)
{
	curl_easy_cleanup(s->curl);
	s->curl = NULL;
}

static void rest_at_end(void *s)
{
	smtp_rest(s);
}

struct smtp *smtp_new(struct ctx *cx, const struct mail_relay *relay)
{
	struct smtp *s = mem_zero(cx, sizeof(*s));
	const char *own = strchr(relay->from, '@');

	s->relay = relay;
	/* The path is how we introduce ourselves: by the sender's domain. */
	s->url = mem_printf(cx, "smtp://%s:%lld/%s", relay->host,
			    (long long)relay->port, own ? own + 1 : "");
	mem_at_end(cx, rest_at_end, s);
	return s;
}

/* What a curl_easy_setopt() refuses is our mistake. */
static void must(CURLcode code)
{
	if (code != CURLE_OK)
		BUG("curl_easy_setopt: %s", curl_easy_strerror(code));
}

static void set_up(struct smtp *s)
{
	const struct mail_relay *r = s->relay;

	s->curl = curl_easy_init();
	if (!s->curl)
		BUG("curl_easy_init: out of memory");
	must(curl_easy_setopt(s->curl, CURLOPT_URL, s->url));
	must(curl_easy_setopt(s->curl, CURLOPT_PROTOCOLS_STR, "smtp"));
	must(curl_easy_setopt(s->curl, CURLOPT_PROXY, ""));
	must(curl_easy_setopt(s->curl, CURLOPT_NOSIGNAL, 1L));
	must(curl_easy_setopt(s->curl, CURLOPT_CONNECTTIMEOUT, CONNECT_LIMIT));
	must(curl_easy_setopt(s->curl, CURLOPT_TIMEOUT, WHOLE_LIMIT));
	must(curl_easy_setopt(s->curl, CURLOPT_USE_SSL,
			      r->tls ? (long)CURLUSESSL_ALL
				     : (long)CURLUSESSL_NONE));
	if (*r->user) {
		must(curl_easy_setopt(s->curl, CURLOPT_USERNAME, r->user));
		must(curl_easy_setopt(s->curl, CURLOPT_PASSWORD, r->password));
	}
	must(curl_easy_setopt(s->curl, CURLOPT_UPLOAD, 1L));
	must(curl_easy_setopt(s->curl, CURLOPT_READFUNCTION, read_message));
	must(curl_easy_setopt(s->curl, CURLOPT_READDATA, s));
	must(curl_easy_setopt(s->curl, CURLOPT_VERBOSE, 1L));
	must(curl_easy_setopt(s->curl, CURLOPT_DEBUGFUNCTION, watch));
	must(curl_easy_setopt(s->curl, CURLOPT_DEBUGDATA, s));
}

static enum smtp_outcome judge(struct smtp *s, CURLcode code, long answer)
{
	if (code == CURLE_OK)
		return SMTP_SENT;
	if (s->named && answer >= 500 && answer < 600)
		return SMTP_REFUSED;
	return s->named ? SMTP_LATER : SMTP_AWAY;
}

enum smtp_outcome smtp_send(struct smtp *s, const char *to,
			    const struct buf *message, char reply[40])
{
	struct curl_slist *list = curl_slist_append(NULL, to);
	long answer = 0;
	CURLcode code;

	if (!list)
		BUG("curl_slist_append: out of memory");
	if (!s->curl)
		set_up(s);
	s->message = message;
	s->at = 0;
	s->named = false;
	must(curl_easy_setopt(s->curl, CURLOPT_MAIL_FROM, s->relay->from));
	must(curl_easy_setopt(s->curl, CURLOPT_MAIL_RCPT, list));
	code = curl_easy_perform(s->curl);
	(void)curl_easy_getinfo(s->curl, CURLINFO_RESPONSE_CODE, &answer);
	must(curl_easy_setopt(s->curl, CURLOPT_MAIL_RCPT, NULL));
	curl_slist_free_all(list);
	/* 0 is what stays when the connection broke before any answer. */
	(void)snprintf(
		reply, 40, code != CURLE_OK && answer < 400 ? "curl %d" : "%d",
		code != CURLE_OK && answer < 400 ? (int)code : (int)answer);
	return judge(s, code, answer);
}
