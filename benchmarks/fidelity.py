"""What a write-back does to workbooks nobody on this project made, in figures.

    python benchmarks/fidelity.py FOLDER [--errors] [--libreoffice]

Every workbook below FOLDER gets the edits of trial_edit.py; its parts and values are compared
before and after, and again when the edits are taken out. --errors asks the Open XML SDK for
complaints that are new (tools/ooxml_errors.py), --libreoffice opens every result there. Exit
status 1 where anything was lost.
"""

from __future__ import annotations

import collections
import io
import subprocess
import sys
import tempfile
import warnings
import zipfile
from pathlib import Path

import openpyxl
import python_calamine
from lxml import etree
from trial_edit import trial_edit

from xl_scorecard.errors import WorkbookError

_MASKED = {"styles.xml"}  # left-over styles at the ends of the tables stay after clear


def main(arguments: list[str]) -> int:
    """Run it; returns the exit status."""
    root = Path(next(a for a in arguments if not a.startswith("--")))
    figures: collections.Counter[str] = collections.Counter()
    damage: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        results = []
        for path in sorted(root.rglob("*")):
            if path.suffix.lower() in (".xlsx", ".xlsm", ".xltx", ".xltm", ".xlam"):
                figures["workbooks"] += 1
                after = Path(folder) / f"{figures['workbooks']:04d}{path.suffix}"
                try:
                    trial_edit(path, after)
                except WorkbookError as error:
                    figures[f"refused: {error.kind}"] += 1
                    continue
                cleared = Path(folder) / f"cleared{path.suffix}"
                trial_edit(after, cleared, clear=True)
                figures["edited"] += 1
                results.append((path, after))
                name = str(path.relative_to(root))
                damage += [f"{name}: {what}" for what in compare(path, after, cleared, figures)]
        if "--errors" in arguments:
            damage += new_errors(results, figures)
        if "--libreoffice" in arguments:
            damage += unopened(results, figures)
    for name, number in figures.items():
        print(f"{number:7,}  {name}")
    for line in damage:
        print("DAMAGE", line)
    return 1 if damage else 0


def compare(
    before: Path, after: Path, cleared: Path, figures: collections.Counter[str]
) -> list[str]:
    """What is lost or changed, in words."""
    found = []
    old, new, back = (_entries(path) for path in (before, after, cleared))
    for name, (data, record) in old.items():
        figures["parts"] += 1
        if name not in new:
            found.append(f"lost {name}")
        elif new[name][0] == data:
            figures["parts untouched"] += 1
            if new[name][1] != record:
                found.append(f"{name}: same bytes, other header")
        if name not in back:
            found.append(f"{name}: not there after clear")
        elif Path(name).name not in _MASKED and not _equal(data, back[name][0]):
            found.append(f"{name}: not the same after clear")
    if [n for n in new if n in old] != list(old):
        found.append("order of parts changed")
    extra = set(back) - set(old)
    if extra - {"xl/styles1.xml"}:
        found.append(f"left after clear: {sorted(extra)}")
    found += _values(before, after, figures)
    return found


def _entries(path: Path) -> dict[str, tuple[bytes, bytes]]:
    """Content and local header (less name) of each entry."""
    raw = path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {
            info.filename: (
                archive.read(info),
                raw[info.header_offset : info.header_offset + 30],
            )
            for info in archive.infolist()
            if not info.is_dir()
        }


def _equal(one: bytes, other: bytes) -> bool:
    if one == other:
        return True
    try:
        first, second = (
            etree.tostring(etree.fromstring(data), method="c14n") for data in (one, other)
        )
    except etree.XMLSyntaxError:
        return False
    return first == second


def _values(before: Path, after: Path, figures: collections.Counter[str]) -> list[str]:
    """Values that openpyxl and calamine read differently now, of the sheets that were there."""
    found = []
    for reader in (_openpyxl, _calamine):
        try:
            old = reader(before)
        except Exception:
            figures[f"not read by {reader.__name__[1:]} before"] += 1
            continue
        try:
            new = reader(after)
        except Exception as error:
            found.append(f"{reader.__name__[1:]} reads it no more: {error}")
            continue
        figures[f"values read by {reader.__name__[1:]}"] += len(old)
        lost = [place for place, value in old.items() if new.get(place) != value]
        if lost:
            found.append(f"{reader.__name__[1:]}: other values at {lost[:3]}")
    return found


def _openpyxl(path: Path) -> dict[tuple[str, int, int], object]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(path, data_only=True)
    return {
        (sheet.title, cell.row, cell.column): str(cell.value)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def _calamine(path: Path) -> dict[tuple[str, int, int], object]:
    book = python_calamine.CalamineWorkbook.from_path(str(path))
    found: dict[tuple[str, int, int], object] = {}
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        for row, cells in enumerate(sheet.to_python(skip_empty_area=False)):
            found.update({(name, row, column): str(v) for column, v in enumerate(cells) if v != ""})
    return found


def new_errors(results: list[tuple[Path, Path]], figures: collections.Counter[str]) -> list[str]:
    """Open XML SDK complaints that the results have and the originals do not."""
    tool = Path(__file__).parents[1] / "tools" / "ooxml_errors.py"
    found = []
    for before, after in results:
        run = subprocess.run(
            [sys.executable, str(tool), str(after), str(before)],
            capture_output=True,
            text=True,
            check=False,
        )
        figures["checked by the Open XML SDK"] += 1
        if run.returncode:
            found.append(f"{before.name}: {run.stdout.strip() or run.stderr.strip()[:200]}")
    return found


def unopened(results: list[tuple[Path, Path]], figures: collections.Counter[str]) -> list[str]:
    """Results that LibreOffice cannot convert although it could the original."""
    found = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for before, after in results:
            if _opens(after, folder):
                figures["opened by LibreOffice"] += 1
            elif _opens(before, folder):
                found.append(f"{before.name}: LibreOffice opens the original, not the result")
            else:
                figures["not opened by LibreOffice before"] += 1
    return found


def _opens(book: Path, folder: Path) -> bool:
    """Whether LibreOffice converts a workbook (one a process: in a row, one crash costs all)."""
    profile = f"-env:UserInstallation={folder.as_uri()}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "csv", "--outdir", str(folder)]
    subprocess.run([*command, str(book)], capture_output=True, check=False, timeout=120)
    return (folder / f"{book.stem}.csv").exists()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
