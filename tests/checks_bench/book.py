"""A clean scorecard: its truth, and how it is drawn anew after the truth was changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.checks_bench import names
from tests.checks_bench.families import FAMILIES
from tests.checks_bench.layout import Layout, draw_layout
from tests.checks_bench.marks import mark
from tests.checks_bench.measures import Measure, rag_of, singles
from tests.checks_bench.page import Page
from tests.checks_bench.periods import Period, draw_periods
from tests.checks_bench.startling import startles


@dataclass
class Book:
    """One workbook and its rule set.

    `spots`: by reference and by period's place or role, the cell on the sheet `sheet`; `columns`
    the column of each period's place or role; `earlier` the spots on the sheet of the period
    before, where there is one.
    """

    seed: int
    layout: Layout
    council: str
    periods: list[Period]
    measures: list[Measure]
    title: str = ""
    name: str = "scorecard.xlsx"
    sheet: str = "Scorecard"
    pages: list[Page] = field(default_factory=list)
    rules: dict[str, Any] = field(default_factory=dict)
    spots: dict[tuple[str, int | str], str] = field(default_factory=dict)
    earlier: dict[tuple[str, int | str], str] = field(default_factory=dict)
    columns: dict[int | str, int] = field(default_factory=dict)
    header_row: int = 0
    spots_of_tally: dict[str, tuple[str, str]] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)  # what formulas fetch from outside
    changed: dict[str, Any] = field(default_factory=dict)  # what a fault asks of the drawing

    @property
    def last(self) -> int:
        """The place of the reported period."""
        return len(self.periods) - 1

    @property
    def page(self) -> Page:
        """The scorecard's sheet."""
        return next(page for page in self.pages if page.name == self.sheet)

    def spot(self, measure: Measure, what: int | str = -1) -> str:
        """The cell of a measure's figure or role; -1 is the reported period."""
        return self.spots[measure.ref, self.last if what == -1 else what]

    def has(self, role: str) -> bool:
        """Whether there is a column for a role."""
        return role in self.columns

    def of_role(self, *roles: str) -> list[Measure]:
        """The measures that play a part."""
        return [measure for measure in self.measures if measure.role in roles]

    def one(self, ref: str) -> Measure:
        """The measure of a reference."""
        return next(measure for measure in self.measures if measure.ref == ref)


_DRAWS = 40
"""How many are drawn until no newest figure is startling."""


def clean_book(seed: int, wants: dict[str, object] | None = None) -> Book:
    """A workbook in which there is nothing to find, with what is wanted in it."""
    for draw in range(_DRAWS):
        book = _drawn(seed, wants or {}, f"{seed} drawn again {draw}" if draw else seed)
        if not any(startles(measure, book.periods) for measure in book.measures):
            break
    return book


def _drawn(seed: int, wanted: dict[str, object], luck: int | str) -> Book:
    rng = Random(luck)
    layout = draw_layout(rng, wanted)
    periods = draw_periods(rng, layout.grain)
    groups = [[one] for one in singles(rng, periods, rng.randint(8, 18))]
    usual = rng.sample(list(FAMILIES), rng.randint(2, 5))
    asked = [str(name) for name in wanted.get("families", ())]  # type: ignore[attr-defined]
    for name in dict.fromkeys([*asked, *usual]):
        if name == "running" and layout.grain == "year":
            continue
        groups.append(FAMILIES[name](rng, periods))
    measures = [measure for group in groups for measure in group]
    _refer(groups)
    if layout.formulas:
        _exact(measures)
    book = Book(seed, layout, rng.choice(names.COUNCILS), periods, measures)
    if rng.random() < 0.3:
        book.name = f"scorecard {periods[-1].short.replace('/', '-')}.xlsx"
    if layout.comments:
        _comment(rng, book)
    mark(Random(f"{seed} marks"), book)
    redraw(book)
    return book


def _refer(groups: list[list[Measure]]) -> None:
    numbers: dict[str, int] = {}
    for group in groups:
        for measure in group:
            initials = "".join(word[0] for word in measure.section.split()).upper()
            numbers[initials] = numbers.get(initials, 0) + 1
            measure.ref = f"{initials}{numbers[initials]:02}"
        for measure in group:
            measure.family = tuple(one.ref for one in group)
        if group[0].role == "percent":
            group[0].numerator, group[0].denominator = group[1].ref, group[2].ref


def _exact(measures: list[Measure]) -> None:
    """Percentages that a formula gives are stored with all their digits."""
    by_ref = {measure.ref: measure for measure in measures}
    for measure in measures:
        if measure.numerator:
            parts = by_ref[measure.numerator].values, by_ref[measure.denominator].values
            measure.values = [100 * a / b for a, b in zip(*parts, strict=True)]  # type: ignore[operator]


def _comment(rng: Random, book: Book) -> None:
    """A word on every red row and on some others, each with its own figures."""
    reasons = rng.sample(names.REASONS, len(names.REASONS))
    for measure in book.measures:
        reds = (rag_of(measure), rag_of(measure, -2))
        unnamed = book.layout.unnamed_parts and measure.role in ("numerator", "denominator")
        if not reasons or unnamed or ("red" not in reds and rng.random() < 0.6):
            continue
        measure.comment = reasons.pop()


def comment_text(book: Book, measure: Measure, at: int) -> str | None:
    """What the comment of a row says in a period: its figure, the move, and the reason."""
    if not measure.comment:
        return None
    now, before = measure.figure(at), measure.figure(at - 1) if at else None
    if now is None:
        return measure.comment
    said = f"{written(measure, now)} in {book.periods[at].short}"
    same = book.periods[at - 1].grain == book.periods[at].grain
    if (
        before is None
        or measure.broken == book.periods[at]
        or not same
        or now == before
        or measure.role == "year to date"
    ):
        return f"{said}. {measure.comment}"
    move = "up from" if now > before else "down from"
    return f"{said}, {move} {written(measure, before)}. {measure.comment}"


def written(measure: Measure, value: float) -> str:
    """A figure as people write it."""
    text = f"{value:,.{measure.decimals}f}"
    return f"{text}%" if measure.unit == "percent" else text


def redraw(book: Book) -> None:
    """Draw all sheets and the rule set from what the book says now."""
    from tests.checks_bench.drawn import draw

    draw(book)


__all__ = ["Book", "clean_book", "comment_text", "redraw", "written"]
