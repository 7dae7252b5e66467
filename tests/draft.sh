# draft.sh - for tests of System A: an applicant at any step of the journey.
#
#	. tests/lib.sh
#	. tests/draft.sh
#
#	draft_open               by mail to the first page; its address: ME
#	draft_founder [public]   設立主体
#	draft_applicant [n=v…]   申請者の情報, given values instead of the usual
#	draft_begun [n=v…]       these three; n=v as for draft_applicant
#	draft_office [n=v…]      one office with one business
#	draft_ready [n=v…]       all of these, up to the check page
#	draft_send               whatever the check page asks is ticked, and the
#	                         application sent; APP
#	draft_count              how many offices it has
#
# SECOND: values by which an office has a second business, of 経済産業省.
# shellcheck shell=bash

# Of values with the same name the last one counts: last_wins n=v…, into VALUES.
last_wins() {
	local part
	declare -A seen=()
	for part; do
		seen[${part%%=*}]=${part#*=}
	done
	VALUES=()
	for part in "${!seen[@]}"; do
		VALUES+=("$part=${seen[$part]}")
	done
}

draft_open() {
	ME=$(someone draft)
	get public/account/start
	submit public/account/start act=send "mail=$ME" "again=$ME"
	mail_wait "$ME"
	get "$(mail_link)"
	arrive
}

draft_founder() {
	get public/tokutei/founder
	submit public/tokutei/founder act=save "founder=${1:-private}"
	FOUNDER=${1:-private}
}

draft_applicant() {
	local more=(physician=yes plan=yes)
	[ "$FOUNDER" = private ] || more=(body=municipality)
	last_wins consent=1 name=サンプル商事株式会社 kana=さんぷるしょうじかぶしきがいしゃ \
		chief=見本太郎 chief_kana=みほんたろう at.zip=1008916 at.pref=13 \
		at.city=131016 at.town=霞が関１－２－２ tel=0312345678 \
		note1=許可第１２３号 "${more[@]}" "$@"
	get public/tokutei/applicant
	submit public/tokutei/applicant act=save "${VALUES[@]}"
	# A short legal form is asked about once.
	case $(header_of Location) in
	*short=1*)
		follow
		submit public/tokutei/applicant act=save
		;;
	esac
}

draft_begun() {
	draft_open
	draft_founder
	draft_applicant "$@"
}

SECOND=(business.1.type=T09 business.1.detail1=T09-01 business.1.own=5
	business.1.external=2)
draft_office() {
	last_wins name=霞が関支店 \
		kana=かすみがせきしてん at.zip=1008916 at.pref=13 at.city=131016 \
		at.town=霞が関１－２－２ tel=0312345678 staff=30 business.0.type=T02 \
		business.0.detail1=T02-01 business.0.own=20 business.0.external=0 \
		inst.secured=yes inst.name=見本病院 inst.kana=みほんびょういん \
		inst.at.zip=1008916 inst.at.pref=13 inst.at.city=131016 \
		inst.at.town=霞が関３－１ inst.tel=0311112222 "$@"
	get public/tokutei/office
	submit public/tokutei/office act=save "${VALUES[@]}"
}

draft_ready() {
	draft_begun "$@"
	draft_office
	get public/tokutei/confirm
}

draft_send() {
	get public/tokutei/confirm
	submit public/tokutei/confirm act=send company_short=1 number_missing=1 \
		number_wrong=1 zip_elsewhere=1 tel_unusual=1 mail_slip=1 \
		staff_less=1 note2_words=1 note2_missing=1
	APP=$(sql "SELECT LOWER(HEX(public_id)) FROM application
	            WHERE mail = '$ME' AND state = 'submitted'")
	[ -n "$APP" ] || bail 'an application was sent'
}

draft_count() {
	sql "SELECT COUNT(*) FROM office o JOIN application p
		ON p.draft = o.version WHERE p.mail = '$ME'"
}
