/* guess.c - would somebody else think of this password? (security AU-05) */
#include "account/guess.h"

#include <string.h>

#include "base/buf.h"
#include "text/utf8.h"

/* What may stand around a common word, and must stand around a word of the
 * service or the account, for the whole to count as something else. */
#define AROUND_COMMON 6
#define BESIDE_CONTEXT 8
/* The same for keys that are neighbours; shorter runs are chance. */
#define BESIDE_RUNS 4
#define RUN 3

static bool is_letter(char c)
{
	return c >= 'a' && c <= 'z';
}

/* Small ASCII letters; other scripts have no case that matters here. */
static char *lower(struct ctx *cx, const char *s)
{
	char *copy = mem_text(cx, s);

	for (char *p = copy; *p; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p - 'A' + 'a');
	return copy;
}

/* Signs that stand for a letter: p4$$w0rd. */
static char *spelt_out(struct ctx *cx, const char *s)
{
	static const char signs[] = "0134578@$!";
	static const char letters[] = "oieastbasi";
	char *copy = mem_text(cx, s);

	for (char *p = copy; *p; p++) {
		const char *at = strchr(signs, *p);

		if (at)
			*p = letters[at - signs];
	}
	return copy;
}

static bool in_list(const char *word)
{
	size_t low = 0, high = ncommon_words;

	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = strcmp(common_words[middle], word);

		if (order == 0)
			return true;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

/* The word without the digits and signs before and behind it. */
static bool core_in_list(struct ctx *cx, const char *word)
{
	size_t begin = 0, end = strlen(word), all = end;

	while (begin < end && !is_letter(word[begin]))
		begin++;
	while (end > begin && !is_letter(word[end - 1]))
		end--;
	return end - begin >= 4 && all - (end - begin) <= AROUND_COMMON &&
	       in_list(mem_text_n(cx, word + begin, end - begin));
}

static bool is_common(struct ctx *cx, const char *word)
{
	return in_list(word) || core_in_list(cx, word) ||
	       core_in_list(cx, spelt_out(cx, word));
}

/* Code points of text that are not part of word. */
static size_t beside(const char *text, const char *word)
{
	size_t n = strlen(word), whole = utf8_length(text);
	size_t one = utf8_length(word);

	for (const char *p = text; (p = strstr(p, word)); p += n)
		whole = whole > one ? whole - one : 0;
	return whole;
}

/* Three letters are in too many words by chance; two kanji are a word. */
static bool counts(const char *word)
{
	return strlen(word) >= 4;
}

static bool has_little_else(const char *text, const char *word)
{
	return counts(word) && strstr(text, word) &&
	       beside(text, word) < BESIDE_CONTEXT;
}

/* The pieces of an address or a name, parted by signs. */
static bool has_own_word(struct ctx *cx, const char *text, const char *own)
{
	static const char parting[] = "@.-_+ ";
	const char *word = lower(cx, own);

	if (has_little_else(text, word))
		return true;
	while (*word) {
		size_t n = strcspn(word, parting);

		if (n && has_little_else(text, mem_text_n(cx, word, n)))
			return true;
		word += n;
		word += strspn(word, parting);
	}
	return false;
}

static bool is_context(struct ctx *cx, const char *text, const char *const *own)
{
	for (size_t i = 0; i < ncontext_words; i++)
		if (has_little_else(text, context_words[i]))
			return true;
	for (size_t i = 0; own[i]; i++)
		if (has_own_word(cx, text, own[i]))
			return true;
	return false;
}

/* Keys in rows and columns, the alphabet, the digits. */
static const char *const rows[] = {
	"1234567890",
	"qwertyuiop",
	"asdfghjkl",
	"zxcvbnm",
	"abcdefghijklmnopqrstuvwxyz",
	"0123456789",
	"1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
	"qazwsxedcrfvtgbyhnujmikolp",
};

static bool neighbours(char a, char b, int step)
{
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *at = strchr(rows[i], a);

		if (!at || (step < 0 && at == rows[i]))
			continue;
		if (at[step] && at[step] == b)
			return true;
	}
	return false;
}

/* How many bytes from here are one run, in either direction. */
static size_t run_length(const char *s)
{
	size_t longest = 1;

	for (int step = -1; step <= 1; step += 2) {
		size_t n = 1;

		while (s[n] && neighbours(s[n - 1], s[n], step))
			n++;
		longest = n > longest ? n : longest;
	}
	return longest;
}

static bool is_keyboard(const char *text)
{
	size_t other = 0;

	while (*text) {
		size_t n = run_length(text);

		if (n < RUN) {
			other++;
			n = 1;
		}
		text += n;
	}
	return other < BESIDE_RUNS;
}

static bool repeats(const char *text, size_t n, size_t unit)
{
	for (size_t i = unit; i < n; i++)
		if (text[i] != text[i - unit])
			return false;
	return true;
}

/* A piece that comes at least twice, or fewer than four different signs. */
static bool is_repeated(const char *text)
{
	size_t n = strlen(text), kinds = 0;
	bool seen[256] = { false };

	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)text[i];

		kinds += !seen[c];
		seen[c] = true;
	}
	if (kinds < 4)
		return true;
	for (size_t unit = 1; unit <= n / 2; unit++)
		if (repeats(text, n, unit))
			return true;
	return false;
}

enum guess guess_password(struct ctx *cx, const char *text,
			  const char *const *own)
{
	const char *small = lower(cx, text);

	if (is_repeated(small))
		return GUESS_REPEATED;
	if (is_keyboard(small))
		return GUESS_KEYBOARD;
	if (is_context(cx, small, own))
		return GUESS_CONTEXT;
	return is_common(cx, small) ? GUESS_COMMON : GUESS_NONE;
}
