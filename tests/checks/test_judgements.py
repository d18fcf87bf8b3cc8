"""Judgements that officers typed against what the rule gives."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.books import HEADINGS, ROWS, RULES, Cell, checked, findings, scorecard
from xl_scorecard.checks.ratings._meant import meant_by
from xl_scorecard.domain.bands import CONCERN, RAG
from xl_scorecard.domain.grid import Cell as Typed
from xl_scorecard.domain.judged import Manner


def _found(
    folder: Path, heading: str, *words: Cell, rules: str = RULES
) -> list[tuple[str, str | None]]:
    """The findings where these words are typed beside a good, an acceptable and an amber row."""
    rows = [[*row, word] for row, word in zip(ROWS, words, strict=True)]
    return findings(checked(scorecard(folder / "q3.xlsx", rows, [*HEADINGS, heading]), rules))


@pytest.mark.parametrize("words", [("Good", "Acceptable", "Amber"), ("G", None, "A"),
                                   ("GREEN", "acceptable", " amber ")])  # fmt: skip
def test_words_that_agree_are_not_flagged(tmp_path: Path, words: tuple[Cell, ...]) -> None:
    assert _found(tmp_path, "RAG", *words) == []


def test_a_word_that_the_rule_contradicts_is_an_error(tmp_path: Path) -> None:
    found = _found(tmp_path, "RAG", "Amber", "R", "Good")
    assert found == [("rag-typed-differs", cell) for cell in ("G4", "G5", "G6")]


@pytest.mark.parametrize("words", [("tbc", "see note", "n/a"), ("B", "*", "?")])
def test_words_that_mean_no_status_are_not_flagged(tmp_path: Path, words: tuple[Cell, ...]) -> None:
    assert _found(tmp_path, "RAG", *words) == []


def test_a_word_beside_a_gap_is_not_said_to_differ(tmp_path: Path) -> None:
    rows = [[*ROWS[0][:5], "TBC", "Red"], *ROWS[1:]]
    workbook = scorecard(tmp_path / "q3.xlsx", rows, [*HEADINGS, "RAG"])
    assert findings(checked(workbook)) == [("rag-without-value", "G4")]


def test_a_rag_that_a_formula_gives_was_not_typed(tmp_path: Path) -> None:
    def formula(book: Any, page: Any) -> None:
        for row in (3, 4, 5):
            page.write_formula(row, 6, '="Red"', None, "Red")

    workbook = scorecard(tmp_path / "q3.xlsx", ROWS, [*HEADINGS, "RAG"], more=formula)
    assert findings(checked(workbook)) == []


def test_words_of_travel_are_held_against_the_figures(tmp_path: Path) -> None:
    # 75 to 82 with high good, 25 to 23 with low good, 70 to 66 with high good
    assert _found(tmp_path, "DoT", "Improved", "Better", "Worse") == []
    assert _found(tmp_path, "DoT", "Worse", "Deteriorated", "Static") == [
        ("dot-typed-differs", cell) for cell in ("G4", "G5", "G6")
    ]


@pytest.mark.parametrize(
    ("word", "statuses"),
    [
        ("Good", {"good"}), ("green", {"good"}), ("g", {"good"}), ("Yellow", {"yellow"}),
        ("R", {"red"}), ("Not rated", {"not_rated"}), ("no data", {"no_data"}),
        ("A/R", {"amber", "red"}), ("Amber-Red", {"amber", "red"}), ("🔴", {"red"}),
        ("Amber/Green", {"good", "acceptable", "yellow", "amber"}),
        ("Achieved", {"good", "acceptable"}), ("On target", {"good", "acceptable"}),
        ("Not achieved", {"acceptable", "yellow", "amber", "red"}),
        ("Improving but not achieved", {"acceptable", "yellow", "amber", "red"}),
        ("Within tolerance", {"good", "acceptable"}), ("★", None), ("●", None), ("▲", None),
        ("blue", None), ("", None),
    ],
)  # fmt: skip
def test_a_typed_word_means_a_status_of_the_rating(word: str, statuses: set[str] | None) -> None:
    assert meant_by(Typed(1, 1, word), CONCERN) == statuses


@pytest.mark.parametrize(
    ("sign", "font", "statuses"),
    [
        ("★", None, {"green", "amber"}), ("●", None, {"green", "amber"}),
        ("▲", None, {"amber", "red"}), ("l", "Wingdings", {"green", "amber"}), ("→", None, None),
    ],
)  # fmt: skip
def test_stars_circles_and_triangles_mean_something_where_a_column_uses_them(
    sign: str, font: str | None, statuses: set[str] | None
) -> None:
    assert meant_by(Typed(1, 1, sign, font=font), RAG, Manner(shapes=True)) == statuses


def test_a_star_beside_a_red_row_differs_and_a_circle_alone_is_a_traffic_light(
    tmp_path: Path,
) -> None:
    assert _found(tmp_path, "RAG", "★", "●", "★") == [("rag-typed-differs", "G6")]
    assert _found(tmp_path, "RAG", "●", "●", "●") == []


def test_a_rating_typed_beside_its_figure_is_held_against_the_rule(tmp_path: Path) -> None:
    rows = [[*ROWS[0][:5], "82% (GREEN)"], [*ROWS[1][:5], "23% (R)"], ROWS[2]]
    outcome = checked(scorecard(tmp_path / "q3.xlsx", rows, HEADINGS))
    assert findings(outcome) == [("rag-typed-differs", "F5")]
    assert [item.status for item in outcome.indicators] == ["good", "acceptable", "amber"]


def test_an_arrow_is_wrong_only_where_both_its_senses_are(tmp_path: Path) -> None:
    # 75 to 82, high is good; 25 to 23, low is good; 70 to 66, high is good
    assert _found(tmp_path, "DoT", "↑", "↓", "▼") == []
    assert _found(tmp_path, "DoT", "↗", "▲", "↘") == []  # for low the arrow may mean its worth
    assert _found(tmp_path, "DoT", "▼", "▲", "↑") == [
        ("dot-typed-differs", cell) for cell in ("G4", "G6")
    ]
    assert _found(tmp_path, "DoT", "→", "►", "◄") == []  # a small move, to some


def _typed_in(folder: Path, letter: str, font: str) -> list[tuple[str, str | None]]:
    def typed(book: Any, page: Any) -> None:
        page.write_string(5, 6, letter, book.add_format({"font_name": font}))

    rows = [[*row, word] for row, word in zip(ROWS, ("↑", "↓", "x"), strict=True)]
    path = scorecard(folder / "q3.xlsx", rows, [*HEADINGS, "DoT"], more=typed)
    return findings(checked(path))


def test_letters_are_arrows_in_wingdings_only(tmp_path: Path) -> None:
    assert _typed_in(tmp_path, "ò", "Wingdings") == []
    assert _typed_in(tmp_path, "ñ", "Wingdings") == [("dot-typed-differs", "G6")]
    assert _typed_in(tmp_path, "ñ", "Arial") == [("dot-wingdings", "G6")]
    assert _typed_in(tmp_path, "p", "Wingdings 3") == [("dot-typed-differs", "G6")]


def test_good_means_green_where_there_is_no_band_called_good() -> None:
    assert meant_by(Typed(1, 1, "Good"), RAG) == {"green"}
    assert meant_by(Typed(1, 1, "Yellow"), RAG) is None


_QUARTERS = ["Ref", "Measure", "Good is", "Target", "Q3 2017/18", "Q2 2018/19", "Q3 2018/19", "DoT"]
_ONE = "name: s\nindicators:\n  - {id: A1, name: Children seen, unit: percent, good_is: high"
_WRONG = [("dot-typed-differs", "H4")]


def _travel(folder: Path, *figures: Cell, basis: str = "") -> list[tuple[str, str | None]]:
    """The findings where figures of a year ago, a quarter ago and now stand beside a word."""
    rows = [("A1", "Children seen", "High", 0.5, *figures)]
    workbook = scorecard(folder / "q3.xlsx", rows, _QUARTERS)
    return findings(checked(workbook, f"{_ONE}{basis}}}\n"))


def test_no_change_leaves_room_for_a_small_move_only(tmp_path: Path) -> None:
    assert _travel(tmp_path, None, 0.841, 0.843, "Stable") == []
    assert _travel(tmp_path, None, 0.80, 0.84, "No change") == []  # 5% of it
    assert _travel(tmp_path, None, 0.80, 0.85, "No change") == _WRONG


@pytest.mark.parametrize("level", ["→", "Static"])
def test_level_is_wrong_beyond_what_the_rule_set_calls_static(tmp_path: Path, level: str) -> None:
    said = ", static_within: 1 point"
    assert _travel(tmp_path, None, 0.80, 0.83, level, basis=said) == _WRONG
    assert _travel(tmp_path, None, 0.80, 0.81, level, basis=said) == []
    assert _travel(tmp_path, 0.83, 0.80, 0.83, level, basis=said) == []  # as a year ago
    by_rating = f"{said}, direction: {{by: status}}"
    assert _travel(tmp_path, None, 0.80, 0.83, level, basis=by_rating) == []


def test_a_word_may_compare_with_the_same_quarter_a_year_ago(tmp_path: Path) -> None:
    assert _travel(tmp_path, 0.80, 0.86, 0.85, "Improved") == []
    assert _travel(tmp_path, 0.90, 0.86, 0.85, "Improved") == _WRONG


def test_that_a_figure_is_declining_is_wrong_where_it_rose(tmp_path: Path) -> None:
    assert _travel(tmp_path, None, 0.86, 0.80, "Declining") == []
    assert _travel(tmp_path, None, 0.80, 0.86, "Declining") == _WRONG


def test_that_a_cumulative_figure_grows_in_its_year_contradicts_nothing(tmp_path: Path) -> None:
    basis = ", basis: year to date"
    assert _travel(tmp_path, None, 0.58, 0.65, "↓", basis=basis) == []
    assert _travel(tmp_path, 0.60, 0.58, 0.65, "↓", basis=basis) == _WRONG


@pytest.mark.parametrize("word", ["Declining", "Improved"])
@pytest.mark.parametrize("good_is", ["plan", "neither"])
def test_where_neither_up_nor_down_is_good_no_word_is_wrong(
    tmp_path: Path, good_is: str, word: str
) -> None:
    rules = _ONE.replace("good_is: high", f"good_is: {good_is}") + ", target: 90%}\n"
    rows = [("A1", "Children seen", None, None, None, 0.80, 0.86, word)]
    workbook = scorecard(tmp_path / "q3.xlsx", rows, _QUARTERS)
    assert "dot-typed-differs" not in [check for check, _ in findings(checked(workbook, rules))]


def test_a_word_beside_a_figure_to_come_compares_nothing(tmp_path: Path) -> None:
    assert "dot-typed-differs" not in [
        check for check, _ in _travel(tmp_path, 0.8, 0.86, "TBC", "Declining")
    ]


def test_without_a_tolerance_an_amber_and_a_red_are_the_same_miss(tmp_path: Path) -> None:
    # on target; 3 points over; 14 points short: how far is amber, the workbook does not say
    bare = RULES.replace("tolerance: 5 points, ", "") + "checks: {off: [tolerance-missing]}\n"
    assert _found(tmp_path, "RAG", "Green", "Amber", "Red", rules=bare) == []
    assert _found(tmp_path, "RAG", "Green", "Red", "Amber", rules=bare) == []
    assert _found(tmp_path, "RAG", "Red", "Green", "Amber", rules=bare) == [
        ("rag-typed-differs", "G4"), ("rag-typed-differs", "G5"),
    ]  # fmt: skip


def test_without_a_tolerance_yes_means_that_the_target_is_met(tmp_path: Path) -> None:
    bare = RULES.replace("tolerance: 5 points, ", "") + "checks: {off: [tolerance-missing]}\n"
    assert _found(tmp_path, "Target met?", "Yes", "No", "No", rules=bare) == []
    assert _found(tmp_path, "Target met?", "Y", "Y", "N", rules=bare) == [
        ("rag-typed-differs", "G5")
    ]
    assert _found(tmp_path, "Target met?", "✓", "✗", "✓", rules=bare) == [
        ("rag-typed-differs", "G6")
    ]


@pytest.mark.parametrize("grades", [("A", "B", "D"), ("A", "E", "A")])
def test_letters_of_grades_are_no_colours(grades: tuple[str, ...], tmp_path: Path) -> None:
    assert _found(tmp_path, "RAG", *grades) == []


def _coloured(
    folder: Path, colours: tuple[str, ...], column: int, words: tuple[Cell, ...] = ("", "", "")
) -> list[tuple[str, str | None]]:
    def fill(book: Any, page: Any) -> None:
        for row, (colour, word) in enumerate(zip(colours, words, strict=True), 3):
            look = book.add_format({"bg_color": f"#{colour}", "num_format": "0%"})
            value = ROWS[row - 3][column] if column < len(HEADINGS) else word or None
            page.write(row, column, value, look)

    path = scorecard(folder / "q3.xlsx", ROWS, [*HEADINGS, "RAG"], more=fill)
    found = findings(checked(path, RULES.replace("name: small", "name: small\nrating: rag")))
    return [each for each in found if each[0] != "status-colour-only"]


@pytest.mark.parametrize("column", [5, 6])  # the figure, or an empty RAG column
def test_a_colour_that_the_rule_contradicts_is_a_finding(tmp_path: Path, column: int) -> None:
    assert _coloured(tmp_path, ("92D050", "FFC000", "FF0000"), column) == []
    assert _coloured(tmp_path, ("C6EFCE", "FFEB9C", "FFC7CE"), column) == []  # Excel's own
    place = "F" if column == 5 else "G"
    assert _coloured(tmp_path, ("FF0000", "FFC000", "00B050"), column) == [
        ("rag-fill-differs", f"{place}4"), ("rag-fill-differs", f"{place}6"),
    ]  # fmt: skip


def test_one_colour_all_down_the_figures_is_a_style(tmp_path: Path) -> None:
    assert _coloured(tmp_path, ("FF0000", "FF0000", "FF0000"), 5) == []


def test_a_word_and_the_colour_of_its_cell_must_agree(tmp_path: Path) -> None:
    words = ("Green", "Amber", "Red")
    assert _coloured(tmp_path, ("92D050", "FFC000", "FF0000"), 6, words) == []
    assert _coloured(tmp_path, ("92D050", "FF0000", "FF0000"), 6, words) == [
        ("rag-fill-differs", "G5")
    ]


def test_a_dot_means_what_its_colour_does(tmp_path: Path) -> None:
    def dots(book: Any, page: Any) -> None:
        for row, colour in enumerate(("#00B050", "#FF0000", "#FF0000"), 3):
            page.write_string(row, 6, "●", book.add_format({"font_color": colour}))

    path = scorecard(tmp_path / "q3.xlsx", ROWS, [*HEADINGS, "RAG"], more=dots)
    rules = RULES.replace("name: small", "name: small\nrating: rag")
    assert findings(checked(path, rules)) == [("rag-typed-differs", "G5")]


def test_declining_beside_improving_is_getting_worse(tmp_path: Path) -> None:
    # 75 to 82 with high good, 25 to 23 with low good, 70 to 66 with high good
    assert _found(tmp_path, "DoT", "Improving", "Declining", "Declining") == [
        ("dot-typed-differs", "G5")
    ]
    assert _found(tmp_path, "DoT", "Rising", "Declining", "Declining") == []


@pytest.mark.parametrize(("typed", "found"), [("Met", ["D6"]), ("Not met", [])])
def test_a_judgement_in_a_row_below_the_figures_is_held_against_them(
    tmp_path: Path, typed: str, found: list[str]
) -> None:
    rows = [
        ["Cost per visit", "Target", 5.0, 5.0],
        [None, "Actual", 4.6, 5.4],
        [None, "Status", "Met", typed],
    ]
    book = scorecard(
        tmp_path / "b.xlsx", rows, ["Measure", "Line", "Q2 2018/19", "Q3 2018/19"],
        number_format="0.00",
    )  # fmt: skip
    rule = "{id: A1, name: Cost per visit, unit: currency, good_is: low}"
    rules = f"name: s\nindicators:\n  - {rule}\n"
    said = [("rag-typed-differs", cell) for cell in found]
    assert [one for one in findings(checked(book, rules)) if one[0] == "rag-typed-differs"] == said


def test_a_judgement_below_a_figure_by_its_name_is_held_against_it(tmp_path: Path) -> None:
    rows = [
        ["A1", "Parcels sorted", 90.0, 95.0, 70.0], [None, "RAG", None, "Green", "Green"],
        ["B1", "Letters sorted", 90.0, 95.0, 99.0], [None, "RAG", None, "Green", "Green"],
    ]  # fmt: skip
    book = scorecard(
        tmp_path / "b.xlsx", rows, ["Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19"],
        number_format="0",
    )  # fmt: skip
    rules = (
        "name: s\nindicators:\n  - {id: A1, name: Parcels sorted, unit: count, good_is: high}\n"
        "  - {id: B1, name: Letters sorted, unit: count, good_is: high}\n"
    )
    assert ("rag-typed-differs", "E5") in findings(checked(book, rules))
    assert ("rag-typed-differs", "E7") not in findings(checked(book, rules))


@pytest.mark.parametrize("word", ["gelb", "orange", "jaune", "melyn"])
def test_a_middle_colour_in_other_words_is_any_band_in_the_middle(word: str) -> None:
    assert meant_by(Typed(1, 1, word), CONCERN) == {"acceptable", "yellow", "amber"}
    assert meant_by(Typed(1, 1, word), RAG) == {"amber"}


@pytest.mark.parametrize(("typed", "found"), [("Met", []), ("Not met", []), ("✔", []), ("✘", [])])
def test_a_judgement_may_be_of_the_month_beside_the_year_to_date(
    tmp_path: Path, typed: str, found: list[str]
) -> None:
    book = scorecard(
        tmp_path / "b.xlsx", [["A1", "Rent due collected", 0.96, 0.95, 0.97, 0.955, typed]],
        ["Ref", "Measure", "Target", "Oct 2018 YTD", "Nov 2018", "Nov 2018 YTD", "On target"],
        number_format="0.0%",
    )  # fmt: skip
    rule = "{id: A1, name: Rent due collected, unit: percent, good_is: high, basis: year to date}"
    outcome = checked(book, f"name: s\ndefaults: {{tolerance: 1 point}}\nindicators:\n  - {rule}\n")
    assert (outcome.indicators[0].value, findings(outcome)) == (0.955, found)


def test_a_judgement_that_no_figure_of_the_month_bears_out_is_an_error(tmp_path: Path) -> None:
    book = scorecard(
        tmp_path / "b.xlsx", [["A1", "Rent due collected", 0.96, 0.95, 0.95, 0.955, "Met"]],
        ["Ref", "Measure", "Target", "Oct 2018 YTD", "Nov 2018", "Nov 2018 YTD", "On target"],
        number_format="0.0%",
    )  # fmt: skip
    rule = "{id: A1, name: Rent due collected, unit: percent, good_is: high, basis: year to date}"
    outcome = checked(book, f"name: s\nindicators:\n  - {rule}\n")
    assert ("rag-typed-differs", "G4") in findings(outcome)


def test_the_judged_figure_is_no_other_figure_though_its_heading_says_no_basis(
    tmp_path: Path,
) -> None:
    book = scorecard(
        tmp_path / "b.xlsx", [["A1", "Lessons held", 96, 70, "Met"]],
        ["Ref", "Measure", "Target", "Q3 2018/19", "On target"], number_format="0",
    )  # fmt: skip
    rule = "{id: A1, name: Lessons held, unit: count, good_is: high, basis: in quarter}"
    text = f"name: s\ndefaults: {{tolerance: 10}}\nindicators:\n  - {rule}\n"
    assert ("rag-typed-differs", "E4") in findings(checked(book, text))


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("DoT from previous quarter", True), ("Direction of travel since last quarter", True),
        ("DoT", False), ("DoT year on year", False), ("DoT vs same quarter last year", False),
        ("DoT since last quarter and last year", False), ("DoT on last month", False),
    ],
)  # fmt: skip
def test_an_arrow_is_held_against_the_period_that_its_heading_names(
    tmp_path: Path, heading: str, found: bool
) -> None:
    headings = [*_QUARTERS[:-1], heading]
    rows = [("A1", "Children seen", "High", 0.5, 0.9, 0.7, 0.8, "↓")]  # down in a year only
    workbook = scorecard(tmp_path / "q3.xlsx", rows, headings)
    wrong = ("dot-typed-differs", "H4") in findings(checked(workbook, f"{_ONE}}}\n"))
    assert wrong is found


def test_an_arrow_of_the_year_is_wrong_where_only_the_quarter_moved_so(tmp_path: Path) -> None:
    rows = [("A1", "Children seen", "High", 0.5, 0.9, 0.7, 0.8, "↑")]
    headings = [*_QUARTERS[:-1], "DoT compared with last year"]
    workbook = scorecard(tmp_path / "q3.xlsx", rows, headings)
    assert ("dot-typed-differs", "H4") in findings(checked(workbook, f"{_ONE}}}\n"))
