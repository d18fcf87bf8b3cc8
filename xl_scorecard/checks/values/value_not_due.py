"""A figure of what is measured once a year, at another time of the year than its own."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks._stated import stated
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.period import Grain

_YEAR = 12
_FEWEST_BLANK = 2


def _not_due(context: Context) -> Iterator[Found]:
    """At the year's end, and where a figure came at this time a year ago, it is due."""
    period = context.period
    if period.grain is Grain.YEAR or period.end % _YEAR == (context.rule_set.starts - 2) % _YEAR:
        return
    for row in context.rows:
        outturn = row.measure.outturn(period)
        if row.measure.basis is not Basis.ANNUAL or outturn is None or outturn.value is None:
            continue
        due = _due(row)
        if due is not None:
            figure = stated(outturn, row.measure)
            yield Found.in_row(
                row,
                outturn.cell,
                f"{row.measure.name}: {figure} is given for {period.words}, but it is measured "
                f"once a year, {due}; is it this indicator's figure, and this period's?",
                found=figure,
                expected="a figure when the year's is due",
            )


def _due(row: AssessedRow) -> str | None:
    """When the figure comes, in words; None where it may be now."""
    period = row.period
    before = sorted(
        (p, o) for p, o in row.measure.history.items() if p.grain is period.grain and p < period
    )
    given = [p for p, outturn in before if outturn.value is not None]
    if period.year_before in given:
        return None
    if not given:
        return "and no earlier period has one" if len(before) >= _FEWEST_BLANK else None
    times = {p.end % _YEAR for p in given}
    return f"as for {given[-1].words}" if len(times) == 1 else None


_RULES = (
    "{id: A1, name: Pupils at the expected standard, basis: annual}",
    "{id: B1, name: Pupils attending}",
)
_HEADINGS = ("Ref", "Measure", "Q4 2017/18", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
_OTHER = ("B1", "Pupils attending", Percent(0.9), Percent(0.9), Percent(0.92), Percent(0.91))
CHECK = Check(
    slug="value-not-due",
    severity=Severity.INFO,
    looks_for="a figure of an annual indicator at another time of the year than its own",
    question="Has a figure slipped into the row of what is measured once a year?",
    mend="Move the figure to its own period, or correct the basis in the rule set.",
    run=_not_due,
    triggers=Example(
        rows=(
            _HEADINGS,
            ("A1", "Pupils at the expected standard", Percent(0.6), None, None, Percent(0.91)),
            _OTHER,
        ),
        rules=_RULES,
        finds=("F2",),
    ),
    passes=Example(
        rows=(
            _HEADINGS,
            ("A1", "Pupils at the expected standard", Percent(0.6), None, None, None),
            _OTHER,
        ),
        rules=_RULES,
    ),
)
