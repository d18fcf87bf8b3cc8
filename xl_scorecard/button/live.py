"""One refresh of the open workbook: read, rate, check, compose, write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from xl_scorecard.batch.find import Found
from xl_scorecard.batch.rules import RuleFinder
from xl_scorecard.button.live_sheets import LiveSheets, formulas_of
from xl_scorecard.button.live_writer import LiveWriter
from xl_scorecard.button.ours import find_ours
from xl_scorecard.compose.workbook import compose
from xl_scorecard.domain.outcome import FindingResult, Outcome, finding_results
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.errors import UsageError
from xl_scorecard.reading.tables.workbooks import Choose
from xl_scorecard.run import Job, outcome_of, read


def folder_of(book: Any) -> Path | None:
    """The folder a workbook lies in; None for one never saved, or only on SharePoint."""
    import xlwings

    try:
        path = Path(book.fullname)
    except xlwings.XlwingsError:
        return None  # on SharePoint or OneDrive, in a folder this computer does not keep
    return path.parent if path.is_absolute() else None


def _rule_sets(name: str, folder: Path | None, rules: Path | None) -> tuple[RuleSet, ...]:
    """The rule sets for an open workbook; the UsageError says where they were looked for."""
    if rules is None and folder is None:
        raise UsageError(
            f"{name}: no rule set found. It has not been saved to a folder of this computer, so "
            "there is no folder rules beside it. Save it beside its rules (or open it from the "
            "synchronised folder), or ask whoever installed the button to name the folder that "
            "holds them"
        )
    if rules is None and folder is not None and not (folder / "rules").is_dir():
        raise UsageError(
            f"{name}: no rule set found. Looked for {folder / 'rules'}; put the rule set there, or "
            "ask whoever installed the button to name the folder that holds it"
        )
    at = folder or Path()
    return RuleFinder(rules).for_workbook(Found(at / name, Path(name), at))


def refresh_live(
    book: Any,
    rules: Path | None,
    period: str | None,
    go_on: Callable[[list[FindingResult]], bool] | None,
    choose: Choose,
) -> Outcome:
    """Refresh an open workbook; raises ScorecardError.

    Where `go_on` says no, nothing is written and the outcome is "checked"; `choose` picks one of
    several rule sets that fit.
    """
    folder = folder_of(book)
    path = (folder or Path()) / book.name
    rule_sets = _rule_sets(book.name, folder, rules)
    known = formulas_of(book.sheets[0].range("A1")) is not None
    ours = find_ours(book, rule_sets, formulas_known=known)
    sheets = LiveSheets(book, list(ours.sheets.values()), ours.keep)
    reading = read(book.name, sheets, rule_sets, period, ours.former, choose)
    taken = [sheet.name for sheet in book.sheets if sheet.name not in ours.sheets.values()]
    job = Job("refresh", path, path)
    if go_on is not None and not go_on(finding_results(reading.findings)):
        return outcome_of(job, "checked", reading)
    edits = compose(
        reading.scorecard, reading.rows, reading.checked, reading.rule_set, taken
    )
    ours.note_theirs(table.grid for table in reading.scorecard.tables)
    in_front = book.sheets.active
    try:
        LiveWriter(book, ours).apply(edits)
    finally:
        in_front.activate()  # a sheet that is added comes to the front
    return outcome_of(job, "refreshed", reading)
