/* applicant.h - 設立主体 and 申請者情報: who applies. */
#ifndef TOKUTEI_APPLICANT_H
#define TOKUTEI_APPLICANT_H

#include "form/form.h"
#include "master/address.h"

/* Spec tokutei §2.1 and §2.2; one row per version, made with the draft. */
struct applicant {
	struct id id;
	int64_t revision;
	const char *founder; /* private, public; hidden on the second page */
	int64_t consent;
	const char *body; /* 設立区分 of a public body */
	const char *name, *kana;
	const char *chief, *chief_kana;
	struct address at;
	const char *tel, *fax, *mail;
	const char *physician; /* 産業医の選任の有無: yes, no */
	const char *plan;      /* 業務継続計画の有無: yes, no */
	int64_t agency;	       /* 代理申請 */
	int64_t agency_physician, agency_plan;
	const char *note1, *note2;
};

/* 設立主体 alone: the first page. */
struct founder {
	struct id id;
	int64_t revision;
	const char *founder;
};

extern const struct form founder_form;
extern const struct form applicant_form;

enum status founder_save(struct ctx *cx, struct founder *f) MUST_USE;
/* Stores the page; who files for nobody else has no principals any more.
 * ST_STALE: somebody else saved first. */
enum status applicant_save(struct ctx *cx, struct applicant *a) MUST_USE;

#endif
