# book.sh - for tests of workbooks; after tests/lib.sh.
#
#	book_make CASE [FILE]    a workbook of data/workbook/make.py, in $T
#	book_send FILE [MORE]    a file of $T, or of the checkout, is uploaded; MORE
#	                         is what curl is told about it (;filename=…)
#	book_read CASE           made if it is not there, uploaded, and the answer
#	book_look FILE [SHEET]   what data/workbook/look.py reads in it
#
# shellcheck shell=bash

book_make() {
	/usr/bin/python3 -B tests/data/workbook/make.py "$1" "$T/${2:-$1.xlsx}"
}

book_send() {
	local file=$1
	[ ! -e "$T/$1" ] || file=$T/$1
	get public/tokutei/upload
	post public/tokutei/upload act=read "file=@$file${2:-}"
}

book_read() {
	[ -e "$T/$1.xlsx" ] || book_make "$1"
	book_send "$1.xlsx"
	follow
}

book_look() {
	/usr/bin/python3 -B tests/data/workbook/look.py "$T/$1" "${2:-1}"
}
