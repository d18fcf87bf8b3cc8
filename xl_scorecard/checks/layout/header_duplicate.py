"""Two columns that could both hold the target, and say different things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.checks.layout._headings import at_heading, places
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.same_target import one_target
from xl_scorecard.domain.scorecard import Column, Role, Table
from xl_scorecard.domain.target_words import span_in_words


def _two_targets(context: Context) -> Iterator[Found]:
    for table in context.tables:
        by_period: dict[object, list[Column]] = defaultdict(list)
        for column in table.by_role(Role.TARGET):
            kind = column.period, column.basis, span_in_words(column.heading)
            by_period[kind].append(column)
        for columns in by_period.values():
            differ = [row.row for row in table.rows if _differ(_said(table, row.row, columns))]
            if not differ:
                continue
            message = (
                f"the target could stand in {places(columns)}; where they differ, as in row "
                f"{differ[0]}, neither is used. Rename one, or name it in the rule set"
            )
            yield at_heading(table, columns[1], message, "one column for the target")


def _said(table: Table, row: int, columns: list[Column]) -> list[Cell]:
    cells = (table.grid.shown(row, column.index) for column in columns)
    return [cell for cell in cells if cell is not None and cell.value is not None]


def _differ(cells: list[Cell]) -> bool:
    return len({cell.value for cell in cells}) > 1 and one_target(cells) is None


CHECK = Check(
    slug="header-duplicate",
    severity=Severity.ERROR,
    looks_for="two columns that could be the target, and differ",
    question="Which of two columns holds the target?",
    mend="Leave one column headed as the target, and head the other as what it is.",
    run=_two_targets,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Target", "Target", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children seen", Percent(0.8), Percent(0.9), Percent(0.82), Percent(0.84)),
        ),
        finds=("D1",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Target", "Target", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children seen", Percent(0.8), Percent(0.8), Percent(0.82), Percent(0.84)),
        ),
    ),
)
