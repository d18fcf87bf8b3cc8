"""What stands in each cell of an indicator's row."""

from __future__ import annotations

from tests.checks_bench.book import Book, comment_text, written
from tests.checks_bench.columns import Column
from tests.checks_bench.formulas import formula_of
from tests.checks_bench.measures import Measure, rag_of
from tests.checks_bench.page import Cell, Content, Page, place

PARTS = ("numerator", "denominator")
FILLS = {"green": "00B050", "amber": "FFC000", "red": "FF0000"}
UNITS = {"percent": "%", "count": "Number", "rate_per_10000": "per 10,000", "days": "Days"}
GOOD = {
    "High": {"high": "High", "low": "Low", "neither": "Neither"},
    "Higher is better": {
        "high": "Higher is better",
        "low": "Lower is better",
        "neither": "For information",
    },
    "High is good": {"high": "High is good", "low": "Low is good", "neither": "Neither"},
}
SIGNS = {
    "arrows": {1: "↑", -1: "↓", 0: "→"},
    "triangles": {1: "▲", -1: "▼", 0: "►"},
    "wingdings": {1: "é", -1: "ê", 0: "è"},
    "words": {1: "Improved", -1: "Worsened", 0: "No change"},
}


def fill_row(
    book: Book, page: Page, measure: Measure, columns: list[Column], at: int,
    spots: dict[tuple[str, int | str], str],
) -> None:  # fmt: skip
    """Put a measure's cells on the sheet that reports the period at a place."""
    unnamed = book.layout.unnamed_parts and measure.role in PARTS
    for column in columns:
        what = column.what
        row, across = place(spots[measure.ref, what])
        if isinstance(what, int):
            cell = _figure(book, measure, what, at)
            page.cells[row, across] = cell
            formula = formula_of(book, measure, what, spots)
            if formula and not isinstance(cell.value, str):
                cell.value, cell.formula = formula[1], formula[0]
            continue
        if unnamed and what == "name":
            page.put(row, across, measure.role.capitalize())
        elif not unnamed:
            made = _of_role(book, measure, what, at)
            if made is not None:
                page.cells[row, across] = made


def _figure(book: Book, measure: Measure, what: int, at: int) -> Cell:
    """A period's figure, with what stands behind it, on the sheet that reports a period."""
    value = measure.values[what]
    if what in measure.marks and isinstance(value, int | float) and at == book.last:
        return Cell(f"{written(measure, value)} {measure.marks[what]}", shown(book, measure))
    return Cell(stored(book, measure, value), shown(book, measure))


def stored(book: Book, measure: Measure, value: Content) -> Content:
    """A figure as the book keeps it."""
    if measure.unit == "percent" and book.layout.percent_as == "fraction":
        return round(value / 100, 10) if isinstance(value, int | float) else value
    return value


def shown(book: Book, measure: Measure, decimals: int | None = None) -> str:
    """The number format of a measure's figures."""
    places = measure.decimals if decimals is None else decimals
    tail = "." + "0" * places if places else ""
    if measure.unit == "percent" and book.layout.percent_as == "fraction":
        return f"0{tail}%"
    return f"#,##0{tail}" if measure.unit == "count" else f"0{tail}"


def _of_role(book: Book, measure: Measure, what: str, at: int) -> Cell | None:
    plain: dict[str, Content] = {
        "ref": measure.ref,
        "name": measure.name,
        "section": measure.section,
        "unit": UNITS[measure.unit],
        "good": GOOD.get(book.layout.good, GOOD["High"])[measure.good],
        "comment": comment_text(book, measure, at),
    }
    if what in plain:
        return Cell(plain[what]) if plain[what] is not None else None
    if what in ("target", "tolerance", "threshold", "england"):
        return _of_target(book, measure, what)
    if what == "rag":
        return _rag(book, measure, at)
    if what == "travel":
        return _travel(book, measure, at)
    if what == "change":
        return _change(book, measure, at)
    return None


def _of_target(book: Book, measure: Measure, what: str) -> Cell | None:
    if what == "england":
        value = measure.figure(0) if measure.unit in ("percent", "rate_per_10000") else None
        return None if value is None else Cell(stored(book, measure, value), shown(book, measure))
    if not measure.rated or (what != "target" and measure.tolerance is None):
        return None
    assert measure.target is not None
    if what == "target":
        return Cell(stored(book, measure, measure.target), shown(book, measure))
    assert measure.tolerance is not None
    if what == "tolerance":
        return Cell(stored(book, measure, measure.tolerance), shown(book, measure))
    sign = -1 if measure.good == "high" else 1
    edge = round(measure.target + sign * measure.tolerance, 4)
    return Cell(stored(book, measure, edge), shown(book, measure))


def _rag(book: Book, measure: Measure, at: int) -> Cell | None:
    status = rag_of(measure, at)
    if status is None:
        return None
    word = status.capitalize()
    cell = Cell(word[0] if book.layout.rag == "letters" else word)
    if book.layout.fills:
        cell.fill = FILLS[status]
    return cell


def before_of(book: Book, at: int) -> int | None:
    """The place of the period before, of the same length."""
    wanted = book.periods[at].before(1)
    for place_, period in enumerate(book.periods[:at]):
        if (period.grain, period.year, period.number) == (wanted.grain, wanted.year, wanted.number):
            return place_
    return None


def move_of(book: Book, measure: Measure, at: int) -> float | None:
    """By how much a figure moved since the period before; None where that is not to be said."""
    before = before_of(book, at)
    if before is None or measure.basis == "year to date" or measure.broken == book.periods[at]:
        return None
    now, then = measure.figure(at), measure.figure(before)
    return None if now is None or then is None else round(now - then, 6)


def move_on_year(book: Book, measure: Measure, at: int) -> float | None:
    """By how much a figure moved since the same period a year before."""
    now = book.periods[at]
    for place_, period in enumerate(book.periods[:at]):
        if (period.grain, period.year + 1, period.number) == (now.grain, now.year, now.number):
            value, then = measure.figure(at), measure.figure(place_)
            return None if value is None or then is None else round(value - then, 6)
    return None


def _travel(book: Book, measure: Measure, at: int) -> Cell | None:
    move = move_of(book, measure, at)
    if move is None or measure.good == "neither":
        return None
    sign = (move > 0) - (move < 0)
    style = book.layout.travel
    if style == "words" and measure.good == "low":
        sign = -sign
    return Cell(SIGNS[style][sign], font="Wingdings" if style == "wingdings" else "")


def _change(book: Book, measure: Measure, at: int) -> Cell | None:
    move = move_of(book, measure, at)
    return (
        None if move is None else Cell(stored(book, measure, move), _signed(shown(book, measure)))
    )


def _signed(text: str) -> str:
    return f"+{text};-{text};{text}"
