"""What already stands where a workbook is to be written: nobody's work is written over."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.writing.fingerprint import Written, holds_what_was_written
from xl_scorecard.writing.own_sheets import sheets_of_ours
from xl_scorecard.writing.swap import Stamp


@dataclass(frozen=True)
class StandingOutput:
    """The file that an output is to replace, as it was when it was opened.

    `workbook` is None where it is none that can be read.
    """

    path: Path
    name: str
    read_at: Stamp
    workbook: Workbook | None

    def refuse_edited(self, written: Written) -> None:
        """Raise WorkbookError (edited) where more than our own sheets would be lost by it.

        `written` is the workbook that is to take its place.
        """
        if self.workbook is None:
            raise self._edited("is no workbook that xl-scorecard wrote, or cannot be read any more")
        own = list(sheets_of_ours(self.workbook).values())
        if not holds_what_was_written(self.workbook, own, written):
            raise self._edited(
                "was changed since xl-scorecard wrote it"
                if own
                else "was not written by xl-scorecard"
            )

    def _edited(self, why: str) -> WorkbookError:
        return WorkbookError(
            "edited",
            f"{self.name}: {self.path} stands there already and {why}; nothing was written: move "
            "it away, or add --overwrite",
        )
