#!/usr/bin/python3
"""read.py - the peer of the import: merely reads every cell of a workbook.

    read.py FILE

openpyxl's own advice for large files: read_only, values alone, one pass.
Prints: rows=N cells=N ms=N peak_kib=N
"""
import resource
import sys
import time

import openpyxl

began = time.perf_counter()
book = openpyxl.load_workbook(sys.argv[1], read_only=True)
rows = cells = 0
for row in book.worksheets[0].iter_rows(values_only=True):
    rows += 1
    for value in row:
        if value is not None:
            cells += 1
ms = (time.perf_counter() - began) * 1000
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(f'rows={rows} cells={cells} ms={ms:.0f} peak_kib={peak}')
