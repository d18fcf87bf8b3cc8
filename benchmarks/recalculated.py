"""Whether the officers' own formulas come to the same after an edit: LibreOffice computes both.

    python benchmarks/recalculated.py PATH... [--refresh] [--rules=FILE]

Every workbook, or every one below a folder, gets the edits of trial_edit.py, or with --refresh is
refreshed under its rule set (NAME.yaml beside it, else `--rules`, else one drafted from it); then
both are computed anew and every formula that was there before is compared. Exit status 1 where any
differs.
"""

from __future__ import annotations

import collections
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

import openpyxl
import python_calamine
from trial_edit import trial_edit

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import xl_scorecard
from tests.support.office import Office
from xl_scorecard.errors import ScorecardError, WorkbookError

Place = tuple[str, int, int]
_CLOSE = 1e-9
_SHOWN = 3


def _computed(office: Office, book: Path) -> Path | None:
    """The workbook saved anew, or None where LibreOffice does not open it."""
    try:
        made = office.recalculated(book)
    except subprocess.SubprocessError:
        return None
    return made if made.exists() else None


def results_that_differ(
    before: Path, after: Path, office: Office, figures: collections.Counter[str]
) -> list[str]:
    """The formulas of the original that come to something else in the edited workbook."""
    old, new = _computed(office, before), _computed(office, after)
    if old is None:
        figures["not opened by LibreOffice before"] += 1
        return []
    if new is None:
        return ["LibreOffice opens the original, not the result"]
    figures["opened by LibreOffice"] += 1
    was, is_now = _values(old), _values(new)
    try:
        places = _formulas(before)
    except Exception:  # openpyxl opens not all that is sound; then every value is compared
        places = list(was)
    figures["formulas computed"] += len(places)
    found = [place for place in places if not _same(was.get(place, ""), is_now.get(place, ""))]
    if not found:
        return []
    again = _computed(office, old)  # what changes by itself, as RAND does, is no difference
    once_more = _values(again) if again is not None else was
    found = [place for place in found if _same(was.get(place, ""), once_more.get(place, ""))]
    return [f"{p}: {was.get(p, '')!r} became {is_now.get(p, '')!r}" for p in found[:_SHOWN]]


def _formulas(path: Path) -> list[Place]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(path)
    return [
        (sheet.title, cell.row, cell.column)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]


def _values(path: Path) -> dict[Place, object]:
    book = python_calamine.CalamineWorkbook.from_path(str(path))
    return {
        (name, row, column): value
        for name in book.sheet_names
        for row, cells in enumerate(book.get_sheet_by_name(name).to_python(False), 1)
        for column, value in enumerate(cells, 1)
        if value != ""
    }


def _same(one: object, other: object) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= _CLOSE * max(1.0, abs(one), abs(other))
    return one == other


def _rules(book: Path, given: Path | None, folder: Path) -> Path | None:
    """The rule set of a workbook: beside it, the one given, or drafted from it."""
    beside = book.with_suffix(".yaml")
    if beside.exists():
        return beside
    if given is not None:
        return given
    drafted = folder / f"{book.stem}.yaml"
    command = [sys.executable, "-m", "xl_scorecard", "rules", "draft", str(book)]
    subprocess.run([*command, "--out", str(drafted)], capture_output=True, check=False)
    return drafted if drafted.exists() else None


def _edited(book: Path, given: Path | None, folder: Path, *, refresh: bool) -> Path | None:
    """The workbook with something of ours in it; None where it is refused."""
    if not refresh:
        after = folder / f"{book.stem}-edited{book.suffix}"
        try:
            trial_edit(book, after)
        except WorkbookError:
            return None
        return after
    rules = _rules(book, given, folder)
    if rules is None:
        return None
    try:
        run = xl_scorecard.refresh(book, rules=rules, out=folder / book.stem)
    except ScorecardError:
        return None
    return None if run.failed else Path(run.workbooks[0].output or "")


def main(arguments: list[str]) -> int:
    """Run it; returns the exit status."""
    roots = [Path(argument) for argument in arguments if not argument.startswith("--")]
    books = [path for root in roots for path in (sorted(root.rglob("*.xls[xm]")) or [root])]
    named = [Path(a.removeprefix("--rules=")) for a in arguments if a.startswith("--rules=")]
    given = named[0] if named else None
    figures: collections.Counter[str] = collections.Counter()
    damage = []
    for book in books:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            after = _edited(book, given, folder, refresh="--refresh" in arguments)
            if after is None:
                figures["refused"] += 1
                continue
            figures["edited"] += 1
            # another name, so that neither is written over by the other
            same = folder / f"original{book.suffix}"
            same.write_bytes(book.read_bytes())
            renamed = after.rename(folder / f"result{book.suffix}")
            office = Office("soffice", folder / "office")
            differ = results_that_differ(same, renamed, office, figures)
            damage += [f"{book.name}: {what}" for what in differ]
    for figure, number in figures.items():
        print(f"{number:7,}  {figure}")
    for line in damage:
        print("DIFFERS", line)
    return 1 if damage else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
