"""What officers put on our sheets in an output is carried over into the one that replaces it."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from PIL import Image as Picture

import xl_scorecard
from tests.support.books import done, failure, rule_file, scorecard
from tests.support.office import Office
from tests.support.packages import packed, parts
from tests.support.readers import opened
from tests.writing.officers import (
    FOUR,
    NOTE,
    ROWS,
    all_of,
    edit,
    finding_row,
    type_on,
    worse,
)
from xl_scorecard.batch.commands import Run

Change = Callable[[Any], None]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A scorecard of which `out` holds a refreshed copy, with a finding about D1."""
    (tmp_path / "in").mkdir()
    path = scorecard(tmp_path / "in" / "q3.xlsx", ROWS)
    done(_run(path))
    return path


@pytest.fixture
def out(book: Path) -> Path:
    """The output that stands there."""
    return book.parent.parent / "out" / book.name


def _run(book: Path, *, overwrite: bool = False) -> Run:
    rules = rule_file(book.parent, FOUR)
    return xl_scorecard.refresh(
        book, rules=rules, out=book.parent.parent / "out", overwrite=overwrite
    )


def _anchor(thing: Any) -> str:
    start = thing.anchor._from
    return f"{chr(65 + start.col)}{start.row + 1}"


def _twice_the_same(book: Path, out: Path) -> None:
    for _ in range(2):
        before = out.read_bytes()
        done(_run(book))
        assert out.read_bytes() == before


def test_a_note_beside_a_finding_follows_it_into_the_new_output(book: Path, out: Path) -> None:
    before = finding_row(out, "D1")
    type_on(out, "Checks", f"N{before}", NOTE)
    done(_run(worse(book)))
    after = finding_row(out, "D1")
    assert after > before
    assert all_of(out, "Checks", NOTE) == [f"N{after}"]
    assert all_of(out, "Checks", "Kept notes") == []
    assert opened(out)["Scorecard"]["F4"].value == 1.5
    assert opened(out).sheetnames == ["Scorecard", "Summary", "Indicators", "Checks"]
    _twice_the_same(book, out)


def test_a_note_whose_finding_is_gone_is_among_the_kept_notes(book: Path, out: Path) -> None:
    row = finding_row(out, "D1")
    type_on(out, "Checks", f"N{row}", NOTE)
    done(_run(type_on(book, "Scorecard", "F7", 0.9)))
    (place,) = all_of(out, "Checks", NOTE)
    line = [cell.value for cell in opened(out)["Checks"][int(place[1:])]]
    assert f"Checks!N{row}" in line
    assert len(all_of(out, "Checks", "Kept notes")) == 1
    _twice_the_same(book, out)
    assert len(all_of(out, "Checks", NOTE)) == 1


def _objects(workbook: Any) -> None:
    page = workbook["Summary"]
    data = io.BytesIO()
    Picture.new("RGB", (20, 20), "red").save(data, "PNG")
    page.add_image(Image(data), "L5")
    chart = BarChart()
    chart.title = "Ours since April"
    chart.add_data(Reference(workbook["Scorecard"], min_col=6, min_row=3, max_row=7), True)
    page.add_chart(chart, "L20")
    page["A3"].comment = Comment(NOTE, "KL")


def test_a_picture_a_chart_and_a_comment_are_carried_over(book: Path, out: Path) -> None:
    charts = len(opened(out)["Summary"]._charts)
    edit(out, _objects)
    done(_run(worse(book)))
    page = opened(out)["Summary"]
    assert [_anchor(image) for image in page._images] == ["L5"]
    assert len(page._charts) == charts + 1
    assert "L20" in [_anchor(chart) for chart in page._charts]
    assert page["A3"].comment.text == NOTE
    _twice_the_same(book, out)


def _no_doubles(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        names = [name.casefold() for name in archive.namelist()]
    assert len(names) == len(set(names))


def _set_out(workbook: Any) -> None:
    page = workbook["Summary"]
    page.column_dimensions["A"].width = 70
    page.column_dimensions["M"].width = 33
    page.sheet_view.zoomScale = 130
    page.freeze_panes = "B6"
    page.page_setup.orientation = "portrait"
    page.page_margins.left = 1.5
    page.oddFooter.center.text = "Confidential"
    page.sheet_properties.tabColor = "FF00AA00"
    page.print_area = "A1:C20"


def test_the_layout_is_carried_over(book: Path, out: Path) -> None:
    edit(out, _set_out)
    done(_run(worse(book)))
    page = opened(out)["Summary"]
    assert page.column_dimensions["A"].width == 70
    assert page.column_dimensions["M"].width == 33
    assert 11 <= page.column_dimensions["B"].width < 12
    assert page.sheet_view.zoomScale == 130
    assert page.freeze_panes == "B6"
    assert page.page_setup.orientation == "portrait"
    assert page.page_margins.left == 1.5
    assert page.oddFooter.center.text == "Confidential"
    assert page.sheet_properties.tabColor.rgb == "FF00AA00"
    assert page.print_area == "'Summary'!$A$1:$C$20"
    _twice_the_same(book, out)


ALONE: dict[str, tuple[Change, Callable[[Any], object], object]] = {
    "a zoom": (
        lambda page: setattr(page.sheet_view, "zoomScale", 130),
        lambda page: page.sheet_view.zoomScale,
        130,
    ),
    "a width": (
        lambda page: setattr(page.column_dimensions["C"], "width", 41),
        lambda page: page.column_dimensions["C"].width,
        41,
    ),
    "a hidden column": (
        lambda page: setattr(page.column_dimensions["C"], "hidden", True),
        lambda page: page.column_dimensions["C"].hidden,
        True,
    ),
    "a height": (
        lambda page: setattr(page.row_dimensions[7], "height", 64),
        lambda page: page.row_dimensions[7].height,
        64,
    ),
    "a frozen pane": (
        lambda page: setattr(page, "freeze_panes", "B3"),
        lambda page: page.freeze_panes,
        "B3",
    ),
    "a margin": (
        lambda page: setattr(page.page_margins, "left", 1.5),
        lambda page: page.page_margins.left,
        1.5,
    ),
    "a footer": (
        lambda page: setattr(page.oddFooter.center, "text", "Confidential"),
        lambda page: page.oddFooter.center.text,
        "Confidential",
    ),
    "an area to print": (
        lambda page: setattr(page, "print_area", "A1:C9"),
        lambda page: page.print_area,
        "'Summary'!$A$1:$C$9",
    ),
    "a hidden tab": (
        lambda page: setattr(page, "sheet_state", "hidden"),
        lambda page: page.sheet_state,
        "hidden",
    ),
    "a coloured cell": (
        lambda page: setattr(page["M9"], "fill", PatternFill("solid", fgColor="FFFFF000")),
        lambda page: page["M9"].fill.fgColor.rgb,
        "FFFFF000",
    ),
}


@pytest.mark.parametrize("what", ALONE)
def test_one_thing_alone_is_carried_over(what: str, book: Path, out: Path) -> None:
    change, look, expected = ALONE[what]
    edit(out, lambda workbook: change(workbook["Summary"]))
    done(_run(type_on(book, "Scorecard", "F4", 0.84)))
    assert look(opened(out)["Summary"]) == expected
    _twice_the_same(book, out)


def test_tabs_stay_where_the_officer_moved_them(book: Path, out: Path) -> None:
    edit(out, lambda workbook: workbook.move_sheet("Checks", -3))
    done(_run(worse(book)))
    assert opened(out).sheetnames == ["Checks", "Scorecard", "Summary", "Indicators"]
    assert opened(out).active.title == "Scorecard"
    assert opened(out)["Checks"].print_title_rows is not None
    _twice_the_same(book, out)


def test_looks_links_and_letters_are_carried_over(book: Path, out: Path) -> None:
    row = finding_row(out, "D1")

    def put(workbook: Any) -> None:
        page = workbook["Checks"]
        page[f"N{row}"] = 0.5
        page[f"N{row}"].fill = PatternFill("solid", fgColor="FFFFF000")
        page[f"N{row}"].number_format = "0.000%"
        page[f"N{row}"].font = Font(name="Georgia", size=13)
        page[f"O{row}"] = "ticket"
        page[f"O{row}"].hyperlink = "https://example.org/42"
        bold = TextBlock(InlineFont(b=True), "Not")
        page[f"P{row}"] = CellRichText([bold, " yet"])
        page[f"Q{row}"] = f"=N{row}*2"
        choice = DataValidation(type="list", formula1='"open,closed"')
        choice.add(f"N{row}")
        page.add_data_validation(choice)

    edit(out, put)
    done(_run(worse(book)))
    to = finding_row(out, "D1")
    assert to != row
    page = openpyxl.load_workbook(out, rich_text=True)["Checks"]
    assert page[f"N{to}"].value == 0.5
    assert page[f"N{to}"].fill.fgColor.rgb == "FFFFF000"
    assert page[f"N{to}"].number_format == "0.000%"
    assert (page[f"N{to}"].font.name, page[f"N{to}"].font.sz) == ("Georgia", 13)
    assert page[f"O{to}"].hyperlink.target == "https://example.org/42"
    assert page[f"P{to}"].value[0].font.b
    assert str(page[f"P{to}"].value) == "Not yet"
    assert page[f"Q{to}"].value == f"=N{to}*2"
    listed = [str(v.sqref) for v in page.data_validations.dataValidation]
    assert sorted(listed) == ["K6:K7", f"N{to}"]  # ours, where findings are accepted, and theirs
    _twice_the_same(book, out)
    _no_doubles(out)


def test_after_libreoffice_saved_the_output(book: Path, out: Path, soffice: Office) -> None:
    type_on(out, "Checks", f"N{finding_row(out, 'D1')}", NOTE)
    edit(out, _objects)
    shutil.copyfile(soffice.recalculated(out), out)
    done(_run(worse(book)))
    assert all_of(out, "Checks", NOTE) == [f"N{finding_row(out, 'D1')}"]
    assert all_of(out, "Checks", "Kept notes") == []
    page = opened(out)["Summary"]
    assert [_anchor(image) for image in page._images] == ["L5"]
    assert len(page._charts) == 2
    assert page["A3"].comment.text == NOTE
    _twice_the_same(book, out)
    shutil.copyfile(soffice.recalculated(out), out)
    assert all_of(out, "Checks", NOTE) == [f"N{finding_row(out, 'D1')}"]


def test_a_mere_save_by_libreoffice_brings_nothing_over(
    book: Path, out: Path, soffice: Office
) -> None:
    before = out.read_bytes()
    shutil.copyfile(soffice.recalculated(out), out)
    done(_run(book))
    assert out.read_bytes() == before


def _thread(path: Path) -> None:
    """Give the comment of the Summary a thread, as Excel keeps them."""
    contents = parts(path)
    main = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    kinds = "http://schemas.microsoft.com/office/2017/10/relationships"
    who, thread = "{11111111-1111-4111-8111-111111111111}", "{22222222-2222-4222-8222-222222222222}"
    contents["xl/persons/person.xml"] = (
        f'<personList xmlns="{main}"><person displayName="KL" id="{who}" userId="KL" '
        'providerId="None"/></personList>'
    ).encode()
    contents["xl/threadedComments/threadedComment1.xml"] = (
        f'<ThreadedComments xmlns="{main}"><threadedComment ref="A3" dT="2026-11-02T09:00:00.00" '
        f'personId="{who}" id="{thread}"><text>{NOTE}</text></threadedComment></ThreadedComments>'
    ).encode()
    for part, kind, target in (
        ("xl/_rels/workbook.xml.rels", "person", "/xl/persons/person.xml"),
        (
            "xl/worksheets/_rels/sheet2.xml.rels",
            "threadedComment",
            "/xl/threadedComments/threadedComment1.xml",
        ),
    ):
        link = f'<Relationship Id="rT" Type="{kinds}/{kind}" Target="{target}"/></Relationships>'
        contents[part] = contents[part].replace(b"</Relationships>", link.encode())
    types = "".join(
        f'<Override PartName="/xl/{part}" ContentType="application/vnd.ms-excel.{kind}+xml"/>'
        for part, kind in (
            ("persons/person.xml", "person"),
            ("threadedComments/threadedComment1.xml", "threadedcomments"),
        )
    )
    held = contents["[Content_Types].xml"]
    contents["[Content_Types].xml"] = held.replace(b"</Types>", f"{types}</Types>".encode())
    packed(contents, path)


def test_a_thread_of_comments_is_carried_over_with_who_wrote_it(book: Path, out: Path) -> None:
    edit(out, _objects)
    _thread(out)
    done(_run(worse(book)))
    contents = parts(out)
    (thread,) = [data for name, data in contents.items() if "threadedComments/" in name]
    (person,) = [data for name, data in contents.items() if "persons/" in name]
    assert NOTE.encode() in thread
    assert b'displayName="KL"' in person
    assert contents["xl/_rels/workbook.xml.rels"].count(b"relationships/person") == 1
    _twice_the_same(book, out)


def test_notes_are_carried_over_time_and_again(book: Path, out: Path) -> None:
    type_on(out, "Checks", f"N{finding_row(out, 'D1')}", NOTE)
    done(_run(worse(book)))
    type_on(out, "Summary", "M4", "Second note")
    done(_run(type_on(book, "Scorecard", "F4", 0.9)))
    assert all_of(out, "Checks", NOTE) == [f"N{finding_row(out, 'D1')}"]
    assert all_of(out, "Summary", "Second note") == ["M4"]
    _twice_the_same(book, out)


def test_a_note_that_the_officer_took_away_does_not_come_back(book: Path, out: Path) -> None:
    fresh = out.read_bytes()
    cell = f"N{finding_row(out, 'D1')}"
    type_on(out, "Checks", cell, NOTE)
    done(_run(book))
    type_on(out, "Checks", cell, None)
    done(_run(book))
    assert all_of(out, "Checks", NOTE) == []
    assert out.read_bytes() == fresh


def test_work_on_the_officers_sheets_is_refused_and_overwrite_still_carries_notes_over(
    book: Path, out: Path
) -> None:
    type_on(out, "Summary", "M4", NOTE)
    type_on(out, "Scorecard", "F4", 0.5)
    before = out.read_bytes()
    assert failure(_run(book)).kind == "edited"
    assert out.read_bytes() == before
    done(_run(book, overwrite=True))
    assert opened(out)["Scorecard"]["F4"].value == 0.82
    assert all_of(out, "Summary", NOTE) == ["M4"]


# -- where the workbook itself holds sheets of ours ------------------------------------------------


def _in_place(book: Path) -> None:
    done(xl_scorecard.refresh(book, rules=rule_file(book.parent, FOUR), in_place=True))


def test_notes_of_a_workbook_refreshed_in_place_are_not_doubled(book: Path, out: Path) -> None:
    out.unlink()
    _in_place(book)
    type_on(book, "Summary", "M4", NOTE)
    for _ in range(2):
        done(_run(book))
        assert all_of(out, "Summary", NOTE) == ["M4"]
        assert opened(out).sheetnames == ["Scorecard", "Summary", "Indicators", "Checks"]
    _twice_the_same(book, out)
    done(_run(type_on(book, "Summary", "M4", "Another word")))
    assert all_of(out, "Summary", "Another word") == ["M4"]
    assert all_of(out, "Summary", NOTE) == []


def test_notes_on_the_output_alone_are_carried_over_where_the_workbook_has_our_sheets_too(
    book: Path, out: Path
) -> None:
    _in_place(book)
    edit(book, lambda _: None)
    type_on(out, "Summary", "M4", NOTE)
    done(_run(worse(book)))
    assert all_of(out, "Summary", NOTE) == ["M4"]
    assert opened(out).sheetnames == ["Scorecard", "Summary", "Indicators", "Checks"]
    _twice_the_same(book, out)


def test_two_sheets_with_notes_of_their_own_are_not_made_one(book: Path, out: Path) -> None:
    _in_place(book)
    type_on(book, "Summary", "M4", "in the workbook")
    type_on(out, "Summary", "M4", NOTE)
    before = out.read_bytes()
    error = failure(_run(book))
    assert error.kind == "edited"
    assert "1 note of yours on Summary" in error.message
    assert out.read_bytes() == before
    (said,) = done(_run(book, overwrite=True)).kept
    assert said.startswith(f"overwrote {out}, which holds 1 note of yours on Summary, other than")
    assert all_of(out, "Summary", "in the workbook") == ["M4"]


def test_what_cannot_be_carried_over_is_said(book: Path, out: Path) -> None:
    def put(workbook: Any) -> None:
        page = workbook["Summary"]
        page["L30"], page["M30"], page["L31"], page["M31"] = "Who", "When", "KL", "May"
        page.add_table(Table(displayName="Actions", ref="L30:M31"))

    edit(out, put)
    before = out.read_bytes()
    error = failure(_run(book))
    assert error.kind == "edited"
    assert "a table" in error.message
    assert "--overwrite" in error.message
    assert out.read_bytes() == before
    (said,) = done(_run(book, overwrite=True)).kept
    assert "a table" in said


def test_a_sheet_called_summary_that_the_workbook_got_since_stays_beside(
    book: Path, out: Path
) -> None:
    type_on(out, "Summary", "M4", NOTE)
    edit(book, lambda workbook: workbook.create_sheet("Summary"))
    done(_run(book))
    names = opened(out).sheetnames
    assert names[:2] == ["Scorecard", "Summary"]
    assert all_of(out, names[2], NOTE) == ["M4"]
    assert "Scorecard Summary" in names
    _twice_the_same(book, out)


# -- clear -----------------------------------------------------------------------------------------


def test_clear_does_not_replace_an_output_with_notes_on_our_sheets(book: Path, out: Path) -> None:
    type_on(out, "Summary", "M4", NOTE)
    before = out.read_bytes()
    error = failure(xl_scorecard.clear(book, out=out.parent))
    assert error.kind == "edited"
    assert "1 note of yours on Summary" in error.message
    assert out.read_bytes() == before
    outcome = done(xl_scorecard.clear(book, out=out.parent, overwrite=True))
    assert outcome.kept == [f"overwrote {out}, which holds 1 note of yours on Summary"]
    assert parts(out).keys() == parts(book).keys()


def test_clear_replaces_an_output_on_which_nothing_is_theirs(book: Path, out: Path) -> None:
    done(xl_scorecard.clear(book, out=out.parent))
    assert opened(out).sheetnames == ["Scorecard"]
