"""Small scorecards written by XlsxWriter, and the rule sets that go with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

import xl_scorecard
from xl_scorecard.batch.commands import Run
from xl_scorecard.domain.outcome import Failure, Outcome

Cell = float | str | None
More = Callable[[Any, Any], None]

HEADINGS = ("Ref", "Measure", "Good is", "Target", "Q2 2018/19", "Q3 2018/19")
HEADER_ROW, FIRST_ROW = 3, 4
SHEET = "Scorecard"

# Against 80% with 5 points of tolerance: on target; 3 points over 20%; 14 points short.
ROWS: tuple[tuple[Cell, ...], ...] = (
    ("A1", "Children seen", "High", 0.8, 0.75, 0.82),
    ("B1", "Children waiting", "Low", 0.2, 0.25, 0.23),
    ("C1", "Plans reviewed", "High", 0.8, 0.7, 0.66),
)
RULES = """\
name: small
defaults: {tolerance: 5 points, unit: percent}
indicators:
  - {id: A1, name: Children seen, good_is: high}
  - {id: B1, name: Children waiting, good_is: low}
  - {id: C1, name: Plans reviewed, good_is: high}
"""


def scorecard(
    path: Path,
    rows: Sequence[Sequence[Cell]] = ROWS,
    headings: Sequence[Cell] = HEADINGS,
    *,
    sheet: str = SHEET,
    number_format: str = "0.0%",
    more: More | None = None,
) -> Path:
    """A workbook with a title, a header in row 3 and rows of figures from row 4 on."""
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet(sheet)
        shown = book.add_format({"num_format": number_format})
        page.write_string(0, 0, "Performance of the service")
        for row, cells in enumerate([headings, *rows], HEADER_ROW - 1):
            for column, value in enumerate(cells):
                if isinstance(value, str):
                    page.write_string(row, column, value)
                elif value is not None:
                    page.write_number(row, column, value, shown)
        if more is not None:
            more(book, page)
    return path


def rule_file(folder: Path, text: str = RULES) -> Path:
    """A rule set in a file of its own."""
    path = folder / "rules.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def done(run: Run) -> Outcome:
    """The outcome of a run's one workbook, which must not have failed."""
    (outcome,) = all_done(run)
    return outcome


def all_done(run: Run) -> list[Outcome]:
    """The outcomes of a run in which no workbook may have failed.

    A failed workbook has no findings and no indicators: a test that looked at those alone would
    pass over any crash. Tests about failures look at the run itself.
    """
    failed = [f"{o.path}: {o.error and o.error.message}" for o in run.failed]
    assert not failed, "\n".join(failed)
    return run.workbooks


def failure(run: Run) -> Failure:
    """Why a run's one workbook failed, which it must have."""
    (outcome,) = run.workbooks
    assert outcome.error is not None, f"{outcome.path}: {outcome.outcome}"
    return outcome.error


def refreshed_into(folder: Path, workbook: Path, rules: str = RULES) -> Outcome:
    """The outcome of refreshing one workbook into a folder, which must not fail."""
    return done(xl_scorecard.refresh(workbook, rules=rule_file(workbook.parent, rules), out=folder))


def checked(workbook: Path, rules: str = RULES) -> Outcome:
    """The outcome of checking one workbook, which must not fail."""
    return done(xl_scorecard.check(workbook, rules=rule_file(workbook.parent, rules)))


def refused(folder: Path, workbook: Path, rules: str = RULES) -> Failure:
    """Why one workbook could not be refreshed into a folder."""
    return failure(
        xl_scorecard.refresh(workbook, rules=rule_file(workbook.parent, rules), out=folder)
    )


def cleared(workbook: Path, *, force: bool = False) -> Outcome:
    """The outcome of clearing one workbook in place, which must not fail.

    `force` clears also what formulas outside look at, as those of a copied Summary do.
    """
    return done(xl_scorecard.clear(workbook, in_place=True, force=force))


def statuses(outcome: Outcome) -> dict[str, str]:
    """Status by indicator."""
    return {item.id: item.status for item in outcome.indicators}


def findings(outcome: Outcome) -> list[tuple[str, str | None]]:
    """Check and cell of each finding."""
    return [(finding.check, finding.cell) for finding in outcome.findings]
