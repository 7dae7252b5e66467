"""good.py - workbooks that must be read, and what stands in them."""

import package as p

cases = {}


def case(name, data, expected):
    cases[name] = (data, expected)


def n(ref, value, style=0):
    return '<c r="%s" s="%d"><v>%s</v></c>' % (ref, style, value)


def s(ref, i):
    return '<c r="%s" t="s"><v>%d</v></c>' % (ref, i)


def inline(ref, inside):
    return '<c r="%s" t="inlineStr"><is>%s</is></c>' % (ref, inside)


def row(number, *cells, attrs=""):
    return '<row r="%d"%s>%s</row>' % (number, attrs, "".join(cells))


case("phonetic", p.book(
    row(1, s("A1", 0), s("B1", 1), s("C1", 2)),
    strings=p.strings(
        '<t>霞が関支店</t><rPh sb="0" eb="3"><t>カスミガセキ</t></rPh>'
        '<rPh sb="3" eb="5"><t>シテン</t></rPh><phoneticPr fontId="1"/>',
        '<r><t>見本</t></r><r><rPr><b/></rPr><t>株式会社</t></r>'
        '<rPh sb="0" eb="2"><t>ミホン</t></rPh>',
        "<t/>")), """
sheet Sheet1
row 1
0 text 霞が関支店
1 text 見本株式会社
""")

case("inline", p.book(
    row(1, inline("A1", "<t>サンプル</t>"),
        inline("B1", "<r><t>二</t></r><r><t>つ</t></r>"
               "<rPh sb='0' eb='1'><t>フタ</t></rPh>"),
        inline("C1", "<t></t>"),
        inline("D1", "<t>a &amp; &lt;b&gt; &#x1F3E5;</t>"))), """
sheet Sheet1
row 1
0 text サンプル
1 text 二つ
3 text a & <b> 🏥
""")

case("space", p.book(
    row(1, inline("A1", "<t>  左右  </t>"),
        inline("B1", '<t xml:space="preserve">  左右  </t>'),
        s("C1", 0), s("D1", 1), s("E1", 2)),
    strings=p.strings("<t>\n  整形\n</t>",
                      '<t xml:space="preserve">一行目\n二行目</t>',
                      '<t xml:space="preserve"> </t>')), """
sheet Sheet1
row 1
0 text 左右
1 text   左右  
2 text 整形
3 text 一行目\\n二行目
4 text  
""")

case("escapes", p.book(
    row(1, s("A1", 0), s("B1", 1), s("C1", 2), s("D1", 3), s("E1", 4),
        '<c r="F1" t="str"><f>A1</f><v>a_x000A_b</v></c>'),
    strings=p.strings("<t>上_x000D_下</t>", "<t>_x005F_x0041_</t>",
                      "<t>_x3042__xD83D__x0000_</t>", "<t>file_x86_64</t>",
                      "<t>_x004</t>")), """
sheet Sheet1
row 1
0 text 上\\r下
1 text _x0041_
2 text あ_xD83D__x0000_
3 text file_x86_64
4 text _x004
5 text a\\nb
""")

case("numbers", p.book(
    row(1, n("A1", "1008916"), n("B1", "-5"), n("C1", "3.0"),
        n("D1", "1.008916E6"), n("E1", "0.1"), n("F1", "0.30000000000000004"),
        n("G1", "123456789012345"), n("H1", "1234567890123456"),
        n("I1", "0"), n("J1", " 7 ")) +
    row(2, n("A2", "12345", 1), n("B2", "12345", 2), n("C2", "312345678", 3),
        n("D2", "12", 4), n("E2", "0.5", 5), n("F2", "5", 6)),
    styles=p.styles([0, 164, 165, 166, 167, 9, 168], [
        (164, "0000000"), (165, "[&lt;=999]000;[&lt;=9999]000-00;000-0000"),
        (166, '&quot;電話&quot;0000000000'), (167, "0.00"), (168, "General")])), """
sheet Sheet1
row 1
0 number 1008916
1 number -5
2 number 3
3 number 1008916
4 number 0.1
5 number 0.3
6 number 123456789012345
7 number 1.23456789012346e+15
8 number 0
9 number 7
row 2
0 number 0012345
1 number 0012345
2 number 0312345678
3 number 12
4 number 0.5
5 number 5
""")

case("dates", p.book(
    row(1, n("A1", "44607", 1), n("B1", "44607.5", 2), n("C1", "0.375", 3),
        n("D1", "1", 1), n("E1", "59", 1), n("F1", "60", 1), n("G1", "61", 1),
        n("H1", "44607.999999999", 1), n("I1", "2958465", 1)) +
    row(2, n("A2", "44607", 4), n("B2", "44607", 5), n("C2", "44607", 6),
        n("D2", "0.5", 7), n("E2", "44607", 8), n("F2", "44607", 9),
        n("G2", "-1", 1), n("H2", "44607", 10), n("I2", "2958466", 1)) +
    row(3, '<c r="A3" t="d"><v>2022-02-15</v></c>',
        '<c r="B3" t="d"><v>2022-02-15T00:00:00</v></c>',
        '<c r="C3" t="d"><v>2022-02-15T13:05:00.000Z</v></c>'),
    styles=p.styles([0, 14, 22, 20, 57, 30, 164, 165, 166, 167, 168], [
        (164, "[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"),
        (165, "[h]:mm"), (166, "yyyy/mm/dd"),
        (167, "0&quot;day&quot;"), (168, "[Magenta]#,##0\\d")])), """
sheet Sheet1
row 1
0 date 2022-02-15
1 date 2022-02-15 12:00:00
2 date 09:00:00
3 date 1900-01-01
4 date 1900-02-28
5 date 1900-02-29
6 date 1900-03-01
7 date 2022-02-16
8 date 9999-12-31
row 2
0 date 2022-02-15
1 date 2022-02-15
2 date 2022-02-15
3 date 12:00:00
4 date 2022-02-15
5 number 44607
6 number -1
7 number 44607
8 number 2958466
row 3
0 date 2022-02-15
1 date 2022-02-15
2 date 2022-02-15 13:05:00
""")

case("since_1904", p.book(
    row(1, n("A1", "43145", 1)), styles=p.styles([0, 14]),
    workbook=p.workbook([("Sheet1", "rId1", "")],
                        '<workbookPr date1904="1"/>')), """
sheet Sheet1
row 1
0 date 2022-02-15
""")

case("formulas", p.book(
    row(1, '<c r="A1"><f>1+2</f><v>3</v></c>',
        '<c r="B1" t="str"><f>"見"&amp;"本"</f><v>見本</v></c>',
        '<c r="C1" t="str"><f>""</f><v></v></c>',
        '<c r="D1"><f>1+1</f></c>', '<c r="E1"><f>1+1</f><v/></c>',
        '<c r="F1" t="b"><f>TRUE()</f><v>1</v></c>',
        '<c r="G1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
        '<c r="H1" t="s"><f t="shared" si="0"/><v>0</v></c>',
        '<c r="I1" t="str"><f>B1</f></c>'),
    strings=p.strings("<t>共有</t>")), """
sheet Sheet1
row 1
0 number 3
1 text 見本
3 unsaved 
4 unsaved 
5 bool TRUE
6 error #DIV/0!
7 text 共有
8 unsaved 
""")

case("kinds", p.book(
    row(1, '<c r="A1" t="b"><v>1</v></c>', '<c r="B1" t="b"><v>0</v></c>',
        '<c r="C1" t="e"><v>#N/A</v></c>', '<c r="D1" t="n"><v>1</v></c>',
        '<c r="E1" s="99"><v>2</v></c>')), """
sheet Sheet1
row 1
0 bool TRUE
1 bool FALSE
2 error #N/A
3 number 1
4 number 2
""")

case("hidden", p.book(
    row(1, n("A1", 1), n("B1", 2), n("C1", 3)) +
    row(2, n("A2", 4), attrs=' hidden="1"') + row(5, n("C5", 5)),
    before='<cols><col min="2" max="2" hidden="true"/>'
           '<col min="3" max="16384" width="9"/></cols>'), """
sheet Sheet1
row 1
0 number 1
1 number hidden 2
2 number 3
row 2 hidden
0 number 4
row 5
2 number 5
""")

case("merged", p.book(
    row(1, inline("A1", "<t>住所</t>"), '<c r="B1"/>',
        inline("C1", "<t>人数</t>")) +
    row(2, inline("A2", "<t>本社</t>"), n("C2", 1)) +
    row(3, '<c r="A3"/>', n("C3", 2)) + row(4, '<c r="A4"/>', '<c r="C4"/>') +
    row(5, n("C5", 3)) + row(6, n("C6", 4)),
    after='<mergeCells count="3"><mergeCell ref="A2:A5"/>'
          '<mergeCell ref="A1:B1"/><mergeCell ref="C1:C1"/></mergeCells>'), """
sheet Sheet1
row 1
0 text 住所
2 text 人数
row 2
0 text 本社
2 number 1
row 3
0 text merged 本社
2 number 2
row 5
0 text merged 本社
2 number 3
row 6
2 number 4
""")

case("no_references", p.book(
    "<row><c><v>1</v></c><c/><c><v>2</v></c></row>"
    '<row><c><v>3</v></c></row><row r="9"><c r="D9"><v>4</v></c>'
    "<c><v>5</v></c></row><row><c><v>6</v></c></row>"), """
sheet Sheet1
row 1
0 number 1
2 number 2
row 2
0 number 3
row 9
3 number 4
4 number 5
row 10
0 number 6
""")

case("blank_rows", p.book(
    row(1, n("A1", 1)) + row(2) + row(3, '<c r="A3" s="0"/>') +
    "".join('<row r="%d"><c r="A%d" s="0"/><c r="XFD%d" s="0"/></row>'
            % (i, i, i) for i in range(4, 300)) +
    '<row r="1048576"><c r="A1048576" s="0"/></row>',
    before='<dimension ref="A1:XFD1048576"/>'), """
sheet Sheet1
row 1
0 number 1
""")

three = p.rels(("rId7", "worksheet", "worksheets/c.xml"),
               ("rId2", "worksheet", "/xl/worksheets/a.xml"),
               ("rId3", "worksheet", "../xl/./worksheets/b.xml"),
               ("rId4", "chartsheet", "chartsheets/sheet1.xml"))
case("sheets", p.book(
    sheet=None, strings=None, styles=None, rels=three,
    workbook=p.workbook([("A&amp;B &lt;一覧&gt;", "rId2", ' state="hidden"'),
                         ("グラフ", "rId4", ""), ("二番目", "rId7", ""),
                         ("最後", "rId3", ' state="veryHidden"')]),
    **{"xl/worksheets/c.xml": p.sheet(row(1, n("A1", 3))),
       "xl/worksheets/a.xml": p.sheet(row(1, n("A1", 1))),
       "XL/Worksheets/B.xml": p.sheet(row(1, n("A1", 2)))}), """
sheet hidden A&B <一覧>
row 1
0 number 1
sheet 二番目
row 1
0 number 3
sheet hidden 最後
row 1
0 number 2
""")

case("strict", p.book(
    types=p.types(part="/book/main.xml"),
    top=p.rels(("x", "officeDocument", "/book/main.xml"), base=p.STRICT_REL),
    workbook=None, rels=None, sheet=None, strings=None, styles=None,
    **{"book/main.xml": p.workbook([("S", "y", "")], ns=p.STRICT,
                                   rel=p.STRICT_REL),
       "book/_rels/main.xml.rels": p.rels(("y", "worksheet", "one.xml"),
                                          base=p.STRICT_REL),
       "book/one.xml": p.sheet(row(1, n("A1", 1), inline("B1", "<t>字</t>")),
                               ns=p.STRICT)}), """
sheet S
row 1
0 number 1
1 text 字
""")

case("prefixes", p.book(
    sheet=p.XML + '<x:worksheet xmlns:x="%s" xmlns:o="urn:other"><x:sheetData>'
    '<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c><o:c><o:v>9</o:v></o:c>'
    '<x:c r="B1" t="inlineStr"><x:is><x:t>字</x:t></x:is></x:c></x:row>'
    "</x:sheetData></x:worksheet>" % p.MAIN), """
sheet Sheet1
row 1
0 number 1
1 text 字
""")

utf16 = p.sheet(row(1, inline("A1", "<t>全角</t>")),
                after='<mergeCells><mergeCell ref="A1:A2"/></mergeCells>')
case("utf16", p.book(
    sheet=utf16.replace("UTF-8", "UTF-16").encode("utf-16"),
    strings=b"\xef\xbb\xbf" + p.strings("<t>印</t>").encode()), """
sheet Sheet1
row 1
0 text 全角
""")

case("harmless", p.book(
    sheet=p.XML + "<?program does?><!-- note --><worksheet xmlns='%s' "
    "xmlns:xi='http://www.w3.org/2001/XInclude'><sheetData>"
    "<row r='1'><c r='A1'><!-- > --><v>1<?x y?>2</v></c></row></sheetData>"
    "<xi:include href='file:///etc/passwd'/></worksheet><!-- end -->"
    % p.MAIN,
    **{"../../etc/evil": "x", "/absolute": "x", "xl\\..\\x": "x",
       "xl/vbaProject.bin": "not read", "xl/media/image1.png": "not read"}), """
sheet Sheet1
row 1
0 number 12
""")

case("stored", p.zipped(p.parts(row(1, n("A1", 1))), how=0), """
sheet Sheet1
row 1
0 number 1
""")
