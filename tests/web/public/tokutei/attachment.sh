. tests/lib.sh
. tests/draft.sh

get public/tokutei/attachment
leads_to /account/login 'nobody attaches nothing'

draft_ready
get public/tokutei/attachment
leads_to /tokutei/applicant 'without agency there is nothing to attach'

# --- Agency: the copy of the mandate is asked for --------------------------------

draft_applicant agency=1 agency_physician=1 agency_plan=1
get public/tokutei/confirm
says '委任状などの写しがありません' 'the check page asks for it'
has 'href="/tokutei/attachment"' 'and leads to it'
post public/tokutei/confirm act=send
leads_to /tokutei/confirm 'it is not sent without'

get public/tokutei/attachment
status 200
says '代表者の氏名' 'what a mandate must contain stands beside'
has 'type="file"' 'a file can be chosen'
has 'enctype="multipart/form-data"' 'and is sent'
says 'まだ写しはありません' 'none is there yet'

printf '%%PDF-1.4\nsample' >"$T/委任状 見本.pdf"
printf '\211PNG\r\n\032\nsample' >"$T/b.png"
printf '\377\330\377\340sample' >"$T/c.jpg"
printf 'GIF89a' >"$T/d.pdf"
printf 'PK\003\004' >"$T/e.pdf"
printf '<html>' >"$T/f.png"
: >"$T/g.pdf"
files() {
	sql "SELECT COUNT(*) FROM attachment t JOIN application p
		ON p.id = t.application WHERE p.mail = '$ME'
		AND t.removed_at IS NULL"
}

for f in d.pdf e.pdf f.png; do
	get public/tokutei/attachment
	post public/tokutei/attachment act=add "file=@$T/$f"
	follow
	says "選ばれたのは「$f」です" "$f is told by its first bytes"
done
post public/tokutei/attachment act=add "file=@$T/g.pdf"
follow
says '中身のあるファイルを選んでください' 'an empty one'
post public/tokutei/attachment act=add
follow
says 'ファイルを選んでください' 'none at all'
has 'href="#file"' 'the summary leads to the control'
equal "$(files)" 0 'none of them was kept'

for f in '委任状 見本.pdf' b.png c.jpg; do
	get public/tokutei/attachment
	post public/tokutei/attachment act=add "file=@$T/$f"
	leads_to /tokutei/attachment "$f is taken"
done
follow
says '写しを保存しました' 'and told'
says '委任状 見本.pdf' 'by its name'
equal "$(files)" 3
equal "$(sql "SELECT GROUP_CONCAT(f.kind ORDER BY f.id) FROM file f
	JOIN attachment t ON t.file = f.id JOIN application p
	ON p.id = t.application WHERE p.mail = '$ME'")" pdf,png,jpeg 'their kinds'

# --- On disk, and back --------------------------------------------------------------

id=$(sql "SELECT LOWER(HEX(f.public_id)) FROM file f
	JOIN attachment t ON t.file = f.id JOIN application p
	ON p.id = t.application WHERE p.mail = '$ME' AND f.kind = 'pdf'")
data=$(conf Path.Data)
is 'IN-05 stored under a random name' cmp "$data/$id" "$T/委任状 見本.pdf"
equal "$(sql "SELECT LOWER(HEX(sha256)) FROM file WHERE public_id = UNHEX('$id')")" \
	"$(sha256sum <"$data/$id" | cut -d' ' -f1)" 'with its checksum'
get "public/tokutei/attachment?file=$id"
status 200 'it can be had again'
header Content-Type application/pdf
has "filename*=UTF-8''%E5%A7%94%E4%BB%BB%E7%8A%B6" 'EX-03 as a download of that name'
has "Content-Security-Policy: default-src 'none'; sandbox" 'EX-03'
has 'X-Content-Type-Options: nosniff' 'EX-03'
header Cache-Control no-store
is 'the same bytes' cmp "$T/page" "$data/$id"
for path in "/$id" "/data/$id" "/static/$id" "/tokutei/$id"; do
	get "$path"
	status 404 "UP-06 $path is nowhere"
done

mine=$ME
browser other
draft_ready
draft_applicant agency=1 agency_physician=1 agency_plan=1
get "public/tokutei/attachment?file=$id"
status 404 'AZ-02 somebody else does not have it'
get public/tokutei/attachment
post public/tokutei/attachment act=remove "id=$id"
status 404 'AZ-02 nor removes it'

browser first
ME=$mine
equal "$(files)" 3
get public/tokutei/attachment
post public/tokutei/attachment act=remove "id=$id"
leads_to /tokutei/attachment 'its owner does'
follow
says '写しを削除しました'
hasnt '委任状 見本.pdf' 'it is gone'
get "public/tokutei/attachment?file=$id"
status 404 'and cannot be had'
equal "$(sql "SELECT keep_until IS NOT NULL FROM file
	WHERE public_id = UNHEX('$id')")" 1 'the worker takes it from the disk'
equal "$(sql "SELECT GROUP_CONCAT(act ORDER BY id) FROM audit
	WHERE object_id = UNHEX('$id')")" attachment.add,attachment.remove \
	'LG-01 the trail'

# --- Too large -----------------------------------------------------------------------

{
	printf '%%PDF-1.4\n'
	head -c 20971520 /dev/zero
} >"$T/large.pdf"
get public/tokutei/attachment
post public/tokutei/attachment act=add "file=@$T/large.pdf"
status 413 'more than 20 MB'
head -c 20971520 "$T/large.pdf" >"$T/full.pdf"
get public/tokutei/attachment
post public/tokutei/attachment act=add "file=@$T/full.pdf"
leads_to /tokutei/attachment '20 MB exactly'
end
