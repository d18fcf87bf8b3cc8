"""What a value cell says: a number, or a gap and its reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from xl_scorecard.domain.disclosure import mask
from xl_scorecard.domain.durations import duration_in_words, is_clock, time_counted
from xl_scorecard.domain.grid import Cell, CellError
from xl_scorecard.domain.impossible import impossible_among
from xl_scorecard.domain.indicator import Gap, Unit
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.number_words import has_scale_word
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scale import HUNDRED, MOST_AS_FRACTION, factor_beside, row_scale
from xl_scorecard.domain.scorecard import Outturn
from xl_scorecard.domain.serial_days import serial
from xl_scorecard.domain.typed_value import NOT_UNDERSTOOD, TypedValue, parse_value
from xl_scorecard.ooxml.number_formats import decimals_shown, is_elapsed, is_percent
from xl_scorecard.reading.figures.hidden_numbers import hidden_numbers
from xl_scorecard.reading.figures.kept import Scale, bare_number

"""The day that Excel's serial numbers of dates count from."""


def number_in(cell: Cell | None) -> float | None:
    """The number stored in a cell, if it is one."""
    return cell.value if cell is not None and isinstance(cell.value, float) else None


def factor_of_target(target: Cell, cells: Iterable[Cell | None], scale: Scale) -> float:
    """100 where a target's number is 80 for 80%; the row's factor, unless it has slipped."""
    number = number_in(target)
    if scale.unit is not Unit.PERCENT or number is None:
        return scale.factor
    if scale.factor == 1 or is_percent(target.number_format):
        # a bare number above 1.5 is in percent, as in a rule set
        return 1.0 if abs(number) <= MOST_AS_FRACTION else HUNDRED
    kept = [cell for cell in cells if cell is not None and scale.why_none(cell) is None]
    figures = [
        figure
        for cell in kept
        if (figure := number_in(cell) if cell.text == "" else bare_number(cell)) is not None
    ]
    read = row_scale(figures, number)
    return read.of_target if read.factor == scale.factor else scale.factor


def in_one_scale(
    outturns: dict[Period, Outturn],
    unit: Unit | None,
    target: float | None,
    share: float | None = None,
) -> dict[Period, Outturn]:
    """A row's outturns with those that slipped by two decimal places read as the others are.

    `target` is the number in the target's cell, if there is one, `share` the target where its cell
    says that it is a percentage, as a fraction. What slipped stays as it is in
    the workbook, and is a finding.
    """
    if unit is not Unit.PERCENT:
        return outturns
    kept = {p: number for p, o in outturns.items() if (number := o.stored) is not None}
    signed = [
        o.value for o in outturns.values() if o.value is not None and "%" in (o.as_text or "")
    ]
    scale = row_scale(list(kept.values()), target, [*signed, *([share] if share else [])])
    if not scale.slipped:
        return _as_texts_say(outturns)
    read = dict(outturns)
    for place, (period, number) in enumerate(kept.items()):
        own = scale.of(place)
        was = outturns[period]
        if place in scale.slipped:
            read[period] = was._replace(
                value=round(number / own, 15), factor=own, held=number, usual=scale.factor
            )
        elif own != was.factor:
            read[period] = was._replace(value=round(number / own, 15), factor=own)
    return read


def _as_texts_say(outturns: dict[Period, Outturn]) -> dict[Period, Outturn]:
    """A row's outturns in which 0.776 kept as 77.6 is, beside "77.8" as text, is none of 0.776%."""
    typed = [o.value for o in outturns.values() if o.value and o.as_text is not None]
    read = dict(outturns)
    for period, was in outturns.items():
        number = was.stored
        small = was.factor == HUNDRED and number is not None and 0 < abs(number) <= 1
        if typed and small and factor_beside([number or 0.0], typed) == 1:
            read[period] = was._replace(value=number, factor=1.0, held=number, usual=HUNDRED)
    return read


def without_impossible(
    outturns: dict[Period, Outturn], unit: Unit | None, name: str, target: float | None
) -> dict[Period, Outturn]:
    """A row's outturns, but for what cannot be: that has no value and says why."""
    values = {p: o.value for p, o in outturns.items() if o.value is not None}
    read = dict(outturns)
    for period, why in impossible_among(values, unit, name, target).items():
        was = outturns[period]
        read[period] = was._replace(
            value=None, gap=Gap.NOT_AVAILABLE, held=was.stored, usual=was.factor,
            flags=(*was.flags, why),
        )  # fmt: skip
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
        understood = Mark.NOT_UNDERSTOOD not in parse_value(cell.text, None).marks
        return bool(cell.text) and (understood or time_counted(cell.text) is not None)
    return isinstance(cell.value, float | CellError)


def read_outturn(
    cell: Cell | None,
    period: Period,
    place: tuple[int, int],
    scale: Scale,
    *,
    as_shown: bool = True,
) -> Outturn:
    """The outturn in a cell; `scale` is the row's (see `scale_of`).

    Without `as_shown` it is not worked out how the cell shows a number.
    """
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
        return _from_number(cell, value, period, place, scale, as_shown=as_shown)
    if isinstance(value, str):
        return _from_text(cell, period, place, scale)
    shown_as, held = str(value).upper(), None
    if isinstance(value, dt.date):
        shown_as, held = f"{value:%d/%m/%Y}", serial(value)
    return Outturn(
        period, row, column, None, Gap.NOT_AVAILABLE, raw=shown_as, formula=formula,
        flags=(Mark.NOT_UNDERSTOOD,), held=held,
    )  # fmt: skip


def _from_number(
    cell: Cell, number: float, period: Period, place: tuple[int, int], scale: Scale, *,
    as_shown: bool,
) -> Outturn:  # fmt: skip
    """The outturn that a number is, unless it is none of its row's figures."""
    row, column = place
    formula = cell.formula is not None
    hides = hidden_numbers(cell.number_format)
    if hides is not None and hides.holds(number):
        return mask(Outturn(period, row, column, None, formula=formula), Mark.HIDDEN, hides)
    why_none = Mark.NOT_UNDERSTOOD if scale.bands else scale.why_none(cell)
    if scale.unit is Unit.DURATION and not is_elapsed(cell.number_format):
        why_none = why_none or (None if scale.is_among_durations(number) else Mark.NOT_UNDERSTOOD)
    own = 1.0 if is_percent(cell.number_format) else scale.factor
    if why_none is not None:
        return Outturn(
            period, row, column, None, Gap.NOT_AVAILABLE, raw=shown(cell), formula=formula,
            flags=(why_none,), held=number, usual=own, hides=hides,
        )  # fmt: skip
    amount = round(number / own, 15) if own != 1 else number
    if not as_shown:
        return Outturn(period, row, column, amount, factor=own, formula=formula, hides=hides)
    return Outturn(
        period, row, column, amount, factor=own, raw=shown(cell), formula=formula,
        stated_decimals=_decimals(cell, scale.unit, own), hides=hides,
    )  # fmt: skip


def _from_text(cell: Cell, period: Period, place: tuple[int, int], scale: Scale) -> Outturn:
    row, column = place
    text = cell.text
    formula = cell.formula is not None
    if not text:
        return Outturn(period, row, column, None, Gap.NOT_AVAILABLE, formula=formula)
    typed = _graded(text, scale) or _typed(text, scale)
    if typed.number is None:
        return Outturn(
            period, row, column, None, typed.gap, raw=text, formula=formula, flags=typed.marks,
            typed=typed.rating,
        )  # fmt: skip
    amount = typed.number
    if scale.unit is Unit.PERCENT and not typed.percent:
        # bare text beside fractions: "80" can only be 80%, as in a target
        hundreds = scale.factor == HUNDRED or abs(amount) > MOST_AS_FRACTION
        amount = round(amount / HUNDRED, 12) if hundreds else amount
    return Outturn(
        period, row, column, amount, as_text=str(cell.value), raw=text, formula=formula,
        stated_decimals=typed.decimals, flags=typed.marks, typed=typed.rating,
    )  # fmt: skip


def _typed(text: str, scale: Scale) -> TypedValue:
    if scale.unit is None and is_clock(text):
        return NOT_UNDERSTOOD  # a time, or a ratio
    typed = parse_value(scale.plain(text), scale.unit, scale.clock)
    if typed.number is not None and scale.magnitude != 1 and has_scale_word(text):
        return replace(typed, number=typed.number / scale.magnitude)
    bare = scale.unit is Unit.DURATION and Mark.WORDS not in typed.marks
    if bare and typed.number is not None and not scale.is_among_durations(typed.number):
        return NOT_UNDERSTOOD
    return typed


def _graded(text: str, scale: Scale) -> TypedValue | None:
    """A word of the indicator's scale, counted from the worst, 1."""
    place = scale.place(text)
    return None if place is None else TypedValue(float(place), marks=(Mark.WORDS,))


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
    if is_elapsed(cell.number_format):
        return duration_in_words(cell.value)
    places = decimals_shown(cell.number_format)
    if is_percent(cell.number_format):
        return f"{cell.value * 100:.{places or 0}f}%"
    if places is None:
        return f"{cell.value:,.10g}"
    return f"{cell.value:,.{places}f}"
