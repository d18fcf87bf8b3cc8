"""What comes of benchmarks, by figures worked out by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import xl_scorecard
from tests.against_others.books import HEADINGS, ROWS, RULES, beside
from tests.support.books import checked, done, findings, refreshed_into, rule_file, scorecard
from tests.support.command import xl_scorecard as command
from tests.support.office import Values


def _told(path: Path, rules: str = RULES) -> dict[str, list[tuple[Any, ...]]]:
    """Kind, period, figure, gap, better, standing and cell of each benchmark, by indicator."""
    return {
        i.id: [(b.kind, b.period, b.value, b.gap, b.better, b.standing, b.cell)
               for b in i.benchmarks]
        for i in checked(path, rules).indicators
    }  # fmt: skip


def _with(benchmarks: str) -> str:
    return RULES.replace("name: Children seen", f"name: Children seen, benchmarks: {benchmarks}")


def test_a_gap_is_the_figure_less_theirs_and_better_by_which_way_is_good(tmp_path: Path) -> None:
    book = beside(tmp_path / "b.xlsx", ["England 2017/18"], [0.805], [0.21], [0.66], [0.5])
    assert _told(book) == {
        "A1": [("england", "2017/18", 0.805, 0.015, True, "better", "G4")],  # 82%, high is good
        "B1": [("england", "2017/18", 0.21, 0.02, False, "worse", "G5")],  # 23%, low is good
        "C1": [("england", "2017/18", 0.66, 0.0, None, "level", "G6")],
        "D1": [("england", "2017/18", 0.5, 0.16, None, None, "G7")],  # for information
    }


def test_rates_and_durations_have_gaps_in_their_unit(tmp_path: Path) -> None:
    rows = [("A1", "Children in care", "Low", None, 61.2, 63.4, 64.9)]
    book = scorecard(tmp_path / "b.xlsx", rows, (*HEADINGS, "England 2017/18"), number_format="0.0")
    rules = "name: s\nindicators:\n  - {id: A1, name: Children in care, unit: rate_per_10000}\n"
    assert _told(book, rules)["A1"] == [
        ("england", "2017/18", 64.9, -1.5, True, "better", "G4")
    ]  # fmt: skip


def test_the_rule_set_has_its_own_each_with_its_period(tmp_path: Path) -> None:
    book = scorecard(tmp_path / "b.xlsx", ROWS, HEADINGS)
    said = "{england: {2016/17: 81%, 2017/18: 80%}, good_outstanding: 84.8%, our peers: 0.8}"
    assert _told(book, _with(said))["A1"] == [
        ("england", "2016/17", 0.81, 0.01, True, "better", None),
        ("england", "2017/18", 0.8, 0.02, True, "better", None),
        ("good_outstanding", None, 0.848, -0.028, False, "worse", None),
        ("target_group", None, 0.8, 0.02, True, "better", None),
    ]


def test_what_rule_set_and_sheet_both_say_is_told_once(tmp_path: Path) -> None:
    book = beside(tmp_path / "b.xlsx", ["England 2017/18"], [0.805])
    of_sheet = [("england", "2017/18", 0.805, 0.015, True, "better", "G4")]
    assert _told(book, _with("{england: 80.5%}"))["A1"] == of_sheet
    assert _told(book, _with("{england: {2017/18: 80.5%}}"))["A1"] == of_sheet


def test_of_two_of_one_kind_and_period_that_differ_none_is_used_and_both_are_named(
    tmp_path: Path,
) -> None:
    heads = ["England 2017/18", "National average 2017/18", "England 2016/17"]
    book = beside(tmp_path / "b.xlsx", heads, [0.8, 0.81, 0.79], [0.2, 0.2, 0.3])
    outcome = checked(book, RULES)
    told = {i.id: [(b.period, b.value) for b in i.benchmarks] for i in outcome.indicators}
    assert told["A1"] == [("2016/17", 0.79)]
    assert told["B1"] == [("2017/18", 0.2), ("2016/17", 0.3)]
    (finding,) = [f for f in outcome.findings if f.check == "benchmarks-differ"]
    assert (finding.severity, finding.cell, finding.indicator) == ("warning", "G4", "A1")
    assert finding.message == (
        "Children seen: England 2017/18 is 80% (G4) and 81% (H4), so none of them is used; leave "
        "one, or say of when each is"
    )


def test_rule_set_and_sheet_may_differ_too(tmp_path: Path) -> None:
    book = beside(tmp_path / "b.xlsx", ["England 2017/18"], [0.8])
    outcome = checked(book, _with("{england: {2017/18: 81%}}"))
    assert outcome.indicators[0].benchmarks == []
    assert [f.found for f in outcome.findings if f.check == "benchmarks-differ"] == ["80% and 81%"]


def test_columns_that_differ_throughout_are_one_finding(tmp_path: Path) -> None:
    heads = ["England 2017/18", "Nat. ave. 2017/18"]
    book = beside(tmp_path / "b.xlsx", heads, *([0.8, 0.81],) * 4)
    found = [f for f in checked(book, RULES).findings if f.check == "benchmarks-differ"]
    assert len(found) == 1
    assert found[0].message.endswith("; so in 4 rows")


def test_a_years_count_is_not_held_against_a_quarters(tmp_path: Path) -> None:
    rows = [("A1", "Number of referrals received", "Low", None, 310.0, 320.0, 1250.0)]
    book = scorecard(tmp_path / "b.xlsx", rows, (*HEADINGS, "England 2017/18"), number_format="0")
    rules = "name: s\nindicators:\n  - {id: A1, name: Number of referrals received, unit: count}\n"
    (benchmark,) = checked(book, rules).indicators[0].benchmarks
    assert (benchmark.value, benchmark.gap, benchmark.not_compared) == (1250, None, "span")


def test_without_a_figure_there_is_no_gap(tmp_path: Path) -> None:
    rows = [(*ROWS[0][:5], "TBC", 0.8), (*ROWS[1], 0.2)]
    book = scorecard(tmp_path / "b.xlsx", rows, (*HEADINGS, "England 2017/18"))
    assert _told(book)["A1"] == [("england", "2017/18", 0.8, None, None, None, "G4")]


def test_a_benchmark_in_another_unit_is_not_used(tmp_path: Path) -> None:
    book = beside(tmp_path / "b.xlsx", ["England 2017/18"], [310.0], ["52 per 10,000"], [51])
    outcome = checked(book, RULES)
    assert [b.value for i in outcome.indicators for b in i.benchmarks] == [0.51]
    assert ("benchmark-unit-differs", "G5") in findings(outcome)


def test_a_risk_table_beside_gives_no_benchmark(tmp_path: Path) -> None:
    def risks(book: Any, page: Any) -> None:
        other = book.add_worksheet("Risks")
        other.write_row(0, 0, ("Risk", "Likelihood", "Impact", "Score", "England"))
        other.write_row(1, 0, ("Children are not seen", 4, 5, 20, "High"))

    book = scorecard(tmp_path / "b.xlsx", ROWS, HEADINGS, more=risks)
    assert all(not told for told in _told(book).values())


def test_the_kind_of_a_layout_that_is_said_is_the_one_said(tmp_path: Path) -> None:
    book = beside(tmp_path / "b.xlsx", ["What others do"], [0.8])
    said = "workbook: {tables: [{sheet: Scorecard, names: B, benchmarks: {sn 2017/18: G}}]}\n"
    assert [b[:3] for b in _told(book, said + RULES)["A1"]] == [
        ("statistical_neighbours", "2017/18", 0.8)
    ]


@pytest.mark.parametrize(
    ("heads", "cells", "leads"),
    [
        (["England 2016/17", "England 2017/18"], [0.7, 0.8], "2017/18"),
        (["England", "England 2017/18"], [0.7, 0.8], None),
        (["England 2019/20", "England 2016/17"], [0.7, 0.8], "2016/17"),
    ],
)
def test_the_latest_that_had_ended_stands_for_its_kind(
    tmp_path: Path, heads: list[str], cells: list[float], leads: str | None
) -> None:
    first = checked(beside(tmp_path / "b.xlsx", heads, cells), RULES).indicators[0]
    assert [b.period for b in first.benchmarks if b.leads] == [leads]


def test_a_column_beside_the_scorecard_says_it_in_words(tmp_path: Path) -> None:
    heads = ["England 2017/18", "SN average"]
    cells = ([0.805, 0.9], [0.21, 0.2], [0.66, None], ["n/a", 0.6599])
    rules = "columns: [rag, benchmark]\n"
    refreshed_into(tmp_path / "out", beside(tmp_path / "b.xlsx", heads, *cells), RULES + rules)
    values = Values(tmp_path / "out" / "b.xlsx")
    row, column = values.find("Scorecard", "Against benchmarks for Q3 2018/19")
    assert [values.at("Scorecard", row + n, column) for n in (1, 2, 3, 4)] == [
        "1.5 points better than England 2017/18",
        "2 points worse than England 2017/18",
        "Level with England 2017/18",
        "under 0.1 points above Statistical neighbours",
    ]


def test_what_only_says_national_is_not_called_england(tmp_path: Path) -> None:
    book = beside(tmp_path / "b.xlsx", ["National average"], [0.8])
    outcome = refreshed_into(tmp_path / "out", book, RULES + "columns: [rag, benchmark]\n")
    told = outcome.indicators[0].benchmarks[0]
    assert (told.kind, told.label) == ("england", "National")
    values = Values(tmp_path / "out" / "b.xlsx")
    row, column = values.find("Scorecard", "Against benchmarks for Q3 2018/19")
    assert values.at("Scorecard", row + 1, column) == "2 points better than National"


def test_without_any_benchmark_the_column_is_there_and_blank(tmp_path: Path) -> None:
    book = scorecard(tmp_path / "b.xlsx", ROWS, HEADINGS)
    refreshed_into(tmp_path / "out", book, RULES + "columns: [rag, benchmark]\n")
    values = Values(tmp_path / "out" / "b.xlsx")
    row, column = values.find("Scorecard", "Against benchmarks for Q3 2018/19")
    assert values.at("Scorecard", row + 1, column) in (None, "")


def test_the_register_has_figure_gap_and_word_of_each_kind(tmp_path: Path) -> None:
    book = beside(tmp_path / "b.xlsx", ["England 2017/18"], [0.805], [0.21])
    refreshed_into(tmp_path / "out", book, _with("{region: 90%}"))
    values = Values(tmp_path / "out" / "b.xlsx")
    told = {}
    for heading in ("England: figure", "England: period", "England: gap",
                    "England: better or worse", "Region: figure", "Region: gap"):  # fmt: skip
        row, column = values.find("Indicators", heading)
        told[heading] = [values.at("Indicators", row + n, column) for n in (1, 2)]
    assert told == {
        "England: figure": [0.805, 0.21],
        "England: period": ["2017/18", "2017/18"],
        "England: gap": [pytest.approx(0.015), pytest.approx(0.02)],
        "England: better or worse": ["better", "worse"],
        "Region: figure": [0.9, ""],
        "Region: gap": [pytest.approx(-0.08), ""],
    }


def test_a_scorecard_without_benchmarks_has_no_such_columns(tmp_path: Path) -> None:
    refreshed_into(tmp_path / "out", scorecard(tmp_path / "b.xlsx", ROWS, HEADINGS), RULES)
    values = Values(tmp_path / "out" / "b.xlsx")
    assert all("benchmark" not in str(cell) for row in values.rows("Indicators") for cell in row)


def test_explain_names_what_was_used(tmp_path: Path) -> None:
    book = beside(tmp_path / "b.xlsx", ["England 2017/18", "SN"], [0.8, 0.79], [0.2])
    rules = rule_file(tmp_path, _with("{region: 90%}"))
    finished = command("check", book, "--rules", rules, "--explain")
    told = [line.strip() for line in finished.out.splitlines() if "benchmark:" in line]
    assert told == [
        "benchmark: England 2017/18 (G), 2 indicators",
        "benchmark: Statistical neighbours (H), 1 indicator",
        "benchmark: Region (rule set), 1 indicator",
    ]


def test_the_frame_has_a_column_of_figures_and_one_of_gaps_for_each_kind(tmp_path: Path) -> None:
    book = beside(tmp_path / "b.xlsx", ["England 2017/18"], [0.805], [0.21])
    run = xl_scorecard.check(book, rules=rule_file(tmp_path, RULES))
    frame = run.to_frame().set_index(["indicator", "period"])
    assert frame.loc[("A1", "2018/19 Q3"), "england"] == 0.805
    assert frame.loc[("B1", "2018/19 Q3"), "england_gap"] == pytest.approx(0.02)
    assert frame["england"].notna().sum() == 2
    assert str(frame["england_gap"].dtype) == "float64"


def test_json_has_every_key(tmp_path: Path) -> None:
    book = beside(tmp_path / "b.xlsx", ["England 2017/18"], [0.8])
    run = xl_scorecard.check(book, rules=rule_file(tmp_path, RULES))
    done(run)
    (told,) = json.loads(run.to_json())["workbooks"][0]["indicators"][0]["benchmarks"]
    assert told == {
        "kind": "england", "label": "England", "period": "2017/18", "value": 0.8, "gap": 0.02,
        "better": True, "standing": "better", "cell": "G4", "rank": None, "quartile": None,
        "not_compared": None, "leads": True,
    }  # fmt: skip
