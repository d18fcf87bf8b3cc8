"""The script in the documents, run as xlwings Server and xlwings Lite run it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.button.models import Book, read_book
from tests.button.payload import payload_of
from tests.button.replayer import replay
from tests.support.paths import EARLY_HELP, ROOT, RULES

_DOCUMENT = ROOT / "docs" / "excel-button.md"
_STATUS = 22  # column V, the first beyond the early help sample: its own RAG may be coloured
_ROWS = range(5, 22)
# What Pyodide leaves out of Python's library, or loads only when asked to (ssl, lzma, sqlite3), or
# has without its use (multiprocessing); and what is about in tests but not declared as needed.
_WITHOUT = (
    "curses dbm ensurepip fcntl grp idlelib lib2to3 msvcrt multiprocessing nis pwd resource syslog "
    "termios tkinter turtle venv winreg winsound ssl lzma sqlite3 "
    "jinja2 markupsafe pandas numpy dateutil tqdm cryptography PIL openpyxl xlsxwriter"
)
_SERVER = """
import sys
payload, script, rules, without = sys.argv[1:]
sys.modules.update(dict.fromkeys(without.split()))
import asyncio, json, types
import xlwings
from xlwings.server import custom_scripts_call, custom_scripts_meta
main = types.ModuleType("main")
exec(compile(open(script).read(), script, "exec"), main.__dict__)
main.RULES = rules
(entry,) = custom_scripts_meta(main)
book = xlwings.Book(json=json.load(open(payload)))
call = custom_scripts_call(main, entry["function_name"], typehint_to_value={xlwings.Book: book})
answer = asyncio.run(call).json()
loaded = sorted({name.partition(".")[0] for name, module in sys.modules.items() if module})
print(json.dumps({"actions": answer["actions"], "loaded": loaded}))
"""


@dataclass(frozen=True)
class Answer:
    """What a server sends back, and the packages that were loaded for it."""

    actions: list[dict[str, Any]]
    loaded: set[str]


def _script() -> str:
    blocks = re.findall(r"(?ms)^```python\n(.*?)^```$", _DOCUMENT.read_text("utf-8"))
    (script,) = (block for block in blocks if "@xw.script" in block)
    return str(script)


def _served(folder: Path, rules: Path) -> Answer:
    """The documented script over the early help sample, in a process without what Pyodide lacks."""
    (folder / "payload.json").write_text(json.dumps(payload_of(EARLY_HELP)), "utf-8")
    (folder / "main.py").write_text(_script(), "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", _SERVER, "payload.json", "main.py", str(rules), _WITHOUT],
        cwd=folder,
        env={**os.environ, "XLWINGS_ON_SERVER": "true", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    return Answer(said["actions"], set(said["loaded"]))


@pytest.fixture(scope="module")
def answer(tmp_path_factory: pytest.TempPathFactory) -> Answer:
    return _served(tmp_path_factory.mktemp("web"), RULES)


@pytest.fixture(scope="module")
def refreshed(answer: Answer) -> Book:
    book = read_book(EARLY_HELP)
    replay(book, answer.actions)
    return book


def test_the_script_adds_the_summary_and_the_checks(refreshed: Book) -> None:
    assert refreshed.sheet_names == ["EH monthly", "Notes", "Summary", "Indicators", "Checks"]
    assert refreshed["Summary"].cells[1, 1].value == "Early Help monthly indicators"
    assert refreshed["Checks"].filled


def test_the_script_writes_a_status_for_each_indicator(refreshed: Book) -> None:
    written = [refreshed["EH monthly"].cells[row, _STATUS].formula or "" for row in _ROWS]
    assert all(text.startswith("=IFERROR(INDEX('Indicators'!") for text in written)
    register = refreshed["Indicators"]
    columns = {register.cells[5, c].value: c for r, c in register.filled if r == 5}
    references = [register.cells[row, columns["Reference"]].value for row in range(6, 23)]
    assert references == [f"EH{number:02}" for number in range(1, 18)]
    statuses = [register.cells[row, columns["Status"]].formula for row in range(6, 23)]
    assert all(statuses)


def test_rules_that_are_not_there_are_said_to_the_officer_and_nothing_is_written(
    tmp_path: Path,
) -> None:
    answer = _served(tmp_path, tmp_path / "rules")
    (said,) = answer.actions
    assert said["func"] == "alert"
    assert str(tmp_path / "rules") in said["args"][0]


def test_nothing_is_loaded_but_what_the_document_names(answer: Answer) -> None:
    ours = {"xl_scorecard", "xlwings"}
    named = {"pydantic", "yaml"}
    of_pydantic = {"pydantic_core", "annotated_types", "typing_extensions", "typing_inspection"}
    assert ours | named <= answer.loaded
    measuring = {"coverage", "$coverage"}
    foreign = answer.loaded - set(sys.stdlib_module_names) - {"__main__", "__mp_main__"} - measuring
    started = {name for name in foreign if name.startswith(("_", "cython"))}  # by C extensions
    assert foreign - started - ours - named - of_pydantic == set()
