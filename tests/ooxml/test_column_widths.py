"""A width for one column, cut out of the ranges that `<cols>` is kept in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.sheets import worksheet

Range = tuple[int, int, str]


def _widths(folder: Path, ranges: str, widths: dict[int, float]) -> list[Range]:
    with worksheet(folder, f"{ranges}<sheetData/>") as sheet:
        sheet.set_widths(widths)
        (columns,) = sheet.root.iter("{*}cols")
        return [(int(c.get("min")), int(c.get("max")), c.get("width")) for c in columns]


def _cols(*ranges: Range) -> str:
    inner = "".join(f'<col min="{a}" max="{b}" width="{w}" style="2"/>' for a, b, w in ranges)
    return f"<cols>{inner}</cols>"


@pytest.mark.parametrize(
    ("before", "column", "after"),
    [
        ([], 8, [(8, 8, "13.0")]),
        ([(1, 3, "9")], 8, [(1, 3, "9"), (8, 8, "13.0")]),
        ([(10, 12, "9")], 8, [(8, 8, "13.0"), (10, 12, "9")]),
        ([(8, 8, "9")], 8, [(8, 8, "13.0")]),
        ([(5, 12, "9")], 8, [(5, 7, "9"), (8, 8, "13.0"), (9, 12, "9")]),
        ([(8, 12, "9")], 8, [(8, 8, "13.0"), (9, 12, "9")]),
        ([(5, 8, "9")], 8, [(5, 7, "9"), (8, 8, "13.0")]),
        ([(1, 16384, "9")], 8, [(1, 7, "9"), (8, 8, "13.0"), (9, 16384, "9")]),
        (
            [(1, 2, "5"), (5, 12, "9"), (20, 21, "7")],
            8,
            [(1, 2, "5"), (5, 7, "9"), (8, 8, "13.0"), (9, 12, "9"), (20, 21, "7")],
        ),
    ],
)
def test_a_column_is_cut_out_of_its_range(
    tmp_path: Path, before: list[Range], column: int, after: list[Range]
) -> None:
    ranges = _cols(*before) if before else ""
    assert _widths(tmp_path, ranges, {column: 13.0}) == after


def test_neighbouring_columns_are_cut_out_one_by_one(tmp_path: Path) -> None:
    after = _widths(tmp_path, _cols((1, 16384, "9")), {8: 13.0, 9: 15.0, 11: 12.0})
    assert after == [
        (1, 7, "9"), (8, 8, "13.0"), (9, 9, "15.0"), (10, 10, "9"), (11, 11, "12.0"),
        (12, 16384, "9"),
    ]  # fmt: skip


def test_a_column_keeps_its_style_but_not_that_it_is_hidden(tmp_path: Path) -> None:
    ranges = '<cols><col min="5" max="9" width="9" style="2" hidden="1"/></cols>'
    with worksheet(tmp_path, f"{ranges}<sheetData/>") as sheet:
        sheet.set_widths({8: 13.0})
        (columns,) = sheet.root.iter("{*}cols")
        theirs, ours, rest = (dict(column.attrib) for column in columns)
        assert (theirs["hidden"], rest["hidden"]) == ("1", "1")
        assert ours == {
            "min": "8", "max": "8", "width": "13.0", "style": "2", "customWidth": "1",
        }  # fmt: skip
