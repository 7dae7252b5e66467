/* signin.h - the screens of accounts that both sites have: /account/… */
#ifndef SIGNIN_SIGNIN_H
#define SIGNIN_SIGNIN_H

#include "account/entry.h"
#include "web/screen.h"

/*
 * The public site and the intranet have the same logins, codes and passwords,
 * but other programs, cookies and database users. So a screen of either is its
 * own small file with a struct screen, and what it does stands here once.
 */

/* ログイン */
extern const struct form login_form;
extern const struct act login_acts[1];
enum status login_show(struct req *rq) MUST_USE;

/* 確認番号 */
extern const struct form passcode_form;
extern const struct act passcode_acts[2];
enum status passcode_show(struct req *rq) MUST_USE;

/* メールのリンク */
enum status open_show(struct req *rq) MUST_USE;

/* パスワードの設定 */
extern const struct form reset_form;
extern const struct act reset_acts[1];
enum status reset_show(struct req *rq) MUST_USE;

/* パスワードの変更 */
extern const struct form password_form;
extern const struct act password_acts[1];
enum status password_show(struct req *rq) MUST_USE;

/* ログアウト */
extern const struct act logout_acts[1];
enum status logout_show(struct req *rq) MUST_USE;

/* ログインの記録 */
extern const struct act sessions_acts[2];
enum status sessions_show(struct req *rq) MUST_USE;

/* 担当の切り替え */
extern const struct act hats_acts[1];
enum status hats_show(struct req *rq) MUST_USE;

/* From where a request comes, as it may be stored. */
struct visitor visitor_of(struct req *rq);
/* Setting Account.PasswordCaseFold. */
bool password_fold(struct req *rq);
/* Somebody who has given the password, and the code if one is asked. */
bool is_signed_in(const struct req *rq);

/*
 * Is this the password of whoever asks? Before an act by which somebody else
 * could take the account over. If not, a problem at `present`, and the failure
 * is recorded: return form_refuse(rq).
 */
enum status password_right(struct req *rq, const char *typed,
			   bool *right) MUST_USE;

#endif
