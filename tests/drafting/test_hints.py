from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from tests.support.drafts import draft_of, loaded
from xl_scorecard.drafting.hints import file_pattern, rule_set_name


@pytest.mark.parametrize(
    ("file", "name", "pattern"),
    [
        (
            "childrens-services-2018-19-q3.xlsx",
            "childrens-services",
            "childrens-services-*.xls[xm]",
        ),
        ("early-help-2018-12.xlsm", "early-help", "early-help-*.xls[xm]"),
        ("Scorecard Q3 2018-19 FINAL v2.xlsx", "scorecard", "Scorecard *.xls[xm]"),
        ("Adults Dec 18 [draft].xlsx", "adults", "Adults * [[]*].xls[xm]"),
        ("2018-19 Q3.xlsx", "scorecard", None),
        ("Übersicht: Größe.xlsx", "ubersicht-groe", "Übersicht: Größe.xls[xm]"),
    ],
)
def test_the_name_and_the_pattern_leave_out_what_changes_from_report_to_report(
    file: str, name: str, pattern: str | None
) -> None:
    assert (rule_set_name(file), file_pattern(file)) == (name, pattern)


@pytest.mark.parametrize("file", ["a*b Q3.xlsx", "what?.xlsx", "[x] 2019.xlsm", "plain.xlsx"])
def test_the_pattern_fits_the_workbook_itself(file: str) -> None:
    pattern = file_pattern(file)
    assert pattern is not None
    assert fnmatchcase(file, pattern)


def test_the_next_quarters_workbook_fits_too() -> None:
    pattern = file_pattern("childrens-services-2018-19-q3.xlsx")
    assert pattern is not None
    assert fnmatchcase("childrens-services-2019-20-q1.xlsx", pattern)


@pytest.mark.parametrize(
    ("headings", "month"),
    [
        (("Q1 (Apr-Jun) 2018/19", "Q2 (Jul-Sep) 2018/19"), "April"),
        (("Q1 Jan - Mar 2018", "Q2 Apr - Jun 2018"), "January"),
        (("2016", "2017"), "January"),
        (("2016/17", "2017/18"), "April"),
    ],
)
def test_the_year_starts_where_the_headings_say(
    tmp_path: Path, headings: tuple[str, str], month: str
) -> None:
    text = draft_of(tmp_path, ("Ref", "Measure", *headings), ("A1", "Visits made", 120.0, 130.0))
    assert loaded(tmp_path, text).financial_year_starts == month


@pytest.mark.parametrize(
    ("typed", "rating"),
    [
        ("Green", "rag"),
        ("A/R", "rag"),
        ("Good", "concern"),
        ("Yellow", "concern"),
        ("gelb", "rag"),
        ("jaune", "rag"),
    ],
)
def test_the_rating_is_the_one_whose_words_are_typed(
    tmp_path: Path, typed: str, rating: str
) -> None:
    headings = ("Ref", "Measure", "RAG", "Q2 2018/19", "Q3 2018/19")
    text = draft_of(tmp_path, headings, ("A1", "Visits made", typed, 120.0, 130.0))
    assert loaded(tmp_path, text).rating == rating
    assert typed in text


def test_the_title_is_the_first_line_above_the_table(tmp_path: Path) -> None:
    text = draft_of(tmp_path, ("Ref", "Measure", "Q3 2018/19"), ("A1", "Visits made", 120.0))
    assert loaded(tmp_path, text).title == "Performance of the service"
    assert "# guess, likely: the first line of the sheet, in A1" in text


def test_a_heading_with_a_comma_is_one_heading_once_it_is_taken_up(tmp_path: Path) -> None:
    headings = ("Ref", "Measure", "Cohort, of interest", "Q2 2018/19", "Q3 2018/19")
    text = draft_of(tmp_path, headings, ("A1", "Visits made", 15.0, 120.0, 130.0))
    taken_up = text.replace("# headings:", "headings:")
    assert loaded(tmp_path, taken_up).workbook.headings == {"target": ["Cohort, of interest"]}


def test_headings_that_are_not_understood_are_named_for_the_officer(tmp_path: Path) -> None:
    headings = ("Ref", "Measure", "Cohort of interest", "Q2 2018/19", "Q3 2018/19")
    text = draft_of(tmp_path, headings, ("A1", "Visits made", 15.0, 120.0, 130.0))
    assert '# DECIDE: columns not understood: "Cohort of interest"; say what they are' in text
    assert loaded(tmp_path, text).workbook.headings == {}
