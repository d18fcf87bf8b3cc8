"""The documented executable for locked-down machines, as far as can be without Excel."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.button.payload import payload_of
from tests.button.test_addin import macros
from tests.support.command import xl_scorecard
from tests.support.paths import EARLY_HELP, ROOT, RULES
from xl_scorecard.button.addin import template

_DOCUMENT = (ROOT / "docs" / "button-for-it.md").read_text("utf-8")
# What ExecuteWindows of xlwings' VBA puts behind the executable: for RunFrozenPython only the last
# four, for RunPython the code for Python before them.
_FROZEN = (
    "--wb=Q3 report & notes.xlsm", "--from_xl=1",
    "--app=C:\\Program Files\\Microsoft Office\\root\\Office16\\Microsoft Excel", "--hwnd=1312",
)  # fmt: skip
_AS_PYTHON = ("-B", "-c", "import xl_scorecard_button;xl_scorecard_button.main()", *_FROZEN)
# The entry script with a workbook of xlwings' remote engine in Excel's place. It notes each file
# that is opened in the package and is no code: a frozen executable would lack it.
_REMOTE = """
import json, os, sys
sys.modules.update(dict.fromkeys(("pandas", "numpy")))
payload, package, script, *sys.argv[1:] = sys.argv[1:]
data = []
def opened(event, args):
    if event == "open" and str(args[0]).startswith(package):
        data.append(str(args[0]))
sys.addaudithook(opened)
import xlwings
book = xlwings.Book(json=json.load(open(payload)))
book.set_mock_caller()
exec(compile(open(script).read(), script, "exec"), {"__name__": "__main__"})
code = [m.__file__ for n, m in sys.modules.items() if n.partition(".")[0] == "xl_scorecard"]
data = [name for name in data if not name.endswith(".py") and ".pyc" not in name]
print(json.dumps({"actions": book.json()["actions"], "data": data, "code": code}))
"""


@dataclass(frozen=True)
class Recipe:
    """The folder in which the documented steps were done, up to the freezing."""

    folder: Path

    def run(self, *words: str, payload: bool = True) -> subprocess.CompletedProcess[str]:
        """Python over the recipe's folder, as the executable would find its module."""
        key = {"XLWINGS_LICENSE_KEY": "noncommercial"} if payload else {"XLWINGS_LICENSE_KEY": ""}
        path = os.pathsep.join([str(self.folder / "build" / "xl-scorecard-button"), str(ROOT)])
        return subprocess.run(
            [sys.executable, "-B", *words],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": path, **key},
            capture_output=True,
            text=True,
            check=False,
        )

    def pressed(self, arguments: tuple[str, ...]) -> dict[str, Any]:
        """What the entry script did to the early help sample, started with arguments."""
        (self.folder / "payload.json").write_text(json.dumps(payload_of(EARLY_HELP)), "utf-8")
        package = str(ROOT / "xl_scorecard")
        done = self.run("-c", _REMOTE, "payload.json", package, "scorecard_button.py", *arguments)
        assert done.returncode == 0, done.stderr
        found: dict[str, Any] = json.loads(done.stdout)
        return found


@pytest.fixture(scope="module")
def recipe(tmp_path_factory: pytest.TempPathFactory) -> Recipe:
    folder = tmp_path_factory.mktemp("recipe")
    (script,) = re.findall(r"(?ms)^ *```python\n(.*?)^ *```$", _DOCUMENT)
    lines = [line.removeprefix("   ") for line in script.splitlines()]
    (folder / "scorecard_button.py").write_text("\n".join(lines) + "\n", "utf-8")
    done = xl_scorecard(
        "button", "install", "--to", "build", "--rules", RULES, "--python", _executable(),
        folder=folder,
    )  # fmt: skip
    assert done.status == 0, done.err
    return Recipe(folder)


def _executable() -> str:
    (named,) = re.findall(r'button install --to build .* --python "(.*)"', _DOCUMENT)
    return str(named)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there may be Excel here")
@pytest.mark.parametrize("arguments", [_FROZEN, _AS_PYTHON])
def test_the_entry_script_runs_up_to_where_excel_is_needed(
    recipe: Recipe, arguments: tuple[str, ...]
) -> None:
    done = recipe.run("scorecard_button.py", *arguments, payload=False)
    assert done.returncode == 1
    assert "in caller" in done.stderr
    assert "only supported on Windows and macOS" in done.stderr.splitlines()[-1]


@pytest.mark.parametrize("arguments", [_FROZEN, _AS_PYTHON])
def test_with_a_workbook_in_excels_place_it_refreshes_by_the_rules_set(
    recipe: Recipe, arguments: tuple[str, ...]
) -> None:
    actions = recipe.pressed(arguments)["actions"]
    assert [a["args"][1] for a in actions if a["func"] == "addSheet"] == [
        "Summary",
        "Indicators",
        "Checks",
    ]
    (said,) = (a["args"][0] for a in actions if a["func"] == "alert")
    assert said.startswith("2018-12: 11 indicators rated, 7 in need of attention, 0 findings.")


def test_it_needs_no_data_of_the_package_and_no_import_that_a_freezer_cannot_see(
    recipe: Recipe,
) -> None:
    found = recipe.pressed(_FROZEN)
    assert "addSheet" in {action["func"] for action in found["actions"]}  # it went to its end
    assert found["data"] == []
    assert len(found["code"]) > 50
    texts = {name: Path(name).read_text("utf-8") for name in found["code"]}
    assert [n for n, t in texts.items() if "import_module" in t or "__import__" in t] == []


def test_the_command_that_freezes_names_what_the_install_wrote(recipe: Recipe) -> None:
    (command,) = re.findall(r"(?m)^ *pyinstaller (.*)$", _DOCUMENT)
    words = command.split()
    options = dict(pairwise(words))
    assert (recipe.folder / words[-1]).is_file()
    assert (recipe.folder / options["--paths"] / "xl_scorecard_button.py").is_file()
    settings, _, beside_the_module = options["--add-data"].rpartition(":")
    assert json.loads((recipe.folder / settings).read_text("utf-8")) == {"rules": str(RULES)}
    assert beside_the_module == "."


def test_the_line_of_vba_calls_what_xlwings_has_and_names_the_same_executable() -> None:
    modules = {name: " ".join(code.split()) for name, code in macros(template()).items()}
    (lines,) = re.findall(r"(?ms)^```vba\n(.*?)^```$", _DOCUMENT)
    first, call, last = (line.strip() for line in lines.splitlines())
    assert re.search(f"{re.escape(first)} .* {last}$", modules["RibbonMyAddin"])
    assert call == f'RunFrozenPython "{_executable()}"'
    assert (
        "Public Function RunFrozenPython(Executable As String, Optional Args As String)"
        in (modules["xlwings"])
    )


def test_the_arguments_are_those_of_xlwings_vba() -> None:
    code = macros(template())["xlwings"]
    (body,) = re.findall(r"(?s)Function ExecuteWindows\(.*?End Function", code)
    assert 'RunCommand = Chr(34) & PythonCommand & Chr(34) & " " & FrozenArgs & " "' in body
    assert '-B -c ""import xlwings.utils' in body
    passed = re.findall(r"--\w+=", body[body.index("ExitCode = WScript.Run") :])
    assert passed == [word.partition("=")[0] + "=" for word in _FROZEN]
