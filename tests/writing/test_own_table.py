"""The register is a table like any other: whole, named, and found again by what is built on it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from openpyxl.utils import range_boundaries

import xl_scorecard
from tests.conftest import NewErrors
from tests.support.books import cleared, done, rule_file, scorecard
from tests.support.office import Office
from tests.support.packages import parts, patched, replacing
from tests.support.readers import opened
from tests.support.strict import made_strict, transitional_names
from tests.writing.officers import FOUR, ROWS, edit, type_on
from tests.writing.registers import (
    SHEET,
    TABLE,
    a_table_called,
    ids,
    refresh,
    refreshed,
    table,
    twice_the_same,
)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A refreshed scorecard of four indicators."""
    return refreshed(tmp_path / "q3.xlsx")


# -- what it is ------------------------------------------------------------------------------------


def _frame(path: Path) -> pd.DataFrame:
    """The table as pandas reads it; what its formulas look up stands right of it."""
    _, start, last, end = range_boundaries(table(path).ref)
    return pd.read_excel(path, sheet_name=SHEET, header=start - 1, nrows=end - start,
                         usecols=range(last), engine="openpyxl")  # fmt: skip


def test_the_register_is_one_row_an_indicator_for_pandas(book: Path) -> None:
    frame = _frame(book)
    assert list(frame["Reference"]) == ["A1", "B1", "C1", "D1"]
    assert list(frame["Outturn"]) == [0.82, 0.66, 0.6, 1.4]
    assert list(frame["Target"]) == [0.8] * 4
    assert frame["Status"].iloc[0] == "Good"
    assert frame["Period"].unique() == ["2018/19 Q3"]


def test_the_table_covers_the_headings_and_every_indicator(book: Path) -> None:
    found = table(book)
    page = opened(book)[SHEET]
    assert found.ref.startswith("A5:")
    assert found.ref.endswith("9")
    assert found.autoFilter.ref == found.ref
    columns = [c.name for c in found.tableColumns]
    assert columns == [c.value for c in page[5][: len(columns)]]
    assert page.cell(5, len(columns) + 1).value is None
    assert {c.value for c in page["A"][4:]} - {None} == {"Reference", "A1", "B1", "C1", "D1"}
    assert found.headerRowCount == 1
    assert not found.totalsRowCount


def test_the_figures_of_the_register_follow_the_scorecards_cells(
    book: Path, soffice: Office
) -> None:
    type_on(book, "Scorecard", "F5", 0.81)
    frame = _frame(soffice.recalculated(book))
    assert list(frame["Outturn"]) == [0.82, 0.81, 0.6, 1.4]
    assert frame["Status"].iloc[1] == "Good"


def test_the_validator_finds_nothing_new(tmp_path: Path, validator: NewErrors) -> None:
    plain = scorecard(tmp_path / "plain.xlsx", ROWS)
    done(xl_scorecard.refresh(plain, rules=rule_file(tmp_path, FOUR), out=tmp_path / "out"))
    assert validator(tmp_path / "out" / "plain.xlsx", plain) == "no new errors"


def test_a_strict_workbook_gets_a_strict_table(tmp_path: Path) -> None:
    plain = scorecard(tmp_path / "plain.xlsx", ROWS)
    strict = made_strict(plain, tmp_path / "q3.xlsx")
    refresh(strict)
    assert transitional_names(strict) == set()
    assert b"purl.oclc.org" in parts(strict)["xl/tables/table1.xml"]
    twice_the_same(strict)


def test_excel_is_told_to_show_no_green_triangles_on_it(book: Path) -> None:
    xml = parts(book)["xl/worksheets/sheet3.xml"]
    assert b'formula="1"' in xml.partition(b"<ignoredErrors>")[2]


def test_it_is_taken_out_with_its_table(tmp_path: Path) -> None:
    plain = scorecard(tmp_path / "q3.xlsx", ROWS)
    before = parts(plain)
    refresh(plain)
    assert cleared(plain).kept == []
    after = parts(plain)
    assert after.keys() == before.keys()
    assert {name for name in before if before[name] != after[name]} <= {"xl/styles.xml"}


# -- its name and ids ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [TABLE, TABLE.upper()])
def test_a_table_of_theirs_that_is_called_so_keeps_its_name_and_ours_takes_the_next(
    tmp_path: Path, name: str
) -> None:
    path = refreshed(tmp_path / "q3.xlsx", a_table_called(name))
    ours = table(path, name=f"{TABLE}2")
    assert table(path, "Board", name).ref == "A1:B3"
    assert ours.id != table(path, "Board", name).id
    twice_the_same(path)


def test_a_name_of_theirs_is_not_taken(tmp_path: Path) -> None:
    path = refreshed(
        tmp_path / "q3.xlsx", lambda book, _: book.define_name(TABLE.lower(), "=Scorecard!$A$1")
    )
    assert list(opened(path, formulas=True)[SHEET].tables) == [f"{TABLE}2"]
    twice_the_same(path)


def test_a_name_that_officers_gave_the_table_stays(book: Path) -> None:
    patched(book, book, {"xl/tables/table1.xml": lambda xml: xml.replace(TABLE.encode(), b"KPIs")})
    type_on(book, "Scorecard", "F5", 0.81)
    refresh(book)
    assert list(opened(book, formulas=True)[SHEET].tables) == ["KPIs"]
    twice_the_same(book)


def test_the_ids_of_table_and_columns_stay(book: Path) -> None:
    before = ids(book)

    def renumbered(xml: bytes) -> bytes:
        return xml.replace(b' id="1" name="S', b' id="7" name="S').replace(
            b'id="%d" name="Status"' % before["Status"], b'id="940" name="Status"'
        )

    figure = replacing("<v>0.66</v>", "<v>0.81</v>")
    patched(book, book, {"xl/tables/table1.xml": renumbered, "xl/worksheets/sheet1.xml": figure})
    refresh(book)
    assert table(book).id == 7
    assert ids(book) == {**before, "Status": 940}


def test_the_look_that_officers_gave_the_table_stays(book: Path) -> None:
    patched(book, book, {"xl/tables/table1.xml": replacing("StyleLight1", "StyleMedium9")})
    refresh(book)
    assert table(book).tableStyleInfo.name == "TableStyleMedium9"


def test_a_heading_of_ours_that_was_typed_over_is_ours_again(book: Path) -> None:
    def renamed(workbook: Any) -> None:
        page = workbook[SHEET]
        page.cell(5, status).value = "RAG"
        page.tables[TABLE].tableColumns[status - 1].name = "RAG"

    before = ids(book)
    status = list(before).index("Status") + 1
    refresh(edit(book, renamed))
    assert opened(book)[SHEET].cell(5, status).value == "Status"
    assert ids(book) == before


# -- when a program broke the links to it ----------------------------------------------------------


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ('Id="rIdScorecard1"', 'Id="rIdLost"'),
        ("relationships/table", "relationships/nothing"),
        ("../tables/table1.xml", "sheet2.xml"),
    ],
)
def test_a_table_that_its_sheet_lost_is_drawn_once(
    book: Path, tmp_path: Path, was: str, becomes: str
) -> None:
    number = opened(book).sheetnames.index(SHEET) + 1
    links = f"xl/worksheets/_rels/sheet{number}.xml.rels"
    broken = patched(book, tmp_path / "broken.xlsx", {links: replacing(was, becomes)})
    refresh(broken)
    assert list(opened(broken)[SHEET].tables) == [TABLE]
    assert table(broken).ref == table(book).ref
