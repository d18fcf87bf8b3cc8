"""What a folder of scorecards costs, beside a straightforward script that does the same job.

    python benchmarks/batch.py [--books 200]

The typical scorecard of `cost.py` (60 rows x 24 months) under so many names. The script reads each
with and without formulas (openpyxl), rates it (pandas), and writes the same four columns with
conditional formats and a summary with as many charts as ours. Both run as commands, turn about on
the same quarter of the books; ratios of one run on one machine count, not seconds. Processor
seconds are told beside those of the clock, for machines that have other things to do.

  script     the straightforward script, one process
  ours       xl-scorecard refresh --jobs 1
  two        the same with --jobs 2
  unchanged  ours again, with nothing changed
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pandas as pd
from openpyxl.chart import LineChart, Reference
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font, PatternFill

ROOT = Path(__file__).parents[1]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from benchmarks.cost import BANDS, FIRST, LAST, PERIODS, make_typical, range_a1  # noqa: E402

_QUARTERS = 4


# -- the straightforward script --------------------------------------------------------------------


def by_script(source: Path, target: Path, charts: int) -> None:
    """One workbook: read, rate, write."""
    table = _rated(_read(source))
    book = openpyxl.load_workbook(source)
    sheet = book["Scorecard"]
    right = sheet.max_column + 2
    headings = ("Status", "Direction", "Change", "Change on year")
    for offset, heading in enumerate(headings):
        sheet.cell(FIRST - 1, right + offset, heading).font = Font(bold=True)
    for row, said in zip(range(FIRST, LAST + 1), table.itertuples(), strict=True):
        for offset, value in enumerate((said.status, said.direction, said.change, said.on_year)):
            cell = sheet.cell(row, right + offset, value)
            if offset > 1:
                cell.number_format = "+0.0%;-0.0%;0.0%"
    block = range_a1(FIRST, right, LAST, right)
    for word, fill, text in BANDS:
        rule = FormulaRule(
            formula=[f'{block.split(":")[0]}="{word}"'],
            fill=PatternFill(bgColor=fill[1:]),
            font=Font(color=text[1:]),
        )
        sheet.conditional_formatting.add(block, rule)
    _summary(book, table, charts)
    book.save(target)


def _read(source: Path) -> pd.DataFrame:
    values = openpyxl.load_workbook(source, data_only=True)["Scorecard"]
    rows = list(values.iter_rows(min_row=FIRST - 1, max_row=LAST, values_only=True))
    return pd.DataFrame(rows[1:], columns=list(rows[0]))


def _rated(table: pd.DataFrame) -> pd.DataFrame:
    figures = table.iloc[:, 5 : 5 + PERIODS].astype(float)
    now, before, year = figures.iloc[:, -1], figures.iloc[:, -2], figures.iloc[:, -13]
    short = table["Target"].astype(float) - now
    table["status"] = pd.cut(short, [-9, 0, 0.05, 9], labels=[word for word, _, _ in BANDS]).astype(
        str
    )
    table["direction"] = (now - before).map(lambda d: "Up" if d > 0 else "Down" if d else "Level")
    table["change"] = (now - before) / before
    table["on_year"] = (now - year) / year
    return table


def _summary(book: openpyxl.Workbook, table: pd.DataFrame, charts: int) -> None:
    summary = book.create_sheet("Summary")
    summary.append(["Status", "Indicators"])
    for word, count in table["status"].value_counts().items():
        summary.append([word, int(count)])
    worst = table[table["status"] == "Red"].sort_values("change")
    for said in worst.itertuples():
        summary.append([said.Indicator, said.status, said.change])
    scorecard = book["Scorecard"]
    for number in range(charts):
        chart = LineChart()
        row = FIRST + number
        chart.add_data(
            Reference(scorecard, min_col=6, max_col=5 + PERIODS, min_row=row), from_rows=True
        )
        summary.add_chart(chart, f"F{2 + 15 * number}")


def run_script(source: Path, target: Path, charts: int) -> None:
    """The script over a folder."""
    target.mkdir(parents=True, exist_ok=True)
    for book in sorted(source.glob("*.xlsx")):
        by_script(book, target / book.name, charts)


# -- the two beside each other ---------------------------------------------------------------------


@dataclass
class Cost:
    """What runs have cost so far: seconds of the clock, of the processor, the most memory in MB."""

    clock: float = 0.0
    processor: float = 0.0
    memory: float = 0.0

    def add(self, *words: str | Path) -> None:
        """Run a command and count what it costs."""
        start = time.perf_counter()
        process = subprocess.Popen([sys.executable, *map(str, words)], cwd=ROOT)
        _, status, used = os.wait4(process.pid, 0)
        if status:
            sys.exit(f"{words}: ended with {status}")
        self.clock += time.perf_counter() - start
        self.processor += used.ru_utime + used.ru_stime
        self.memory = max(self.memory, used.ru_maxrss / 1024)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--books", type=int, default=200)
    parser.add_argument("--script", nargs=3, metavar=("IN", "OUT", "CHARTS"))
    words = parser.parse_args()
    if words.script:
        source, target, charts = words.script
        run_script(Path(source), Path(target), int(charts))
        return
    with tempfile.TemporaryDirectory() as scratch:
        _compare(Path(scratch), words.books)


def _compare(folder: Path, books: int) -> None:
    os.environ["XL_SCORECARD_CACHE"] = str(folder / "cache")
    book = make_typical(folder)
    rules = folder / "rules.yaml"
    for number in range(books):
        quarter = folder / f"in{number * _QUARTERS // books}"
        quarter.mkdir(exist_ok=True)
        shutil.copyfile(book, quarter / f"team-{number:04}.xlsx")
    costs = {name: Cost() for name in ("script", "ours", "two", "unchanged")}
    refresh = ("-m", "xl_scorecard", "refresh", "--quiet", "--rules", rules)
    charts = 0
    for quarter in sorted(folder.glob("in?")):
        out = folder / f"out-{quarter.name}"
        ours = (*refresh, quarter, "--out", out)
        costs["ours"].add(*ours, "--jobs", "1")
        charts = charts or _charts_in(next(out.glob("*.xlsx"))) - _charts_in(book)
        costs["script"].add(__file__, "--script", quarter, folder / "script", str(charts))
        costs["two"].add(*ours, "--jobs", "2", "--force")
        costs["unchanged"].add(*ours)
    script, one = costs["script"], costs["ours"]
    print(f"{books} workbooks, {charts} charts each; a workbook costs:")
    print(f"{'':10} {'clock ms':>9} {'CPU ms':>7} {'peak MB':>8}")
    for name, cost in costs.items():
        clock, processor = (1000 * each / books for each in (cost.clock, cost.processor))
        print(f"{name:10} {clock:9.1f} {processor:7.1f} {cost.memory:8.0f}")
    print(f"script to ours: {script.clock / one.clock:.2f} by the clock, "
          f"{script.processor / one.processor:.2f} by the processor")  # fmt: skip
    print(f"one process to two: {one.clock / costs['two'].clock:.2f} by the clock")


def _charts_in(book: Path) -> int:
    with zipfile.ZipFile(book) as package:
        return sum(name.startswith("xl/charts/chart") for name in package.namelist())


if __name__ == "__main__":
    main()
