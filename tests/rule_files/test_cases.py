"""The rule files that showed a fault, kept beside the project, and those meant to be sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rule_files.told import told
from tests.support.paths import RULES, SHARED

CASES = SHARED / "cases"
UNSOUND = sorted((CASES / "rules").glob("*.yaml"))
SOUND = sorted(
    path
    for path in CASES.rglob("*.yaml")
    if path.parent.name != "rules" and "no-such-check" not in path.read_text("utf-8")
)


@pytest.mark.parametrize("path", UNSOUND, ids=lambda path: path.stem)
def test_a_rule_file_that_showed_a_fault_is_told(path: Path, tmp_path: Path) -> None:
    assert told(tmp_path, path.read_bytes())


@pytest.mark.parametrize("path", [*SOUND, *sorted(RULES.glob("*.yaml"))], ids=lambda p: p.stem)
def test_a_rule_set_that_is_used_is_sound(path: Path, tmp_path: Path) -> None:
    assert told(tmp_path, path.read_bytes()) == []
