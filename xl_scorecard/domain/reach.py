"""References of the officers' own formulas: which cells of a sheet they look over."""

from __future__ import annotations

from dataclasses import dataclass

from xl_scorecard.domain.cell_ref import MAX_COLUMN, Range


@dataclass(frozen=True)
class Reference:
    """What one formula of the officers' looks over on a sheet.

    `place` says where the formula stands, as words that begin a sentence; `text` is the range as it
    stands there. What does not `compute` colours or allows cells only, as a conditional format or a
    validation does: no figure of theirs changes with it.
    """

    place: str
    text: str
    over: Range
    computes: bool = True

    @property
    def words(self) -> str:
        """What it looks over: `whole rows (2:2)`, or the range."""
        _, first_column, _, last_column = self.over
        whole_rows = first_column == 1 and last_column == MAX_COLUMN
        return f"whole rows ({self.text})" if whole_rows else self.text

    def takes_in(self, first_row: int, last_row: int) -> bool:
        """Whether it looks over any of these rows."""
        return self.over[0] <= last_row and self.over[2] >= first_row
