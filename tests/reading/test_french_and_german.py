"""Sheets headed in French and German, read beside English."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.real.pages import Row
from tests.reading.real.understood import aims, names, only_table, periods, read_rows, roles
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.domain.polarity_words import parse_polarity
from xl_scorecard.domain.status_words import parse_status


def test_a_french_sheet_is_read(tmp_path: Path) -> None:
    rows: list[Row] = [
        ["Tableau de bord 2024"],
        ["Réf", "Indicateur", "Unité", "Objectif annuel", "T1 2024", "T2 2024", "Commentaires"],
        ["A1", "Taux de recours", "%", "80 %", "71 %", "78 %", "stable"],
        ["A2", "Délai moyen de réponse", "jours", "au plus 12", 14, 11, None],
    ]
    scorecard = read_rows(tmp_path, rows)
    assert list(roles(only_table(scorecard)).values()) == [
        "reference", "indicator", "unit", "target", "outturn", "outturn", "comment",
    ]  # fmt: skip
    assert list(periods(only_table(scorecard)).values()) == ["2024/25 Q1", "2024/25 Q2"]
    assert names(scorecard) == ["Taux de recours", "Délai moyen de réponse"]
    assert aims(scorecard) == [0.8, 12]
    (doubt,) = scorecard.of_all
    assert (doubt.settle, doubt.example) == ("financial_year_starts", "January")


def test_a_german_sheet_is_read(tmp_path: Path) -> None:
    rows: list[Row] = [
        ["Nr.", "Kennzahl", "Einheit", "Soll", "Ist Februar 2024", "Ist März 2024", "Ampel"],
        ["1", "Anteil fristgerecht", "Prozent", 90, 84, 91, "grün"],
        ["2", "Krankheitstage", "Tage", 8, 9.1, 8.4, "gelb"],
    ]
    scorecard = read_rows(tmp_path, rows)
    assert list(roles(only_table(scorecard)).values()) == [
        "reference", "indicator", "unit", "target", "outturn", "outturn", "rag",
    ]  # fmt: skip
    assert list(periods(only_table(scorecard)).values()) == ["2024-02", "2024-03"]
    assert aims(scorecard) == [0.9, 8]


@pytest.mark.parametrize(
    ("heading", "period"),
    [
        ("1er trimestre 2023", "2023 Q1"), ("3e trimestre 2023", "2023 Q3"), ("T4 2023", "2023 Q4"),
        ("févr. 2023", "2023-02"), ("Aout 2023", "2023-08"), ("15 mai 2023", "2023-05"),
        ("2. Quartal 2023", "2023 Q2"), ("Quartal 4 2023", "2023 Q4"), ("Okt. 23", "2023-10"),
        ("31. Dezember 2023", "2023-12"), ("Januar bis Juni 2023", "2023-06"),
        ("III. Quartal 2023", "2023 Q3"), ("Ist IV. Quartal 2023", "2023 Q4"),
        ("Quartal II 2023", "2023 Q2"), ("I. Quartal 2024", "2024 Q1"),
    ],
)  # fmt: skip
def test_words_of_time_are_read(heading: str, period: str) -> None:
    words = parse_period(heading, 1)
    assert words is not None
    assert str(words.period) == period


@pytest.mark.parametrize("heading", ["T1", "T2 2023/24", "Maintenance 2023", "Term 1 2023"])
def test_a_term_is_no_quarter(heading: str) -> None:
    words = parse_period(heading)
    assert words is None or words.period is None


def test_colours_are_known() -> None:
    assert parse_status("vert") == parse_status("grün") == parse_status("Green")
    assert parse_status("rouge") == parse_status("rot") == parse_status("Red")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("je höher, desto besser", Polarity.HIGH), ("je hoeher desto besser", Polarity.HIGH),
        ("je niedriger, desto besser", Polarity.LOW), ("möglichst gering", Polarity.LOW),
        ("steigend", Polarity.HIGH), ("kürzer ist besser", Polarity.LOW),
    ],
)  # fmt: skip
def test_german_says_which_way_is_good(said: str, meant: Polarity) -> None:
    assert parse_polarity(said) is meant
