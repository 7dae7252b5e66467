"""matrix.py - screen × act × role × state, as the rights table foretells
(security AZ-01, AZ-02, AU-08).

What must come out is computed once more from the file of the table, not by the
program's own function (foretold.py).
"""
from instance import Browser, Sql, changed, claim, screens, sums
from foretold import verdict
from people import World, roles, states

LOGIN, CODE = "/account/login", "/account/passcode"


def fits(expected, answer, screen):
    """Is the answer of the kind that was foretold?"""
    to = answer.header("location").split("?")[0].split("#")[0]
    refused = (answer.status == 303 and to in (LOGIN, CODE)
               and to != screen.path)
    if expected == "login":
        return answer.status == 303 and to == LOGIN
    if expected == "code":
        return answer.status == 303 and to == CODE
    if expected == "not":
        return answer.status == 403
    if expected == "state":
        return answer.status == 409
    return (answer.status not in (403, 405, 409, 415)
            and answer.status < 500 and not (refused and expected != "may"))


def everybody(world, site):
    """Nobody, each role in each state, and somebody who awaits a code."""
    people = [None, world.person("applicant", site, stage="code")]
    for role in roles():
        for state in ["", *states()] if site == "public" else [""]:
            people.append(world.person(role, site, state))
    return people


def ask(screen, person, act):
    browser = person.browser if person else Browser(screen.site)
    if act == "get":
        return browser.get(screen.path)
    return browser.post(screen.path, {"act": act})


def one_screen(screen, people):
    wrong, n = [], 0
    for person in people:
        for act in ["get", *screen.acts]:
            expected = verdict(screen, act.rstrip(":"), person)
            # What is allowed is done by the tests of the screen itself.
            if expected == "may" and act != "get":
                continue
            answer = ask(screen, person, act)
            n += 1
            if not fits(expected, answer, screen):
                wrong.append(f"{act} by {person or 'nobody'}: {answer}, "
                             f"foretold {expected}")
    claim.none(wrong, f"AZ-01 AZ-02 {screen.name}: {n} answers as the rights "
               "table foretells")


def other_site(people, found):
    """A session of the one site is nothing on the other."""
    wrong = []
    for screen in found:
        for person in people[screen.site][1:]:
            browser = Browser("intranet" if screen.site == "public"
                              else "public", person.browser.cookie)
            twin = [s for s in found if s.path == screen.path
                    and s.site == browser.site]
            if not twin:
                continue
            expected = verdict(twin[0], "get", None)
            answer = browser.get(screen.path)
            if not fits(expected, answer, screen):
                wrong.append(f"{twin[0].name} by {person}: {answer}")
    claim.none(wrong, "AR-01 a cookie of one site is nothing on the other")


def main():
    sql = Sql()
    world = World(sql, "matrix")
    found = screens()
    people = {site: everybody(world, site) for site in ("public", "intranet")}
    claim(any(verdict(s, "get", None) == "login" for s in found),
          "there is something that nobody may see")
    before = sums(sql)
    for screen in found:
        one_screen(screen, people[screen.site])
    other_site(people, found)
    claim.none(changed(before, sums(sql)),
               "AZ-01 CS-03 what was refused, or only looked at, changed no row")
    claim.end()


main()
