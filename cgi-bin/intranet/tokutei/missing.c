/*
 * missing.c - 接種実施医療機関が未確保の事業者: whose registered offices have
 * no institution, as far as they are this desk's.
 *
 *	GET  ?q= ?pref= ?age= ?sort= ?after= ?before=
 *	GET  ?format= xlsx or csv: the same as a file
 */
#include <string.h>

#include "http/http.h"
#include "missing/export.h"
#include "web/upload.h"

static const char *list_url(struct req *rq, const struct missing_filter *f)
{
	return missing_url(rq->cx, "/tokutei/missing", f);
}

static void show_tab(struct req *rq, size_t n, const struct missing_filter *f,
		     const char *age, int64_t count)
{
	struct missing_filter other = *f;

	other.age = age;
	page_item(rq, "tabs", n, "label",
		  message(rq,
			  mem_printf(rq->cx, "missing.age.%s",
				     *age ? age : "all"),
			  NULL));
	page_item(rq, "tabs", n, "url", list_url(rq, &other));
	page_item(rq, "tabs", n, "count", count_text(rq->cx, count));
	if (strcmp(f->age, age) == 0)
		page_item(rq, "tabs", n, "current", "1");
}

static enum status show_counts(struct req *rq, const struct missing_filter *f)
{
	struct missing_counts c;

	TRY(missing_count(rq->cx, f, &c));
	page_count(rq, "businesses", c.businesses);
	page_count(rq, "offices", c.offices);
	show_tab(rq, 0, f, "", c.businesses);
	show_tab(rq, 1, f, "30", c.to30);
	show_tab(rq, 2, f, "90", c.to90);
	show_tab(rq, 3, f, "over", c.longer);
	if (missing_narrowed(f) && c.hits > MISSING_COUNTED) {
		c.hits = MISSING_COUNTED;
		page_text(rq, "more", "1");
	}
	page_count(rq, "hits", c.hits);
	return ST_OK;
}

static void show_chip(struct req *rq, size_t *n, const char *label,
		      const struct missing_filter *without)
{
	page_item(rq, "chips", *n, "label", label);
	page_item(rq, "chips", *n, "url", list_url(rq, without));
	(*n)++;
}

static enum status show_chips(struct req *rq, const struct missing_filter *f)
{
	struct missing_filter without = *f;
	const struct names *prefs;
	size_t n = 0;

	if (*f->q) {
		without.q = "";
		show_chip(rq, &n, message_of(rq, "missing.chip.q", f->q),
			  &without);
	}
	without = *f;
	without.pref = "";
	if (*f->pref) {
		TRY(missing_prefs(rq->cx, &prefs));
		show_chip(rq, &n, name_of(prefs, f->pref, strlen(f->pref)),
			  &without);
	}
	without = *f;
	without.age = "";
	if (*f->age)
		show_chip(rq, &n,
			  message(rq,
				  mem_printf(rq->cx, "missing.age.%s", f->age),
				  NULL),
			  &without);
	return ST_OK;
}

/* Heads of columns that one can sort by; what is sought has its own order. */
static void show_order(struct req *rq, const struct missing_filter *f)
{
	static const struct {
		const char *name, *dir;
	} sorts[] = { { "since", "ascending" }, { "offices", "descending" } };

	for (size_t i = 0; i < COUNT(sorts); i++) {
		struct missing_filter other = *f;

		other.sort = sorts[i].name;
		page_item(rq, "sort", i, "label",
			  message(rq,
				  mem_printf(rq->cx, "missing.col.%s",
					     sorts[i].name),
				  NULL));
		if (*f->q == '\0')
			page_item(rq, "sort", i, "url", list_url(rq, &other));
		if (strcmp(f->sort, sorts[i].name) == 0)
			page_item(rq, "sort", i, "dir", sorts[i].dir);
	}
}

static enum status download(struct req *rq, const struct missing_filter *f)
{
	bool csv = strcmp(query(rq, "format"), "csv") == 0;
	const char *name = message(rq, "missing.file", NULL);
	int fd;

	TRY(temp_open(rq, &fd));
	TRY(missing_export(rq->cx, f, csv, upload_word, rq, fd));
	if (csv)
		return answer_fd(rq, mem_printf(rq->cx, "%s.csv", name),
				 "text/csv; charset=utf-8", fd);
	return answer_workbook(rq, mem_printf(rq->cx, "%s.xlsx", name), fd);
}

static enum status show_page(struct req *rq, const struct missing_filter *f)
{
	struct missing_page page;
	const char *url;

	TRY(missing_page(rq->cx, f, &page));
	if (page.rows.n == 0 && (*f->after || *f->before))
		return go(rq, "%s", list_url(rq, f));
	page_list(rq, &page.rows, "reminded_on");
	page_print(rq, "prev", page.prev);
	page_print(rq, "next", page.next);
	TRY(show_counts(rq, f));
	TRY(show_chips(rq, f));
	show_order(rq, f);
	url = list_url(rq, f);
	page_text(rq, "csv", http_url_with(rq->cx, url, "format", "csv"));
	page_text(rq, "xlsx", http_url_with(rq->cx, url, "format", "xlsx"));
	return page_show(rq);
}

static enum status show(struct req *rq)
{
	struct missing_filter *f = form_row(rq->cx, &missing_filter_form);

	TRY(form_peek(rq, &missing_filter_form, f));
	missing_settle(rq->cx, f);
	if (*query(rq, "format"))
		return download(rq, f);
	TRY(form_show(rq, &missing_filter_form, f));
	return show_page(rq, f);
}

const struct screen screen = {
	.file = __FILE__,
	.form = &missing_filter_form,
	.get = show,
};
