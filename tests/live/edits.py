"""Edits of a refreshed scorecard's cells as officers make them.

An edit of a cell concerns its row alone, so that many rows of one workbook are edited at once.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from tests.live.books import PERIODS, SHEET, Book
from tests.live.cells import FRACTION, HUNDRED, Error, Number, Row
from tests.live.desk import Act
from tests.live.rows import GAP_WORDS, plain

LATEST, BEFORE, YEAR_AGO = PERIODS[-1], PERIODS[-2], PERIODS[0]


@dataclass(frozen=True)
class Edit:
    """An edit of a row's cell: its kind, and what is done."""

    kind: str
    acts: tuple[Act, ...]


class Desired:
    """What an officer types into a cell of a row."""

    def __init__(self, chance: random.Random, book: Book, number: int) -> None:
        self.chance, self.book, self.number = chance, book, number
        self.row = book.rows[number]

    def at(self, heading: str) -> str:
        """The row's cell below a heading."""
        return f"{self.book.column(heading)}{self.number}"

    def typed(self, heading: str, what: object, *, percent: bool = False) -> tuple[Act, ...]:
        """The act of typing a number (as it stands in the cell), text or nothing."""
        cell = self.at(heading)
        if what is None:
            return (("empty", SHEET, cell),)
        if isinstance(what, Decimal):
            return (("percent" if percent else "number", SHEET, cell, plain(what)),)
        return (("text", SHEET, cell, str(what)),)

    def kept(self, shown: Decimal) -> Decimal:
        """A figure in points or in the unit as the row keeps it."""
        return shown / 100 if self.row.kept == FRACTION else shown

    def amount(self) -> Decimal:
        """Another figure for the row, in points or in the unit."""
        known = [n for n in (self.shown(c) for c in self.row.figures) if n is not None]
        base = self.chance.choice(known) if known else Decimal(50)
        step = Decimal("0.1") if self.row.places else Decimal(1)
        moved = base + step * self.chance.choice((1, -1, 2, -2, 5, -5, 10, -10, 30, -30))
        most = Decimal(99) if self.row.unit == "percent" else moved
        return max(Decimal(3), min(most, moved))

    def shown(self, content: object) -> Decimal | None:
        """A number in points or in the unit, if it is one on the row's own scale."""
        if not isinstance(content, Number):
            return None
        value = content.value
        if self.row.kept == FRACTION:
            return value * 100 if value <= 1 else None
        return value if self.row.kept != HUNDRED or value > 1 else None

    @property
    def sign(self) -> str:
        return "%" if self.row.unit == "percent" else ""


Typing = Callable[[Desired], tuple[Act, ...] | None]
"""What is typed; None where the row is not of a kind that this could be done to."""


def _was_number(row: Row, place: int = -1) -> bool:
    return isinstance(row.figures[place], Number)


def _number(on: Desired) -> tuple[Act, ...] | None:
    return on.typed(LATEST, on.kept(on.amount())) if _was_number(on.row) else None


def _number_for_word(on: Desired) -> tuple[Act, ...] | None:
    gone = on.row.figures[-1] is None or isinstance(on.row.figures[-1], (str, Error))
    # 58.6% typed over a word has a percentage format from then on
    share = on.row.kept == FRACTION
    return on.typed(LATEST, on.kept(on.amount()), percent=share) if gone else None


def _text_with_sign(on: Desired) -> tuple[Act, ...] | None:
    return on.typed(LATEST, plain(on.amount()) + "%") if on.sign else None


def _text(on: Desired) -> tuple[Act, ...] | None:
    return None if on.row.kept == FRACTION else on.typed(LATEST, plain(on.amount()))


def _text_on_other_scale(on: Desired) -> tuple[Act, ...] | None:
    return on.typed(LATEST, plain(on.amount())) if on.row.kept == FRACTION else None


def _thousands(on: Desired) -> tuple[Act, ...] | None:
    """A figure of four digits or more, some way from the row's others: a thousand times as high
    as any is a question of scale."""
    if on.sign:
        return None
    most = max((n for n in (on.shown(c) for c in on.row.figures) if n is not None), default=0)
    return on.typed(LATEST, f"{on.chance.randint(1000, max(1500, int(most) * 3)):,}")


def _other_scale(on: Desired) -> tuple[Act, ...] | None:
    if on.row.kept is None or not _was_number(on.row):
        return None
    amount = on.amount()
    return on.typed(LATEST, amount if on.row.kept == FRACTION else amount / 100)


def _gap(on: Desired) -> tuple[Act, ...] | None:
    return on.typed(LATEST, on.chance.choice(GAP_WORDS)) if _was_number(on.row) else None


def _blank(on: Desired) -> tuple[Act, ...] | None:
    return on.typed(LATEST, None) if _was_number(on.row) else None


def _error(on: Desired) -> tuple[Act, ...]:
    return (("formula", SHEET, on.at(LATEST), "=1/0"),)


def _earlier(heading: str, place: int) -> Typing:
    def typed(on: Desired) -> tuple[Act, ...] | None:
        return on.typed(heading, on.kept(on.amount())) if _was_number(on.row, place) else None

    return typed


def _earlier_for_word(on: Desired) -> tuple[Act, ...] | None:
    gone = isinstance(on.row.figures[-2], str) or on.row.figures[-2] is None
    share = on.row.kept == FRACTION
    return on.typed(BEFORE, on.kept(on.amount()), percent=share) if gone else None


def _earlier_gap(on: Desired) -> tuple[Act, ...]:
    return on.typed(BEFORE, on.chance.choice((*GAP_WORDS, None)))


def _polarity(*words: str | None) -> Typing:
    def typed(on: Desired) -> tuple[Act, ...] | None:
        other = [w for w in words if str(w).lower() != str(on.row.good_cell).lower()]
        return on.typed("Good is", on.chance.choice(other)) if other else None

    return typed


def _target(form: str) -> Typing:
    def typed(on: Desired) -> tuple[Act, ...]:
        amount = on.amount()
        text = plain(amount) + on.sign
        if form == "number":
            return on.typed(on.book.target_heading, on.kept(amount))
        if form == "words":
            opening = on.chance.choice(("at least ", "no more than ", ">=", "<= ", "up to "))
            return on.typed(on.book.target_heading, opening + text)
        if form == "strict":
            opening = on.chance.choice(("fewer than ", "more than ", "under ", "< ", ">"))
            return on.typed(on.book.target_heading, opening + text)
        if form == "range":
            to = on.chance.choice(("-", " to "))
            return on.typed(on.book.target_heading, plain(amount - 1) + on.sign + to + text)
        if form == "text":
            return on.typed(on.book.target_heading, text)
        return on.typed(on.book.target_heading, on.chance.choice((None, "TBC", "n/a", "none")))

    return typed


def _tolerance(form: str) -> Typing:
    def typed(on: Desired) -> tuple[Act, ...] | None:
        amount = on.chance.choice((Decimal(2), Decimal(4), Decimal(10)))
        if form == "number":
            return on.typed("Tolerance", on.kept(amount))
        if form == "words":
            word = "points" if on.sign else on.chance.choice(("cases", "points"))
            return on.typed("Tolerance", f"{plain(amount)} {word}")
        if form == "pp":
            return on.typed("Tolerance", f"{plain(amount)}pp") if on.sign else None
        if form == "share":
            return on.typed("Tolerance", amount / 100, percent=True)
        if form == "share in words":
            return on.typed("Tolerance", f"{plain(amount)}%")
        return on.typed("Tolerance", None) if on.row.tolerance_cell is not None else None

    return typed


def _name(on: Desired) -> tuple[Act, ...] | None:
    if on.row.reference is None:
        return None
    return on.typed("Indicator", f"{on.row.name.split()[-1]} said anew")


def _only_name(on: Desired) -> tuple[Act, ...] | None:
    return on.typed("Indicator", f"Parcels left {on.number}") if on.row.reference is None else None


OF_CELLS: dict[str, Typing] = {
    "figure: a number to a number": _number,
    "figure: a word or blank to a number": _number_for_word,
    "figure: to a text such as 84.2%": _text_with_sign,
    "figure: to a text such as 84": _text,
    "figure: to a text such as 84, kept as 0.84": _text_on_other_scale,
    "figure: to a text such as 1,500": _thousands,
    "figure: to the other scale": _other_scale,
    "figure: to a gap word": _gap,
    "figure: to a blank": _blank,
    "figure: to an error": _error,
    "figure before: to a number": _earlier(BEFORE, -2),
    "figure before: a word to a number": _earlier_for_word,
    "figure before: to a gap": _earlier_gap,
    "figure a year ago: to a number": _earlier(YEAR_AGO, 0),
    "good is: high or low": _polarity("High", "Low"),
    "good is: plan or neither": _polarity("Plan", "Neither"),
    "good is: deleted": _polarity(None),
    "target: to a number": _target("number"),
    "target: to a text such as 85%": _target("text"),
    "target: to words (at least)": _target("words"),
    "target: to strict words": _target("strict"),
    "target: to a range": _target("range"),
    "target: to none or TBC": _target("none"),
    "tolerance: to a number": _tolerance("number"),
    "tolerance: to words (10 points)": _tolerance("words"),
    "tolerance: to 10pp": _tolerance("pp"),
    "tolerance: to 5% typed": _tolerance("share"),
    "tolerance: to 5% as text": _tolerance("share in words"),
    "tolerance: deleted": _tolerance("none"),
    "name: reworded, beside its reference": _name,
    "name: reworded, without a reference": _only_name,
}


def of_cells(
    book: Book, chance: random.Random, done: Counter[str], share: float = 0.7
) -> dict[int, Edit]:
    """An edit for so many of a workbook's rows, by row; kinds `done` least come first."""
    edits = {}
    for number in book.rows:
        if chance.random() > share:
            continue
        on = Desired(chance, book, number)
        kinds = chance.sample(list(OF_CELLS), len(OF_CELLS))
        for kind in sorted(kinds, key=done.__getitem__):
            acts = OF_CELLS[kind](on)
            if acts is not None:
                edits[number] = Edit(kind, acts)
                done[kind] += 1
                break
    return edits


NOT_FOLLOWED = frozenset({
    "figure: to the other scale",
    "figure: to a text such as 84, kept as 0.84",
    "name: reworded, without a reference",
    "tolerance: to 5% typed",  # which only the cell's format says
    "row copied",
    "row copied and named anew",
    "sheet copied, the copy",
})  # fmt: skip
"""Kinds of edits that no formula need follow: all of them may say Refresh."""
