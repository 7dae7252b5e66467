"""sessions.py - cookies byte for byte, sessions that nobody can plant, that end
in time and for good (security SE-01 to SE-05, SE-10, AU-12).
"""
import hashlib
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../all"))
from instance import (BUILD, Browser, INSTANCE, Sql, binary, claim, hidden,
                      new_token, screens)
from people import World, roles

TOKEN = r"[A-Za-z0-9_-]{43}"
SAME = {"public": "Lax", "intranet": "Strict"}
PASSWORD = "kaz3-yubiwamu"
HASHED = ("$argon2id$v=19$m=65536,t=2,p=1$tgAxr/UhTKBM63uNbERW9w$"
          "jOGSk1KW4hC8BfK5ZXK6LKwhU41BD6Gs3mTcZWyVerU")


def fresh(site, path="/account/login", cookie=None):
    headers = {"Cookie": cookie} if cookie else {}
    return Browser(site).raw("GET", path, None, headers)


def value_of(answer):
    found = re.match(rf"sid=({TOKEN});", answer.header("set-cookie"))
    return found.group(1) if found else ""


def cookies():
    for site, same in SAME.items():
        answer = fresh(site)
        claim(re.fullmatch(rf"sid={TOKEN}; Path=/; HttpOnly; SameSite={same}",
                           answer.header("set-cookie")),
              f"SE-01 {site}: the cookie byte for byte",
              answer.header("set-cookie"))
        claim(value_of(answer) != value_of(fresh(site)),
              f"SE-02 {site}: a new one for each")
        for bad in ("x", "a" * 42, "a" * 44, "a" * 42 + "=", "a" * 42 + "+",
                    "", '"' + "a" * 43 + '"'):
            answer = fresh(site, cookie="sid=" + bad)
            claim(answer.status == 400 or value_of(answer) not in ("", bad),
                  f"SE-02 {site}: {bad[:6]}… is none and is replaced",
                  answer.header("set-cookie"))
        answer = fresh(site, cookie=f"sid={'a' * 43}; sid={'b' * 43}")
        claim(answer.status == 400, f"SE-02 {site}: two cookies are refused")


def with_tls(site, screen):
    """What the program says when the site is reached by https."""
    conf = os.path.join(INSTANCE, "tmp/tls.hdf")
    with open(os.path.join(INSTANCE, "conf/sesshu.hdf"),
              encoding="utf-8") as f:
        text = f.read()
    with open(conf, "w", encoding="utf-8") as f:
        f.write(text + "\nSite.TLS = 1\n")
    out = subprocess.run(
        [os.path.join(BUILD, "cgi-bin", site, screen)], capture_output=True,
        text=True, check=False, stdin=subprocess.DEVNULL,
        env={"SESSHU_CONF": conf, "REQUEST_METHOD": "GET",
             "SCRIPT_NAME": "/" + screen, "REMOTE_ADDR": "127.0.0.1",
             "HTTP_COOKIE": "sid=" + "a" * 43,
             "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "")}).stdout
    os.remove(conf)
    lines = [line for line in out.split("\n\n")[0].splitlines()
             if line.startswith("Set-Cookie:")]
    claim(len(lines) == 1 and re.fullmatch(
        rf"Set-Cookie: __Host-sid={TOKEN}; Path=/; Secure; HttpOnly; "
        rf"SameSite={SAME[site]}", lines[0].strip()),
        f"SE-01 {site}: with TLS the cookie byte for byte", *lines)


def is_session(sql, cookie):
    digest = hashlib.sha256(cookie.encode()).digest()
    return sql.one("SELECT COUNT(*) FROM session WHERE token = "
                   + binary(digest)) == "1"


def login(browser, name, password=PASSWORD):
    page = browser.get("/account/login").text()
    return browser.post("/account/login", {
        "act": "login", "login": name, "password": password, "next": "",
        "key": hidden(page, "key")})


def planted(sql, world):
    """A value that somebody else has chosen is never taken over."""
    account = world.account()
    sql(f"UPDATE account SET password = '{HASHED}' WHERE id = {account}")
    business = world.organisation("business")
    sql.insert("membership", account=account, role="'applicant'",
               organisation=business, since="UTC_TIMESTAMP(6)")
    world.application("draft", account, business)
    name = sql.one(f"SELECT login FROM account WHERE id = {account}")
    before = Browser("public", new_token())
    answer = login(before, name)
    after = value_of(answer)
    claim(answer.status == 303 and after not in ("", before.cookie),
          "SE-03 a login gives a new cookie", answer)
    claim(not is_session(sql, before.cookie) and is_session(sql, after),
          "SE-02 the cookie before the login opens nothing")
    inside = Browser("public", after)
    claim(inside.get("/tokutei/home").status == 200, "the new one does")
    again = login(Browser("public", after), name, "wrong-password1")
    claim(again.status == 303 and is_session(sql, after),
          "a wrong password afterwards ends nothing", again)
    stored = sql("SELECT HEX(token) FROM session")
    claim(after.encode().hex().upper() not in str(stored),
          "SE-02 the database does not hold the cookie itself")
    return inside, name


def ends_in_time(sql, world):
    """One second before and after, for everybody."""
    wrong = []
    for role, sites in sorted(roles().items()):
        for site in sorted(sites):
            path = "/account/logout"
            for column, ago in (("seen_at", "idle_seconds"), ("ends_at", None)):
                person = world.person(role, site, "draft")
                for seconds, alive in ((5, True), (-1, False)):
                    value = (f"UTC_TIMESTAMP(6) - INTERVAL {ago} SECOND"
                             if ago else "UTC_TIMESTAMP(6)")
                    sql(f"UPDATE session SET {column} = {value} + INTERVAL"
                        f" {seconds} SECOND WHERE public_id ="
                        f" UNHEX('{person.ids['session_id']}')")
                    known = "act\" value=\"logout" in \
                        person.browser.get(path).text()
                    if known != alive:
                        wrong.append(f"{role} on {site}: {column} {seconds}")
    claim.none(wrong, "SE-04 sessions end when they are idle, and at the latest")


def logged_out(sql, inside, site):
    answer = inside.post("/account/logout", {"act": "logout"})
    cleared = answer.header("set-cookie")
    claim(cleared == "sid=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; "
          f"Max-Age=0; HttpOnly; SameSite={SAME[site]}",
          f"SE-05 {site}: logging out clears the cookie", cleared)
    claim(answer.header("clear-site-data") == '"cache", "storage"',
          f"SE-05 {site}: and what the browser has kept")
    claim(not is_session(sql, inside.cookie),
          f"SE-05 {site}: the session is gone")
    found = [s for s in screens() if s.site == site
             and not any("anyone" in r[1] for r in s.rights)]
    to = {inside.get(s.path).header("location").split("?")[0] for s in found}
    claim(to == {"/account/login"}, f"SE-05 {site}: the old cookie leads to the "
          "login, everywhere", to)
    claim(inside.raw("GET", "/account/logout", None, {
        "Cookie": "sid=" + inside.cookie}).status == 200,
        f"SE-05 {site}: looking at the page logs nobody out")


def main():
    sql = Sql()
    world = World(sql, "sessions")
    cookies()
    for site in SAME:
        with_tls(site, "account/login")
    inside, _ = planted(sql, world)
    logged_out(sql, inside, "public")
    logged_out(sql, world.person("reviewer", "intranet").browser, "intranet")
    ends_in_time(sql, world)
    claim.end()


main()
