"""Green, amber and red in the words of a row or a key, with a hole between two or an overlap."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from xl_scorecard.checks._stated import stated_target
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.amount import Target, parse_target
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.indicator import Polarity, Unit
from xl_scorecard.domain.judgement import Standing
from xl_scorecard.domain.lexicon import any_of, any_word, colour_of_word, lexicon, words_of
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import Outturn, Role, Table
from xl_scorecard.domain.stated_key import by_colour

_DIGITS = 10
_LONGEST = 400
_ENDS = (Role.TARGET, Role.THRESHOLD)


class _Band(NamedTuple):
    """From where to where a colour goes, and whether its ends belong to it."""

    low: float
    high: float
    has_low: bool
    has_high: bool
    cell: Cell
    colour: str


class _Fault(NamedTuple):
    """What is wrong between two bands, the lower one first: the figures from one end to the other
    are in neither of them, or in both."""

    lower: _Band
    upper: _Band
    start: float
    end: float
    overlap: bool
    figure: Outturn | None


def _wrong(context: Context) -> Iterator[Found]:
    """One finding for all rows of a table whose bands are given in the same words."""
    same: defaultdict[tuple[object, ...], list[tuple[AssessedRow, _Fault]]] = defaultdict(list)
    for row in context.rows:
        bands = _bands(row)
        fault = (
            next(_faults(bands, row.measure.unit, row.measure.outturns), None)
            if len(bands) > 1
            else None
        )
        if fault is not None:
            words = (band.cell.text for band in bands)
            same[id(row.table), row.measure.unit, *words].append((row, fault))
    for found in same.values():
        yield _found(*found[0], more=len(found) - 1)
    seen: set[tuple[str, str]] = set()
    for table in context.tables:
        for cell in _beside(table):
            if (table.sheet, cell.ref) not in seen:
                seen.add((table.sheet, cell.ref))
                bands = _bands_of_key(cell)
                fault = next(_faults(bands, Unit.PERCENT, {}), None) if len(bands) > 1 else None
                if fault is not None:
                    yield _of_key(table, cell, fault)


def _beside(table: Table) -> Iterator[Cell]:
    """The texts above and below a table, of which one may be the key."""
    for cell in table.grid.cells.values() if table.upright else ():
        inside = table.header_top <= cell.row <= table.last_row
        if not inside and "%" in cell.text and len(cell.text) <= _LONGEST:
            yield cell


def _bands_of_key(cell: Cell) -> list[_Band]:
    """What a key in one cell says of its colours in percentages; none where it says something else
    of one of them, such as how far from the target it is."""
    found = []
    text = cell.text.casefold()
    if _other_words().search(text) or words_of(lexicon().keys.not_ratings).search(text):
        return []
    for standing, said in by_colour(text):
        words = said.strip(" :;,.()=-–")
        band = _band(cell._replace(value=words), standing.value, Unit.PERCENT)
        if band is None or "%" not in words:
            return []
        found.append(band)
    once = len({band.colour for band in found}) == len(found)
    return sorted(found, key=lambda band: (band.low, band.high)) if once else []


def _bands(row: AssessedRow) -> list[_Band]:
    """The bands of a row, lowest first; none where one of its cells says something else."""
    if not row.table.upright:
        return []
    found = []
    for column in (c for role in _ENDS for c in row.table.by_role(role)):
        colour = _colour().findall(column.heading.casefold())
        cell = row.table.shown(row.measure.row, column.index)
        if len(set(colour)) != 1 or column.period is not None or cell is None or not cell.text:
            continue
        band = _band(cell, colour[0], row.measure.unit)
        if band is None:
            return []
        found.append(band)
    once = len({band.colour for band in found}) == len(found)
    return sorted(found, key=lambda band: (band.low, band.high)) if once else []


@cache
def _colour() -> re.Pattern[str]:
    return re.compile(
        rf"\b{any_word(w for said in lexicon().statuses.colours.values() for w in said)}\b"
    )


@cache
def _other_words() -> re.Pattern[str]:
    """What makes a band one of distances from the target: `within 5% of target`."""
    words = lexicon()
    return re.compile(rf"\b(?:{any_word(words.numbers.within)}|{any_of(words.keys.target)})\b")


def _band(cell: Cell, colour: str, unit: Unit | None) -> _Band | None:
    target = parse_target(cell.text, unit)
    if target is None or _other_words().search(cell.text.casefold()):
        return None
    if target.upper is not None:
        return _Band(target.value, target.upper, True, True, cell, colour)
    if target.implies is Polarity.HIGH:
        return _Band(target.value, math.inf, not target.strict, False, cell, colour)
    if target.implies is Polarity.LOW:
        return _Band(-math.inf, target.value, False, not target.strict, cell, colour)
    return None


def _faults(
    bands: Sequence[_Band], unit: Unit | None, outturns: Mapping[Period, Outturn]
) -> Iterator[_Fault]:
    """The faults of some bands, from the lowest up.

    Between green and red it is amber, which nothing needs to say. A hole no wider than the last
    decimal that the bands are given with, and an end that two share, matter only where a figure is
    there: whole numbers leave no hole between 84 and 85.
    """
    step = _step(bands, unit)
    for lower, upper in pairwise(bands):
        if lower.high < upper.low and _is_amber_between(bands):
            continue
        apart = round(upper.low - lower.high, _DIGITS)
        if apart > 0 or (apart == 0 and not lower.has_high and not upper.has_low):
            wide = round(apart - step, _DIGITS) > 0
            figure = _figure(outturns, unit, lower, upper, overlap=False)
            if wide or figure is not None:
                yield _Fault(lower, upper, lower.high, upper.low, False, figure)
        elif apart < 0 or (lower.has_high and upper.has_low):
            figure = _figure(outturns, unit, lower, upper, overlap=True)
            if apart < 0 or figure is not None:
                end = min(lower.high, upper.high)
                yield _Fault(lower, upper, upper.low, end, True, figure)


def _is_amber_between(bands: Sequence[_Band]) -> bool:
    """Whether green and red alone are said: what is between them is amber."""
    return {colour_of_word(band.colour) for band in bands} == {Standing.GREEN, Standing.RED}


def _figure(
    outturns: Mapping[Period, Outturn],
    unit: Unit | None,
    lower: _Band,
    upper: _Band,
    *,
    overlap: bool,
) -> Outturn | None:
    """The latest figure, as it shows, that is in neither of two bands, or in both."""
    for _, outturn in sorted(outturns.items(), reverse=True):
        shown = outturn.as_shown(unit)
        if shown is None:
            continue
        inside = [_holds(band, round(shown, _DIGITS)) for band in (lower, upper)]
        between = lower.high <= shown <= upper.low
        if all(inside) if overlap else between and not any(inside):
            return outturn
    return None


def _holds(band: _Band, figure: float) -> bool:
    low, high = round(band.low, _DIGITS), round(band.high, _DIGITS)
    above = figure > low or (figure == low and band.has_low)
    return above and (figure < high or (figure == high and band.has_high))


def _step(bands: Sequence[_Band], unit: Unit | None) -> float:
    """One in the last decimal that the ends of the bands are given with."""
    scale = 100 if unit is Unit.PERCENT else 1
    ends = [end * scale for band in bands for end in (band.low, band.high) if math.isfinite(end)]
    places = max(len(f"{end:.6f}".rstrip("0").partition(".")[2]) for end in ends)
    return 10.0**-places / scale


def _found(row: AssessedRow, fault: _Fault, more: int) -> Found:
    measure = row.measure
    lower, upper = fault.lower, fault.upper
    ends = Target(fault.start, fault.end if fault.end != fault.start else None)
    place = stated_target(ends, measure.unit)
    what = "in both" if fault.overlap else "in neither"
    figure = ""
    if fault.figure is not None:
        figure = f", as is {fault.figure.raw} ({fault.figure.cell})"
    others = f" (and of {more} other rows)" if more > 1 else " (and of 1 other row)" if more else ""
    words = [f'{b.colour} "{b.cell.text}" ({b.cell.ref})' for b in (upper, lower)]
    return Found.in_row(
        row,
        lower.cell.ref,
        f"{measure.name}{others}: {place} is {what} of {words[0]} and {words[1]}{figure}",
        found=lower.cell.text,
        expected="bands that meet",
    )


def _of_key(table: Table, cell: Cell, fault: _Fault) -> Found:
    ends = Target(fault.start, fault.end if fault.end != fault.start else None)
    what = "in both" if fault.overlap else "in neither"
    words = [f'{band.colour} "{band.cell.text}"' for band in (fault.upper, fault.lower)]
    return Found(
        f"the key: {stated_target(ends, Unit.PERCENT)} is {what} of {words[0]} and {words[1]}",
        sheet=table.sheet,
        cell=cell.ref,
        found=cell.text,
        expected="bands that meet",
    )


_HEADINGS = ("Ref", "Measure", "Green", "Amber", "Red", "Q2 2018/19", "Q3 2018/19")
_RULES = ("{id: A1, name: Children seen, unit: percent, good_is: high}",)
CHECK = Check(
    slug="bands-overlap-or-gap",
    severity=Severity.ERROR,
    looks_for="green, amber and red that leave a figure in none of them, or in two",
    question="What is 84.5% where green begins at 85% and amber ends at 84%?",
    mend="Let each band end where the next begins: below 85%, 85% and over.",
    run=_wrong,
    triggers=Example(
        rows=(
            _HEADINGS,
            ("A1", "Children seen", "≥85%", "80-84%", "<80%", Percent(0.81), Percent(0.845)),
        ),
        rules=_RULES,
        finds=("D2",),
    ),
    passes=Example(
        rows=(
            _HEADINGS,
            ("A1", "Children seen", "≥85%", "80-84%", "<80%", Percent(0.81), Percent(0.85)),
        ),
        rules=_RULES,
    ),
)
