"""What in the real workbooks of the corpus is no scorecard, though parts of it look like one."""

from __future__ import annotations

from pathlib import Path

from tests.reading.real.understood import periods, read
from xl_scorecard.domain.scorecard import Scorecard
from xl_scorecard.errors import WorkbookError


def _read_or_refused(corpus: Path, number: str) -> Scorecard | None:
    """A workbook as understood, or None where the answer is that it holds no scorecard."""
    (path,) = (corpus / "real").glob(f"{number}_*.xls*")
    try:
        return read(path)
    except WorkbookError as refused:
        if refused.kind != "no_scorecard":
            raise
        return None


def test_a_form_that_a_project_fills_in_is_not_a_scorecard(corpus: Path) -> None:
    """16: of its 26 sheets only the counts of failed checks by quarter have the shape of one."""
    scorecard = _read_or_refused(corpus, "16")
    tables = scorecard.tables if scorecard is not None else []
    assert {table.sheet for table in tables} <= {"Data Quality Log"}
    for table in tables:
        found = periods(table)
        assert (found["C"], found["F"]) == ("2018/19 Q2", "2019/20 Q1")


def test_the_dates_of_milestones_are_no_periods(corpus: Path) -> None:
    """17: projects' milestones are dated, but the quarter reported stands nowhere."""
    scorecard = _read_or_refused(corpus, "17")
    tables = scorecard.tables if scorecard is not None else []
    assert [str(period) for table in tables for period in table.periods] == []
