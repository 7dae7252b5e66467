#!/usr/bin/python3
"""make.py - workbooks of offices for tests, with the standard library alone.

    make.py CASE FILE           one of the cases below
    make.py big:N FILE          N offices that are all right, each another one
    make.py list                the names of the cases

Columns are named by their headings, as a template has them. Everybody in them
is invented.
"""
import random
import sys
import zipfile
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PKG = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

NAME, KANA = "事業所名", "事業所名（ふりがな）"
ZIP, PREF, CITY = "郵便番号", "所在地（都道府県）", "所在地（市区町村）"
TOWN, TEL, FAX = "所在地（町名以下）", "電話番号", "FAX番号"
MAIL, STAFF = "E-mailアドレス", "申請事業者の全従業者数"
KIND, DETAIL1 = "事業の種類", "事業の種類の細目①"
DETAIL2 = "事業の種類の細目②"
OWN = "うち申請事業者の登録対象業務の従業者数"
EXTERNAL = "うち外部事業者の登録対象業務の従業者数"
NOTE = "事業の種類の備考"
SECURED, HOSPITAL = "接種実施医療機関の確保", "医療機関名"
HKANA, HZIP = "医療機関名（ふりがな）", "医療機関の郵便番号"
HPREF, HCITY = "医療機関の所在地（都道府県）", "医療機関の所在地（市区町村）"
HTOWN, HTEL = "医療機関の所在地（町名以下）", "医療機関の電話番号"
PLAN, NUMBER = "未確保のときに検討している方法", "事業所番号"

OFFICE = {
    NUMBER: "", NAME: "見本支店", KANA: "みほんしてん", ZIP: "1008916",
    PREF: "東京都", CITY: "千代田区", TOWN: "霞が関１丁目２番２号",
    TEL: "0312345678", FAX: "", MAIL: "", STAFF: 100,
    KIND: "医薬品製造業", DETAIL1: "医薬品製造販売業", DETAIL2: "", OWN: 20,
    EXTERNAL: 3, NOTE: "製造15人、保安5人", SECURED: "確保済み",
    HOSPITAL: "見本病院", HKANA: "みほんびょういん", HZIP: "1000002",
    HPREF: "東京都", HCITY: "千代田区", HTOWN: "皇居外苑１番１号",
    HTEL: "0312345670", PLAN: "",
}
HEADS = list(OFFICE)


class Cell:
    """A value that is neither text nor number: (type, style, formula)."""

    def __init__(self, value, kind="", style=0, formula=None):
        self.value, self.kind = value, kind
        self.style, self.formula = style, formula


def date(serial):
    return Cell(serial, style=1)


def column(i):
    name = ""
    i += 1
    while i:
        i, rest = divmod(i - 1, 26)
        name = chr(65 + rest) + name
    return name


class Book:
    def __init__(self, heads=None, sheet="事業所一覧"):
        self.heads = heads or HEADS
        self.rows, self.strings, self.sheet = [], {}, sheet

    def head(self, texts=None):
        self.line(texts or self.heads)

    def line(self, values):
        self.rows.append(list(values))

    def office(self, **changes):
        """One line; changes by the names of the constants above."""
        values = dict(OFFICE)
        values.update({globals()[k]: v for k, v in changes.items()})
        self.line(values.get(h, "") for h in self.heads)

    def business(self, **changes):
        """One more business of the office above."""
        values = {KIND: "医療機器製造業", DETAIL1: "医療機器製造業", OWN: 5,
                  EXTERNAL: 0}
        values.update({globals()[k]: v for k, v in changes.items()})
        self.line(values.get(h, "") for h in self.heads)

    def blank(self, n=1):
        for _ in range(n):
            self.rows.append([" "] * 2)

    def cell(self, ref, value):
        if value in ("", None):
            return ""
        if isinstance(value, Cell):
            kind = f' t="{value.kind}"' if value.kind else ""
            formula = (f"<f>{escape(value.formula)}</f>"
                       if value.formula else "")
            v = "" if value.value is None else f"<v>{escape(str(value.value))}</v>"
            return f'<c r="{ref}" s="{value.style}"{kind}>{formula}{v}</c>'
        if isinstance(value, (int, float)):
            return f'<c r="{ref}"><v>{value}</v></c>'
        i = self.strings.setdefault(value, len(self.strings))
        return f'<c r="{ref}" t="s"><v>{i}</v></c>'

    def sheet_xml(self):
        out = [f'<worksheet xmlns="{MAIN}"><sheetData>']
        names = [column(i) for i in range(64)]
        for r, row in enumerate(self.rows, 1):
            out.append(f'<row r="{r}">')
            out += [self.cell(f"{names[c]}{r}", v) for c, v in enumerate(row)]
            out.append("</row>")
        out.append("</sheetData></worksheet>")
        return "".join(out)

    def save(self, path):
        sheet = self.sheet_xml()
        parts = {
            "[Content_Types].xml":
                f'<Types xmlns="{PKG}/content-types"><Default Extension="rels" '
                'ContentType="application/vnd.openxmlformats-package.'
                'relationships+xml"/>' + "".join(
                    f'<Override PartName="/xl/{n}.xml" '
                    f'ContentType="{TYPE}.{t}+xml"/>' for n, t in (
                        ("workbook", "sheet.main"), ("styles", "styles"),
                        ("worksheets/sheet1", "worksheet"),
                        ("sharedStrings", "sharedStrings"))) + "</Types>",
            "_rels/.rels":
                f'<Relationships xmlns="{PKG}/relationships"><Relationship '
                f'Id="rId1" Type="{DOC}/officeDocument" '
                'Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml":
                f'<workbook xmlns="{MAIN}" xmlns:r="{DOC}"><sheets><sheet '
                f'name="{escape(self.sheet)}" sheetId="1" r:id="rId1"/>'
                '</sheets></workbook>',
            "xl/_rels/workbook.xml.rels":
                f'<Relationships xmlns="{PKG}/relationships">' + "".join(
                    f'<Relationship Id="rId{i}" Type="{DOC}/{t}" '
                    f'Target="{n}.xml"/>' for i, (t, n) in enumerate((
                        ("worksheet", "worksheets/sheet1"),
                        ("sharedStrings", "sharedStrings"),
                        ("styles", "styles")), 1)) + "</Relationships>",
            "xl/styles.xml":
                f'<styleSheet xmlns="{MAIN}"><cellXfs count="2">'
                '<xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/>'
                '</cellXfs></styleSheet>',
            "xl/worksheets/sheet1.xml": sheet,
            "xl/sharedStrings.xml":
                f'<sst xmlns="{MAIN}">' + "".join(
                    f'<si><t xml:space="preserve">{escape(s)}</t></si>'
                    for s in self.strings) + "</sst>",
        }
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
            for name, text in parts.items():
                z.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>'
                           + text)


CASES = {}


def case(fn):
    CASES[fn.__name__] = fn
    return fn


def book(**options):
    b = Book(**options)
    b.head()
    return b


@case
def good():
    """Three offices, the second with two businesses."""
    b = book()
    b.office()
    b.office(NAME="見本工場", KANA="みほんこうじょう", TOWN="内幸町１番１号")
    b.business()
    b.office(NAME="見本倉庫", KANA="みほんそうこ", SECURED="未確保", HOSPITAL="",
             HKANA="", HZIP="", HPREF="", HCITY="", HTOWN="", HTEL="",
             PLAN="見本病院での接種を相談中")
    return b


@case
def changed():
    """The offices of good: one as it was, one changed, one more; one gone."""
    b = book()
    b.office()
    b.office(NAME="見本工場", KANA="みほんこうじょう", TOWN="内幸町１番１号",
             TEL="0399999999")
    b.business()
    b.office(NAME="見本研究所", KANA="みほんけんきゅうじょ")
    return b


@case
def reordered():
    """Columns in another order, headings with marks, breaks and hints."""
    heads = list(reversed(HEADS))
    b = Book(heads=heads)
    b.line(["申請の様式"])
    b.blank()
    texts = {NAME: "※ 事業所名", KANA: "事業所名\n(ふりがな)",
             ZIP: "郵便番号（半角7桁）", OWN: "うち申請事業者",
             EXTERNAL: "うち 外部事業者（必須）", TEL: "ＴＥＬ",
             DETAIL1: "事業の種類の詳細1", HOSPITAL: "※医療機関名　"}
    b.head([texts.get(h, h) for h in heads] + ["社内のメモ"])
    b.office()
    b.business()
    return b


@case
def zeros():
    """Numbers that lost their leading zeros."""
    b = book()
    b.office(ZIP=600001, PREF="北海道", CITY="札幌市中央区",
             TOWN="北一条西１丁目", TEL=112345678, HZIP=1000002,
             HTEL=9012345678)
    return b


@case
def spelled():
    """What people write instead of what the lists say."""
    b = book()
    b.office(KANA="ミホンシテン", ZIP="〒１００－８９１６", PREF=13,
             CITY=" 千代田区　", TEL="（０３）１２３４−５６７８", STAFF="１，２００人",
             KIND="Ｔ０３", DETAIL1="T03-01", OWN="２０", SECURED="確保",
             HKANA="ﾐﾎﾝﾋﾞｮｳｲﾝ", MAIL="ｍｉｈｏｎ＠example.jp")
    b.office(NAME="当別見本支店", KANA="とうべつみほんしてん", ZIP="0610206",
             PREF="北海道", CITY="当別町", TOWN="見本１番",
             HPREF="01", HCITY="札幌市 中央区", HZIP="0600001")
    return b


@case
def formulas():
    b = book()
    b.office(OWN=Cell(12, formula="A1+2"),
             NAME=Cell("計算支店", kind="str", formula='"計算"&"支店"'))
    return b


@case
def unsaved():
    b = book()
    b.office(OWN=Cell(None, formula="A1+2"))
    return b


@case
def kinds():
    """Cells that hold no text."""
    b = book()
    b.office(TOWN=date(44607), FAX=Cell(1, kind="b"),
             TEL=Cell("#REF!", kind="e"))
    return b


@case
def dummies():
    """The hospital that does not exist, as the old system wanted it."""
    b = book()
    b.office(SECURED="", HOSPITAL="病院", HKANA="びょういん", HZIP="1008916",
             HTOWN="霞が関1丁目2-2", HTEL="000000", PLAN="見本病院に相談中")
    b.office(NAME="見本工場", KANA="みほんこうじょう", SECURED="確保済み",
             HOSPITAL="Ｐ", HKANA="ぴー", HZIP=1008916,
             HTOWN="霞ヶ関１丁目２番２号", HTEL="1111111111", PLAN="未定")
    b.office(NAME="見本倉庫", KANA="みほんそうこ", SECURED="",
             HOSPITAL="病院", HKANA="びょういん", HZIP="1008916",
             HTOWN="霞ケ関1-2-2", HTEL="000000")
    return b


@case
def apart():
    """The lines of an office stand apart."""
    b = book()
    b.office()
    b.office(NAME="見本工場", KANA="みほんこうじょう")
    b.office(KIND="医療機器製造業", DETAIL1="医療機器製造業", OWN=1)
    return b


@case
def numbers():
    """Joined by number, wherever they stand."""
    b = book()
    b.office(NUMBER=901)
    b.office(NUMBER=902, NAME="見本工場", KANA="みほんこうじょう")
    b.business(NUMBER=902)
    return b


@case
def differs():
    """One office with two telephone numbers."""
    b = book()
    b.office()
    b.office(TEL="0388888888", KIND="医療機器製造業",
             DETAIL1="医療機器製造業")
    return b


@case
def examples():
    """The lines of the sheet 記入例, left in the list."""
    b = book()
    b.office(NAME="霞が関見本支店", TOWN="霞が関１丁目２番２号　見本ビル５階")
    b.office(NAME="見本工場", TOWN="千代田１番１号")
    b.blank(3)
    b.office()
    b.blank(5)
    return b


@case
def twice():
    b = book()
    b.office()
    b.business(KIND="医薬品製造業", DETAIL1="医薬品製造販売業")
    return b


@case
def many():
    """One business more than an office may have."""
    b = book()
    b.office()
    for i in range(20):
        b.business(OWN=i + 1)
    return b


@case
def wrong():
    """Three offices, two of them with mistakes in several cells."""
    b = book()
    b.office()
    b.office(NAME="見本工場", KANA="見本工場", ZIP="100-89", PREF="見本県",
             TEL="03-1234")
    b.office(NAME="見本倉庫", KANA="みほんそうこ", OWN="二十", EXTERNAL=-1,
             SECURED="たぶん")
    return b


@case
def headless():
    b = Book()
    b.office()
    return b


@case
def no_name():
    b = book(heads=[h for h in HEADS if h not in (NAME, TEL)])
    b.office()
    return b


@case
def no_lines():
    return book()


@case
def markup():
    """What must stay text, everywhere."""
    b = book()
    b.office(NAME="<b>&amp;\"'</b>", KANA="<script>alert(1)</script>",
             TOWN="=1+1", NOTE="=cmd|' /C calc'!A0")
    return b


def big(n):
    """Offices that differ in every way."""
    chance = random.Random(1)
    b = book()
    places = [("東京都", "千代田区"), ("北海道", "札幌市中央区"),
              ("大阪府", "大阪市北区"), ("沖縄県", "那覇市"),
              ("石川県", "鳳珠郡能登町"), ("愛知県", "弥富市")]
    kinds_ = [("医薬品製造業", "医薬品製造販売業"), ("ガス業", "ガス業"),
              ("医療機器製造業", "医療機器製造業")]
    signs = "東西南北中央本町新港山川田原森林野谷浜島"
    for i in range(n):
        word = "".join(chance.choice(signs) for _ in range(4))
        pref, city = chance.choice(places)
        kind, detail = chance.choice(kinds_)
        b.office(NAME=f"サンプル商事{word}営業所{i + 1}号", PREF=pref, CITY=city,
                 ZIP="%07d" % chance.randrange(10 ** 7),
                 TOWN=f"{word}{i % 9 + 1}丁目{i % 30 + 1}番 見本ビル{i % 12 + 1}階",
                 TEL="03-%04d-%04d" % (i // 10000, i % 10000),
                 FAX="03%08d" % i, MAIL=f"office{i}@example.jp",
                 STAFF=500 + i % 100, KIND=kind, DETAIL1=detail,
                 OWN=i % 90 + 1, EXTERNAL=i % 7,
                 NOTE=f"受付{i % 9}人、製造{i % 31}人",
                 HOSPITAL=f"見本{word}病院",
                 HTOWN=f"見本町{i % 9 + 1}-{i % 40}")
    return b


def main():
    name, path = sys.argv[1], sys.argv[-1]
    if name == "list":
        print("\n".join(CASES))
    elif name.startswith("big:"):
        big(int(name[4:])).save(path)
    else:
        CASES[name]().save(path)


if __name__ == "__main__":
    main()
