"""statements.py - the named statements, the wording, and the lists of the
master tables, read at most once a minute."""
import datetime
import json
import os
import re
import time

from django.conf import settings
from django.db import connection
from django.utils.safestring import SafeString


def generated(name):
    with open(os.path.join(settings.GENERATED, name), encoding="utf-8") as f:
        return json.load(f)


def for_driver(sql):
    """:name becomes %(name)s; what stands in quotes stays."""

    def one(found):
        text, name = found.group(1), found.group(2)
        if text:
            return text.replace("%", "%%")
        return "%%" if name is None else f"%({name})s"

    return re.sub(r"('(?:[^']|'')*')|:([a-z_]+)|%", one, sql)


def nested(flat):
    """{"a.b": text} as {"a": {"b": text}}, marked as ready for HTML. What has
    a text and parts has the text as the part "text"."""
    tree = {}
    for key, text in flat.items():
        node = tree
        *way, last = key.split(".")
        for step in way:
            found = node.setdefault(step, {})
            if not isinstance(found, dict):
                found = node[step] = {"text": found}
            node = found
        node[last] = SafeString(text)
    return tree


STATEMENTS = {k: for_driver(v) for k, v in generated("statements.json").items()}
MESSAGES = nested(generated("messages.json"))


class Counter:
    """How many statements this process has run."""

    run = 0


def fetch(name, args):
    with connection.cursor() as cursor:
        cursor.execute(STATEMENTS[name], args)
        Counter.run += 1
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row)) for row in cursor.fetchall()]


def execute(name, args):
    with connection.cursor() as cursor:
        cursor.execute(STATEMENTS[name], args)
        Counter.run += 1


def now():
    """The time as it is stored."""
    return datetime.datetime.utcnow()


kept = {}


def options(statement):
    """(value, label) of a list that is the same for everybody."""
    until, rows = kept.get(statement, (0, None))
    if time.monotonic() >= until:
        rows = [
            (r["value"], r["label"]) for r in fetch(statement, {"now": now()})
        ]
        kept[statement] = (time.monotonic() + 60, rows)
    return rows
