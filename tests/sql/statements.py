"""statements.py - every named statement of sql/queries: it prepares, and uses
an index on large tables (architecture 6, code-style 12).

The tables are filled with made-up rows in a database beside the real one, by
their columns alone, so that a table which nobody has thought of yet is large as
well. scans.tsv lists what may read a whole table.
"""
import glob
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../web/all"))
from instance import Sql, TOP, claim, read

BIG = "sesshu_big"
ROWS = 8000     # in each table
MANY = 24000    # where a row belongs to a version
SMALL = 2000    # a table with fewer rows may be read whole
COPIED = ("prefecture", "city", "postal", "holiday", "ministry", "parameter",
          "business_type", "data_stamp", "register_stamp")


# --- The statements ----------------------------------------------------------

class Statement:
    def __init__(self, stem, name, kind):
        self.stem, self.name, self.kind = stem, name, kind
        self.lines = []

    def finish(self):
        """The text with ? for each bind, as sql/gen.awk makes it."""
        self.binds = []
        out = []
        for part in re.split(r"('(?:[^']|'')*')", "\n".join(self.lines)):
            if not part.startswith("'"):
                self.binds += re.findall(r"(?<!:):([a-z_][a-z_0-9]*)", part)
                self.named = getattr(self, "named", "") + part
                part = re.sub(r"(?<!:):[a-z_][a-z_0-9]*", "?", part)
            out.append(part)
        self.text = "".join(out).strip().rstrip(";").strip()
        return self


def statements():
    """All of them; {name} alone on a line stands for the part of that name."""
    found = []
    for path in sorted(glob.glob(os.path.join(TOP, "sql/queries/*/*.sql"))):
        stem = os.path.relpath(path, os.path.join(TOP, "sql/queries"))[:-4]
        parts, lines = {}, []
        for line in read(os.path.relpath(path, TOP)).splitlines():
            head = re.match(r"-- name: (\S+) :(\S+)", line)
            part = re.match(r"-- part: (\S+)", line)
            used = re.match(r"\s*\{(\w+)\};?$", line)
            if head:
                found.append(Statement(stem, *head.groups()))
                lines = found[-1].lines
            elif part:
                lines = parts[part.group(1)] = []
            elif used:
                lines += parts[used.group(1)]
            elif not re.match(r"\s*--", line) and line.strip():
                lines.append(re.sub(r" -- .*", "", line))
    return [s.finish() for s in found]


# --- Large tables ------------------------------------------------------------

def columns_of(sql):
    """Table → its columns: name, type, whole type, nullable, comment."""
    tables = {}
    for table, *column in sql(
            "SELECT table_name, column_name, data_type, column_type,"
            " is_nullable, column_comment FROM information_schema.columns"
            " WHERE table_schema = 'sesshu' ORDER BY table_name,"
            " ordinal_position"):
        tables.setdefault(table, []).append(column)
    return tables


def keys_of(sql):
    """Table → columns of its primary key."""
    keys = {}
    for table, column in sql(
            "SELECT table_name, column_name FROM information_schema.statistics"
            " WHERE table_schema = 'sesshu' AND index_name = 'PRIMARY'"
            " ORDER BY table_name, seq_in_index"):
        keys.setdefault(table, []).append(column)
    return keys


def words_of(comment):
    """"draft, sent, …" in a comment are the values that there are."""
    words = re.match(r"((?:[a-z_]+, )+[a-z_]+)", comment)
    return words.group(1).split(", ") if words else []


def place_in_key(key, column):
    """A version has 50 rows, each of them 2 below."""
    i = key.index(column)
    if len(key) == 1:
        return "seq"
    if len(key) == 2:
        return ("1 + (seq - 1) DIV 50", "1 + (seq - 1) MOD 50")[i]
    return ("1 + (seq - 1) DIV 100", "1 + (seq - 1) DIV 2 MOD 50",
            "1 + (seq - 1) MOD 2", "1")[min(i, 3)]


def value_of(column, key):
    """SQL for the value of a column in row seq."""
    name, kind, whole, nullable, comment = column
    size = int(re.search(r"\((\d+)", whole).group(1)) if "(" in whole else 20
    if kind in ("bigint", "int", "smallint", "tinyint"):
        if name in key:
            return place_in_key(key, name)
        value = "seq MOD 2" if kind == "tinyint" else f"1 + seq MOD {ROWS}"
    elif kind in ("datetime", "timestamp"):
        value = "'2022-01-01' + INTERVAL seq MINUTE"
    elif kind == "date":
        value = "'1970-01-01' + INTERVAL seq DAY"
    elif kind in ("binary", "varbinary"):
        value = f"LEFT(UNHEX(SHA2(CONCAT('{name}', seq), 256)), {size})"
    elif name in key:
        value = f"LEFT(CONCAT(seq, '{name}'), {min(size, 60)})"
    else:
        words = [w for w in words_of(comment) if len(w) <= size]
        value = (f"ELT(1 + seq MOD {len(words)}, "
                 + ", ".join(f"'{w}'" for w in words) + ")" if words
                 else f"LEFT(CONCAT(seq, '{name}'), {min(size, 60)})")
    return f"IF(seq MOD 7 = 0, NULL, {value})" if nullable == "YES" else value


def fill(sql, tables):
    keys = keys_of(sql)
    sql(f"DROP DATABASE IF EXISTS {BIG}; CREATE DATABASE {BIG}"
        " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin")
    for table, columns in tables.items():
        sql(f"CREATE TABLE {BIG}.{table} LIKE sesshu.{table}")
        if table in COPIED:
            sql(f"INSERT INTO {BIG}.{table} SELECT * FROM sesshu.{table}")
            continue
        rows = MANY if len(keys[table]) > 1 else ROWS
        values = ", ".join(value_of(c, keys[table]) for c in columns)
        sql(f"INSERT IGNORE INTO {BIG}.{table} SELECT {values}"
            f" FROM sesshu.seq_1_to_{rows}")
    sql(f"USE {BIG}; ANALYZE TABLE " + ", ".join(tables))
    return {t: int(sql.one(f"SELECT COUNT(*) FROM {t}")) for t in tables}


# --- Values for the binds ----------------------------------------------------

def bound_to(statement, bind, tables):
    """The type of the column that a bind is compared with or stored in."""
    here = aliases_of(statement, tables)
    for alias, name in re.findall(
            r"(?:([a-z_0-9]+)\.)?([a-z_0-9]+)\s*(?:=|<>|<=|>=|<|>|LIKE)"
            r"\s*:%s\b" % bind, statement.named) + [("", bind)]:
        for table in [here[alias]] if alias in here else set(here.values()):
            for column in tables[table]:
                if column[0] == name:
                    return column[1]
    return None


def value_for(statement, bind, tables):
    """Such that few rows fit, as with a real one."""
    kind = bound_to(statement, bind, tables)
    if bind in ("limit", "most"):
        return "20"
    if bind == "offset":
        return "0"
    if bind == "since":
        return "'2022-01-14 00:00:00'"
    if bind == "now" or bind.endswith(("before", "_at")):
        return "'2022-01-01 02:00:00'"
    if bind in ("my_role", "my_site"):
        return "'applicant'"
    if bind.startswith("my_"):
        return "5"
    if kind in ("bigint", "int", "smallint", "tinyint"):
        return "5"
    if kind in ("datetime", "timestamp", "date"):
        return "'2022-01-01 02:00:00'"
    if kind in ("binary", "varbinary"):
        return "UNHEX(MD5('5'))"
    if kind is None and re.search(r"(id|key|token|owner)$", bind):
        return "UNHEX(MD5('5'))"
    return "''" if re.search(r":%s\s*=\s*''|''\s*=\s*:%s" % (bind, bind),
                             statement.named) or "''" in statement.text and (
        f":{bind} = ''" in "\n".join(statement.lines)) else "'5'"


def quoted(text):
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"


def explain(sql, statement, tables):
    """Lines of the plan, or of the error."""
    sets, names = [], []
    for i, bind in enumerate(statement.binds):
        # A number in a variable stays one; LIMIT wants that.
        sets.append(f"SET @b{i} = {value_for(statement, bind, tables)}")
        names.append(f"@b{i}")
    using = " USING " + ", ".join(names) if names else ""
    return sql("; ".join([*sets, "PREPARE s FROM "
                          + quoted("EXPLAIN " + statement.text),
                          "EXECUTE s" + using]))


ERROR = re.compile(r"^(--)?ERROR")


def faults(plan, sizes, aliases, limited):
    """What reads or sorts a large table; limited: it stops after some rows,
    which the plan does not count."""
    wrong = []
    for line in plan:
        if len(line) < 10:
            continue
        table = aliases.get(line[2], line[2])
        kind, key, extra = line[3], line[5], line[9]
        rows = int(line[8]) if line[8].isdigit() else 0
        large = sizes.get(table, 0) > SMALL
        if large and kind in ("ALL", "index") and rows > SMALL:
            wrong.append(f"reads all of {table} ({rows} rows)")
        elif rows > SMALL and "Using filesort" in extra:
            wrong.append(f"sorts {rows} rows of {table}")
        elif large and rows > SMALL * 4 and not limited:
            wrong.append(f"reads {rows} rows of {table} by {key}")
    return wrong


def aliases_of(statement, tables):
    found = {}
    for table, alias in re.findall(
            r"\b(?:FROM|JOIN|UPDATE|,)\s+([a-z_]+)(?:\s+(?:AS\s+)?([a-z_]+))?",
            statement.named):
        if table in tables:
            found[alias or table] = table
            found[table] = table
    return found


def exceptions():
    found = {}
    for line in read("tests/sql/scans.tsv").splitlines():
        if line.strip() and not line.startswith("#"):
            name, reason = line.split("\t", 1)
            found[name] = reason
    return found


# --- Claims ------------------------------------------------------------------

def prepare(sql, found):
    wrong, counts = [], []
    for s in found:
        rows = sql(f"PREPARE s FROM {quoted(s.text)}")
        wrong += [f"{s.stem} {s.name}: {r[0]}" for r in rows
                  if ERROR.match(r[0])]
        if s.text.count("?") != len(s.binds):
            counts.append(s.name)
    claim.none(wrong, f"code-style 7 {len(found)} statements prepare against "
               "the migrated schema")
    claim.none(counts, "IN-01 no question mark but for binds")
    sql("DEALLOCATE PREPARE s")


def allowed(found):
    """The worker's own statements need no right that it does not have."""
    instance = os.environ["INSTANCE"]
    wrong = []
    with open(os.path.join(instance, "conf/secret-worker"),
              encoding="utf-8") as f:
        worker = Sql("sesshu_worker", f.read().strip())
    for s in found:
        if s.stem.startswith(("worker/", "transfer/move")) \
                and s.stem != "worker/migration":
            wrong += [f"{s.name}: {r[0]}" for r in
                      worker(f"PREPARE s FROM {quoted(s.text)}")
                      if ERROR.match(r[0])]
    claim.none(wrong, "DB-01 the worker may run its own statements")


def main():
    sql = Sql()
    found = statements()
    claim(len(found) > 50, "there are statements")
    prepare(sql, found)
    allowed(found)
    tables = columns_of(sql)
    sizes = fill(sql, tables)
    small = [f"{t}: {n}" for t, n in sizes.items()
             if n < ROWS // 2 and t not in COPIED]
    claim.none(small, "the tables are large")
    listed = exceptions()
    for s in found:
        plan = explain(sql, s, tables)
        errors = [r[0] for r in plan if ERROR.match(r[0])]
        wrong = errors or faults(
            plan, sizes, aliases_of(s, tables),
            re.search(r"\bLIMIT \S+( OFFSET \S+)?$", s.text))
        if s.name in listed and not errors:
            wrong = []
        claim.none(wrong, f"architecture 6 {s.stem} {s.name}: uses an index")
    claim.none(sorted(set(listed) - {s.name for s in found}),
               "scans.tsv lists nothing that there is not")
    sql(f"DROP DATABASE {BIG}")
    claim.end()


main()
