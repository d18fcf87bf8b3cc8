"""After any edit what the register says of benchmarks is what a fresh refresh gives, or Refresh."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.against_others.books import RULES, beside
from tests.against_others.drawn import EDITS, FIRST, ROWS, drawn
from tests.support.books import refreshed_into
from tests.support.formulas import disagreements
from tests.support.office import Office, Values
from tests.support.readers import opened

_TOLD = ("figure", "gap", "better or worse", "in words", "rank", "quartile")
_HEADER = 5
Told = dict[tuple[object, str], object]


def _register(values: Values) -> Told:
    """What the register tells of benchmarks, by reference and heading."""
    row, first = values.find("Indicators", "Against benchmark")
    headings = values.row("Indicators", row)
    wanted = {
        at: str(text)
        for at, text in enumerate(headings, 1)
        if at == first or (str(text).rpartition(": ")[2] in _TOLD and ": " in str(text))
    }
    told: Told = {}
    for line in range(row + 1, row + 1 + ROWS):
        reference = values.at("Indicators", line, 1)
        for column, heading in wanted.items():
            told[reference, heading] = values.at("Indicators", line, column)
    return told


def _same(one: object, other: object) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return one == pytest.approx(other, abs=1e-9)
    return (one or "") == (other or "") if "" in (one or "", other or "") else one == other


@pytest.mark.parametrize("seed", range(3))
def test_any_edit_is_followed_or_asks_for_a_refresh(
    seed: int, tmp_path: Path, soffice: Office
) -> None:
    source = tmp_path / "book.xlsx"
    rules = drawn(source, seed)
    refreshed_into(tmp_path / "out", source, rules)
    book = tmp_path / "out" / "book.xlsx"
    assert disagreements(source, book, soffice) == []
    rng = random.Random(seed)
    ours, theirs = (opened(path, formulas=True) for path in (book, source))
    for row in range(FIRST, FIRST + ROWS):
        edit, state = rng.choice(EDITS), rng.random()
        for workbook in (ours, theirs):
            edit(workbook["Scorecard"], row, random.Random(state))
    ours.save(tmp_path / "edited.xlsx")
    theirs.save(source)
    refreshed_into(tmp_path / "fresh", source, rules)
    edited = _register(Values(soffice.recalculated(tmp_path / "edited.xlsx")))
    fresh = _register(Values(tmp_path / "fresh" / "book.xlsx"))
    wrong = {
        place: (shown, fresh.get(place, ""))
        for place, shown in edited.items()
        if shown != "Refresh" and not _same(shown, fresh.get(place, ""))
    }
    assert wrong == {}
    waits = sum(shown == "Refresh" for shown in edited.values())
    assert waits < len(edited) / 4  # else following would be idle


def test_no_formula_is_longer_than_is_promised(tmp_path: Path) -> None:
    source = tmp_path / "book.xlsx"
    rules = drawn(source, 7, sheet="A sheet's name as long as may be")
    refreshed_into(tmp_path / "out", source, rules)
    register = opened(tmp_path / "out" / "book.xlsx", formulas=True)["Indicators"]
    lengths = {
        len(str(cell.value)): str(cell.value)
        for row in register.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }
    assert max(lengths) <= 500, lengths[max(lengths)]


def test_rows_that_are_sorted_take_what_is_told_along(tmp_path: Path, soffice: Office) -> None:
    source = beside(tmp_path / "b.xlsx", ["England 2017/18"], [0.805], [0.21], [0.7])
    refreshed_into(tmp_path / "out", source, f"{RULES}columns: [rag, benchmark]\n")
    workbook = opened(tmp_path / "out" / "b.xlsx", formulas=True)
    page = workbook["Scorecard"]
    for column in range(1, 8):
        first, other = page.cell(4, column), page.cell(6, column)
        first.value, other.value = other.value, first.value
    page["G6"] = 0.795
    workbook.save(tmp_path / "sorted.xlsx")
    values = Values(soffice.recalculated(tmp_path / "sorted.xlsx"))
    row, column = values.find("Scorecard", "Against benchmarks for Q3 2018/19")
    assert [values.at("Scorecard", row + n, column) for n in (1, 2, 3)] == [
        "4 points worse than England 2017/18",
        "2 points worse than England 2017/18",
        "2.5 points better than England 2017/18",
    ]
