"""A rule that gives targets by period, and none for the one that is rated."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.target_profile import PROFILE

_MOST_NAMED = 3


def _missing(context: Context) -> Iterator[Found]:
    for row in context.rows:
        measure, current, rule = row.measure, row.current, row.measure.rule
        if rule is None or not isinstance(rule.target, dict) or not rule.target:
            continue
        if row.target is not None or measure.polarity is Polarity.NEITHER:
            continue
        if current is None or current.value is None:
            continue  # there is nothing to rate yet
        periods = [said for said in rule.target if said != PROFILE]
        given = ", ".join(periods[-_MOST_NAMED:])
        more = "the last of them " if len(periods) > _MOST_NAMED else ""
        yield Found.in_row(
            row,
            current.cell,
            f"{measure.name}: the rule set gives targets by period ({more}{given}) and none for "
            f"{row.period.words}, so it is not rated; add that under target",
            found="",
            expected=f"a target for {row.period.words}",
        )


_RULE = (
    "{{id: A1, name: Children seen, unit: percent, good_is: high, tolerance: 5 points, "
    "target: {{{targets}}}}}"
)
CHECK = Check(
    slug="target-profile-missing",
    severity=Severity.ERROR,
    looks_for="targets by period in the rule set, and none for the period reported",
    question="Were the targets not carried on to the new year?",
    mend="Add the period's target to the rule set.",
    run=_missing,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Q4 2018/19", "Q1 2019/20"),
            ("A1", "Children seen", Percent(0.7), Percent(0.5)),
        ),
        rules=(_RULE.format(targets="2017/18: 75%, 2018/19: 80%"),),
        finds=("D2",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Q4 2018/19", "Q1 2019/20"),
            ("A1", "Children seen", Percent(0.7), Percent(0.5)),
        ),
        rules=(_RULE.format(targets="2018/19: 80%, 2019/20: 82%"),),
    ),
)
