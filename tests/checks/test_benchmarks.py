"""Benchmarks of years ago, and in another unit than the figures beside them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.books import Cell, checked, scorecard

_CHECKS = ("benchmark-stale", "benchmark-unit-differs")


def _found(
    folder: Path,
    heading: str,
    benchmark: Cell,
    *more: tuple[str, Cell],
    unit: str = "percent",
    figures: tuple[float, float] = (0.7, 0.8),
    shown: str = "0%",
    benchmark_shown: str = "0%",
) -> list[tuple[str, str | None]]:
    def write(book: Any, page: Any) -> None:
        for column, (_, value) in enumerate(((heading, benchmark), *more), 4):
            if isinstance(value, int | float):
                page.write_number(
                    3, column, value, book.add_format({"num_format": benchmark_shown})
                )
            elif value is not None:
                page.write_string(3, column, value)

    headings = ("Ref", "Measure", "Q2 2020/21", "Q3 2020/21", heading, *(h for h, _ in more))
    rows = [("A1", "Children seen", *figures)]
    book = scorecard(folder / "b.xlsx", rows, headings, number_format=shown, more=write)
    rules = f"name: s\nindicators:\n  - {{id: A1, name: Children seen, unit: {unit}}}\n"
    return [(f.check, f.cell) for f in checked(book, rules).findings if f.check in _CHECKS]


def test_a_benchmark_that_ended_more_than_two_years_ago_is_named_at_its_heading(
    tmp_path: Path,
) -> None:
    assert _found(tmp_path, "England 2017/18", 0.8) == [("benchmark-stale", "E3")]
    assert _found(tmp_path, "England average 2017", 0.8) == [("benchmark-stale", "E3")]


@pytest.mark.parametrize("heading", ["England 2018/19", "England 2019/20", "England", "SN 2020"])
def test_one_that_may_be_the_latest_is_none(tmp_path: Path, heading: str) -> None:
    assert _found(tmp_path, heading, 0.8) == []


def test_of_a_benchmark_by_year_the_newest_counts(tmp_path: Path) -> None:
    newer = ("England 2019/20", 0.8)
    assert _found(tmp_path, "England 2016/17", 0.8, newer) == []
    other = ("Statistical neighbours 2019/20", 0.8)
    assert _found(tmp_path, "England 2016/17", 0.8, other) == [("benchmark-stale", "E3")]


def test_one_of_the_rule_set_or_with_its_year_in_its_cell_is_named_too(tmp_path: Path) -> None:
    assert _found(tmp_path, "England", "80% (2016/17)") == [("benchmark-stale", "E4")]
    assert _found(tmp_path, "England", "80% (2019/20)") == []
    old = "percent, benchmarks: {sn: {2016/17: 80%}}"
    assert _found(tmp_path, "England", 0.8, unit=old) == [("benchmark-stale", "B4")]
    renewed = "percent, benchmarks: {sn: {2016/17: 80%, 2019/20: 81%}}"
    assert _found(tmp_path, "England", 0.8, unit=renewed) == []


def test_a_column_without_figures_is_no_benchmark_yet(tmp_path: Path) -> None:
    assert _found(tmp_path, "England 2017/18", None) == []


_RATE: dict[str, Any] = {"unit": "rate_per_10000", "figures": (61, 63), "shown": "0.0"}


def test_a_percentage_beside_a_rate_is_named(tmp_path: Path) -> None:
    found = [("benchmark-unit-differs", "E4")]
    assert _found(tmp_path, "England", 0.64, **_RATE) == found
    assert _found(tmp_path, "England", "64%", **_RATE) == found
    assert _found(tmp_path, "England", 64, benchmark_shown="0.0", **_RATE) == []
    assert _found(tmp_path, "England", "64 per 10,000", **_RATE) == []


@pytest.mark.parametrize(
    ("benchmark", "shown", "named"),
    [
        (310, "0", True), ("52 per 10,000", "0", True), (0.82, "0%", False), (82, "0", False),
        (0.82, "General", False), ("82%", "0", False), ("Top quartile", "0", False),
        ("2nd", "0", False), ("n/a", "0", False), ("80% (2019)", "0", False),
    ],
)  # fmt: skip
def test_beside_a_percentage_what_can_be_none_is_named(
    tmp_path: Path, benchmark: Cell, shown: str, named: bool
) -> None:
    found = _found(tmp_path, "England", benchmark, benchmark_shown=shown)
    assert found == ([("benchmark-unit-differs", "E4")] if named else [])
