/* sesshuctl.c - the command of those who run Sesshu: a table of commands. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cmd.h"
#include "db/db.h"

static const struct command *const commands[] = {
	&cmd_migrate,	   &cmd_work,		&cmd_audit_verify,
	&cmd_create_staff, &cmd_add_role,	&cmd_end_sessions,
	&cmd_mails,	   &cmd_resend,		&cmd_generate,
	&cmd_demo,	   &cmd_import_offices, &cmd_import_postal,
};

static void say_usage(FILE *to, const struct command *command)
{
	(void)fprintf(to, "usage: sesshuctl %s", command->name);
	for (size_t i = 0; command->options[i]; i++)
		(void)fprintf(to, " [--%s%s]", command->options[i],
			      strchr(command->options[i], '=') ? "…" : "");
	(void)fprintf(to, "%s%s\n", *command->words ? " " : "", command->words);
}

static int help(void)
{
	(void)printf("sesshuctl COMMAND: what can be done from the host\n\n");
	for (size_t i = 0; i < COUNT(commands); i++)
		(void)printf("  %-16s %s\n", commands[i]->name,
			     commands[i]->what);
	(void)printf("\nsesshuctl COMMAND --help says how to call it. "
		     "SESSHU_CONF names the\nconfiguration file.\n");
	return 0;
}

static const struct command *find(const char *name)
{
	for (size_t i = 0; i < COUNT(commands); i++)
		if (strcmp(commands[i]->name, name) == 0)
			return commands[i];
	return NULL;
}

/* Where the option stands in the table, or -1; n: bytes of its name. */
static int option_index(const struct command *command, const char *name,
			size_t n)
{
	for (int i = 0; command->options[i]; i++)
		if (strncmp(command->options[i], name, n) == 0 &&
		    (command->options[i][n] == '\0' ||
		     command->options[i][n] == '='))
			return i;
	return -1;
}

const char *call_option(const struct call *c, const char *name)
{
	int i = option_index(c->command, name, strlen(name));

	if (i < 0)
		BUG("%s has no option %s", c->command->name, name);
	return c->values[i] ? c->values[i] : "";
}

void call_say(const struct call *c, const char *fmt, ...)
{
	va_list args;

	(void)fprintf(stderr, "sesshuctl %s: ", c->command->name);
	va_start(args, fmt);
	(void)vfprintf(stderr, fmt, args);
	va_end(args);
	(void)fputc('\n', stderr);
}

/* --name value, --name=value, --name; *i moves on when the value is the next
 * word. */
static bool take_option(struct call *c, int argc, char **argv, int *i)
{
	const char *name = argv[*i] + 2;
	size_t n = strcspn(name, "=");
	int k = option_index(c->command, name, n);
	bool wants;

	if (k < 0)
		return false;
	wants = strchr(c->command->options[k], '=') != NULL;
	if (!wants && name[n])
		return false;
	if (!wants)
		c->values[k] = "1";
	else if (name[n])
		c->values[k] = name + n + 1;
	else if (*i + 1 < argc)
		c->values[k] = argv[++*i];
	else
		return false;
	return true;
}

/* Options may stand anywhere; the words that remain are moved to the front. */
static bool take_all(struct call *c, int argc, char **argv)
{
	c->words = argv;
	for (int i = 0; i < argc; i++)
		if (strncmp(argv[i], "--", 2) != 0)
			c->words[c->nwords++] = argv[i];
		else if (!take_option(c, argc, argv, &i))
			return false;
	return c->nwords == 0 || *c->command->words;
}

static int run(struct ctx *cx, const struct command *command, int argc,
	       char **argv)
{
	static const struct who host = { .role = "", .site = "host" };
	struct call c = { .cx = cx, .command = command };
	enum status st;

	if (argc == 1 && strcmp(argv[0], "--help") == 0) {
		say_usage(stdout, command);
		return 0;
	}
	if (!take_all(&c, argc, argv)) {
		say_usage(stderr, command);
		return 2;
	}
	c.config = config_load(cx);
	cx->who = &host;
	cx->db = db_new(cx, config_db(cx, c.config, command->db));
	st = command->run(&c);
	if (st == ST_BAD)
		say_usage(stderr, command);
	if (st == ST_DB)
		call_say(&c, "the database does not answer or refuses");
	return st == ST_OK ? 0 : st == ST_BAD ? 2 : 1;
}

int main(int argc, char **argv)
{
	const struct command *command;
	struct ctx *cx;
	int code;

	if (argc < 2 || strcmp(argv[1], "help") == 0 ||
	    strcmp(argv[1], "--help") == 0)
		return help();
	command = find(argv[1]);
	if (!command) {
		(void)fprintf(stderr,
			      "sesshuctl: there is no command %s; "
			      "sesshuctl help lists them\n",
			      argv[1]);
		return 2;
	}
	(void)umask(077);
	cx = ctx_new(NULL);
	code = run(cx, command, argc - 2, argv + 2);
	ctx_end(cx);
	return code;
}
