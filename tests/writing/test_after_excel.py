"""What Excel and officers do to a refreshed workbook does not keep ours from coming out again."""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from typing import Any

import pytest

import xl_scorecard
from tests.support.books import HEADINGS, ROWS, RULES, done, refreshed_into, rule_file, scorecard
from tests.support.inserting import inserted_row
from tests.support.packages import packed, parts, patched
from tests.support.readers import opened

SHEET = "xl/worksheets/sheet1.xml"
CHAIN = "xl/calcChain.xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@pytest.fixture
def refreshed(tmp_path: Path) -> Path:
    """A refreshed scorecard, its columns of ours in G to J."""
    refreshed_into(tmp_path / "once", scorecard(tmp_path / "q3.xlsx"))
    return tmp_path / "once" / "q3.xlsx"


def _cleared(path: Path) -> dict[str, bytes]:
    done(xl_scorecard.clear(path, out=path.parent / "cleared"))
    return parts(path.parent / "cleared" / path.name)


def _again(path: Path) -> Path:
    rules = rule_file(path.parent, RULES)
    done(xl_scorecard.refresh(path, rules=rules, out=path.parent / "again"))
    return path.parent / "again" / path.name


def _cells(sheet: bytes, letters: str) -> list[str]:
    return re.findall(rf'<c r="([{letters}]\d+)"', sheet.decode())


def test_the_calculation_chain_keeps_no_entry_without_a_formula(
    refreshed: Path, tmp_path: Path
) -> None:
    contents = parts(refreshed)
    entries = "".join(
        f'<c r="{cell}" i="{number}"/>'
        for number in (1, 2)
        for cell in re.findall(
            r'<c r="([A-Z]+\d+)"[^>]*><f>', contents[f"xl/worksheets/sheet{number}.xml"].decode()
        )
    )
    chain = f'<calcChain xmlns="{_MAIN}">{entries}<c r="A1" i="1"/></calcChain>'
    contents[CHAIN] = chain.encode()
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"
    contents["[Content_Types].xml"] = contents["[Content_Types].xml"].replace(
        b"</Types>", f'<Override PartName="/{CHAIN}" ContentType="{kind}"/></Types>'.encode()
    )
    link = f'<Relationship Id="rId99" Type="{_OFFICE}/calcChain" Target="calcChain.xml"/>'
    contents["xl/_rels/workbook.xml.rels"] = contents["xl/_rels/workbook.xml.rels"].replace(
        b"</Relationships>", f"{link}</Relationships>".encode()
    )
    left = _cleared(packed(contents, tmp_path / "saved.xlsx"))[CHAIN].decode()
    assert re.findall(r'<c r="(\w+)"', left) == ["A1"]


def test_the_officers_sparklines_stay_and_their_column_is_theirs(tmp_path: Path) -> None:
    def draw(_: Any, page: Any) -> None:
        for row in (3, 4, 5):
            page.add_sparkline(row, 6, {"range": f"Scorecard!E{row + 1}:F{row + 1}"})

    book = scorecard(tmp_path / "q3.xlsx", headings=[*HEADINGS, "DoT"], more=draw)
    refreshed_into(tmp_path / "once", book)
    once = tmp_path / "once" / "q3.xlsx"
    for path in (once, _again(once)):
        assert parts(path)[SHEET].count(b"<x14:sparkline>") == 3
    assert _cleared(once)[SHEET].count(b"<x14:sparkline>") == 3


def test_a_column_coloured_by_hand_is_not_empty(tmp_path: Path) -> None:
    def colour(book: Any, page: Any) -> None:
        for row, fill in ((3, "#FF0000"), (4, "#00FF00"), (5, "#FFC000")):
            page.write_blank(row, 6, None, book.add_format({"bg_color": fill}))

    book = scorecard(tmp_path / "q3.xlsx", headings=[*HEADINGS, "RAG"], more=colour)
    refreshed_into(tmp_path / "once", book)
    page = opened(tmp_path / "once" / "q3.xlsx")["Scorecard"]
    assert page["G4"].fill.fgColor.rgb == "FFFF0000"
    assert page["G4"].value is None
    assert page["H3"].value == "Status Q3 2018/19"


def test_formats_of_an_own_column_come_back_after_a_row_was_inserted(tmp_path: Path) -> None:
    def border(book: Any, page: Any) -> None:
        for row in (3, 4, 5):
            page.write_blank(row, 6, None, book.add_format({"border": 2}))

    book = scorecard(tmp_path / "q3.xlsx", headings=[*HEADINGS, "RAG"], more=border)
    refreshed_into(tmp_path / "once", book)
    shift = inserted_row(2)
    moved = patched(
        tmp_path / "once" / "q3.xlsx",
        tmp_path / "moved.xlsx",
        {SHEET: shift, "xl/workbook.xml": shift},
    )
    _cleared(moved)
    page = opened(moved.parent / "cleared" / "moved.xlsx")["Scorecard"]
    assert [page[f"G{row}"].border.left.style for row in (5, 6, 7)] == ["medium"] * 3


def test_formulas_that_excel_stored_as_filled_down_come_out(
    refreshed: Path, tmp_path: Path
) -> None:
    def share(data: bytes) -> bytes:
        text = re.sub(
            r'(<c r="I4"[^>]*>)<f>', r'\1<f t="shared" ref="I4:I6" si="0">', data.decode()
        )
        for row in "56":
            text = re.sub(rf'(<c r="I{row}"[^>]*>)<f>.*?</f>', r'\1<f t="shared" si="0"/>', text)
        return text.encode()

    shared = patched(refreshed, tmp_path / "shared.xlsx", {SHEET: share})
    assert _cells(_cleared(shared)[SHEET], "GHIJ") == []


def test_formulas_broken_by_a_deleted_column_come_out(refreshed: Path, tmp_path: Path) -> None:
    def broken(data: bytes) -> bytes:
        # the column of the figures: the statuses count there whether a row that is new has any
        return re.sub(rb"INDEX\(\$D:\$F,ROW\(\)", b"INDEX(#REF!,ROW()", data)

    book = patched(refreshed, tmp_path / "broken.xlsx", {SHEET: broken})
    assert _cells(_cleared(book)[SHEET], "GHIJ") == []


def test_columns_hidden_to_the_end_are_hidden_again_after_excel_joined_widths(
    tmp_path: Path,
) -> None:
    hide = b'<cols><col min="7" max="16384" width="9" hidden="1" customWidth="1"/></cols>'
    hidden = patched(
        scorecard(tmp_path / "q3.xlsx"),
        tmp_path / "hidden.xlsx",
        {SHEET: lambda data: data.replace(b"<sheetData>", hide + b"<sheetData>")},
    )
    refreshed_into(tmp_path / "once", hidden)

    def joined(data: bytes) -> bytes:
        twins = rb'<col min="9" max="9"([^>]*)/><col min="10" max="10"[^>]*/>'
        return re.sub(twins, rb'<col min="9" max="10"\1/>', data)

    saved = patched(tmp_path / "once" / "hidden.xlsx", tmp_path / "saved.xlsx", {SHEET: joined})
    columns = re.findall(rb"<col [^>]*>", _cleared(saved)[SHEET])
    covered = [re.findall(rb'(min|max|hidden)="(\d+)"', column) for column in columns]
    spans = sorted((int(dict(c)[b"min"]), int(dict(c)[b"max"])) for c in covered)
    assert all(dict(c)[b"hidden"] == b"1" for c in covered)
    assert spans[0][0] == 7
    assert spans[-1][1] == 16384
    assert all(end + 1 == start for (_, end), (start, _) in itertools.pairwise(spans))


def test_our_figures_stay_out_of_ranges_that_the_officers_formulas_add_up(tmp_path: Path) -> None:
    def average(_: Any, page: Any) -> None:
        page.write_string("K3", "Average")
        for row, figures in enumerate(ROWS, 4):
            values = [v for v in figures if isinstance(v, float)]
            page.write_formula(f"K{row}", f"=AVERAGE(E{row}:J{row})", None, sum(values[1:]) / 2)

    refreshed_into(tmp_path / "once", scorecard(tmp_path / "q3.xlsx", more=average))
    page = opened(tmp_path / "once" / "q3.xlsx")["Scorecard"]
    assert page["L3"].value == "Status Q3 2018/19"
    assert page["G4"].value is None


def test_without_cell_formats_index_0_stays_what_it_was(tmp_path: Path) -> None:
    bare = patched(
        scorecard(tmp_path / "q3.xlsx"),
        tmp_path / "bare.xlsx",
        {
            "xl/styles.xml": lambda data: re.sub(rb"<cellXfs.*?</cellXfs>", b"", data),
            SHEET: lambda data: re.sub(rb' s="\d+"', b"", data),
        },
    )
    refreshed_into(tmp_path / "once", bare)
    assert opened(tmp_path / "once" / "bare.xlsx")["Scorecard"]["A4"].number_format == "General"
    assert not opened(tmp_path / "once" / "bare.xlsx")["Scorecard"]["A4"].alignment.wrap_text


def test_a_package_whose_names_begin_with_a_slash_is_read_again(tmp_path: Path) -> None:
    plain = parts(scorecard(tmp_path / "q3.xlsx"))
    slashed = packed({f"/{name}": data for name, data in plain.items()}, tmp_path / "slash.xlsx")
    refreshed_into(tmp_path / "once", slashed)
    assert _again(tmp_path / "once" / "slash.xlsx").exists()


def test_what_only_looks_like_a_range_in_a_formula_stops_nothing(tmp_path: Path) -> None:
    def note(_: Any, page: Any) -> None:
        page.write_formula("F7", '="see XYZ1:XYZ9"', None, "see XYZ1:XYZ9")

    book = scorecard(tmp_path / "q3.xlsx", more=note)
    assert refreshed_into(tmp_path / "once", book).outcome == "refreshed"
