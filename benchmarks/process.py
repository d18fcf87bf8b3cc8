"""What a refresh of the first sample costs from the start of the process to its end.

    python benchmarks/process.py

CPU time (user and system) of whole processes, the best of twenty in turns: `xl-scorecard refresh`,
what it imports alone, and the straightforward script that loads, edits and saves with openpyxl.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "workbooks" / "childrens-services-2018-19-q3.xlsx"
RULES = ROOT / "rules" / "childrens-services.yaml"
TIMES = 20

SCRIPT = """
import sys
import openpyxl
from openpyxl.chart import LineChart, Reference
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font, PatternFill

book = openpyxl.load_workbook(sys.argv[1], keep_links=False)
sheet = book["Scorecard"]
for row in range(8, 87):
    sheet.cell(row, 25, f'=IF(K{row}>=E{row},"Good",IF(K{row}>=E{row}-0.05,"Amber","Red"))')
    sheet.cell(row, 26, f'=IF(K{row}>J{row},"Up",IF(K{row}<J{row},"Down","Level"))')
    sheet.cell(row, 27, f"=(K{row}-J{row})/J{row}").number_format = "+0.0%;-0.0%;0.0%"
for word, fill in (("Good", "00703C"), ("Amber", "F5A623"), ("Red", "B3001B")):
    rule = FormulaRule([f'Y8="{word}"'], fill=PatternFill(bgColor=fill), font=Font(color="FFFFFF"))
    sheet.conditional_formatting.add("Y8:Y86", rule)
summary = book.create_sheet("Summary")
for word in ("Good", "Amber", "Red"):
    summary.append([word, f'=COUNTIF(Scorecard!Y8:Y86,"{word}")'])
chart = LineChart()
chart.add_data(Reference(summary, min_col=2, min_row=1, max_row=3))
summary.add_chart(chart, "D2")
book.save(sys.argv[2])
"""


def main() -> None:
    """Measure and print a table in Markdown."""
    with tempfile.TemporaryDirectory() as folder:
        refresh = ["refresh", str(SAMPLE), "--rules", str(RULES), "--out", folder, "--quiet"]
        commands = {
            "`xl-scorecard refresh`": ["-m", "xl_scorecard", *refresh],
            "`import xl_scorecard.run`": ["-c", "import xl_scorecard.run"],
            "openpyxl's load, edit and save": ["-c", SCRIPT, str(SAMPLE), f"{folder}/edited.xlsx"],
        }
        best = dict.fromkeys(commands, float("inf"))
        for _ in range(TIMES):
            for name, words in commands.items():
                best[name] = min(best[name], _seconds(words))
    print("| process | CPU s |\n|---|---|")
    for name, seconds in best.items():
        print(f"| {name} | {seconds:.2f} |")


def _seconds(words: list[str]) -> float:
    """The CPU time of a Python process."""
    before = os.times()
    subprocess.run([sys.executable, *words], check=True)
    after = os.times()
    user = after.children_user - before.children_user
    return user + after.children_system - before.children_system


if __name__ == "__main__":
    main()
