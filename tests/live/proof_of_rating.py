"""Row by row: the model against the JSON, what is stored, what LibreOffice computes, the colour."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import xl_scorecard
from tests.live.books import SHEET, Book
from tests.live.model import Judgement
from tests.live.ratings import Band
from tests.live.results import (
    CHANGE,
    DIRECTION,
    KINDS,
    ON_YEAR,
    STATUS,
    Colours,
    Shown,
    same,
)
from tests.live.unsaid import Unsaid

NOTHING = "n/a"


@dataclass(frozen=True)
class Difference:
    """One thing that two who should agree say differently of a row."""

    seed: int
    row: int
    where: str
    what: str
    wanted: object
    found: object
    unsaid: bool = False
    """the documents leave it unsaid, and the program's own parts differ"""

    def __str__(self) -> str:
        return (f"seed {self.seed} row {self.row}: {self.what} {self.where}: "
                f"{self.found!r}, not {self.wanted!r}")  # fmt: skip


class Failed(Exception):  # noqa: N818 - what is told of a workbook
    """A workbook could not be refreshed or checked."""


def refreshed(path: Path, rules: Path, out: Path, period: str = "") -> tuple[Path, dict[str, Any]]:
    """The refreshed workbook and its entry in the JSON."""
    run = xl_scorecard.refresh(path, rules=rules, out=out, period=period or None)
    (entry,) = json.loads(run.to_json())["workbooks"]
    if entry["error"]:
        raise Failed(f"{path.name}: {entry['error']['message']}")
    return Path(entry["output"]), entry


def checked(path: Path, rules: Path) -> dict[int, dict[str, Any]]:
    """The indicators that `check` tells, by row."""
    (entry,) = json.loads(xl_scorecard.check(path, rules=rules).to_json())["workbooks"]
    if entry["error"]:
        raise Failed(f"{path.name}: {entry['error']['message']}")
    return {item["row"]: item for item in entry["indicators"]}


def cells_of(judgement: Judgement) -> dict[str, object]:
    """What the cells of ours show by the model; Unsaid where it gives no answer."""
    move, band = judgement.move, judgement.band
    return {
        STATUS: band.label if isinstance(band, Band) else band,
        DIRECTION: NOTHING if move is None else move if isinstance(move, Unsaid) else move.shown,
        CHANGE: _change(judgement.change),
        ON_YEAR: _change(judgement.change_on_year),
    }


def _change(change: Fraction | Unsaid | None) -> object:
    if isinstance(change, Fraction):
        return float(change)
    return NOTHING if change is None else change


def json_of(judgement: Judgement) -> dict[str, object]:
    """What the JSON says by the model; Unsaid where it gives no answer."""
    move, band = judgement.move, judgement.band
    told: dict[str, object] = {
        "status": band.status if isinstance(band, Band) else band,
        "concern": band.concern if isinstance(band, Band) else band,
        "gap": judgement.gap,
        "value": _number(judgement.value),
        "change": _number(judgement.change),
        "change_on_year": _number(judgement.change_on_year),
    }
    if isinstance(move, Unsaid):
        return {**told, "direction": move, "travel": move}
    return {
        **told,
        "direction": move.direction if move else None,
        "travel": move.travel if move else None,
    }


def _number(value: object) -> object:
    return float(value) if isinstance(value, Fraction) else value


def json_as_cells(item: dict[str, Any], book: Book) -> dict[str, object]:
    """What the cells should show by the JSON alone, for rows that the model is silent on."""
    label = {band.status: band.label for band in book.rating.all}[item["status"]]
    arrow = {"up": "▲", "down": "▼", "level": "►"}
    word = (item["travel"] or item["direction"] or "").capitalize()
    moved = f"{arrow[item['direction']]} {word}" if item["direction"] else NOTHING
    changes = {CHANGE: item["change"], ON_YEAR: item["change_on_year"]}
    return {
        STATUS: label,
        DIRECTION: moved,
        **{kind: NOTHING if value is None else value for kind, value in changes.items()},
    }


def compared(
    book: Book, told: dict[int, dict[str, Any]], stored: Shown, recalculated: Shown | None
) -> Iterator[Difference]:
    """Where anything differs from the model or, where that is silent, from the JSON."""
    for number, judgement in book.judged().items():
        item = told.get(number)
        if item is None:
            yield Difference(book.seed, number, "in the JSON", "indicator", "one", None)
            continue
        for key, wanted in json_of(judgement).items():
            if not isinstance(wanted, Unsaid) and not same(wanted, item[key]):
                yield Difference(book.seed, number, "in the JSON", key, wanted, item[key])
        by_json = json_as_cells(item, book)
        for kind, wanted in cells_of(judgement).items():
            silent = isinstance(wanted, Unsaid)
            due = by_json[kind] if silent else wanted
            for where, cells in (("stored", stored), ("recalculated", recalculated)):
                if cells is not None and not same(due, cells.row(number)[kind]):
                    found = cells.row(number)[kind]
                    yield Difference(book.seed, number, where, kind, due, found, silent)
    yield from _beside_others(book, stored)


def _beside_others(book: Book, stored: Shown) -> Iterator[Difference]:
    """Something of ours beside a heading, a subtotal or a blank line."""
    for number, cells in stored.cells.items():
        if number <= book.last and number not in book.rows:
            for kind in KINDS:
                if cells[kind] != "":
                    yield Difference(book.seed, number, "stored", kind, "", cells[kind])


def coloured(book: Book, path: Path, stored: Shown, latest: int) -> Iterator[Difference]:
    """Where a status has no colour, another's, or not the one the rating says."""
    colours = Colours(path, SHEET)
    column = stored.columns[STATUS]
    told: dict[str, str] = {}
    for number in book.rows:
        label = str(stored.row(number)[STATUS])
        band = next((band for band in book.rating.all if band.label == label), None)
        if band is None:
            continue
        texts: dict[int, object] = {column: label}
        fill = colours.of(number, column, texts)
        wanted = band.fill or told.setdefault(label, fill or "a colour of its own")
        other = next((other for other, its in told.items() if its == fill and other != label), None)
        doubled = band in book.rating.bands and other is not None
        if fill != wanted or doubled:
            wanted = f"another than {other}'s" if doubled else wanted
            yield Difference(book.seed, number, "as shown", f"colour of {label}", wanted, fill)
        if band in book.rating.bands:
            for place in (stored.columns[DIRECTION], latest):
                beside = colours.of(number, place, texts)
                if beside != wanted:
                    what = f"colour beside {label}"
                    yield Difference(book.seed, number, "as shown", what, wanted, beside)


def seeds(first: int, rows: int, size: int = 40) -> range:
    """The seeds of so many rows, at some forty a workbook."""
    return range(first, first + max(1, -(-rows // size)))


def chance_of(seed: int) -> random.Random:
    """Chance for the edits of a seed's workbook."""
    return random.Random(f"edits {seed}")
