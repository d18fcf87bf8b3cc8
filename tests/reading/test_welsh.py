"""Sheets headed in Welsh, alone or beside English, and headings in two languages in general."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.real.pages import Row
from tests.reading.real.understood import aims, names, only_table, periods, read_rows, roles
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.domain.polarity_words import parse_polarity
from xl_scorecard.domain.role import Role
from xl_scorecard.domain.status_words import parse_status
from xl_scorecard.reading.words.headings import role_of


def test_a_welsh_sheet_is_read(tmp_path: Path) -> None:
    rows: list[Row] = [
        ["Adroddiad perfformiad chwarterol 2023/24"],
        ["Rhif", "Mesur perfformiad", "Gwell", "Targed", "Chwarter 1", "Chwarter 2", "Statws"],
        ["P1", "Canran y galwadau a atebwyd", "Uwch", "o leiaf 90%", "88%", "91%", "Gwyrdd"],
        ["P2", "Nifer y cwynion", "Is", "dim mwy na 12", 14, 15, "Coch"],
        ["P3", "Nifer yr ymwelwyr", "Mwy", "dim targed", 140, 151, ""],
    ]
    scorecard = read_rows(tmp_path, rows)
    assert list(roles(only_table(scorecard)).values()) == [
        "reference", "indicator", "polarity", "target", "outturn", "outturn", "rag",
    ]  # fmt: skip
    assert list(periods(only_table(scorecard)).values()) == ["2023/24 Q1", "2023/24 Q2"]
    assert names(scorecard) == [row[1] for row in rows[2:]]
    assert aims(scorecard) == [0.9, 12, None]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Sylwadau / Comments", Role.COMMENT), ("Measure / Mesur", Role.INDICATOR),
        ("Cél / Target", Role.TARGET), ("Sprioc / Annual target", Role.TARGET),
        ("Unidad | Unit", Role.UNIT), ("Trend - Tuedd", Role.TRAVEL),
        # two things, and the same thing turned round
        ("Status / Owner", None), ("Planned / Unplanned", None),
    ],
)  # fmt: skip
def test_either_half_of_a_heading_in_two_languages_names_its_role(
    heading: str, role: Role | None
) -> None:
    assert role_of(heading) is role


@pytest.mark.parametrize(
    ("heading", "period"),
    [
        ("Ch2 2023/24", "2023/24 Q2"), ("Ch2 / Q2 2023/24", "2023/24 Q2"),
        ("Chwarter 4 2022/23", "2022/23 Q4"), ("Ail chwarter 2022/23", "2022/23 Q2"),
        ("Ebrill 2023", "2023-04"), ("Gorff. 2023", "2023-07"), ("Tach 23 / Nov 23", "2023-11"),
        ("Mawrth | March 2024", "2024-03"), ("Marzo / March 2024", "2024-03"),
    ],
)  # fmt: skip
def test_a_period_in_two_languages_is_one(heading: str, period: str) -> None:
    words = parse_period(heading)
    assert words is not None
    assert str(words.period) == period


@pytest.mark.parametrize("heading", ["Sep / Oct 2023", "Q3 / Q4 2018/19", "Ebrill / May 2023"])
def test_two_periods_in_one_heading_are_none(heading: str) -> None:
    assert parse_period(heading) is None


def test_cells_in_two_languages_mean_what_either_word_means() -> None:
    assert parse_polarity("Uwch / Higher") is Polarity.HIGH
    assert parse_polarity("Is / Lower") is Polarity.LOW
    for green in ("Gwyrdd", "Gwyrdd / Green"):
        assert parse_status(green) == parse_status("Green")
    assert parse_status("Heb gyrraedd y targed") == parse_status("Not met")
