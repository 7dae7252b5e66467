/* cmd.h - the commands of sesshuctl: one file cmd_NAME.c, one line here. */
#ifndef CMD_H
#define CMD_H

#include <stdbool.h>

#include "base/ctx.h"
#include "web/config.h"

#define MOST_OPTIONS 12

struct command;

/* A command as it was called. cx->db is a connection as command->db. */
struct call {
	struct ctx *cx;
	const struct config *config;
	const struct command *command;
	const char *values[MOST_OPTIONS]; /* beside command->options */
	char **words;			  /* what is no option */
	int nwords;
};

struct command {
	const char *name;  /* as it is typed */
	const char *words; /* "ID", "[FOLDER]": what may follow; "" nothing */
	/* "login=" takes a value, "once" takes none; ends with NULL. */
	const char *options[MOST_OPTIONS + 1];
	const char *what; /* one line for help */
	const char *db;	  /* owner: may do everything; worker: see grants.sql */
	/*
	 * ST_BAD: it was called wrongly, the usage is shown, the program ends
	 * with 2; any other failure ends it with 1. What is to be known about
	 * a failure has been logged or said on standard error.
	 */
	enum status (*run)(struct call *c);
};

/* The value of an option, "" if it was not given; for one without a value "1".
 * A name that the command does not have is a BUG. */
const char *call_option(const struct call *c, const char *name);
/* Tells the user something on standard error. */
void call_say(const struct call *c, const char *fmt, ...) PRINTF(2, 3);

/* In the order of help. */
extern const struct command cmd_migrate;
extern const struct command cmd_demo;
extern const struct command cmd_work;
extern const struct command cmd_audit_verify;
extern const struct command cmd_create_staff;
extern const struct command cmd_add_role;
extern const struct command cmd_end_sessions;
extern const struct command cmd_mails;
extern const struct command cmd_resend;
extern const struct command cmd_generate;
extern const struct command cmd_import_offices;
extern const struct command cmd_import_postal;

#endif
