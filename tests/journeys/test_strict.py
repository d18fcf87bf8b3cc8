"""Strict Open XML: read, refreshed and cleared in its own namespaces throughout."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import NewErrors
from tests.support.books import SHEET, cleared, refreshed_into, scorecard, statuses
from tests.support.office import Office, Values
from tests.support.strict import made_strict, transitional_names


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    return made_strict(scorecard(tmp_path / "plain.xlsx"), tmp_path / "q3.xlsx")


@pytest.fixture
def output(workbook: Path, tmp_path: Path) -> Path:
    outcome = refreshed_into(tmp_path / "out", workbook)
    assert statuses(outcome) == {"A1": "good", "B1": "acceptable", "C1": "amber"}
    return tmp_path / "out" / "q3.xlsx"


def test_nothing_is_lost_and_nothing_transitional_comes_in(
    workbook: Path, output: Path, part_diff: ModuleType
) -> None:
    found = part_diff.diff(workbook, output)
    assert (found["lost"], found["elements"], found["cells"]) == ([], {}, {})
    assert transitional_names(workbook) == set()
    assert transitional_names(output) == set()


def test_the_validator_has_no_new_complaint(
    workbook: Path, output: Path, validator: NewErrors
) -> None:
    assert validator(output, workbook) == "no new errors"


def test_other_programs_compute_what_we_stored(output: Path, soffice: Office) -> None:
    stored, computed = Values(output), Values(soffice.recalculated(output))
    assert stored.sheets == [SHEET, "Summary", "Indicators", "Checks"]
    for row in (4, 5, 6):
        assert computed.row(SHEET, row)[6:9] == pytest.approx(stored.row(SHEET, row)[6:9])


def test_clear_gives_everything_back(workbook: Path, output: Path, part_diff: ModuleType) -> None:
    cleared(output)
    found = part_diff.diff(workbook, output)
    changed = {name for name, how in found["rewritten"].items() if how != "same"}
    assert (found["lost"], found["added"], found["cells"]) == ([], [], {})
    assert changed <= {"xl/styles.xml"}
