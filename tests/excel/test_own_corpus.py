"""The workbooks of our own making, refreshed: what Excel would complain of, and what is kept."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

import xl_scorecard
from tests.conftest import NewErrors
from tests.excel.conftest import Corpus
from tests.support.corpus import NAMES, SIGNED
from tests.support.office import Office
from tools import ooxml_errors

UNSIGNED = [name for name in NAMES if name != SIGNED]
# The SDK has something against two: the order of openpyxl's colours, names with a slash before.
COMPLAINED_OF = {"saved-by-openpyxl.xlsx": 1, "whole-names.xlsx": 1}


@pytest.fixture(scope="module")
def refreshed(ours: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All of them refreshed."""
    out = tmp_path_factory.mktemp("refreshed")
    run = xl_scorecard.refresh(ours.folder, rules=ours.rules, out=out)
    assert {Path(outcome.path).name for outcome in run.failed} == {SIGNED}
    return out


@pytest.fixture(scope="module")
def complaints(ours: Corpus, validator: NewErrors) -> dict[str, Counter[str]]:
    """What the Open XML SDK says of each before we come."""
    return {name: ooxml_errors.complaints(ours.folder / name) for name in NAMES}


def test_they_are_what_they_claim_to_be(complaints: dict[str, Counter[str]]) -> None:
    assert {name: found.total() for name, found in complaints.items() if found} == COMPLAINED_OF


def test_a_refresh_brings_no_new_complaint_of_the_validator(
    complaints: dict[str, Counter[str]], refreshed: Path
) -> None:
    new = {name: ooxml_errors.complaints(refreshed / name) - complaints[name] for name in UNSIGNED}
    assert {name: found for name, found in new.items() if found} == {}


def test_together_they_are_small(ours: Corpus) -> None:
    assert sum(path.stat().st_size for path in ours.folder.iterdir()) < 1_000_000


@pytest.mark.parametrize("name", UNSIGNED)
def test_a_refresh_loses_nothing(
    ours: Corpus, refreshed: Path, name: str, part_diff: ModuleType
) -> None:
    found = part_diff.diff(ours.folder / name, refreshed / name)
    assert (found["lost"], found["elements"], found["cells"]) == ([], {}, {})


@pytest.mark.parametrize("name", UNSIGNED)
def test_clearing_gives_every_part_back(
    ours: Corpus, refreshed: Path, name: str, part_diff: ModuleType, tmp_path: Path
) -> None:
    xl_scorecard.clear(refreshed / name, out=tmp_path)
    found = part_diff.diff(ours.folder / name, tmp_path / name)
    changed = {part for part, how in found["rewritten"].items() if how != "same"}
    assert (found["lost"], found["added"], found["cells"]) == ([], [], {})
    assert changed <= {"xl/styles.xml"}


@pytest.mark.parametrize("name", ["charts.xlsx", "pivot.xlsx", "controls.xlsx", "strict.xlsx"])
def test_another_program_opens_what_we_wrote(refreshed: Path, name: str, soffice: Office) -> None:
    assert soffice.recalculated(refreshed / name).is_file()
