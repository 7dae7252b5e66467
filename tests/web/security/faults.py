"""faults.py - programs that crash and a database that goes away while people
work: one request is lost, and nothing that was said to be saved (security
PR-05, DB-03, AU-26, OUT-07).
"""
import hashlib
import os
import re
import secrets
import signal
import subprocess
import sys
import threading
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../all"))
from instance import (BUILD, Browser, INSTANCE, Sql, binary, claim, hidden,
                      logs, new_token, processes_of, tell)
from people import World

READERS = 4
# A sanitizer would take the real one for a find of its own.
DEADLY = signal.SIGKILL if BUILD.endswith("/asan") else signal.SIGSEGV


class Reader(threading.Thread):
    """Asks for one page again and again, over a connection of its own."""

    def __init__(self, path, times):
        super().__init__()
        self.path, self.times, self.failed = path, times, []

    def run(self):
        browser = Browser("public")
        for _ in range(self.times):
            try:
                answer = ask(browser, "GET", self.path)
                if answer.status != 200:
                    self.failed.append(answer)
            except OSError as error:
                self.failed.append(error)


def ask(browser, method, path, body=None, headers=None):
    """Threads may not share a connection: each request has one of its own."""
    return browser.raw(method, path, body, headers or {
        "Cookie": "sid=" + browser.cookie}, alone=True)


def crash():
    """One process of a screen dies again and again while four people read."""
    screen = "public/help/guide"
    readers = [Reader("/help/guide", 100) for _ in range(READERS)]
    for r in readers:
        r.start()
    killed = 0
    for _ in range(3):
        time.sleep(0.05)
        for pid in processes_of(screen)[:1]:
            os.kill(pid, DEADLY)
            killed += 1
    for r in readers:
        r.join()
    failed = [f for r in readers for f in r.failed]
    claim(killed == 3, f"a program was killed {killed} times")
    claim(len(failed) <= killed, f"PR-05 {len(failed)} of {100 * READERS} "
          f"requests were lost", *failed[:5])
    claim(not [f for f in failed if getattr(f, "status", 0) not in (500, 503)],
          "PR-05 who was hit got a page of ours")
    claim(ask(Browser("public"), "GET", "/help/guide").status == 200,
          "PR-05 it runs again")


class Saver(threading.Thread):
    """Somebody who saves one form again and again."""

    def __init__(self, person):
        super().__init__()
        self.person = person
        self.saved = self.away = 0
        self.wrong = []
        self.stop = False

    def once(self):
        browser = self.person.browser
        page = ask(browser, "GET", "/tokutei/founder")
        if page.status != 200:
            return page
        body = "&".join(f"{n}={v}" for n, v in (
            ("act", "save"), ("token", browser.token),
            ("key", hidden(page.text(), "key")),
            ("id", hidden(page.text(), "id")),
            ("revision", hidden(page.text(), "revision")),
            ("founder", "private"))).encode()
        return ask(browser, "POST", "/tokutei/founder", body, {
            "Cookie": "sid=" + browser.cookie, "Origin": browser.url,
            "Sec-Fetch-Site": "same-origin",
            "Content-Type": "application/x-www-form-urlencoded"})

    def run(self):
        while not self.stop:
            answer = self.once()
            if answer.status == 303 and answer.header(
                    "location") == "/tokutei/applicant":
                self.saved += 1
            elif answer.status == 503:
                self.away += 1
            else:
                self.wrong.append(answer)


def restart(sql, world):
    """The database goes and comes back while three people save."""
    savers = [Saver(world.person("drafter", "public", "draft"))
              for _ in range(3)]
    for s in savers:
        s.start()
    time.sleep(0.5)
    before = [s.saved for s in savers]
    tell("restart", "database")
    time.sleep(0.8)
    for s in savers:
        s.stop = True
        s.join()
    claim(all(before), "three people save")
    claim.none([str(a) for s in savers for a in s.wrong],
               "PR-05 DB while the database is away: 503, and nothing else")
    claim(all(s.saved > n for s, n in zip(savers, before)),
          "PR-05 DB afterwards it goes on by itself")
    again = Sql()
    lost = []
    for s in savers:
        version = s.person.ids["version"]
        revision = int(again.one("SELECT revision FROM applicant WHERE"
                                 f" version = {version}"))
        if not s.saved <= revision - 1 <= s.saved + s.away:
            lost.append(f"{s.saved} saved, {s.away} refused, "
                        f"revision {revision}")
    claim.none(lost, "DB nothing that was said to be saved is lost, nothing is "
               "saved twice")


def long_statement():
    """A statement of a page is cut off after ten seconds; takes its time, so
    that it runs beside the rest."""
    with open(os.path.join(INSTANCE, "conf/secret-public"),
              encoding="utf-8") as f:
        password = f.read().strip()
    socket = Sql().one("SELECT @@socket")
    return time.monotonic(), subprocess.Popen(
        ["mariadb", "--no-defaults", "--socket=" + socket, "-N", "-B",
         "--user=sesshu_public", "-e",
         "SELECT COUNT(*) FROM prefecture WHERE SLEEP(20)", "sesshu"],
        env=dict(os.environ, MYSQL_PWD=password), stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, text=True)


def was_cut(started, client):
    error = client.communicate(timeout=30)[1]
    seconds = time.monotonic() - started
    claim("max_statement_time" in error and 9 < seconds < 19,
          f"DB-03 a statement of a page is cut after {seconds:.0f} s", error)


def limits(rate, burst):
    """Of every kind of request (bin/lib/settings.sh)."""
    with open(os.path.join(INSTANCE, "reload.env"), "w",
              encoding="utf-8") as f:
        for kind in ("ALL", "AUTH", "MAIL", "UPLOAD"):
            f.write(f"RATE_{kind}={rate}\nBURST_{kind}={burst}\n")
    tell("reload")


def limited(sql, world):
    """Links that are refused for their number, or while programs are away,
    stand in no log."""
    token = new_token()
    link = world.link("draft", None, world.application("draft")["application"])
    sql.insert("link_token", link=link, token=binary(
        hashlib.sha256(token.encode()).digest()))
    statuses = set()
    try:
        limits("1r/s", 5)
        for _ in range(30):
            statuses.add(ask(Browser("public"), "GET",
                             "/account/open?t=" + token).status)
    finally:
        limits("10000r/s", 9999)
    claim(429 in statuses, "AU-26 links are refused for their number", statuses)
    tell("stop", "public/account/open")
    away = ask(Browser("public"), "GET", "/account/open?t=" + token)
    tell("start", "public/account/open")
    claim(away.status == 503, "AU-26 links while the program is away", away)
    answer = ask(Browser("public"), "GET", "/account/open?t=" + token)
    claim(answer.status == 303 and answer.header("set-cookie"),
          "AU-22 the link still opens", answer)
    cookie = re.match("sid=([^;]*)", answer.header("set-cookie"))
    time.sleep(0.2)
    found = []
    for path in logs():
        with open(path, "rb") as f:
            text = f.read()
        found += [f"{os.path.basename(path)}: {what}" for what, secret in
                  (("link", token), ("cookie", cookie.group(1)))
                  if secret.encode() in text]
    claim.none(found, "AU-26 LG-05 no log has the link or the cookie")


def main():
    sql = Sql()
    world = World(sql, "faults" + secrets.token_hex(2))
    sleeper = long_statement()
    limited(sql, world)
    crash()
    was_cut(*sleeper)
    restart(sql, world)
    claim.end()


main()
