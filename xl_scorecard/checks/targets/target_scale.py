"""A target kept otherwise than its figures: two decimal places off, a share beside counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from xl_scorecard.checks._doubted import doubted
from xl_scorecard.checks._scales import in_the_other_scale, scale_of, target_number
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.cell_ref import a1
from xl_scorecard.domain.doubt import About
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Unit


def _kept_otherwise(context: Context) -> Iterator[Found]:
    yield from doubted(About.SCALE)(context)
    yield from _slipped(context)


def _slipped(context: Context) -> Iterator[Found]:
    for row in context.rows:
        measure = row.measure
        if Aspect.NUMBER_FORMATS in row.table.grid.unknown:
            continue
        number = target_number(measure)
        if measure.unit is not Unit.PERCENT or number is None or measure.target_cell is None:
            continue
        if not scale_of(measure).target_slipped:
            continue
        place = a1(measure.target_cell.row, measure.target_cell.column)
        # 80 beside 84%, and 80% beside 84.2, look alike to the reader and mean the same
        alike = "%" in measure.number_format or "%" in _format_of_target(row)
        if alike and not _others_have_sign(context, row):
            continue
        usual = in_the_other_scale(number)
        found = Found.in_row(
            row,
            place,
            f"{measure.name}: the target {number:.10g} stands beside percentages kept as "
            f"{usual:.10g} is",
            found=f"{number:.10g}",
            expected=f"{usual:.10g}",
        )
        yield replace(found, severity=Severity.WARNING) if alike else found


def _others_have_sign(context: Context, row: AssessedRow) -> bool:
    """Whether this target alone is bare: those of other rows in its column have their sign."""
    place = row.measure.target_cell
    if place is None or "%" in _format_of_target(row):
        return False
    others = [
        other
        for other in context.rows
        if other.table is row.table
        and other.measure.unit is Unit.PERCENT
        and other.measure.target_cell is not None
        and other.measure.target_cell.column == place.column
        and other.measure.row != row.measure.row
    ]
    return bool(others) and all("%" in _format_of_target(other) for other in others)


def _format_of_target(row: AssessedRow) -> str:
    place = row.measure.target_cell
    cell = None if place is None or place.sheet else row.table.at(place.row, place.column)
    return cell.number_format if cell is not None else ""


_RULES = ("{id: A1, name: Children seen, unit: percent, good_is: high}",)
CHECK = Check(
    slug="target-scale",
    severity=Severity.ERROR,
    looks_for="a target of 0.85 beside figures of 86.4, or of 95% beside 310",
    question="Is the target on another scale than the figures held against it?",
    mend="Type the target on the scale of the figures.",
    run=_kept_otherwise,
    also=(Severity.WARNING,),
    looks_at=(Aspect.NUMBER_FORMATS,),
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children seen", 0.85, 84.2, 86.4),
            ("B1", "Visits", "95%", 310, 305),
        ),
        rules=(*_RULES, "{id: B1, name: Visits, good_is: high}"),
        finds=("C2", "C3"),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children seen", 85, Percent(0.842), Percent(0.864)),
        ),
        rules=_RULES,
    ),
)
