"""A second language beside English: a file of its own, read with no other change.

The language is made up, so that nobody's words are tested but the way they are added.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reading.real.pages import Row
from tests.reading.real.understood import (
    aims,
    by_period,
    names,
    only_table,
    periods,
    read_rows,
    roles,
    typed,
)
from tests.support.languages import also_speaking
from xl_scorecard.domain.indicator import Basis, Gap, Polarity, Unit
from xl_scorecard.domain.judgement import Standing
from xl_scorecard.domain.lexicon import Lexicon
from xl_scorecard.domain.lexicon.name_words import Names
from xl_scorecard.domain.lexicon.sheet_words import Figures, Headings, Rows
from xl_scorecard.domain.lexicon.time_words import Times
from xl_scorecard.domain.lexicon.value_words import (
    Bases,
    Gaps,
    Numbers,
    Polarities,
    Statuses,
    Targets,
)
from xl_scorecard.domain.period_words import find_period, parse_period
from xl_scorecard.domain.polarity_words import parse_polarity
from xl_scorecard.domain.role import Role
from xl_scorecard.domain.status_words import parse_status
from xl_scorecard.drafting.hints import file_pattern
from xl_scorecard.drafting.polarity_of_names import polarity_of_name
from xl_scorecard.reading.words.headings import role_of

MADE_UP = Lexicon(
    headings=Headings(
        roles={
            Role.INDICATOR: ("mittar",), Role.TARGET: ("måål",), Role.OUTTURN: ("útfall",),
            Role.POLARITY: ("gód er",), Role.RAG: ("stóða",), Role.UNIT: ("eining",),
            # English has this word first, and its meaning stays
            Role.COMMENT: ("target",),
        },
        beginnings=((Role.TARGET, r"måål\b"),),
    ),
    figures=Figures(shares=("hlut",), counts=("fjöl",)),
    rows=Rows(keys=("lykill",), sub_totals=("samtals",)),
    bases=Bases(phrases={Basis.YEAR_TO_DATE: ("frá nýári",)}),
    polarities=Polarities(
        words={Polarity.HIGH: ("hátt",), Polarity.LOW: ("lágt",)}, less=("minna",)
    ),
    gaps=Gaps(words={Gap.AWAITED: ("bíður",)}, phrases={Gap.NOT_DUE: ("sýnt í {like_month}",)}),
    numbers=Numbers(at_most=("mest",), percent=("af hundraði",)),
    targets=Targets(none=("ekkert måål",)),
    statuses=Statuses(colours={Standing.GREEN: ("grønt",), Standing.RED: ("reytt",)}),
    times=Times(
        months={1: ("jannar", "jnr"), 8: ("août",), 10: ("oktar", "okt"), 12: ("jólar",)},
        lengths={3: ("fjórð",)},
        quarter_letters=("f",),
        outturns=("útfall",),
        cues=("nýári",),
    ),
    names=Names(bad=("klagur",)),
)  # fmt: skip


@pytest.fixture(autouse=True)
def _made_up() -> Iterator[None]:
    with also_speaking(MADE_UP):
        yield


def test_a_sheet_in_the_second_language_is_read(tmp_path: Path) -> None:
    rows: list[Row] = [
        ["Mittar", "Gód er", "Måål", "Fjórð 2 2018/19", "F3 2018/19", "Stóða"],
        ["Børn séð", "hátt", "80 af hundraði", 0.75, 0.82, "Grønt"],
        ["Klagur", "Lágt", "mest 40", 31, "bíður", "reytt"],
        ["Samtals", None, None, 31, 30, None],
        [None],
        ["Lykill: tað sum er grønt"],
    ]
    scorecard = read_rows(tmp_path, rows)
    table = only_table(scorecard)
    assert roles(table) == {
        "A": "indicator", "B": "polarity", "C": "target", "D": "outturn", "E": "outturn",
        "F": "rag",
    }  # fmt: skip
    assert periods(table) == {"D": "2018/19 Q2", "E": "2018/19 Q3"}
    assert names(scorecard) == ["Børn séð", "Klagur"]
    assert [m.polarity for m in scorecard.measures] == [Polarity.HIGH, Polarity.LOW]
    assert aims(scorecard) == [0.8, 40]
    assert by_period(scorecard.measures[1]) == {"2018/19 Q2": 31, "2018/19 Q3": Gap.AWAITED}
    assert [typed(m) for m in scorecard.measures] == ["Grønt", "reytt"]
    assert [parse_status(typed(m)) for m in scorecard.measures] == [
        {Standing.GREEN}, {Standing.RED},
    ]  # fmt: skip
    assert {left.what for left in table.left_out} == {"sub-total"}


def test_both_languages_may_stand_on_one_sheet(tmp_path: Path) -> None:
    rows: list[Row] = [
        ["Indicator", "Eining", "Target", "Oktar 2018", "Nov 2018", "Jólar-18"],
        ["Children seen", "hlut", 0.8, 0.75, 0.82, "TBC"],
        ["Børn", "fjöl", 40, 30, 31, "bíður"],
    ]
    scorecard = read_rows(tmp_path, rows)
    assert periods(only_table(scorecard)) == {"D": "2018-10", "E": "2018-11", "F": "2018-12"}
    assert [m.unit for m in scorecard.measures] == [Unit.PERCENT, Unit.COUNT]
    assert [m.outturns[max(m.outturns)].gap for m in scorecard.measures] == [Gap.AWAITED] * 2


def test_below_a_period_its_words_for_shares_and_counts_are_told_apart(tmp_path: Path) -> None:
    rows: list[Row] = [
        ["Mittar", "Fjórð 2 2018/19", None, "Fjórð 3 2018/19"],
        [None, "Hlut", "Fjöl", "Hlut", "Fjöl"],
        ["Børn séð", 0.75, 30, 0.82, 31],
        ["Ætlanir", 0.85, 20, 0.92, 21],
    ]
    scorecard = read_rows(tmp_path, rows, ["A1:A2", "B1:C1", "D1:E1"])
    assert list(roles(only_table(scorecard)).values())[1:] == ["outturn", "numerator"] * 2


@pytest.mark.parametrize(
    ("heading", "period"),
    [
        ("Jannar 2019", "2019-01"), ("jnr-19", "2019-01"), ("31 Jólar 2018", "2018-12"),
        ("Août 2018", "2018-08"), ("Oktar - Dec 2018", "2018/19 Q3"), ("F3 18/19", "2018/19 Q3"),
        ("Fjórð 3 2018/19 (Oktar-Jólar)", "2018/19 Q3"), ("Útfall 18-19", "2018/19"),
        ("Q3 2018/19", "2018/19 Q3"), ("Dec 2018", "2018-12"),
    ],
)  # fmt: skip
def test_its_words_of_time_are_read_as_those_of_english_are(heading: str, period: str) -> None:
    words = parse_period(heading)
    assert words is not None
    assert str(words.period) == period


def test_its_words_for_a_basis_stand_beside_a_period() -> None:
    words = parse_period("Oktar 2018 frá nýári")
    assert words is not None
    assert (str(words.period), words.basis) == ("2018-10", Basis.YEAR_TO_DATE)


def test_a_title_of_its_names_its_period() -> None:
    found = find_period("Børn og ung, oktar 2018")
    assert found is not None
    assert found.period is not None
    assert found.period.last_day == dt.date(2018, 10, 31)


def test_where_a_word_means_two_things_the_first_language_counts() -> None:
    assert role_of("Target") is Role.TARGET
    assert role_of("Måål okt 2018") is Role.TARGET


def test_a_phrase_of_it_is_read_as_a_whole() -> None:
    assert parse_polarity("Minna er betri") is Polarity.LOW


def test_a_draft_knows_its_words() -> None:
    found = polarity_of_name("Klagur frá borgarum")
    assert found is not None
    assert found[:2] == (Polarity.LOW, "klagur")
    assert file_pattern("Børn oktar 2018.xlsx") == "Børn *.xls[xm]"
