"""What a value cell says: a number, or a gap and its reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from xl_scorecard.domain.grid import Cell, CellError
from xl_scorecard.domain.indicator import Gap, Unit
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.number_words import parse_number
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scale import HUNDRED, MOST_AS_FRACTION, row_scale
from xl_scorecard.domain.scorecard import Outturn
from xl_scorecard.domain.typed_value import parse_value
from xl_scorecard.ooxml.number_formats import decimals_shown, is_percent

_DAY_0 = dt.date(1899, 12, 30)
"""The day that Excel's serial numbers of dates count from."""


def factor_of_row(
    cells: Iterable[Cell | None], unit: Unit | None, target: Cell | None = None
) -> float:
    """100 where a row keeps percentages without a percent format as 84.2, else 1."""
    if unit is not Unit.PERCENT:
        return 1.0
    bare = [number for cell in cells if (number := _bare(cell)) is not None]
    return row_scale(bare, _bare(target)).factor


def _bare(cell: Cell | None) -> float | None:
    """The number in a cell that says nothing of percent, be it a number or text."""
    if cell is None:
        return None
    if isinstance(cell.value, float):
        return None if is_percent(cell.number_format) else cell.value
    number = parse_number(cell.text) if cell.text else None
    return None if number is None or number[1] else number[0]


def number_in(cell: Cell | None) -> float | None:
    """The number stored in a cell, if it is one."""
    return cell.value if cell is not None and isinstance(cell.value, float) else None


def factor_of_target(
    target: Cell, cells: Iterable[Cell | None], unit: Unit | None, factor: float
) -> float:
    """100 where a target's number is 80 for 80%; the row's `factor`, unless it has slipped."""
    number = number_in(target)
    if unit is not Unit.PERCENT or number is None:
        return factor
    if factor == 1 or is_percent(target.number_format):
        # a bare number above 1.5 is in percent, as in a rule set
        return 1.0 if abs(number) <= MOST_AS_FRACTION else HUNDRED
    figures = [figure for cell in cells if (figure := number_in(cell)) is not None]
    return row_scale(figures, number).of_target


def in_one_scale(
    outturns: dict[Period, Outturn], unit: Unit | None, target: float | None
) -> dict[Period, Outturn]:
    """A row's outturns with those that slipped by two decimal places read as the others are.

    `target` is the number in the target's cell, if there is one. What slipped stays as it is in
    the workbook, and is a finding.
    """
    if unit is not Unit.PERCENT:
        return outturns
    kept = {p: number for p, o in outturns.items() if (number := o.stored) is not None}
    scale = row_scale(list(kept.values()), target)
    if not scale.slipped:
        return outturns
    read = dict(outturns)
    for place, (period, number) in enumerate(kept.items()):
        own = scale.of(place)
        was = outturns[period]
        if own != was.factor:
            read[period] = was._replace(
                value=round(number / own, 15), factor=own, held=number, usual=was.factor
            )
    return read


def unclear(outturn: Outturn) -> Outturn:
    """A figure that is not taken, since another column says something else of its period."""
    return outturn._replace(
        value=None, gap=Gap.NOT_AVAILABLE, held=outturn.stored, usual=outturn.factor
    )


def rating_beside(outturns: dict[Period, Outturn]) -> Cell | None:
    """The rating typed into the same cell as the latest figure, as a cell of its own."""
    filled = [p for p, o in outturns.items() if o.value is not None or o.typed is not None]
    latest = outturns[max(filled)] if filled else None
    if latest is None or latest.typed is None:
        return None
    return Cell(latest.row, latest.column, latest.typed)


def is_value(cell: Cell | None) -> bool:
    """Whether a cell holds a figure or says why there is none, and not words of another kind.

    A formula without a stored result is meant to give one.
    """
    if cell is None or cell.value is None:
        return cell is not None and cell.formula is not None
    if isinstance(cell.value, str):
        return bool(cell.text) and Mark.NOT_UNDERSTOOD not in parse_value(cell.text, None).marks
    return isinstance(cell.value, float | CellError)


def read_outturn(
    cell: Cell | None, period: Period, place: tuple[int, int], unit: Unit | None, factor: float
) -> Outturn:
    """The outturn in a cell; `factor` is the row's (see `factor_of_row`)."""
    row, column = place
    if cell is None or cell.value is None:
        has_formula = cell is not None and cell.formula is not None
        return Outturn(
            period, row, column, None, Gap.NOT_AVAILABLE, formula=has_formula,
            uncomputed=has_formula,
        )  # fmt: skip
    value = cell.value
    formula = cell.formula is not None
    if isinstance(value, CellError):
        return Outturn(
            period, row, column, None, Gap.NOT_AVAILABLE, raw=value.code, formula=formula,
            error=True,
        )  # fmt: skip
    if isinstance(value, float):
        own = 1.0 if is_percent(cell.number_format) else factor
        amount = value / own if own != 1 else value
        return Outturn(
            period, row, column, round(amount, 15) if own != 1 else amount, factor=own,
            raw=shown(cell), formula=formula,
            stated_decimals=_decimals(cell, unit, own),
        )  # fmt: skip
    if isinstance(value, str):
        return _from_text(cell, period, place, unit, factor)
    shown_as, held = str(value).upper(), None
    if isinstance(value, dt.date):
        shown_as, held = f"{value:%d/%m/%Y}", float((value - _DAY_0).days)
    return Outturn(
        period, row, column, None, Gap.NOT_AVAILABLE, raw=shown_as, formula=formula,
        flags=(Mark.NOT_UNDERSTOOD,), held=held,
    )  # fmt: skip


def _from_text(
    cell: Cell, period: Period, place: tuple[int, int], unit: Unit | None, factor: float
) -> Outturn:
    row, column = place
    text = cell.text
    formula = cell.formula is not None
    if not text:
        return Outturn(period, row, column, None, Gap.NOT_AVAILABLE, formula=formula)
    typed = parse_value(text, unit)
    if typed.number is None:
        return Outturn(
            period, row, column, None, typed.gap, raw=text, formula=formula, flags=typed.marks,
            typed=typed.rating,
        )  # fmt: skip
    amount = typed.number
    if unit is Unit.PERCENT and not typed.percent:
        # bare text beside fractions: "80" can only be 80%, as in a target
        hundreds = factor == HUNDRED or abs(amount) > MOST_AS_FRACTION
        amount = round(amount / HUNDRED, 12) if hundreds else amount
    return Outturn(
        period, row, column, amount, as_text=str(cell.value), raw=text, formula=formula,
        stated_decimals=typed.decimals, flags=typed.marks, typed=typed.rating,
    )  # fmt: skip


def _decimals(cell: Cell, unit: Unit | None, factor: float) -> int:
    """Decimals of the figure as stated: those shown, but no more than were typed."""
    displayed = decimals_shown(cell.number_format)
    if displayed == 0:
        return 0
    assert isinstance(cell.value, float)
    in_percent = unit is Unit.PERCENT and factor == 1
    stored = repr(round(cell.value * 100, 10) if in_percent else round(cell.value, 12))
    typed = 0 if stored.endswith(".0") or "e" in stored else len(stored.partition(".")[2])
    return typed if displayed is None else min(typed, displayed)


def shown(cell: Cell) -> str:
    """A number as its cell shows it, near enough for a finding: `84%`, `86.4%`, `1,806`."""
    if not isinstance(cell.value, float):
        return cell.text or str(cell.value)
    places = decimals_shown(cell.number_format)
    if is_percent(cell.number_format):
        return f"{cell.value * 100:.{places or 0}f}%"
    if places is None:
        return f"{cell.value:,.10g}"
    return f"{cell.value:,.{places}f}"
