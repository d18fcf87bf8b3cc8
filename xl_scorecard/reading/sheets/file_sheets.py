"""The worksheets of a closed workbook as a source."""

from __future__ import annotations

from collections.abc import Collection

from xl_scorecard.domain.grid import Grid
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.reading.sheets.grids import WorkbookReader


class FileSheets:
    """The worksheets of a closed workbook, but for those to be left out."""

    def __init__(self, workbook: Workbook, leave_out: Collection[str] = ()) -> None:
        self._sheets = {s.name: s for s in workbook.worksheets if s.name not in leave_out}
        self._reader = WorkbookReader(workbook)

    @property
    def names(self) -> list[str]:
        """The worksheets' names, in tab order."""
        return list(self._sheets)

    def top(self, name: str) -> Grid:
        """The first rows of a sheet."""
        return self._reader.top(self._sheets[name])

    def whole(self, name: str) -> Grid:
        """All of a sheet."""
        return self._reader.whole(self._sheets[name])
