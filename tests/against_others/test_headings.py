"""What is read below the headings of benchmarks that people publish."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

import xl_scorecard
from tests.against_others.described import LAYOUTS, Said
from tests.support.books import checked, done, rule_file

_BEFORE = ("Ref", "Measure", "Good is", "Q2 2018/19", "Q3 2018/19")
_UNDER = ("Ref", "Measure", "Good is", "Q2 2018/19")
_FIGURES = (
    ("A1", "Children seen", "High", 0.75, 0.82),
    ("B1", "Children waiting", "Low", 0.25, 0.23),
    ("C1", "Plans reviewed", "High", 0.7, 0.66),
)
RULES = """\
name: small
defaults: {tolerance: 5 points, unit: percent}
indicators:
  - {id: A1, name: Children seen}
  - {id: B1, name: Children waiting}
  - {id: C1, name: Plans reviewed}
"""


def written(path: Path, said: Said, *, merged: bool = True) -> Path:
    """The layout as a workbook, headings in rows 3 and 4; groups merged, or in their first cell."""
    before = _UNDER if said.own is not None else _BEFORE
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Scorecard")
        page.write_string(0, 0, "Performance of the service")
        grouped = {place for first, last, _ in said.groups for place in range(first, last + 1)}
        for column, text in enumerate((*before, *said.heads)):
            place = column - len(before)
            if place not in grouped and said.groups:
                page.merge_range(2, column, 3, column, text)
            else:
                page.write_string(3, column, text)
        for first, last, text in said.groups:
            if not merged:
                page.write_string(2, first + len(before), text)
                continue
            page.merge_range(2, first + len(before), 2, last + len(before), text)
        shown = book.add_format({"num_format": "0.0%"})
        for row, (own, cells) in enumerate(zip(_FIGURES, said.cells, strict=True), 4):
            for column, value in enumerate((*own[: len(before)], *cells)):
                _put(page, row, column, value, shown)
    return path


def _put(page: Any, row: int, column: int, value: object, shown: object) -> None:
    if isinstance(value, str):
        page.write_string(row, column, value)
    elif isinstance(value, float):
        page.write_number(row, column, value, *([shown] if abs(value) <= 1 else []))


@pytest.mark.parametrize("said", LAYOUTS, ids=lambda said: said.name)
def test_a_benchmark_is_read_as_a_person_reads_it(said: Said, tmp_path: Path) -> None:
    outcome = checked(written(tmp_path / "book.xlsx", said), RULES)
    first = outcome.indicators[0]
    assert first.value == 0.82
    read = [(b.kind, b.period, b.value) for b in first.benchmarks]
    assert sorted(read, key=str) == sorted(said.read, key=str)


def test_the_year_of_a_group_reaches_over_blank_cells_that_are_not_merged(tmp_path: Path) -> None:
    said = next(s for s in LAYOUTS if s.name == "benchmarks under a heading with their year")
    outcome = checked(written(tmp_path / "book.xlsx", said, merged=False), RULES)
    read = [(b.kind, b.period, b.value) for b in outcome.indicators[0].benchmarks]
    assert sorted(read, key=str) == sorted(said.read, key=str)


def test_the_layouts_are_a_dozen_at_least() -> None:
    assert len({said.name for said in LAYOUTS}) >= 12


@pytest.mark.parametrize("said", LAYOUTS, ids=lambda said: said.name)
def test_the_layout_as_explain_says_it_gives_the_same(said: Said, tmp_path: Path) -> None:
    book = written(tmp_path / "book.xlsx", said)
    options = {"rules": rule_file(tmp_path, RULES), "explain": True}
    outcome = done(xl_scorecard.check(book, **options))
    assert outcome.understood is not None
    (table,) = outcome.understood.sheets[0].tables
    layout = json.dumps({"tables": table.said})
    again = checked(book, f"workbook: {layout}\n{RULES}")
    if "benchmarks" not in table.said[0]:
        return  # left to be guessed
    told = [[(b.kind, b.period, b.value) for b in i.benchmarks] for i in outcome.indicators]
    assert [[(b.kind, b.period, b.value) for b in i.benchmarks] for i in again.indicators] == told
