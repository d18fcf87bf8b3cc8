"""Which figures are held against their counts at all, and what is said of those that differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.books import Cell, checked, scorecard
from tests.support.examples import checked_example
from xl_scorecard.checks.counts.numerator_denominator_mismatch import CHECK
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.outcome import FindingResult

SLUG = "numerator-denominator-mismatch"
PERIODS = ("Q2 2018/19", "Q3 2018/19")


def _rules(unit: str = "percent", counts: str = "numerator: N, denominator: D") -> str:
    return (
        "name: small\nindicators:\n"
        f"  - {{id: A1, name: Children seen, unit: {unit}, good_is: high, {counts}}}\n"
        "  - {id: N, name: seen, unit: count, good_is: neither}\n"
        "  - {id: D, name: all, unit: count, good_is: neither}\n"
    )


def _found(
    folder: Path,
    stated: Sequence[Cell],
    top: Sequence[Cell] | None,
    base: Sequence[Cell] | None,
    *,
    shown: str = "0%",
    rules: str | None = None,
) -> list[FindingResult]:
    """The findings about counts of a row and the two rows it is made of, period by period."""

    def formats(book: Any, page: Any) -> None:
        form = book.add_format({"num_format": shown})
        for column, value in enumerate(stated, 2):
            if isinstance(value, int | float):
                page.write_number(3, column, value, form)

    rows: list[list[Cell]] = [["A1", "Children seen", *stated]]
    rows += [["N", "seen", *top]] if top is not None else []
    rows += [["D", "all", *base]] if base is not None else []
    headings = ["Ref", "Measure", *PERIODS]
    book = scorecard(folder / "q3.xlsx", rows, headings, number_format="#,##0", more=formats)
    return [f for f in checked(book, rules or _rules()).findings if f.check == SLUG]


def test_every_period_is_held_against_its_own_counts(tmp_path: Path) -> None:
    found = _found(tmp_path, (0.5, 0.6), (50, 50), (100, 100))
    assert [(f.cell, f.found, f.expected) for f in found] == [("D4", "60%", "50.0%")]
    found = _found(tmp_path, (0.4, 0.6), (50, 50), (100, 100))
    assert [(f.cell, len(f.periods)) for f in found] == [("D4", 2)]  # told once, at the latest


def test_the_finding_says_period_figures_and_cells(tmp_path: Path) -> None:
    (finding,) = _found(tmp_path, (0.5, 0.14), (1, 354), (2, 2160))
    assert finding.message == (
        "Children seen, Q3 2018/19: 14% is stated, but 354 (D5) of 2,160 (D6) is 16.4%"
    )


@pytest.mark.parametrize(
    ("top", "base"),
    [((50, None), (100, 100)), ((50, 50), (100, None)), ((50, "TBC"), (100, 100)),
     ((50, 50), (100, "c")), ((50, 50), (100, 0))],
)  # fmt: skip
def test_a_count_that_is_missing_in_one_period_leaves_the_other_checked(
    tmp_path: Path, top: Sequence[Cell], base: Sequence[Cell]
) -> None:
    assert _found(tmp_path, (0.5, 0.9), top, base) == []
    assert [f.cell for f in _found(tmp_path, (0.9, 0.9), top, base)] == ["C4"]


@pytest.mark.parametrize(("top", "base"), [(None, (100, 100)), ((50, 50), None), (None, None)])
def test_without_the_row_of_a_count_nothing_is_compared(
    tmp_path: Path, top: Sequence[Cell] | None, base: Sequence[Cell] | None
) -> None:
    assert _found(tmp_path, (0.9, 0.9), top, base) == []


def test_counts_in_a_table_of_their_own_may_have_fewer_periods(tmp_path: Path) -> None:
    rows: list[list[Cell]] = [
        ["A1", "Children seen", 0.9, 0.9], [], [],
        ["Ref", "Measure", "Q3 2018/19"], ["N", "seen", 50], ["D", "all", 100],
    ]  # fmt: skip
    headings = ["Ref", "Measure", *PERIODS]
    book = scorecard(tmp_path / "q3.xlsx", rows, headings, number_format="0%")
    found = [f for f in checked(book, _rules()).findings if f.check == SLUG]
    assert [(f.cell, f.found) for f in found] == [("D4", "90%")]


@pytest.mark.parametrize("counts", ["aliases: [reached]", "basis: snapshot"])
def test_without_counts_named_nothing_is_compared(tmp_path: Path, counts: str) -> None:
    rules = _rules(counts=counts)
    assert _found(tmp_path, (0.9, 0.9), (50, 50), (100, 100), rules=rules) == []


def test_a_share_of_nothing_seen_is_nought(tmp_path: Path) -> None:
    assert _found(tmp_path, (0, 0.01), (0, 0), (100, 100))[0].expected == "0.0%"
    assert [f.cell for f in _found(tmp_path, (0, 0.01), (0, 0), (100, 100))] == ["D4"]


@pytest.mark.parametrize(
    ("stated", "flagged"),
    [(5000, False), (4999, True), (5001, True)],  # one of two, in ten thousand
)
def test_a_rate_is_per_ten_thousand_and_no_other_number(
    tmp_path: Path, stated: float, flagged: bool
) -> None:
    rules = _rules("rate_per_10000")
    found = _found(tmp_path, (5000, stated), (1, 1), (2, 2), shown="0", rules=rules)
    assert [f.cell for f in found] == (["D4"] if flagged else [])


def test_a_rate_is_told_without_a_percent_sign(tmp_path: Path) -> None:
    rules = _rules("rate_per_10000")
    (finding,) = _found(tmp_path, (5000, 4999), (1, 1), (2, 2), shown="0", rules=rules)
    assert (finding.found, finding.expected) == ("4999", "5000.0")


@pytest.mark.parametrize(
    ("stated", "flagged"), [(0.25, False), (0.26, True), (2.5, True), (25, True)]
)
@pytest.mark.parametrize("unit", ["ratio", "score", "days"])
def test_in_any_other_unit_the_one_is_divided_by_the_other(
    tmp_path: Path, unit: str, stated: float, flagged: bool
) -> None:
    rules = _rules(unit)
    found = _found(tmp_path, (0.25, stated), (1, 1), (4, 4), shown="0.00", rules=rules)
    assert [f.cell for f in found] == (["D4"] if flagged else [])


@pytest.mark.parametrize(
    ("shown", "stated", "flagged"),
    [
        ("0%", 0.333, False), ("0.0%", 0.333, False),
        ("0.00%", 0.333, False),  # only one decimal was typed
        ("0.00%", 0.332, True),
        ("0.00%", 0.3333, False), ("0.00%", 0.3334, True),
    ],
)  # fmt: skip
def test_a_share_is_held_against_its_counts_at_the_decimals_shown_if_they_were_typed(
    tmp_path: Path, shown: str, stated: float, flagged: bool
) -> None:
    found = _found(tmp_path, (1 / 3, stated), (1, 1), (3, 3), shown=shown)
    assert [f.cell for f in found] == (["D4"] if flagged else [])


def test_what_would_be_right_is_told_at_the_decimals_of_the_figure_and_one_at_least(
    tmp_path: Path,
) -> None:
    (finding,) = _found(tmp_path, (1 / 3, 0.3334), (1, 1), (3, 3), shown="0.00%")
    assert (finding.found, finding.expected) == ("33.34%", "33.33%")
    (finding,) = _found(tmp_path, (1 / 3, 0.34), (1, 1), (3, 3), shown="0%")
    assert (finding.found, finding.expected) == ("34%", "33.3%")


def _example(example: Example, folder: Path) -> list[FindingResult]:
    return [f for f in checked_example(example, folder).findings if f.check == SLUG]


def test_the_example_that_it_finds_is_the_figure_of_the_report(tmp_path: Path) -> None:
    (finding,) = _example(CHECK.triggers, tmp_path)
    assert (finding.indicator, finding.cell, CHECK.triggers.finds) == ("A1", "C2", ("C2",))
    assert finding.message == (
        "Children seen, Q3 2018/19: 14% is stated, but 354 (C3) of 2,160 (C4) is 16.4%"
    )


def test_the_example_that_is_right_is_held_against_its_counts(tmp_path: Path) -> None:
    # 1,806 of 2,160 is 83.6%: 84% is right, and it is right because of the counts
    headings, (reference, name, stated), *counts = CHECK.passes.rows
    assert stated == Percent(0.84)
    wrong = replace(CHECK.passes, rows=(headings, (reference, name, Percent(0.85)), *counts))
    (finding,) = _example(wrong, tmp_path)
    assert finding.message == (
        "Children seen, Q3 2018/19: 85% is stated, but 1,806 (C3) of 2,160 (C4) is 83.6%"
    )
    assert (reference, finding.indicator) == ("A1", "A1")
    assert headings == CHECK.triggers.rows[0] == ("Ref", "Measure", "Q3 2018/19")


@pytest.mark.parametrize("shorter", ["N", "D"])
def test_a_count_whose_table_has_no_such_period_leaves_the_others_checked(
    tmp_path: Path, shorter: str
) -> None:
    longer, counts = "ND".replace(shorter, ""), {"N": 50, "D": 100}
    rows: list[list[Cell]] = [
        ["A1", "Children seen", 0.9, 0.9], [longer, "all", counts[longer], counts[longer]], [], [],
        ["Ref", "Measure", "Q3 2018/19"], [shorter, "seen", counts[shorter]],
    ]  # fmt: skip
    headings = ["Ref", "Measure", *PERIODS]
    book = scorecard(tmp_path / "q3.xlsx", rows, headings, number_format="0%")
    found = [f for f in checked(book, _rules()).findings if f.check == SLUG]
    assert [(f.cell, f.expected) for f in found] == [("D4", "50.0%")]


@pytest.mark.parametrize("example", [CHECK.triggers, CHECK.passes])
def test_each_row_of_the_examples_is_one_that_a_rule_of_theirs_names(example: Example) -> None:
    rules = [yaml.safe_load(rule) for rule in example.rules]
    assert [row[:2] for row in example.rows[1:]] == [(rule["id"], rule["name"]) for rule in rules]
