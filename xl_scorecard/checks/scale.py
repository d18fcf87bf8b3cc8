"""Percentages and targets that are two decimal places off from their neighbours."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.context import Check, Context, finding, stated
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.cell_ref import a1
from xl_scorecard.domain.finding import Finding, Severity
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.scale import MOST_AS_FRACTION, RowScale, row_scale
from xl_scorecard.domain.scorecard import Measure, Outturn


def _stored(measure: Measure) -> list[tuple[Outturn, float]]:
    """The outturns kept as numbers, with the number in the cell."""
    return [
        (outturn, number)
        for outturn in measure.outturns.values()
        if (number := outturn.stored) is not None
    ]


def _target_number(measure: Measure) -> float | None:
    place = measure.target_cell
    if place is None or measure.target is None or place.as_text is not None:
        return None
    return round(measure.target.value * place.factor, 12)


def _scale(measure: Measure) -> RowScale:
    return row_scale([number for _, number in _stored(measure)], _target_number(measure))


def slipped_cells(measure: Measure) -> set[str]:
    """The cells of a row's percentages that are on the other scale than the rest."""
    if measure.unit is not Unit.PERCENT:
        return set()
    slipped = _scale(measure).slipped
    return {outturn.cell for place, (outturn, _) in enumerate(_stored(measure)) if place in slipped}


def _in_the_other_scale(number: float) -> float:
    """80 as 0.8, 0.8 as 80."""
    return number / 100 if number > MOST_AS_FRACTION else number * 100


def _percent_scale(context: Context) -> Iterator[Finding]:
    for measure in context.measures:
        cells = slipped_cells(measure)
        for outturn, number in _stored(measure):
            if outturn.cell not in cells:
                continue
            usual = _in_the_other_scale(number)
            yield finding(
                "percent-scale",
                Severity.ERROR,
                measure,
                outturn.cell,
                f"{measure.name}, {outturn.period.words}: {number:.10g} is stored among "
                f"percentages kept as {usual:.10g} is; it is read as {stated(outturn, measure)}",
                found=f"{number:.10g}",
                expected=f"{usual:.10g}",
            )


def _target_scale(context: Context) -> Iterator[Finding]:
    for row in context.rows:
        measure = row.measure
        number = _target_number(measure)
        if measure.unit is not Unit.PERCENT or number is None or measure.target_cell is None:
            continue
        shown_in_percent = "%" in measure.number_format
        place = a1(measure.target_cell.row, measure.target_cell.column)
        if not _scale(measure).target_slipped or (
            # 80 beside 84%, and 80% beside 84.2, look alike to the reader and mean the same
            shown_in_percent
            or "%" in _format_at(row)
            or not row.table.grid.formats_known
        ):
            continue
        usual = _in_the_other_scale(number)
        yield finding(
            "target-scale",
            Severity.ERROR,
            measure,
            place,
            f"{measure.name}: the target {number:.10g} stands beside percentages kept as "
            f"{usual:.10g} is",
            found=f"{number:.10g}",
            expected=f"{usual:.10g}",
        )


def _format_at(row: AssessedRow) -> str:
    place = row.measure.target_cell
    cell = None if place is None else row.table.at(place.row, place.column)
    return cell.number_format if cell is not None else ""


PERCENT_SCALE = Check(
    "percent-scale",
    Severity.ERROR,
    "80 in a row of 0.78 and 0.81, or 0.8 in a row of 78 and 81",
    _percent_scale,
)
TARGET_SCALE = Check(
    "target-scale", Severity.ERROR, "a target of 0.85 beside figures of 86.4", _target_scale
)
