"""Every rating in use: the report, the cells and LibreOffice say what a hand says, and go on doing
so after an edit, a sort and a deletion, or say Refresh."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live.ratings_in_use import KINDS, NOW, Cell, Drawn, Kind, drawn, edit, rule_set, table
from tests.support.books import FIRST_ROW, SHEET, refreshed_into, scorecard
from tests.support.formulas import disagreements
from tests.support.office import Office, Values
from tests.support.readers import opened
from xl_scorecard.rule_files.load import load_rule_set

ROWS, SEED = 120, 14
FEWER = 60  # where each case is refreshed anew and recalculated
STATUS = f"Status {NOW}"
REFRESH = "Refresh"
_NAMES = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def _book(kind: Kind, cells: list[tuple[Cell, ...]], folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return scorecard(folder / "q3.xlsx", cells, kind.headings, number_format="General")


def _shown(path: Path, rows: int) -> list[object]:
    values = Values(path)
    column = values.find(SHEET, STATUS)[1]
    return [values.at(SHEET, FIRST_ROW + n, column) for n in range(rows)]


@_NAMES
def test_report_cells_and_hand_give_the_same_word(
    kind: Kind, tmp_path: Path, soffice: Office
) -> None:
    rows = drawn(kind, ROWS, SEED)
    book = _book(kind, table(kind, rows), tmp_path)
    outcome = refreshed_into(tmp_path / "out", book, rule_set(kind, rows))
    output = tmp_path / "out" / "q3.xlsx"
    rating = load_rule_set(tmp_path / "rules.yaml").bands

    expected = [row.label for row in rows]
    assert len(set(expected)) == len({row.label for row in drawn(kind, 2000, 1)})
    told = [rating.band(item.status).label for item in outcome.indicators]
    for found in (told, _shown(output, ROWS), _shown(soffice.recalculated(output), ROWS)):
        wrong = [(r, f) for r, f in zip(rows, found, strict=True) if r.label != f]
        assert wrong == []
    assert disagreements(book, output, soffice) == []


def _edited(
    kind: Kind, rows: list[Drawn], seed: int
) -> tuple[list[tuple[Cell, ...]], list[tuple[str, Cell]]]:
    dice = random.Random(seed)
    acts = [edit(kind, row, dice) for row in rows]
    cells = [list(each) for each in table(kind, rows)]
    for each, (heading, typed) in zip(cells, acts, strict=True):
        each[kind.headings.index(heading)] = typed
    return [tuple(each) for each in cells], acts


def _put(path: Path, cells: list[tuple[Cell, ...]], to: Path) -> Path:
    """Cells over those of the scorecard, as an officer leaves them."""
    book = opened(path, formulas=True)
    sheet = book[SHEET]
    for row, values in enumerate(cells, FIRST_ROW):
        for column, value in enumerate(values, 1):
            sheet.cell(row, column).value = value
    book.save(to)
    return to


def _cases(kind: Kind, rows: list[Drawn]) -> Iterator[tuple[str, list[tuple[Cell, ...]]]]:
    yield "edited", _edited(kind, rows, 1)[0]
    mixed = table(kind, rows)
    random.Random(3).shuffle(mixed)
    yield "sorted", mixed


@_NAMES
def test_after_edits_and_a_sort_a_status_is_that_of_a_fresh_refresh_or_refresh(
    kind: Kind, tmp_path: Path, soffice: Office
) -> None:
    rows = drawn(kind, FEWER, SEED)
    rules = rule_set(kind, rows)
    refreshed_into(tmp_path / "out", _book(kind, table(kind, rows), tmp_path), rules)
    for name, cells in _cases(kind, rows):
        changed = _put(tmp_path / "out" / "q3.xlsx", cells, tmp_path / f"{name}.xlsx")
        live = _shown(soffice.recalculated(changed), FEWER)
        fresh_folder = tmp_path / name
        refreshed_into(fresh_folder / "out", _book(kind, cells, fresh_folder), rules)
        fresh = _shown(fresh_folder / "out" / "q3.xlsx", FEWER)
        told = zip(cells, live, fresh, strict=True)
        wrong = [(name, *each) for each in told if each[1] not in (each[2], REFRESH)]
        assert wrong == []
        if name == "sorted":
            assert REFRESH not in live
        else:
            assert live.count(REFRESH) < FEWER / 2
