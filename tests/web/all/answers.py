"""answers.py - headers, methods and limits, the same for every screen.

Headers are compared byte for byte, on pages, redirections and errors.
"""
import urllib.parse

from instance import Browser, FORM, Sql, claim, screens, sums, changed
from people import World, roles

CSP = ("default-src 'none'; script-src 'self'; style-src 'self'; "
       "img-src 'self'; font-src 'self'; connect-src 'self'; "
       "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
       "object-src 'none'; require-trusted-types-for 'script'; "
       "trusted-types 'none'; report-uri /csp-report")
ALWAYS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), "
                          "payment=(), usb=()",
    "X-Frame-Options": "DENY",
}
NEVER = ("access-control-allow-origin", "x-powered-by", "etag", "set-cookie2",
         "access-control-allow-credentials")
DOWNLOAD_CSP = "default-src 'none'; sandbox"


def wrong_headers(answer, shared=0):
    """What is wrong with the headers of an answer. shared: seconds that it may
    be kept, if it is the same for everybody."""
    wrong = []
    shared = shared if answer.status in (200, 304) else 0
    download = answer.header("content-disposition").startswith("attachment")
    for name, value in ALWAYS.items():
        is_now = answer.header(name)
        if download and name == "Content-Security-Policy":
            if DOWNLOAD_CSP not in is_now:
                wrong.append(f"{name}: {is_now}")
        elif is_now != value:
            wrong.append(f"{answer.status} {name}: {is_now or 'missing'}")
    if shared and (answer.header("set-cookie") or not answer.header("etag")):
        wrong.append("a page for everybody: cookie or no etag")
    for name in NEVER:
        if answer.header(name) and not (shared and name == "etag"):
            wrong.append(f"{answer.status} {name}: {answer.header(name)}")
    if answer.header("server") not in ("nginx", "Apache"):
        wrong.append("server: " + answer.header("server"))
    # Reference data is the same for everybody and may be kept.
    kept = (answer.header("content-type").startswith("application/json")
            and answer.header("cache-control") == "public, max-age=3600"
            and not answer.header("set-cookie")) or (
                shared and answer.header("cache-control")
                == f"public, max-age={shared}")
    if (shared or answer.header("cache-control") != "no-store") and not kept:
        wrong.append(f"{answer.status} cache-control: "
                     + answer.header("cache-control"))
    kind = answer.header("content-type").lower()
    html = kind == "text/html; charset=utf-8"
    if answer.status >= 400 and not html:
        wrong.append(f"{answer.status} content-type: {kind}")
    if answer.status == 200 and not (html or download or kind in (
            "application/json", "application/json; charset=utf-8")):
        wrong.append(f"content-type: {kind}")
    return wrong


def people_of(world, screen, cache):
    """Nobody, and one of each role on this site."""
    if screen.site not in cache:
        cache[screen.site] = [Browser(screen.site)] + [
            world.person(role, screen.site, state).browser
            for role, sites in roles().items() if screen.site in sites
            for state in (["draft", "submitted"] if screen.site == "public"
                          else [""])
        ] + [world.person("applicant", screen.site, stage="code").browser]
    return cache[screen.site]


def asked(screen, people):
    """Every kind of answer to a GET, and HEAD beside it."""
    wrong, heads, bodies = [], [], []
    for browser in people:
        get = browser.get(screen.path)
        head = browser.get(screen.path, method="HEAD")
        wrong += (wrong_headers(get, screen.shared)
                  + wrong_headers(head, screen.shared))
        if get.status >= 500:
            bodies.append(str(get))
        own = {"date", "set-cookie", "content-length"}
        if head.status != get.status or head.body or (
                {n for n, _ in head.headers} - own
                != {n for n, _ in get.headers} - own):
            heads.append(f"{get} / {head}")
    claim.none(wrong, f"HD-01 HD-02 SE-10 OUT-06 {screen.name}: headers, to "
               "whoever asks")
    claim.none(heads, f"CS-04 {screen.name}: HEAD answers as GET, without body")
    claim.none(bodies, f"{screen.name}: no failure for anybody")


def encode(pairs):
    return urllib.parse.urlencode(pairs).encode()


def refused(screen, browser):
    """What is no request of ours: the status, and the same headers."""
    path, me = screen.path, browser
    token = encode([("token", me.token)])
    asks = [
        ("IN-09 URL too long", (400, 413, 414),
         lambda: me.get(path + "?q=" + "a" * 8300)),
        ("IN-09 501 fields", (400, 413),
         lambda: me.post(path, [(f"f{i}", "") for i in range(501)])),
        ("IN-09 501 fields in a query", (400, 413),
         lambda: me.get(path + "?" + "&".join(f"f{i}" for i in range(501)))),
        ("IN-09 name of 65 bytes", (400, 413),
         lambda: me.post(path, {"n" * 65: "x"})),
        ("IN-09 value of 10,001 characters", (400, 413),
         lambda: me.post(path, {"note": "a" * 10001})),
        ("IN-09 body of 100 kB and a byte", (400, 413),
         lambda: me.post_raw(path, b"a=" + b"b" * (100 * 1024 - 1))),
        ("IN-10 invalid UTF-8", (400,),
         lambda: me.post_raw(path, token + b"&name=%ff%fe")),
        ("IN-10 overlong form", (400,),
         lambda: me.post_raw(path, token + b"&name=%c0%af")),
        ("IN-10 surrogate", (400,),
         lambda: me.post_raw(path, token + b"&name=%ed%a0%80")),
        ("IN-10 NUL", (400,),
         lambda: me.post_raw(path, token + b"&name=a%00b")),
        ("IN-10 invalid UTF-8 in a query", (400,),
         lambda: me.get(path + "?id=%ff")),
        ("IN-10 broken escape", (400,),
         lambda: me.post_raw(path, token + b"&name=%zz")),
        ("CS-04 PUT", (405,), lambda: me.raw("PUT", path, b"")),
        ("CS-04 DELETE", (405,), lambda: me.raw("DELETE", path)),
        ("CS-04 TRACE", (405,), lambda: me.raw("TRACE", path)),
        ("CS-04 OPTIONS", (405,), lambda: me.raw("OPTIONS", path)),
        ("CS-04 PATCH", (405,), lambda: me.raw("PATCH", path, b"")),
        ("CS-04 JSON body", (415,), lambda: me.post_raw(
            path, b"{}", {"Content-Type": "application/json"})),
        ("CS-04 plain text body", (415,), lambda: me.post_raw(
            path, token, {"Content-Type": "text/plain"})),
        ("CS-04 no content type", (415,), lambda: me.post_raw(
            path, token, {"Content-Type": None})),
        ("CS-04 other character set", (415,), lambda: me.post_raw(
            path, token, {"Content-Type": FORM + "; charset=shift_jis"})),
        ("SE-02 session cookie twice", (400,), lambda: me.raw(
            "GET", path, None, {"Cookie": f"sid={me.cookie}; sid={me.cookie}"})),
    ]
    statuses, headers = [], []
    for name, right, ask in asks:
        answer = ask()
        # What is the same for everybody has no cookie to look at.
        if answer.status not in right and not (
                screen.shared and "cookie" in name):
            statuses.append(f"{name}: {answer}")
        headers += [f"{name}: {w}"
                    for w in wrong_headers(answer, screen.shared)]
    claim.none(statuses, f"IN-09 IN-10 CS-04 SE-02 {screen.name}: refuses what "
               "is no request of ours")
    claim.none(headers, f"HD-01 HD-02 {screen.name}: headers on errors too")


def main():
    sql = Sql()
    world = World(sql, "answers")
    cache = {}
    found = screens()
    for screen in found:
        asked(screen, people_of(world, screen, cache))
    before = sums(sql)
    for screen in found:
        refused(screen, people_of(world, screen, cache)[0])
    claim.none(changed(before, sums(sql)),
               "IN-09 IN-10 CS-04 nothing of it changed a row")
    for site in ("public", "intranet"):
        nobody = Browser(site)
        for path in ("/", "/nothing/here", "/account/", "/account/login/",
                     "/account/login.cst", "/error/404.html", "/static/",
                     "/static/nothing.css", "/.git/config", "/robots.txt%00",
                     "/account/../account/nothing", "/csp-report"):
            answer = nobody.get(path)
            if answer.status in (204, 444):
                continue
            wrong = [w for w in wrong_headers(answer)
                     if not (path == "/" and "cache" in w)]
            claim.none(wrong, f"HD-01 HD-02 {site} {path}: headers of "
                       f"{answer.status}")
            claim("nginx" not in answer.text().lower()
                  and "apache" not in answer.text().lower(),
                  f"OUT-07 {site} {path}: names no program")
    claim.end()


main()
