"""Sheets headed in Spanish."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.real.pages import Row
from tests.reading.real.understood import aims, names, only_table, periods, read_rows, roles
from tests.support.drafts import draft_of
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.period_words import find_period, parse_period
from xl_scorecard.domain.polarity_words import parse_polarity
from xl_scorecard.domain.role import Role
from xl_scorecard.reading.words.headings import role_of


def test_a_spanish_sheet_is_read(tmp_path: Path) -> None:
    rows: list[Row] = [
        ["Informe de gestión, 2023"],
        ["Código", "Indicador", "Sentido", "Objetivo", "T1 2023", "T2 2023", "Estado"],
        ["B1", "Préstamos de libros por habitante", "Creciente", 2.5, 2.1, 2.6, "Verde"],
        ["B2", "Quejas por ruido", "Decreciente", "como máximo 12", 14, 15, "Rojo"],
        ["B3", "Visitas a museos", "Ascendente", "sin objetivo", 140, 151, ""],
    ]
    scorecard = read_rows(tmp_path, rows)
    assert list(roles(only_table(scorecard)).values()) == [
        "reference", "indicator", "polarity", "target", "outturn", "outturn", "rag",
    ]  # fmt: skip
    assert [period[-2:] for period in periods(only_table(scorecard)).values()] == ["Q1", "Q2"]
    assert names(scorecard) == [row[1] for row in rows[2:]]
    assert aims(scorecard) == [2.5, 12, None]


def test_years_are_calendar_years_where_headings_are_spanish(tmp_path: Path) -> None:
    draft = draft_of(
        tmp_path, ("Indicador", "Meta", "1T 2023", "2T 2023"),
        ("Quejas", 3, 4, 5), ("Bajas", 2, 2, 1),
    )  # fmt: skip
    assert "financial_year_starts: January" in draft


@pytest.mark.parametrize(
    ("heading", "period"),
    [("Marzo 2024", "2024-03"), ("dic-23", "2023-12"), ("Segundo trimestre 2023/24", "2023/24 Q2")],
)
def test_spanish_months_and_quarters(heading: str, period: str) -> None:
    words = parse_period(heading)
    assert words is not None
    assert str(words.period) == period


def test_a_spanish_title_names_its_quarter() -> None:
    words = find_period("Cuadro de indicadores, primer trimestre de 2022", 1)
    assert words is not None
    assert str(words.period) == "2022 Q1"


def test_english_words_mean_what_they_did() -> None:
    assert parse_polarity("Mayor") is None
    assert role_of("Mes") is Role.PERIOD
    assert parse_period("3 months ago") is None or parse_period("3 months ago").period is None  # type: ignore[union-attr]
    assert parse_polarity("Descendente") is Polarity.LOW
