# message.sh - for tests of メッセージ; after tests/lib.sh. A business that is
# registered: made of tests/registered.sh.
#
#	message_begin DESK SUBJECT TEXT
#	                         the business that asks begins a thread; THREAD
#	message_rows COLUMNS [WHERE]
#	                         of all messages (g) in all threads (t) of APP
#	message_thread COLUMN    of the thread THREAD
#	message_old N            so many threads of APP and 厚生労働省, a minute
#	                         apart
#
# shellcheck shell=bash
. tests/registered.sh

message_begin() {
	get public/message/list
	post public/message/list act=send "desk=$1" "subject=$2" "text=$3"
	THREAD=$(sql "SELECT LOWER(HEX(t.public_id)) FROM message_thread t
		JOIN application p ON p.id = t.application
		WHERE p.public_id = UNHEX('$APP') ORDER BY t.id DESC LIMIT 1")
	[ "$STATUS" = 303 ] || bail "writes about $2"
}

message_rows() {
	sql "SELECT $1 FROM message_thread t JOIN message g ON g.thread = t.id
	       JOIN application p ON p.id = t.application
	      WHERE p.public_id = UNHEX('$APP') ${2:-}"
}

message_thread() {
	sql "SELECT $1 FROM message_thread WHERE public_id = UNHEX('$THREAD')"
}

message_old() {
	sql "INSERT INTO message_thread (public_id, organisation, application,
	            role, ministry, subject, begun_by, created_at, last_at)
	     SELECT RANDOM_BYTES(16), p.organisation, p.id, 'reviewer',
	            (SELECT id FROM ministry WHERE code = 'mhlw'),
	            CONCAT('以前の件', s.seq), 'desk', UTC_TIMESTAMP(6),
	            UTC_TIMESTAMP(6) - INTERVAL 9 DAY - INTERVAL s.seq MINUTE
	       FROM application p, seq_1_to_$1 s
	      WHERE p.public_id = UNHEX('$APP')"
}
