#!/usr/bin/env python3
"""make.py - writes good/ and bad/: small workbooks, each with what the reader
must say beside it. Run it in this folder after a change; the files are
committed, so tests do not need Python. good/libreoffice.xlsx is not made here:
soffice --headless --convert-to xlsx libreoffice.fods

good/NAME.txt   the sheets, rows and cells:  sheet [hidden] NAME
                row NUMBER [hidden]  /  COLUMN KIND [hidden] [merged] TEXT
bad/NAME.txt    the name of the trouble
"""

import os
import sys

sys.dont_write_bytecode = True
import bad  # noqa: E402
import good  # noqa: E402


def write(folder, cases):
    for name, (data, expected) in cases.items():
        with open(os.path.join(folder, name + ".xlsx"), "wb") as f:
            f.write(data)
        with open(os.path.join(folder, name + ".txt"), "w") as f:
            f.write(expected.strip("\n") + "\n")


os.chdir(os.path.dirname(os.path.abspath(__file__)))
write("good", good.cases)
write("bad", bad.cases)
