"""Rows that stand together, and whether what holds between them in other periods holds in all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.indicator import Basis, Unit
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import Outturn

ROUNDING = 1e-9
_FIVES = 5
COUNTED = (Unit.COUNT, Unit.CURRENCY)
NO_SUM = (Basis.SNAPSHOT, Basis.ROLLING_12_MONTHS, Basis.YEAR_TO_DATE)
"""What figures cover that make no sum over time."""


def sections(rows: Iterable[AssessedRow]) -> Iterator[list[AssessedRow]]:
    """The rows of each section of each table, in sheet order."""
    found: dict[tuple[int, str], list[AssessedRow]] = {}
    for row in rows:
        found.setdefault((id(row.table), row.measure.section), []).append(row)
    yield from found.values()


def in_unit(rows: Iterable[AssessedRow], unit: Unit) -> list[AssessedRow]:
    """The rows that are counted in a unit."""
    return [row for row in rows if row.measure.unit is unit]


def counted(rows: Iterable[AssessedRow]) -> list[AssessedRow]:
    """The rows of counts: those said to be, and those of whole numbers that nothing says the unit
    of, such as `Visits to pools`."""
    return [row for row in rows if row.measure.unit is Unit.COUNT or _is_whole(row)]


def _is_whole(row: AssessedRow) -> bool:
    values = [o.value for o in row.measure.outturns.values() if o.value is not None]
    return row.measure.unit is None and all(value.is_integer() for value in values)


def given(row: AssessedRow) -> dict[Period, Outturn]:
    """The outturns of a row that there is a figure of; what is off scale is another check's."""
    return row.given


def shared(series: Sequence[Mapping[Period, Outturn]]) -> list[Period]:
    """The periods that all of several rows have a figure of, oldest first."""
    return sorted(set.intersection(*(set(each) for each in series)))


def half_of_last(outturn: Outturn, unit: Unit | None) -> float:
    """Half of the last decimal that a figure is stated with: by so much rounding may be off."""
    places = outturn.stated_decimals + (2 if unit is Unit.PERCENT else 0)
    return 0.5 * 10.0**-places


def number(outturn: Outturn) -> float:
    """The figure of an outturn that has one."""
    assert outturn.value is not None
    return outturn.value


def sum_of(outturns: Iterable[Outturn]) -> float:
    """What figures make together."""
    return sum(map(number, outturns))


def rounded_to_fives(total: float, *parts: float) -> bool:
    """Whether figures look rounded to fives, as publishers do, and are no farther off than that
    allows for."""
    figures = (total, *parts)
    off = abs(total - sum(parts))
    return all(f % _FIVES == 0 for f in figures) and off <= _FIVES / 2 * len(figures)


def may_be_sum(total: float, half: float, parts: Sequence[Outturn], unit: Unit | None) -> bool:
    """Whether a total may be the sum of figures, as far as rounding leaves it open, be it to
    fives: `half` is half of its own last decimal."""
    fives = rounded_to_fives(total, *map(number, parts))
    return fives or adds_up(total, half, parts, unit)


def adds_up(total: float, half: float, parts: Sequence[Outturn], unit: Unit | None) -> bool:
    """Whether a total is the sum of figures, as far as their last decimals tell."""
    figures = [number(part) for part in parts]
    exact = all(float(f).is_integer() for f in (total, *figures))
    room = 0.0 if exact else half + sum(half_of_last(part, unit) for part in parts)
    return abs(total - sum(figures)) <= room + ROUNDING
