"""worklist.py - 作業一覧, ordered by time: what the page reads and shows."""
import datetime
import os
import re
import urllib.parse

from django.http import HttpResponseNotAllowed
from django.shortcuts import render

from statements import MESSAGES, fetch, now, options

PAGE = 50
FIRST = "10000101000000"
PLACE = re.compile(r"([0-9]{14}\.[0-9]{6})-([0-9]{1,18})")
WORDS = MESSAGES["worklist"]
LABELS = MESSAGES["form"]["worklist"]
# The conditions in the order of the address: a statement of the master table,
# or the choices.
CHOICES = {
    "pref": "prefecture_options",
    "type": "type_options",
    "founder": ("private", "public"),
    "size": ("1", "2", "3", "4"),
    "whose": ("mine", "nobody"),
    "age": ("7", "14", "30", "60"),
    "state": ("open", "inquiry", "answered", "confirmed", "done"),
}
ASKED = ("pref", "type", "founder", "size", "whose", "age")
TABS = ("open", "inquiry", "answered", "confirmed", "done", "overdue")
JST = datetime.timedelta(hours=9)


def choices(field):
    """(value, label) of a condition's list."""
    found = CHOICES[field]
    if isinstance(found, str):
        return options(found)
    return [(code, LABELS[field][code]) for code in found]


def read_filter(asked):
    """What was asked for, without what nobody may ask for."""
    f = {}
    for field, found in CHOICES.items():
        value = asked.get(field, "")
        allowed = found
        if value and isinstance(found, str):
            allowed = [code for code, label in options(found)]
        f[field] = value if value in allowed else ""
    f["state"] = f["state"] or "open"
    return f


def url(path, f, **more):
    parts = {**f, "sort": "since", **more}
    return f"{path}?" + urllib.parse.urlencode(
        {k: v for k, v in parts.items() if v}
    )


def is_narrowed(f):
    """Is anything asked for but a state?"""
    return any(f[field] for field in ASKED)


def serves(f):
    """The index that is narrowest serves the list."""
    if not is_narrowed(f):
        return "all"
    if f["whose"] == "mine":
        return "mine"
    for field in ("type", "pref", "size"):
        if f[field]:
            return field
    if f["whose"]:
        return "nobody"
    return "founder" if f["founder"] else "since"


def place(row):
    """Where a page begins or ends."""
    return f"{row['at']:%Y%m%d%H%M%S.%f}-{row['unit']}"


def page_of(f, ask, asked):
    """Rows, counts of states, and the addresses of the pages before and after."""
    way, at, at_id = "after", FIRST, 0
    for name in ("before", "after"):
        found = PLACE.fullmatch(asked.get(name, ""))
        if found:
            way, at, at_id = name, found[1], int(found[2])
            break
    rows = fetch(
        f"worklist_{serves(f)}_{way}",
        {**ask, "at": at, "at_id": at_id, "limit": PAGE + 1},
    )
    counts = {}
    while rows and rows[-1]["id"] is None:
        one = rows.pop()
        counts[one["state"]] = one["persons"]
    more = len(rows) > PAGE
    rows = rows[:PAGE]
    back = way == "before"
    if back:
        rows.reverse()
    prefs = dict(options("prefecture_options"))
    colleagues = dict(options("worklist_colleagues"))
    for row in rows:
        row["id"] = row["id"].hex()
        row["pref"] = prefs.get(row["pref"], "")
        row["assignee"] = colleagues.get(str(row["assignee"]), "")
    prev = following = ""
    if rows and (more if back else at_id):
        prev = url("/tokutei/list", f, before=place(rows[0]))
    if rows and (back or more):
        following = url("/tokutei/list", f, after=place(rows[-1]))
    return rows, counts, prev, following


def tabs(f, counts):
    found = []
    for name in TABS:
        to = {**f, "state": name}
        if name == "overdue":
            to = {**f, "due": "over", "state": "inquiry"}
        found.append(
            {
                "label": WORDS["tab"][name],
                "url": url("/tokutei/list", to),
                "count": f"{counts.get(name) or 0:,}",
                "current": name == f["state"],
            }
        )
    return found


def japan_clock(at):
    at += JST
    return f"{at.hour}時{at.minute}分" if at.minute else f"{at.hour}時"


def japan_time(at):
    there = at + JST
    week = "月火水木金土日"[there.weekday()]
    day = f"{there.year}年{there.month}月{there.day}日（{week}）"
    return day + japan_clock(at)


def show(request):
    if request.method != "GET":
        return HttpResponseNotAllowed(["GET"])
    session, at = request.session_row, now()
    f = read_filter(request.GET)
    ask = {
        **f,
        "my_role": session["role"],
        "my_ministry": 0
        if session["role"] == "registrar"
        else session["ministry"],
        "my_account": session["account"],
        "now": at,
        "size": int(f["size"] or 0),
        "days": int(f["age"] or 0),
        "overdue": 0,
    }
    rows, counts, prev, following = page_of(f, ask, request.GET)
    narrowed = is_narrowed(f)
    if narrowed:
        found = fetch(f"worklist_{serves(f)}_count", ask)
        counts = {row["state"]: row["units"] for row in found}
    hits = min(1000, counts["hits"]) if narrowed else counts.get(f["state"], 0)
    fields = [
        {
            "name": field,
            "label": LABELS[field]["label"],
            "none": LABELS[field]["none"],
            "value": f[field],
            "options": choices(field),
        }
        for field in ASKED
    ]
    return render(
        request,
        "worklist.html",
        {
            "m": MESSAGES,
            "css": os.environ["CSS"],
            "js": os.environ["JS"],
            "session": session,
            "role": MESSAGES["role"][session["role"]],
            "idle": session["idle_seconds"] // 60,
            "expires": japan_clock(session["expires"]),
            "now": japan_time(at),
            "title": MESSAGES["title"]["intranet"]["tokutei"]["list"],
            "f": f,
            "fields": fields,
            "chips": [
                {
                    "label": dict(field["options"])[field["value"]],
                    "url": url("/tokutei/list", {**f, field["name"]: ""}),
                }
                for field in fields
                if field["value"]
            ],
            "tabs": tabs(f, counts),
            "rows": rows,
            "prev": prev,
            "next": following,
            "hits": f"{hits:,}",
            "more": narrowed and counts["hits"] > 1000,
            "working": f["state"] in ("open", "inquiry", "answered"),
            "list": url("", f)[1:],
            "by_persons": url("/tokutei/list", f, sort="persons"),
            "by_since": url("/tokutei/list", f),
            "by_due": url("/tokutei/list", f, sort="due")
            if f["state"] == "inquiry"
            else "",
            "csv": url("/tokutei/export", f, format="csv"),
            "xlsx": url("/tokutei/export", f, format="xlsx"),
        },
    )
