"""A row that no rule is about; where hardly any rule is about any row, that in one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.checks.indicators._for_others import meant_for_others
from xl_scorecard.checks.indicators._meant import rule_meant
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.how_many import how_many
from xl_scorecard.domain.rule_index import RuleIndex
from xl_scorecard.domain.rule_set import Indicator


def _unknown(context: Context) -> Iterator[Found]:
    if (one := meant_for_others(context)) is not None:
        yield one
        return
    unknown = [row for row in context.rows if row.measure.rule is None]
    if not unknown:
        return
    index = RuleIndex(context.rule_set)
    for row in unknown:
        measure = row.measure
        if called := index.called(measure.name):
            yield _one_of(row, called)
            continue
        meant = rule_meant(measure, context)
        hint = f"; did you mean {meant.id}, {meant.name}?" if meant else ""
        yield Found.in_row(
            row,
            measure.name_cell,
            f"{measure.name}: no rule in {context.rule_set.name} has this reference or name{hint}",
            found=measure.id,
            expected=f"{meant.id} ({meant.name})" if meant else "an indicator of the rules",
        )


def _one_of(row: AssessedRow, called: Sequence[Indicator]) -> Found:
    """A row whose name several indicators have, each in a section that is not the row's."""
    measure = row.measure
    which = " or ".join(f"{rule.id} of {rule.section}" for rule in called)
    return Found.in_row(
        row,
        measure.name_cell,
        f"{measure.name}: {how_many(len(called), 'rule')} have this name, and nothing in the row "
        f"or above it says which is meant; type its reference or section",
        found=measure.section or measure.id,
        expected=which,
    )


_RULES = ("{id: A1, name: Children waiting, unit: count}",)
CHECK = Check(
    slug="indicator-no-rule",
    severity=Severity.ERROR,
    looks_for="a row that no rule is about",
    question="Is a row new, or was its reference or name changed?",
    mend="Correct the reference or name, or add the indicator to the rule set.",
    run=_unknown,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children waiting", 24, 22),
            ("Z9", "Dental checks", 310, 305),
        ),
        rules=_RULES,
        finds=("B3",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children who wait", 24, 22),
        ),
        rules=_RULES,
    ),
)
