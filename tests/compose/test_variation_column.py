"""The column of variation: words as of the refresh that ask for one once what they rest on changed.

LibreOffice computes every formula anew after an edit.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.support.books import cleared, refreshed_into, scorecard
from tests.support.formulas import disagreements
from tests.support.months import QUIET, month_headings, monthly, rules_for
from tests.support.office import Office, Values
from tests.support.readers import opened

ROWS = (
    ("A1", "Contacts A1", "High", 75, (*QUIET, 95)),
    ("B1", "Contacts B1", "Low", 75, (*QUIET, 95)),
    ("C1", "Contacts C1", "High", 78, (*QUIET, 81)),
    ("D1", "Contacts D1", "High", 75, (*(None,) * 9, 80, 81, 82, 81)),
    ("E1", "Contacts E1", "High", 75, (80, 82, "n/a", *QUIET[3:], 81)),
)
RULES = rules_for("A1", "B1", "C1", "D1", "E1")
WORDS = {
    "A1": "Special cause, improving ▲",
    "B1": "Special cause, concerning ▲",
    "C1": "Common cause",
    "D1": "Under 6 figures in a row",
    "E1": "Common cause (trial)",
}
FIRST, LAST, BESIDE = 5, 17, 20
"""The columns of the first figure and the last, and of variation."""
MEAN = 1043 / 13
"""Of C1's figures: theirs come to 964 + 81 - 2, with 80 for 82."""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Five indicators by month, refreshed."""
    source = monthly(tmp_path / "months.xlsx", ROWS)
    refreshed_into(tmp_path / "out", source, RULES)
    return tmp_path / "out" / "months.xlsx"


def _edited(book: Path, office: Office, edit: Callable[[Worksheet], None]) -> Values:
    workbook = opened(book, formulas=True)
    edit(workbook["Scorecard"])
    changed = book.with_name("edited.xlsx")
    workbook.save(changed)
    return Values(office.recalculated(changed))


def _shown(values: Values) -> dict[object, object]:
    return {
        values.at("Scorecard", row, 1): values.at("Scorecard", row, BESIDE) for row in range(4, 9)
    }


def _on_register(values: Values, heading: str) -> dict[object, object]:
    row, column = values.find("Indicators", heading)
    return {
        values.at("Indicators", at, 1): values.at("Indicators", at, column)
        for at in range(row + 1, row + 6)
    }


def test_words_come_first_and_the_heading_says_as_of_when(book: Path) -> None:
    values = Values(book)
    assert values.at("Scorecard", 3, BESIDE) == "Variation as of the refresh for Dec 2019"
    assert _shown(values) == WORDS
    assert _on_register(values, "Variation") == WORDS
    assert _on_register(values, "Assurance") == {
        "A1": "will pass", "B1": "will fail", "C1": "hit and miss", "D1": "", "E1": "will pass",
    }  # fmt: skip


def test_what_is_stored_is_what_a_program_computes(
    book: Path, tmp_path: Path, soffice: Office
) -> None:
    assert disagreements(tmp_path / "months.xlsx", book, soffice) == []


def test_mean_and_limits_are_formulas_over_the_figures(book: Path) -> None:
    values, formulas = Values(book), opened(book, formulas=True)["Indicators"]
    row, column = values.find("Indicators", "Mean")
    assert "AVERAGE(" in str(formulas.cell(row + 1, column).value)
    assert "AVERAGE(" not in str(formulas.cell(row + 5, column).value)  # there is a gap
    assert _on_register(values, "Mean")["C1"] == pytest.approx(1045 / 13)
    far = 2.66 * 23 / 12
    assert _on_register(values, "Lower limit")["C1"] == pytest.approx(1045 / 13 - far)
    assert _on_register(values, "Upper limit")["C1"] == pytest.approx(1045 / 13 + far)
    assert _on_register(values, "Figures charted")["C1"] == 13


def test_a_changed_figure_of_the_series_asks_for_a_refresh_and_moves_the_mean(
    book: Path, soffice: Office
) -> None:
    def edit(page: Worksheet) -> None:
        page.cell(6, FIRST + 1).value = 80

    values = _edited(book, soffice, edit)
    assert _shown(values) == {**WORDS, "C1": "Refresh"}
    assert _on_register(values, "Mean")["C1"] == pytest.approx(MEAN)
    assert values.at("Scorecard", 6, BESIDE - 2) == "Good"  # its status does not hang on it


@pytest.mark.parametrize(("row", "typed"), [(6, 800), (6, None), (6, "n/a"), (8, "80"), (7, 79)])
def test_any_other_figure_or_gap_asks_for_one_and_what_hangs_on_it(
    book: Path, soffice: Office, row: int, typed: object
) -> None:
    def edit(page: Worksheet) -> None:
        page.cell(row, FIRST + 2).value = typed

    values = _edited(book, soffice, edit)
    indicator = values.at("Scorecard", row, 1)
    assert _shown(values)[indicator] == "Refresh"
    for heading in ("Mean", "Lower limit", "Upper limit", "Figures charted", "Assurance"):
        assert _on_register(values, heading)[indicator] == "Refresh"


def test_the_reported_figure_itself_is_watched(book: Path, soffice: Office) -> None:
    def edit(page: Worksheet) -> None:
        page.cell(4, LAST).value = 80

    assert _shown(_edited(book, soffice, edit)) == {**WORDS, "A1": "Refresh"}


def test_another_target_asks_for_a_refresh_of_the_assurance_alone(
    book: Path, soffice: Office
) -> None:
    def edit(page: Worksheet) -> None:
        page.cell(4, 4).value = 70

    values = _edited(book, soffice, edit)
    assert _shown(values) == WORDS
    assert _on_register(values, "Assurance")["A1"] == "Refresh"


def test_another_way_that_is_good_asks_for_one(book: Path, soffice: Office) -> None:
    def edit(page: Worksheet) -> None:
        page.cell(5, 3).value = "High"

    assert _shown(_edited(book, soffice, edit)) == {**WORDS, "B1": "Refresh"}


def test_rows_that_are_sorted_take_their_words_along(book: Path, soffice: Office) -> None:
    def edit(page: Worksheet) -> None:
        for column in range(1, LAST + 1):
            one, other = page.cell(4, column), page.cell(6, column)
            one.value, other.value = other.value, one.value

    values = _edited(book, soffice, edit)
    assert values.at("Scorecard", 4, 1) == "C1"
    assert _shown(values) == WORDS


def test_refreshing_again_changes_nothing_and_clearing_takes_it_out(
    book: Path, tmp_path: Path
) -> None:
    first = book.read_bytes()
    refreshed_into(tmp_path / "again", book, RULES)
    assert (tmp_path / "again" / "months.xlsx").read_bytes() == first
    cleared(book)
    assert Values(book).sheets == ["Scorecard"]
    assert opened(book)["Scorecard"].max_column == LAST


def test_the_column_gives_way_where_it_is_not_asked_for(tmp_path: Path) -> None:
    source = monthly(tmp_path / "months.xlsx", ROWS)
    refreshed_into(tmp_path / "out", source, RULES.replace(", variation]", "]"))
    register = opened(tmp_path / "out" / "months.xlsx")["Indicators"]
    headings = [cell.value for cell in register[5]]
    assert "Variation" not in headings
    assert not any(str(heading).startswith("Figure at the refresh") for heading in headings)


def _long(folder: Path) -> Path:
    rows = [
        (indicator, f"Contacts {indicator}", "High", 75, month, figure)
        for indicator, figures in (("A1", (*QUIET, 95)), ("B1", (*QUIET, 81)))
        for month, figure in zip(month_headings(13), figures, strict=True)
    ]
    headings = ("Ref", "Measure", "Good is", "Target", "Period", "Actual")
    return scorecard(folder / "long.xlsx", rows, headings, number_format="General")


def test_of_a_long_table_the_figures_of_all_its_rows_are_watched(
    tmp_path: Path, soffice: Office
) -> None:
    source = _long(tmp_path)
    refreshed_into(tmp_path / "out", source, rules_for("A1", "B1"))
    book = tmp_path / "out" / "long.xlsx"
    assert disagreements(source, book, soffice) == []
    assert _words_of_long(Values(book)) == {WORDS["A1"], "Common cause", ""}

    def edit(page: Worksheet) -> None:
        page.cell(6, 6).value = 83

    assert _words_of_long(_edited(book, soffice, edit)) == {"Refresh", "Common cause", ""}


def _words_of_long(values: Values) -> set[object]:
    row, column = values.find("Scorecard", "Variation as of the refresh for Dec 2019")
    return {values.at("Scorecard", at, column) for at in range(row + 1, row + 27)}


def test_improving_and_concerning_have_colours_of_no_status(book: Path) -> None:
    page = opened(book)["Scorecard"]
    fills = {
        rule.formula[0]: rule.dxf.fill.bgColor.rgb[-6:]
        for each in page.conditional_formatting
        for rule in each.rules
        if str(each.sqref).startswith("T4")
    }
    assert [(words in formula) for formula, words in zip(
        fills, ("Special cause, improving", "Special cause, concerning", "Refresh"), strict=True
    )] == [True] * 3  # fmt: skip
    assert len(set(fills.values())) == 3


def test_where_periods_run_down_the_register_has_the_words_and_watches_each_figure(
    tmp_path: Path, soffice: Office
) -> None:
    by_name = {
        "Contacts A1": ("High", 75, (*QUIET, 95)),
        "Contacts B1": ("Low", 75, (*QUIET, 81)),
    }
    rows: list[tuple[str | float | None, ...]] = [
        ("Good is", *(good for good, _, _ in by_name.values())),
        ("Target", *(target for _, target, _ in by_name.values())),
    ]
    for at, month in enumerate(month_headings(13)):
        rows.append((month, *(figures[at] for *_, figures in by_name.values())))
    source = scorecard(tmp_path / "down.xlsx", rows, ("Period", *by_name), number_format="General")
    refreshed_into(tmp_path / "out", source, rules_for("A1", "B1"))
    book = tmp_path / "out" / "down.xlsx"
    assert disagreements(source, book, soffice) == []
    words = _on_register(Values(book), "Variation")
    assert [words["A1"], words["B1"]] == [WORDS["A1"], "Common cause"]

    def edit(page: Worksheet) -> None:
        page.cell(8, 2).value = 83

    changed = _on_register(_edited(book, soffice, edit), "Variation")
    assert [changed["A1"], changed["B1"]] == ["Refresh", "Common cause"]
