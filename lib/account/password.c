/* password.c - passwords: what one must be, and how it is stored. */
#include "account/password.h"

#include <sodium.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "account/guess.h"
#include "text/utf8.h"

/* What an account that is not there is compared with: the hash of a text that
 * nobody knows. */
static const char dummy[crypto_pwhash_STRBYTES] =
	"$argon2id$v=19$m=65536,t=2,p=1$3TS0ap9S+epxOwuvuSe"
	"IWQ$OCPhTC5x/AkEgBkGP+oN8JI5HWHVHZm2RWm9VCvkUa0";

/* The capacity that a text of n bytes needs, whatever NFKC makes of it: no
 * character grows to more than 18 units. */
static UChar *room(struct ctx *cx, size_t n, int32_t *capacity)
{
	*capacity = (int32_t)(n * 18 + 1);
	return mem_array(cx, n * 18 + 1, sizeof(UChar));
}

static UChar *to_nfkc(struct ctx *cx, const char *typed, int32_t *n)
{
	UErrorCode err = U_ZERO_ERROR;
	const UNormalizer2 *nfkc = unorm2_getNFKCInstance(&err);
	size_t bytes = strlen(typed);
	UChar *from = mem_array(cx, bytes + 1, sizeof(UChar));
	int32_t length = 0, capacity;
	UChar *to = room(cx, bytes, &capacity);

	u_strFromUTF8(from, (int32_t)bytes + 1, &length, typed, (int32_t)bytes,
		      &err);
	*n = unorm2_normalize(nfkc, from, length, to, capacity, &err);
	if (U_FAILURE(err))
		BUG("NFKC: %s", u_errorName(err));
	sodium_memzero(from, (bytes + 1) * sizeof(UChar));
	return to;
}

const char *password_normal(struct ctx *cx, const char *typed, bool fold)
{
	UErrorCode err = U_ZERO_ERROR;
	int32_t n, capacity, bytes = 0;
	UChar *text = to_nfkc(cx, typed, &n), *folded = text;
	char *normal;

	if (fold) {
		folded = room(cx, (size_t)n, &capacity);
		n = u_strFoldCase(folded, capacity, text, n,
				  U_FOLD_CASE_DEFAULT, &err);
	}
	normal = mem_zero(cx, (size_t)n * 3 + 1);
	u_strToUTF8(normal, n * 3 + 1, &bytes, folded, n, &err);
	if (U_FAILURE(err))
		BUG("folding a password: %s", u_errorName(err));
	sodium_memzero(folded, (size_t)n * sizeof(UChar));
	return normal;
}

/* At least one letter, of whatever script, and one digit (seed 002). */
static bool is_mixed(const char *text)
{
	bool letter = false, digit = false;
	uint32_t cp;

	while ((cp = utf8_next(&text))) {
		letter = letter || u_isalpha((UChar32)cp);
		digit = digit || u_isdigit((UChar32)cp);
	}
	return letter && digit;
}

static bool too_long_or_short(size_t now, int64_t min, struct report *wrong)
{
	report_arg(wrong, "min", "%lld", (long long)min);
	report_arg(wrong, "max", "%d", PASSWORD_MAX);
	report_arg(wrong, "now", "%zu", now);
	return report(wrong,
		      now < (size_t)min ? "password_short" : "password_long");
}

bool password_good(struct ctx *cx, const char *normal,
		   const struct password_rule *rule, struct report *wrong)
{
	static const char *const keys[] = {
		[GUESS_COMMON] = "password_common",
		[GUESS_CONTEXT] = "password_context",
		[GUESS_KEYBOARD] = "password_keyboard",
		[GUESS_REPEATED] = "password_repeated",
	};
	size_t now = utf8_length(normal);
	enum guess guess;

	if (now < (size_t)rule->min || now > PASSWORD_MAX)
		return too_long_or_short(now, rule->min, wrong);
	if (!is_mixed(normal))
		return report(wrong, "password_mixed");
	guess = guess_password(cx, normal, rule->own);
	return guess == GUESS_NONE || report(wrong, keys[guess]);
}

enum status password_hash(struct ctx *cx, const char *normal,
			  const char **stored)
{
	char *text = mem_zero(cx, crypto_pwhash_STRBYTES);

	if (crypto_pwhash_str(text, normal, strlen(normal),
			      crypto_pwhash_OPSLIMIT_INTERACTIVE,
			      crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
		return fail(ST_IO, "password_hash: no memory");
	*stored = text;
	return ST_OK;
}

bool password_fits(const char *stored, const char *normal)
{
	bool fits = crypto_pwhash_str_verify(*stored ? stored : dummy, normal,
					     strlen(normal)) == 0;

	return fits && *stored;
}

bool password_outdated(const char *stored)
{
	return crypto_pwhash_str_needs_rehash(
		       stored, crypto_pwhash_OPSLIMIT_INTERACTIVE,
		       crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0;
}
