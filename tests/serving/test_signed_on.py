"""The script that asks Office who signed on, under node."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import need
from tests.support import paths
from tools import office_types

_SCRIPT = paths.ROOT / "xl_scorecard" / "serving" / "pane" / "sign_on.js"
_TRIAL = """\
import { signedOn } from "./sign_on.mjs";
globalThis.Office = { auth: { getAccessToken: async (asked) => {
  if (asked.allowSignInPrompt && REFUSED) throw { code: 13012, message: "Not here." };
  return "a.b.c";
} } };
const said = await signedOn(PROVIDERS).catch(({ message }) => message);
console.log(JSON.stringify(said));
"""


@pytest.mark.parametrize(
    ("providers", "refused", "said"),
    [
        ([], True, {}),
        (["entraid"], False, {"Authorization": "Bearer a.b.c", "Auth-Provider": "entraid"}),
        (
            ["entraid"],
            True,
            "Office could not sign you on (13012): Not here. Nothing was changed: tell IT.",
        ),
    ],
    ids=["a proxy signs on", "Office knows who", "Office does not know"],
)
def test_a_press_carries_what_office_says_of_who_pressed(
    providers: list[str], refused: bool, said: Any, tmp_path: Path
) -> None:
    need(shutil.which("node"), "node (nodejs)")
    shutil.copy(_SCRIPT, tmp_path / "sign_on.mjs")
    trial = _TRIAL.replace("PROVIDERS", json.dumps(providers))
    (tmp_path / "trial.mjs").write_text(trial.replace("REFUSED", json.dumps(refused)), "utf-8")
    command = ["node", str(tmp_path / "trial.mjs")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == said


def test_what_it_asks_is_in_microsofts_types() -> None:
    need(office_types.installed(), "Office.js' types (tools/office_types.py --install)")
    assert office_types.faults([_SCRIPT]) == ""
