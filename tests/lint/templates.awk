# templates.awk - what a template may not say (security OUT-02, OUT-03).
#
#	awk -f templates.awk templates/…/*.cst
#
# A tag of ours becomes one character: V for a value, F for a value that may
# stand in an address, O for anything else; \001 is a line end within it. What
# is left is HTML to look at.
function complain(text) {
	print file ":" lineno ": " text
	bad = 1
}
# One <?cs … ?>; returns the character that stands for it.
function command(c,   word, value) {
	gsub(/[ \t\n]+/, " ", c)
	sub(/^ /, "", c)
	sub(/ $/, "", c)
	if (c ~ /^#/ || c == "")
		return ""
	word = c
	sub(/[:! (].*/, "", word)
	value = c
	sub(/^[a-z]+[:!] ?/, "", value)
	if (word ~ /^(uvar|lvar|evar|linclude|name|alt|escape)$/ || word ~ /^\/(alt|escape)$/)
		complain(word ": is not allowed")
	if (c ~ /(html_escape|js_escape|text_html|html_strip)/)
		complain("no escaping by hand: everything is escaped")
	if (c ~ /(url_escape|url_validate)/ && c ~ /\+/)
		complain("url_escape with + leaves the rest unescaped")
	if (word == "loop") {
		loopvar = value
		sub(/ ?=.*/, "", loopvar)
		looping[loopvar] = 1
	}
	if (word == "set") {
		loopvar = value
		sub(/ ?=.*/, "", loopvar)
		if (loopvar in looping)
			complain("set: on the variable of a loop: crashes")
		if (loopvar !~ /^[A-Za-z_][A-Za-z0-9_.]*$/)
			complain("set: only names that stand there, not " loopvar)
	}
	if (word == "include" && value !~ /^"(parts|public|intranet|mail)\/[a-z\/_]+\.cst"$/)
		complain("include: only of a file that stands there by name")
	if (word == "var")
		return (value ~ /^("#" \+ )?([A-Za-z_.]+\.)?(url|css|js)$/ || value ~ /^url_validate\([A-Za-z_.]+\)$/) ? "F" : "V"
	if (word !~ /^\/?(if|else|elif|elseif|each|with|loop|def|call|include|set|var|first|last)$/)
		complain("unknown command " word)
	return "O"
}
# One HTML tag, without < and >.
function tag(t,   name, rest, attr, value, q) {
	name = t
	sub(/[ \t\n\/O].*/, "", name)
	if (t ~ /^\/?[^a-zA-Z\/!O]/ || name ~ /V|F/)
		complain("a value as the name of a tag")
	name = tolower(name)
	if (name == "style")
		complain("a style within the page")
	if (name == "script" && t !~ / src="/)
		complain("a script within the page")
	if (name == "form" && file !~ /parts\/form\.cst$/)
		complain("<form> belongs into the macro of parts/form.cst")
	rest = substr(t, length(name) + 1)
	while (match(rest, /[^ \t\n="\/<>O]+[ \t\n]*=[ \t\n]*/)) {
		attr = substr(rest, RSTART, RLENGTH)
		rest = substr(rest, RSTART + RLENGTH)
		gsub(/[ \t\n=]/, "", attr)
		attr = tolower(attr)
		q = substr(rest, 1, 1)
		if (q != "\"") {
			complain("the value of " attr " is not in double quotes")
			continue
		}
		rest = substr(rest, 2)
		value = rest
		sub(/".*/, "", value)
		rest = substr(rest, length(value) + 2)
		attribute(name, attr, value)
	}
	if (rest ~ /[VF]/ || (t ~ /[VF]=/ ))
		complain("a value outside of an attribute's quotes")
	if (t ~ /[ \t\nO](disabled|readonly|required|hidden)([ \t\nO\/]|$)/ && t !~ /type="hidden"/)
		complain("disabled, readonly and required are not used")
	if (t ~ /[ \t\nO]autofocus/ && t !~ /summary/)
		complain("autofocus only on the error summary")
}
function attribute(name, attr, value) {
	if (attr ~ /[VF]/)
		complain("a value as the name of an attribute")
	if (attr ~ /^on/)
		complain(attr ": scripts stand in app.js")
	if (attr ~ /^(style|placeholder|maxlength|srcdoc|disabled|readonly|required)$/)
		complain(attr " is not used")
	if (attr == "type" && value == "number")
		complain("type=number: use text with inputmode")
	if (attr == "target")
		complain("target: pages open where the reader is")
	if (attr ~ /^(href|src|action|formaction|poster|data)$/) {
		if (value ~ /^F(#[^VF]*)?$/ || value ~ /^(\/|#)[^VFO]*$/ || value ~ /^#[VO]+$/ || value ~ /^tel:[0-9-]+$/ || value ~ /^\/[a-z]+\/[a-z]+\?id=V$/)
			return
		complain(attr "=\"" value "\": a fixed path, one with ?id= and a value, or a value called url")
	}
	if (attr == "class" && value ~ /F/)
		complain("an address as a class")
}
function html(   i, n, c, t, quote, intag, inside) {
	n = length(text)
	lineno = 1
	t = ""
	intag = 0
	quote = 0
	inside = ""
	for (i = 1; i <= n; i++) {
		c = substr(text, i, 1)
		if (c == "\n" || c == "\001")
			lineno++
		if (c == "\001")
			continue
		if (!intag) {
			if (substr(text, i, 4) == "<!--")
				complain("HTML comments are sent; <?cs # … ?> is not")
			if (c == "<") {
				intag = 1
				t = ""
				quote = 0
			} else if (inside != "" && (c == "V" || c == "F") && mark[i])
				complain("a value inside " inside)
			continue
		}
		if (c == "\"")
			quote = !quote
		if (c == ">" && !quote) {
			intag = 0
			tag(t)
			if (tolower(t) ~ /^(script|style)/)
				inside = tolower(substr(t, 1, 6))
			if (tolower(t) ~ /^\/(script|style)/)
				inside = ""
			continue
		}
		if (c ~ /[VFO]/ && !mark[i])
			c = tolower(c)
		t = t c
	}
	if (intag)
		complain("a tag that does not end")
}
function look(   i, c, at, out, here) {
	delete mark
	delete looping
	text = ""
	lineno = 1
	while ((at = index(whole, "<?cs")) > 0) {
		out = substr(whole, 1, at - 1)
		lineno += gsub(/\n/, "\n", out)
		text = text out
		whole = substr(whole, at + 4)
		at = index(whole, "?>")
		if (!at) {
			complain("a <?cs that does not end")
			return
		}
		here = substr(whole, 1, at - 1)
		c = command(here)
		text = text c
		if (c != "")
			mark[length(text)] = 1
		# The lines inside keep their number.
		i = gsub(/\n/, "\n", here)
		lineno += i
		while (i-- > 0)
			text = text "\001"
		whole = substr(whole, at + 2)
	}
	text = text whole
	html()
}
FNR == 1 {
	if (NR > 1)
		look()
	file = FILENAME
	whole = ""
}
{
	whole = whole $0 "\n"
	if (FNR == (FILENAME ~ /parts\// ? 401 : 151)) {
		lineno = FNR
		complain("too long: a repeated piece is a macro, macros are in parts")
	}
}
END {
	if (NR)
		look()
	exit bad
}
