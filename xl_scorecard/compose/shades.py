"""Colours beside the scorecard that are those of no status: what waits, and what varies."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.compose.formulas import quoted
from xl_scorecard.compose.register.headings import REFRESH
from xl_scorecard.domain import palette
from xl_scorecard.domain.cell_ref import column_letters, range_a1
from xl_scorecard.domain.edits import Shade, says
from xl_scorecard.domain.ours import MARK
from xl_scorecard.domain.variation.told import Signal
from xl_scorecard.domain.variation.words import beginning

REFRESH_FILL, REFRESH_TEXT = "#FFF4CE", "#5C4400"
_SIGNALS = {
    Signal.IMPROVING: palette.IMPROVING,
    Signal.CONCERNING: palette.CONCERNING,
}


def waiting(reference: str, letters: str) -> Shade:
    """The colour of what says Refresh in a column."""
    return Shade(reference, f"AND({says(letters, REFRESH)},{MARK})", REFRESH_FILL, REFRESH_TEXT)


def of_variation(column: int, first: int, last: int) -> Iterator[Shade]:
    """The colours of a column of variation, from its first row to its last."""
    letters, reference = column_letters(column), range_a1(first, column, last, column)
    for signal, (fill, text) in _SIGNALS.items():
        words = beginning(signal)
        begins = f"LEFT(INDEX(${letters}:${letters},ROW()),{len(words)})={quoted(words)}"
        yield Shade(reference, f"AND({begins},{MARK})", fill, text)
    yield waiting(reference, letters)
