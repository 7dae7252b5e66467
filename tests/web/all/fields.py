"""fields.py - every field of every form at its limits (code-style 12).

At its limit a value is taken and its column has room for it; one character
more is refused beside its field, and what was typed is shown again; whatever is
typed, there is an answer.
"""
import html
import re
import secrets
import threading
import urllib.parse

from foretold import verdict
from instance import Sql, changed, claim, hidden, screens, sums
from people import Person, World, roles, states

# Outside of the 16 bits: one code point, four bytes.
WIDE = "𠮷"
PLACES = {"zip": "1008916", "pref": "13", "city": "131016", "type": "T01",
          "detail1": "T01-01", "detail2": "", "secured": "yes",
          "founder": "private"}
LONGEST = "文字まで"
ODD = ("'", "\\", "%bf%27", "1;--", "１２３", "ﾃｽﾄ", "\u202e",
       "=1+1", "-1", "99999999999999999999", "../../etc/passwd", "a\r\nX: b",
       "\u3000", "é", "ｶﾞ", "<b>", "&amp;", "${x}", "{{x}}", "%", "_", "🏢")


def fullest(field, more=0):
    """The longest value that a field may have, or one longer."""
    last = field.place.split(".")[-1]
    if field.kind in ("wide", "text", "area"):
        return WIDE * ((field.max or 50) + more)
    if field.kind == "kana":
        return "あ" * ((field.max or 50) + more)
    if field.kind == "mail":
        most = (field.max or 50) + more
        return "a" * (most - len("@example.jp")) + "@example.jp"
    if field.kind == "digits":
        return "1" * ((field.max or 10) + more)
    if field.kind == "tel":
        return "0" * (20 + more)
    if field.kind == "number":
        return str((field.max or 9) + more)
    if field.kind == "check":
        return "1"
    if field.kind == "date":
        return "2022/2/15"
    return PLACES.get(last, "")


def controls(page):
    """Choices that a page offers: the first of each."""
    found = {}
    for name, values in re.findall(
            r'<select[^>]* name="([^"]+)"[^>]*>(.*?)</select>', page, re.S):
        options = [v for v in re.findall(r'value="([^"]*)"', values) if v]
        found[name] = options[0] if options else ""
    for control in re.findall(r'<input type="radio"[^>]*>', page):
        name = re.search(r' name="([^"]+)"', control).group(1)
        value = re.search(r' value="([^"]*)"', control).group(1)
        found.setdefault(name, value)
    return found


def values_of(screen, page, more=0):
    offered = controls(page)
    values = {}
    for field in screen.fields:
        last = field.place.split(".")[-1]
        if field.need == "hidden" or field.kind in ("part", "rows", "id"):
            continue
        values[field.place] = fullest(field, more)
        if field.kind in ("choice", "radio"):
            values[field.place] = PLACES.get(
                last, offered.get(field.place, ""))
    for name in ("id", "revision"):
        if hidden(page, name):
            values[name] = hidden(page, name)
    values["key"] = secrets.token_hex(16)
    return values


def able(world, screen, act):
    for role, sites in roles().items():
        for state in ["draft", "", *states()] if screen.site in sites else []:
            ghost = Person(None, role, "full", state=state)
            if verdict(screen, act, ghost) == verdict(
                    screen, "get", ghost) == "may":
                return world.person(role, screen.site, state)
    return None


def wrong_places(page):
    """Places that have a message beside them, and the message."""
    return {html.unescape(place): re.sub("<[^>]*>", "", text) for place, text in
            re.findall(r'<p class="err" id="([^"]+)-e">(.*?)</p>', page, re.S)}


def press(person, screen, act, values):
    """The answer, and the page that it leads to."""
    answer = person.browser.post(screen.path, {"act": act, **values})
    page = ""
    if answer.status == 303:
        to = answer.header("location").split("#")[0]
        page = person.browser.get(to).text()
    return answer, page


QUIET = ("kept_form", "form_key", "ended_session")


def is_in(sql, person):
    return sql.one("SELECT COUNT(*) FROM session WHERE public_id = UNHEX('"
                   + person.ids["session_id"] + "')") == "1"


def twice(sql, person, screen, act, values, first):
    """The same form again: its first result, and nothing done once more."""
    before = sums(sql, QUIET)
    again = person.browser.post(screen.path, {"act": act, **values})
    if not is_in(sql, person):
        return []
    wrong = [f"{act} again: {t} changed"
             for t in changed(before, sums(sql, QUIET))]
    if first.header("location") != again.header("location"):
        wrong.append(f"{act} again: {again} instead of {first}")
    return wrong


def counts(sql, tables):
    return [int(sql.one(f"SELECT COUNT(*) FROM {t}")) for t in tables]


def at_once(sql, world, screen, act):
    """Pressed by four fingers at the same moment, it is done once."""
    tables, grown = [r[0] for r in sql("SHOW TABLES") if r[0] not in (
        "postal", "city", "audit_chain", "mail_attempt", "link_token")], []
    for fingers in (1, 4):
        person = able(world, screen, act)
        page = person.browser.get(screen.path)
        if page.status != 200:
            return []
        body = urllib.parse.urlencode({
            "token": person.browser.token, "act": act,
            **values_of(screen, page.text())}).encode()
        before, threads = counts(sql, tables), [threading.Thread(
            target=person.browser.post_raw, args=(screen.path, body),
            kwargs={"alone": True}) for _ in range(fingers)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        grown.append([b - a for a, b in zip(before, counts(sql, tables))])
    return [f"{act}: {t} grew by {many}, not {one}" for t, one, many
            in zip(tables, *grown) if one != many]


def at_limits(sql, world, screen, act, saved, repeated):
    person = able(world, screen, act)
    if person is None:
        return [], []
    first = person.browser.get(screen.path)
    if first.status != 200:
        return [], []
    before = sums(sql, QUIET)
    values = values_of(screen, first.text())
    answer, page = press(person, screen, act, values)
    failed = [f"{act}: {answer}"] if answer.status >= 500 else []
    long_ones = [f"{act} {place}: {text}"
                 for place, text in wrong_places(page).items()
                 if LONGEST in text]
    if answer.status == 303 and not wrong_places(page) and changed(
            before, sums(sql, QUIET)):
        saved.add(screen.name)
        repeated += twice(sql, person, screen, act, values, answer)
        repeated += at_once(sql, world, screen, act)
    return failed, long_ones


def beyond(world, screen, act):
    """One more of each: every one is refused, if any is."""
    person = able(world, screen, act)
    page = person.browser.get(screen.path) if person else None
    if not page or page.status != 200:
        return []
    values = values_of(screen, page.text(), 1)
    answer, page = press(person, screen, act, values)
    said = wrong_places(page)
    if answer.status >= 500:
        return [f"{act}: {answer}"]
    if not any(LONGEST in text for text in said.values()):
        return []  # a button that does not check
    shown = set(re.findall(r' name="([^"]+)"', page))
    return [f"{act} {f.place}: taken" for f in screen.fields
            if f.kind in ("wide", "text", "area", "kana", "mail") and f.max
            and f.place in shown and f.need != "hidden" and not f.when
            and LONGEST not in said.get(f.place, "")]


def odd_ones(world, screen, act):
    """Whatever is typed, something else in each field: an answer."""
    person, failed = able(world, screen, act), []
    if person is None:
        return failed
    places = [f.place for f in screen.fields
              if f.kind not in ("part", "rows", "id")]
    for turn in range(0, len(ODD), 3):
        values = {place: ODD[(turn + i) % len(ODD)]
                  for i, place in enumerate(places)}
        answer, page = press(person, screen, act,
                             {**values, "key": secrets.token_hex(16)})
        if answer.status >= 500 or "<h1" not in page and answer.status == 303 \
                and answer.header("location").startswith(screen.path + "?"):
            failed.append(f"{act} with {values}: {answer}")
    return failed


def main():
    sql = Sql()
    world, saved = World(sql, "fields"), set()
    for screen in screens():
        acts = [a for a in screen.acts if not a.endswith(":")]
        if not screen.fields or not acts:
            continue
        failed, long_ones, taken, odd, repeated = [], [], [], [], []
        for act in acts:
            one, two = at_limits(sql, world, screen, act, saved, repeated)
            failed += one
            long_ones += two
            taken += beyond(world, screen, act)
            odd += odd_ones(world, screen, act)
        claim.none(failed, f"code-style 12 {screen.name}: columns have room "
                   "for the longest values")
        claim.none(repeated, f"CS-06 {screen.name}: what is sent again, or "
                   "four times at once, is done once")
        claim.none(long_ones, f"code-style 12 {screen.name}: a value at its "
                   "limit is not too long")
        claim.none(taken, f"code-style 12 {screen.name}: one character more is "
                   "refused beside its field")
        claim.none(odd, f"IN-01 IN-08 {screen.name}: whatever is typed, there "
                   "is an answer")
    claim(len(saved) >= 3, "forms with the longest values were saved: "
          + ", ".join(sorted(saved)))
    claim.end()


main()
