"""Everything one refresh adds to a workbook, from scorecard, assessments and findings."""

from __future__ import annotations

from collections.abc import Iterable

from xl_scorecard.compose.checks_sheet import checks_sheet
from xl_scorecard.compose.columns import ColumnComposer
from xl_scorecard.compose.summary import SummaryComposer
from xl_scorecard.compose.written import WrittenTable
from xl_scorecard.domain.edits import Edits
from xl_scorecard.domain.finding import Finding
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.domain.scorecard import Scorecard
from xl_scorecard.rating.assess import Assessment


def compose(
    scorecard: Scorecard,
    assessments: list[Assessment],
    findings: list[Finding],
    rule_set: RuleSet,
    sheet_names: Iterable[str],
) -> Edits:
    """The edits. `sheet_names` are taken."""
    edits = Edits()
    rating = rule_set.bands
    written = []
    for table in scorecard.tables:
        rows = {row.row for row in table.rows}
        mine = [a for a in assessments if a.measure.sheet == table.sheet and a.measure.row in rows]
        if not mine:
            continue
        composer = ColumnComposer(table, mine, rating, scorecard.period)
        edit, placed = composer.compose(rule_set.columns)
        edits.sheets.append(edit)
        written.append(WrittenTable(table, mine, placed, rating))
    taken = {name.casefold() for name in sheet_names}
    title = rule_set.title or rule_set.name
    summary = SummaryComposer(
        _free("Summary", taken), title, scorecard.period, rating, written
    ).compose()
    checks = checks_sheet(_free("Checks", taken), title, scorecard.period, findings)
    edits.new_sheets = [summary, checks]
    return edits


def _free(name: str, taken: set[str]) -> str:
    """A sheet name nobody has: Summary, Scorecard Summary, Scorecard Summary 2."""
    number = 1
    candidate = name
    while candidate.casefold() in taken:
        candidate = f"Scorecard {name}" if number == 1 else f"Scorecard {name} {number}"
        number += 1
    return candidate
