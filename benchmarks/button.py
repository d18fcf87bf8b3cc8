"""What a press of the button costs: CPU time with imports, and calls to Excel by rows.

    python benchmarks/button.py

The workbook is handed to xlwings' remote engine, which counts what it would ask of Excel. CPU time
is that of a process of its own, from its start to the last call, so imports are in it.
"""

from __future__ import annotations

import collections
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

PERIODS = 12
MONTHS = ("Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar")


def payload(rows: int) -> dict[str, Any]:
    """A scorecard of so many rows, as xlwings' client would send it."""
    import xlwings

    heads = [f"{m}-{18 if i < 9 else 19}" for i, m in enumerate(MONTHS)]
    values: list[list[Any]] = [["Scorecard", *[""] * (PERIODS + 4)]]
    values.append(["Ref", "Indicator", "Good is", "Unit", "Target", *heads])
    for n in range(rows):
        figures = [0.6 + ((n * 7 + p * 3) % 37) / 100 for p in range(PERIODS)]
        values.append([f"I{n:03d}", f"Children seen in time {n}", "High", "%", 0.8, *figures])
    sheet = {
        "name": "Scorecard", "values": values, "used_range_address": f"A1:Q{rows + 2}",
        "visibility": "Visible", "show_gridlines": True, "pictures": [], "tables": [],
        "charts": [], "shapes": [], "notes": [],
    }  # fmt: skip
    book = {"name": "q.xlsx", "active_sheet_index": 0, "selection": "A1"}
    return {
        "client": "Office.js", "version": xlwings.__version__, "book": book, "names": [],
        "sheets": [sheet],
    }  # fmt: skip


def press(rows: int, rules: Path) -> None:
    """Refresh once and print the calls and the CPU time since the process began."""
    import xlwings

    from xl_scorecard.button import refresh

    book = xlwings.Book(json=payload(rows))
    refresh(book, rules=rules)
    actions = collections.Counter(action["func"] for action in book.json()["actions"])
    spent = time.process_time()
    print(f"| {rows} | {sum(actions.values())} | {actions['setFormula']} | {spent:.2f} |")


def main(arguments: list[str]) -> int:
    """Run it for 10, 60 and 500 rows."""
    if arguments:
        press(int(arguments[0]), Path(arguments[1]))
        return 0
    print("| rows | calls | of which write cells | CPU seconds with imports |")
    print("|---|---|---|---|")
    environment = {**os.environ, "XLWINGS_LICENSE_KEY": "noncommercial"}
    with tempfile.TemporaryDirectory() as folder:
        for rows in (10, 60, 500):
            indicators = "".join(
                f"  - {{id: I{n:03d}, name: Children seen in time {n}, unit: percent}}\n"
                for n in range(rows)
            )
            rules = Path(folder) / "rules.yaml"
            rules.write_text(
                "name: bench\ndefaults: {tolerance: 5 points, good_is: high}\nindicators:\n"
                + indicators
            )
            command = [sys.executable, __file__, str(rows), str(rules)]
            subprocess.run(command, env=environment, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
