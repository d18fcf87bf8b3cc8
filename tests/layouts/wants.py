"""What a layout can show, so that only such truths are described for it."""

from __future__ import annotations

from dataclasses import dataclass

from tests.layouts.times import Span
from tests.layouts.truth import Covers, Unit

ALL_POLARITIES = ("high_low", "high_low", "letters", "smaller", "arrows", "sentence", "none")
EVERY_UNIT = tuple(Unit)
EVERY_COVER = tuple(Covers)


@dataclass(frozen=True)
class Wants:
    """The choices a layout leaves open; a choice that is named more often is made more often."""

    spans: tuple[Span, ...] = (Span.QUARTER, Span.QUARTER, Span.MONTH)
    starts: tuple[int, ...] = (4,)
    history: tuple[int, int] = (3, 8)
    how_many: tuple[int, int] = (4, 9)
    polarity: tuple[str, ...] = ("high_low", "high_low", "letters", "smaller")
    target: tuple[str, ...] = ("figure", "figure", "figure", "year", "words")
    tolerance: tuple[str, ...] = ("none", "none", "column")
    rag: tuple[str, ...] = ("none", "none", "word", "word", "letter", "fill", "achieved")
    travel: tuple[str, ...] = ("none", "none", "words", "arrows")
    sections: tuple[str, ...] = ("none", "column")
    references: tuple[bool, ...] = (True, True, False)
    units: tuple[Unit, ...] = EVERY_UNIT
    covers: tuple[Covers, ...] = EVERY_COVER
    bare_percent: tuple[bool, ...] = (False, False, True)
    basis: tuple[bool, ...] = (False, False, True)
    unit_column: tuple[bool, ...] = (False, True)
    comments: tuple[bool, ...] = (False, True)
    sites: bool = False
    parts: bool = False
    clear_names: bool = False
    gaps: bool = True
