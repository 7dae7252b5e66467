"""canary.py - a text that would do harm stands in every field there is; every
page is read (security OUT-03, OUT-07, LG-05, PD-06, EX-02, IN-06).

It is put into every column of text, straight into the database, so that pages
which nobody has written yet are covered as soon as they show a column; and it
is typed into every form and every query.
"""
import io
import json
import os
import re
import secrets
import sys
import time
import urllib.parse
import zipfile
from html.parser import HTMLParser

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../all"))
from foretold import verdict
from instance import Sql, claim, links, logs, screens
from people import World, roles, states

HARM = "\"'><svg/onload=x>&#x3c;{{<?cs var:x ?>"
PAGES = 40   # at most, for one person


class Elements(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.wrong = []
        self.urls = []

    def handle_starttag(self, tag, attrs):
        names = [n for n, _ in attrs]
        if tag == "svg" and "onload" in names:
            self.wrong.append("<svg onload>")
        self.wrong += [f"{tag} {n}" for n in names
                       if n.startswith("on") or n == "style"
                       or not re.fullmatch(r"[a-z][a-zA-Z-]*", n)]
        self.urls += [v or "" for n, v in attrs
                      if n in ("href", "src", "action", "formaction")]

    def handle_pi(self, data):
        self.wrong.append("<?" + data[:40])


class Reader:
    """Judges every answer; personal: what may stand in no address."""

    def __init__(self, personal):
        self.personal = personal
        self.unescaped, self.addresses, self.broken = [], [], []
        self.seen = 0
        self.pages = 0

    def judge(self, answer, where):
        self.pages += 1
        kind = answer.header("content-type").split(";")[0]
        head = answer.header("location") + answer.header("set-cookie")
        if self.personal in urllib.parse.unquote(head):
            self.addresses.append(f"{where}: {head}")
        if answer.status >= 500:
            self.broken.append(f"{where}: {answer.status}")
        if self.personal.encode() in answer.body:
            self.seen += 1
        if kind == "text/html":
            self.html(answer, where)
        elif kind == "application/json":
            json.loads(answer.body)
        elif answer.body[:2] == b"PK":
            self.workbook(answer, where)

    def html(self, answer, where):
        page = Elements()
        page.feed(answer.text())
        self.unescaped += [f"{where}: {w}" for w in page.wrong]
        if re.search(r"<svg/onload|<\?cs|(?<!&amp;)&#x3c;", answer.text()):
            self.unescaped.append(f"{where}: as it was typed")
        self.addresses += [f"{where}: {u}" for u in page.urls
                           if self.personal in urllib.parse.unquote(u)]

    def workbook(self, answer, where):
        with zipfile.ZipFile(io.BytesIO(answer.body)) as book:
            for name in book.namelist():
                part = book.read(name).decode("utf-8", "replace")
                if name.endswith(".xml") and re.search(
                        r"<f>[^<]*CANARY|<svg", part):
                    self.unescaped.append(f"{where}: {name}")


def put_everywhere(sql, rows, canary):
    """Into every column of text of these rows that has room for it."""
    columns = 0
    for table, where in rows:
        for name, most in sql(
                "SELECT column_name, character_maximum_length"
                " FROM information_schema.columns"
                " WHERE table_schema = DATABASE()"
                f" AND table_name = '{table}'"
                " AND data_type IN ('varchar', 'text', 'mediumtext')"
                " AND character_maximum_length >= 50"):
            value = canary[:int(most)].replace("'", "''")
            if f"{table}.{name}" in KEPT:
                continue
            bad = sql(f"UPDATE {table} SET {name} = '{value}' WHERE {where}")
            columns += not bad
    return columns


# Columns that are no text of anybody's.
KEPT = {"account.password", "account.login", "application.mail",
        "upload_remark.args", "inquiry_item.field"}


def made_up(sql, world, person):
    """Rows of every table that could belong to somebody, and where they are."""
    ids, rows = person.ids, []
    if "application" in ids:
        number, version = ids["application"], ids["version"]
        file = sql.insert(
            "file", public_id="RANDOM_BYTES(16)", name="'見本.xlsx'",
            kind="'xlsx'", size=1, sha256="RANDOM_BYTES(32)",
            created_at="UTC_TIMESTAMP(6)")
        upload = sql.insert(
            "upload", public_id="RANDOM_BYTES(16)", version=version, file=file,
            state="'read'", created_at="UTC_TIMESTAMP(6)", row_count=1, bad=1)
        sql.insert("upload_remark", upload=upload, number=1, bad=1,
                   sheet_row=4, col=1, place="'name'", message="'too_long'")
        sql.insert("attachment", application=number, file=file,
                   purpose="'mandate'", created_at="UTC_TIMESTAMP(6)")
        rows += [("file", f"id = {file}"), ("upload_remark",
                                            f"upload = {upload}")]
        rows += [(t, f"version = {version}")
                 for t in ("applicant", "office", "business")]
        rows += [("application", f"id = {number}")]
        ids["upload_id"] = sql.one(
            f"SELECT LOWER(HEX(public_id)) FROM upload WHERE id = {upload}")
    if "unit" in ids:
        rows += [("review_unit", f"application = {ids['application']}"),
                 ("review_note", f"unit = {ids['unit']}"),
                 ("inquiry", f"id = {ids['inquiry']}"),
                 ("inquiry_item", f"id = {ids['item']}")]
    if ids.get("account"):
        sql.insert("login_record", account=ids["account"], device="'見本'",
                   at="UTC_TIMESTAMP(6)", ip="'192.0.2.1'", outcome="'ok'")
        rows += [("login_record", f"account = {ids['account']}"),
                 ("account", f"id = {ids['account']}"),
                 ("organisation", "id IN (SELECT organisation FROM membership"
                  f" WHERE account = {ids['account']})")]
    rows += [("session", f"public_id = UNHEX('{ids['session_id']}')")]
    return rows


def crawl(reader, found, person):
    """Every screen with one's own ids, and wherever its pages lead."""
    own = [v for n, v in person.ids.items() if n.endswith("_id")]
    todo = [s.path for s in found if s.site == person.browser.site]
    todo += [f"{s.path}?{name}={id}" for s in found for id in own
             for name in {*s.parameters(), "id"}
             if s.site == person.browser.site]
    done = set()
    while todo and len(done) < PAGES + len(found):
        path = todo.pop(0)
        if path in done or not path.startswith("/"):
            continue
        done.add(path)
        answer = person.browser.get(path)
        reader.judge(answer, f"{path} for {person}")
        if answer.header("content-type").startswith("text/html"):
            todo += [u.split("#")[0] for u in links(answer.text())
                     if u.startswith("/") and not u.startswith("/static/")]
        elif answer.status == 303:
            todo.append(answer.header("location").split("#")[0])


def typed(reader, found, person, canary):
    """Into every field of every form, with every button of the screen."""
    for screen in found:
        if screen.site != person.browser.site or not screen.fields:
            continue
        for act in screen.acts:
            if act in ("logout", "disown") or verdict(
                    screen, act.split(":")[0], person) != "may":
                continue
            # What is hidden was in an address before (next).
            fields = {f.place: HARM if f.need == "hidden" else canary
                      for f in screen.fields
                      if f.kind not in ("part", "rows", "id")
                      and f.place != "revision"}
            fields["key"] = secrets.token_hex(16)
            answer = person.browser.post(screen.path, {"act": act, **fields})
            reader.judge(answer, f"{act} on {screen.path}")
            if answer.status == 303:
                to = answer.header("location").split("#")[0]
                reader.judge(person.browser.get(to), to)
                reader.judge(person.browser.get(screen.path), screen.path)


def asked(reader, found, person, canary):
    """In every query, and in what else a browser says of itself."""
    quoted = urllib.parse.quote(canary)
    for screen in found:
        if screen.site != person.browser.site:
            continue
        for name in {*screen.parameters(), "q", "sort", "page", "t", "next",
                     "done", "ended", "saved", "id"}:
            path = f"{screen.path}?{name}={quoted}"
            reader.judge(person.browser.get(path), f"{screen.path}?{name}=")
        reader.judge(person.browser.get(
            screen.path, User_Agent=canary, Referer="http://x/" + quoted),
            screen.path)
        reader.judge(person.browser.get(
            f"{screen.path}?{quoted}=1", X_Canary=canary), screen.path)


EVIL = ("//evil.example", "/\\evil.example", "https://evil.example/",
        "/\t/evil.example", "javascript:alert(1)", "%2f%2fevil.example")


def led_away(found, people):
    """Whatever a query says, nobody is led to another site."""
    wrong = []
    for screen in found:
        for person in people:
            if person.browser.site != screen.site:
                continue
            for name in {*screen.parameters(), "next", "url", "to"}:
                for evil in EVIL:
                    to = person.browser.get(
                        f"{screen.path}?{name}={urllib.parse.quote(evil)}"
                    ).header("location")
                    if to and (not re.match(r"/(?![/\\])", to)
                               or "evil" in to.split("?")[0]):
                        wrong.append(f"{screen.name}?{name}={evil}: {to}")
    claim.none(wrong, "CS-07 no query leads to another site")


def say(reader, what, must_see=True):
    claim(reader.pages > 20 and (reader.seen > 3 or not must_see),
          f"{what}: {reader.seen} of {reader.pages} answers show the canary")
    claim.none(reader.unescaped, f"OUT-03 {what}: never unescaped")
    claim.none(reader.broken, f"OUT-07 {what}: no answer fails")


def in_logs(*canaries):
    found = []
    for path in logs():
        with open(path, "rb") as f:
            text = f.read()
        found += [f"{os.path.basename(path)}: {c}" for c in canaries
                  if c.encode() in text]
    return found


def everybody(world, site, of=("draft",)):
    people = [world.person("applicant", site, stage="code")]
    for role, sites in roles().items():
        for state in of if site == "public" else [""]:
            if site in sites:
                people.append(world.person(role, site, state))
    return people


def main():
    sql, found = Sql(), screens()
    stored, entered, queried = ("CANARY" + secrets.token_hex(4)
                                for _ in range(3))
    world = World(sql, "canary")
    people = [p for site in ("public", "intranet")
              for p in everybody(world, site, states())]
    columns = sum(put_everywhere(sql, made_up(sql, world, p), stored + HARM)
                  for p in people)
    claim(columns > 20 * len(states()), f"the canary stands in {columns} columns")
    reader = Reader(stored)
    for person in people:
        crawl(reader, found, person)
    say(reader, "stored")
    claim.none(reader.addresses, "PD-06 stored: in no address")

    reader, world = Reader(entered), World(sql, "typed")
    for site in ("public", "intranet"):
        for person in everybody(world, site):
            typed(reader, found, person, entered + HARM)
    say(reader, "typed")
    claim.none(reader.addresses, "PD-06 typed: in no address")

    reader = Reader(queried)
    for site in ("public", "intranet"):
        for person in everybody(world, site):
            asked(reader, found, person, queried + HARM)
    say(reader, "in a query", must_see=False)
    headers = [a for a in reader.addresses if "Set-Cookie" in a]
    claim.none(headers, "IN-06 in a query: in no cookie")
    led_away(found, [people[0], people[1], world.person(
        "administrator", "intranet")])
    time.sleep(0.2)
    claim.none(in_logs(stored, entered, queried, "onload=x"),
               "LG-05 IN-06 no log has any of it")
    claim.none(in_logs(*(s for p in people
                         for s in (p.browser.cookie, p.browser.token))),
               "LG-05 no log has a cookie or the token of a form")
    claim.end()


main()
