"""What reading a scorecard costs where sheets of data stand beside it.

    python benchmarks/reading.py

A plain typical scorecard (60 rows x 30 columns) is checked alone and beside a sheet of 200,000 rows
and 8 columns whose texts are shared, as Excel stores them:

  after     the data on the tab after the scorecard
  before    the data on the tab before it: its 400,000 texts come first in the table of texts
  lookalike the same with headings and dates that might be a scorecard's: ID, Name, Visited on

*check* is the work in one process with imports done; *command* is `xl-scorecard check` from start
to end. Ratios to the scorecard alone in one run count, not seconds.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import xlsxwriter
from cost import ROWS, add_scorecard

from xl_scorecard.batch.commands import plan
from xl_scorecard.options import Options
from xl_scorecard.run import process

DATA_ROWS = 200_000
PLAIN = ("Child", "Team", "Worker", "Day", "Category", "Outcome", "Days", "Note")
LOOKALIKE = ("ID", "Name", "Worker", "Visited on", "Category", "Outcome", "Days", "Note")


def main() -> None:
    """Build, measure and print a table in Markdown."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        rules = _rules(folder)
        books = {
            "alone": _book(folder / "alone.xlsx"),
            "after": _book(folder / "after.xlsx", after=PLAIN),
            "before": _book(folder / "before.xlsx", before=PLAIN),
            "lookalike": _book(folder / "lookalike.xlsx", before=LOOKALIKE),
        }
        print("| workbook | MB | check s | command s | check / alone | command / alone |")
        print("|---|---|---|---|---|---|")
        alone = None
        for name, book in books.items():
            check = _best(lambda book=book: _check(book, rules))
            command = _best(lambda book=book: _command(book, rules))
            alone = alone or (check, command)
            print(
                f"| {name} | {book.stat().st_size / 1e6:.2f} | {check:.3f} | {command:.2f} "
                f"| {check / alone[0]:.1f} | {command / alone[1]:.1f} |"
            )


def _rules(folder: Path) -> Path:
    path = folder / "rules.yaml"
    lines = [
        f"  - {{id: I{n:03d}, name: Children seen within timescale {n}, unit: percent}}"
        for n in range(1, ROWS + 1)
    ]
    head = "name: bench\ndefaults: {tolerance: 5 points, good_is: high}\nindicators:\n"
    path.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def _book(path: Path, before: tuple[str, ...] = (), after: tuple[str, ...] = ()) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        if before:
            _data(book, before)
        add_scorecard(book)
        if after:
            _data(book, after)
    return path


def _data(book: xlsxwriter.Workbook, headings: tuple[str, ...]) -> None:
    """Visits, a row each; the child and the note are texts of their own."""
    sheet = book.add_worksheet("Data")
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 0, headings)
    for row in range(1, DATA_ROWS + 1):
        sheet.write_string(row, 0, f"CH{row:07d}")
        sheet.write_string(row, 1, f"Team {row % 37}")
        sheet.write_string(row, 2, f"Worker {row % 411}")
        sheet.write_number(row, 3, 43_000 + row % 365, day)
        sheet.write_string(row, 4, f"Category {row % 12}")
        sheet.write_string(row, 5, f"Outcome {row % 5}")
        sheet.write_number(row, 6, row % 90)
        sheet.write_string(row, 7, f"Visit {row} recorded and signed off")


def _check(book: Path, rules: Path) -> None:
    (job,) = plan("check", [book], Options(rules=rules))
    outcome = process(job)
    assert len(outcome.indicators) == ROWS, outcome.error


def _command(book: Path, rules: Path) -> None:
    words = ["check", str(book), "--rules", str(rules), "--fail-on", "never"]
    subprocess.run([sys.executable, "-m", "xl_scorecard", *words], check=True, capture_output=True)


def _best(act: Callable[[], None]) -> float:
    """The shortest of seven goes."""
    times = []
    for _ in range(7):
        begun = time.perf_counter()
        act()
        times.append(time.perf_counter() - begun)
    return min(times)


if __name__ == "__main__":
    main()
