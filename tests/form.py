"""form.py - what a browser would send when a form is filled in.

	form.py PAGE PATH hidden|all [name=value …]

Reads the HTML file PAGE, takes its form whose action has PATH (the first POST
form if there is none), and prints one line "name<TAB>value" per value, with
the backslash, tab and line ends escaped as printf %b knows them. hidden: only
its hidden fields; all: everything that a browser would send without a button.
Given pairs replace those of the same name; given more than once they are all
sent.
"""
import sys
from html.parser import HTMLParser
from urllib.parse import urlsplit


class Forms(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.forms = []
        self.form = None
        self.area = None
        self.select = None
        self.option = None

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        if tag == "form":
            self.form = {"action": a.get("action", ""), "values": [],
                         "post": a.get("method", "get").lower() == "post"}
            self.forms.append(self.form)
        if self.form is None:
            return
        if tag == "input":
            self.input(a)
        elif tag == "textarea":
            self.area = [a.get("name"), ""]
        elif tag == "select":
            self.select = [a.get("name"), None]
        elif tag == "option":
            self.option = a
            self.text = ""

    def input(self, a):
        kind = a.get("type", "text")
        if kind in ("checkbox", "radio") and "checked" not in a:
            return
        if kind in ("submit", "button", "image", "file", "reset"):
            return
        self.add(a.get("name"), a.get("value", "on" if kind in (
            "checkbox", "radio") else ""), kind == "hidden")

    def add(self, name, value, hidden=False):
        if name:
            self.form["values"].append((name, value or "", hidden))

    def handle_data(self, data):
        if self.area:
            self.area[1] += data
        if self.option is not None:
            self.text += data

    def handle_endtag(self, tag):
        if tag == "form":
            self.form = None
        elif tag == "textarea" and self.area:
            self.add(self.area[0], self.area[1].removeprefix("\n"))
            self.area = None
        elif tag == "option" and self.option is not None:
            value = self.option.get("value", self.text.strip())
            if self.select and (self.select[1] is None or
                                "selected" in self.option):
                self.select[1] = value
            self.option = None
        elif tag == "select" and self.select:
            if self.select[1] is not None:
                self.add(self.select[0], self.select[1])
            self.select = None


def main():
    page, path, which, *given = sys.argv[1:]
    forms = Forms()
    with open(page, encoding="utf-8", errors="replace") as f:
        forms.feed(f.read())
    path = urlsplit(path).path
    fits = [f for f in forms.forms if urlsplit(f["action"]).path == path]
    fits.sort(key=lambda f: not f["post"])
    fits = fits or [f for f in forms.forms if f["post"]]
    pairs = [g.split("=", 1) for g in given]
    names = {n for n, _ in pairs}
    seen = set()
    values = []
    for name, value, hidden in fits[0]["values"] if fits else []:
        if name in names or (which == "hidden" and not hidden):
            continue
        values.append((name, value))
        seen.add(name)
    for name, value in values + [tuple(p) for p in pairs]:
        value = (value.replace("\\", "\\\\").replace("\r", "\\r")
                 .replace("\n", "\\n").replace("\t", "\\t"))
        print(f"{name}\t{value}")


main()
