"""What many cell formats cost a refresh: CPU seconds by how many a workbook has.

    python benchmarks/formats.py

Each workbook has the same scorecard of 14 rows and 36 quarters, 500 of its cells with formats of
their own, and the rest of its formats on a sheet beside it. Ratios of one run on one machine count.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import xlsxwriter

import xl_scorecard

FORMATS = (1_000, 10_000, 60_000)
ROWS, QUARTERS, USED = 14, 36, 500
RULES = """\
name: bench
defaults: {tolerance: 5 points, good_is: high, unit: percent}
indicators:
"""


def make_book(path: Path, formats: int) -> None:
    """A workbook with so many cell formats."""
    made = 0
    with xlsxwriter.Workbook(path) as book:

        def another() -> object:
            nonlocal made
            made += 1
            return book.add_format({"num_format": "0%", "bg_color": f"#{made * 37:06X}"})

        sheet = book.add_worksheet("Scorecard")
        quarters = [f"Q{n % 4 + 1} {2010 + n // 4}/{11 + n // 4}" for n in range(QUARTERS)]
        sheet.write_row(2, 0, ["Ref", "Measure", "Good is", "Target", *quarters])
        for row in range(ROWS):
            sheet.write_row(3 + row, 0, [f"A{row}", f"Measure {row}", "High", 0.8])
            for quarter in range(QUARTERS):
                figure = 0.5 + row * quarter % 40 / 100
                look = another() if made < USED else None
                sheet.write_number(3 + row, 4 + quarter, figure, look)
        other = book.add_worksheet("Other")
        for number in range(formats - made):
            other.write_blank(number % 1000, number // 1000, None, another())


def main() -> int:
    """Print the table."""
    print("| cell formats | refresh, CPU s |")
    print("|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rules = folder / "rules.yaml"
        lines = (f"  - {{id: A{row}, name: Measure {row}}}\n" for row in range(ROWS))
        rules.write_text(RULES + "".join(lines))
        for formats in FORMATS:
            book = folder / f"{formats}.xlsx"
            make_book(book, formats)
            start = time.process_time()
            run = xl_scorecard.refresh(book, rules=rules, out=folder / "out")
            taken = time.process_time() - start
            assert run.failed == [], run.failed
            print(f"| {formats:,} | {taken:.2f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
