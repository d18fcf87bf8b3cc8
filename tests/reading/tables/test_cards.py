"""Cards of labels, an indicator each: beside or below the labels, one under another or abreast."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.reading.real.pages import Page, Row, book
from tests.reading.real.understood import aims, by_period, names, read, read_rows
from xl_scorecard.domain.scorecard import Layout, Scorecard
from xl_scorecard.errors import WorkbookError

TITLE: Row = ["Fire and rescue, quarter 2 2019/20"]
BLANK: Row = []


def _sheet(*cards: list[Row]) -> list[Row]:
    return [TITLE, BLANK, *(row for card in cards for row in (*card, BLANK))]


def _latest(scorecard: Scorecard) -> dict[str, Any]:
    return {m.name: by_period(m).get("2019/20 Q2") for m in scorecard.measures}


FIRES, HOAXES = ("Fires attended", 40, 38), ("Hoax calls", 10, 12)


def _right(name: str, target: float, figure: float) -> list[Row]:
    return [
        ["KPI:", name], ["Reference:", f"{name[0]}1"], ["Goal:", target], ["Latest:", figure],
        ["Last time:", 99], ["Status:", "On target"], ["Comment:", "Actual is provisional"],
    ]  # fmt: skip


def _below(name: str, target: float, figure: float) -> list[Row]:
    return [["Measure", name], ["Target", "Actual", "RAG"], [target, figure, "Green"]]


def _alone(name: str, target: float, figure: float) -> list[Row]:
    return [["Measure"], [name], ["Target"], [target], ["Result"], [figure]]


def _in_pairs(name: str, target: float, figure: float) -> list[Row]:
    return [
        ["Metric", name, None, "Ref", "F1"], ["Target", target, None, "Actual", figure],
        ["Good is", "Low", None, "Status", "Red"],
    ]  # fmt: skip


@pytest.mark.parametrize("card", [_right, _below, _alone, _in_pairs])
def test_labels_say_what_stands_right_of_or_below_them(tmp_path: Path, card: Any) -> None:
    found = read_rows(tmp_path, _sheet(card(*FIRES), card(*HOAXES)))
    assert _latest(found) == {"Fires attended": 38, "Hoax calls": 12}
    assert aims(found) == [40, 10]
    assert [table.layout for table in found.tables] == [Layout.ARRANGED]
    assert found.left_out == ()


def test_cards_may_stand_abreast(tmp_path: Path) -> None:
    pairs = [
        [*left, None, *right] for left, right in zip(_right(*FIRES), _right(*HOAXES), strict=True)
    ]
    found = read_rows(tmp_path, _sheet(pairs, pairs[:-1]))
    assert [m.name for m in found.measures[:2]] == ["Fires attended", "Hoax calls"]
    assert len(found.measures) == 4
    assert [m.id for m in found.measures[:2]] == ["F1", "H1"]


def _by_period(name: str, target: float, *figures: float) -> list[Row]:
    return [
        ["Indicator", name], ["Aim", "Decrease"],
        ["Period", "Q4 2018/19", "Q1 2019/20", "Q2 2019/20"],
        ["Target", target, target, target + 1], ["Actual", *figures],
        ["RAG", "Green", "Red", "Amber"],
    ]  # fmt: skip


def test_what_stands_below_each_period_is_of_that_period(tmp_path: Path) -> None:
    cards = (_by_period("Fires attended", 40, 37, 39, 38), _by_period("Hoax calls", 10, 9, 8, 12))
    found = read_rows(tmp_path, _sheet(*cards))
    assert aims(found) == [41, 11]
    assert [by_period(m) for m in found.measures] == [
        {"2018/19 Q4": 37, "2019/20 Q1": 39, "2019/20 Q2": 38},
        {"2018/19 Q4": 9, "2019/20 Q1": 8, "2019/20 Q2": 12},
    ]
    typed = [m.typed_rag.value for m in found.measures if m.typed_rag is not None]
    assert typed == ["Amber", "Amber"]


def test_labels_may_name_the_period_of_their_figure(tmp_path: Path) -> None:
    cards: list[list[Row]] = [
        [["Indicator", name], ["Actual Q1 2019/20", 5], ["Actual Q2 2019/20", 6], ["Target", 7]]
        for name in ("Fires attended", "Hoax calls")
    ]
    found = read_rows(tmp_path, _sheet(*cards))
    assert [by_period(m) for m in found.measures] == [{"2019/20 Q1": 5, "2019/20 Q2": 6}] * 2


def test_a_blank_figure_is_one_that_is_missing(tmp_path: Path) -> None:
    cards: list[list[Row]] = [
        [["Indicator", "Fires attended"], ["Target", 4], ["Actual", 3]],
        [["Indicator", "Hoax calls"], ["Target", 4], ["Actual"]],
    ]
    found = read_rows(tmp_path, _sheet(*cards))
    assert names(found) == ["Fires attended", "Hoax calls"]
    assert [m.outturns[found.period].cell for m in found.measures] == ["B5", "B9"]


@pytest.mark.parametrize("further", [["Performance", 41], None])
def test_where_it_is_not_clear_which_figure_of_when_it_is_refused_and_said_of_which_card(
    tmp_path: Path, further: Row | None
) -> None:
    card = [["Indicator", "Fires attended"], ["Target", 40], ["Actual", 38]]
    other = [["Indicator", "Hoax calls"], ["Target", 10], ["Actual", 12]]
    if further is not None:
        rows = _sheet(card, [*other, further])
        where = "B7"
    else:
        rows, where = [["Fire and rescue"], BLANK, *card, BLANK, *other], "B3"
    with pytest.raises(WorkbookError, match=rf"card an indicator, .* {where} it is not clear"):
        read_rows(tmp_path, rows)


def test_a_sheet_of_cards_and_one_of_a_table_are_both_read(tmp_path: Path) -> None:
    table: list[Row] = [
        ["Measure", "Q1 2019/20", "Q2 2019/20"],
        ["Drills held", 4, 5],
        ["Visits", 7, 8],
    ]
    pages = Page("Cards", _sheet(_right(*FIRES), _right(*HOAXES))), Page("Table", table)
    found = read(book(tmp_path / "s.xlsx", *pages))
    assert set(names(found)) == {"Fires attended", "Hoax calls", "Drills held", "Visits"}


def test_labels_that_stand_again_and_again_name_no_indicator(tmp_path: Path) -> None:
    rows: list[Row] = [
        ["Measure", "Q1 2019/20", "Q2 2019/20"],
        ["Drills held", 4, 5], ["Status", 1, 2], ["Outturn", 4, 5],
        ["Visits", 7, 8], ["Status", 1, 2], ["Outturn", 7, 8],
    ]  # fmt: skip
    assert names(read_rows(tmp_path, rows)) == ["Drills held", "Visits"]


def test_cards_of_projects_are_none(tmp_path: Path) -> None:
    cards: list[list[Row]] = [
        [["Project name", name], ["Budget", 40], ["Actual", 38], ["Status", "Green"]]
        for name in ("New engine", "New tower")
    ]
    with pytest.raises(WorkbookError):
        read_rows(tmp_path, _sheet(*cards))
