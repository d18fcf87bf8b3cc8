"""The model of the documents by examples worked by hand, and the program held against it.

A sample of what benchmarks/live.py does by the thousand, without LibreOffice.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl.utils import column_index_from_string

from tests.live.books import PERIODS, SHEET, Book, Layout, drawn
from tests.live.cells import FRACTION, HUNDRED, Content, Defaults, Error, Number, Row, Rule
from tests.live.model import Unsaid, judge
from tests.live.proof_of_rating import checked, coloured, compared, refreshed
from tests.live.ratings import ALL, CONCERN, FOUR_COLOURS, PLAIN, RAG, Band, Rating
from tests.live.results import shown

SEEDS = (0, 2, 3, 4, 6, 7, 8, 9, 10)
"""Scorecards of some 330 rows in all."""
BARE = Layout(None, None, False, False, False, False, False)
NONE = Defaults()


def number(value: str, *, percent: bool = False) -> Number:
    return Number(Decimal(value), percent)


def row(
    now: Content,
    target: Content,
    tolerance: Content = None,
    good_is: str = "high",
    *,
    unit: str = "count",
    kept: str | None = None,
    before: tuple[Content, ...] = (None, None, None, None),
    rule: Rule | None = None,
    name: str = "Visits made",
) -> Row:
    cells = {"percent": "%", "count": "Number", "currency": "£", "days": "Days"}
    return Row(None, name, None, unit, kept, cells[unit], good_is, target, tolerance,
               (*before, now), rule)  # fmt: skip


def share(now: str, target: Content, tolerance: Content, good_is: str = "high") -> Row:
    return row(number(now), target, tolerance, good_is, unit="percent", kept=FRACTION)


BY_HAND: list[tuple[Row, Rating, str]] = [
    # README.md: "With a target of 80% and a tolerance of 5 points, ..."
    (share("0.8", number("0.8"), "5 points"), CONCERN, "Good"),
    (share("0.75", number("0.8"), "5 points"), CONCERN, "Acceptable"),
    (share("0.70", "80%", "5pp"), CONCERN, "Yellow"),
    (share("0.65", "80%", number("0.05", percent=True)), CONCERN, "Amber"),
    (share("0.649", "at least 80%", "5%"), CONCERN, "Red"),
    # docs/rules.md, Tolerances: 5% of 200 reaches down to 190; beside percentages it is 5 points
    (row(number("190"), number("200"), "5%"), RAG, "Amber"),
    (row(number("189"), number("200"), number("0.05", percent=True)), RAG, "Red"),
    (row(number("760"), "800", None, rule=Rule("A", "A", tolerance="5%")), RAG, "Amber"),
    (row(number("18"), "20", "2 children"), RAG, "Amber"),
    (row(number("78.2"), number("80"), number("2"), unit="percent", kept=HUNDRED), RAG, "Amber"),
    (row(number("79"), number("80"), None), RAG, "Red"),
    # Targets: the figure itself meets "up to 5" and misses "fewer than 85"
    (row(number("5"), "up to 5", None, "low"), RAG, "Green"),
    (row(number("85"), "fewer than 85", number("2"), "low"), RAG, "Amber"),
    (row(number("85"), "fewer than 85", None, "low"), RAG, "Red"),
    (row(number("84"), "< 85", None, "low"), RAG, "Green"),
    (row(number("1200000"), "£1.2m", None, unit="currency"), RAG, "Green"),
    # a range: anything inside meets it, the tolerance reaches out from both ends
    (row(number("40"), "40-60", None, "plan"), RAG, "Green"),
    (row(number("64"), "40 to 60", number("4"), "plan"), RAG, "Amber"),
    (row(number("35"), "40-60", "10%", "plan"), RAG, "Red"),
    (row(number("36"), "40-60", "10%", "plan"), RAG, "Amber"),
    # edge_belongs_to: worse; meeting the target exactly is met all the same
    (row(number("100"), number("100"), number("5")), FOUR_COLOURS, "Exceeded"),
    (row(number("98.5"), number("100"), number("5")), FOUR_COLOURS, "On track"),
    (row(number("98"), number("100"), number("5")), FOUR_COLOURS, "At risk"),
    (row(number("90"), number("100"), number("5")), FOUR_COLOURS, "Off track"),
    # no target, neither, no figure
    (row(number("90"), "TBC"), CONCERN, "Not rated"),
    (row(number("90"), number("5"), None, "neither"), PLAIN, "For information"),
    (row("[c]", number("5")), PLAIN, "Awaited"),
    (row(Error(), number("5")), RAG, "No data"),
    (row("1,500", number("1500")), RAG, "Green"),
]


@pytest.mark.parametrize(("row", "rating", "label"), BY_HAND)
def test_the_model_gives_what_was_worked_out_by_hand(row: Row, rating: Rating, label: str) -> None:
    band = judge(row, rating, NONE).band
    assert isinstance(band, Band)
    assert band.label == label


def test_moves_and_changes_are_those_of_the_readme() -> None:
    before = (number("0.9"), None, None, number("0.81"))
    judged = judge(row(number("0.84"), number("0.8"), unit="percent", kept=FRACTION,
                       before=before), RAG, NONE)  # fmt: skip
    assert not isinstance(judged.move, Unsaid)
    assert judged.move is not None
    assert judged.move.shown == "▲ Improved"
    assert judged.change == Fraction(3, 81)
    assert judged.change_on_year == Fraction(-6, 90)


def test_what_no_document_says_has_no_answer() -> None:
    beyond = judge(row(number("70"), "40-60"), RAG, NONE)
    assert isinstance(beyond.band, Unsaid)


def test_no_document_says_whether_figures_that_climb_through_the_year_are_totals() -> None:
    before = (number("27"), number("28"), number("8"), number("16"))
    climbs = judge(row(number("19"), number("20"), None, "low", before=before), RAG, NONE)
    assert isinstance(climbs.move, Unsaid)
    assert isinstance(climbs.change, Unsaid)
    assert climbs.change_on_year == Fraction(-8, 27)
    said = Rule("A", "A", basis="snapshot")
    level = judge(row(number("19"), number("20"), None, "low", before=before, rule=said), RAG, NONE)
    assert level.change == Fraction(3, 16)


def test_the_sample_holds_three_hundred_rows_and_four_ratings() -> None:
    books = [drawn(seed) for seed in SEEDS]
    assert sum(len(book.rows) for book in books) >= 300
    assert len({book.rating.name for book in books}) >= 4
    assert len({rating.name for rating in ALL}) == len(ALL)


def differences(book: Book, folder: Path) -> list[str]:
    path, rules = book.saved(folder)
    told = checked(path, rules)
    output, _ = refreshed(path, rules, folder / "out")
    stored = shown(output, SHEET, book.headings)
    latest = column_index_from_string(book.column(PERIODS[-1]))
    found = [*compared(book, told, stored, None), *coloured(book, output, stored, latest)]
    return [str(difference) for difference in found]


@pytest.mark.parametrize("seed", SEEDS)
def test_statuses_arrows_changes_and_colours_are_those_of_the_model(
    seed: int, tmp_path: Path
) -> None:
    assert differences(drawn(seed), tmp_path) == []


def of_rows(*rows: Row) -> Book:
    """A scorecard of these rows alone."""
    return Book(0, RAG, NONE, BARE, rows)


@pytest.mark.parametrize("stray", [number("92.1"), "92.1"])
def test_a_stray_figure_does_not_change_what_the_tolerance_means(
    stray: Content, tmp_path: Path
) -> None:
    before = (number("0.92"), stray, number("0.93"), number("0.92"))
    rows = [
        row(number("0.94"), number("0.97"), number("0.05"), unit="percent", kept=FRACTION,
            before=before, name=f"Visits {n}", rule=Rule(f"V{n}", f"Visits {n}"))
        for n in range(3)
    ]  # fmt: skip
    assert differences(of_rows(*rows), tmp_path) == []


def test_a_stray_figure_in_text_does_not_change_what_the_others_mean(tmp_path: Path) -> None:
    before = (number("0.92"), "92.1", number("0.93"), number("0.92"))
    rows = [
        row(number("0.94"), "97%", None, unit="percent", kept=FRACTION,
            before=before, name=f"Visits {n}", rule=Rule(f"V{n}", f"Visits {n}"))
        for n in range(40)  # some of which have no percentage format
    ]  # fmt: skip
    assert differences(of_rows(*rows), tmp_path) == []


def test_a_column_headed_tolerance_is_one_of_tolerances(tmp_path: Path) -> None:
    def ruled(name: str, now: str, before: tuple[str, ...], **cells: object) -> Row:
        figures = tuple(number(value) for value in before)
        return row(number(now), before=figures, name=name, rule=Rule(name, name), **cells)  # type: ignore[arg-type]

    rows = [
        ruled("Calls answered", "18", ("23", "22", "20", "21"), target=number("20"),
              tolerance=number("3"), unit="days"),
        ruled("Hearings attended", "259", ("238", "230", "231", "251"), target=None),
        ruled("Checks passed", "0.836", ("0.841", "0.838", "0.84", "0.837"), target=">=80%",
              unit="percent", kept=FRACTION),
        ruled("Repairs done", "1199950", ("1200191", "1200191", "1200194", "1200193"),
              target=number("1200000"), tolerance=number("100"), unit="currency"),
    ]  # fmt: skip
    assert differences(of_rows(*rows), tmp_path) == []
