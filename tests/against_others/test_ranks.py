"""Rank and quartile among the figures of single authorities."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.against_others.books import HEADINGS, ROWS, RULES
from tests.support.books import checked, refreshed_into, scorecard
from tests.support.formulas import disagreements
from tests.support.office import Office, Values
from tests.support.readers import opened
from xl_scorecard.domain.benchmarks.held_against import ordinal, quartile_of, rank_of
from xl_scorecard.domain.indicator import Polarity

TEN = (0.9, 0.88, 0.82, 0.8, 0.79, 0.77, 0.7, 0.65, 0.6, 0.5)


@pytest.mark.parametrize(
    ("figure", "polarity", "words", "quartile"),
    [
        (0.85, Polarity.HIGH, "3rd of 11", 1),
        (0.82, Polarity.HIGH, "joint 3rd of 11", 1),
        (0.81, Polarity.HIGH, "4th of 11", 2),
        (0.95, Polarity.HIGH, "1st of 11", 1),
        (0.45, Polarity.HIGH, "11th of 11", 4),
        (0.85, Polarity.LOW, "9th of 11", 3),
        (0.45, Polarity.LOW, "1st of 11", 1),
        (0.5, Polarity.LOW, "joint 1st of 11", 1),
    ],
)
def test_the_best_is_first_whichever_way_is_good(
    figure: float, polarity: Polarity, words: str, quartile: int
) -> None:
    rank = rank_of(figure, TEN, polarity)
    assert rank is not None
    assert (rank.words, rank.quartile) == (words, quartile)


@pytest.mark.parametrize("polarity", [Polarity.PLAN, Polarity.NEITHER, None])
def test_without_a_way_that_is_good_there_is_no_rank(polarity: Polarity | None) -> None:
    assert rank_of(0.8, TEN, polarity) is None


def test_one_other_is_no_ranking_and_two_others_have_no_quartiles() -> None:
    assert rank_of(0.8, TEN[:1], Polarity.HIGH) is None
    rank = rank_of(0.8, TEN[:2], Polarity.HIGH)
    assert rank is not None
    assert (rank.words, rank.quartile) == ("3rd of 3", None)


def test_rounding_makes_no_difference_and_no_tie() -> None:
    rank = rank_of(0.1 + 0.2, (0.3, 0.2, 0.1), Polarity.HIGH)
    assert rank is not None
    assert rank.words == "joint 1st of 4"
    rank = rank_of(0.8449, (0.8451, 0.2, 0.1), Polarity.HIGH)  # both are shown as 84.5%
    assert rank is not None
    assert (rank.words, rank.quartile) == ("2nd of 4", 2)


@pytest.mark.parametrize("count", range(4, 160))
def test_every_place_is_in_one_quartile_and_none_is_passed_over(count: int) -> None:
    quartiles = [quartile_of(place, count) for place in range(1, count + 1)]
    assert quartiles == sorted(quartiles, key=lambda q: q or 0)
    assert set(quartiles) == {1, 2, 3, 4}
    sizes = [quartiles.count(q) for q in (1, 2, 3, 4)]
    assert max(sizes) - min(sizes) <= 1


def test_ordinals_are_written_as_people_say_them() -> None:
    said = [ordinal(n) for n in (1, 2, 3, 4, 10, 11, 12, 13, 21, 22, 101, 111, 152)]
    assert said == ["1st", "2nd", "3rd", "4th", "10th", "11th", "12th", "13th", "21st", "22nd",
                    "101st", "111th", "152nd"]  # fmt: skip


_GROUP = "Statistical neighbours 2017/18"
_NAMES = ("Ashby", "Barford", "Coton", "Denby")


def _beside(path: Path, *members: tuple[Any, ...]) -> Path:
    """The scorecard with a column an authority under one heading, and their average."""

    def group(book: Any, page: Any) -> None:
        first = len(HEADINGS)
        page.merge_range(1, first, 1, first + len(_NAMES), _GROUP)

    rows = [(*row, *cells) for row, cells in zip(ROWS, members, strict=True)]
    return scorecard(path, rows, (*HEADINGS, *_NAMES, "Average"), more=group)


_MEMBERS = (
    (0.9, 0.82, 0.7, 0.6, 0.755),
    (0.3, 0.25, 0.2, "c", 0.25),
    (0.9, 0.8, 0.7, 0.6, 0.75),
    (0.9, 0.8, 0.7, 0.6, 0.75),
)


def test_columns_of_authorities_under_one_heading_are_ranked_among(tmp_path: Path) -> None:
    outcome = checked(_beside(tmp_path / "b.xlsx", *_MEMBERS), RULES)
    told = [(i.benchmarks[0].value, i.benchmarks[0].rank, i.benchmarks[0].quartile)
            for i in outcome.indicators]  # fmt: skip
    assert told == [
        (0.755, "joint 2nd of 5", 1),
        (0.25, "2nd of 4", 2),
        (0.75, "4th of 5", 3),
        (0.75, None, None),
    ]
    assert all(len(i.benchmarks) == 1 for i in outcome.indicators)
    assert {(b.kind, b.period) for i in outcome.indicators for b in i.benchmarks} == {
        ("statistical_neighbours", "2017/18")
    }


def _ranks(values: Values) -> list[object]:
    row, column = values.find("Indicators", "Statistical neighbours: rank")
    return [values.at("Indicators", row + n, column) for n in (1, 2, 3, 4)]


def test_the_register_ranks_by_formulas_over_the_others_cells(
    tmp_path: Path, soffice: Office
) -> None:
    source = _beside(tmp_path / "b.xlsx", *_MEMBERS)
    refreshed_into(tmp_path / "out", source, RULES)
    book = tmp_path / "out" / "b.xlsx"
    assert _ranks(Values(book)) == ["joint 2nd of 5", "2nd of 4", "4th of 5", ""]
    assert disagreements(source, book, soffice) == []
    workbook = opened(book, formulas=True)
    page = workbook["Scorecard"]
    page["H4"], page["I5"], page["J6"] = 0.83, "n/a", 70
    workbook.save(tmp_path / "edited.xlsx")
    edited = Values(soffice.recalculated(tmp_path / "edited.xlsx"))
    assert _ranks(edited) == ["3rd of 5", "Refresh", "Refresh", ""]


_NAMED = """\
workbook:
  comparators:
    - {sheet: Neighbours, names: A, figures: "C:D, F", kind: statistical_neighbours,
       period: 2017/18}
"""


def _with_table(path: Path) -> Path:
    def table(book: Any, page: Any) -> None:
        other = book.add_worksheet("Neighbours")
        rows = [
            ("Ref", "What", "Ashby", "Barford", "Ours", "Coton"),
            ("B1", "Waiting", 0.3, 0.23, 0.99, 0.2),
            ("A1", "Seen", 0.9, 0.8, 0.99, 0.7),
            ("Plans reviewed", "", 60, 50, 99, 40),
        ]
        percent = book.add_format({"num_format": "0.0%"})
        for row, cells in enumerate(rows):
            for column, value in enumerate(cells):
                if isinstance(value, str):
                    other.write_string(row, column, value)
                else:
                    other.write_number(row, column, value, *([percent] if value < 1 else []))

    return scorecard(path, ROWS, HEADINGS, more=table)


def _against_others(book: Path) -> list[object]:
    """What stands beside the rows of the scorecard about others' figures."""
    values = Values(book)
    row, column = values.find("Scorecard", "Against benchmarks for Q3 2018/19")
    return [values.at("Scorecard", row + n, column) for n in (1, 2, 3, 4)]


def test_a_table_that_the_rule_set_names_is_ranked_among(tmp_path: Path, soffice: Office) -> None:
    source = _with_table(tmp_path / "b.xlsx")
    rules = f"columns: [rag, benchmark]\n{_NAMED}{RULES}"
    outcome = refreshed_into(tmp_path / "out", source, rules)
    assert [(i.id, b.kind, b.period, b.value, b.gap, b.rank, b.quartile)
            for i in outcome.indicators for b in i.benchmarks] == [
        ("A1", "statistical_neighbours", "2017/18", None, None, "2nd of 4", 2),
        ("B1", "statistical_neighbours", "2017/18", None, None, "joint 2nd of 4", 2),
        ("C1", "statistical_neighbours", "2017/18", None, None, "1st of 4", 1),
    ]  # fmt: skip
    book = tmp_path / "out" / "b.xlsx"
    assert disagreements(source, book, soffice) == []
    beside = ["2nd of 4", "joint 2nd of 4", "1st of 4"]
    assert _against_others(book) == [*(f"{rank}: {_GROUP}" for rank in beside), ""]
    workbook = opened(book, formulas=True)
    other = workbook["Neighbours"]
    other["A2"], other["D3"], other["C4"] = "B2", 0.83, 70
    workbook.save(tmp_path / "edited.xlsx")
    told = soffice.recalculated(tmp_path / "edited.xlsx")
    assert _ranks(Values(told)) == ["3rd of 4", "Refresh", "2nd of 4", ""]
    assert _against_others(told) == [f"3rd of 4: {_GROUP}", "Refresh", f"2nd of 4: {_GROUP}", ""]


def test_authorities_may_run_down_and_indicators_across(tmp_path: Path) -> None:
    def table(book: Any, page: Any) -> None:
        other = book.add_worksheet("LAIT")
        for row, cells in enumerate(
            (("LA", "A1", "B1"), ("Ashby", 90, 25), ("Barford", 80, 22), ("Coton", 84, 21))
        ):
            other.write_row(row, 0, cells)

    book = scorecard(tmp_path / "b.xlsx", ROWS, HEADINGS, more=table)
    said = "workbook: {comparators: [{sheet: LAIT, names: 1, figures: 2-4, kind: region}]}\n"
    outcome = checked(book, said + RULES)
    found = {i.id: b.rank for i in outcome.indicators for b in i.benchmarks}
    assert found == {"A1": "3rd of 4", "B1": "3rd of 4"}
