"""Single values that cannot be right, or are not there."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.context import Check, Context, finding, stated
from xl_scorecard.domain.finding import Finding, Severity
from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.number_words import mistyped_number
from xl_scorecard.domain.period import Grain
from xl_scorecard.domain.scorecard import Measure, Outturn


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
            expected = _number_meant(outturn, measure)
            if expected is not None:
                yield finding(
                    "number-as-text",
                    Severity.ERROR,
                    measure,
                    outturn.cell,
                    f'{measure.name}, {outturn.period.words}: "{outturn.raw}" is stored as text, '
                    "so charts and formulas pass over it; type it again as a number",
                    found=outturn.as_text or outturn.raw,
                    expected=expected,
                )


def _number_meant(outturn: Outturn, measure: Measure) -> str | None:
    """The number that a text stands for; the letter O among its digits is a 0."""
    if outturn.value is not None:
        as_text = outturn.as_text is not None and not outturn.flags
        return stated(outturn, measure) if as_text else None
    mistyped = mistyped_number(outturn.raw) if Mark.NOT_UNDERSTOOD in outturn.flags else None
    if mistyped is None:
        return None
    number, percent = mistyped
    return f"{number * 100:.10g}%" if percent else f"{number:.12g}"


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


VALUE_MISSING = Check(
    "value-missing", Severity.ERROR, "a blank cell where a figure is due", _missing
)
NUMBER_AS_TEXT = Check("number-as-text", Severity.ERROR, "a number stored as text", _as_text)
FORMULA_ERROR = Check(
    "formula-error", Severity.ERROR, "an error value such as #DIV/0! in a value cell", _errors
)
NOT_COMPUTED = Check(
    "formula-no-cached-value",
    Severity.WARNING,
    "a formula whose result was never computed and stored",
    _not_computed,
)
