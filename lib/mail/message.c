/* message.c - the text of one mail (RFC 5322), for exactly one person. */
#include "mail/message.h"

#include <sodium.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "text/utf8.h"

#define LINE 76	       /* most characters of a header line (RFC 2047, 2) */
#define WORD 75	       /* … and of an encoded word */
#define BODY_BYTES 57  /* give a base64 line of 76 */
#define WORD_AROUND 12 /* =?UTF-8?B? and ?= */

#define LETTERS "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

/* left@right of letters, digits and the marks that RFC 5322 calls atext. */
static bool is_addr_spec(const char *s)
{
	size_t left = strspn(s, LETTERS "!#$%&'*+-/=?^_`{|}~.");
	const char *right = s + left + 1;
	size_t n;

	if (left == 0 || s[left] != '@' || s[0] == '.')
		return false;
	n = strspn(right, LETTERS "-.");
	return n > 0 && !right[n] && right[0] != '.' && right[0] != '-' &&
	       right[n - 1] != '.' && right[n - 1] != '-' &&
	       !strstr(right, "..");
}

bool message_address(const char *s)
{
	return strlen(s) <= MESSAGE_ADDRESS && is_addr_spec(s) &&
	       strchr(s, '@') - s <= 64;
}

/* A value that may go into a header: UTF-8 that cannot end the line. */
static bool is_header_text(const char *s)
{
	for (const char *p = s; *p; p++)
		if ((unsigned char)*p < ' ' || *p == 0x7f)
			return false;
	return utf8_valid(s, strlen(s));
}

static void add_base64(struct buf *to, const char *s, size_t n)
{
	char text[BODY_BYTES / 3 * 4 + 1];

	(void)sodium_bin2base64(text, sizeof(text), (const unsigned char *)s, n,
				sodium_base64_VARIANT_ORIGINAL);
	buf_add(to, text);
}

/* How many bytes of s, at most most, end with a whole character. */
static size_t whole(const char *s, size_t n, size_t most)
{
	if (n <= most)
		return n;
	while (most > 0 && ((unsigned char)s[most] & 0xc0) == 0x80)
		most--;
	return most;
}

/*
 * Encoded words, each with whole characters and on a line of its own; column
 * is where the first one begins, behind the name of the header.
 */
static void add_words(struct buf *to, const char *s, size_t column)
{
	size_t n = strlen(s);

	for (size_t room = LINE - column; n > 0; room = LINE - 1) {
		size_t used;

		if (room > WORD)
			room = WORD;
		used = whole(s, n, (room - WORD_AROUND) / 4 * 3);
		buf_add(to, "=?UTF-8?B?");
		add_base64(to, s, used);
		buf_add(to, "?=");
		s += used;
		n -= used;
		if (n > 0)
			buf_add(to, "\r\n ");
	}
}

/* Can stand as it is: fits the line, and nobody takes it for an encoding. */
static bool is_plain(const char *s, size_t room, const char *allowed)
{
	size_t n = strlen(s);

	return n <= room && strspn(s, allowed) == n && !strstr(s, "=?") &&
	       s[0] != ' ' && (n == 0 || s[n - 1] != ' ');
}

static void add_subject(struct buf *to, const char *subject)
{
	static const char name[] = "Subject: ";
	size_t column = strlen(name);

	buf_add(to, name);
	if (is_plain(subject, LINE - column,
		     LETTERS " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"))
		buf_add(to, subject);
	else
		add_words(to, subject, column);
	buf_add(to, "\r\n");
}

/* The address has a line of its own when the name is encoded. */
static void add_from(struct buf *to, const char *name, const char *address)
{
	static const char from[] = "From: ";
	size_t column = strlen(from);

	buf_add(to, from);
	if (!name[0]) {
		buf_add(to, address);
	} else if (is_plain(name, LINE - column - 3, LETTERS " -_")) {
		buf_printf(to, "%s\r\n <%s>", name, address);
	} else {
		add_words(to, name, column);
		buf_printf(to, "\r\n <%s>", address);
	}
	buf_add(to, "\r\n");
}

/* RFC 5322, 3.3, in Japan time, which has no summer time. strftime() would
 * follow the locale. */
static void add_date(struct buf *to, int64_t us)
{
	static const char days[] = "SunMonTueWedThuFriSat";
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	time_t seconds = (time_t)((us + 9 * HOUR) / SECOND);
	struct tm t;

	(void)gmtime_r(&seconds, &t);
	buf_printf(to, "Date: %.3s, %d %.3s %d %02d:%02d:%02d +0900\r\n",
		   days + (size_t)(3 * t.tm_wday), t.tm_mday,
		   months + (size_t)(3 * t.tm_mon), t.tm_year + 1900, t.tm_hour,
		   t.tm_min, t.tm_sec);
}

/* Base64 of text is of its CR LF form (RFC 2045, 6.8). */
static void add_body(struct buf *to, const char *body)
{
	struct buf text;

	buf_init(&text, to->cx);
	while (*body) {
		size_t n = strcspn(body, "\r\n");

		buf_add_n(&text, body, n);
		body += n;
		if (!*body)
			break;
		body += body[0] == '\r' && body[1] == '\n' ? 2 : 1;
		buf_add_n(&text, "\r\n", 2);
	}
	for (size_t at = 0; at < text.n; at += BODY_BYTES) {
		size_t n = text.n - at;

		add_base64(to, text.text + at, n < BODY_BYTES ? n : BODY_BYTES);
		buf_add_n(to, "\r\n", 2);
	}
}

enum status message_write(const struct message *m, struct buf *to)
{
	if (!message_address(m->from) || !message_address(m->to) ||
	    !is_addr_spec(m->id) || strlen(m->id) > MESSAGE_ADDRESS ||
	    !is_header_text(m->from_name) || !is_header_text(m->subject) ||
	    !utf8_valid(m->body, strlen(m->body)))
		return ST_INVALID;
	add_from(to, m->from_name, m->from);
	buf_printf(to, "To: %s\r\n", m->to);
	add_subject(to, m->subject);
	add_date(to, m->date);
	buf_printf(to, "Message-ID: <%s>\r\n", m->id);
	buf_add(to, "Auto-Submitted: auto-generated\r\n"
		    "MIME-Version: 1.0\r\n"
		    "Content-Type: text/plain; charset=UTF-8\r\n"
		    "Content-Transfer-Encoding: base64\r\n"
		    "\r\n");
	add_body(to, m->body);
	return ST_OK;
}
