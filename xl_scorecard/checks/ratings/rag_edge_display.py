"""A figure that shows as another than is rated: 84.96% as 85.0%, below a target of 85%."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.scorecard import Outturn

_MOST_DECIMALS = 10


def _shown_otherwise(context: Context) -> Iterator[Found]:
    rating = context.rule_set.bands
    for row in context.rows:
        current, measure = row.current, row.measure
        if current is None or current.value is None or row.status_as_shown == row.status:
            continue
        shown, finer = _shown(current, measure.unit)
        given, seen = (rating.band(word).label for word in (row.status, row.status_as_shown))
        yield Found.in_row(
            row,
            current.cell,
            f"{measure.name}, {current.period.words}: {finer} shows as {shown}, which would be "
            f"{seen}; what is stored is rated, and is {given}",
            found=shown,
            expected=finer,
        )


def _shown(outturn: Outturn, unit: Unit | None) -> tuple[str, str]:
    """The figure as it shows, and with as many decimals more as tell it from that."""
    mark = "%" if unit is Unit.PERCENT else ""
    exact = Decimal(f"{outturn.value:.15g}") * (100 if mark else 1)
    as_shown, *finer = (
        exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        for places in range(outturn.stated_decimals, _MOST_DECIMALS + 1)
    )
    other = next((figure for figure in finer if figure != as_shown), exact)
    return f"{as_shown:,f}{mark}", f"{other:,f}{mark}"


_RULES = ("{id: A1, name: Children seen, unit: percent, good_is: high, tolerance: 5 points}",)
_HEADINGS = ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19")
CHECK = Check(
    slug="rag-edge-display",
    severity=Severity.INFO,
    looks_for="a figure that shows, rounded, as one that would be rated otherwise",
    question="Why is 100% amber against a target of 100%?",
    mend="Show one more decimal, or say in the comment that it is just short.",
    run=_shown_otherwise,
    needs=(Aspect.NUMBER_FORMATS,),
    triggers=Example(
        rows=(_HEADINGS, ("A1", "Children seen", Percent(1), Percent(0.97), Percent(0.99958))),
        rules=_RULES,
        finds=("E2",),
    ),
    passes=Example(
        rows=(_HEADINGS, ("A1", "Children seen", Percent(1), Percent(0.97), Percent(0.99))),
        rules=_RULES,
    ),
)
