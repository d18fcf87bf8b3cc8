"""A book's sheets, drawn from its truth."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tests.checks_bench import names
from tests.checks_bench.book import Book
from tests.checks_bench.columns import Column, columns_of
from tests.checks_bench.measures import rag_of
from tests.checks_bench.page import Page, address
from tests.checks_bench.rows import fill_row
from tests.checks_bench.rule_set import rules_of


def draw(book: Book) -> None:
    """Draw it all anew."""
    book.pages = []
    at = book.last
    if book.layout.editions:
        before = Page(_tab(book, at - 1))
        book.pages.append(before)
        with _as_published(book):
            book.earlier = _scorecard(book, before, at - 1)
        book.sheet = _tab(book, at)
    page = Page(book.sheet)
    book.pages.append(page)
    book.spots = _scorecard(book, page, at)
    if book.layout.tally == "sheet":
        overview = Page("Overview")
        book.pages.append(overview)
        overview.put(1, 1, f"{book.council}: overview of ratings").bold = True
        _tally(book, overview, 3, 1, at)
    if book.layout.risks:
        book.pages.append(_risks())
    if book.layout.notes:
        book.pages.append(_notes(book))
    book.rules = rules_of(book)


@contextmanager
def _as_published(book: Book) -> Iterator[None]:
    """The figures as they were a period ago."""
    now = {measure.ref: measure.values for measure in book.measures}
    for measure in book.measures:
        measure.values = [
            measure.published.get(at, value) for at, value in enumerate(measure.values)
        ]
    yield
    for measure in book.measures:
        measure.values = now[measure.ref]


def _tab(book: Book, at: int) -> str:
    return book.periods[at].short.replace("/", "-")


def _scorecard(book: Book, page: Page, at: int) -> dict[tuple[str, int | str], str]:
    """The sheet that reports one period; where each thing stands."""
    spots: dict[tuple[str, int | str], str] = {}
    columns = columns_of(book, at)
    page.put(1, 1, book.council).bold = True
    title = book.title or f"Performance scorecard - {book.periods[at].words}"
    page.put(2, 1, title)
    top = 4
    if book.layout.grouped:
        _groups(page, top, columns)
        top += 1
    for place, column in enumerate(columns, 1):
        book.columns[column.what] = place
        cell = page.put(top, place, column.heading, column.heading_shown)
        cell.bold = True
    book.header_row = top
    row, section = top + 1, ""
    for measure in book.measures:
        if book.layout.sections == "rows" and measure.section != section:
            section = measure.section
            page.put(row, 2 if book.layout.refs else 1, section).bold = True
            row += 1
        for place, column in enumerate(columns, 1):
            spots[measure.ref, column.what] = address(row, place)
        row += 1
    for measure in book.measures:
        fill_row(book, page, measure, columns, at, spots)
    _below(book, page, row + 1, at)
    return spots


def _groups(page: Page, row: int, columns: list[Column]) -> None:
    """The years, above the first of their quarters."""
    said = ""
    for place, column in enumerate(columns, 1):
        if column.group and column.group != said:
            said = column.group
            page.put(row, place, said).bold = True


def _below(book: Book, page: Page, row: int, at: int) -> None:
    """Key, footnotes and tally."""
    if book.layout.key and book.layout.rag:
        page.put(
            row, 1, "Key: Green - target met; Amber - within tolerance of target; Red - beyond"
        )
        row += 1
    page.put(row, 1, "[c] suppressed, [x] not available, [z] not applicable")
    row += 2
    if book.layout.tally in ("sentences", "words"):
        _tally(book, page, row, book.columns["name"], at)


def _tally(book: Book, page: Page, row: int, column: int, at: int) -> None:
    """How many rows are green, amber and red."""
    rated = [rag_of(measure, at) for measure in book.measures]
    if book.layout.tally != "sentences":
        page.put(row, column, "Number of indicators by rating").bold = True
        row += 1
    for word in ("green", "amber", "red"):
        sentence = f"Number of {word} indicators"
        page.put(row, column, sentence if book.layout.tally == "sentences" else word.capitalize())
        page.put(row, column + 1, rated.count(word), "0")
        book.spots_of_tally[word] = page.name, address(row, column + 1)
        row += 1


def _risks() -> Page:
    """A risk register: likelihood times impact on a grid of five by five."""
    page = Page("Risk register")
    page.put(1, 1, "Strategic risk register").bold = True
    heads = ("Ref", "Risk", "Likelihood", "Impact", "Score", "Level", "Owner")
    for place, text in enumerate(heads, 1):
        page.put(3, place, text).bold = True
    for row, risk in enumerate(names.RISKS, 4):
        likelihood, impact = row % 4 + 1, (row * 2) % 5 + 1
        score = likelihood * impact
        level = "High" if score >= 15 else "Medium" if score >= 8 else "Low"
        cells: tuple[str | int, ...] = (
            f"R{row - 3}", risk, likelihood, impact, score, level, "Director",
        )  # fmt: skip
        for place, value in enumerate(cells, 1):
            page.put(row, place, value)
    page.put(11, 1, "Low 1 to 6, Medium 8 to 12, High 15 to 25")
    return page


def _notes(book: Book) -> Page:
    page = Page("Notes")
    lines = ("Notes", f"Prepared for {book.council} by the performance team.",
             "Figures are as recorded on the last working day of the period.",
             "Rates use the latest mid-year estimates of population.")  # fmt: skip
    for row, text in enumerate(lines, 1):
        page.put(row, 1, text)
    return page
