"""posts.py - every button of every screen, pressed from elsewhere, twice over,
or with more than its form has (security CS-01, CS-02, CS-05, IN-11).
"""
from instance import Browser, Sql, changed, claim, new_token, screens, sums
from foretold import verdict
from people import Person, World, roles, states

BUILTIN = ("clear", "clear_yes", "forget", "narrow:name", "zip:at",
           "add:business", "drop:business.0", "pick:at")
EXTRA = {"role": "administrator", "status": "confirmed", "state": "registered",
         "owner": "1", "account": "1", "organisation": "1", "my_draft": "1",
         "my_account": "1", "my_application": "1", "version": "1", "now": "0",
         "login": "attacker@example.jp", "second_step": "0", "must_change": "0",
         "receipt": "T-20000101-0000001", "number": "7777", "persons": "7777"}


def able(world, screen, act):
    """Somebody who may press it, fresh."""
    verb, mine = act.split(":")[0], [r for r, sites in roles().items()
                                     if screen.site in sites]
    if verdict(screen, verb, None) == "may":
        return world.person(mine[0], screen.site, "draft")
    for role in mine:
        for state in ["", *states()]:
            if verdict(screen, verb, Person(None, role, "full",
                                            state=state)) == "may":
                return world.person(role, screen.site, state)
    if verdict(screen, verb, Person(None, "applicant", "code")) == "may":
        return world.person("applicant", screen.site, stage="code")
    return None


def whole(act):
    """Names that end with a colon are buttons of many."""
    return act + "0" * 32 if act.endswith(":") else act


def forged(screen, person, act, other):
    """Answers to requests that no page of ours makes for this browser."""
    me, path, fields = person.browser, screen.path, {"act": act}
    wrong = []

    def must(status, what, answer):
        if answer.status != status:
            wrong.append(f"{act}, {what}: {answer} instead of {status}")

    def with_headers(**headers):
        return me.post(path, fields,
                       {n.replace("_", "-"): v for n, v in headers.items()})

    must(403, "no token", me.post(path, fields, token=None))
    must(403, "empty token", me.post(path, fields, token=""))
    must(403, "wrong token", me.post(path, fields, token=new_token()))
    must(403, "token of another session",
         me.post(path, fields, token=other.browser.token))
    must(403, "token cut short", me.post(path, fields, token=me.token[:-1]))
    must(403, "token in the query alone",
         me.post(f"{path}?token={me.token}", fields, token=None))
    for site in ("cross-site", "same-site", "none", "SAME-ORIGIN"):
        must(403, "Sec-Fetch-Site: " + site, with_headers(Sec_Fetch_Site=site))
    for origin in (None, "null", "https://evil.example", me.url + ".evil",
                   me.url.rsplit(":", 1)[0], me.url.upper()):
        must(403, f"no Sec-Fetch-Site, Origin: {origin}",
             with_headers(Sec_Fetch_Site=None, Origin=origin))
    must(400, "no act", me.post(path, {}))
    must(400, "unknown act", me.post(path, {"act": "burn"}))
    must(400, "act in the query alone", me.post(f"{path}?act={act}", {}))
    must(400, "act twice", me.post(path, [("act", act), ("act", act)]))
    must(400, "a field twice", me.post(
        path, [("act", act), ("name", "a"), ("name", "b")]))
    must(400, "token twice", me.post(
        path, [("act", act), ("token", me.token)]))
    must(400, "unknown act, known origin without Sec-Fetch-Site", me.post(
        path, {"act": "burn"}, {"Sec-Fetch-Site": None}))
    return wrong


# What is only kept for the next page, or follows from an act that is noted.
PASSING = {"kept_form", "form_key", "ended_session", "login_record", "audit",
           "passcode_failure", "outbox", "link", "passcode", "link_token"}


def pressed(sql, world, screen, act, wrong, silent):
    """Pressed rightly with nothing filled in: an answer, never a failure; what
    it changes stands in the audit trail."""
    person = able(world, screen, act)
    if person is None:
        # A screen may leave out what every form has.
        if act not in BUILTIN:
            wrong.append(f"{act}: nobody may press it")
        return
    before = sums(sql)
    answer = person.browser.post(screen.path, {"act": whole(act)})
    if answer.status >= 500 or answer.status in (403, 405, 415):
        wrong.append(f"{act}: {answer}")
    after = changed(before, sums(sql))
    if set(after) - PASSING and "audit" not in after:
        silent.append(f"{act} changed {', '.join(after)}")


OWN = ("SELECT s.role, s.site, s.stage, s.account, s.organisation,"
       " s.application, a.login, a.state, a.second_step, m.role, m.organisation,"
       " p.draft, p.account, p.organisation, p.receipt, p.state"
       " FROM session s LEFT JOIN account a ON a.id = s.account"
       " LEFT JOIN membership m ON m.account = a.id"
       " LEFT JOIN application p ON p.id = s.application"
       " WHERE s.public_id = UNHEX('%s')")


def press(sql, world, screen, act, fields):
    """Presses as somebody fresh: what that one is before, and after."""
    person = able(world, screen, act)
    ask = OWN % person.ids["session_id"]
    before = sql(ask)
    person.browser.post(screen.path, {"act": whole(act), **fields})
    return before, sql(ask)


def moved(before, after):
    """Which columns are others now."""
    return [i for b, a in zip(before, after)
            for i, (one, two) in enumerate(zip(b, a)) if one != two]


def greedy(sql, world, screen, act, wrong):
    """Fields that the form does not have change nothing: what changes is what
    the act alone changes, and to nothing of theirs."""
    if able(world, screen, act) is None:
        return
    alone = moved(*press(sql, world, screen, act, {}))
    numbers = sql("SELECT MAX(number), MAX(persons) FROM office")
    fields = {n: v for n, v in EXTRA.items()
              if n not in {f.place for f in screen.fields}}
    before, after = press(sql, world, screen, act, fields)
    more = moved(before, after)
    theirs = [i for i in more if after[0][i] in
              (EXTRA["state"], EXTRA["receipt"], EXTRA["account"])]
    if more != alone or theirs:
        wrong.append(f"{act}: {before} became {after}")
    if numbers != sql("SELECT MAX(number), MAX(persons) FROM office"):
        wrong.append(f"{act}: numbers of an office")


def main():
    sql = Sql()
    world = World(sql, "posts")
    other = {s: world.person(next(r for r, sites in roles().items()
                                  if s in sites), s, "draft")
             for s in ("public", "intranet")}
    claim(Browser("public").post("/account/login", {"act": "burn"}).status
          == 400, "CS-01 a right token is taken")
    found = screens()
    plans = []
    for screen in found:
        for act in screen.acts:
            person = able(world, screen, act)
            if person:
                plans.append((screen, act, person))
    before, wrong = sums(sql), {s.name: [] for s in found}
    for screen, act, person in plans:
        wrong[screen.name] += forged(screen, person, whole(act),
                                     other[screen.site])
    left = changed(before, sums(sql))
    for screen in found:
        if screen.acts:
            claim.none(wrong[screen.name], f"CS-01 CS-02 CS-05 {screen.name}: "
                       "refuses forms that are not its own")
    claim.none(left, "CS-01 CS-02 CS-05 nothing of it changed a row")
    for screen in found:
        failed, more, silent = [], [], []
        for act in [*screen.acts, *(BUILTIN if screen.fields else ())]:
            if screen.acts:
                pressed(sql, world, screen, act, failed, silent)
                greedy(sql, world, screen, act, more)
        if screen.acts:
            claim.none(failed, f"{screen.name}: every button answers an empty "
                       "form")
            claim.none(silent, f"LG-01 {screen.name}: what it changes is "
                       "noted in the audit trail")
            claim.none(more, f"IN-11 {screen.name}: fields that it does not "
                       "have change nothing")
    claim.end()


main()
