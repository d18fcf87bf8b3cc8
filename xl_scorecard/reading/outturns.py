"""What a value cell says: a number, or a gap and its reason."""

from __future__ import annotations

import re
from collections.abc import Iterable
from statistics import median

from xl_scorecard.domain.amount import parse_number
from xl_scorecard.domain.grid import Cell, CellError
from xl_scorecard.domain.indicator import Gap, Unit
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import Outturn
from xl_scorecard.ooxml.number_formats import decimals_shown, is_percent

PERCENT_IN_HUNDREDS = 1.5
"""Percentages above this, without a percent format, are kept as 84.2 rather than 0.842."""

_GAPS = {
    **dict.fromkeys(
        ("tbc", "tba", "tbd", "awaited", "awaiting data", "pending", "to follow", "to be confirmed",
         "data awaited", "awaiting", "late", "not yet available"), Gap.AWAITED),
    **dict.fromkeys(
        ("c", "[c]", "*", "supp", "suppressed", "s", "[s]", "low", "[low]", "k", "#"),
        Gap.SUPPRESSED),
    **dict.fromkeys(
        ("x", "[x]", "..", ":", "~", "-", "–", "—", "not available", "no data", "nk", "n/k", "u",
         "[u]", "?", "missing", "none available", "unavailable"), Gap.NOT_AVAILABLE),
    **dict.fromkeys(
        ("z", "[z]", "n/a", "na", "n.a.", ".", "not applicable"), Gap.NOT_APPLICABLE),
    **dict.fromkeys(("not due", "annual", "reported annually", "m", "in measurement"), Gap.NOT_DUE),
}  # fmt: skip
_FLAG = re.compile(r"^(?P<rest>.*?\d.*?)\s*(?:\[(?P<b>[prefb])\]|(?P<p>[prPR]))$")
_FLAG_WORDS = {"p": "provisional", "r": "revised", "e": "estimated", "f": "forecast", "b": "break"}
_BELOW = re.compile(r"[<>]\s*=?\s*\d+(?:\.\d+)?\s*%?|\d+\s*[-–]\s*\d+")


def factor_of_row(cells: Iterable[Cell | None], unit: Unit | None) -> float:
    """100 where a row of percentages is kept as 84.2, else 1."""
    if unit is not Unit.PERCENT:
        return 1.0
    bare = [
        abs(cell.value)
        for cell in cells
        if cell is not None and isinstance(cell.value, float) and not is_percent(cell.number_format)
    ]
    return 100.0 if bare and median(bare) > PERCENT_IN_HUNDREDS else 1.0


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
    return Outturn(period, row, column, None, Gap.NOT_AVAILABLE, raw=str(value), formula=formula)


def _from_text(
    cell: Cell, period: Period, place: tuple[int, int], unit: Unit | None, factor: float
) -> Outturn:
    row, column = place
    text = cell.text
    formula = cell.formula is not None
    if not text:
        return Outturn(period, row, column, None, Gap.NOT_AVAILABLE, formula=formula)
    gap = _GAPS.get(text.casefold())
    if gap is not None:
        return Outturn(period, row, column, None, gap, raw=text, formula=formula)
    flags: tuple[str, ...] = ()
    number_text = text.lstrip("'")
    if match := _FLAG.match(number_text):
        flags = (_FLAG_WORDS[(match["b"] or match["p"]).lower()],)
        number_text = match["rest"].strip()
    number = parse_number(number_text)
    if number is None:
        gap = Gap.SUPPRESSED if _BELOW.fullmatch(text) else Gap.NOT_AVAILABLE
        return Outturn(period, row, column, None, gap, raw=text, formula=formula)
    amount, had_percent = number
    if unit is Unit.PERCENT and not had_percent and factor != 1:
        amount = round(amount / factor, 12)
    decimals = len(number_text.rstrip("% ").partition(".")[2])
    return Outturn(
        period, row, column, amount, as_text=str(cell.value), raw=text, formula=formula,
        stated_decimals=decimals, flags=flags,
    )  # fmt: skip


def _decimals(cell: Cell, unit: Unit | None, factor: float) -> int:
    """Decimals of the figure as stated: those shown, but no more than were typed."""
    assert isinstance(cell.value, float)
    in_percent = unit is Unit.PERCENT and factor == 1
    stored = repr(round(cell.value * 100, 10) if in_percent else round(cell.value, 12))
    typed = 0 if stored.endswith(".0") or "e" in stored else len(stored.partition(".")[2])
    displayed = decimals_shown(cell.number_format)
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
