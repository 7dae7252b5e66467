/*
 * floor_sql.c - what the statements of the list of offices cost, without web
 * server, form or page: the most that any program could reach.
 *
 *	floor_sql COOKIE PROCESSES SECONDS
 *
 * Prints how many lists a second all processes together have read.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "account/session.h"
#include "base/clock.h"
#include "form/shape.h"
#include "tokutei/application.h"
#include "tokutei/office_list.h"
#include "web/config.h"

static enum status read_list(struct ctx *cx, const char *cookie)
{
	struct session_ask ask = { .cookie = token_hash(cookie),
				   .place = "public/tokutei/offices:" };
	struct office_filter *f = form_row(cx, &office_filter_form);
	struct session session;
	struct progress progress;
	struct rows rows;

	cx->now = clock_now();
	TRY(session_load(cx, "public", &ask, &session));
	if (!session.known)
		return ST_FORBIDDEN;
	cx->who = &session.who;
	TRY(application_progress(cx, &progress));
	TRY(office_page(cx, f, 1, &rows));
	return rows.n == OFFICE_PAGE ? ST_OK : ST_NOT_FOUND;
}

static int64_t run_for(const char *cookie, int64_t seconds)
{
	struct ctx *cx = ctx_new(NULL);
	const struct config *config = config_load(cx);
	int64_t end = clock_monotonic_us() + seconds * SECOND, n = 0;
	enum status st = ST_OK;

	cx->db = db_new(cx, config_db(cx, config, "public"));
	shapes_keep(cx);
	while (st == ST_OK && clock_monotonic_us() < end) {
		struct ctx *turn = ctx_new(cx);

		st = read_list(turn, cookie);
		n += st == ST_OK;
		ctx_end(turn);
	}
	ctx_end(cx);
	if (st != ST_OK)
		(void)fprintf(stderr, "floor_sql: %s\n", status_name(st));
	return st == ST_OK ? n : 0;
}

static int run_child(const char *cookie, int64_t seconds, int to)
{
	int64_t n = run_for(cookie, seconds);

	return n && write(to, &n, sizeof(n)) == (ssize_t)sizeof(n) ? 0 : 1;
}

int main(int argc, char **argv)
{
	long processes = argc == 4 ? strtol(argv[2], NULL, 10) : 0;
	long seconds = argc == 4 ? strtol(argv[3], NULL, 10) : 0;
	int ends[2], failed = 0, how;
	int64_t sum = 0, n;

	if (processes < 1 || seconds < 1 || pipe(ends)) {
		(void)fprintf(stderr, "floor_sql COOKIE PROCESSES SECONDS\n");
		return 2;
	}
	for (long i = 0; i < processes; i++)
		if (fork() == 0)
			_exit(run_child(argv[1], seconds, ends[1]));
	for (long i = 0; i < processes; i++)
		failed |= wait(&how) < 0 || how != 0;
	(void)close(ends[1]);
	while (read(ends[0], &n, sizeof(n)) == (ssize_t)sizeof(n))
		sum += n;
	(void)printf("%.1f\n", (double)sum / (double)seconds);
	return failed;
}
