"""The columns of a scorecard's sheet, in their order."""

from __future__ import annotations

from dataclasses import dataclass

from tests.checks_bench.book import Book
from tests.checks_bench.page import Content
from tests.checks_bench.periods import Period, heading


@dataclass(frozen=True)
class Column:
    """`what` is a period's place or a role; `group` the year above it."""

    what: int | str
    heading: Content
    group: str = ""
    heading_shown: str = "General"


def columns_of(book: Book, at: int) -> list[Column]:
    """The columns of the sheet that reports the period at a place."""
    layout = book.layout
    left = [Column("name", "Indicator" if book.seed % 3 else "Performance measure")]
    if layout.refs:
        left.insert(0, Column("ref", "Ref"))
    if layout.sections == "column":
        left.insert(0, Column("section", "Section"))
    if layout.units:
        left.append(Column("unit", "Unit"))
    if layout.good:
        left.append(Column("good", "Good is"))
    targets = _targets(book)
    figures = [_figures(book, place) for place in range(at + 1)]
    if layout.coming:
        figures.append(_heading(book, "coming", book.periods[at].next()))
    right = targets if layout.target_after else []
    left += [] if layout.target_after else targets
    if layout.benchmarks:
        right = [*right, Column("england", f"England {_year_before(book, at)}")]
    for there, what, text in (
        (layout.rag, "rag", "RAG"),
        (layout.travel, "travel", "Direction of travel" if book.seed % 2 else "DoT"),
        (layout.change, "change", "Change from previous period"),
        (layout.comments, "comment", "Comments"),
    ):
        if there:
            right = [*right, Column(what, text)]
    return [*left, *figures, *right]


def _targets(book: Book) -> list[Column]:
    layout = book.layout
    if layout.targets_in_rules:
        return []
    found = [Column("target", layout.target)]
    if layout.tolerance == "column":
        found.append(Column("tolerance", "Tolerance"))
    if layout.tolerance == "threshold":
        found.append(Column("threshold", "Amber threshold"))
    return found


def _year_before(book: Book, at: int) -> str:
    return Period("year", book.periods[at].year - 1).financial_year


def _figures(book: Book, place: int) -> Column:
    return _heading(book, place, book.periods[place])


def _heading(book: Book, what: int | str, period: Period) -> Column:
    changed = book.changed.get("headings", {})
    if what in changed:
        return Column(what, changed[what])
    if book.layout.grouped:
        return Column(what, f"Q{period.number}", period.financial_year)
    text = heading(period, book.layout.headings)
    return Column(what, text, heading_shown="General" if isinstance(text, str) else "mmm-yy")
