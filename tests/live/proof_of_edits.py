"""Edits of refreshed workbooks in LibreOffice, held against a fresh refresh of what was edited.

Rows are compared by where they stand in the edited workbook, since a refresh moves none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.live.books import REPORTED, SHEET, Book
from tests.live.desk import Act, Desk, Work
from tests.live.edits import of_cells
from tests.live.edits_of_sheets import COPY, OF_SHEETS, RENAMED, Sheet
from tests.live.proof_of_rating import Failed, chance_of, refreshed
from tests.live.results import KINDS, REFRESH, NoColumns, Shown, same, shown

EQUAL, WAITS, WRONG = "equal", "Refresh", "wrong"
BESIDE = "(rows beside, not edited)"


@dataclass(frozen=True)
class Verdict:
    """What came of an edit, for a row: equal, Refresh, or wrong, with what is wrong."""

    kind: str
    seed: int
    row: int
    result: str
    told: str = ""

    def __str__(self) -> str:
        return f"seed {self.seed} row {self.row}: {self.told}"


@dataclass(frozen=True)
class Edited:
    """A copy of a refreshed workbook and what is done to it; the kind of each row's edit."""

    book: Book
    rules: Path
    kind: str
    work: Work
    sheets: dict[str, str]
    """the sheets looked at, and what is added to the kind for each"""
    of_row: dict[int, str] = field(default_factory=dict)


def prepared(book: Book, folder: Path, kinds: Sequence[str], done: Counter[str]) -> list[Edited]:
    """The copies of a workbook to be edited: its cells by rows, and one for each kind of sheet's.

    `done` counts the edits of cells by kind.
    """
    seed, chance = book.seed, chance_of(book.seed)
    path, rules = book.saved(folder)
    output, _ = refreshed(path, rules, folder / f"refreshed-{seed}", REPORTED)
    by_row = of_cells(book, chance, done)
    acts = tuple(act for edit in by_row.values() for act in edit.acts)
    work = Work(output, acts, folder / f"edited-{seed}-cells.xlsx")
    of_row = {number: edit.kind for number, edit in by_row.items()}
    found = [Edited(book, rules, BESIDE, work, {SHEET: ""}, of_row)]
    columns = shown(output, SHEET, book.headings).columns
    for kind in kinds:
        acts = tuple(OF_SHEETS[kind](Sheet(chance, book, columns)))
        result = folder / f"edited-{seed}-{kind.replace(' ', '-')}.xlsx"
        found.append(Edited(book, rules, kind, Work(output, acts, result), _sheets(kind)))
    return found


def _sheets(kind: str) -> dict[str, str]:
    if kind == "sheet renamed":
        return {RENAMED: ""}
    return {SHEET: "", COPY: ", the copy"} if kind == "sheet copied" else {SHEET: ""}


def verdicts(edited: Edited, folder: Path) -> Iterator[Verdict]:
    """What came of it, row by row; raises Failed where a fresh refresh is refused."""
    path = edited.work.result
    fresh, entry = refreshed(path, edited.rules, folder / f"fresh-{path.stem}", REPORTED)
    for sheet, more in edited.sheets.items():
        rows = {item["row"] for item in entry["indicators"] if item["sheet"] == sheet}
        was, now = (shown(file, sheet, edited.book.headings) for file in (fresh, path))
        for number in sorted({*rows, *_held(now)}):
            kind = edited.of_row.get(number, edited.kind + more)
            yield _verdict(edited, kind, number, was, now, edited.work.acts)


def _held(cells: Shown) -> list[int]:
    """The rows in which something of ours stands."""
    return [n for n, row in cells.cells.items() if any(row[kind] != "" for kind in KINDS)]


def _verdict(
    edited: Edited, kind: str, number: int, fresh: Shown, now: Shown, acts: Sequence[Act]
) -> Verdict:
    due, found = fresh.row(number), now.row(number)
    waits = [each for each in KINDS if found[each] == REFRESH]
    wrong = [e for e in KINDS if e not in waits and not same(due[e], found[e])]
    if not wrong:
        return Verdict(kind, edited.book.seed, number, WAITS if waits else EQUAL)
    done = [act for act in acts if not edited.of_row or str(act[2]).lstrip("ABCDEFGHIJKLMNOP") ==
            str(number)]  # fmt: skip
    told = "; ".join(f"{each} {found[each]!r}, refreshed {due[each]!r}" for each in wrong)
    return Verdict(kind, edited.book.seed, number, WRONG, f"{told} {done}")


@dataclass
class Proof:
    """Verdicts so far, and the workbooks that could not be looked at."""

    verdicts: list[Verdict] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    done: Counter[str] = field(default_factory=Counter)

    def of(self, kind: str, result: str) -> list[Verdict]:
        """The verdicts of a kind that are so."""
        return [v for v in self.verdicts if v.kind == kind and v.result == result]

    def add(self, desk: Desk, works: Sequence[Edited], folder: Path) -> None:
        """Do the edits in one session, and look at what came of them."""
        missing = desk.does([edited.work for edited in works])
        for edited in works:
            told = missing.get(edited.work.result)
            place = f"seed {edited.book.seed}, {edited.kind}"
            if told:
                self.failed.append(f"{place}: LibreOffice: {told}")
                continue
            self._judge(place, lambda edited=edited: list(verdicts(edited, folder)))

    def prepare(self, book: Book, folder: Path, kinds: Sequence[str]) -> list[Edited]:
        """The copies of a workbook; none, and told, where it cannot be refreshed."""
        try:
            return prepared(book, folder, kinds, self.done)
        except (Failed, NoColumns) as failed:
            self.failed.append(f"seed {book.seed}: {failed}")
            return []

    def _judge(self, place: str, judged: Callable[[], list[Verdict]]) -> None:
        try:
            self.verdicts += judged()
        except (Failed, NoColumns) as failed:
            self.failed.append(f"{place}: a fresh refresh: {failed}")
