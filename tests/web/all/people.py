"""people.py - somebody in every role and every state, made by SQL.

Sessions are put straight into the database, so that a test has hundreds of
people in a moment and needs no journey. Roles and states are those of the
rights table; a new one there is here as well.
"""
import functools
import hashlib
import secrets

from instance import Browser, binary, new_token, rights, text

# Staff with a desk, and the state of its unit by that of the application: of
# a ministry, of the registrar.
DESKS = ("reviewer", "registrar")
UNITS = {"submitted": ("open", "waiting"),
         "under_inquiry": ("inquiry", "waiting"),
         "ministry_confirmed": ("confirmed", "open"),
         "withdrawn": ("done", "waiting")}
ENDED = ("done", "done")

# Where each role comes from, if the table's screens do not tell.
LINKS = {"drafter": "draft", "setter": "password", "confirmer": "address",
         "successor": "handover"}
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

    def ministry(self):
        """A desk of its own, so that nobody else sees what lies on it."""
        code = "t" + secrets.token_hex(5)
        return self.sql.insert("ministry", code=text(code), sort=900,
                               name=text("見本省 " + code))

    def unit(self, ids, role, ministry, state):
        id = self.public_id()
        number = self.sql.insert(
            "review_unit", public_id=binary(id), application=ids["application"],
            role=text(role), ministry=ministry, state=text(state), since=NOW,
            receipt=text("T-20221121-%07d" % secrets.randbelow(10000000)),
            name=text("サンプル商事"), search_key=text("さんぷる商事"),
            pref="'13'", founder="'private'", offices=1, persons=3,
            sent_at=NOW)
        self.sql.insert("unit_type", unit=number, type="'T01'",
                        role=text(role), ministry=ministry,
                        state=text(state), since=NOW)
        return number, id.hex()

    def desks(self, ids, ministry):
        """Puts a sent application on the desk of that ministry, and on that
        of the registrar, with all that a desk adds."""
        sql, state = self.sql, ids["state"]
        ours, last = UNITS.get(state, ENDED)
        sql.insert("version_part", version=ids["version"], ministry=ministry,
                   office=1, persons=3)
        ids["unit"], ids["unit_id"] = self.unit(ids, "reviewer", ministry, ours)
        _, ids["last_unit_id"] = self.unit(ids, "registrar", 0, last)
        asker = self.account(1)
        sql.insert("review_note", unit=ids["unit"], account=asker, at=NOW,
                   text=text("見本のメモ"))
        inquiry, item = self.public_id(), self.public_id()
        ids["inquiry"] = sql.insert(
            "inquiry", public_id=binary(inquiry), unit=ids["unit"], number=1,
            application=ids["application"], before_version=ids["version"],
            state="'sent'" if state == "under_inquiry" else "'closed'",
            due_on="'2022-12-01'", asked_by=asker, created_at=NOW, sent_at=NOW)
        ids["item"] = sql.insert(
            "inquiry_item", public_id=binary(item), inquiry=ids["inquiry"],
            number=1, target="'applicant'", field="'name'", reason="'other'",
            text=text("見本の照会です"))
        ids["inquiry_id"], ids["item_id"] = inquiry.hex(), item.hex()
        if state == "registered":
            sql.insert("registration", public_id=binary(self.public_id()),
                       application=ids["application"], version=ids["version"],
                       number=text("R-2022-" + secrets.token_hex(4)),
                       state="'active'", registered_on="'2022-11-21'",
                       valid_until="'2027-11-20'", offices=1, persons=3,
                       registered_by=asker, at=NOW)
        if state == "refused":
            sql.insert("refusal", application=ids["application"],
                       reason="'other'", text=text("見本の理由です"),
                       account=asker, at=NOW)

    def staff(self, role, ministry=0):
        """Somebody of that desk; a reviewer without one gets a new one."""
        if role == "reviewer" and not ministry:
            ministry = self.ministry()
        account = self.account(1)
        organisation = self.organisation("registrar" if role == "registrar"
                                         else "ministry")
        if ministry:
            self.sql(f"UPDATE organisation SET ministry = {ministry}"
                     f" WHERE id = {organisation}")
        self.sql.insert("membership", account=account, role=text(role),
                        organisation=organisation, since=NOW)
        browser, id = self.session("intranet", role, "full", account=account,
                                   organisation=organisation)
        return Person(browser, role, "full", session_id=id, account=account,
                      ministry=ministry)

    def sent(self, state, ministry):
        """An application of a company, on the desks."""
        ids = self.application(state, self.account(),
                               self.organisation("business"))
        self.desks(ids, ministry)
        return ids

    def at_desk(self, role):
        """Somebody with an application that can be worked on."""
        me = self.staff(role)
        mine = self.sent("ministry_confirmed" if role == "registrar"
                         else "submitted", me.ids["ministry"] or self.ministry())
        # The state is that of the desk's work, not of one's own application.
        me.ids.update(mine, account=me.ids["account"])
        return me

    def link(self, purpose, account=None, application=None):
        return self.sql.insert(
            "link", purpose=text(purpose), account=account or "NULL",
            application=application or "NULL",
            mail=text(f"{self.mark}@example.jp"), created_at=NOW,
            expires_at=SOON)

    def handover(self, link):
        mail = text(f"next.{self.mark}{secrets.token_hex(3)}@example.jp")
        return self.sql.insert(
            "handover", public_id=binary(self.public_id()), link=link,
            organisation=self.organisation("business"), state="'asked'",
            account=self.account(), name=text("見本 次郎"), mail=mail,
            tel="'0312345678'", asked_at=NOW)

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
        if role in DESKS and site == "intranet" and stage == "full":
            return self.at_desk(role)
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
        if role == "successor":
            self.handover(link)
        browser, id = self.session(
            site, role, stage, account=account, organisation=organisation,
            application=ids.get("application"), link=link)
        return Person(browser, role, stage, session_id=id, account=account,
                      **ids)


def on_desk(sql, person):
    """Public ids of everything that lies on somebody's desk."""
    if person.role not in DESKS:
        return set()
    unit = ("review_unit u WHERE u.role = '%s' AND u.ministry = %d"
            " AND u.state NOT IN ('waiting', 'dropped')"
            % (person.role, person.ids["ministry"]))
    versions = ("SELECT v.id FROM version v WHERE v.application IN"
                f" (SELECT u.application FROM {unit})")
    found = set()
    for table, where in (
            ("review_unit", f"id IN (SELECT u.id FROM {unit})"),
            ("application", f"id IN (SELECT u.application FROM {unit})"),
            ("inquiry", f"unit IN (SELECT u.id FROM {unit})"),
            ("inquiry_item", "inquiry IN (SELECT i.id FROM inquiry i WHERE"
             f" i.unit IN (SELECT u.id FROM {unit}))"),
            ("registration",
             f"application IN (SELECT u.application FROM {unit})"),
            ("file", "id IN (SELECT a.file FROM attachment a WHERE"
             f" a.application IN (SELECT u.application FROM {unit}))"),
            ("applicant", f"version IN ({versions})"),
            ("office", f"version IN ({versions})")):
        found |= {r[0] for r in sql(f"SELECT LOWER(HEX(public_id)) FROM {table}"
                                    f" WHERE {where}")}
    return found
