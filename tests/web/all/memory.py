"""memory.py - programs answer thousands of requests: what one page needed is
there for the next, and no file stays open.

What grows for a while (choices that are read once, pages that are cut) has its
end; what is lost with each page has none: it shows in every round.
"""
import os

from instance import (BUILD, Browser, Sql, claim, processes_of, screens,
                      text)
from foretold import verdict
from people import DESKS, NOW, World, roles

WARM, ROUND, ROUNDS = 30, 100, 4
LOST = 8 * 1024  # bytes in one round; pages have 4096
# A sanitizer keeps what was given back, until the program leaves for its size.
COUNTED = not BUILD.endswith("/asan")


def anonymous(pid):
    """Bytes of a process that are in no file."""
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as f:
        for line in f:
            if line.startswith("Anonymous:"):
                return int(line.split()[1]) * 1024
    return 0


def held(screen):
    """Bytes and open files of the one program of a screen."""
    pids = processes_of(screen.name)
    if not COUNTED:
        return 0, 0, pids
    return (sum(anonymous(p) for p in pids),
            sum(len(os.listdir(f"/proc/{p}/fd")) for p in pids), pids)


def written(world, ids, ministry):
    """Somebody of the ministry has written to the company; somebody else says
    that the company is in new hands."""
    sql, ids["message_id"] = world.sql, world.public_id().hex()
    thread = sql.insert(
        "message_thread", public_id=f"x'{ids['message_id']}'",
        organisation="(SELECT organisation FROM application p WHERE p.id = "
        f"{ids['application']})", application=ids["application"],
        role="'reviewer'", ministry=ministry, subject=text("見本の用件"),
        begun_by="'desk'", created_at=NOW, last_at=NOW)
    sql.insert("message", thread=thread, side="'desk'",
               account=world.account(1), text=text("見本の文です"), at=NOW)
    ids["takeover_id"] = world.public_id().hex()
    sql.insert("takeover", public_id=f"x'{ids['takeover_id']}'",
               application=ids["application"], number="'R-1'",
               company=text("サンプル商事"), company_tel="'0312345678'",
               name=text("見本 次郎"), mail="'next@example.jp'",
               tel="'0312345678'", reason=text("退職"), state="'open'",
               asked_at=NOW)


def company(world):
    """One that is registered, and one of it that fills in a change."""
    one = world.person("applicant", "public", "registered")
    ministry = world.ministry()
    world.desks(one.ids, ministry)
    written(world, one.ids, ministry)
    changing = world.person("applicant", "public", "draft")
    base = world.application("submitted")["version"]
    world.sql(f"UPDATE application SET kind = 'change', parent = "
              f"{one.ids['application']}, origin = {one.ids['version']},"
              f" base = {base} WHERE id = {changing.ids['application']}")
    return [changing, one]


def officer(world, role):
    """With something on the desk that is registered."""
    one = world.staff(role)
    ministry = one.ids["ministry"] or world.ministry()
    one.ids.update(world.sent("registered", ministry))
    written(world, one.ids, one.ids["ministry"])
    return one


def people(world, site, cache):
    """One of each role; those who have most first."""
    if site in cache:
        return cache[site]
    cache[site] = found = company(world) if site == "public" else [
        officer(world, role) for role in DESKS]
    for role in sorted(r for r, sites in roles().items() if site in sites):
        for state in ("submitted", "draft") if site == "public" else ("",):
            found.append(world.person(role, site, state))
    return found


def addresses(screen, ids):
    """The fullest page first: a file, what is one's own, the bare screen."""
    names = screen.parameters()
    if "pdf" in names:
        yield screen.path + "?pdf=1"
    mine = [v for n, v in sorted(ids.items()) if n.endswith("_id")]
    for office in ("&office=" + ids["office_id"],
                   "") if "office_id" in ids and "office" in names else ("",):
        for name in names:
            if name in ("id", "number", "office", "file"):
                yield from (f"{screen.path}?{name}={v}{office}" for v in mine)
    yield screen.path


def reader(world, screen, cache):
    """Whom the screen shows most, and where."""
    may = Browser(screen.site), screen.path
    for one in people(world, screen.site, cache):
        if verdict(screen, "get", one) != "may":
            continue
        may = one.browser, screen.path
        for path in addresses(screen, one.ids):
            if one.browser.get(path).status == 200:
                return one.browser, path
    return may


def ask(browser, path, times):
    for _ in range(times):
        answer = browser.get(path)
    return answer


def one_screen(world, screen, cache):
    browser, path = reader(world, screen, cache)
    answer = ask(browser, path, WARM)
    rounds, now = [], held(screen)
    first, flat = now, False
    while not flat and len(rounds) < ROUNDS:
        last = now
        ask(browser, path, ROUND)
        now = held(screen)
        rounds.append((now[0] - last[0], now[1] - last[1]))
        # The last page's own files may be open still.
        flat = rounds[-1][0] < LOST and rounds[-1][1] < ROUND // 10
        if not COUNTED:
            break
    flat = flat and first[2] and first[2] == now[2]
    claim(answer.status < 500 and (flat or not COUNTED),
          f"{screen.name}: {answer.status}, nothing is lost with a page",
          f"more bytes and files by {ROUND} pages: {rounds}; "
          f"processes {first[2]}, {now[2]}; {path}")


def main():
    world = World(Sql(), "memory")
    cache = {}
    for screen in screens():
        one_screen(world, screen, cache)
    claim.end()


main()
