# jobs.sh - 定期処理: what the worker's jobs come to, and running one now.
. tests/lib.sh
. tests/desk.sh

job() { sql "SELECT $2 FROM worker_job WHERE name = '$1'"; }
has_run() { [ "$(job "$1" 'result <> "" AND requested_at IS NULL')" = 1 ]; }
# From here on it ended so many seconds ago.
ran_again() { [ "$(job "$1" "ended_at > '$2'")" = 1 ]; }

APP=$(new_id)
desk_staff clerk reviewer mhlw
get intranet/admin/jobs
status 403 'AZ-01 it is not for ministries'
desk_staff entry registrar
get intranet/admin/jobs
status 403 'AZ-01 nor for the registrar'
browser nobody
get intranet/admin/jobs
leads_to /account/login 'nobody is led to the login'

desk_staff boss administrator
for name in mail purge chain chain_all expire remind missing strays; do
	is "$name has run" wait_until 20 has_run "$name"
done
get intranet/home/index
has 'href="/admin/jobs"' 'an administrator gets there from the first page'
hasnt 'notice-warn' 'while all is well nothing is said'
get intranet/admin/jobs
status 200
says 'メールの送信'
says '10分ごと'
says '1日ごと'
says '正常'
hasnt '止まっています</span>' 'nothing stands still'
header Cache-Control no-store

# --- Run now -----------------------------------------------------------------

before=$(job strays ended_at)
post intranet/admin/jobs act=run:strays
leads_to /admin/jobs
follow
says '「使われていないファイルの削除」の実行を頼みました'
is 'a job of once a day runs now' wait_until 10 ran_again strays "$before"
equal "$(job strays 'requested_at IS NULL')" 1 'and once only'
equal "$(sql "SELECT COUNT(*) FROM audit a JOIN account c ON c.id = a.account
	WHERE a.act = 'job.run' AND a.detail = '{\"job\":\"strays\"}'
	  AND c.name = '見本 boss'")" 1 'LG-01 the trail has who wanted it'
get intranet/admin/jobs
post intranet/admin/jobs act=run:nothing
status 404 'a job that there is not'
get intranet/admin/jobs
post intranet/admin/jobs 'act=run:'
status 404
get 'intranet/admin/jobs?asked=%3Cb%3E'
hasnt '実行を頼みました' 'only a job is said again'
browser clerk
post intranet/admin/jobs act=run:mail
status 403 'AZ-01 others run nothing'

# --- It waits for a worker ----------------------------------------------------

browser boss
part stop worker
get intranet/admin/jobs
post intranet/admin/jobs act=run:expire
follow
says '実行を待っています' 'without a worker it waits'
clock_set 1900
get intranet/admin/jobs
says '定期処理が止まっています' 'three periods without a sign of life'
get intranet/home/index
says '定期処理が止まっています' 'the first page says it too'
browser clerk
get intranet/home/index
hasnt '定期処理' 'to administrators alone'
browser boss
part start worker
works() { get intranet/home/index && ! grep -q notice-warn "$T/page"; }
is 'a worker that is back is well again' wait_until 20 works
is 'and has done what was asked' wait_until 10 has_run expire

# --- Failures -----------------------------------------------------------------

# The folder of the files is gone.
files=$(conf Path.Data)
mv "$files" "$files.away"
fails() { [ "$(job strays failures)" = "$1" ]; }
for n in 1 2 3; do
	get intranet/admin/jobs
	post intranet/admin/jobs act=run:strays
	is "failure $n" wait_until 10 fails $n
	get intranet/home/index
	[ $n = 3 ] || hasnt 'notice-warn' 'it may mend itself'
done
says '1件の処理が止まっています' 'three in a row are too many'
get intranet/admin/jobs
says 'ファイルや外部の機能を利用できませんでした'
says '続けて失敗した回数：3'
says 'No such file' 'with what the program said'
mv "$files.away" "$files"
post intranet/admin/jobs act=run:strays
is 'a success ends it' wait_until 10 fails 0
get intranet/admin/jobs
hasnt 'notice-warn'

# A job that no worker has any more is forgotten when one starts.
sql "INSERT INTO worker_job (name, period, enrolled_at, note, next_at)
     VALUES ('old', 60, '2020-01-01', '<b>\"&', '2020-01-01')"
get intranet/admin/jobs
says 'old'
says '止まっています'
part stop worker
part start worker
forgotten() { [ -z "$(job old name)" ]; }
is 'a job that is no more' wait_until 10 forgotten
end
