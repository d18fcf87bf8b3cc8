"""What is ours is known again, whatever Excel and officers did to the workbook since."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import xl_scorecard
from tests.support.books import RULES, SHEET, done, refreshed_into, rule_file, scorecard
from tests.support.inserting import inserted_column, inserted_row
from tests.support.packages import packed, parts, patched, replacing
from tests.support.readers import opened, values

SHEET_PART = "xl/worksheets/sheet1.xml"
HEADINGS = ["Status", "Direction", "Change", "Change"]


@pytest.fixture
def refreshed(tmp_path: Path) -> Path:
    """A refreshed scorecard, its columns of ours in G to J."""
    refreshed_into(tmp_path / "once", scorecard(tmp_path / "q3.xlsx"))
    return tmp_path / "once" / "q3.xlsx"


def _again(workbook: Path, folder: Path) -> Path:
    rules = rule_file(folder, RULES)
    done(xl_scorecard.refresh(workbook, rules=rules, out=folder / "again"))
    return folder / "again" / workbook.name


def _ours(path: Path, sheet: str = SHEET, row: int = 3) -> list[str]:
    header = opened(path)[sheet][row]
    return [str(cell.value).split()[0] for cell in header[6:] if cell.value is not None]


def test_what_is_ours_is_listed_inside_the_workbook(refreshed: Path) -> None:
    book = opened(refreshed)
    ours = {name: item for name, item in book.defined_names.items() if "xl_scorecard" in name}
    assert all(item.hidden for item in ours.values())
    content = ours.pop("xl_scorecard.content")
    assert content.attr_text.startswith('"1 ')  # a text, over no cell
    places = {item.attr_text for name, item in ours.items() if ".drawn." not in name}
    sheets = {f"'{name}'!$A$1" for name in ("Summary", "Indicators", "Checks")}
    assert places == {f"'{SHEET}'!$G$3:$J$9", *sheets}  # with three free rows below the last
    assert any(name.startswith("customXml/item") for name in parts(refreshed))


def test_a_renamed_sheet_is_known_again(refreshed: Path, tmp_path: Path) -> None:
    # Excel renames in the sheet list and in every formula that names the sheet.
    def rename(data: bytes) -> bytes:
        return data.replace(b"'Scorecard'!", b"'Q3 final'!").replace(
            b'name="Scorecard"', b'name="Q3 final"'
        )

    sheets = {name: rename for name, data in parts(refreshed).items() if rename(data) != data}
    renamed = patched(refreshed, tmp_path / "q3.xlsx", sheets)
    output = _again(renamed, tmp_path)
    assert opened(output).sheetnames == ["Q3 final", "Summary", "Indicators", "Checks"]
    assert _ours(output, "Q3 final") == HEADINGS


def test_a_renamed_summary_is_replaced_and_not_doubled(refreshed: Path, tmp_path: Path) -> None:
    def rename(data: bytes) -> bytes:
        return data.replace(b"'Summary'!", b"'For committee'!").replace(
            b'name="Summary"', b'name="For committee"'
        )

    renamed = patched(refreshed, tmp_path / "q3.xlsx", {"xl/workbook.xml": rename})
    assert opened(_again(renamed, tmp_path)).sheetnames == [
        SHEET,
        "Summary",
        "Indicators",
        "Checks",
    ]


def test_a_sheet_of_ours_that_an_officer_deleted_is_made_anew(
    refreshed: Path, tmp_path: Path
) -> None:
    contents = parts(refreshed)
    sheets = re.findall(rb"<sheet [^>]*/>", contents["xl/workbook.xml"])
    workbook = contents["xl/workbook.xml"].replace(sheets[-1], b"")
    name = rb"<definedName [^>]*xl_scorecard\.sheet\.checks[^>]*>[^<]*</definedName>"
    contents["xl/workbook.xml"] = re.sub(name, b"", workbook)
    deleted = packed(contents, tmp_path / "q3.xlsx")
    assert opened(_again(deleted, tmp_path)).sheetnames == [
        SHEET,
        "Summary",
        "Indicators",
        "Checks",
    ]


def test_rows_inserted_above_are_followed(refreshed: Path, tmp_path: Path) -> None:
    insert = inserted_row(before=3)
    moved = patched(
        refreshed, tmp_path / "q3.xlsx", {SHEET_PART: insert, "xl/workbook.xml": insert}
    )
    output = _again(moved, tmp_path)
    assert _ours(output, row=4) == HEADINGS
    assert values(output, SHEET, "G5:G7") == [["Good"], ["Acceptable"], ["Amber"]]
    assert values(output, SHEET, "G3:J3") == [[None] * 4]


def test_a_new_quarter_inserted_before_our_columns_is_the_one_reported(
    refreshed: Path, tmp_path: Path
) -> None:
    insert = inserted_column(before=7)

    def typed(data: bytes) -> bytes:
        """Q4 in the new column: on target, at the tolerance, and far off."""
        text = insert(data).decode()
        for row, figure in ((4, 0.8), (5, 0.25), (6, 0.5)):
            cell = f'<c r="G{row}" s="1"><v>{figure}</v></c>'
            text = text.replace(f'<c r="H{row}"', f'{cell}<c r="H{row}"', 1)
        heading = '<c r="G3" t="inlineStr"><is><t>Q4 2018/19</t></is></c>'
        return text.replace('<c r="H3"', f'{heading}<c r="H3"', 1).encode()

    moved = patched(refreshed, tmp_path / "q4.xlsx", {SHEET_PART: typed, "xl/workbook.xml": insert})
    output = _again(moved, tmp_path)
    assert values(output, SHEET, "G3:G6") == [["Q4 2018/19"], [0.8], [0.25], [0.5]]
    assert values(output, SHEET, "H3:H6") == [
        ["Status Q4 2018/19"], ["Good"], ["Acceptable"], ["Red"],
    ]  # fmt: skip
    assert values(output, SHEET, "K3:L3") == [["Change on Q4 2017/18", None]]


def test_our_columns_are_known_again_where_the_record_was_dropped(
    refreshed: Path, tmp_path: Path
) -> None:
    # openpyxl, like some other programs, keeps names and drops custom XML.
    book = opened(refreshed, formulas=True)
    book.save(tmp_path / "q3.xlsx")
    assert not any(name.startswith("customXml") for name in parts(tmp_path / "q3.xlsx"))
    output = _again(tmp_path / "q3.xlsx", tmp_path)
    assert _ours(output) == HEADINGS
    assert opened(output).sheetnames == [SHEET, "Summary", "Indicators", "Checks"]


def test_a_record_that_somebody_edited_is_no_reason_to_stop(
    refreshed: Path, tmp_path: Path
) -> None:
    broken = patched(
        refreshed, tmp_path / "q3.xlsx", {"customXml/item1.xml": replacing('"version"', '"v')}
    )
    assert _ours(_again(broken, tmp_path)) == HEADINGS


def test_refreshing_for_another_period_replaces_what_was_there(
    refreshed: Path, tmp_path: Path
) -> None:
    rules = rule_file(tmp_path)
    done(xl_scorecard.refresh(refreshed, rules=rules, period="Q2 2018/19", in_place=True))
    sheet = opened(refreshed)[SHEET]
    assert _ours(refreshed) == HEADINGS
    assert sheet["G3"].value == "Status Q2 2018/19"
    # 75%, 25% and 70% in Q2, each five or ten points off target
    assert [sheet[f"G{row}"].value for row in (4, 5, 6)] == ["Acceptable", "Acceptable", "Yellow"]
