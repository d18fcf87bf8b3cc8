"""What a press of the button costs: CPU time with imports, and how often it asks Excel.

    python benchmarks/button.py

By rows, the workbook is handed to xlwings' remote engine, whose actions are counted. CPU time is
that of a process of its own, as each press is one, from its start to the last action: so imports
are in it. Modules are compiled before, as pip compiles what it installs. The best of three counts.

Of the two samples three things are counted: the calls of Excel's object model that xlwings' own
Windows engine makes (a property read or set, a method called: `tests/button/object_model.py` stands
in for Excel); the same where areas that lie apart take a call each, as on a Mac; and what a browser
does, actions and round trips (`tests/button/round_trips.py`); those to read the workbook are
counted over a stand-in for Excel on the web (`tests/serving/office.js`). Seconds are an estimate:
nobody timed them here. They rest on 0.3 to 1 ms for a call on Windows, 3 to 10 ms for an Apple
event and 20 to 150 ms for a round trip. Last comes what costs most on Windows, by member and sheet.
"""

from __future__ import annotations

import collections
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

PERIODS = 12
_PRESSES = 3
"""How often it is pressed for a figure."""
_DEAREST = 25
"""Members of Excel's objects that are shown by sheet."""
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
    """Refresh once, as the macro does; print how many actions, how many of them write cells, and
    the CPU time since the process began."""
    import xlwings

    from xl_scorecard.button import refresh
    from xl_scorecard.one_command import live_for_one_command

    live_for_one_command()
    book = xlwings.Book(json=payload(rows))
    refresh(book, rules=rules)
    actions = collections.Counter(action["func"] for action in book.json()["actions"])
    print(actions.total(), actions["setFormula"], time.process_time())


def by_rows(rows: int, folder: Path) -> None:
    """Press in processes of their own, and print a line of the table."""
    indicators = "".join(
        f"  - {{id: I{n:03d}, name: Children seen in time {n}, unit: percent}}\n"
        for n in range(rows)
    )
    rules = folder / "rules.yaml"
    rules.write_text(
        "name: bench\ndefaults: {tolerance: 5 points, good_is: high}\nindicators:\n" + indicators
    )
    command = [sys.executable, __file__, str(rows), str(rules)]
    told = [subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
            for _ in range(_PRESSES)]  # fmt: skip
    actions, writing, _ = told[0]
    best = min(float(spent) for _, _, spent in told)
    print(f"| {rows} | {actions} | {writing} | {best:.2f} |")


def samples() -> None:
    """Press once in each sample, as on Windows, as on a Mac and as in a browser."""
    import xlwings

    from tests.button.models import read_book
    from tests.button.object_model import on_windows
    from tests.button.payload import payload_of, results_in
    from tests.button.round_trips import round_trips
    from tests.support import paths
    from tools import office_js_client
    from xl_scorecard.button import refresh

    print("| sample | asked | how often | estimate |")
    print("|---|---|---|---|")
    dearest: dict[Path, collections.Counter[tuple[str, str]]] = {}
    early_help = paths.RULES / "early-help.yaml"
    for path, rules in ((paths.CHILDREN, paths.CHILDRENS_RULES), (paths.EARLY_HELP, early_help)):
        model, results = read_book(path), results_in(path)
        for host, together, least, most in (("Windows", True, 0.3, 1), ("Mac", False, 3, 10)):
            with on_windows(model, results, together=together) as (book, calls):
                refresh(book, rules=rules)
            _row(path, f"{host}, calls", calls.total(), least, most)
            if together:
                dearest[path] = calls.by_sheet
        book = xlwings.Book(json=payload_of(path))
        refresh(book, rules=rules)
        done = book.json()["actions"]
        actions = collections.Counter(action["func"] for action in done)
        if office_js_client.installed():
            pane, client = _to_read(path)
            _row(path, "web, round trips of our service's pane to read", pane, 20, 150)
            _row(path, "web, round trips of our service's pane to write", _to_write(done), 20, 150)
            _row(path, "web, round trips of xlwings' client to read", client, 20, 150)
        _row(path, f"web, round trips of {actions.total()} actions", round_trips(actions), 20, 150)
    for path, by_sheet in dearest.items():
        _dearest(path, by_sheet)


def _to_read(path: Path) -> tuple[int, int]:
    """How often the service's task pane, and xlwings' client, wait for Excel to read a workbook."""
    from tests.serving.host_book import host_book
    from tests.serving.reading import read
    from tools import office_js_client

    with tempfile.TemporaryDirectory() as name:
        said = read(host_book(path), Path(name), office_js_client.scripts())
    return said["pane"]["roundTrips"], said["client"]["roundTrips"]


def _to_write(actions: list[dict[str, Any]]) -> int:
    """How often the service's task pane waits for Excel while it carries actions out."""
    from tests.support import paths
    from tools import office_js_client

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "actions.json").write_text(json.dumps(actions), "utf-8")
        carrier = paths.ROOT / "xl_scorecard" / "serving" / "pane" / "carry.js"
        (folder / "carry.mjs").write_text(carrier.read_text("utf-8"), "utf-8")
        program = paths.ROOT / "tools" / "in_office_js.mjs"
        command = ["node", program, office_js_client.scripts(), folder / "actions.json"]
        done = subprocess.run([*command, folder / "carry.mjs"], capture_output=True, check=True)
    return int(json.loads(done.stdout)["roundTrips"])


def _dearest(path: Path, by_sheet: collections.Counter[tuple[str, str]]) -> None:
    """What costs most on Windows: the members by sheet, "" the workbook."""
    sheets: collections.Counter[str] = collections.Counter()
    members: collections.Counter[str] = collections.Counter()
    for (sheet, member), count in by_sheet.items():
        sheets[sheet] += count
        members[member] += count
    names = [name for name, _ in sheets.most_common()]
    print(f"\n{path.stem} on Windows:\n")
    print(f"| member | all | {' | '.join(name or 'workbook' for name in names)} |")
    print("|---" * (len(names) + 2) + "|")
    totals = " | ".join(f"{sheets[name]}" for name in names)
    print(f"| all | {members.total():,} | {totals} |")
    for member, count in members.most_common(_DEAREST):
        row = " | ".join(f"{by_sheet[name, member] or ''}" for name in names)
        print(f"| {member} | {count} | {row} |")


def _row(path: Path, asked: str, count: int, least: float, most: float) -> None:
    seconds = f"{count * least / 1000:.1f} to {count * most / 1000:.1f} s"
    print(f"| {path.stem} | {asked} | {count:,} | {seconds} |")


def main(arguments: list[str]) -> int:
    """Run it for 10, 60, 500 and 2,000 rows, and for the samples."""
    os.environ["XLWINGS_LICENSE_KEY"] = "noncommercial"
    if arguments:
        press(int(arguments[0]), Path(arguments[1]))
        return 0
    import compileall

    import xl_scorecard

    compileall.compile_dir(Path(xl_scorecard.__file__).parent, quiet=1)
    print("| rows | actions | of which write cells | CPU seconds with imports |")
    print("|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for rows in (10, 60, 500, 2_000):
            by_rows(rows, Path(folder))
    print()
    sys.path.insert(0, str(Path(__file__).parent.parent))
    samples()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
