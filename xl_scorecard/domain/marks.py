"""What else a value cell says besides its figure or gap."""

from __future__ import annotations

from enum import StrEnum


class Mark(StrEnum):
    """A remark on an outturn, kept among its flags.

    The first six are those of the Government Statistical Service (2022): [p], [r], [e], [f], [b]
    and [u]. Text with any mark is meant as text: typed again as a number it would lose the mark.
    """

    PROVISIONAL = "provisional"
    REVISED = "revised"
    ESTIMATED = "estimated"
    FORECAST = "forecast"
    BREAK = "break"
    LOW_RELIABILITY = "low reliability"
    APPROXIMATE = "approximate"  # c.80, approx 80, ~80
    NOTE = "note"  # 84.2*, 84.2 [note 3], 84% (Q2 figure)
    COUNTS = "counts"  # 84% (21/25)
    WORKING = "working"  # 21/25 = 84%
    WORDS = "words"  # 711 volunteers, nil
    RATED = "rated"  # 80.9% (R)
    ARROW = "arrow"  # 84% ▲
    BANDED = "banded"  # <5, 90-99
    NOT_UNDERSTOOD = "not understood"
    CODE = "code"  # -999, a number that stands for none
    BELOW_0 = "below 0"  # fewer than none
    ABOVE_ALL = "above all"  # a share of more than the whole
    NO_SHARE = "no share"  # a count among shares
    HIDDEN = "hidden"  # a number that its cell's format does not show
    DISCLOSED = "disclosed"  # a small number of a disclosive indicator
