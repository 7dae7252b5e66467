"""desks.py - what lies on a desk is there, what lies on another is not (spec
tokutei 5, security AZ-02, LG-01).

Every screen of the staff site that is about an application, for the ministry
that checks it, another one, and the registrar, in every state. A screen says
that it is about one by ?id=APP in its first comment.
"""
import re

from foretold import verdict
from instance import Sql, changed, claim, screens, sums
from people import UNITS, ENDED, World, states

# What is only kept for the next page.
PASSING = {"kept_form", "form_key", "session"}


def about_applications():
    found = []
    for screen in screens():
        head = screen.source.split("*/", 1)[0]
        if screen.site == "intranet" and re.search(r"\?id=(?:APP|ID)\b", head) \
                and screen.area in ("tokutei", "message"):
            found.append(screen)
    return found


def address(screen, ids):
    office = f"&office={ids['office_id']}" if "office=ID" in screen.source \
        else ""
    return f"{screen.path}?id={ids['application_id']}{office}"


def looks(sql, ids):
    return int(sql.one("SELECT COUNT(*) FROM audit WHERE object_id ="
                       f" UNHEX('{ids['application_id']}')"))


def look(sql, screen, who, ids, there):
    """What is wrong with the answer; there: the screens that it was seen on by
    a desk where it lies, None on another one."""
    if verdict(screen, "get", who) != "may":
        return []
    before = looks(sql, ids)
    answer = who.browser.get(address(screen, ids))
    if there is not None and answer.status in (200, 303):
        there.add(screen.name)
    # A screen may lead elsewhere, be about something that there is not yet,
    # or say that the state is another.
    if answer.status not in ((404,) if there is None
                             else (200, 303, 404, 409)):
        return [f"{screen.path} in {ids['state']} by {who}: {answer}"]
    if answer.status == 200 and looks(sql, ids) == before:
        return [f"{screen.path} by {who}: nobody notes that it was looked at"]
    return []


def press(screen, who, ids):
    for act in screen.acts:
        if verdict(screen, act.split(":")[0], who) == "may":
            who.browser.post(address(screen, ids), {
                "act": act + ids["item_id"] if act.endswith(":") else act,
                "id": ids["application_id"], "pick": ids["application_id"],
                "reason": "x", "text": "x", "note": "x", "opinion": "register",
                "units": ids["application_id"]})


def one_state(sql, world, found, state, seen):
    desk = world.ministry()
    ids = world.sent(state, desk)
    ours, last = UNITS.get(state, ENDED)
    mine, other = world.staff("reviewer", desk), world.staff("reviewer")
    registrar = world.staff("registrar")
    reaches = last not in ("waiting", "dropped")
    wrong = []
    for screen in found:
        wrong += look(sql, screen, mine, ids, seen)
        wrong += look(sql, screen, other, ids, None)
        wrong += look(sql, screen, registrar, ids, seen if reaches else None)
    claim.none(wrong, f"AZ-02 LG-01 {state} ({ours}): who has it sees it, and "
               "that is noted; nobody else does")
    before = sums(sql, PASSING)
    for screen in found:
        press(screen, other, ids)
        if not reaches:
            press(screen, registrar, ids)
    claim.none(changed(before, sums(sql, PASSING)),
               f"AZ-02 {state}: what lies on another desk is not changed")


def main():
    sql = Sql()
    world = World(sql, "desks")
    found = about_applications()
    claim(len(found) > 2, f"{len(found)} screens are about an application")
    seen = set()
    for state in states():
        if state != "draft":
            one_state(sql, world, found, state, seen)
    claim.none(sorted({s.name for s in found} - seen),
               "each of them shows an application to a desk that has it")
    claim.end()


main()
