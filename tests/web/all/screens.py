"""screens.py - every screen has what belongs to it, on disk and on its page."""
import glob
import os
import re
import stat

from instance import (Browser, READY, Sql, TOP, buttons, claim, read, rights,
                      screens, socket_path, title)
from people import World, roles, states


def handlers(screen):
    """The screen's file, and the files of the handlers that it shares."""
    files = [screen.source]
    for header in re.findall(r'#include "(signin/[a-z]+)\.h"', screen.source):
        folder = os.path.dirname(header)
        files += [read(os.path.relpath(f, TOP)) for f in
                  glob.glob(os.path.join(TOP, "lib", folder, "*.c"))]
    return files


def templates(screen):
    """Its template, those that it shows instead, and what they include."""
    found, open_ones = {}, glob.glob(
        os.path.join(TOP, "templates", screen.name + ".cst")) + glob.glob(
        os.path.join(TOP, "templates", screen.name + "_*.cst"))
    while open_ones:
        path = open_ones.pop()
        if path in found:
            continue
        found[path] = read(os.path.relpath(path, TOP))
        open_ones += [os.path.join(TOP, "templates", name) for name in
                      re.findall(r'include:"([^"]+)"', found[path])
                      if not name.endswith(("form.cst", "list.cst"))]
    return found


def written_buttons(text):
    """Acts that a template names in a button."""
    found = re.findall(r'call:button\w*\(\s*"([a-z_]+:?)"', text)
    found += re.findall(r'name="act" value="([a-z_]+:?)', text)
    return {a.rstrip(":") for a in found}


def builtin():
    """Buttons that every form has (lib/web/builtin.c)."""
    return set(re.findall(r'\{ "([a-z_]+)", [a-z_]+ \}',
                          read("lib/web/builtin.c")))


def on_disk(screen, common):
    name = screen.name
    page = "page_show" in "".join(handlers(screen))
    if page:
        claim(os.path.exists(os.path.join(TOP, "templates", name + ".cst")),
              f"code-style 8 {name}: has its template")
    claim(os.path.exists(os.path.join(TOP, "tests/web", name + ".sh")),
          f"code-style 12 {name}: has its test, tests/web/{name}.sh")
    mine = [r for r in rights() if r[0] == name]
    claim(len(mine) == len(screen.rights) > 0,
          f"AZ-01 {name}: stands in the rights table")
    known = {"get", "*", *screen.verbs(), *common}
    claim.none([r[1] for r in mine if r[1] not in known],
               f"AZ-01 {name}: the rights table names no act that it lacks")
    marked = re.search(rf"^{name}\s.*\bshared\b", read("conf/screens"), re.M)
    claim(bool(marked) == bool(screen.shared),
          f"conf/screens {name}: marked shared if it is the same for everybody")
    granted = {r[1] for r in mine}
    claim.none([] if "*" in granted else
               [v for v in screen.verbs() if v not in granted],
               f"AZ-01 {name}: every act is in the rights table")
    if page:
        texts = "".join(templates(screen).values())
        # A button of many has the name that C made, with an id in it.
        there = written_buttons(texts) | set(re.findall(
            r"call:button\w*\(\s*\w+\.([a-z_]+)\b", texts))
        claim.none([v for v in screen.verbs() if v not in there],
                   f"code-style 12 {name}: every act has a button")
        own = written_buttons(read(f"templates/{name}.cst"))
        claim.none(sorted(own - set(screen.verbs()) - common),
                   f"code-style 12 {name}: every button has an act")


def someone_inside(world, screen):
    """Everybody who may look at it, until somebody sees a page."""
    yield None, Browser(screen.site)
    for role, sites in roles().items():
        if screen.site in sites:
            for state in ["", *states()]:
                person = world.person(role, screen.site, state)
                yield str(person), person.browser
    yield "code", world.person("applicant", screen.site, stage="code").browser


def on_page(world, screen, common):
    """Its page, as the first one who gets it sees it."""
    for who, browser in someone_inside(world, screen):
        answer = browser.get(screen.path)
        if answer.status == 200:
            break
    else:
        return
    if not answer.header("content-type").startswith("text/html"):
        return
    page, name = answer.text(), screen.name
    heading = re.search(r"<h1[^>]*>(.*?)</h1>", page, re.S)
    claim(heading and len(re.findall("<h1[ >]", page)) == 1,
          f"ui {name}: has one heading h1")
    words = re.sub(r"<[^>]*>", "", heading.group(1)).strip() if heading else ""
    claim(title(page).split("｜")[0].strip() and "｜" in title(page) and words,
          f"ui {name}: its title says what it is", title(page))
    verbs = {b.split(":")[0] for b in buttons(page) if b}
    claim.none(sorted(verbs - set(screen.verbs()) - common - {"logout"}),
               f"code-style 12 {name}: every button on the page has an act")
    claim("lang=\"ja\"" in page, f"ui {name}: says its language")


def its_socket(screen):
    """nginx and nobody else may speak to the program (nginx alone has one)."""
    path = os.path.join(os.path.dirname(socket_path()), screen.name + ".sock")
    if READY["WEB"] == "nginx":
        mode = os.stat(path).st_mode
        claim(stat.S_ISSOCK(mode) and stat.S_IMODE(mode) == 0o660,
              f"PR-03 {screen.name}: its socket is 0660", oct(mode))


def nothing_left(all_screens):
    """Files of screens that are no more, or never were."""
    names = {s.name for s in all_screens}
    for site in ("public", "intranet"):
        for path in glob.glob(os.path.join(TOP, f"templates/{site}/*/*.cst")):
            name = os.path.relpath(path, os.path.join(TOP, "templates"))[:-4]
            claim(name in names or name.rsplit("_", 1)[0] in names,
                  f"code-style 9 templates/{name}.cst: has its screen")
    claim.none([r[0] for r in rights() if r[0] not in names],
               "AZ-01 the rights table names no screen that is not there")
    words = [line.split()[0] for line in read("conf/screens").splitlines()
             if line.strip() and not line.startswith("#")]
    claim.none([w for w in words if w not in names],
               "RL-01 conf/screens names no screen that is not there")


def main():
    sql = Sql()
    world = World(sql, "screens")
    common = builtin()
    found = screens()
    claim(len(found) > 5, "there are screens")
    claim(len(common) > 3, "there are buttons that every form has")
    for screen in found:
        on_disk(screen, common)
        on_page(world, screen, common)
        its_socket(screen)
    nothing_left(found)
    claim.end()


main()
