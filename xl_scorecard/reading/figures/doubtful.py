"""What a row's figures, target and tolerance leave open together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from xl_scorecard.domain.amount import Target
from xl_scorecard.domain.doubt import About, Doubt
from xl_scorecard.domain.durations import parse_duration
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.grades import is_same_grade, order_of
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.number_words import has_scale_word
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scale import HUNDRED, MOST_AS_FRACTION, row_scale
from xl_scorecard.domain.scorecard import Outturn
from xl_scorecard.domain.target_words import means_no_target, unworded
from xl_scorecard.ooxml.number_formats import is_elapsed, is_percent
from xl_scorecard.reading.figures.kept import Scale
from xl_scorecard.reading.figures.outturns import shown

_MAGNITUDES = (1e3, 1e6, 1e9)
_NEAR = 4.0
_NEAR_SHARE = 2.0
_FAR_TIME = 8.0
_FAR = 10.0


def target_in_doubt(
    cell: Cell | None, target: Target | None, outturns: Sequence[Outturn], scale: Scale, sheet: str
) -> Doubt | None:
    """Why a target that was read cannot be held against the figures: it is kept otherwise."""
    values = [abs(o.value) for o in outturns if o.value]
    if cell is None or target is None:
        return None
    says = shown(cell)
    if scale.unclear:
        what = f"{says} beside {_some(outturns)} may be percentages kept 100 times over or not"
        return _doubt(sheet, cell, what, "give figures and target the percent format, or type %")
    why = (
        _of_percent(cell, values, scale)
        or _beyond_all(cell, values, scale)
        or _of_duration(cell, target, scale)
        or _of_time(cell, target, values, scale)
        or _of_money(cell, target, outturns)
        or _of_hundreds(cell, target, values, scale)
    )
    if not why:
        return None
    what = f"the target {says} is {why} and the figures ({_some(outturns)}) are not"
    return _doubt(sheet, cell, what, "give them one unit, or write the target in the rule set")


def moved_too(
    cell: Cell | None, outturns: Sequence[Outturn], unit: Unit | None, sheet: str
) -> Iterator[Doubt]:
    """A target that nothing is held against for another reason, and that is two decimal places off
    the percentages beside it as well."""
    if cell is None or unit is not Unit.PERCENT or not isinstance(cell.value, float):
        return
    numbers = [number for o in outturns if (number := o.stored) is not None]
    if not is_percent(cell.number_format) and row_scale(numbers, cell.value).target_slipped:
        message = (
            f"the target {shown(cell)} is as if moved by two decimal places and the figures "
            f"({_some(outturns)}) are not; keep them alike"
        )
        expected = "a target kept as the figures are"
        yield Doubt(About.SCALE, sheet, cell.ref, message, shown(cell), expected)


def _doubt(sheet: str, cell: Cell, what: str, mend: str) -> Doubt:
    message = f"{what}, so nothing is rated against it; {mend}"
    expected = "a target kept as the figures are"
    return Doubt(About.SCALE, sheet, cell.ref, message, shown(cell), expected, settle="target",
                 example=shown(cell))  # fmt: skip


def _some(outturns: Sequence[Outturn]) -> str:
    raw = [o.raw for o in outturns if o.value is not None]
    return ", ".join(raw[-2:]) or "none yet"


def _of_percent(cell: Cell, values: Sequence[float], scale: Scale) -> str:
    if scale.unit is Unit.PERCENT or not values or median(values) <= MOST_AS_FRACTION:
        return ""
    number = isinstance(cell.value, float)
    signed = is_percent(cell.number_format) if number else "%" in unworded(cell.text).figure
    return "a percentage" if signed else ""


def _beyond_all(cell: Cell, values: Sequence[float], scale: Scale) -> str:
    """A target that shows as 950% beside shares of at most 100%, which moved by two decimals is not
    among them either: a slip, and nobody can say of what."""
    if scale.unit is not Unit.PERCENT or not values or max(values) > 1:
        return ""
    if not isinstance(cell.value, float) or not is_percent(cell.number_format):
        return ""
    far = cell.value > MOST_AS_FRACTION and cell.value < HUNDRED * min(values) / _NEAR_SHARE
    return "more than 100%" if far else ""


def _of_duration(cell: Cell, target: Target, scale: Scale) -> str:
    if scale.unit is not Unit.DURATION or not isinstance(cell.value, float):
        return ""
    beside = is_elapsed(cell.number_format) or scale.is_among_durations(target.value)
    return "" if beside else "a bare number"


def _of_time(cell: Cell, target: Target, values: Sequence[float], scale: Scale) -> str:
    """`1 hour` beside a bare 45 that may be minutes."""
    if scale.unit in (Unit.DURATION, Unit.DAYS) or not cell.text or not values:
        return ""
    worded = unworded(cell.text)
    if not worded.counted or parse_duration(f"{worded.figure} {worded.counted}") is None:
        return ""
    off = median(values) / abs(target.value) if target.value else 1.0
    return "" if 1 / _FAR_TIME <= off <= _FAR_TIME else f"in {worded.counted}"


def _of_money(cell: Cell, target: Target, outturns: Sequence[Outturn]) -> str:
    """`£1.2m` beside 1.3, or the other way round."""
    worded = has_scale_word(cell.text)
    known = [o for o in outturns if o.value]
    in_words = [has_scale_word(o.raw) for o in known]
    if not target.value or not known or (not worded and not any(in_words)):
        return ""
    off = abs(median(abs(o.value or 0) for o in known) / target.value)
    moved = any(_is_near(off / m) or _is_near(off * m) for m in _MAGNITUDES)
    return "on another scale" if moved else ""


def _of_hundreds(cell: Cell, target: Target, values: Sequence[float], scale: Scale) -> str:
    """0.97 beside 80.3 in no known unit: the same percentages, or a slip."""
    aim = abs(target.value)
    if scale.unit not in (None, Unit.SCORE, Unit.COUNT) or not values or not aim:
        return ""
    if isinstance(cell.value, str) and "%" in cell.text:
        return ""
    low, high = min(values), max(values)
    small = aim <= 1 and aim != int(aim) and low > _FAR * aim
    large = high <= 1 and any(v != int(v) for v in values) and aim > _FAR * high
    moved = aim * HUNDRED if small else aim / HUNDRED
    fits = (small or large) and low / 2 <= moved <= high * 2
    return "as if moved by two decimal places" if fits else ""


def _is_near(off: float) -> bool:
    return 1 / _NEAR <= off <= _NEAR


def figures_in_doubt(
    outturns: dict[Period, Outturn], unit: Unit | None, sheet: str, name: str
) -> Iterator[tuple[Period, Doubt]]:
    """Figures two decimal places off the rest of a row in no known unit: 0.048 among 4.9 and 5.1.

    Of percentages it would be a slip, and read as the others are.
    """
    if unit not in (None, Unit.SCORE):
        return
    kept = {p: number for p, o in outturns.items() if (number := o.stored) is not None}
    numbers = list(kept.values())
    slipped = row_scale(numbers).slipped
    whole = any(abs(number) <= 1 and number == int(number) for number in numbers)
    if whole or 2 * len(slipped) >= len(numbers):
        return
    for place, (period, number) in enumerate(kept.items()):
        if place in slipped:
            message = (
                f"{name}, {period.words}: {number:.10g} is as if moved by two decimal places from "
                "the figures beside it, so it is not rated; mend it, or say the unit in the rules"
            )
            cell, found = outturns[period].cell, f"{number:.10g}"
            expected = "a figure kept as the others are"
            yield period, Doubt(About.VALUE, sheet, cell, message, found, expected)


def grades_in_doubt(
    outturns: Sequence[Outturn], target: Cell | None, scale: Scale, sheet: str, name: str
) -> Iterator[Doubt]:
    """Words in place of figures that nothing orders: an error where they fall to be held against a
    target of another grade; the target's own grade meets it in any order."""
    if scale.words or any(o.value is not None for o in outturns):
        return
    aim = target.text if target is not None and not means_no_target(target.text) else ""
    graded = [o for o in outturns if Mark.NOT_UNDERSTOOD in o.flags]
    order = order_of([o.raw for o in graded], aim)
    if not order:
        return
    latest = max(graded, key=lambda o: o.period)
    words = ", ".join(f'"{word}"' for word in order)
    message = (
        f"{name}: {words} are grades that nothing puts in order, so they are not rated; "
        "write them in the rule set, best first, as scale: [...]"
    )
    example = f"[{', '.join(order)}]"
    missed = bool(aim) and not is_same_grade(aim, latest.raw)
    severity = Severity.ERROR if missed else Severity.WARNING
    yield Doubt(About.VALUE, sheet, latest.cell, message, latest.raw, "scale: [best, ..., worst]",
                severity, settle="scale", example=example)  # fmt: skip
