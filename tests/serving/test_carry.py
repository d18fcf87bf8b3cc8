"""The script that carries actions out in Excel, where Excel refuses some, under node."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.button.models import read_book
from tests.button.payload import payload, results_in
from tests.button.replayer import replay
from tests.conftest import need
from tests.support import paths
from tests.support.books import rule_file, scorecard
from xl_scorecard.serving.press import answer_to

_CARRIER = paths.ROOT / "xl_scorecard" / "serving" / "pane" / "carry.js"
_TRIAL = """\
import { carryOut } from "./carry.mjs";
const anything = () => new Proxy(() => {}, {
  get: (_, key) => (key === "then" ? undefined : known()[key] ?? anything()),
  set: () => true, apply: () => anything(),
});
const known = () => ({ items: [anything()], name: "Scorecard" });
const told = { sent: 0 };
const refusal = Object.assign(new Error("The sheet is protected."), {
  debugInfo: { errorLocation: "Range.formulas" },
});
const context = { workbook: anything(), sync: async () => {
  told.sent += 1;
  if (told.sent === REFUSED) throw refusal;
} };
try {
  await carryOut(ACTIONS, context, SHEETS);
} catch (error) {
  Object.assign(told, { message: error.message, actionFunc: error.actionFunc });
}
console.log(JSON.stringify(told));
"""
_CELL = {"sheet_position": 0, "start_row": 0, "start_column": 0, "row_count": 1, "column_count": 1}
_PUT = {"func": "setFormula", "args": [], "values": [[1]], **_CELL}
_ODD = {"func": "rangeSort", "args": [], "values": None, **_CELL}


def _told(
    folder: Path, actions: list[Any], refused: int = 0, sheets: Sequence[str] = ("Scorecard",)
) -> dict[str, Any]:
    """What carrying out comes to where Excel refuses what is sent at one time, from 1; `sheets` are
    those that were read of a workbook with the one sheet Scorecard."""
    need(shutil.which("node"), "node (nodejs)")
    shutil.copy(_CARRIER, folder / "carry.mjs")
    given = {"REFUSED": refused, "ACTIONS": actions, "SHEETS": sheets}
    trial = _TRIAL
    for name, value in given.items():
        trial = trial.replace(name, json.dumps(value))
    (folder / "trial.mjs").write_text(trial, "utf-8")
    command = ["node", str(folder / "trial.mjs")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_what_is_not_known_is_said_and_nothing_more_is_sent(tmp_path: Path) -> None:
    # to see the sheets, 100, 100; not the 50 that wait with it
    assert _told(tmp_path, [*[_PUT] * 250, _ODD, _PUT]) == {
        "sent": 3,
        "message": "The task pane does not know rangeSort: reload it, or tell IT.",
        "actionFunc": "rangeSort",
    }


def test_what_excel_refuses_is_said_and_nothing_more_is_sent(tmp_path: Path) -> None:
    assert _told(tmp_path, [_PUT] * 250, refused=3) == {
        "sent": 3,
        "message": "Excel refused Range.formulas: The sheet is protected.",
        "actionFunc": "Range.formulas",
    }


@pytest.mark.parametrize("sheets", [["Scorecard", "Notes"], ["Score"]], ids=["one less", "renamed"])
def test_where_sheets_are_others_than_those_that_were_read_nothing_is_written(
    sheets: list[str], tmp_path: Path
) -> None:
    told = _told(tmp_path, [_PUT], sheets=sheets)
    assert told["message"].startswith("Sheets were added, moved or renamed meanwhile.")
    assert told["sent"] == 1  # to see the sheets


def test_all_that_a_refresh_another_and_clear_ask_for_is_known(tmp_path: Path) -> None:
    path, rules = scorecard(tmp_path / "q3.xlsx"), rule_file(tmp_path)
    book = read_book(path)
    actions = []
    for what in ("refresh", "refresh", "clear"):
        body = json.dumps({"book": payload(book, results_in(path))}).encode()
        pressed = json.loads(answer_to(what, body, rules).body)["actions"]
        replay(book, pressed)
        actions += pressed
    # where an officer noted a number beside a finding, or copied a sheet of ours
    moved = {**_PUT, "func": "setValues"}
    of_a_sheet = {**_ODD, "func": "nameDelete", "args": ["A!b", "=A!$A$1", "b", 0, False, 0]}
    assert _told(tmp_path, [*actions, moved, of_a_sheet]).keys() == {"sent"}
