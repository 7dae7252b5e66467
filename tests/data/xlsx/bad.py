"""bad.py - files that must be refused, and as what. The zip files are mended
by hand: zipfile would not write them."""

import struct
import warnings
import zipfile

import package as p
from good import inline, n, row, s

warnings.filterwarnings("ignore", "Duplicate name")
cases = {}
GOOD = p.book(row(1, n("A1", 1)))


def case(name, data, trouble):
    if isinstance(data, str):
        data = data.encode()
    cases[name] = (data, trouble)


def patch(data, at, fmt, value):
    b = bytearray(data)
    struct.pack_into("<" + fmt, b, at, value)
    return bytes(b)


def find(data, signature, nth=0):
    at = -1
    for _ in range(nth + 1):
        at = data.index(signature, at + 1)
    return at


def directory(data, name):
    """Where the entry of that name begins in the directory."""
    at = find(data, b"PK\1\2")
    while data[at + 46:at + 46 + len(name)] != name:
        at = data.index(b"PK\1\2", at + 1)
    return at


def compound(*names):
    """The container of old Office files: a header and one directory sector."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
    entries = b"".join(i.encode("utf-16-le").ljust(128, b"\0") for i in names)
    return head + b"\xff" * 512 + entries.ljust(512, b"\0")


# Files of another kind.
case("empty", b"", "empty")
case("blank_sheet", p.book(row(1, '<c r="A1" s="0"/>') + row(9)), "empty")
case("picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1", "not_xlsx")
case("one_byte", b"\0", "not_xlsx")
case("xls", compound("Root Entry", "Workbook"), "old_xls")
case("xls_95", compound("Root Entry", "Book"), "old_xls")
case("doc", compound("Root Entry", "WordDocument"), "not_xlsx")
case("encrypted", compound("Root Entry", "EncryptionInfo",
                           "EncryptedPackage"), "encrypted")
case("csv", "﻿事業所名,郵便番号\r\n見本支店,1008916\r\n", "text")
case("csv_sjis", "事業所名,郵便番号\r\n".encode("cp932"), "text")
case("tsv_utf16", "事業所名\t1\r\n".encode("utf-16"), "text")
case("html", "﻿ <html><table><tr><td>1</td></tr></table></html>", "html")
case("xml_2003", '<?xml version="1.0"?><Workbook/>', "html")
case("zip", p.zipped([("readme.txt", "x")]), "not_xlsx")
case("docx", p.book(types=p.types(
    "application/vnd.openxmlformats-officedocument.wordprocessingml."
    "document.main+xml")), "not_xlsx")
case("xlsm", p.book(types=p.types(
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml")), "macro")
case("xlsb", p.book(types=p.types(
    "application/vnd.ms-excel.sheet.binary.macroEnabled.main")), "binary")
case("ods", p.zipped([
    ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
    ("content.xml", "<x/>")], how=0), "ods")

# Damaged packages.
case("cut_half", GOOD[:len(GOOD) // 2], "damaged")
case("cut_end", GOOD[:-1], "damaged")
case("only_start", b"PK\3\4", "damaged")
case("no_workbook_part", p.book(workbook=None), "damaged")
case("no_sheet_part", p.book(sheet=None), "damaged")
case("no_strings_part", p.book(row(1, s("A1", 0)), strings=None), "damaged")
case("no_relationships", p.book(top=None), "not_xlsx")
case("no_sheets", p.book(workbook=p.workbook([])), "no_sheet")
case("all_external", p.book(rels=p.rels(("rId1", "worksheet", "x"))
                            .replace("/>", ' TargetMode="External"/>')),
     "no_sheet")
case("wrong_checksum", patch(GOOD, directory(
    GOOD, b"xl/worksheets/sheet1.xml") + 16, "I", 1), "damaged")
case("size_too_small", patch(GOOD, directory(
    GOOD, b"xl/worksheets/sheet1.xml") + 24, "I", 100), "damaged")
case("size_too_large", patch(GOOD, directory(
    GOOD, b"xl/worksheets/sheet1.xml") + 24, "I", 100000), "damaged")
case("other_local_name", patch(GOOD, find(GOOD, b"PK\3\4") + 30, "B", 65),
     "damaged")
case("directory_outside", patch(GOOD, find(GOOD, b"PK\5\6") + 16, "I", 1 << 20),
     "damaged")
case("entry_outside", patch(GOOD, directory(
    GOOD, b"xl/workbook.xml") + 42, "I", 1 << 20), "damaged")

# Zips that mean harm.
twice = p.parts(row(1, n("A1", 1)))
case("name_twice", p.zipped(twice + [twice[-1]]), "zip_duplicate")
case("name_twice_case", p.zipped(twice + [("XL/STYLES.XML", "")]),
     "zip_duplicate")

def overlapping():
    """The bytes of one part hold a second one, with its own local header."""
    inner = p.zipped([("inner.xml", "<x/>")], how=0)
    end = find(inner, b"PK\1\2")
    outer = p.zipped(p.parts(row(1, n("A1", 1))) +
                     [("outer.bin", inner[:end])], how=0)
    at = outer.index(inner[:end])
    entry = patch(inner[end:find(inner, b"PK\5\6")], 42, "I", at)
    last = find(outer, b"PK\5\6")
    count = struct.unpack_from("<H", outer, last + 10)[0] + 1
    size = struct.unpack_from("<I", outer, last + 12)[0] + len(entry)
    tail = outer[last:]
    for where, fmt, value in ((8, "H", count), (10, "H", count),
                              (12, "I", size)):
        tail = patch(tail, where, fmt, value)
    return outer[:last] + entry + tail


case("overlap", overlapping(), "zip_overlap")
case("parts_201", p.zipped([("p%d" % i, "") for i in range(201)]),
     "zip_parts")
case("parts_65535", patch(patch(GOOD, find(GOOD, b"PK\5\6") + 8, "H", 65535),
                          find(GOOD, b"PK\5\6") + 10, "H", 65535), "zip_parts")
case("zip64", patch(GOOD, find(GOOD, b"PK\5\6") + 16, "I", 0xffffffff),
     "zip_odd")
case("zip64_entry", patch(GOOD, directory(GOOD, b"xl/styles.xml") + 24, "I",
                          0xffffffff), "zip_odd")
case("two_disks", patch(GOOD, find(GOOD, b"PK\5\6") + 4, "H", 1), "zip_odd")
case("bzip2", p.zipped(p.parts(row(1, n("A1", 1))), how=zipfile.ZIP_BZIP2),
     "zip_odd")
case("password", patch(GOOD, directory(GOOD, b"xl/workbook.xml") + 8, "H", 1),
     "encrypted")
link = zipfile.ZipInfo("xl/link.xml", (1980, 1, 1, 0, 0, 0))
link.external_attr = 0o120777 << 16
case("link", p.zipped(p.parts(row(1, n("A1", 1))) + [(link, "/etc/passwd")]),
     "zip_odd")
case("bomb", p.book(sheet=p.sheet("").replace(
    "<sheetData>", "<sheetData>" + " " * (20 << 20))), "zip_bomb")

# XML that means harm, or is none.
HEAD = '<worksheet xmlns="%s"><sheetData>' % p.MAIN
TAIL = "</sheetData></worksheet>"
CELL = row(1, inline("A1", "<t>%s</t>"))


def xml(name, text, trouble):
    case(name, p.book(sheet=text), trouble)


xml("dtd", "<!DOCTYPE worksheet>" + HEAD + CELL % "a" + TAIL, "xml_forbidden")
xml("entity", '<!DOCTYPE worksheet [<!ENTITY e "x">]>' + HEAD + CELL % "&e;" +
    TAIL, "xml_forbidden")
xml("entity_file", '<!DOCTYPE worksheet [<!ENTITY e SYSTEM '
    '"file:///etc/passwd">]>' + HEAD + CELL % "&e;" + TAIL, "xml_forbidden")
xml("entity_parameter", '<!DOCTYPE worksheet [<!ENTITY % e SYSTEM '
    '"file:///etc/passwd"> %e;]>' + HEAD + CELL % "a" + TAIL, "xml_forbidden")
xml("dtd_external", '<!DOCTYPE worksheet SYSTEM "http://127.0.0.1/x.dtd">' +
    HEAD + CELL % "a" + TAIL, "xml_forbidden")
xml("laughs", '<!DOCTYPE worksheet [<!ENTITY a "ha">' + "".join(
    '<!ENTITY %s "%s">' % (chr(98 + i), ("&%s;" % chr(97 + i)) * 10)
    for i in range(9)) + "]>" + HEAD + CELL % "&j;" + TAIL, "xml_forbidden")
xml("quadratic", '<!DOCTYPE worksheet [<!ENTITY a "%s">]>' % ("x" * 50000) +
    HEAD + CELL % ("&a;" * 5000) + TAIL, "xml_forbidden")
xml("entity_undeclared", HEAD + CELL % "&e;" + TAIL, "damaged")
xml("utf7", '<?xml version="1.0" encoding="UTF-7"?>' + HEAD + CELL % "a" +
    TAIL, "xml_forbidden")
xml("latin", '<?xml version="1.0" encoding="ISO-8859-1"?>' + HEAD +
    CELL % "a" + TAIL, "xml_forbidden")
xml("utf16_unmarked", (HEAD + CELL % "a" + TAIL).encode("utf-16-le"),
    "damaged")
xml("utf32", (HEAD + CELL % "a" + TAIL).encode("utf-32"), "damaged")
xml("invalid_utf8", (HEAD + CELL % "a" + TAIL).encode().replace(
    b"<t>a", b"<t>\xff\xc0\x80"), "damaged")
xml("nul", HEAD + CELL % "a\0b" + TAIL, "damaged")
xml("unclosed", HEAD + CELL % "a", "damaged")
xml("two_roots", HEAD + CELL % "a" + TAIL + "<x/>", "damaged")
xml("no_xml", "PK", "damaged")
xml("no_bytes", "", "damaged")
xml("deep", HEAD + "<x>" * 100000 + "</x>" * 100000 + TAIL, "xml_forbidden")
xml("attributes_65", HEAD + "<row " + " ".join(
    'a%d=""' % i for i in range(65)) + "/>" + TAIL, "xml_forbidden")
xml("attributes_many", HEAD + "<row " + 'a=">" ' * 1000000 + "/>" + TAIL,
    "xml_forbidden")
xml("comment_huge", HEAD + "<!--" + "x" * (1 << 20) + "-->" + TAIL,
    "xml_forbidden")
xml("other_namespace", (HEAD + CELL % "a" + TAIL).replace(p.MAIN, "urn:x"),
    "empty")

# Sheets that are not as the format says, or too large.
sheets = {
    "cell_12_mb": (CELL % ("x" * (12 << 20)), "cell_too_long"),
    "cell_32768": (CELL % ("x" * 32768), "cell_too_long"),
    "cell_astral": (CELL % ("🏥" * 16384), "cell_too_long"),
    "column_65": (row(1, n("BM1", 1)), "too_many_columns"),
    "column_beyond": (row(1, n("XFE1", 1)), "damaged"),
    "column_back": (row(1, n("B1", 1), n("A1", 1)), "damaged"),
    "column_twice": (row(1, n("A1", 1), n("A1", 1)), "damaged"),
    "no_letter": (row(1, n("11", 1)), "damaged"),
    "row_back": (row(2, n("A2", 1)) + row(1, n("A1", 1)), "damaged"),
    "row_zero": (row(0, n("A1", 1)), "damaged"),
    "row_beyond": (row(1048577, n("A1", 1)), "damaged"),
    "row_in_row": ("<row>" + row(1, n("A1", 1)) + "</row>", "damaged"),
    "cell_in_cell": (row(1, '<c r="A1">' + n("B1", 1) + "</c>"), "damaged"),
    "type_unknown": (row(1, '<c r="A1" t="z"><v>1</v></c>'), "damaged"),
    "number_word": (row(1, n("A1", "abc")), "damaged"),
    "number_nan": (row(1, n("A1", "nan")), "damaged"),
    "number_hex": (row(1, n("A1", "0x1F")), "damaged"),
    "number_inf": (row(1, n("A1", "1e999")), "damaged"),
    "shared_beyond": (row(1, s("A1", 0)), "damaged"),
    "shared_negative": (row(1, s("A1", -1)), "damaged"),
}
for name, (rows, trouble) in sheets.items():
    case(name, p.book(rows), trouble)
case("merge_bad", p.book(row(1, n("A1", 1)), after='<mergeCells>'
                         '<mergeCell ref="A1:?"/></mergeCells>'), "damaged")
case("shared_too_long", p.book(row(1, s("A1", 0)), strings=p.strings(
    "<t>%s</t>" % ("x" * 32768))), "cell_too_long")
