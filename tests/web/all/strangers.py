"""strangers.py - what is somebody else's does not exist (security AZ-02, AZ-04).

Every screen, every button, every parameter: the id of another one's thing gets
the very answer that an id gets which nobody has, and changes nothing.
"""
import re
import secrets

from foretold import verdict
from instance import Sql, changed, claim, screens, sums
from people import Person, World, on_desk, roles, states

# Names under which a form or a query may carry an id, beside the screen's own.
NAMES = ("id", "from", "pick", "to", "office", "application", "version",
         "session", "file", "upload", "item", "units")


def public_ids(sql):
    """Every table that has ids for URLs."""
    return [r[0] for r in sql(
        "SELECT table_name FROM information_schema.columns WHERE table_schema"
        " = DATABASE() AND column_name = 'public_id' ORDER BY table_name")]


def ids_of(sql, tables, owned):
    """All ids that there are and that are not the asker's own."""
    found = {}
    for table in tables:
        rows = sql(f"SELECT HEX(public_id) FROM {table} ORDER BY public_id"
                   " LIMIT 4000")
        theirs = [r[0].lower() for r in rows if r[0].lower() not in owned]
        if theirs:
            found[table] = theirs[-1]
    return found


def plain(answer, *ids):
    """An answer without what differs from one request to the next."""
    kind = answer.header("content-type").split(";")[0]
    # A workbook says when it was made.
    page = answer.text() if kind.startswith(("text/", "application/json")) \
        else kind
    for id in ids:
        page = page.replace(id, "ID")
    page = re.sub(r'(name="(?:token|key)" value=")[^"]*', r"\1", page)
    page = re.sub(r'<[^>]*name="(?:hour|minute)"[^>]*>', "", page)
    page = re.sub(r"\d+時\d+分|\d+:\d+|app\.[0-9a-f]+\.", "", page)
    to = answer.header("location")
    for id in ids:
        to = to.replace(id, "ID")
    return answer.status, to, page


def askers(world, screen):
    """Those who may look at it or press something; of roles that may do the
    same there, one."""
    found, known = [], set()
    for role, sites in roles().items():
        for state in ["", *states()] if screen.site in sites else []:
            ghost = Person(None, role, "full", state=state)
            may = tuple(verdict(screen, act, ghost)
                        for act in ["get", *screen.verbs()])
            if "may" in may:
                if may not in known:
                    found.append(world.person(role, screen.site, state))
                known.add(may)
                break
    return found


def own_ids(sql, person):
    return {v for n, v in person.ids.items()
            if n.endswith("_id")} | on_desk(sql, person)


def queries(screen, id):
    """All the usual names at once; those of the screen one by one."""
    every = "&".join(f"{name}={id}" for name in NAMES)
    return ["?" + every] + [f"?{name}={id}" for name in screen.parameters()]


def looked_at(sql, tables, screen, person):
    wrong = []
    for table, theirs in ids_of(sql, tables, own_ids(sql, person)).items():
        nobodys = secrets.token_hex(16)
        for a, b in zip(queries(screen, theirs), queries(screen, nobodys)):
            one = plain(person.browser.get(screen.path + a), theirs)
            two = plain(person.browser.get(screen.path + b), nobodys)
            if one != two:
                wrong.append(f"{a} of {table} by {person}: "
                             f"{one[:2]} and {two[:2]}")
    return wrong


def press(screen, person, act, id):
    full = act + id if act.endswith(":") else act
    answer = person.browser.post(f"{screen.path}?id={id}",
                                 {"act": full, **{n: id for n in NAMES}})
    return plain(answer, id)[:2]


def pressed(sql, world, tables, screen, person):
    """A button may end a session or send the application, so what differs is
    tried again by two who are new."""
    wrong, nobodys = [], secrets.token_hex(16)
    for table, theirs in ids_of(sql, tables, own_ids(sql, person)).items():
        for act in screen.acts:
            if verdict(screen, act.split(":")[0], person) != "may":
                continue
            answers = [press(screen, person, act, theirs),
                       press(screen, person, act, nobodys)]
            if answers[0] != answers[1]:
                answers = [press(screen, world.person(
                    person.role, screen.site, person.state), act, id)
                    for id in (theirs, nobodys)]
            if answers[0] != answers[1]:
                wrong.append(f"{act} with the {table} by {person}: {answers}")
    return wrong


def other_rows(sql, person):
    """A checksum of everything of the other company."""
    version, number = person.ids["version"], person.ids["application"]
    rows = []
    for table, where in (("office", f"version = {version}"),
                         ("business", f"version = {version}"),
                         ("applicant", f"version = {version}"),
                         ("version", f"id = {version}"),
                         ("application", f"id = {number}"),
                         ("session", f"application = {number}"),
                         ("link", f"application = {number}")):
        columns = [r[0] for r in sql(
            "SELECT column_name FROM information_schema.columns WHERE"
            f" table_schema = DATABASE() AND table_name = '{table}'")]
        rows.append(sql(f"SELECT {', '.join(columns)} FROM {table}"
                        f" WHERE {where}"))
    return rows


def numbers_alone(sql, found):
    """No screen takes the internal number of a thing."""
    wrong = []
    for screen in found:
        head = screen.source.split("*/", 1)[0]
        if re.search(r"\?(?:id|office|version|application)=(?:N\b|NUMBER)",
                     head):
            wrong.append(screen.name)
    columns = sql("SELECT table_name FROM information_schema.columns WHERE"
                  " table_schema = DATABASE() AND column_name = 'public_id'"
                  " AND column_type <> 'binary(16)'")
    claim.none(wrong + columns, "AZ-04 ids in addresses are 128 random bits")


def main():
    sql = Sql()
    world, others = World(sql, "strangers"), World(sql, "others")
    victim = others.person("drafter", "public", "draft")
    others.person("applicant", "public", "submitted")
    others.person("administrator", "intranet")
    others.sent("submitted", others.ministry())
    tables = public_ids(sql)
    claim(len(tables) > 4, "there are tables with ids of their own")
    mine = world.person("drafter", "public", "draft")
    answer = mine.browser.get("/tokutei/office?id=" + mine.ids["office_id"])
    claim(answer.status == 200, "AZ-02 one's own office is there", answer)
    answer = mine.browser.get("/tokutei/office?id=" + victim.ids["office_id"])
    claim(answer.status == 404, "AZ-02 another's office is not there", answer)
    found = screens()
    people = {s.name: askers(world, s) for s in found}
    before, theirs = sums(sql), other_rows(sql, victim)
    for screen in found:
        wrong = []
        for person in people[screen.name]:
            wrong += looked_at(sql, tables, screen, person)
        if people[screen.name]:
            claim.none(wrong, f"AZ-02 {screen.name}: another's id answers as "
                       "one that nobody has")
    claim.none(changed(before, sums(sql)), "CS-03 looking changed no row")
    for screen in found:
        wrong = []
        for person in people[screen.name]:
            wrong += pressed(sql, world, tables, screen, person)
        if screen.acts and people[screen.name]:
            claim.none(wrong, f"AZ-02 {screen.name}: its buttons answer "
                       "another's id as one that nobody has")
    claim(theirs == other_rows(sql, victim),
          "AZ-02 nothing of another's was changed")
    numbers_alone(sql, found)
    claim.end()


main()
