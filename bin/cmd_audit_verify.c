/* cmd_audit_verify.c - says whether the audit trail is as it was written. */
#include <stdio.h>

#include "audit_chain.h"
#include "cmd.h"

static enum status run(struct call *c)
{
	struct audit_report r;

	TRY(audit_verify(c->cx, &r));
	(void)printf("%lld rows of the audit trail are as they were written\n",
		     (long long)r.rows);
	if (*r.trouble)
		(void)printf("row %lld (place %lld of the chain) is %s\n",
			     (long long)r.audit, (long long)r.seq, r.trouble);
	if (r.open > 0)
		(void)printf("%lld older rows are not in the chain\n",
			     (long long)r.open);
	return *r.trouble || r.open > 0 ? ST_STATE : ST_OK;
}

const struct command cmd_audit_verify = {
	.name = "audit-verify",
	.words = "",
	.what = "prove that the audit trail is as it was written",
	.db = "worker",
	.run = run,
};
