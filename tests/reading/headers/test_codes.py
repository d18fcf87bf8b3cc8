"""Codes and numbers beside names: which of two columns that could be either names the rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.reading.real.pages import Row
from tests.reading.real.understood import names, read_rows


def _section(title: str, heads: Row, *rows: Row) -> list[Row]:
    return [[title], heads, *rows, []]


@pytest.mark.parametrize("codes", [("2.1", "2.2", "3.1"), (2.1, 2.2, 3.1), ("PD-1", "PD-2", "3.1")])
def test_codes_refer_in_each_of_several_tables_with_headings_of_their_own(
    tmp_path: Path, codes: tuple[Any, ...]
) -> None:
    heads = ["Measure", "Indicator", "Q1 2019/20", "Q2 2019/20", "Target"]
    first, second, third = codes
    rows = [
        *_section(
            "Aim 2: Parks", heads,
            [first, "Parks with a flag", 4, 5, 6], [second, "Trees planted", 70, 80, 90],
        ),
        *_section("Aim 3: Roads", heads, [third, "Potholes filled", 310, 290, 300]),
    ]  # fmt: skip
    found = read_rows(tmp_path, rows)
    assert names(found) == ["Parks with a flag", "Trees planted", "Potholes filled"]
    assert [m.id for m in found.measures] == [str(code) for code in codes]


def test_numbers_below_kpi_refer_where_descriptions_stand_beside_them(tmp_path: Path) -> None:
    rows: list[Row] = [
        ["KPI", "Description", "Q1 2019/20", "Q2 2019/20"],
        [1.1, "Parks with a flag", 4, 5], [1.2, "Trees planted", 70, 80],
    ]  # fmt: skip
    found = read_rows(tmp_path, rows)
    assert [(m.id, m.name) for m in found.measures] == [
        ("1.1", "Parks with a flag"), ("1.2", "Trees planted"),
    ]  # fmt: skip
