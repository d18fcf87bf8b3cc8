"""Earlier quarters of the open workbook: closed files beside it, where it lies in a folder."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.domain.scorecard import Scorecard
from xl_scorecard.reading.tables.earlier_quarters import Earlier
from xl_scorecard.refreshing import AskEarlier


def earlier_beside(folder: Path | None, name: str) -> AskEarlier:
    """What gives the workbooks of earlier quarters in a workbook's own folder.

    One that was never saved, or is open from SharePoint alone, has none: that is said.
    """
    return _not_sought if folder is None else partial(_sought, folder, name)


def _not_sought(_rule_set: RuleSet, _scorecard: Scorecard) -> Earlier:
    return Earlier(not_sought=True)


def _sought(folder: Path, name: str, rule_set: RuleSet, scorecard: Scorecard) -> Earlier:
    # Imported where there is a folder to look in: on the web there is none.
    from xl_scorecard.batch.earlier import EarlierFinder
    from xl_scorecard.batch.find import Found
    from xl_scorecard.earlier import earlier_quarters
    from xl_scorecard.options import Options

    found = Found(folder / name, Path(name), folder)
    before = EarlierFinder(Options()).for_workbook(found, rule_set.starts)
    return earlier_quarters(before, None, rule_set, scorecard)
