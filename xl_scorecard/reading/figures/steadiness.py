"""Which cells of a row of percentages decide how its others are read.

Nobody can say it from the cells at sight: whether 0.13 beside 13.1 is 13% hangs on how many of
either there are, on which carry a sign, on the target. So it is tried: the row is read with other
contents in one cell after the other, and what changes beside that cell hangs on it. A formula that
follows a figure typed since needs to know.

Where a row is read alike with and without its percent formats, it is tried without them as well:
an open workbook does not tell them, and what is said of a row is the same by either route.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from xl_scorecard.domain.grid import Cell, Value
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scale import HUNDRED, MOST_AS_FRACTION
from xl_scorecard.domain.scorecard import Outturn
from xl_scorecard.domain.steady import Steady
from xl_scorecard.ooxml.number_formats import is_percent
from xl_scorecard.reading.figures.kept import Scale, bare_number, scale_of, signed_share
from xl_scorecard.reading.figures.outturns import (
    factor_of_target,
    in_one_scale,
    number_in,
    read_outturn,
)
from xl_scorecard.reading.figures.series import FigurePlace

_SPREADS = (8.0, 2.5, 1.7, 1.25)
"""So far off the row's own figures others are tried: widely, and if that is not steady, nearby."""
_PLAINLY_IN_HUNDREDS = 4.0
"""With two numbers from there on in a row nothing that is typed makes fractions of them."""
_NEAR_ENOUGH = 5.0
"""Fractions stay so beside a percentage with its sign that is up to so far below them."""
_FAR_TARGET = 10.0
"""Beside a target of 10 or more fractions stay so, whatever they are."""
_CLOSE = 1e-9


AsRead = tuple[Scale, Mapping[Period, Outturn]]
"""The scale of a row, and the outturns that were read in it."""
_Held = tuple[int, type, Value]
"""The place of a cell in the row, and what it holds."""
_Typed = tuple[float | str | None, float | None]
"""What is typed, and the share it is meant to be."""
_NOTHING: _Typed = (None, None)


class _Read(NamedTuple):
    """A row of percentages as it is read."""

    scale: Scale
    of_target: float
    """the factor of the target's number"""
    outturns: tuple[Outturn, ...]

    @property
    def alike(self) -> tuple[object, ...]:
        """What is the same of two rows that are read alike."""
        each = tuple((o.value, o.factor, o.held) for o in self.outturns)
        return self.scale.factor, self.scale.unclear, self.of_target, each

    def beside(self, place: int | None) -> tuple[object, ...]:
        """What is read beside one of its cells, the target where there is no place: of two cells
        of a period one is read, so that both are what it is about."""
        period = None if place is None else self.outturns[place].period
        values = tuple(o.value for o in self.outturns if o.period != period)
        factor = 1.0 if place is None else self.of_target
        return self.scale.factor, self.scale.unclear, factor, values


def steadiness(
    places: Sequence[FigurePlace],
    figures: Sequence[Cell | None],
    target: Cell | None,
    usual: float | None,
    as_read: AsRead | None = None,
) -> Steady | None:
    """How far a row of percentages may be typed anew and its other cells be read as they were;
    None where anything that counts as one of its figures leaves the others as they are.

    `as_read` is how the row was read, where that is known.
    """
    row = [*figures, target]
    formatted = [cell is not None and is_percent(cell.number_format) for cell in row]
    as_told = Trial(places, figures, target, usual, as_read)
    if not any(formatted):
        return as_told.steady()
    bare = [c and c._replace(number_format="General") for c in row]
    untold = Trial(places, bare[:-1], bare[-1], usual)
    if as_told.is_plain and untold.is_plain:
        return None
    if not untold.reads_as(as_told):
        return as_told.steady()  # the formats decide
    by_told, by_untold = as_told.steady(), untold.steady()
    if by_told is None or by_untold is None:
        return by_told or by_untold
    return by_told.beside(by_untold)


class Trial:
    """A row of percentages, to be read with other contents in one of its cells."""

    def __init__(
        self,
        places: Sequence[FigurePlace],
        figures: Sequence[Cell | None],
        target: Cell | None,
        usual: float | None,
        as_read: AsRead | None = None,
    ) -> None:
        self._places, self._figures = places, list(figures)
        self._target, self._usual, self._as_read = target, usual, as_read
        self._each_read: defaultdict[Scale, dict[_Held, Outturn]] = defaultdict(dict)

    def steady(self) -> Steady | None:
        """How far it is steady; None where anything that counts as one of its figures leaves the
        others as they are."""
        if self.is_plain:
            return None
        known = [abs(o.value) for o in self._as_is.outturns if o.value]
        if not known:
            return None
        least, most = min(known), max(known)
        if self._plainly_fractions():
            return self._of_fractions()
        found = None
        for spread in _SPREADS:
            low, high = least / spread, min(most * spread, max(most, 1.0))
            found = self._within(low, high, nearby=spread != _SPREADS[0])
            if found.everywhere:
                break
        return found

    def reads_as(self, other: Trial) -> bool:
        """Whether each of its figures, and the target, is read as in another."""
        return self._as_is.alike == other._as_is.alike

    @cached_property
    def _as_is(self) -> _Read:
        if self._as_read is None or len(self._as_read[1]) < len(self._places):
            return self._read(self._figures, self._target)
        scale, outturns = self._as_read  # of each period there is one cell, and it was read
        return self._in_scale(scale, outturns, self._figures, self._target)

    @cached_property
    def _bare(self) -> list[float]:
        held = [cell for cell in self._figures if cell is not None]
        return [abs(number) for cell in held if (number := bare_number(cell))]

    @cached_property
    def _signed(self) -> bool:
        return any(cell is not None and signed_share(cell) is not None for cell in self._figures)

    @cached_property
    def is_plain(self) -> bool:
        """Whether all say that they are percentages, or are plainly kept as 84.2."""
        if not self._bare:
            return True
        aim = bare_number(self._target)
        large = aim is None or abs(aim) > MOST_AS_FRACTION
        several = len(self._bare) > 1 and min(self._bare) >= _PLAINLY_IN_HUNDREDS
        return several and large and not self._signed

    @property
    def _shares(self) -> list[float]:
        """The percentages with their sign, the target among them, as fractions."""
        row = [*self._figures, self._target]
        return [abs(share) for cell in row if (share := signed_share(cell))]

    def _plainly_fractions(self) -> bool:
        """Whether its numbers are kept as 0.842, and are so whatever stands there up to 1."""
        if any(cell is not None and is_percent(cell.number_format) for cell in self._figures):
            return False
        aim, share = abs(bare_number(self._target) or 0.0), min(self._shares, default=1.0)
        small = max(self._bare) <= min(1.0, share * _NEAR_ENOUGH)
        as_they_are = self._as_is.scale.factor == 1 and not self._as_is.scale.unclear
        as_they_are = as_they_are and all(o.factor == 1 for o in self._as_is.outturns)
        return small and as_they_are and not 1 < aim < _FAR_TARGET

    def _of_fractions(self) -> Steady:
        """How far fractions are steady; `factor_beside` and `row_scale` have the limits."""
        aim, share = abs(bare_number(self._target) or 0.0), min(self._shares, default=1.0)
        return Steady(
            1.0,
            -math.inf,
            _tidy(min(1.0, share * _NEAR_ENOUGH)),
            signs_from=_tidy(max(self._bare) / _NEAR_ENOUGH),
            target_above=_FAR_TARGET / HUNDRED if aim > 1 else -math.inf,
        )

    def _within(self, low: float, high: float, *, nearby: bool) -> Steady:
        deciding: set[Period] = set()
        by_number: set[Period] = set()
        for alike in self._alike:
            tried = {alike[0], alike[-1]}
            numbers = [(p, t) for p in tried for t in [_NOTHING, *self._numbers(p, low, high)]]
            texts = [(place, typed) for place in tried for typed in self._texts(low, high)]
            periods = (self._places[place].period for place in alike)
            if not all(self._stays(place, typed) for place, typed in numbers):
                deciding.update(periods)
            elif not all(self._stays(place, typed) for place, typed in texts):
                by_number.update(periods)
        return Steady(
            self._as_is.scale.factor,
            _tidy(low * (1 - _CLOSE)),
            _tidy(high * (1 + _CLOSE)),
            nearby,
            frozenset(deciding),
            frozenset(by_number),
            not all(self._stays_beside(value) for value in self._targets(low, high)),
        )

    @cached_property
    def _alike(self) -> list[list[int]]:
        """The places of figures that are kept alike, the least of each first and the highest last:
        what may be typed in place of both may be typed in place of those between."""
        groups: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
        of_period = {self._places[n].period: n for n in reversed(range(len(self._figures)))}
        of_period |= {
            self._places[n].period: n
            for n, cell in reversed(list(enumerate(self._figures)))
            if cell is not None and cell.value is not None
        }
        for place, (cell, was) in enumerate(zip(self._figures, self._as_is.outturns, strict=True)):
            if of_period[self._places[place].period] != place:
                continue  # another cell of its period is the one that is read
            percent = cell is not None and is_percent(cell.number_format)
            text = cell is not None and cell.text
            kept = (
                was.value is None,
                was.factor,
                was.held is None,
                bool(text),
                "%" in (text or ""),
            )
            groups[(percent, *kept)].append(place)
        read = [was.value or 0.0 for was in self._as_is.outturns]
        return [sorted(places, key=read.__getitem__) for places in groups.values()]

    def _numbers(self, place: int, low: float, high: float) -> Iterator[_Typed]:
        """Numbers as they would be typed into a figure's cell."""
        cell, was = self._figures[place], self._as_is.outturns[place]
        times = self._as_is.scale.factor
        if cell is not None and is_percent(cell.number_format):
            times = 1.0
        elif was.stored is not None and was.held is None:
            times = was.factor
        yield from ((round(share * times, 12), share) for share in (low, high))

    def _texts(self, low: float, high: float) -> Iterator[_Typed]:
        for share in (low, high):
            yield f"{share * HUNDRED:.10f}%", share
            if self._as_is.scale.factor == HUNDRED:
                yield f"{share * HUNDRED:.10f}", share

    def _targets(self, low: float, high: float) -> Iterator[float | str | None]:
        if self._target is None:
            return
        yield None
        for share in (low, high):
            yield f"{share * HUNDRED:.10f}%"
            yield round(share * self._as_is.of_target, 12)

    def _stays(self, place: int, typed: _Typed) -> bool:
        """Whether the rest is read as it was with a figure in a cell, and that as it is meant."""
        value, share = typed
        there, cell = self._places[place], self._figures[place]
        other = cell._replace(value=value) if cell else Cell(there.row, there.column, value)
        figures = [*self._figures[:place], other, *self._figures[place + 1 :]]
        read = self._read(figures, self._target)
        own = read.outturns[place].value
        meant = share is None or (own is not None and abs(own - share) <= _CLOSE * max(1.0, share))
        return meant and read.beside(place) == self._as_is.beside(place)

    def _stays_beside(self, value: float | str | None) -> bool:
        """Whether the figures are read as they were with another target."""
        assert self._target is not None
        read = self._read(self._figures, self._target._replace(value=value))
        return read.beside(None) == self._as_is.beside(None)

    def _outturns(self, figures: Sequence[Cell | None], scale: Scale) -> Iterator[Outturn]:
        """Figures in a scale, each read once: most of a row stays in the scale it is in."""
        known = self._each_read[scale]
        for place, (there, cell) in enumerate(zip(self._places, figures, strict=True)):
            value = cell.value if cell is not None else None
            held = place, type(value), value
            if held not in known:
                at = there.row, there.column
                known[held] = read_outturn(cell, there.period, at, scale, as_shown=False)
            yield known[held]

    def _read(self, figures: Sequence[Cell | None], target: Cell | None) -> _Read:
        scale = scale_of(figures, Unit.PERCENT, target, usual=self._usual)
        by_place: dict[Period, Outturn] = {}
        for outturn in self._outturns(figures, scale):
            if by_place.setdefault(outturn.period, outturn).value is None:
                by_place[outturn.period] = outturn
        settled = in_one_scale(by_place, Unit.PERCENT, number_in(target), signed_share(target))
        return self._in_scale(scale, settled, figures, target)

    def _in_scale(
        self,
        scale: Scale,
        outturns: Mapping[Period, Outturn],
        figures: Sequence[Cell | None],
        target: Cell | None,
    ) -> _Read:
        of_target = factor_of_target(target, figures, scale) if target is not None else 1.0
        return _Read(scale, of_target, tuple(outturns[place.period] for place in self._places))


def _tidy(limit: float) -> float:
    """A limit with no more digits than a cell keeps of it."""
    return round(limit, 12)
