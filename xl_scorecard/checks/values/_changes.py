"""How a change may be worked out from two figures, and how near to that a typed one is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.number_words import parse_number

_CLEAR = 3.0
_ROUNDED = 0.0051
"""Half a per cent: changes are shown without decimals."""
_LEAST = 1e-9
_HALF, _FINER = 0.501, 1.5
_DIGITS = 12


class Form(StrEnum):
    """What a change is: of the figures as they stand, in points of percentages kept as fractions
    or the other way round, or a share of the earlier one."""

    DIFFERENCE = "difference"
    POINTS = "points"
    FRACTION = "fraction"
    SHARE = "share"
    PER_CENT = "per cent"


_TIMES = {Form.DIFFERENCE: 1.0, Form.POINTS: 100.0, Form.FRACTION: 0.01,
          Form.SHARE: 1.0, Form.PER_CENT: 100.0}  # fmt: skip
_WORKED_OUT: dict[Form, Callable[[float, float], float]] = {
    Form.SHARE: lambda now, then: (now - then) / abs(then) if then else 0.0,
    Form.PER_CENT: lambda now, then: (now - then) / abs(then) if then else 0.0,
}


@dataclass(frozen=True)
class Given:
    """The change that two figures give, in one form, and a typed one that is held against it."""

    form: Form
    shown: float
    given: float
    near: float

    @property
    def agrees(self) -> bool:
        """Whether the typed one is that, but for rounding."""
        return abs(self.shown - self.given) <= self.near

    @property
    def is_turned(self) -> bool:
        """Whether it is that but for its sign."""
        return abs(self.shown + self.given) <= self.near

    @property
    def is_clear(self) -> bool:
        """Whether it is far enough from nothing for its sign to say something."""
        return abs(self.given) > _CLEAR * self.near


def all_given(shown: float, now: float, then: float, usual: float) -> Iterator[Given]:
    """A typed change against what two figures give, form by form; `usual` is what one of the last
    decimal is worth in the changes typed beside it."""
    for form in Form:
        work_out = _WORKED_OUT.get(form)
        given = (work_out(now, then) if work_out else now - then) * _TIMES[form]
        yield Given(form, shown, given, _near(form, shown, given, (now, then), usual))


def _near(
    form: Form, shown: float, given: float, figures: tuple[float, float], usual: float
) -> float:
    """How far a typed change may be off for being rounded, or its figures: -1 among -1.5 and 0.3 is
    -1.0, and not -0.5 rounded."""
    if form in (Form.SHARE, Form.PER_CENT):
        return _ROUNDED * _TIMES[form]
    typed, worked_with = last_digit(shown), min(map(last_digit, figures)) * _TIMES[form]
    if typed > worked_with:
        typed = max(min(typed, usual), worked_with)
    near = max(_LEAST, abs(given) * _ROUNDED)
    if typed > _FINER * worked_with:
        return max(near, _HALF * typed)
    return max(near, worked_with) if worked_with > _FINER * typed else near


def last_digit(number: float) -> float:
    """What one of the last decimal of a number is worth: 0.1 of 84.2."""
    decimals = f"{number:.{_DIGITS}f}".rstrip("0").partition(".")[2]
    return 10.0 ** -len(decimals)


def number_of(cell: Cell | None) -> float | None:
    """The number in a cell, typed as a number or as a text such as `+2.5%`; none of a formula's."""
    if cell is None or cell.formula is not None:
        return None
    if isinstance(cell.value, float):
        return cell.value
    parsed = parse_number(cell.value) if isinstance(cell.value, str) else None
    return None if parsed is None else parsed[0]
