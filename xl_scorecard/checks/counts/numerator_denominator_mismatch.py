"""A percentage or rate against its own counts, rounded half up as the report does."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.counts._counts import counts_of
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.scorecard import Outturn

_PER = {Unit.PERCENT: 1.0, Unit.RATE_PER_10000: 10_000.0}


def _mismatches(context: Context) -> Iterator[Found]:
    for row in context.rows:
        tops, bases = counts_of(row, context)
        for period, outturn in row.measure.outturns.items():
            top, base = tops.get(period), bases.get(period)
            if top is None or base is None:
                continue
            found = _compare(row, outturn, top, base)
            if found is not None:
                yield found


def _compare(row: AssessedRow, outturn: Outturn, top: Outturn, base: Outturn) -> Found | None:
    """Compare at the decimals that the figure is stated with."""
    if outturn.value is None or top.value is None or not base.value:
        return None
    measure = row.measure
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
    return Found.in_row(
        row,
        outturn.cell,
        f"{measure.name}, {outturn.period.words}: {found} is stated, but {top.value:,.10g} "
        f"({top.cell}) of {base.value:,.10g} ({base.cell}) is {expected}",
        found=found,
        expected=expected,
    )


_RULES = (
    "{id: A1, name: Children seen, unit: percent, numerator: A1-N, denominator: A1-D}",
    "{id: A1-N, name: seen, unit: count}",
    "{id: A1-D, name: all children, unit: count}",
)
CHECK = Check(
    slug="numerator-denominator-mismatch",
    severity=Severity.ERROR,
    looks_for="a percentage or rate that its numerator and denominator do not give, rounding "
    "allowed for",
    question="Do the counts below a percentage give that percentage?",
    mend="Correct the percentage, or whichever count is wrong.",
    run=_mismatches,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Q3 2018/19"),
            ("A1", "Children seen", Percent(0.14)),
            ("A1-N", "seen", 354),
            ("A1-D", "all children", 2160),  # 16.4%
        ),
        rules=_RULES,
        finds=("C2",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Q3 2018/19"),
            ("A1", "Children seen", Percent(0.84)),
            ("A1-N", "seen", 1806),
            ("A1-D", "all children", 2160),  # 83.6%
        ),
        rules=_RULES,
    ),
)
