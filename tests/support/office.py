"""LibreOffice as an independent reader: it computes every formula anew."""

from __future__ import annotations

import subprocess
from pathlib import Path

from python_calamine import CalamineWorkbook

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


class Office:
    """A LibreOffice with a profile of its own that recalculates whatever it loads."""

    def __init__(self, program: str, folder: Path) -> None:
        self._program = program
        self._folder = folder
        profile = folder / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")

    def recalculated(self, workbook: Path) -> Path:
        """The workbook saved again as .xlsx with every formula computed anew."""
        return self.converted(workbook, "xlsx:Calc MS Excel 2007 XML")

    def converted(self, workbook: Path, to: str) -> Path:
        """The workbook in another format; `to` is an extension, with a filter if need be."""
        out = self._folder / f"out{sum(1 for _ in self._folder.iterdir())}"
        subprocess.run(
            [
                self._program,
                "--headless",
                f"-env:UserInstallation={(self._folder / 'profile').as_uri()}",
                "--convert-to",
                to,
                "--outdir",
                str(out),
                str(workbook),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return out / f"{workbook.stem}.{to.partition(':')[0]}"


class Values:
    """The values of a workbook's cells as calamine reads them."""

    def __init__(self, path: Path) -> None:
        book = CalamineWorkbook.from_path(path)
        self._rows = {
            name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            for name in book.sheet_names
        }

    @property
    def sheets(self) -> list[str]:
        """The sheet names, in tab order."""
        return list(self._rows)

    def at(self, sheet: str, row: int, column: int) -> object:
        """A cell's value, counted from 1; "" for a blank one."""
        rows = self._rows[sheet]
        if row > len(rows) or column > len(rows[row - 1]):
            return ""
        return rows[row - 1][column - 1]

    def row(self, sheet: str, row: int) -> list[object]:
        """A row's values."""
        return list(self._rows[sheet][row - 1])

    def rows(self, sheet: str) -> list[list[object]]:
        """The values of all rows."""
        return [list(row) for row in self._rows[sheet]]

    def find(self, sheet: str, text: str) -> tuple[int, int]:
        """The first cell with a text, counted from 1."""
        for row, cells in enumerate(self._rows[sheet], 1):
            for column, value in enumerate(cells, 1):
                if value == text:
                    return row, column
        raise AssertionError(f"{sheet} has no cell {text!r}")
