"""Whether what a refreshed workbook shows is true, and stays true while it is worked on.

    python benchmarks/live.py model [--rows 20000] [--first SEED] [--keep DIR] [--minutes N]
    python benchmarks/live.py edits [--edits 20000] [--first SEED] [--keep DIR] [--minutes N]

`model` holds every row of drawn scorecards against an exact model written from the documents alone:
the JSON, the stored cells, what LibreOffice computes, and the colour shown. `edits` has refreshed
scorecards edited in LibreOffice; each cell of ours must then be what a fresh refresh of the edited
workbook gives, or say Refresh. Both print tables and the first differences with the seed that
draws the workbook again. Exit status 1 where anything differs or a workbook fails.
"""

from __future__ import annotations

import argparse
import collections
import contextlib
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from math import inf
from pathlib import Path

from openpyxl.utils import column_index_from_string

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.live.books import PERIODS, SHEET, Book, drawn
from tests.live.desk import Desk, Work
from tests.live.edits import NOT_FOLLOWED, OF_CELLS
from tests.live.edits_of_sheets import OF_SHEETS
from tests.live.model import Unsaid
from tests.live.proof_of_edits import BESIDE, EQUAL, WAITS, WRONG, Edited, Proof
from tests.live.proof_of_rating import (
    Difference,
    Failed,
    checked,
    coloured,
    compared,
    refreshed,
    seeds,
)
from tests.live.results import NoColumns, shown

A_SESSION = 20
"""Workbooks that go through one session of LibreOffice."""
SHOWN = 5
MOST_REFRESH = 0.03


def _judged(
    books: list[tuple[Book, Path, Path]], desk: Desk, folder: Path
) -> Iterator[Difference | str]:
    """Every difference of some books, and what could not be looked at."""
    refreshed_ones = []
    for book, path, rules in books:
        try:
            output, _ = refreshed(path, rules, folder / "out")
            refreshed_ones.append((book, checked(path, rules), output))
        except Failed as failed:
            yield f"seed {book.seed}: {failed}"
    works = [Work(out, (), folder / f"computed-{b.seed}.xlsx") for b, _, out in refreshed_ones]
    missing = desk.does(works)
    for (book, told, output), work in zip(refreshed_ones, works, strict=True):
        if work.result in missing:
            yield f"seed {book.seed}: LibreOffice: {missing[work.result]}"
            continue
        try:
            stored, again = (shown(p, SHEET, book.headings) for p in (output, work.result))
        except NoColumns as failed:
            yield f"seed {book.seed}: {failed}"
            continue
        yield from compared(book, told, stored, again)
        latest = column_index_from_string(book.column(PERIODS[-1]))
        yield from coloured(book, output, stored, latest)


def model(asked: argparse.Namespace, folder: Path, desk: Desk) -> int:
    """Proof of rating; returns the exit status."""
    differences: dict[tuple[str, str], list[Difference]] = collections.defaultdict(list)
    failed, batch, rows, silent = [], [], 0, 0
    ratings: collections.Counter[str] = collections.Counter()
    for seed in seeds(asked.first, 10 * asked.rows):
        book = drawn(seed)
        batch.append((book, *book.saved(folder)))
        rows += len(book.rows)
        ratings[book.rating.name] += len(book.rows)
        silent += sum(isinstance(judged.band, Unsaid) for judged in book.judged().values())
        if len(batch) == A_SESSION or rows >= asked.rows:
            for found in _judged(batch, desk, folder):
                if isinstance(found, str):
                    failed.append(found)
                else:
                    differences[found.where, found.what].append(found)
            batch = []
            if rows >= asked.rows or time.monotonic() > asked.until:
                break
    print(f"{rows:,} rows in {len(ratings)} ratings")
    print("  " + ", ".join(f"{name} {number:,}" for name, number in sorted(ratings.items())))
    print(f"  {silent:,} statuses that the documents leave unsaid: held against the JSON alone")
    print(f"\n{'where':14}{'what':28}{'differ':>8}{'of them unsaid':>16}")
    for (where, what), found in sorted(differences.items()):
        print(f"{where:14}{what:28}{len(found):8,}{sum(d.unsaid for d in found):16,}")
    for found in differences.values():
        for difference in found[:SHOWN]:
            print("DIFFERS", difference)
    return _told(failed) or int(bool(differences))


def edits(asked: argparse.Namespace, folder: Path, desk: Desk) -> int:
    """Proof of edits; returns the exit status."""
    proof, seed, kinds = Proof(), asked.first, list(OF_SHEETS)
    waiting: list[Edited] = []
    edited = 0
    last = asked.first + asked.edits
    while edited < asked.edits and seed < last and time.monotonic() < asked.until:
        of_this = [kinds[(seed * 2 + turn) % len(kinds)] for turn in range(2)]
        waiting += proof.prepare(drawn(seed), folder, of_this)
        seed += 1
        if len(waiting) >= A_SESSION or seed == last:
            proof.add(desk, waiting, folder)
            waiting = []
            edited = sum(verdict.kind != BESIDE for verdict in proof.verdicts)
            if asked.progress:
                wrong = sum(verdict.result == WRONG for verdict in proof.verdicts)
                print(f"  {edited:,} edits, {wrong} wrong", file=sys.stderr)
    print(f"{edited:,} edits in the workbooks of seeds {asked.first} to {seed - 1}")
    print(f"\n{'kind of edit':44}{'edits':>7}{'equal':>7}{'Refresh':>9}{'wrong':>7}")
    slow = []
    for kind in [*OF_CELLS, *OF_SHEETS, "sheet copied, the copy", BESIDE]:
        counts = [len(proof.of(kind, result)) for result in (EQUAL, WAITS, WRONG)]
        if sum(counts):
            print(f"{kind:44}{sum(counts):7,}{counts[0]:7,}{counts[1]:9,}{counts[2]:7,}")
            if kind not in NOT_FOLLOWED and counts[1] > MOST_REFRESH * sum(counts):
                slow.append(kind)
    wrong = [verdict for verdict in proof.verdicts if verdict.result == WRONG]
    for kind in dict.fromkeys(verdict.kind for verdict in wrong):
        for verdict in proof.of(kind, WRONG)[:SHOWN]:
            print(f"WRONG {kind}: {verdict}")
    for kind in slow:
        print(f"MORE THAN {MOST_REFRESH:.0%} SAY REFRESH: {kind}")
    return _told(proof.failed) or int(bool(wrong or slow))


def _told(failed: list[str]) -> int:
    for line in failed:
        print("FAILED", line)
    return int(bool(failed))


@contextlib.contextmanager
def _folder(keep: str | None) -> Iterator[Path]:
    if keep:
        Path(keep).mkdir(parents=True, exist_ok=True)
        yield Path(keep).resolve()
        return
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def main(arguments: list[str]) -> int:
    """Run it; returns the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("proof", choices=("model", "edits"))
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--edits", type=int, default=20_000)
    parser.add_argument("--first", type=int, default=1, help="the first seed")
    parser.add_argument("--keep", help="a folder for the workbooks, which are else thrown away")
    parser.add_argument("--progress", action="store_true")
    parser.add_argument("--minutes", type=float, default=inf, help="cut it short after so many")
    asked = parser.parse_args(arguments)
    program = shutil.which("soffice")
    if program is None:
        parser.error("LibreOffice (soffice) is not installed")
    began = time.monotonic()
    asked.until = began + 60 * asked.minutes
    with _folder(asked.keep) as folder:
        status = {"model": model, "edits": edits}[asked.proof](asked, folder, Desk(program, folder))
    print(f"\n{time.monotonic() - began:.0f} seconds")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
