"""Single values that cannot be right, or are not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xl_scorecard.checks.context import Check, Context, finding
from xl_scorecard.checks.scale import slipped_cells
from xl_scorecard.domain.finding import Finding, Severity
from xl_scorecard.domain.indicator import Basis, Unit
from xl_scorecard.domain.period import Grain
from xl_scorecard.domain.scorecard import Measure, Outturn


def _over_100(context: Context) -> Iterator[Finding]:
    for measure in context.measures:
        if measure.unit is not Unit.PERCENT:
            continue
        slipped = slipped_cells(measure)  # those are percent-scale
        for outturn in measure.outturns.values():
            if outturn.value is None or outturn.cell in slipped:
                continue
            if round(outturn.value, 10) > 1:
                yield finding(
                    "percent-over-100",
                    Severity.ERROR,
                    measure,
                    outturn.cell,
                    f"{measure.name}, {outturn.period.words}: {outturn.value:.1%} is above 100%",
                    found=outturn.raw,
                    expected="0% to 100%",
                )


def _missing(context: Context) -> Iterator[Finding]:
    for measure in context.measures:
        outturn = measure.outturn(context.period)
        if (
            outturn is None
            or outturn.value is not None
            or outturn.raw
            or outturn.uncomputed
            or not _due(measure, context)
        ):
            continue
        yield finding(
            "value-missing",
            Severity.ERROR,
            measure,
            outturn.cell,
            f"{measure.name}, {context.period.words}: is blank; type the figure, or why there "
            "is none ([c], [x], [z], TBC)",
            found="",
            expected="a figure or the reason for its absence",
        )


def _due(measure: Measure, context: Context) -> bool:
    """Whether a figure is expected: not of annual indicators except at year end, nor of rows
    that never had one in a column of this length."""
    if measure.basis is Basis.ANNUAL and context.period.grain is not Grain.YEAR:
        year_end = context.period.end % 12 == (context.rule_set.starts - 2) % 12
        if not year_end:
            return False
    same = [o for p, o in measure.outturns.items() if p.grain is context.period.grain]
    ever = any(o.value is not None or o.raw for o in same)
    elsewhere = any(o.value is not None for o in measure.outturns.values())
    return ever or not elsewhere


def _as_text(context: Context) -> Iterator[Finding]:
    for measure in context.measures:
        for outturn in measure.outturns.values():
            if outturn.as_text is not None and outturn.value is not None and not outturn.flags:
                yield finding(
                    "number-as-text",
                    Severity.WARNING,
                    measure,
                    outturn.cell,
                    f'{measure.name}, {outturn.period.words}: "{outturn.raw}" is stored as text, '
                    "so charts and formulas pass over it; type it again as a number",
                    found=outturn.as_text,
                    expected=_as_number(outturn, measure),
                )


def _as_number(outturn: Outturn, measure: Measure) -> str:
    assert outturn.value is not None
    if measure.unit is Unit.PERCENT:
        return f"{outturn.value * 100:.10g}%"
    return f"{outturn.value:.12g}"


def _errors(context: Context) -> Iterator[Finding]:
    for measure in context.measures:
        for outturn in measure.outturns.values():
            if outturn.error:
                yield finding(
                    "formula-error",
                    Severity.ERROR,
                    measure,
                    outturn.cell,
                    f"{measure.name}, {outturn.period.words}: the cell shows {outturn.raw}",
                    found=outturn.raw,
                    expected="a figure",
                )


def _not_computed(context: Context) -> Iterator[Finding]:
    """One finding a row: a workbook that was never computed has hundreds of such cells."""
    for measure in context.measures:
        cells = [o.cell for o in measure.outturns.values() if o.uncomputed]
        if not cells:
            continue
        current = measure.outturn(context.period)
        place = current.cell if current is not None and current.uncomputed else cells[0]
        more = f" and {len(cells) - 1} more of the row" if len(cells) > 1 else ""
        yield finding(
            "formula-no-cached-value",
            Severity.WARNING,
            measure,
            place,
            f"{measure.name}: the formula in {place}{more} has no stored result; open and save "
            "the workbook in Excel, or say --recalculate",
            found="",
            expected="the result of the formula",
        )


_CAN_BE_NEGATIVE = re.compile(
    r"\b(?:change|changes|variance|variation|net|difference|gap|growth|increase|decrease|reduction|"
    r"surplus|deficit|over|under|overspend|underspend|savings?|progress|residual|balance|versus|vs|"
    r"movement|improvement|score|z-score|points?|better|worse|above|below|ahead|behind|compared)\b"
)
_A_SHARE = re.compile(r"(?:%|percentage|per ?cent|proportion) of\b")


def _negative(context: Context) -> Iterator[Finding]:
    for measure in context.measures:
        name = " ".join(measure.name.casefold().split())
        counted = measure.unit in (Unit.COUNT, Unit.RATE_PER_10000)
        share = measure.unit is Unit.PERCENT and _A_SHARE.match(name) is not None
        below = [o for o in measure.outturns.values() if o.value is not None and o.value < 0]
        # two of them are no slip: the row is one that can be negative, whatever its name
        if not (counted or share) or len(below) != 1 or _CAN_BE_NEGATIVE.search(name):
            continue
        (outturn,) = below
        yield finding(
            "negative-value",
            Severity.ERROR,
            measure,
            outturn.cell,
            f"{measure.name}, {outturn.period.words}: {outturn.raw} is below 0",
            found=outturn.raw,
            expected="0 or more",
        )


PERCENT_OVER_100 = Check("percent-over-100", Severity.ERROR, "a percentage above 100%", _over_100)
VALUE_MISSING = Check(
    "value-missing", Severity.ERROR, "a blank cell where a figure is due", _missing
)
NUMBER_AS_TEXT = Check("number-as-text", Severity.WARNING, "a number stored as text", _as_text)
FORMULA_ERROR = Check(
    "formula-error", Severity.ERROR, "an error value such as #DIV/0! in a value cell", _errors
)
NOT_COMPUTED = Check(
    "formula-no-cached-value",
    Severity.WARNING,
    "a formula whose result was never computed and stored",
    _not_computed,
)
NEGATIVE = Check("negative-value", Severity.ERROR, "a count or share below 0", _negative)
