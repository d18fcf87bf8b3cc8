"""Single values that cannot be right, or are not there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.books import Cell, checked, findings, scorecard
from tests.support.packages import packed, parts

HEADINGS = ["Ref", "Measure", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19"]


def _found(
    folder: Path, *figures: Cell, rule: str = "unit: percent", more: Any = None, shown: str = "0%"
) -> list[tuple[str, str | None]]:
    """The findings of a row, beside a second row that is complete."""
    rows = [["A1", "Children seen", *figures], ["B1", "Plans", 0.5, 0.6, 0.7]]
    rules = (
        f"name: s\nindicators:\n  - {{id: A1, name: Children seen, {rule}}}\n"
        "  - {id: B1, name: Plans, unit: score}\n"
    )
    workbook = scorecard(folder / "q3.xlsx", rows, HEADINGS, number_format=shown, more=more)
    return findings(checked(workbook, rules))


@pytest.mark.parametrize("value", [1.01, 1.0001, 1.4, 7.0])
def test_a_percentage_above_100_is_an_error(tmp_path: Path, value: float) -> None:
    assert _found(tmp_path, 0.8, 0.8, value) == [("percent-over-100", "E4")]


@pytest.mark.parametrize("value", [1.0, 0.999, 0.0, -0.05])
def test_a_percentage_up_to_100_is_none(tmp_path: Path, value: float) -> None:
    assert _found(tmp_path, 0.8, 0.8, value) == []


def test_a_percentage_above_100_is_found_in_every_period(tmp_path: Path) -> None:
    assert _found(tmp_path, 1.2, 0.8, 0.8) == [("percent-over-100", "C4")]


@pytest.mark.parametrize("target", ["105%", "95-105%"])
def test_a_percentage_above_100_is_none_where_the_target_is(tmp_path: Path, target: str) -> None:
    rule = f"unit: percent, good_is: plan, target: {target}"
    found = _found(tmp_path, 0.98, 0.99, 1.04, rule=rule)
    assert "percent-over-100" not in dict(found)


def test_a_count_above_100_is_none(tmp_path: Path) -> None:
    assert _found(tmp_path, 101, 102, 103, rule="unit: count", shown="0") == []


def test_a_blank_cell_where_a_figure_is_due_is_an_error(tmp_path: Path) -> None:
    assert _found(tmp_path, 0.7, 0.8, None) == [("value-missing", "E4")]


@pytest.mark.parametrize("reason", ["TBC", "[c]", "[x]", "[z]", "n/a", "c", "not due"])
def test_a_blank_with_its_reason_is_none(tmp_path: Path, reason: str) -> None:
    assert _found(tmp_path, 0.7, 0.8, reason) == []


@pytest.mark.parametrize(
    ("name", "due"),
    [
        ("Children seen (discontinued from April 2018)", False),
        ("Children seen - no longer collected", False),
        ("Children seen [measure withdrawn]", False),
        ("Contracts discontinued", True),
        ("Planning applications (withdrawn)", True),
    ],
)
def test_of_what_is_measured_no_longer_no_figure_is_due(
    tmp_path: Path, name: str, due: bool
) -> None:
    rows = [["A1", name, 0.7, 0.8, None], ["B1", "Plans", 0.5, 0.6, 0.7]]
    rules = f"name: s\nindicators:\n  - {{id: A1, name: '{name}'}}\n  - {{id: B1, name: Plans}}\n"
    found = findings(checked(scorecard(tmp_path / "q3.xlsx", rows, HEADINGS), rules))
    assert found == [("value-missing", "E4")] * due


def test_a_blank_in_an_earlier_period_is_none(tmp_path: Path) -> None:
    assert _found(tmp_path, 0.7, None, 0.8) == []


def _formula(book: Any, page: Any) -> None:
    page.write_formula(3, 4, '=IF(D4="","",1-D4)', None, "")


def _as_excel_stores_no_text(path: Path) -> Path:
    """The same workbook with the formula's result stored: text without a letter."""
    contents = parts(path)
    sheet = "xl/worksheets/sheet1.xml"
    contents[sheet] = contents[sheet].replace(b'<c r="E4"><f>', b'<c r="E4" t="str"><f>')
    return packed(contents, path.with_name("shows-nothing.xlsx"))


def test_of_a_formula_never_calculated_the_finding_says_so_of_one_that_shows_nothing_not(
    tmp_path: Path,
) -> None:
    rows = [["A1", "Children seen", 0.7, 0.8, None], ["B1", "Plans", 0.5, 0.6, 0.7]]
    rules = "name: s\nindicators:\n  - {id: A1, name: Children seen}\n  - {id: B1, name: Plans}\n"
    never = scorecard(tmp_path / "never.xlsx", rows, HEADINGS, more=_formula)
    nothing = _as_excel_stores_no_text(never)
    (of_never,), (of_nothing,) = checked(never, rules).findings, checked(nothing, rules).findings
    assert (of_never.check, of_never.cell) == ("formula-no-cached-value", "E4")
    assert "no stored result" in of_never.message
    assert (of_nothing.check, of_nothing.cell) == ("value-missing", "E4")
    assert "is blank" in of_nothing.message


def test_an_annual_indicator_is_not_due_before_the_year_ends(tmp_path: Path) -> None:
    rule = "unit: percent, basis: annual"
    assert _found(tmp_path, 0.7, 0.8, None, rule=rule) == []


def test_an_annual_indicator_is_due_when_the_year_ends(tmp_path: Path) -> None:
    rows = [["A1", "Children seen", 0.7, None], ["B1", "Plans", 0.5, 0.6]]
    rules = (
        "name: s\nindicators:\n  - {id: A1, name: Children seen, unit: percent, basis: annual}\n"
        "  - {id: B1, name: Plans, unit: score}\n"
    )
    headings = ["Ref", "Measure", "Q4 2017/18", "Q4 2018/19"]
    workbook = scorecard(tmp_path / "q4.xlsx", rows, headings)
    assert findings(checked(workbook, rules)) == [("value-missing", "D4")]


@pytest.mark.parametrize("text", ["80.9 %", "84%", "'84%", " 84%"])
def test_a_number_stored_as_text_is_an_error_in_any_period(tmp_path: Path, text: str) -> None:
    assert _found(tmp_path, 0.7, text, 0.8) == [("number-as-text", "D4")]


@pytest.mark.parametrize(("text", "meant"), [("8O%", "80%"), ("7l%", "71%"), ("O", "0")])
def test_letters_that_look_like_digits_are_meant_as_digits(
    tmp_path: Path, text: str, meant: str
) -> None:
    rows = [["A1", "Children seen", 0.7, text, 0.8]]
    rules = "name: s\nindicators:\n  - {id: A1, name: Children seen, unit: percent}\n"
    (finding,) = checked(scorecard(tmp_path / "q3.xlsx", rows, HEADINGS), rules).findings
    assert (finding.check, finding.severity, finding.cell) == ("number-as-text", "error", "D4")
    assert (finding.found, finding.expected) == (text, meant)


@pytest.mark.parametrize("text", ["TBC", "84% [p]", "84% (21/25)", "80.9% (R)", "84% (Dec 24)"])
def test_text_that_is_meant_as_text_is_none(tmp_path: Path, text: str) -> None:
    assert _found(tmp_path, 0.7, text, 0.8) == []


@pytest.mark.parametrize("code", ["#DIV/0!", "#N/A", "#REF!", "#VALUE!"])
def test_an_error_value_is_an_error_in_any_period(tmp_path: Path, code: str) -> None:
    def broken(book: Any, page: Any) -> None:
        page.write_formula(3, 3, "=C4/0", None, code)

    assert _found(tmp_path, 0.7, None, 0.8, more=broken) == [("formula-error", "D4")]


def test_an_error_in_the_reported_period_is_not_called_missing_as_well(tmp_path: Path) -> None:
    def broken(book: Any, page: Any) -> None:
        page.write_formula(3, 4, "=C4/0", None, "#DIV/0!")

    assert _found(tmp_path, 0.7, 0.8, None, more=broken) == [("formula-error", "E4")]


@pytest.mark.parametrize(
    ("name", "rule", "flagged"),
    [
        ("Children in care", "unit: count", True),
        ("% of children seen", "unit: percent", True),
        ("Net change in children in care", "unit: count", False),
        ("% budget variance", "unit: percent", False),
        ("Overspend", "unit: currency", False),
    ],
)
def test_a_count_or_share_below_0_is_an_error(
    tmp_path: Path, name: str, rule: str, flagged: bool
) -> None:
    rows = [["A1", name, 0.5, -0.03, 0.4]]
    workbook = scorecard(tmp_path / "q3.xlsx", rows, HEADINGS, number_format="0.00")
    outcome = checked(workbook, f"name: s\nindicators:\n  - {{id: A1, name: '{name}', {rule}}}\n")
    assert findings(outcome) == ([("negative-value", "D4")] if flagged else [])


def test_formulas_never_calculated_are_told_once_a_row(tmp_path: Path) -> None:
    def never(book: Any, page: Any) -> None:
        for column in (2, 3):
            page.write_formula(3, column, "=1-0.2", None, "")

    rows = [["A1", "Children seen", None, None, 0.8], ["B1", "Plans", 0.5, 0.6, 0.7]]
    rules = "name: s\nindicators:\n  - {id: A1, name: Children seen}\n  - {id: B1, name: Plans}\n"
    workbook = scorecard(tmp_path / "q3.xlsx", rows, HEADINGS, more=never)
    (finding,) = checked(workbook, rules).findings
    assert (finding.check, finding.severity) == ("formula-no-cached-value", "warning")
    assert finding.cell == "C4"
    assert "1 more" in finding.message


YEARS = ["Ref", "Measure", *(f"Q{q} {y}" for y in ("2017/18", "2018/19") for q in (1, 2, 3, 4))]


def _missing(folder: Path, name: str, *figures: Cell, comment: str = "") -> bool:
    """Whether a row over two years is said to lack the last of its figures."""
    rows = [
        ["A1", name, *figures, comment],
        ["B1", "Plans", *range(len(figures)), ""],
    ]
    headings = [*YEARS[: len(figures) + 2], "Comment"]
    workbook = scorecard(folder / "y.xlsx", rows, headings, number_format="General")
    rules = "name: y\nindicators:\n  - {id: A1, name: One}\n  - {id: B1, name: Plans}\n"
    return "value-missing" in {slug for slug, _ in findings(checked(workbook, rules))}


def test_what_came_at_one_other_time_of_each_year_is_not_missing(tmp_path: Path) -> None:
    assert not _missing(tmp_path, "Pupils at level 2", None, 61, None, None, None, 63, None)


def test_what_came_at_this_time_a_year_ago_is_missing(tmp_path: Path) -> None:
    assert _missing(tmp_path, "Pupils at level 2", None, None, 61, None, None, None, None)


def test_what_came_at_several_times_of_the_year_is_missing(tmp_path: Path) -> None:
    assert _missing(tmp_path, "Pupils at level 2", None, 61, None, 64, None, 62, None)


@pytest.mark.parametrize(
    ("name", "comment"),
    [
        ("Residents content (annual survey)", ""), ("Staff content - annual", ""),
        ("Staff content", "Yearly: next due in June"),
        ("Staff content", "Survey is late. Reported annually"),
    ],
)  # fmt: skip
def test_what_is_said_to_come_once_a_year_is_not_missing(
    tmp_path: Path, name: str, comment: str
) -> None:
    assert not _missing(tmp_path, name, 61, None, None, comment=comment)


def test_a_comment_that_only_has_the_word_in_it_is_no_reason(tmp_path: Path) -> None:
    assert _missing(tmp_path, "Staff content", 61, 60, None, comment="Annual leave in August")


def test_an_annual_figure_that_came_within_the_year_is_not_missing_at_its_end(
    tmp_path: Path,
) -> None:
    rows = [["A1", "Pupils at level 2", "Annual", None, 0.6, None, None],
            ["B1", "Plans", "Quarterly", 1, 2, 3, 4],
            ["C1", "Schools open", "Annual", None, None, None, None]]  # fmt: skip
    headings = ["Ref", "Measure", "Frequency", *YEARS[2:6]]
    workbook = scorecard(tmp_path / "y.xlsx", rows, headings, number_format="General")
    rules = "name: y\nindicators:\n" + "".join(f"  - {{id: {r[0]}, name: x{r[0]}}}\n" for r in rows)
    found = [item for item in findings(checked(workbook, rules)) if item[0] == "value-missing"]
    assert found == [("value-missing", "G6")]


def test_a_percentage_above_100_is_found_where_its_column_repeats_a_period(tmp_path: Path) -> None:
    headings = ["Ref", "Measure", "Q1 2018/19", "Q2 2018/19", "Q2 2018/19"]
    rows = [["A1", "Children seen", 0.8, 0.81, 7.9], ["B1", "Plans made in time", 0.5, 0.6, 0.7]]
    rules = (
        "name: s\nindicators:\n  - {id: A1, name: Children seen, unit: percent}\n"
        "  - {id: B1, name: Plans made in time, unit: percent}\n"
    )
    workbook = scorecard(tmp_path / "q2.xlsx", rows, headings, number_format="0%")
    assert ("percent-over-100", "E4") in findings(checked(workbook, rules))
