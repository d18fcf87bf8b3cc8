"""Percentages against the counts they are made of."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from xl_scorecard.checks.context import Check, Context, finding
from xl_scorecard.domain.finding import Finding, Severity
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.scorecard import Measure, Outturn

SLUG = "numerator-denominator-mismatch"
_PER = {Unit.PERCENT: 1.0, Unit.RATE_PER_10000: 10_000.0}


def _mismatches(context: Context) -> Iterator[Finding]:
    for row in context.rows:
        rule = row.measure.rule
        if rule is None or rule.numerator is None or rule.denominator is None:
            continue
        top = context.row_meant(rule.numerator, row)
        base = context.row_meant(rule.denominator, row)
        if top is None or base is None:
            continue
        for period, outturn in row.measure.outturns.items():
            counts = top.measure.outturn(period), base.measure.outturn(period)
            if counts[0] is None or counts[1] is None:
                continue
            found = _compare(row.measure, outturn, counts[0], counts[1])
            if found is not None:
                yield found


def _compare(measure: Measure, outturn: Outturn, top: Outturn, base: Outturn) -> Finding | None:
    """Half-up rounding at the decimals the figure is stated with, as the report does."""
    if outturn.value is None or top.value is None or not base.value:
        return None
    scale = 100 if measure.unit is Unit.PERCENT else 1
    per = _PER.get(measure.unit or Unit.RATIO, 1.0)
    computed = Decimal(top.value) / Decimal(base.value) * Decimal(per) * scale
    stated = Decimal(repr(outturn.value)) * scale
    places = Decimal(1).scaleb(-outturn.stated_decimals)
    if computed.quantize(places, ROUND_HALF_UP) == stated.quantize(places, ROUND_HALF_UP):
        return None
    decimals = max(outturn.stated_decimals, 1)
    mark = "%" if measure.unit is Unit.PERCENT else ""
    expected = f"{computed.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)}{mark}"
    found = f"{stated.quantize(places, ROUND_HALF_UP)}{mark}"
    return finding(
        SLUG,
        Severity.ERROR,
        measure,
        outturn.cell,
        f"{measure.name}, {outturn.period.words}: {found} is stated, but {top.value:,.10g} "
        f"({top.cell}) of {base.value:,.10g} ({base.cell}) is {expected}",
        found=found,
        expected=expected,
    )


MISMATCH = Check(
    SLUG,
    Severity.ERROR,
    "a percentage or rate that its numerator and denominator do not give, rounding allowed for",
    _mismatches,
)
