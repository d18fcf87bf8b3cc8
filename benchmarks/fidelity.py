"""What a write-back does to workbooks nobody on this project made, in figures.

    python benchmarks/fidelity.py FOLDER [--errors] [--libreoffice]

Every workbook below FOLDER gets the edits of trial_edit.py. The parts that were touched must still
say all they said, at once and not only when the edits are taken out again; a second run must give
the same bytes; openpyxl and calamine must read the same values, formulas, formats, names and print
areas. --errors asks the Open XML SDK for complaints that are new (tools/ooxml_errors.py),
--libreoffice has every formula of the original computed anew in both. Exit status 1 where anything
was lost or differs.
"""

from __future__ import annotations

import collections
import io
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from only_adds import unlike
from read_by_others import read_otherwise
from recalculated import results_that_differ
from trial_edit import given_cells, trial_edit

from tests.support.office import Office
from xl_scorecard.errors import WorkbookError

_Entry = tuple[bytes, bytes]
"""What a part holds, and its local header."""


def main(arguments: list[str]) -> int:
    """Run it; returns the exit status."""
    root = Path(next(a for a in arguments if not a.startswith("--")))
    figures: collections.Counter[str] = collections.Counter()
    damage: list[str] = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        results = []
        for path in sorted(root.rglob("*")):
            if path.suffix.lower() in (".xlsx", ".xlsm", ".xltx", ".xltm", ".xlam"):
                figures["workbooks"] += 1
                after = folder / f"{figures['workbooks']:04d}{path.suffix}"
                try:
                    trial_edit(path, after)
                except WorkbookError as error:
                    figures[f"refused: {error.kind}"] += 1
                    continue
                figures["edited"] += 1
                results.append((path, after))
                name = str(path.relative_to(root))
                damage += _told(f"{name}: {w}" for w in compare(path, after, folder, figures))
        if "--errors" in arguments:
            damage += _told(new_errors(results, figures))
        if "--libreoffice" in arguments:
            damage += _told(differing(results, folder, figures))
    for name, number in figures.items():
        print(f"{number:7,}  {name}")
    return 1 if damage else 0


def _told(found: Iterable[str]) -> list[str]:
    """What was found, said at once: a run takes half an hour."""
    lines = list(found)
    for line in lines:
        print("DAMAGE", line, flush=True)
    return lines


def compare(
    before: Path, after: Path, folder: Path, figures: collections.Counter[str]
) -> list[str]:
    """What is lost or changed, in words."""
    twice, cleared = (folder / f"{name}{before.suffix}" for name in ("twice", "cleared"))
    trial_edit(after, twice)
    trial_edit(after, cleared, clear=True)
    found = []
    old, new, back = (_entries(path) for path in (before, after, cleared))
    given = {f"c[{reference}]@s" for reference in given_cells(after)}
    for name, entry in old.items():
        figures["parts"] += 1
        found += [f"{name}: {w}" for w in _changed(entry, new.get(name), given, figures)]
        found += [f"{name}: {w}" for w in _not_given_back(name, entry[0], back.get(name))]
    if [n for n in new if n in old] != list(old):
        found.append("order of parts changed")
    if twice.read_bytes() != after.read_bytes():
        found.append("a second run gives other bytes")
    extra = set(back) - set(old)
    if extra:
        found.append(f"left after clear: {sorted(extra)}")
    found += read_otherwise(before, after, figures)
    return found


def _changed(
    before: _Entry, after: _Entry | None, given: set[str], figures: collections.Counter[str]
) -> list[str]:
    """What an edited workbook's part no longer says, but for the formats of cells we filled."""
    if after is None:
        return ["lost"]
    if after[0] == before[0]:
        figures["parts untouched"] += 1
        return [] if after[1] == before[1] else ["same bytes, other header"]
    figures["parts touched, which say all they said"] += 1
    return [what for what in unlike(before[0], after[0]) if not any(g in what for g in given)]


def _not_given_back(name: str, before: bytes, cleared: _Entry | None) -> list[str]:
    """How a part differs after clear; in the tables of styles, left-over formats may stay."""
    if cleared is None:
        return ["not there after clear"]
    found = [f"not the same after clear: {what}" for what in unlike(before, cleared[0])]
    if Path(name).stem != "styles":
        found += [f"ours, left after clear: {what}" for what in unlike(cleared[0], before)]
    return found


def _entries(path: Path) -> dict[str, _Entry]:
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


def differing(
    results: list[tuple[Path, Path]], folder: Path, figures: collections.Counter[str]
) -> list[str]:
    """Formulas of the originals that LibreOffice computes to something else in the results."""
    office = Office("soffice", folder / "office")
    return [
        f"{before.name}: {what}"
        for before, after in results
        for what in results_that_differ(before, after, office, figures)
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
