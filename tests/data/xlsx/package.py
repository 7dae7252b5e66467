"""package.py - builds the small xlsx files of make.py, byte for byte the same
each time; only the standard library."""

import io
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_REL = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PKG = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def types(main=TYPE + "sheet.main+xml", part="/xl/workbook.xml"):
    return (XML + '<Types xmlns="%s/content-types">'
            '<Default Extension="rels" ContentType="application/'
            'vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Override PartName="%s" ContentType="%s"/></Types>'
            % (PKG, part, main))


def rels(*triples, base=REL):
    """Each: id, last word of the type, target."""
    return (XML + '<Relationships xmlns="%s/relationships">' % PKG +
            "".join('<Relationship Id="%s" Type="%s/%s" Target="%s"/>'
                    % (i, base, t, to) for i, t, to in triples) +
            "</Relationships>")


def workbook(sheets, more="", ns=MAIN, rel=REL):
    """Each sheet: name, id, more attributes."""
    return (XML + '<workbook xmlns="%s" xmlns:r="%s">%s<sheets>' %
            (ns, rel, more) +
            "".join('<sheet name="%s" sheetId="%d" r:id="%s"%s/>'
                    % (name, n + 1, i, attrs)
                    for n, (name, i, attrs) in enumerate(sheets)) +
            "</sheets></workbook>")


def sheet(rows, before="", after="", ns=MAIN):
    return (XML + '<worksheet xmlns="%s">%s<sheetData>%s</sheetData>%s'
            "</worksheet>" % (ns, before, rows, after))


def strings(*items):
    """Each: what stands inside <si>."""
    return (XML + '<sst xmlns="%s">' % MAIN +
            "".join("<si>%s</si>" % i for i in items) + "</sst>")


def styles(cells, formats=()):
    """cells: numFmtId of each style; formats: pairs of id and code."""
    return (XML + '<styleSheet xmlns="%s"><numFmts>' % MAIN +
            "".join('<numFmt numFmtId="%d" formatCode="%s"/>' % f
                    for f in formats) +
            '</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
            "<cellXfs>" +
            "".join('<xf numFmtId="%d"/>' % c for c in cells) +
            "</cellXfs></styleSheet>")


def parts(rows="", before="", after="", **more):
    """The parts of a workbook with one sheet; more replaces or adds parts by
    short name, None removes one."""
    p = {
        "types": types(),
        "top": rels(("rId1", "officeDocument", "xl/workbook.xml")),
        "workbook": workbook([("Sheet1", "rId1", "")]),
        "rels": rels(("rId1", "worksheet", "worksheets/sheet1.xml"),
                     ("rId2", "sharedStrings", "sharedStrings.xml"),
                     ("rId3", "styles", "styles.xml")),
        "sheet": sheet(rows, before, after),
        "strings": strings(),
        "styles": styles([0]),
    }
    p.update(more)
    names = {
        "types": "[Content_Types].xml",
        "top": "_rels/.rels",
        "workbook": "xl/workbook.xml",
        "rels": "xl/_rels/workbook.xml.rels",
        "sheet": "xl/worksheets/sheet1.xml",
        "strings": "xl/sharedStrings.xml",
        "styles": "xl/styles.xml",
    }
    return [(names.get(k, k), v) for k, v in p.items() if v is not None]


def zipped(entries, how=zipfile.ZIP_DEFLATED, level=9):
    """Entries: pairs of name, or ZipInfo, and content."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        for name, data in entries:
            info = name
            if not isinstance(name, zipfile.ZipInfo):
                info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                info.compress_type = how
            info.create_system = 0 if info.external_attr == 0 else 3
            if isinstance(data, str):
                data = data.encode()
            z.writestr(info, data, compresslevel=level)
    return out.getvalue()


def book(rows="", before="", after="", **more):
    return zipped(parts(rows, before, after, **more))
