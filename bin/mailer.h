/* mailer.h - what the mails say: templates, links, codes (worker). */
#ifndef MAILER_H
#define MAILER_H

#include "mail/send.h"
#include "web/config.h"

/* A sender that writes with templates/mail, by the settings Mail.… and
 * Site.…. */
struct mail_sender *mailer_new(struct ctx *cx, const struct config *config);

#endif
