"""One refresh of the open workbook: which rules are for it, and the workbook as a host."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from xl_scorecard.batch.find import Found
from xl_scorecard.batch.rules import RuleFinder
from xl_scorecard.button.earlier_beside import earlier_beside
from xl_scorecard.button.live_host import LiveHost
from xl_scorecard.domain.outcome import Outcome
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.errors import UsageError
from xl_scorecard.reading.tables.workbooks import Choose
from xl_scorecard.refreshing import GoOn, read_of, refresh


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
    go_on: GoOn | None,
    choose: Choose,
) -> Outcome:
    """Refresh an open workbook by the rules for it; raises ScorecardError.

    Where `go_on` says no, nothing is written and the outcome is "checked"; `choose` picks one of
    several rule sets that fit.
    """
    host, rule_sets = _hosted(book, rules)
    ask_earlier = earlier_beside(folder_of(book), book.name)
    return refresh(host, rule_sets, period, choose=choose, go_on=go_on, ask_earlier=ask_earlier)


def last_period(book: Any, rules: Path | None) -> Period:
    """The last period that an open workbook reports; raises ScorecardError."""
    host, rule_sets = _hosted(book, rules)
    with host.sheets() as source:
        return read_of(host, source, rule_sets, None).scorecard.period


def _hosted(book: Any, rules: Path | None) -> tuple[LiveHost, tuple[RuleSet, ...]]:
    folder = folder_of(book)
    rule_sets = _rule_sets(book.name, folder, rules)
    return LiveHost(book, (folder or Path()) / book.name, rule_sets), rule_sets
