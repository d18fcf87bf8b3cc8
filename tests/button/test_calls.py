"""How often a press asks Excel: the budget of calls, and that it does not grow with the rows."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import xlwings

from tests.button.models import Sheet, area_of, places, read_book
from tests.button.object_model import Calls, on_windows
from tests.button.payload import payload_of, results_in
from tests.button.replayer import Action
from tests.button.round_trips import round_trips
from tests.conftest import need
from tests.support import paths
from tests.support.books import HEADINGS, SHEET, rule_file, scorecard
from tools import office_js_client, office_types
from xl_scorecard.button import refresh
from xl_scorecard.button.live_sheets import LiveSheets
from xl_scorecard.button.open_book import OpenBook

_ON_WINDOWS, _ACTIONS, _ROUND_TRIPS = 1_490, 1_080, 2_090
_OF_THE_OTHER_SAMPLE = 950
_ROUND_TRIPS_OF_THE_PANE = 20
_IN_OFFICE_JS = paths.ROOT / "tools" / "in_office_js.mjs"
_CARRIER = paths.ROOT / "xl_scorecard" / "serving" / "pane" / "carry.js"


def _pressed(path: Path, rules: Path, *, together: bool = True) -> Calls:
    with on_windows(read_book(path), results_in(path), together=together) as (book, calls):
        refresh(book, rules=rules)
    return calls


def _looks(calls: Calls) -> dict[tuple[str, int, int], dict[str, Any]]:
    """What was set in each cell in the end; of borders the sides are not told apart."""
    found: dict[tuple[str, int, int], dict[str, Any]] = {}
    for sheet, address, called, value in calls.set:
        member = re.sub(r"^Borders [0-9]+", "Borders", called)
        if not address or member in ("Range.Formula", "Range.ColumnWidth", "Range.RowHeight"):
            continue
        for part in address.split(","):
            for at in places(area_of(part)):
                found.setdefault((sheet, *at), {})[member] = value
    return found


def test_a_press_keeps_to_its_budget_of_calls_and_areas_together_look_as_each_alone() -> None:
    together = _pressed(paths.CHILDREN, paths.CHILDRENS_RULES)
    assert together.total() <= _ON_WINDOWS, together.most_common(20)
    alone = _pressed(paths.CHILDREN, paths.CHILDRENS_RULES, together=False)
    assert alone.total() > 1.5 * together.total()
    assert _looks(together) == _looks(alone)


def test_a_press_in_the_other_sample_keeps_to_its_budget_of_calls() -> None:
    calls = _pressed(paths.EARLY_HELP, paths.RULES / "early-help.yaml")
    assert calls.total() <= _OF_THE_OTHER_SAMPLE, calls.most_common(20)


@pytest.fixture(scope="module")
def sent() -> list[Action]:
    """What a browser is sent for the first sample."""
    book = xlwings.Book(json=payload_of(paths.CHILDREN))
    refresh(book, rules=paths.CHILDRENS_RULES)
    actions: list[Action] = book.json()["actions"]
    return actions


def test_in_a_browser_a_press_keeps_to_its_budget_of_actions_and_round_trips(
    sent: list[Action],
) -> None:
    actions = Counter(action["func"] for action in sent)
    assert actions.total() <= _ACTIONS, actions
    assert round_trips(actions) <= _ROUND_TRIPS


@pytest.fixture(scope="module")
def by_clients(
    sent: list[Action], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[str, Any]]:
    """What xlwings Server's client, and what the task pane, asks of Excel for those actions."""
    need(office_js_client.installed(), "xlwings' client (tools/office_js_client.py --install)")
    folder = tmp_path_factory.mktemp("clients")
    (folder / "actions.json").write_text(json.dumps(sent), "utf-8")
    shutil.copy(_CARRIER, folder / "carry.mjs")
    asked = ["node", _IN_OFFICE_JS, office_js_client.scripts(), folder / "actions.json"]
    found = {}
    for client, more in (("xlwings Server", []), ("task pane", [folder / "carry.mjs"])):
        done = subprocess.run([*asked, *more], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr[-2_000:]
        found[client] = json.loads(done.stdout)
    return found


def test_round_trips_are_counted_as_the_client_of_xlwings_server_makes_them(
    sent: list[Action], by_clients: dict[str, dict[str, Any]]
) -> None:
    by_client = by_clients["xlwings Server"]["counts"]
    actions = Counter(action["func"] for action in sent)
    assert {kind: len(trips) for kind, trips in by_client.items()} == actions
    assert {kind: sum(trips) for kind, trips in by_client.items()} == {
        kind: round_trips({kind: count}) for kind, count in actions.items()
    }


def test_the_task_pane_asks_excel_for_the_same_in_a_few_round_trips(
    by_clients: dict[str, dict[str, Any]],
) -> None:
    def asked(client: str) -> list[str]:
        """But for what is selected: xlwings' client selects something anew after each chart."""
        said = (each.replace('"formats"', '"Formats"') for each in by_clients[client]["said"])
        return [each for each in said if not each.endswith(".select()")]

    assert by_clients["task pane"]["roundTrips"] <= _ROUND_TRIPS_OF_THE_PANE
    assert asked("task pane") == asked("xlwings Server")


_TYPED = """\
declare const context: Excel.RequestContext;
const { worksheets, names } = context.workbook;
const sheet = (place: number) => worksheets.items[place];
export {};
"""


def test_whatever_is_asked_of_excel_on_the_web_is_in_microsofts_types(
    by_clients: dict[str, dict[str, Any]], tmp_path: Path
) -> None:
    need(office_types.installed(), "Office.js' types (tools/office_types.py --install)")
    one_of_each = {
        re.sub(r'"[^"]{40,}"|[0-9]+', "0", statement): statement
        for statement in by_clients["task pane"]["said"]
    }
    assert len(one_of_each) > 100
    asked = tmp_path / "asked.ts"
    asked.write_text(_TYPED + "".join(f"{each};\n" for each in one_of_each.values()), "utf-8")
    assert office_types.faults([asked, _CARRIER]) == ""


def test_calls_do_not_grow_with_the_rows(tmp_path: Path) -> None:
    totals = []
    for rows in (40, 160):
        lines = [(f"A{n}", f"Measure {n}", "High", 0.8, 0.75, 0.4 + n % 40 / 60)
                 for n in range(rows)]  # fmt: skip
        named = "".join(f"  - {{id: A{n}, name: Measure {n}, good_is: high}}\n"
                        for n in range(rows))  # fmt: skip
        (tmp_path / str(rows)).mkdir()
        rules = rule_file(
            tmp_path / str(rows),
            f"name: many\ndefaults: {{tolerance: 5 points, unit: percent}}\nindicators:\n{named}",
        )
        calls = _pressed(scorecard(tmp_path / f"{rows}.xlsx", lines, HEADINGS), rules)
        del calls["Names.Add()"]  # what is known again grows with what was drawn
        totals.append(calls.total())
    assert totals[1] <= totals[0] + 60, totals


def test_merged_and_hidden_cells_are_all_found_in_few_calls() -> None:
    model = read_book(paths.CHILDREN)
    sheet: Sheet = model[model.sheet_names[0]]
    sheet.hidden_rows, sheet.hidden_columns = {30, 50, 51}, {3}
    sheet.merges.add((9, 30, 11, 31))  # beyond all that holds something, where nobody looks
    with on_windows(model, results_in(paths.CHILDREN)) as (book, calls):
        grid = LiveSheets(OpenBook(book), [], lambda *_: True).whole(SHEET)
    merged = {(b.first_row, b.first_column, b.last_row, b.last_column) for b in grid.merged}
    assert merged == sheet.merges
    assert (grid.hidden_rows, grid.hidden_columns) == (sheet.hidden_rows, sheet.hidden_columns)
    assert calls.total() < 120, calls.most_common(10)
