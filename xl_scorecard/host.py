"""Where a workbook is reached: a closed file, or the one open in Excel."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from xl_scorecard.domain.acceptance import Answers
from xl_scorecard.domain.edits import Edits
from xl_scorecard.domain.scorecard import Former
from xl_scorecard.reading.sheets.sources import SheetSource


class Host(Protocol):
    """A workbook that can be read and refreshed, less what an earlier refresh left in it."""

    @property
    def path(self) -> Path:
        """The workbook; rule sets know it by the name."""

    @property
    def output(self) -> Path | None:
        """Where the result goes; None where nothing is to be written."""

    @property
    def former(self) -> Sequence[Former]:
        """Where blocks of ours stood, to be used again."""

    @property
    def taken(self) -> Sequence[str]:
        """The names of the sheets that stay, whatever is on them: no sheet of ours is called so."""

    @property
    def answers(self) -> Answers:
        """What officers answered to findings: that they accept one, and why."""

    def sheets(self) -> AbstractContextManager[SheetSource]:
        """The worksheets to read; cells and sheets of ours count as empty, or are not among them.

        Cells of ours that the officers typed over are theirs, and are read.
        """

    def refuse(self, sheets: Iterable[str]) -> None:
        """Raise WorkbookError where the host knows that these sheets may not be written."""

    def write(self, edits: Edits) -> bool:
        """Write the edits in place of what an earlier refresh left, once; says if that is a change.

        What the officers typed over cells of ours stays. Raises WorkbookError where nothing, or
        not all, could be written.
        """
