# inquiry.sh - for tests of 疑義照会; after tests/lib.sh.
#
#	inquiry_add TARGET OFFICE POINT [TEXT]
#	                         one more item for the draft of this desk
#	inquiry_ask …            the same, and it is taken
#	inquiry_preview          the draft is looked at before it goes out
#	inquiry_send             it goes out; INQUIRY
#	inquiry_item POINT       its id, in the inquiry INQUIRY
#	inquiry_rows COLUMNS [WHERE], inquiry_items COLUMNS [WHERE]
#	                         of all inquiries about APP (i), of their items (t)
#
# shellcheck shell=bash
. tests/desk.sh

inquiry_add() {
	get "intranet/tokutei/inquiryitem?id=$APP&target=$1&office=$2"
	post "intranet/tokutei/inquiryitem?id=$APP" act=add "target=$1" \
		${2:+"office=$2"} "point=$3" reason=unclear "text=${4:-確認です}"
}

inquiry_ask() {
	inquiry_add "$@"
	[ "$STATUS" = 303 ] || bail "asks about $3"
}

inquiry_preview() {
	get "intranet/tokutei/inquiry?id=$APP"
	submit "intranet/tokutei/inquiry?id=$APP" act=preview
	follow
}

inquiry_rows() {
	sql "SELECT $1 FROM inquiry i JOIN application p ON p.id = i.application
	      WHERE p.public_id = UNHEX('$APP') ${2:-}"
}
inquiry_items() {
	sql "SELECT $1 FROM inquiry_item t JOIN inquiry i ON i.id = t.inquiry
	       JOIN application p ON p.id = i.application
	      WHERE p.public_id = UNHEX('$APP') ${2:-}"
}

inquiry_send() {
	inquiry_preview
	post "intranet/tokutei/inquiry?id=$APP" act=send
	INQUIRY=$(inquiry_rows 'LOWER(HEX(i.public_id))' \
		"AND i.state = 'sent' ORDER BY i.sent_at DESC LIMIT 1")
	[ -n "$INQUIRY" ] || bail 'an inquiry was sent'
}

inquiry_item() {
	sql "SELECT LOWER(HEX(t.public_id)) FROM inquiry_item t
		JOIN inquiry i ON i.id = t.inquiry
		WHERE i.public_id = UNHEX('$INQUIRY')
		  AND CONCAT(t.target, '.', t.field) = '$1'"
}
