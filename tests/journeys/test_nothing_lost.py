from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import NewErrors, Refreshed
from tests.support.packages import parts, records
from tests.support.paths import CHILDREN, EARLY_HELP
from tests.support.readers import opened

# What a refresh has to touch: the sheet it writes into, the lists of what there is, the styles.
TOUCHED = re.compile(
    r"\[Content_Types\]\.xml|xl/_rels/workbook\.xml\.rels|xl/workbook\.xml|xl/styles\.xml"
    r"|xl/worksheets/sheet1\.xml"
)
both = pytest.mark.parametrize("sample", [CHILDREN, EARLY_HELP], ids=["children", "early-help"])


@both
def test_every_untouched_entry_is_copied_byte_for_byte(refreshed: Refreshed, sample: Path) -> None:
    before, after = records(sample), records(refreshed.file(sample))
    untouched = [name for name in before if not TOUCHED.fullmatch(name)]
    assert len(untouched) > 5
    assert [name for name in untouched if after.get(name) != before[name]] == []


@both
def test_the_entries_stay_in_their_order_with_ours_behind_them(
    refreshed: Refreshed, sample: Path
) -> None:
    before, after = list(records(sample)), list(records(refreshed.file(sample)))
    assert after[: len(before)] == before


@both
def test_no_part_no_element_and_no_cell_is_lost_or_changed(
    refreshed: Refreshed, sample: Path, part_diff: ModuleType
) -> None:
    found = part_diff.diff(sample, refreshed.file(sample))
    assert (found["lost"], found["elements"], found["cells"]) == ([], {}, {})
    assert all(TOUCHED.fullmatch(name) for name in found["rewritten"]), found["rewritten"]


@both
def test_the_validator_has_no_new_complaint(
    refreshed: Refreshed, sample: Path, validator: NewErrors
) -> None:
    assert validator(refreshed.file(sample), sample) == "no new errors"


def _values(path: Path, *, formulas: bool) -> dict[str, object]:
    book = opened(path, formulas=formulas)
    return {
        f"{sheet.title}!{cell.coordinate}": (cell.value, cell.number_format)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


@both
@pytest.mark.parametrize("formulas", [False, True], ids=["values", "formulas"])
def test_another_reader_sees_the_officers_cells_as_they_were(
    refreshed: Refreshed, sample: Path, formulas: bool
) -> None:
    before = _values(sample, formulas=formulas)
    after = _values(refreshed.file(sample), formulas=formulas)
    assert len(before) > 150
    assert {place: after.get(place) for place in before} == before


def test_the_macros_are_byte_identical(refreshed: Refreshed) -> None:
    before, after = parts(EARLY_HELP), parts(refreshed.file(EARLY_HELP))
    assert len(before["xl/vbaProject.bin"]) > 1000
    assert after["xl/vbaProject.bin"] == before["xl/vbaProject.bin"]
    main = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    assert main in after["[Content_Types].xml"]


@both
def test_the_officers_tabs_keep_their_order_and_the_one_in_front(
    refreshed: Refreshed, sample: Path
) -> None:
    before, after = opened(sample), opened(refreshed.file(sample))
    assert after.sheetnames == [*before.sheetnames, "Summary", "Indicators", "Checks"]
    assert after.active.title == before.active.title


@both
def test_the_source_itself_is_left_alone(refreshed: Refreshed, sample: Path) -> None:
    assert (refreshed.folder.parent / "samples" / sample.name).read_bytes() == sample.read_bytes()
