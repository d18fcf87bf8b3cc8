"""A sheet is ours where it says so itself; whatever names and records say, theirs stays."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import xl_scorecard
from tests.cases.kept import KEEP, MISLEADING
from tests.conftest import need_shared
from tests.support.books import RULES, cleared, done, failure, rule_file, scorecard
from tests.support.packages import packed, parts, patched
from tests.support.readers import opened, values

RECORD = "customXml/item1.xml"
BOARD_CELLS = [["Board paper"], ["Budget"], ["Staffing"]]


def _board(book: Any, _: Any) -> None:
    page = book.add_worksheet("Board")
    for row, (text,) in enumerate(BOARD_CELLS):
        page.write_string(row, 0, text)


@pytest.fixture
def refreshed(tmp_path: Path) -> Path:
    """A refreshed scorecard with a sheet of the officers', Board."""
    path = scorecard(tmp_path / "q3.xlsx", more=_board)
    _refresh(path)
    return path


def _refresh(path: Path) -> Path:
    done(xl_scorecard.refresh(path, rules=rule_file(path.parent, RULES), in_place=True))
    return path


def _book_xml(path: Path, change: Callable[[str], str]) -> Path:
    return patched(path, path, {"xl/workbook.xml": lambda data: change(data.decode()).encode()})


def _sheets(path: Path) -> list[str]:
    return opened(path).sheetnames


def _cells(path: Path, sheet: str) -> list[tuple[object, ...]]:
    return list(opened(path, formulas=True)[sheet].values)


@pytest.mark.parametrize("case", [f"{name}.xlsx" for name in MISLEADING])
def test_names_and_records_that_mislead_take_nothing_of_theirs(case: str, tmp_path: Path) -> None:
    need_shared(KEEP, "the cases")
    board = _cells(KEEP / case, "Board")
    once = tmp_path / case
    once.write_bytes((KEEP / case).read_bytes())
    rules = KEEP / "r.yaml"
    done(xl_scorecard.refresh(once, rules=rules, in_place=True))
    assert _sheets(once) == ["Scorecard", "Board", "Summary", "Indicators", "Checks"]
    assert _cells(once, "Board") == board
    before = once.read_bytes()
    done(xl_scorecard.refresh(once, rules=rules, in_place=True))
    assert once.read_bytes() == before
    for workbook in (once, KEEP / case):
        done(xl_scorecard.clear(workbook, out=tmp_path / "clear"))
        clear = tmp_path / "clear" / case
        assert _sheets(clear) == ["Scorecard", "Board"]
        assert _cells(clear, "Board") == board
        assert all(cell is None for row in values(clear, "Scorecard", "G1:J9") for cell in row)
        assert not any(b"xl_scorecard" in data for data in parts(clear).values())


def test_a_name_that_was_cut_to_another_sheet_leaves_that_sheet_alone(refreshed: Path) -> None:
    _book_xml(refreshed, lambda xml: xml.replace("'Summary'!$A$1<", "'Board'!$B$2<"))
    _refresh(refreshed)
    assert _sheets(refreshed) == ["Scorecard", "Board", "Summary", "Indicators", "Checks"]
    assert values(refreshed, "Board", "A1:A3") == BOARD_CELLS
    cleared(refreshed)
    assert _sheets(refreshed) == ["Scorecard", "Board"]


def test_all_of_our_summary_pasted_below_their_cells_is_on_a_sheet_of_theirs(
    refreshed: Path,
) -> None:
    book = opened(refreshed, formulas=True)
    for row in book["Summary"].iter_rows():
        for cell in row:
            if cell.value is not None:
                book["Board"].cell(cell.row + 10, cell.column, cell.value)
    del book["Summary"]
    book.defined_names["xl_scorecard.sheet.summary"].attr_text = "'Board'!$A$11"
    book.save(refreshed)
    cleared(refreshed, force=True)
    assert _sheets(refreshed) == ["Scorecard", "Board"]
    assert values(refreshed, "Board", "A1:A3") == BOARD_CELLS


def test_a_summary_that_an_officer_renamed_is_still_ours(refreshed: Path) -> None:
    _book_xml(refreshed, lambda xml: xml.replace("Summary", "For committee"))
    _refresh(refreshed)
    assert _sheets(refreshed) == ["Scorecard", "Board", "Summary", "Indicators", "Checks"]


def test_a_copy_of_our_summary_stays_theirs(refreshed: Path) -> None:
    book = opened(refreshed, formulas=True)
    copy = book.copy_worksheet(book["Summary"])
    copy.title = "Summary Q3"
    book.save(refreshed)
    place = _sheets(refreshed).index("Summary Q3")
    scoped = (
        f'<definedName name="xl_scorecard.sheet.summary" localSheetId="{place}" hidden="1">'
        "'Summary Q3'!$A$1</definedName>"
    )
    _book_xml(refreshed, lambda xml: xml.replace("</definedNames>", scoped + "</definedNames>"))
    kept = _cells(refreshed, "Summary Q3")
    _refresh(refreshed)
    assert sorted(_sheets(refreshed)) == [
        "Board",
        "Checks",
        "Indicators",
        "Scorecard",
        "Summary",
        "Summary Q3",
    ]
    assert _cells(refreshed, "Summary Q3") == kept
    cleared(refreshed, force=True)
    assert _sheets(refreshed) == ["Scorecard", "Board", "Summary Q3"]


def test_a_copy_of_our_summary_with_its_figures_is_no_scorecard(refreshed: Path) -> None:
    files = parts(refreshed)
    summary = re.sub(rb"<drawing [^>]*/>", b"", files["xl/worksheets/sheet3.xml"])
    assert b"Indicators that need attention" in summary
    files["xl/worksheets/sheet2.xml"] = summary  # as if Board had been made by copying
    packed(files, refreshed)
    before = _cells(refreshed, "Board")
    outcome = done(
        xl_scorecard.refresh(refreshed, rules=rule_file(refreshed.parent, RULES), in_place=True)
    )
    assert {item.sheet for item in outcome.indicators} == {"Scorecard"}
    assert len(outcome.indicators) == 3
    assert _cells(refreshed, "Board") == before


@pytest.mark.parametrize("beginning", [r"xl_scorecard\.sheet\.", r"xl_scorecard\."])
def test_sheets_whose_names_were_deleted_are_known_by_their_mark(
    refreshed: Path, beginning: str
) -> None:
    names = re.compile(rf'<definedName [^>]*name="{beginning}[^<]*</definedName>')
    _book_xml(refreshed, lambda xml: names.sub("", xml))
    again = refreshed.with_name("again.xlsx")
    again.write_bytes(refreshed.read_bytes())
    _refresh(again)
    assert _sheets(again) == ["Scorecard", "Board", "Summary", "Indicators", "Checks"]
    assert values(again, "Scorecard", "K3:N3") == [[None] * 4]
    cleared(refreshed)
    assert _sheets(refreshed) == ["Scorecard", "Board"]
    assert values(refreshed, "Scorecard", "G3:J9") == [[None] * 4] * 7


def test_of_two_marked_sheets_without_a_name_neither_is_taken(refreshed: Path) -> None:
    book = opened(refreshed, formulas=True)
    book.copy_worksheet(book["Summary"]).title = "Summary Q3"
    del book.defined_names["xl_scorecard.sheet.summary"]
    book.save(refreshed)
    _refresh(refreshed)
    assert {"Summary", "Summary Q3", "Scorecard Summary"} <= set(_sheets(refreshed))


def test_a_sheet_of_theirs_called_summary_under_our_name_stays(refreshed: Path) -> None:
    book = opened(refreshed, formulas=True)
    del book["Summary"]
    book.create_sheet("Summary")["A1"] = "Our own words"
    book.save(refreshed)
    assert "xl_scorecard.sheet.summary" in opened(refreshed).defined_names
    _refresh(refreshed)
    assert values(refreshed, "Summary", "A1:A1") == [["Our own words"]]
    assert "Scorecard Summary" in _sheets(refreshed)
    cleared(refreshed)
    assert _sheets(refreshed) == ["Scorecard", "Board", "Summary"]


def test_a_workbook_saved_by_another_program_is_cleared(refreshed: Path) -> None:
    opened(refreshed, formulas=True).save(refreshed)
    cleared(refreshed)
    assert _sheets(refreshed) == ["Scorecard", "Board"]


def test_a_block_whose_name_was_moved_to_their_sheet_is_found_where_it_was_written(
    refreshed: Path,
) -> None:
    _book_xml(refreshed, lambda xml: xml.replace("'Scorecard'!$G$3:$J$9", "'Board'!$A$1:$D$7"))
    cleared(refreshed)
    assert values(refreshed, "Board", "A1:A3") == BOARD_CELLS
    assert values(refreshed, "Scorecard", "G3:J9") == [[None] * 4] * 7


def _record(path: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    contents = parts(path)
    before, body, after = re.split(rb"(\{.*\})", contents[RECORD])
    data = json.loads(body)
    change(data)
    text = json.dumps(data).replace("&", "\\u0026").replace("<", "\\u003c")
    contents[RECORD] = before + text.encode() + after
    return packed(contents, path)


@pytest.mark.parametrize("verb", ["refresh", "check", "clear"])
def test_a_record_of_a_newer_version_is_refused_by_its_number(refreshed: Path, verb: str) -> None:
    _record(refreshed, lambda data: data.update(version=7, sheets={"new": "form"}))
    before = refreshed.read_bytes()
    options: dict[str, Any] = {} if verb == "check" else {"in_place": True}
    if verb != "clear":
        options["rules"] = rule_file(refreshed.parent, RULES)
    refused = failure(getattr(xl_scorecard, verb)(refreshed, **options))
    assert refused.kind == "unsupported_format"
    assert "newer xl-scorecard (its record is of version 7, this one knows 1)" in refused.message
    assert refreshed.read_bytes() == before


_WRONG: dict[str, object] = {
    "sheet": None, "blocks": [], "texts": {"a": 1}, "numbers": ["1"], "formulas": [None],
    "undo": {"blanks": {"A1": {"s": 3}}},
}  # fmt: skip
_WRONG_UNDO: dict[str, object] = {
    "columns": "<cols", "blanks": {"A-1": {}}, "widths": {"x": 1}, "new_rows": ["1"],
    "new_merges": ["A"], "spans": {"1": None}, "dimension": 7,
}  # fmt: skip


@pytest.mark.parametrize("field", [*_WRONG, *_WRONG_UNDO])
def test_a_record_of_wrong_types_counts_as_none(refreshed: Path, field: str) -> None:
    def spoil(data: dict[str, Any]) -> None:
        sheet = data["sheets"][0]
        if field in _WRONG:
            sheet[field] = _WRONG[field]
        else:
            sheet["undo"][field] = _WRONG_UNDO[field]

    _record(refreshed, spoil)
    cleared(refreshed)
    assert _sheets(refreshed) == ["Scorecard", "Board"]
    assert values(refreshed, "Scorecard", "G3:J3") == [[None] * 4]


@pytest.mark.parametrize("forged", [{"s": "99999"}, {"s": "-1"}, {"r": "A1"}])
def test_a_record_gives_no_cell_a_format_or_an_address_that_is_not_its_own(
    refreshed: Path, forged: dict[str, str]
) -> None:
    _record(refreshed, lambda data: data["sheets"][0]["undo"].update(blanks={"G4": forged}))
    cleared(refreshed)
    page = opened(refreshed)["Scorecard"]
    assert page["A1"].value == "Performance of the service"
    assert page["G4"].style_id == 0
    places = re.findall(rb'<c r="([A-Z]+\d+)"', parts(refreshed)["xl/worksheets/sheet1.xml"])
    assert len(places) == len(set(places))


def _also_led_to(path: Path, part: str, kind: str) -> Path:
    """A relationship of the officers' sheet leads to a part of ours as well."""
    contents = parts(path)
    link = (
        f'<Relationship Id="rId99" Target="/{part}" Type="http://schemas.openxmlformats.org'
        f'/officeDocument/2006/relationships/{kind}"/>'
    )
    contents["xl/worksheets/_rels/sheet2.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{link}</Relationships>"
    ).encode()
    return packed(contents, path)


@pytest.mark.parametrize(
    ("part", "kind"),
    [("customXml/itemProps1.xml", "drawing"), ("xl/worksheets/sheet3.xml", "drawing")],
)
def test_a_part_of_ours_that_something_of_theirs_leads_to_stays(
    refreshed: Path, part: str, kind: str
) -> None:
    _also_led_to(refreshed, part, kind)
    cleared(refreshed, force=True)
    assert part in parts(refreshed)
    assert _sheets(refreshed) == ["Scorecard", "Board"]


@pytest.mark.parametrize("field", ["new_rows", "new_merges"])
def test_a_text_where_the_record_has_a_list_counts_as_none(refreshed: Path, field: str) -> None:
    _record(refreshed, lambda data: data["sheets"][0]["undo"].update({field: ""}))
    cleared(refreshed)
    assert values(refreshed, "Scorecard", "G3:J3") == [[None] * 4]


def test_two_relationships_under_one_id_are_told_apart_by_their_kind(refreshed: Path) -> None:
    links = "xl/_rels/workbook.xml.rels"
    record = re.search(rb'<Relationship Id="[^"]*"[^>]*customXml[^>]*/>', parts(refreshed)[links])
    assert record is not None
    again = re.sub(rb'Id="[^"]*"', b'Id="rId1"', record.group())
    patched(
        refreshed,
        refreshed,
        {links: lambda data: data.replace(b'ships"><', b'ships">' + again + b"<")},
    )
    cleared(refreshed)
    assert _sheets(refreshed) == ["Scorecard", "Board"]
    assert values(refreshed, "Board", "A1:A3") == BOARD_CELLS


def test_a_record_that_is_led_to_twice_goes_and_leaves_no_link_behind(refreshed: Path) -> None:
    links = "xl/_rels/workbook.xml.rels"
    record = re.search(rb'<Relationship Id="[^"]*"[^>]*customXml[^>]*/>', parts(refreshed)[links])
    assert record is not None
    again = re.sub(rb'Id="[^"]*"', b'Id="rId99"', record.group())
    patched(refreshed, refreshed, {links: lambda data: data.replace(b"</R", again + b"</R")})
    cleared(refreshed)
    assert b"customXml" not in parts(refreshed)[links]
    assert RECORD not in parts(refreshed)
