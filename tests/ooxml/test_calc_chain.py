"""The calculation chain names only formulas that are there: Excel repairs a file otherwise."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.books import cleared, refreshed_into, scorecard
from tests.support.packages import packed, parts
from xl_scorecard.ooxml import calc_chain
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.opc.package import Package

CHAIN = "xl/calcChain.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"
# D1 and E1 of sheet 1, then F1 and G1 of sheet 2: an entry without `i` is of the sheet before
ENTRIES = '<c r="D1" i="1"/><c r="E1"/><c r="F1" i="2"/><c r="G1"/>'


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A scorecard with a chain, as Excel saves it."""
    contents = parts(scorecard(tmp_path / "plain.xlsx"))
    relations, types = "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
    relation = f'<Relationship Id="rId99" Type="{KIND}" Target="calcChain.xml"/></Relationships>'
    override = f'<Override PartName="/{CHAIN}" ContentType="{TYPE}"/></Types>'
    contents[relations] = contents[relations].replace(b"</Relationships>", relation.encode())
    contents[types] = contents[types].replace(b"</Types>", override.encode())
    contents[CHAIN] = f'<calcChain xmlns="{MAIN}">{ENTRIES}</calcChain>'.encode()
    return packed(contents, tmp_path / "q3.xlsx")


def _pruned(book: Path, gone: Callable[[int, str], bool]) -> dict[str, bytes]:
    """The parts after some entries were taken out."""
    saved = io.BytesIO()
    with Package.open(book) as package:
        calc_chain.prune(Workbook(package), gone)
        package.save(saved)
    with zipfile.ZipFile(saved) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_entries_of_cells_that_are_gone_are_taken_out_and_the_others_keep_their_sheet(
    book: Path,
) -> None:
    # with F1 goes the sheet that G1 took from it
    chain = _pruned(book, lambda sheet, cell: (sheet, cell) in {(1, "D1"), (2, "F1")})[CHAIN]
    assert chain.count(b"<c ") == 2
    assert b'<c r="E1" i="1"/>' in chain
    assert b'<c r="G1" i="2"/>' in chain


def test_where_no_entry_is_gone_nothing_is_touched(book: Path) -> None:
    assert _pruned(book, lambda sheet, cell: False) == parts(book)


def test_a_chain_of_which_nothing_is_left_goes_with_all_that_mentions_it(book: Path) -> None:
    after = _pruned(book, lambda sheet, cell: True)
    assert CHAIN not in after
    assert not [name for name, content in after.items() if b"calcChain" in content]


def test_a_workbook_without_a_chain_stays_without(tmp_path: Path) -> None:
    book = scorecard(tmp_path / "plain.xlsx")
    assert _pruned(book, lambda sheet, cell: True) == parts(book)


@pytest.mark.parametrize("other", ["xl/vbaProject.bin", "xl/theme/theme1.xml"])
def test_what_a_link_misleads_to_is_no_chain_and_stands_in_nobodys_way(
    tmp_path: Path, book: Path, other: str
) -> None:
    contents = parts(book)
    relations = "xl/_rels/workbook.xml.rels"
    contents[relations] = contents[relations].replace(b"calcChain.xml", other[3:].encode())
    contents["xl/vbaProject.bin"] = b"no XML"
    contents["[Content_Types].xml"] = contents["[Content_Types].xml"].replace(
        b"</Types>", b'<Default Extension="bin" ContentType="application/x"/></Types>'
    )
    misled = packed(contents, tmp_path / "misled.xlsx")
    refreshed_into(tmp_path / "once", misled)
    once = tmp_path / "once" / misled.name
    assert refreshed_into(tmp_path / "again", once).outcome in ("refreshed", "unchanged")
    cleared(once)
    assert parts(once)[other] == contents[other]
    assert parts(once)[relations] == contents[relations]
