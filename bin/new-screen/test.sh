# @LAST@.sh - what this page is for, in a line.
. tests/lib.sh

get @NAME@
status 200
says '名称' 'shows the form'
post @NAME@ act=send
leads_to /@PATH@ 'nothing typed: back to the form'
follow
has 'is-error' 'says what is missing'
submit @NAME@ act=send name='サンプル商事'
leads_to /@PATH@ 'all right: done'
follow
says '受け付けました' 'says so'
hasnt 'is-error' 'and nothing is wrong'
end
