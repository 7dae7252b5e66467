"""people.py - somebody in every role and every state, made by SQL.

Sessions are put straight into the database, so that a test has hundreds of
people in a moment and needs no journey. Roles and states are those of the
rights table; a new one there is here as well.
"""
import functools
import hashlib
import secrets

from instance import Browser, binary, new_token, rights, text

# Where each role comes from, if the table's screens do not tell.
LINKS = {"drafter": "draft", "setter": "password"}
NOW = "UTC_TIMESTAMP(6)"
SOON = "UTC_TIMESTAMP(6) + INTERVAL 6 HOUR"


@functools.cache
def roles():
    """Role → the sites on which any screen names it."""
    found = {}
    for screen, _, names, _ in rights():
        for role in names:
            if role not in ("anyone", "code"):
                found.setdefault(role, set()).add(screen.split("/")[0])
    return found


@functools.cache
def states():
    """Every state that an application has in the table, and a draft."""
    found = {"draft", "submitted"}
    for _, _, _, names in rights():
        found.update(n for n in names if n != "*")
    return sorted(found)


class Person:
    """A browser with a session, and what belongs to it."""

    def __init__(self, browser, role, stage, **ids):
        self.browser = browser
        self.role = role
        self.stage = stage
        self.state = ids.get("state", "")
        self.ids = ids

    def __str__(self):
        return self.role + (f" ({self.state})" if self.state else "")


class World:
    """One organisation with everything that could belong to it."""

    def __init__(self, sql, name):
        self.sql = sql
        self.name = name
        self.mark = secrets.token_hex(4)

    def public_id(self):
        return secrets.token_bytes(16)

    def account(self, second_step=0):
        login = f"{self.name}.{self.mark}.{secrets.token_hex(3)}@example.jp"
        return self.sql.insert(
            "account", public_id=binary(self.public_id()), login=text(login),
            mail=text(login), tel="'0312345678'", name=text("見本 花子"),
            password=text("$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$AAAA"),
            password_at=NOW, second_step=second_step, created_at=NOW)

    def organisation(self, kind):
        return self.sql.insert(
            "organisation", public_id=binary(self.public_id()),
            kind=text(kind), name=text("サンプル商事 " + self.name),
            created_at=NOW)

    def application(self, state, account=None, organisation=None):
        """With one office; sent unless it is a draft."""
        sql, id = self.sql, self.public_id()
        number = sql.insert(
            "application", public_id=binary(id), state=text(state),
            mail=text(f"{self.mark}@example.jp"), account=account or "NULL",
            organisation=organisation or "NULL", created_at=NOW,
            changed_at=NOW)
        draft = state == "draft"
        version = sql.insert("version", application=number, number=1,
                             created_at=NOW, next_office=2,
                             frozen_at="NULL" if draft else NOW)
        column = "draft" if draft else "sent"
        sql(f"UPDATE application SET {column} = {version} WHERE id = {number}")
        if not draft:
            receipt = "T-20221121-%07d" % secrets.randbelow(10000000)
            sql(f"UPDATE application SET receipt = {text(receipt)},"
                f" sent_at = {NOW} WHERE id = {number}")
        applicant, office = self.public_id(), self.public_id()
        sql.insert("applicant", version=version, public_id=binary(applicant),
                   founder="'private'", saved_at=NOW, consent=1,
                   name=text("サンプル商事"), kana=text("さんぷるしょうじ"),
                   chief=text("見本　太郎"), chief_kana=text("みほん　たろう"),
                   at_zip="'1008916'", at_pref="'13'", at_city="'131016'",
                   at_town=text("霞が関１"), tel="'0312345678'",
                   mail=text(f"{self.mark}@example.jp"), physician="'yes'",
                   plan="'yes'", note1=text("許可番号　１２３"))
        sql.insert("office", version=version, number=1,
                   public_id=binary(office), name=text("本社"),
                   kana=text("ほんしゃ"), at_zip="'1008916'", at_pref="'13'",
                   at_city="'131016'", at_town=text("霞が関１"),
                   tel="'0312345678'", inst_secured="'no'",
                   inst_plan=text("検討しています"), persons=3)
        sql.insert("business", version=version, office=1, position=1,
                   type="'T01'", detail1="'T01-01'", own=1, external=2)
        return {"application": number, "version": version, "state": state,
                "application_id": id.hex(), "applicant_id": applicant.hex(),
                "office_id": office.hex()}

    def link(self, purpose, account=None, application=None):
        return self.sql.insert(
            "link", purpose=text(purpose), account=account or "NULL",
            application=application or "NULL",
            mail=text(f"{self.mark}@example.jp"), created_at=NOW,
            expires_at=SOON)

    def session(self, site, role, stage, **columns):
        cookie = new_token()
        token = hashlib.sha256(cookie.encode()).digest()
        id = self.public_id()
        self.sql.insert(
            "session", public_id=binary(id), token=binary(token),
            site=text(site), stage=text(stage), role=text(role),
            created_at=NOW, seen_at=NOW, idle_seconds=3600, ends_at=SOON,
            **{n: v for n, v in columns.items() if v})
        return Browser(site, cookie), id.hex()

    def person(self, role, site, state="", stage="full"):
        """Somebody in that role; with an application if it has a state."""
        account = organisation = link = None
        ids = {}
        if role not in LINKS:
            account = self.account()
            organisation = self.organisation(
                "business" if site == "public" else "ministry")
            self.sql.insert("membership", account=account, role=text(role),
                            organisation=organisation, since=NOW)
        if state:
            ids = self.application(state, account, organisation)
        if role in LINKS:
            stage = "link"
            owner = None if LINKS[role] == "draft" else self.account()
            link = self.link(LINKS[role], owner, ids.get("application"))
        browser, id = self.session(
            site, role, stage, account=account, organisation=organisation,
            application=ids.get("application"), link=link)
        return Person(browser, role, stage, session_id=id, account=account,
                      **ids)
