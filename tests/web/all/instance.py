"""instance.py - what a derived test needs: the instance, its database, its
screens.

A derived test holds for every screen there is, also for those that nobody has
written yet: it asks the programs what they are (PROGRAM --describe) and the
rights table who may do what, and never names a screen.
"""
import base64
import hashlib
import html
import http.client
import os
import re
import secrets
import subprocess
import sys
import urllib.parse

sys.stdout.reconfigure(encoding="utf-8", line_buffering=True)
INSTANCE = os.environ["INSTANCE"]
BUILD = os.environ["BUILD"]
TOP = os.path.abspath(os.path.join(os.path.dirname(__file__), "../../.."))
FORM = "application/x-www-form-urlencoded"


# --- Claims ------------------------------------------------------------------

class Claims:
    """Counts checks and prints one line for each, as tests/run.sh reads it."""

    def __init__(self):
        self.n = 0
        self.bad = 0

    def __call__(self, right, text, *more):
        """One check: text begins with the row of the security guide."""
        self.n += 1
        if right:
            print(f"ok {self.n} - {text}")
            return True
        self.bad += 1
        print(f"not ok {self.n} - {text}")
        for line in more:
            print("#   " + str(line).replace("\n", " ")[:400])
        return False

    def none(self, wrong, text):
        """No counter-example was found; some are shown."""
        return self(not wrong, text, *[str(w) for w in list(wrong)[:8]])

    def end(self):
        print(f"1..{self.n}")
        sys.exit(1 if self.bad else 0)


claim = Claims()


# --- The instance ------------------------------------------------------------

def _ready():
    values = {}
    with open(os.path.join(INSTANCE, "ready"), encoding="utf-8") as f:
        for line in f:
            name, _, value = line.strip().partition("=")
            values[name] = value
    return values


READY = _ready()
URLS = {"public": READY["PUBLIC_URL"], "intranet": READY["INTRANET_URL"]}


def tell(*words):
    """Stops, starts or restarts a part: tell("restart", "database")."""
    subprocess.run([os.path.join(TOP, "bin/run.sh"), "tell", *words],
                   env=dict(os.environ, VAR=INSTANCE), cwd=TOP, check=True,
                   stdout=subprocess.DEVNULL)


def read(path):
    with open(os.path.join(TOP, path), encoding="utf-8") as f:
        return f.read()


def processes_of(screen):
    """The running programs of one screen."""
    path = os.path.realpath(os.path.join(BUILD, "cgi-bin", screen))
    found = []
    for name in os.listdir("/proc"):
        try:
            if name.isdigit() and os.readlink(f"/proc/{name}/exe") == path:
                with open(f"/proc/{name}/environ", "rb") as f:
                    if INSTANCE.encode() in f.read():
                        found.append(int(name))
        except OSError:
            continue
    return found


def logs():
    """All log files of the instance."""
    folder = os.path.join(INSTANCE, "log")
    return [os.path.join(folder, name) for name in sorted(os.listdir(folder))]


# --- The database ------------------------------------------------------------

def socket_path():
    with open(os.path.join(INSTANCE, "conf/mariadb.cnf"),
              encoding="utf-8") as f:
        return re.search(r"^socket = (.*)$", f.read(), re.M).group(1)


class Sql:
    """The database by the eyes of its administrator, or of another user."""

    def __init__(self, user=None, password=None):
        command = ["mariadb", "--no-defaults", "-N", "-B", "-n", "-f",
                   "--default-character-set=utf8mb4",
                   "--socket=" + socket_path()]
        if user:
            command += ["--user=" + user]
        env = dict(os.environ)
        if password:
            env["MYSQL_PWD"] = password
        self.client = subprocess.Popen(
            [*command, "sesshu"], env=env, encoding="utf-8", errors="replace",
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT)

    def __call__(self, text):
        """Rows as lists of texts; an error is a row that begins ERROR."""
        mark = secrets.token_hex(8)
        self.client.stdin.write(f"{text}\n;SELECT '{mark}';\n")
        self.client.stdin.flush()
        rows = []
        while True:
            line = self.client.stdout.readline()
            if not line or line.rstrip("\n") == mark:
                return rows
            if not line.startswith("ERROR") or "near ''" not in line:
                rows.append(line.rstrip("\n").split("\t"))

    def one(self, text):
        rows = self(text)
        return rows[0][0] if rows else None

    def insert(self, table, **columns):
        """Values are SQL; gives the new number."""
        names = ", ".join(columns)
        values = ", ".join(str(v) for v in columns.values())
        rows = self(f"INSERT INTO {table} ({names}) VALUES ({values});"
                    " SELECT LAST_INSERT_ID()")
        if rows[0][0].startswith("ERROR"):
            raise RuntimeError(f"{table}: {rows}")
        return int(rows[-1][0])


def text(value):
    """A text as SQL."""
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'"


def binary(value):
    return "x'" + value.hex() + "'"


# --- Screens and their rights ------------------------------------------------

class Screen:
    def __init__(self, name):
        self.name = name
        self.site, self.area, self.noun = name.split("/")
        self.path = f"/{self.area}/{self.noun}"
        self.source = read(f"cgi-bin/{name}.c")
        self.acts, self.fields, self.rights = [], [], []
        self.upload = self.shared = 0
        out = subprocess.run([os.path.join(BUILD, "cgi-bin", name),
                              "--describe"], capture_output=True, text=True,
                             check=True).stdout
        for line in out.splitlines():
            word, *rest = line.split(" ")
            if word == "act":
                self.acts.append(rest[0])
            elif word == "shared":
                self.shared = int(rest[0])
            elif word == "upload":
                self.upload = int(rest[0])
            elif word == "right":
                self.rights.append(rest)
            elif word == "field":
                self.fields.append(Field(rest))

    def parameters(self):
        """Names of its query, as the first comment of its file lists them."""
        head = self.source.split("*/", 1)[0]
        return sorted(set(re.findall(r"\?([a-z_]+)=", head)))

    def verbs(self):
        """Its buttons as the rights table knows them."""
        return sorted({a.rstrip(":") for a in self.acts})


class Field:
    """A line such as: field at.zip zip required 0 0"""

    def __init__(self, words):
        self.place, self.kind, self.need = words[:3]
        self.min, self.max = int(words[3]), int(words[4])
        self.when = "when" in words[5:]


def screens():
    """Every program that was built."""
    folder = os.path.join(BUILD, "cgi-bin")
    names = []
    for site in ("public", "intranet"):
        for path, _, files in os.walk(os.path.join(folder, site)):
            names += [os.path.relpath(os.path.join(path, f), folder)
                      for f in files]
    return [Screen(name) for name in sorted(names)]


def rights():
    """The rights table as its file says it: screen, act, roles, states."""
    rows = []
    for line in read("lib/account/rights.tsv").splitlines():
        if line.strip() and not line.startswith("#"):
            screen, act, roles, states = line.split("\t")
            rows.append((screen, act, roles.split(","), states.split(",")))
    return rows


# --- Asking ------------------------------------------------------------------

class Answer:
    def __init__(self, response, body):
        self.status = response.status
        self.headers = [(n.lower(), v) for n, v in response.getheaders()]
        self.body = body

    def header(self, name):
        """The value of a header; all of them, if it came more than once."""
        return ", ".join(v for n, v in self.headers if n == name.lower())

    def text(self):
        return self.body.decode("utf-8", "replace")

    def __str__(self):
        return f"{self.status} {self.header('location')}".strip()


def new_token():
    return base64.urlsafe_b64encode(secrets.token_bytes(32)).decode().rstrip("=")


def form_token(cookie):
    """What a form of this browser holds (lib/account/session.h)."""
    digest = hashlib.sha256(("form:" + cookie).encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


class Browser:
    """Somebody who asks. Without a cookie: nobody, who still can send."""

    links = {}

    def __init__(self, site, cookie=None):
        self.site = site
        self.cookie = cookie or new_token()
        self.token = form_token(self.cookie)
        self.url = URLS[site]

    def raw(self, method, path, body=None, headers=None, alone=False):
        """One request, headers as given; the connection is kept unless it is
        wanted alone, as threads do."""
        for again in (False, True):
            link = None if alone else Browser.links.get(self.site)
            link = link or self.connect()
            try:
                answer = self.send(link, method, path, body, headers or {})
            except (http.client.HTTPException, OSError):
                link.close()
                Browser.links[self.site] = None
                if again or alone:
                    raise
                continue
            if alone:
                link.close()
            else:
                Browser.links[self.site] = link if link.sock else None
            return answer

    def connect(self):
        parts = urllib.parse.urlsplit(self.url)
        return http.client.HTTPConnection(parts.hostname, parts.port,
                                          timeout=60)

    @staticmethod
    def send(link, method, path, body, headers):
        link.putrequest(method, path, skip_accept_encoding=True)
        for name, value in headers.items():
            link.putheader(name, value)
        if body is not None:
            link.putheader("Content-Length", str(len(body)))
        link.endheaders(body)
        response = link.getresponse()
        return Answer(response, response.read())

    def get(self, path, method="GET", **headers):
        return self.raw(method, path, None, {
            "Cookie": "sid=" + self.cookie, "Sec-Fetch-Site": "same-origin",
            **{n.replace("_", "-"): v for n, v in headers.items()}})

    def post(self, path, fields, headers=None, token=True):
        """fields: a dict or pairs; headers replace ours, None takes away."""
        pairs = list(fields.items() if isinstance(fields, dict) else fields)
        if token is True:
            token = self.token
        if token is not None:
            pairs.insert(0, ("token", token))
        body = urllib.parse.urlencode(pairs).encode()
        return self.post_raw(path, body, headers)

    def post_raw(self, path, body, headers=None, alone=False):
        all_headers = {"Cookie": "sid=" + self.cookie, "Content-Type": FORM,
                       "Origin": self.url, "Sec-Fetch-Site": "same-origin",
                       **(headers or {})}
        return self.raw("POST", path, body, {
            n: v for n, v in all_headers.items() if v is not None}, alone)


# --- Reading pages -----------------------------------------------------------

def title(page):
    found = re.search(r"<title>(.*?)</title>", page, re.S)
    return html.unescape(found.group(1)).strip() if found else ""


def hidden(page, name):
    found = re.search(r'<input type="hidden" name="%s" value="([^"]*)"' %
                      re.escape(name), page)
    return html.unescape(found.group(1)) if found else None


def links(page):
    return [html.unescape(u) for u in re.findall(r'href="([^"]*)"', page)]


def buttons(page):
    """Those of the page's own screen; a formaction belongs to another."""
    return [html.unescape(a) for to, a in
            re.findall(r'(formaction="[^"]*" )?name="act" value="([^"]*)"',
                       page) if not to]


# What the worker writes meanwhile, as mails go out, is its own affair; of
# what pages write there, the number of rows counts. Reference data is large,
# and no page writes it.
WORKER = ("audit_chain", "mail_attempt", "link_token")
COUNTED = ("outbox", "passcode", "link", "worker_job")
REFERENCE = ("postal", "city", "prefecture", "holiday")
# What staff have looked at stands in the trail, which is only ever added to.
LOOKS = ("application.view", "worklist.export", "missing.export", "message.view",
         "takeover.view", "registration.asof")


def stored_columns(sql):
    """Tables with columns that the database computes and stores, and all their
    columns: of those CHECKSUM TABLE gives one sum today and another later."""
    return {t: c for t, c in sql(
        "SELECT table_name, GROUP_CONCAT(CONCAT('QUOTE(', column_name, ')'))"
        " FROM information_schema.columns WHERE table_schema = DATABASE()"
        " AND table_name IN (SELECT g.table_name FROM"
        " information_schema.columns g WHERE g.table_schema = DATABASE()"
        " AND g.extra LIKE '%STORED%') GROUP BY table_name")}


def sums(sql, but=()):
    """A checksum of every table that requests could change; session without
    seen_at, which is written once a minute."""
    names = [r[0] for r in sql("SHOW TABLES") if r[0] not in (
        *WORKER, *COUNTED, *REFERENCE, "session", "audit", *but)]
    computed = stored_columns(sql)
    found = {r[0].split(".")[-1]: r[1]
             for r in sql("CHECKSUM TABLE " + ", ".join(
                 n for n in names if n not in computed))}
    for table, columns in computed.items():
        found[table] = sql.one(
            "SELECT CONCAT(COUNT(*), ':', COALESCE(SUM(CRC32(CONCAT_WS('|',"
            f" {columns}))), 0)) FROM {table}")
    for table in COUNTED:
        found[table] = sql.one(f"SELECT COUNT(*) FROM {table}")
    if "audit" not in but:
        found["audit"] = sql.one(
            "SELECT COUNT(*) FROM audit WHERE act NOT IN ("
            + ", ".join(text(a) for a in LOOKS) + ")")
    if "session" not in but:
        found["session"] = sql.one(
            "SELECT CONCAT(COUNT(*), ':', COALESCE(SUM(CRC32(CONCAT_WS('|', id,"
            " HEX(token), stage, account, role, application, ends_at))), 0))"
            " FROM session")
    return found


def changed(before, after):
    return sorted(t for t in after if before.get(t) != after[t])
