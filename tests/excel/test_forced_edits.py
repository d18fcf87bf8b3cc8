"""Edits like a refresh's forced into every kind of workbook Excel makes: nothing is lost, and
taking them out gives back what was there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from benchmarks.trial_edit import trial_edit
from tests.conftest import NewErrors
from tests.excel.conftest import Corpus
from tests.support.packages import records
from xl_scorecard.errors import WorkbookError

# One workbook for each kind of content that is easily broken.
DELICATE = (
    "closedxml/AllShapes.xlsx", "closedxml/FileWithButton.xlsm", "closedxml/SampleSparklines.xlsx",
    "closedxml/activex_checkbox.xlsx", "closedxml/customxml.xlsx", "closedxml/DataValidation.xlsx",
    "poi/SimpleStrict.xlsx", "xlsxwriter/dynamic_array01.xlsx", "own/controls.xlsx",
    "own/pivot.xlsx", "own/strict.xlsx",
)  # fmt: skip


@pytest.fixture(scope="module")
def edited(
    either: Corpus, tmp_path_factory: pytest.TempPathFactory
) -> dict[Path, tuple[Path, Path]]:
    """Edited and cleared copies by original."""
    folder = tmp_path_factory.mktemp("edited")
    found = {}
    for number, original in enumerate(either.unsigned):
        after = folder / f"{number}-edited{original.suffix}"
        cleared = folder / f"{number}-cleared{original.suffix}"
        trial_edit(original, after)
        trial_edit(after, cleared, clear=True)
        found[original] = after, cleared
    assert len(found) == either.count - len(either.signed)
    return found


def test_a_signed_workbook_refuses_to_be_edited(either: Corpus, tmp_path: Path) -> None:
    for name in either.signed:
        (path,) = either.folder.rglob(name)
        with pytest.raises(WorkbookError, match="digitally signed"):
            trial_edit(path, tmp_path / name)


def _lost(
    pairs: Iterator[tuple[Path, Path]], part_diff: ModuleType
) -> list[tuple[str, dict[str, object]]]:
    found = []
    for before, after in pairs:
        diff = part_diff.diff(before, after)
        lost = {key: diff[key] for key in ("lost", "elements", "cells") if diff[key]}
        if lost:
            found.append((before.name, lost))
    return found


def test_no_part_element_or_cell_is_lost(
    edited: dict[Path, tuple[Path, Path]], part_diff: ModuleType
) -> None:
    assert _lost(((before, after) for before, (after, _) in edited.items()), part_diff) == []


def test_what_is_not_rewritten_keeps_every_byte_and_its_order(
    edited: dict[Path, tuple[Path, Path]], part_diff: ModuleType
) -> None:
    wrong = []
    for before, (after, _) in edited.items():
        rewritten = set(part_diff.diff(before, after)["rewritten"])
        old, new = records(before), records(after)
        same = all(new[name] == old[name] for name in old if _part(name) not in rewritten)
        if not same or list(new)[: len(old)] != list(old):
            wrong.append(before.name)
    assert wrong == []


def _part(entry: str) -> str:
    return entry.replace("\\", "/").lstrip("/")


def test_clearing_gives_every_part_back(
    edited: dict[Path, tuple[Path, Path]], part_diff: ModuleType
) -> None:
    wrong = []
    for before, (_, cleared) in edited.items():
        diff = part_diff.diff(before, cleared)
        changed = {name for name, how in diff["rewritten"].items() if how != "same"}
        added = set(diff["added"])
        if diff["lost"] or diff["cells"] or _not_styles(changed | added):
            wrong.append((before.name, diff["lost"], changed, added))
    assert wrong == []


def _not_styles(names: set[str]) -> set[str]:
    """Left-over styles may stay, in a part of their own where there was none."""
    return {name for name in names if not Path(name).stem.startswith("styles")}


def test_delicate_contents_bring_no_new_complaint_of_the_validator(
    edited: dict[Path, tuple[Path, Path]], validator: NewErrors
) -> None:
    chosen = [path for path in edited if f"{path.parent.name}/{path.name}" in DELICATE]
    assert len(chosen) in (3, 8)
    complaints = {path.name: validator(edited[path][0], path) for path in chosen}
    assert complaints == dict.fromkeys(complaints, "no new errors")
