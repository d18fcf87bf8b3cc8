"""Everything one refresh adds to a workbook, from its scorecard, rows and findings."""

from __future__ import annotations

from collections.abc import Iterable

from xl_scorecard.compose.checks_sheet import checks_sheet
from xl_scorecard.compose.columns import ColumnComposer, written_kinds
from xl_scorecard.compose.placing import why_not_beside
from xl_scorecard.compose.ratings_sheet import RatingsSheet
from xl_scorecard.compose.summary import SummaryComposer
from xl_scorecard.compose.written import WrittenTable
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.edits import Edits
from xl_scorecard.domain.finding import Checked
from xl_scorecard.domain.rule_set import Column, RuleSet
from xl_scorecard.domain.scorecard import Scorecard, Table

_DOWN = "Periods run down the scorecard, so there is no row beside which a status could stand"


def compose(
    scorecard: Scorecard,
    rows: list[AssessedRow],
    checked: Checked,
    rule_set: RuleSet,
    sheet_names: Iterable[str],
) -> Edits:
    """The edits. `sheet_names` are taken."""
    edits = Edits()
    rating = rule_set.bands
    taken = {name.casefold() for name in sheet_names}
    title = rule_set.title or rule_set.name
    written: list[WrittenTable] = []
    ratings = RatingsSheet(_free("Ratings", taken), title, scorecard.period, rating)
    for table in scorecard.tables:
        mine = [row for row in rows if row.table is table]
        if not mine:
            continue
        among = any(_in_the_same_rows(table, other) for other in scorecard.tables)
        beside = [w for w in written if w.elsewhere is None and _in_the_same_rows(table, w.table)]
        elsewhere = _why_elsewhere(table, rule_set.columns, beside, among_others=among)
        if elsewhere is not None:
            written.append(ratings.put(table, mine, elsewhere))
        else:
            composer = ColumnComposer(table, mine, rating, scorecard.period, among_others=among)
            edit, placed = composer.compose(rule_set.columns, beside)
            edits.sheets.append(edit)
            written.append(WrittenTable(table, mine, placed, rating))
    summary = SummaryComposer(
        _free("Summary", taken), title, scorecard.period, rating, written
    ).compose()
    checks = checks_sheet(_free("Checks", taken), title, scorecard, checked)
    edits.new_sheets = [*ratings.sheets(), summary, checks]
    return edits


def _why_elsewhere(
    table: Table, wanted: list[Column], beside: list[WrittenTable], *, among_others: bool
) -> str | None:
    """Why the statuses of a table go to the Ratings sheet, as words for it; None if beside it."""
    if not table.upright:
        return _DOWN
    kinds = written_kinds(table, wanted)
    used = [column for other in beside for column in other.placed.columns.values()]
    return why_not_beside(table, kinds, used, among_others=among_others)


def _in_the_same_rows(table: Table, other: Table) -> bool:
    """Whether another table stands beside one."""
    if other is table or other.sheet != table.sheet or not other.upright:
        return False
    return other.header_top <= table.last_row and table.header_top <= other.last_row


def _free(name: str, taken: set[str]) -> str:
    """A sheet name nobody has: Summary, Scorecard Summary, Scorecard Summary 2."""
    number = 1
    candidate = name
    while candidate.casefold() in taken:
        candidate = f"Scorecard {name}" if number == 1 else f"Scorecard {name} {number}"
        number += 1
    return candidate
