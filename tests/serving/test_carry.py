"""The script that carries actions out in Excel, where Excel refuses some, under node."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.conftest import need
from tests.support import paths

_CARRIER = paths.ROOT / "xl_scorecard" / "serving" / "pane" / "carry.js"
_TRIAL = """\
import { carryOut } from "./carry.mjs";
const anything = () => new Proxy(() => {}, {
  get: (_, key) => (key === "items" ? [anything()] : key === "then" ? undefined : anything()),
  set: () => true, apply: () => anything(),
});
const told = { sent: 0, left: [] };
const refusal = Object.assign(new Error("The sheet is protected."), {
  debugInfo: { errorLocation: "Range.formulas" },
});
const context = { workbook: anything(), sync: async () => {
  told.sent += 1;
  if (told.sent === REFUSED) throw refusal;
} };
const cell = { sheet_position: 0, start_row: 0, start_column: 0, row_count: 1, column_count: 1 };
const put = { func: "setFormula", args: [], values: [[1]], ...cell };
const odd = { func: "rangeSort", args: [], values: null, ...cell };
try {
  await carryOut([...Array(250).fill(put), odd], context, async ({ func }) => told.left.push(func));
} catch (error) {
  Object.assign(told, { message: error.message, actionFunc: error.actionFunc });
}
console.log(JSON.stringify(told));
"""


def _told(folder: Path, refused: int) -> dict[str, Any]:
    need(shutil.which("node"), "node (nodejs)")
    shutil.copy(_CARRIER, folder / "carry.mjs")
    (folder / "trial.mjs").write_text(_TRIAL.replace("REFUSED", str(refused)), "utf-8")
    command = ["node", str(folder / "trial.mjs")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_what_is_not_known_is_left_to_xlwings_client_once_all_before_it_was_sent(
    tmp_path: Path,
) -> None:
    # to see the sheets, 100, 100, 50 before what is left, the sheets again, the end
    assert _told(tmp_path, refused=0) == {"sent": 6, "left": ["rangeSort"]}


def test_what_excel_refuses_is_said_and_nothing_more_is_sent(tmp_path: Path) -> None:
    assert _told(tmp_path, refused=3) == {
        "sent": 3,
        "left": [],
        "message": "Excel refused Range.formulas: The sheet is protected.",
        "actionFunc": "Range.formulas",
    }
