#!/usr/bin/python3
"""look.py - what stands in a workbook, with the standard library alone.

    look.py FILE [SHEET]    one line a cell: reference, tab, text; then one
                            line a note: note, reference, tab, text
"""
import re
import sys
import zipfile
from xml.etree import ElementTree as ET

M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def text(node):
    """The texts below a node, phonetic runs left out."""
    return "".join(t.text or "" for part in [node, *node.findall(f"{M}r")]
                   for t in part.findall(f"{M}t"))


def main():
    z = zipfile.ZipFile(sys.argv[1])
    names = z.namelist()
    shared = []
    if "xl/sharedStrings.xml" in names:
        shared = [text(s) for s in ET.fromstring(z.read("xl/sharedStrings.xml"))]
    sheet = sys.argv[2] if len(sys.argv) > 2 else "1"
    for c in ET.fromstring(z.read(f"xl/worksheets/sheet{sheet}.xml")).iter(
            f"{M}c"):
        v, kind = c.find(f"{M}v"), c.get("t")
        if kind == "inlineStr":
            value = text(c.find(f"{M}is"))
        elif v is None:
            continue
        else:
            value = shared[int(v.text)] if kind == "s" else v.text
        if c.find(f"{M}f") is not None:
            value = "formula " + value
        print(c.get("r"), value.replace("\n", "/"), sep="\t")
    for name in sorted(n for n in names if re.match(r"xl/comments", n)):
        if not name.endswith(f"comments{sheet}.xml"):
            continue
        for note in ET.fromstring(z.read(name)).iter(f"{M}comment"):
            print("note " + note.get("ref"), "".join(
                t.text or "" for t in note.iter(f"{M}t")).replace("\n", "/"),
                sep="\t")


try:
    main()
except BrokenPipeError:  # grep has seen enough
    sys.stderr.close()
