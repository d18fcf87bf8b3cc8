"""The workbook open in Excel as a host of the one refresh."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

from xl_scorecard.button.asked import asked
from xl_scorecard.button.held_cells import formulas_of
from xl_scorecard.button.live_notes import look_at
from xl_scorecard.button.live_sheets import LiveSheets
from xl_scorecard.button.live_writer import apply
from xl_scorecard.button.looked_at import refuse_unwritable
from xl_scorecard.button.open_book import OpenBook
from xl_scorecard.button.ours import OpenWorkbook, Ours, find_ours
from xl_scorecard.domain.acceptance import Answers
from xl_scorecard.domain.edits import Edits
from xl_scorecard.domain.grid import Grid
from xl_scorecard.domain.ours import CHECKS
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.domain.scorecard import Former
from xl_scorecard.errors import WorkbookError
from xl_scorecard.reading.sheets.sources import SheetSource


class LiveHost:
    """An open workbook: what an earlier press left is written over where it stands."""

    def __init__(self, book: Any, path: Path, rule_sets: Iterable[RuleSet]) -> None:
        self.path = path
        self.output = path
        self.there = OpenBook(book)
        """The workbook, with what is known of it."""
        tabs = self.there.tabs
        if not tabs:
            raise WorkbookError("no_scorecard", f"{path.name}: has no worksheets, only charts")
        known = formulas_of(next(iter(tabs.values())).range("A1")) is not None
        self._ours = find_ours(self.there, rule_sets, formulas_known=known)

    @property
    def ours(self) -> Ours:
        """What an earlier press left."""
        return self._ours

    @property
    def former(self) -> Sequence[Former]:
        """Where blocks of ours stand."""
        return self._ours.former

    @property
    def answers(self) -> Answers:
        """What officers answered to findings on the Checks sheet."""
        name = self._ours.sheets.get(CHECKS)
        if name is None:
            return {}
        there = look_at(self.there.tabs[name], CHECKS, self._ours.drawn)
        return there.found.answers(there.texts)

    @property
    def taken(self) -> Sequence[str]:
        """The names of the sheets that are not ours."""
        ours = self._ours.sheets.values()
        return [name for name in self.there.tabs if name not in ours]

    def sheets(self) -> AbstractContextManager[SheetSource]:
        """The worksheets to read."""
        sheets = LiveSheets(self.there, list(self._ours.sheets.values()), self._ours.keep)
        return nullcontext(_Noted(sheets, self._ours))

    def refuse(self, sheets: Iterable[str]) -> None:
        """Raise WorkbookError where Excel says that it would not let these sheets be changed, or
        sheets be added; an Excel that does not say refuses later."""
        own = self._ours.sheets.values()
        refuse_unwritable(self.there, dict.fromkeys([*sheets, *own]))

    def write(self, edits: Edits) -> bool:
        """Write the edits; all of ours is made anew, so that there is always a change."""
        in_front = asked(lambda: self.there.book.sheets.active)  # perhaps a chart sheet
        try:
            apply(OpenWorkbook(self.there, self._ours), edits)
        finally:
            if in_front is not None:
                asked(in_front.activate)  # a sheet that is added comes to the front
        return True


class _Noted:
    """Sheets that are noted as they are read: what the officers filled is not to be touched."""

    def __init__(self, sheets: LiveSheets, ours: Ours) -> None:
        self._sheets = sheets
        self._ours = ours

    @property
    def names(self) -> list[str]:
        """The worksheets' names, in tab order."""
        return self._sheets.names

    def top(self, name: str) -> Grid:
        """The first rows of a sheet."""
        return self._sheets.top(name)

    def whole(self, name: str) -> Grid:
        """All of a sheet."""
        grid = self._sheets.whole(name)
        self._ours.note_theirs(grid)
        return grid
