"""An arrow that was typed where there is no earlier figure to compare with."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks._stated import stands_there
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.checks.travel._typed import says_a_move
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Gap
from xl_scorecard.domain.scorecard import Outturn


def _from_nothing(context: Context) -> Iterator[Found]:
    for row in context.rows:
        measure = row.measure
        typed = measure.typed_travel
        if typed is None or row.value is None or not says_a_move(typed):
            continue
        gap = _nothing_before(row)
        if gap is None:
            continue
        yield Found.in_row(
            row,
            typed.ref,
            f"{measure.name}: {typed.text} is typed, but there is no figure for "
            f"{gap.period.words} to compare with ({gap.cell}: {stands_there(gap)})",
            found=typed.text,
            expected=f"no arrow, or a figure in {gap.cell}",
        )


def _nothing_before(row: AssessedRow) -> Outturn | None:
    """The gap in the period that the move would be told from, where no other figure can be meant:
    not that of a year ago, nor any earlier one unless the gap is a suppressed figure."""
    measure, wanted = row.measure, row.compared_with
    gap = measure.outturns.get(wanted) if wanted is not None else None
    if gap is None or gap.value is not None or row.not_compared is not None:
        return None
    if gap.uncomputed or gap.error or gap.flags:
        return None
    earlier = [p for p, o in measure.history.items() if p < row.period and o.value is not None]
    if gap.gap is not Gap.SUPPRESSED:
        return None if earlier else gap
    ends = gap.period.end, row.period.year_before.end
    meant = any(p.end in ends and p.grain <= row.period.grain for p in earlier)
    return None if meant else gap


_RULES = (
    "{id: A1, name: Children seen, unit: percent, good_is: high}",
    "{id: B1, name: Plans reviewed, unit: percent, good_is: high}",
)
_HEADINGS = ("Ref", "Measure", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19", "DoT")
_PLANS = ("B1", "Plans reviewed", Percent(0.7), Percent(0.66), Percent(0.71), "↑")
CHECK = Check(
    slug="dot-no-previous",
    severity=Severity.INFO,
    looks_for="a typed direction of travel where the figure before is suppressed or not there",
    question="Up from what?",
    mend="Take the arrow out, or fill in the figure before.",
    run=_from_nothing,
    triggers=Example(
        rows=(
            _HEADINGS,
            ("A1", "Children seen", Percent(0.7), "[c]", Percent(0.8), "↑"),
            _PLANS,
        ),
        rules=_RULES,
        finds=("F2",),
    ),
    passes=Example(
        rows=(
            _HEADINGS,
            ("A1", "Children seen", Percent(0.7), "[c]", Percent(0.8), None),
            _PLANS,
        ),
        rules=_RULES,
    ),
)
