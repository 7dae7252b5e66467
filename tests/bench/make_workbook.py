#!/usr/bin/python3
"""make_workbook.py - a workbook of 50,000 offices as Excel would save it.

    make_workbook.py TEMPLATE SQL_DATA_FOLDER ROWS OUT

The headings are those of the template (sesshuctl import-offices --template),
texts stand in the table of shared strings, numbers are numbers. Everybody in
it is made up; cities and kinds of business are real.
"""
import sys
import zipfile
from xml.sax.saxutils import escape

import openpyxl

NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def read_table(path):
    with open(path, encoding='utf-8') as f:
        names = f.readline().rstrip('\n').split('\t')
        return [dict(zip(names, line.rstrip('\n').split('\t'))) for line in f]


class Shared:
    """Each text once, in the order of its first use."""

    def __init__(self):
        self.index = {}
        self.count = 0

    def __call__(self, text):
        self.count += 1
        return self.index.setdefault(text, len(self.index))

    def xml(self):
        yield (f'{HEAD}<sst {NS} count="{self.count}" '
               f'uniqueCount="{len(self.index)}">')
        for text in self.index:
            yield f'<si><t xml:space="preserve">{escape(text)}</t></si>'
        yield '</sst>'


def letters(n):
    return letters(n // 26 - 1) + chr(65 + n % 26) if n > 25 else chr(65 + n)


def places(folder):
    """Prefecture and city, as people write them: no name twice in one."""
    prefs = {p['code']: p['name'] for p in read_table(f'{folder}/prefecture.tsv')}
    return [(prefs[c['pref']], c['name']) for c in read_table(f'{folder}/city.tsv')]


def trades(folder):
    """Type and first detail where there is nothing to choose below."""
    types = read_table(f'{folder}/business_type.tsv')
    names = {t['code']: t['name'] for t in types}
    parents = {t['parent'] for t in types}
    return [(names[t['parent']], t['name']) for t in types
            if t['level'] == '2' and t['code'] not in parents]


WIDE = str.maketrans('0123456789- ', '０１２３４５６７８９－　')


def typed(i, text):
    """As the template asks, wide; every fifth clerk types as it comes."""
    return text if i % 5 == 0 else text.translate(WIDE)


def office(i, place, trade, hospital):
    secured = i % 12 != 0
    cells = {
        '事業所名': typed(i, f'サンプル商事 第{i}営業所'),
        '事業所名（ふりがな）': 'さんぷるしょうじえいぎょうしょ',
        '郵便番号': f'{1000000 + i % 8000000:07d}',
        '所在地（都道府県）': place[0],
        '所在地（市区町村）': place[1],
        '所在地（町名以下）': typed(
            i, f'見本町{i % 9 + 1}丁目{i % 30 + 1}番{i % 20 + 1}号'),
        '電話番号': (f'03-{i % 10000:04d}-{i * 7 % 10000:04d}' if i % 5 == 0
                 else f'03{i * 7 % 100000000:08d}'),
        '申請事業者の全従業者数': 40 + i % 300,
        '事業の種類': trade[0],
        '事業の種類の細目①': trade[1],
        'うち申請事業者の登録対象業務の従業者数': 10 + i % 30,
        'うち外部事業者の登録対象業務の従業者数': i % 5,
        '事業の種類の備考': ('窓口の担当と現場の担当', '保守', '')[i % 3],
        '接種実施医療機関の確保': '確保済み' if secured else '未確保',
    }
    if i % 4 == 0:
        cells['E-mailアドレス'] = f'office{i}@example.jp'
    if not secured:
        cells['未確保のときに検討している方法'] = '近くの医療機関に相談している'
        return cells
    cells.update({
        '医療機関名': typed(i, f'見本病院{hospital}'),
        '医療機関名（ふりがな）': 'みほんびょういん',
        '医療機関の郵便番号': f'{2000000 + hospital:07d}',
        '医療機関の所在地（都道府県）': place[0],
        '医療機関の所在地（市区町村）': place[1],
        '医療機関の所在地（町名以下）': typed(i, f'見本台{hospital % 40 + 1}番'),
        '医療機関の電話番号': f'03{hospital:08d}',
    })
    return cells


def rows(headings, folder, count):
    towns, kinds = places(folder), trades(folder)
    yield ['事業所一覧']
    yield headings
    for i in range(1, count + 1):
        k = i * 7919 % len(towns)
        cells = office(i, towns[k], kinds[i // 40 % len(kinds)], k)
        unknown = cells.keys() - set(headings)
        if unknown:
            sys.exit(f'the template has no column {unknown}')
        yield [cells.get(h) for h in headings]


def row_xml(number, values, shared):
    out = [f'<row r="{number}">']
    for n, value in enumerate(values):
        at = f'{letters(n)}{number}'
        if value is None or value == '':
            continue
        if isinstance(value, int):
            out.append(f'<c r="{at}"><v>{value}</v></c>')
        else:
            out.append(f'<c r="{at}" t="s"><v>{shared(value)}</v></c>')
    return ''.join(out) + '</row>'


def main(template, folder, count, to):
    book = openpyxl.load_workbook(template, read_only=True)
    sheet = book.worksheets[0]
    headings = [c.value for c in next(sheet.iter_rows(min_row=2, max_row=2))]
    shared = Shared()
    with zipfile.ZipFile(to, 'w', zipfile.ZIP_DEFLATED) as z:
        with z.open('xl/worksheets/sheet1.xml', 'w') as f:
            last = f'{letters(len(headings) - 1)}{int(count) + 2}'
            f.write((f'{HEAD}<worksheet {NS}><dimension ref="A1:{last}"/>'
                     '<sheetData>').encode())
            for n, values in enumerate(rows(headings, folder, int(count))):
                f.write(row_xml(n + 1, values, shared).encode())
            f.write(b'</sheetData></worksheet>')
        with z.open('xl/sharedStrings.xml', 'w') as f:
            for part in shared.xml():
                f.write(part.encode())
        rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
        pack = 'http://schemas.openxmlformats.org/package/2006'
        main_type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'
        z.writestr('xl/workbook.xml', (
            f'{HEAD}<workbook {NS} xmlns:r="{rel}"><sheets>'
            f'<sheet name="{escape(sheet.title)}" sheetId="1" r:id="rId1"/>'
            '</sheets></workbook>'))
        z.writestr('xl/_rels/workbook.xml.rels', (
            f'{HEAD}<Relationships xmlns="{pack}/relationships">'
            f'<Relationship Id="rId1" Type="{rel}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="rId2" Type="{rel}/sharedStrings" Target="sharedStrings.xml"/>'
            '</Relationships>'))
        z.writestr('_rels/.rels', (
            f'{HEAD}<Relationships xmlns="{pack}/relationships">'
            f'<Relationship Id="rId1" Type="{rel}/officeDocument" Target="xl/workbook.xml"/>'
            '</Relationships>'))
        z.writestr('[Content_Types].xml', (
            f'{HEAD}<Types xmlns="{pack}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{main_type}sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{main_type}worksheet+xml"/>'
            f'<Override PartName="/xl/sharedStrings.xml" ContentType="{main_type}sharedStrings+xml"/>'
            '</Types>'))


if __name__ == '__main__':
    main(*sys.argv[1:])
