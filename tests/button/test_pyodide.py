"""The button in Pyodide, the Python of xlwings Lite: the wheel as it is built, under node."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import xlwings

from tests.button.payload import payload_of
from tests.conftest import need
from tests.support.paths import CHILDREN, CHILDRENS_RULES, EARLY_HELP, ROOT, RULES
from tools import pyodide_home
from xl_scorecard.button import refresh

_SAMPLES = ((CHILDREN, CHILDRENS_RULES), (EARLY_HELP, RULES / "early-help.yaml"))
_PURE = ("pydantic", "annotated_types", "typing_extensions", "typing_inspection", "yaml")
_NOT_NEEDED = {"lxml", "pandas", "numpy", "tqdm", "openpyxl", "xlsxwriter", "shtab", "dateutil"}
_OURS_ALONE = """
import sys
sys.modules.update(dict.fromkeys(sys.argv[3].split(",")))
import json, xlwings
from xl_scorecard.button import refresh
book = xlwings.Book(json=json.load(open(sys.argv[1])))
refresh(book, rules=sys.argv[2])
print(len(book.json()["actions"]))
"""


def _pure(path: Path) -> Path:
    """The packages that are the same everywhere, as they are installed here."""
    with zipfile.ZipFile(path, "w") as archive:
        for name in _PURE:
            spec = importlib.util.find_spec(name)
            assert spec is not None
            assert spec.origin is not None
            origin = Path(spec.origin)
            for file in _files(origin):
                folder = origin.parent.parent if origin.name == "__init__.py" else origin.parent
                archive.write(file, file.relative_to(folder))
    return path


def _files(origin: Path) -> Iterator[Path]:
    yield from origin.parent.rglob("*.py") if origin.name == "__init__.py" else (origin,)


def _wheel(folder: Path) -> Path:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


def test_the_live_path_needs_neither_lxml_nor_pandas_nor_tqdm(tmp_path: Path) -> None:
    (tmp_path / "payload.json").write_text(json.dumps(payload_of(EARLY_HELP)), "utf-8")
    words = [tmp_path / "payload.json", RULES / "early-help.yaml", ",".join(_NOT_NEEDED)]
    done = subprocess.run(
        [sys.executable, "-c", _OURS_ALONE, *words], cwd=ROOT, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 100


def test_in_pyodide_it_asks_excel_for_the_very_same(tmp_path: Path) -> None:
    need(pyodide_home.installed(), "Pyodide (tools/pyodide_home.py --install)")
    archives = [_pure(tmp_path / "pure.zip"), *pyodide_home.wheels(), _wheel(tmp_path)]
    presses: list[Path] = []
    for number, (sample, rules) in enumerate(_SAMPLES):
        sent = tmp_path / f"{number}.json"
        sent.write_text(json.dumps(payload_of(sample)), "utf-8")
        presses += [sent, rules]
    done = subprocess.run(
        ["node", ROOT / "tools" / "in_pyodide.mjs", pyodide_home.module(),
         ",".join(map(str, archives)), *presses],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2_000:]
    said = json.loads(done.stdout)
    assert not _NOT_NEEDED & set(said["packages"])
    for (sample, rules), pressed in zip(_SAMPLES, said["pressed"], strict=True):
        book = xlwings.Book(json=payload_of(sample))
        refresh(book, rules=rules)
        assert pressed["actions"] == json.loads(json.dumps(book.json()["actions"])), sample.name
