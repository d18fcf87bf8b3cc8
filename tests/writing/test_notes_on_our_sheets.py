"""What officers put on Summary, Checks and Ratings is theirs: it stays, and stays findable."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from PIL import Image as Picture

import xl_scorecard
from tests.cases.kept import KEEP
from tests.conftest import need_shared
from tests.support.books import RULES, cleared, done, rule_file, scorecard
from tests.support.office import Office
from tests.support.paths import RULES as RULE_SETS
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
from tests.writing.registers import row_of
from xl_scorecard.domain.outcome import Outcome

CASE = KEEP / "notes-on-summary-and-checks.xlsx"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A refreshed scorecard with a finding about D1, and B1 and C1 in need of attention."""
    return _refresh(scorecard(tmp_path / "q3.xlsx", ROWS))


def _refresh(path: Path) -> Path:
    _outcome(path)
    return path


def _outcome(path: Path) -> Outcome:
    rules = rule_file(path.parent, FOUR)
    return done(xl_scorecard.refresh(path, rules=rules, in_place=True))


def _find(path: Path, sheet: str, text: str) -> str:
    """The one cell of a sheet with a text."""
    (found,) = all_of(path, sheet, text)
    return found


def _row(path: Path, sheet: str, text: str) -> int:
    return int("".join(filter(str.isdigit, _find(path, sheet, text))))


def _kept(path: Path) -> list[dict[str, object]]:
    """The kept notes: what each said, where it stood, beside what, and lost when."""
    page = opened(path)["Checks"]
    if not all_of(path, "Checks", "Kept notes"):
        return []
    top = _row(path, "Checks", "Kept notes") + 1
    headings = {cell.value: cell.column for cell in page[top] if cell.value is not None}
    found = []
    for row in range(top + 1, page.max_row + 1):
        cells = {name: page.cell(row, column).value for name, column in headings.items()}
        if any(cells.values()):
            found.append(cells)
    return found


def _twice_the_same(path: Path) -> None:
    before = path.read_bytes()
    assert _outcome(path).outcome == "unchanged"
    assert path.read_bytes() == before


# -- beside a finding, beside an indicator ---------------------------------------------------------


def test_a_note_beside_a_finding_follows_it(book: Path) -> None:
    before = finding_row(book, "D1")
    type_on(book, "Checks", f"N{before}", NOTE)
    _refresh(worse(book))
    after = finding_row(book, "D1")
    assert after > before
    assert _find(book, "Checks", NOTE) == f"N{after}"
    assert _kept(book) == []
    _twice_the_same(book)


def test_a_note_whose_finding_is_gone_is_kept_with_what_it_stood_beside(book: Path) -> None:
    row = finding_row(book, "D1")
    message = opened(book)["Checks"][f"E{row}"].value
    type_on(book, "Checks", f"N{row}", NOTE)
    _refresh(type_on(book, "Scorecard", "F7", 0.9))
    (kept,) = _kept(book)
    assert kept["What it said"] == NOTE
    assert kept["Where it stood"] == f"Checks!N{row}"
    assert str(message) in str(kept["What it stood beside"])
    assert "D1" in str(kept["What it stood beside"])
    assert kept["Lost in"] == "Q3 2018/19"
    for _ in range(2):
        _twice_the_same(book)
    assert len(_kept(book)) == 1


def test_kept_notes_gather_in_one_list_and_are_the_officers_to_delete(book: Path) -> None:
    row = finding_row(book, "D1")
    type_on(book, "Checks", f"N{row}", NOTE)
    type_on(book, "Summary", "M4", "beside nothing")
    _refresh(type_on(book, "Scorecard", "F7", 0.9))
    type_on(book, "Summary", "A3", "All is well")
    _refresh(book)
    said = [kept["What it said"] for kept in _kept(book)]
    assert said == [NOTE, "All is well"]
    assert len(all_of(book, "Checks", "Kept notes")) == 1

    def delete(workbook: Any) -> None:
        page = workbook["Checks"]
        top = next(c.row for c in page["A"] if c.value == "Kept notes")
        for cells in page.iter_rows(top + 2, page.max_row):
            for cell in cells:
                cell.value = None

    _refresh(edit(book, delete))
    assert all_of(book, "Checks", "Kept notes") == []
    _twice_the_same(book)


def _listed(path: Path) -> dict[str, int]:
    """The rows of the indicators that need attention, by the cell each is linked to."""
    page = opened(path)["Summary"]
    top = next(c.row for c in page["A"] if str(c.value or "").startswith("Indicators that need"))
    below = next(c.row for c in page["A"] if c.value == "Most improved")
    link = next(c.column for c in page[top + 1] if c.value == "Cell")
    return {
        str(page.cell(row, link).value): row
        for row in range(top + 2, below)
        if page.cell(row, link).value is not None
    }


def test_a_note_beside_an_indicator_follows_it_when_the_list_is_sorted_anew(book: Path) -> None:
    before = _listed(book)
    assert before["F6"] < before["F5"]
    type_on(book, "Summary", f"N{before['F5']}", NOTE)
    _refresh(worse(book))
    after = _listed(book)
    assert after["F5"] < after["F6"]
    assert _find(book, "Summary", NOTE) == f"N{after['F5']}"
    _twice_the_same(book)


def test_a_note_beside_an_indicator_that_needs_no_attention_any_more_is_kept(book: Path) -> None:
    type_on(book, "Summary", f"N{_listed(book)['F5']}", NOTE)
    _refresh(type_on(book, "Scorecard", "F5", 0.9))
    (kept,) = _kept(book)
    assert kept["What it said"] == NOTE
    assert kept["What it stood beside"] == "Plans reviewed"


def test_a_formula_beside_an_indicator_that_is_gone_is_kept_as_words_too(book: Path) -> None:
    row = _listed(book)["F6"]
    type_on(book, "Summary", f"K{row}", "=6*7")
    type_on(book, "Scorecard", "F6", 0.9)
    _refresh(book)
    assert [note["What it said"] for note in _kept(book)] == ["=6*7"]
    _twice_the_same(book)


def test_a_note_with_no_row_of_ours_beside_it_stays_in_its_cell(book: Path) -> None:
    type_on(book, "Summary", "Z60", NOTE)
    type_on(book, "Summary", "L2", "For the committee of 12 May")
    type_on(book, "Checks", "A40", "Seen by KL")
    _refresh(book)
    assert _find(book, "Summary", NOTE) == "Z60"
    assert _find(book, "Summary", "For the committee of 12 May") == "L2"
    assert _find(book, "Checks", "Seen by KL") == "A40"
    _twice_the_same(book)


def test_a_note_below_the_findings_stays_below_them(book: Path) -> None:
    last = finding_row(book, "D1")
    type_on(book, "Checks", f"E{last + 1}", NOTE)
    _refresh(worse(book))
    assert _find(book, "Checks", NOTE) == f"E{finding_row(book, 'D1') + 1}"


def test_what_was_typed_where_we_left_a_cell_empty_follows_its_row(book: Path) -> None:
    row = row_of(book, "C1")
    assert opened(book, formulas=True)["Indicators"][f"G{row}"].value is None
    type_on(book, "Indicators", f"G{row}", "as counted by hand")

    def another(workbook: Any) -> None:
        workbook["Scorecard"].insert_rows(4)
        for column, value in enumerate(("Z9", "Cases open", "High", 0.8, 0.7, 0.9), 1):
            workbook["Scorecard"].cell(4, column, value)

    _refresh(edit(book, another))
    assert row_of(book, "C1") == row + 1
    assert _find(book, "Indicators", "as counted by hand") == f"G{row + 1}"
    _twice_the_same(book)


# -- over cells of ours ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sheet", "cell"), [("Summary", "A3"), ("Summary", "A1"), ("Summary", "B7"), ("Checks", "E6")]
)
def test_what_was_typed_over_a_cell_of_ours_is_kept_and_ours_is_drawn(
    book: Path, sheet: str, cell: str
) -> None:
    ours = opened(book, formulas=True)[sheet][cell].value
    type_on(book, sheet, cell, "No, see the annex")
    _refresh(book)
    assert opened(book, formulas=True)[sheet][cell].value == ours
    (kept,) = _kept(book)
    assert kept["What it said"] == "No, see the annex"
    assert kept["Where it stood"] == f"{sheet}!{cell}"
    for _ in range(2):
        _twice_the_same(book)
    assert len(_kept(book)) == 1


def test_a_cell_of_ours_that_was_emptied_is_drawn_again(book: Path) -> None:
    type_on(book, "Summary", "A1", None)
    _refresh(book)
    assert opened(book)["Summary"]["A1"].value == "small"
    assert _kept(book) == []


# -- comments, pictures, charts --------------------------------------------------------------------


def _comment(sheet: str, cell: str) -> Callable[[Any], None]:
    def put(workbook: Any) -> None:
        workbook[sheet][cell].comment = Comment(NOTE, "KL")

    return put


def test_a_comment_on_a_finding_follows_it_and_is_kept_when_that_is_gone(book: Path) -> None:
    edit(book, _comment("Checks", f"E{finding_row(book, 'D1')}"))
    _refresh(worse(book))
    page = opened(book)["Checks"]
    assert page[f"E{finding_row(book, 'D1')}"].comment.text == NOTE
    assert sum(c.comment is not None for row in page.iter_rows() for c in row) == 1
    _refresh(type_on(book, "Scorecard", "F7", 0.9))
    (kept,) = _kept(book)
    assert kept["What it said"] == NOTE
    page = opened(book)["Checks"]
    assert sum(c.comment is not None for row in page.iter_rows() for c in row) == 0
    _twice_the_same(book)


def _picture() -> Image:
    data = io.BytesIO()
    Picture.new("RGB", (20, 20), "red").save(data, "PNG")
    return Image(data)


def _objects(workbook: Any) -> None:
    page = workbook["Summary"]
    page.add_image(_picture(), "L5")
    chart = BarChart()
    chart.title = "Ours since April"
    chart.add_data(Reference(workbook["Scorecard"], min_col=6, min_row=3, max_row=7), True)
    page.add_chart(chart, "L20")
    page["A3"].comment = Comment(NOTE, "KL")


def test_a_picture_a_chart_and_a_comment_on_the_summary_survive(book: Path) -> None:
    charts = len(opened(book)["Summary"]._charts)
    _refresh(edit(book, _objects))
    for _ in range(3):
        page = opened(book)["Summary"]
        assert [_anchor(image) for image in page._images] == ["L5"]
        assert len(page._charts) == charts + 1
        assert "L20" in [_anchor(chart) for chart in page._charts]
        assert page["A3"].comment.text == NOTE
        _twice_the_same(book)
    outcome = cleared(book)
    page = opened(book)["Summary"]
    assert [_anchor(image) for image in page._images] == ["L5"]
    assert [_anchor(chart) for chart in page._charts] == ["L20"]
    assert page["A1"].value is None
    assert outcome.kept == ["kept Summary: it holds 1 comment, 1 picture and 1 chart of yours"]


def _anchor(thing: Any) -> str:
    start = thing.anchor._from
    return f"{chr(65 + start.col)}{start.row + 1}"


# -- how it is set out -----------------------------------------------------------------------------


def test_widths_heights_zoom_freeze_and_print_set_up_stay_as_the_officer_left_them(
    book: Path,
) -> None:
    row = _listed(book)["F5"]

    def set_out(workbook: Any) -> None:
        page = workbook["Summary"]
        page.column_dimensions["A"].width = 70
        page.column_dimensions["C"].hidden = True
        page.column_dimensions["M"].width = 33
        page.row_dimensions[row].height = 64
        page.sheet_view.zoomScale = 130
        page.freeze_panes = "B6"
        page.page_setup.orientation = "portrait"
        page.page_margins.left = 1.5
        page.oddFooter.center.text = "Confidential"
        page.sheet_properties.tabColor = "FF00AA00"
        page.print_area = "A1:C20"
        workbook.move_sheet("Summary", -1)

    _refresh(worse(edit(book, set_out)))
    for _ in range(2):
        page = opened(book)["Summary"]
        widths = page.column_dimensions
        assert widths["A"].width == 70
        assert widths["C"].hidden
        assert widths["M"].width == 33
        assert 11 <= widths["B"].width < 13
        assert page.row_dimensions[_listed(book)["F5"]].height == 64
        # as every place of the list
        assert page.row_dimensions[_listed(book)["F6"]].height == 19.5
        assert page.sheet_view.zoomScale == 130
        assert page.freeze_panes == "B6"
        assert page.page_setup.orientation == "portrait"
        assert page.page_margins.left == 1.5
        assert page.oddFooter.center.text == "Confidential"
        assert page.sheet_properties.tabColor.rgb == "FF00AA00"
        assert page.print_area == "'Summary'!$A$1:$C$20"
        assert opened(book).sheetnames == ["Summary", "Scorecard", "Indicators", "Checks"]
        _twice_the_same(book)
    assert cleared(book).kept == []
    assert opened(book).sheetnames == ["Scorecard"]


def test_links_validations_merges_and_looks_of_theirs_follow_their_rows(book: Path) -> None:
    row = finding_row(book, "D1")

    def put(workbook: Any) -> None:
        page = workbook["Checks"]
        page[f"N{row}"] = 0.5
        page[f"N{row}"].fill = PatternFill("solid", fgColor="FFFFF000")
        page[f"N{row}"].number_format = "0.0%"
        page[f"O{row}"] = "ticket"
        page[f"O{row}"].hyperlink = "https://example.org/42"
        page.merge_cells(f"P{row}:Q{row}")
        page[f"P{row}"] = f"=N{row}*2"
        choice = DataValidation(type="list", formula1='"open,closed"')
        choice.add(f"N{row}")
        page.add_data_validation(choice)

    _refresh(worse(edit(book, put)))
    to = finding_row(book, "D1")
    assert to != row
    page = opened(book, formulas=True)["Checks"]
    assert page[f"N{to}"].value == 0.5
    assert page[f"N{to}"].fill.fgColor.rgb == "FFFFF000"
    assert page[f"N{to}"].number_format == "0.0%"
    assert page[f"O{to}"].hyperlink.target == "https://example.org/42"
    assert page[f"P{to}"].value == f"=N{to}*2"
    assert [str(area) for area in page.merged_cells.ranges] == [f"P{to}:Q{to}"]
    listed = [str(v.sqref) for v in page.data_validations.dataValidation]
    assert sorted(listed) == ["K6:K7", f"N{to}"]  # ours, where findings are accepted, and theirs
    _twice_the_same(book)


# -- whose sheet, and what is left -----------------------------------------------------------------


def test_rows_and_a_column_put_in_before_our_title_leave_the_sheet_ours(book: Path) -> None:
    def put_in(workbook: Any) -> None:
        page = workbook["Checks"]
        page.insert_rows(1, 2)
        page.insert_cols(1)
        page["A1"] = NOTE
        page["B2"] = "Second note"

    _refresh(edit(book, put_in))
    assert opened(book).sheetnames == ["Scorecard", "Summary", "Indicators", "Checks"]
    page = opened(book)["Checks"]
    assert page["A1"].value == "Checks: small"
    assert [kept["What it said"] for kept in _kept(book)] == [NOTE, "Second note"]
    _twice_the_same(book)


def test_clear_keeps_what_is_theirs_on_our_sheets_and_says_so(book: Path) -> None:
    row = finding_row(book, "D1")
    type_on(book, "Checks", f"N{row}", NOTE)
    type_on(book, "Checks", "E40", "Second note")
    outcome = cleared(book)
    assert outcome.outcome == "cleared"
    assert outcome.kept == ["kept Checks: it holds 2 notes of yours"]
    assert opened(book).sheetnames == ["Scorecard", "Checks"]
    page = opened(book)["Checks"]
    there = {c.coordinate: c.value for line in page.iter_rows() for c in line if c.value}
    assert there == {f"N{row}": NOTE, "E40": "Second note"}
    assert "xl_scorecard" not in str(opened(book).defined_names)


def test_notes_on_sheets_of_an_earlier_version_stay(tmp_path: Path) -> None:
    need_shared(KEEP, "the cases")
    book = tmp_path / CASE.name
    book.write_bytes(CASE.read_bytes())
    rules = rule_file(tmp_path, RULES)
    for _ in range(3):
        done(xl_scorecard.refresh(book, rules=rules, in_place=True))
        # 11 rows below the list now stand other lists, whose rows come and go: it is kept
        (kept,) = _kept(book)
        assert (kept["What it said"], kept["Where it stood"]) == (NOTE, "Summary!Z40")
        assert _find(book, "Checks", "explained: data entry error, IT ticket 42") == "K54"
        # of the counts, and of the three lists
        assert len(all_of(book, "Summary", "Section")) == 4
        assert len(opened(book)["Summary"]._charts) == 1
    (told,) = cleared(book).kept
    assert told.startswith("kept Checks: it holds ")
    assert len(all_of(book, "Checks", NOTE)) == 1


def test_nothing_of_ours_is_doubled_after_another_program_saved_it(book: Path) -> None:
    before = _shown(book)
    _refresh(edit(book, lambda _: None))
    assert _shown(book) == before
    cleared(edit(book, lambda _: None))
    assert opened(book).sheetnames == ["Scorecard"]


def test_libreoffice_in_between_changes_nothing(book: Path, soffice: Office) -> None:
    def put(workbook: Any) -> None:
        workbook["Checks"][f"N{finding_row(book, 'D1')}"] = NOTE
        _objects(workbook)

    before = _shown(book)
    _refresh(_through(soffice, book))
    assert _shown(book) == before
    _through(soffice, edit(book, put))
    _refresh(worse(book))
    assert _find(book, "Checks", NOTE) == f"N{finding_row(book, 'D1')}"
    assert _kept(book) == []
    page = opened(book)["Summary"]
    assert [_anchor(image) for image in page._images] == ["L5"]
    assert len(page._charts) == 2
    assert page["A3"].comment.text == NOTE
    _twice_the_same(book)


def _through(soffice: Office, path: Path) -> Path:
    path.write_bytes(soffice.recalculated(path).read_bytes())
    return path


def test_a_sheet_on_which_nothing_is_theirs_is_drawn_as_ever(book: Path) -> None:
    before = book.read_bytes()
    assert _outcome(book).outcome == "unchanged"
    assert book.read_bytes() == before
    assert cleared(book).kept == []


def test_a_list_that_an_officer_sorted_keeps_its_notes_beside_their_findings(book: Path) -> None:
    _refresh(worse(book))
    first, last = finding_row(book, "A1"), finding_row(book, "D1")
    type_on(book, "Checks", f"N{first}", "of A1")
    type_on(book, "Checks", f"N{last}", "of D1")

    def swap(workbook: Any) -> None:
        page = workbook["Checks"]
        for column in range(1, 15):
            one, other = page.cell(first, column), page.cell(last, column)
            one.value, other.value = other.value, one.value

    _refresh(edit(book, swap))
    assert _find(book, "Checks", "of A1") == f"N{finding_row(book, 'A1')}"
    assert _find(book, "Checks", "of D1") == f"N{finding_row(book, 'D1')}"


def test_the_filter_of_the_list_reaches_to_the_last_finding(book: Path) -> None:
    _refresh(worse(book))
    last = max(finding_row(book, "A1"), finding_row(book, "D1"))
    (table,) = opened(book)["Checks"].tables.values()
    assert table.autoFilter.ref == f"A5:L{last}"
    _twice_the_same(book)


def _shown(path: Path) -> dict[str, dict[str, object]]:
    workbook = opened(path, formulas=True)
    return {
        page.title: {
            **{c.coordinate: c.value for row in page.iter_rows() for c in row if c.value},
            "charts": len(page._charts),
            "colours": sum(len(rules.rules) for rules in page.conditional_formatting),
            "area": page.print_area,
        }
        for page in workbook
    }


@pytest.mark.parametrize("name", ["saved-by-libreoffice-7.4.xlsm", "saved-by-openpyxl.xlsm"])
def test_sheets_of_an_earlier_version_that_another_program_saved_hold_nothing_of_theirs(
    name: str, tmp_path: Path
) -> None:
    need_shared(KEEP, "the cases")
    book = tmp_path / name
    book.write_bytes((KEEP / name).read_bytes())
    done(xl_scorecard.refresh(book, rules=RULE_SETS / "early-help.yaml", in_place=True))
    # the bars, and a chart for each of the 11 that are rated
    assert len(opened(book)["Summary"]._charts) == 12
    assert _kept(book) == []
    assert cleared(book).kept == []
