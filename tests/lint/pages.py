"""pages.py - checks the HTML that the tests met: pages.py FOLDER

What every page must keep, and what no validator knows (design of the pages):
references that lead somewhere, nothing inline, no attribute by which a browser
takes over what the server does. One ok or not ok line per page.
"""
import glob
import os
import sys
from html.parser import HTMLParser

BANNED = {"style", "placeholder", "disabled", "readonly", "required",
          "maxlength", "onclick", "onload", "onsubmit", "onchange"}


class Page(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.wrong = []
        self.ids = {}
        self.refs = []
        self.title = None
        self.open = []

    def say(self, text):
        self.wrong.append(f"line {self.getpos()[0]}: {text}")

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        if len(a) != len(attrs):
            self.say(f"<{tag}> has an attribute twice")
        for name in a:
            if name in BANNED or name.startswith("on"):
                self.say(f"<{tag} {name}>")
        if a.get("id"):
            if a["id"] in self.ids:
                self.say(f"id {a['id']} stands twice")
            self.ids[a["id"]] = tag
        self.references(tag, a)
        if tag == "script" and "src" not in a:
            self.say("a script within the page")
        if tag == "style":
            self.say("a style within the page")
        if tag == "form":
            self.form(a)
        if tag == "input" and a.get("type") == "number":
            self.say("type=number")
        if "autofocus" in a and "summary" not in a.get("class", ""):
            self.say(f"autofocus on <{tag}>")
        if tag == "title":
            self.open.append(tag)

    def references(self, tag, a):
        if tag == "label" and a.get("for"):
            self.refs.append(("for", a["for"]))
        for name in ("aria-describedby", "aria-labelledby", "aria-controls"):
            for ref in (a.get(name) or "").split():
                self.refs.append((name, ref))
        href = a.get("href") or ""
        if href.startswith("#") and len(href) > 1:
            self.refs.append(("href", href[1:]))
        if href.lower().startswith("javascript:"):
            self.say("a link that is a script")

    def form(self, a):
        if not a.get("action"):
            self.say("a form without action")
        if a.get("method", "").lower() == "post" and "novalidate" not in a:
            self.say("a form without novalidate")

    def handle_data(self, data):
        if self.open:
            self.title = (self.title or "") + data

    def handle_endtag(self, tag):
        if tag == "title" and self.open:
            self.open.pop()

    def done(self):
        for how, ref in self.refs:
            if ref not in self.ids:
                self.wrong.append(f"{how} leads to {ref}, which is not there")
        if not (self.title or "").strip():
            self.wrong.append("no title")
        return self.wrong


def main():
    bad = 0
    files = sorted(glob.glob(os.path.join(sys.argv[1], "*.html")))
    for n, file in enumerate(files, 1):
        page = Page()
        with open(file, encoding="utf-8") as f:
            page.feed(f.read())
        wrong = page.done()
        bad += bool(wrong)
        print(f"{'not ok' if wrong else 'ok'} {n} - sound page: "
              f"{os.path.basename(file)}")
        for w in wrong[:5]:
            print(f"#   {w[:200]}")
    sys.exit(bad > 0)


main()
