"""XML Spreadsheet 2003 as Microsoft's reference describes it, and what is not of that form."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.button.as_xml import as_xml
from tests.button.models import read_book
from tests.button.payload import results_in
from tests.support.office import Office
from tests.support.paths import CHILDREN
from tests.support.readers import opened
from xl_scorecard.button.xml_spreadsheet import NOT_TOLD, Said, read
from xl_scorecard.domain.grid import Block

_SS = "urn:schemas-microsoft-com:office:spreadsheet"
_STYLES = """\
<Style ss:ID="Default" ss:Name="Normal"><Interior/></Style>
<Style ss:ID="s15" ss:Name="Good"><Interior ss:Color="#c6efce" ss:Pattern="Solid"/></Style>
<Style ss:ID="s62" ss:Parent="s15"><Font ss:Bold="1"/></Style>
<Style ss:ID="s63" ss:Parent="s15"><Interior/></Style>
<Style ss:ID="s64"><NumberFormat ss:Format="Percent"/></Style>
<Style ss:ID="s65"><Interior ss:Color="#FFFF00" ss:Pattern="Gray50"/></Style>
<Style ss:ID="m1879"><Interior ss:Color="#FF0000" ss:Pattern="Solid"/></Style>
"""


def _text(rows: str, table: str = "", styles: str = _STYLES) -> str:
    return (
        f'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="{_SS}" '
        f'xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="{_SS}">'
        f'<Styles>{styles}</Styles><Worksheet ss:Name="Q3"><Table {table}>{rows}</Table>'
        "</Worksheet></Workbook>"
    )


def _said(rows: str, table: str = "") -> Said:
    said = read(_text(rows, table), 20, 20)
    assert said is not None
    return said


def _words(*attributes: str) -> str:
    cells = (f'<Cell {said}><Data ss:Type="String">x</Data></Cell>' for said in attributes)
    return f"<Row>{''.join(cells)}</Row>"


def test_cells_follow_one_another_unless_they_say_their_number() -> None:
    later = '<Row ss:Index="7"><Cell/><Cell ss:Formula="=R1C1"/></Row>'
    said = _said(_words("", 'ss:Index="4"', "") + later)
    assert said.held == {(1, 1), (1, 4), (1, 5), (7, 2)}


def test_a_merged_cell_takes_up_the_columns_it_covers_and_those_below_say_their_number() -> None:
    said = _said(
        _words('ss:MergeAcross="1" ss:MergeDown="1"', 'ss:MergeDown="1"', "")
        + _words('ss:Index="4"')
        + _words('ss:MergeAcross="3"')
    )
    assert said.merged == [Block(1, 1, 2, 2), Block(1, 3, 2, 3), Block(3, 1, 3, 4)]
    assert said.held == {(1, 1), (1, 3), (1, 4), (2, 4), (3, 1)}
    assert said.covered == {(1, 2), (2, 1), (2, 2), (2, 3), (3, 2), (3, 3), (3, 4)}


def test_rows_that_look_the_same_are_written_once_with_how_many_follow() -> None:
    said = _said('<Row ss:StyleID="m1879" ss:Span="2"/>' + _words(""))
    assert [said.fill((row, 1)) for row in (1, 2, 3, 4)] == ["#FF0000"] * 3 + [None]
    assert said.held == {(4, 1)}


def test_a_cell_looks_like_its_own_style_else_its_row_else_its_column_else_the_sheet() -> None:
    said = _said(
        '<Column ss:Index="2" ss:StyleID="s15" ss:Span="1"/>'
        '<Row><Cell ss:StyleID="Default"/><Cell ss:StyleID="Default"/></Row>'
        '<Row ss:StyleID="m1879"><Cell ss:Index="2"/><Cell ss:StyleID="s64"/></Row>',
        'ss:StyleID="m1879"',
    )
    assert [said.fill((1, column)) for column in (1, 2, 3, 4)] == [None, None, "#C6EFCE", "#FF0000"]
    assert [said.fill((2, column)) for column in (1, 2, 3)] == ["#FF0000", "#FF0000", None]


def test_a_style_has_the_fill_of_the_one_it_goes_by_unless_it_says_otherwise() -> None:
    said = _said(_words(*(f'ss:StyleID="{name}"' for name in ("s62", "s63", "s64", "s65"))))
    assert [said.fill((1, column)) for column in (1, 2, 3, 4)] == ["#C6EFCE", None, None, NOT_TOLD]


def test_of_a_cell_that_a_merged_block_covers_no_fill_is_told() -> None:
    said = _said(_words('ss:MergeAcross="1" ss:StyleID="m1879"'))
    assert (said.fill((1, 1)), said.fill((1, 2))) == ("#FF0000", NOT_TOLD)


def test_a_note_or_a_name_over_a_cell_is_not_what_it_holds_but_rich_text_is() -> None:
    said = _said(
        '<Row><Cell><NamedCell ss:Name="Print_Area"/></Cell>'
        '<Cell><Comment><ss:Data xmlns="http://www.w3.org/TR/REC-html40">n</ss:Data></Comment></Cell>'
        '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>x</B></ss:Data>'
        "</Cell></Row>"
    )
    assert said.held == {(1, 3)}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no XML",
        "<Workbook/>",
        f'<Workbook xmlns="{_SS}"/>',
        '<!DOCTYPE Workbook [<!ENTITY a "x">]>' + _text(_words("")).partition("?>")[2],
        _text(_words("")).replace("<Row>", "</Worksheet><Worksheet><Table><Row>", 1),
        _text(_words(""), 'ss:ExpandedRowCount="21"'),
        _text(_words(""), 'ss:ExpandedColumnCount="21"'),
        _text(_words(""), 'ss:TopCell="3"'),
        _text(_words("") + '<Row ss:Index="1"/>'),
        _text(_words('ss:MergeAcross="1"', 'ss:Index="2"')),
        _text(_words('ss:MergeDown="1"') + _words("")),
        _text(_words("", 'ss:MergeDown="1"') + _words('ss:MergeAcross="1"')),
        _text(_words('ss:MergeAcross="many"')),
        _text(_words('ss:StyleID="s99"')),
        _text(_words(""), styles=""),
        _text(_words('ss:StyleID="a"'), styles=_STYLES + '<Style ss:ID="a" ss:Parent="a"/>'),
    ],
    ids=range(17),
)  # fmt: skip
def test_what_is_not_of_the_form_or_of_another_area_says_nothing(text: str) -> None:
    assert read(text, 20, 20) is None


def test_libreoffice_reads_the_stand_ins_answer_as_the_sample_it_was_written_from(
    soffice: Office, tmp_path: Path
) -> None:
    book = read_book(CHILDREN)
    sheet = book[book.sheet_names[0]]
    _, _, bottom, right = sheet.used or (1, 1, 1, 1)
    text = as_xml(sheet, (1, 1, bottom, right), results_in(CHILDREN))
    written = tmp_path / "answer.xml"
    written.write_text(text, "utf-8")
    theirs = opened(soffice.converted(written, "xlsx"))[sheet.name]
    sample = opened(CHILDREN)[sheet.name]
    assert set(map(str, theirs.merged_cells)) == set(map(str, sample.merged_cells))
    said = read(text, bottom, right)
    assert said is not None
    assert {block.reference for block in said.merged} == set(map(str, sample.merged_cells))
    fills = {
        (row, column): (fill.fgColor.rgb[-6:] if fill.fill_type == "solid" else None)
        for row in range(1, bottom + 1)
        for column in range(1, right + 1)
        if (row, column) not in said.covered
        for fill in [theirs.cell(row, column).fill]
    }
    assert len(set(fills.values())) > 3
    assert {at: f"#{fill}" if fill else None for at, fill in fills.items()} == {
        at: said.fill(at) for at in fills
    }
