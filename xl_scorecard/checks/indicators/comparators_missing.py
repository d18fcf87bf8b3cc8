"""A table of other authorities' figures that the rule set names, and nothing is found in."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.finding import Severity


def _missing(context: Context) -> Iterator[Found]:
    tables = context.scorecard.tables
    found = {
        named.sheet.casefold()
        for table in tables
        for several in table.named_others.values()
        for named in several
    }
    for said in context.rule_set.workbook.comparators:
        if said.sheet.casefold() not in found:
            yield Found(
                f"In the rule set: comparators name the sheet {said.sheet}, and no indicator is "
                f"found there, by reference or name in {said.names}; nothing is ranked",
                tables[0].sheet,
                found=said.sheet,
                expected="a sheet with a line an indicator",
            )


_ROWS = (
    ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
    ("A1", "Children seen", Percent(0.8), Percent(0.82)),
)
_OTHERS = (("Ref", "Ashby", "Barford"), ("A1", Percent(0.7), Percent(0.9)))
_RULES = ("{id: A1, name: Children seen, unit: percent}",)
CHECK = Check(
    slug="comparators-missing",
    severity=Severity.WARNING,
    looks_for="a table of other authorities' figures that the rule set names and that has none of "
    "the indicators",
    question="Was the sheet of statistical neighbours renamed?",
    mend="Name the table that has these indicators, by reference or name.",
    run=_missing,
    triggers=Example(
        rows=_ROWS,
        rules=_RULES,
        before=_OTHERS,
        compares="{sheet: Neighbours, names: A, figures: 'B:C'}",
        finds=("Scorecard",),
    ),
    passes=Example(
        rows=_ROWS,
        rules=_RULES,
        before=_OTHERS,
        compares="{sheet: Before, names: A, figures: 'B:C'}",
    ),
)
