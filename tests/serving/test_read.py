"""The script that reads the open workbook for the service, under node: it says what xlwings' own
client says, in fewer round trips."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import xlwings

from tests.button.payload import payload_of
from tests.conftest import need
from tests.serving.host_book import host_book
from tests.serving.reading import READER, read
from tests.support import paths
from tools import office_js_client, office_types
from xl_scorecard.button import refresh
from xl_scorecard.serving.manifest import manifest

_ROUND_TRIPS = 4
"""Which sheets there are, what is on each, the cells, which is in front."""
_MOST_BYTES = 5_000_000
_LEFT_OUT = {
    "book": {"calculation", "selection"},
    "names": {"type"},
    "sheets": {"pivot_tables", "used_range_row_count", "used_range_column_count"},
    "tables": {
        "row_count", "column_count", "columns", "header_row_range_address",
        "data_body_range_address", "total_row_range_address", "show_headers", "show_totals",
        "table_style", "show_autofilter", "show_table_style_first_column",
        "show_table_style_last_column", "show_table_style_row_stripes",
        "show_table_style_column_stripes",
    },
}  # fmt: skip
"""What xlwings' client says besides, and the service asks for nowhere."""


def _box(name: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "left": 1.5, "top": 20, "width": 300, "height": 200.25, **more}


def _odd() -> dict[str, Any]:
    """All that there may be: dates and times, errors, a picture in a group, notes, sheets that are
    empty, hidden, or begin at C5; merged cells are empty but for the first."""
    scorecard = {
        "name": "Children's score", "printAreas": ["A1:F40", "H1:I2"], "gridlines": False,
        "cells": {
            "1,1": ["Merged over three", "General"], "1,2": ["", "General"],
            "3,2": [43435, "mmm-yy"], "3,3": [43435.75, "dd/mm/yyyy hh:mm;@"],
            "3,4": [1.5, "[h]:mm:ss"], "3,5": [0.25, "[$-409]h:mm AM/PM"],
            "4,2": [12, "[Red]0;[Blue]-0"], "4,3": [7, '0 "days"'], "4,4": [9, "0\\d"],
            "4,5": [0.5, "0%"], "4,6": [43435, "#,##0.00_d"], "5,1": [True, "General"],
            "5,2": ["#N/A", "General"], "5,3": ["43435", "@"], "5,4": ["Dec-18", "mmm-yy"],
            "900,2": ["", "0.00"],
        },
        "notes": ["B3", "D12"], "tables": [{"name": "Scores", "address": "A3:F5"}],
        "charts": [_box("Chart 1", chartType="ColumnClustered")],
        "shapes": [
            _box("Logo", type="Image", lockAspectRatio=True),
            _box("Button 1", type="GeometricShape", lockAspectRatio=False),
            _box("Group 2", type="Group", lockAspectRatio=False),
        ],
        "names": [{"name": "Print_Titles", "formula": "='Children''s score'!$A$3:$F$3"}],
    }  # fmt: skip
    from_c5 = {"5,3": ["Ref", "General"], "6,4": [0.8, "0.0"]}
    return {
        "name": "odd.xlsx", "active": 1, "selection": "B2", "apiSet": 18,
        "names": [
            {"name": "Target", "formula": "=From_C5!$D$6"},
            {"name": "Block", "formula": "='Children''s score'!$A$3:$F$5"},
            {"name": "Word", "formula": '="on target"'}, {"name": "Gone", "formula": "=#REF!"},
        ],
        "sheets": [
            scorecard, {"name": "From_C5", "cells": from_c5}, {"name": "Empty", "cells": {}},
            {"name": "Hidden", "visibility": "Hidden", "cells": from_c5},
            {"name": "Very", "visibility": "VeryHidden", "cells": from_c5},
        ],
    }  # fmt: skip


def _read(book: dict[str, Any], folder: Path, *client: Path) -> dict[str, Any]:
    need(shutil.which("node"), "node (nodejs)")
    return read(book, folder, *client)


_BOOKS = {
    "the first sample": lambda: host_book(paths.CHILDREN),
    "the second sample": lambda: host_book(paths.EARLY_HELP),
    "an odd workbook": _odd,
}


@pytest.fixture(scope="module", params=list(_BOOKS))
def both(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    need(office_js_client.installed(), "xlwings' client (tools/office_js_client.py --install)")
    folder = tmp_path_factory.mktemp("read")
    return _read(_BOOKS[request.param](), folder, office_js_client.scripts())


def _without(said: Any, part: str = "") -> Any:
    """What xlwings' client says, less what is left out of a part of it."""
    if isinstance(said, dict):
        kept = said.keys() - _LEFT_OUT.get(part, set())
        return {key: _without(said[key], key) for key in kept}
    return [_without(each, part) for each in said] if isinstance(said, list) else said


def test_it_says_of_a_workbook_what_xlwings_client_says(both: dict[str, Any]) -> None:
    ours, theirs = both["pane"]["book"], both["client"]["book"]
    # which cells are selected is said to be unknown; a version is compared for other clients alone
    assert (ours["book"].pop("selection"), ours.pop("version")) == (None, None)
    theirs.pop("version", None)
    assert ours == _without(theirs)


def test_it_takes_four_round_trips_however_many_sheets_there_are(both: dict[str, Any]) -> None:
    assert both["pane"]["roundTrips"] == _ROUND_TRIPS
    assert both["client"]["roundTrips"] > 3 * _ROUND_TRIPS


def test_whatever_is_asked_for_is_in_microsofts_types_and_in_every_excel_that_is_let_in(
    tmp_path: Path,
) -> None:
    need(office_types.installed(), "Office.js' types (tools/office_types.py --install)")
    pane = _read(_odd(), tmp_path)["pane"]
    assert pane["unknown"] == []
    assert office_types.members_faults(pane["asked"], tmp_path / "asked.ts") == ""
    assert office_types.faults([READER]) == ""
    sets = office_types.api_sets(pane["asked"])
    least = re.search(r'"ExcelApi" MinVersion="1\.(\d+)"', manifest("https://council.example"))
    assert least is not None
    later = {each for each, came in sets.items() if int(came.partition(".")[2]) > int(least[1])}
    assert len(sets) > 20
    assert later == {"Worksheet.notes", "Note.getLocation"}  # asked for where there are any


def test_what_it_says_is_written_as_what_is_read_of_the_file(tmp_path: Path) -> None:
    said = _read(host_book(paths.EARLY_HELP), tmp_path)["pane"]["book"]
    rules = paths.RULES / "early-help.yaml"
    actions = []
    for sent in (said, payload_of(paths.EARLY_HELP)):
        book = xlwings.Book(json=sent)
        refresh(book, rules=rules)
        actions.append(book.json()["actions"])
    assert actions[0] == actions[1] != []


def test_an_excel_without_notes_is_not_asked_for_them(tmp_path: Path) -> None:
    pane = _read({**_odd(), "apiSet": 14}, tmp_path)["pane"]
    assert "Worksheet.notes" not in pane["asked"]
    (first, *_) = pane["book"]["sheets"]
    assert (first["notes"], first["notes_supported"]) == ([], False)


def _sheet(name: str, cells: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": "big.xlsx",
        "active": 0,
        "names": [],
        "sheets": [{"name": name, "cells": cells}],
    }


def test_numbers_come_as_dates_where_their_format_shows_one(tmp_path: Path) -> None:
    values = _read(_odd(), tmp_path)["pane"]["book"]["sheets"][0]["values"]
    # 43435 is 1 December 2018; [h]:mm and a time of the day count from the end of 1899
    assert values[2][1:5] == [
        "2018-12-01T00:00:00.000Z", "2018-12-01T18:00:00.000Z", "1899-12-31T12:00:00.000Z",
        "1899-12-30T06:00:00.000Z",
    ]  # fmt: skip
    assert values[3][1:] == [12, 7, 9, 0.5, 43435]
    assert values[4] == [True, "#N/A", "43435", "Dec-18", "", ""]


def test_cells_that_are_too_much_for_one_answer_come_in_smaller_blocks(tmp_path: Path) -> None:
    # 9,000 comments of 700 letters are 6.3 MB, of 19,500 cells that are asked for together
    comments = {f"{row},13": [f"{row} {'x' * 700}", "General"] for row in range(1, 9_001)}
    numbers = {f"{row},1": [row, "General"] for row in range(1, 1_501)}
    pane = _read(_sheet("Comments", {**numbers, **comments}), tmp_path)["pane"]
    assert "wrong" not in pane
    values = pane["book"]["sheets"][0]["values"]
    assert (len(values), {len(line) for line in values}) == (9_000, {13})
    assert [line[12].split()[0] for line in values] == [str(row) for row in range(1, 9_001)]
    assert [line[0] for line in values[:1_500]] == list(range(1, 1_501))
    assert len([size for size in pane["bytes"] if size > _MOST_BYTES]) == 0
    assert pane["roundTrips"] < 15


def test_formats_to_the_last_row_are_not_read(tmp_path: Path) -> None:
    cells = {"1,1": ["Ref", "General"], "1048576,26": ["", "0.00"]}
    pane = _read(_sheet("Formats", cells), tmp_path)["pane"]
    assert pane["book"]["sheets"][0]["used_range_address"] == "A1"
    assert pane["book"]["sheets"][0]["values"] == [["Ref"]]


def test_a_sheet_that_reaches_too_far_is_named_before_its_cells_are_read(tmp_path: Path) -> None:
    cells = {"1,1": ["Ref", "General"], "1048576,26": ["x", "General"]}
    pane = _read(_sheet("Far", cells), tmp_path)["pane"]
    assert pane["wrong"].startswith(
        "Sheet Far is too large to be sent: it holds something as far as Z1048576. Delete"
    )
    assert pane["roundTrips"] == 2


def test_with_a_chart_sheet_in_front_the_first_sheet_that_can_be_seen_is_taken(
    tmp_path: Path,
) -> None:
    book = _odd()
    book["sheets"].insert(0, book["sheets"].pop(3))  # a hidden one
    pane = _read({**book, "chartSheet": True}, tmp_path)["pane"]
    assert pane["book"]["book"]["active_sheet_index"] == 1


def test_a_cell_that_is_being_edited_is_said_in_one_sentence(tmp_path: Path) -> None:
    assert _read({**_odd(), "editing": True}, tmp_path)["pane"]["wrong"] == (
        "A cell is being edited: press Enter or Esc, and press again. Nothing was changed."
    )
