"""The rule sets beside the project that are meant to be sound; tests/cases has the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import need_shared
from tests.rule_files.told import told
from tests.support.paths import RULES, SHARED

CASES = SHARED / "cases"
SOUND = sorted(
    path
    for path in CASES.rglob("*.yaml")
    if path.parent.name != "rules" and "no-such-check" not in path.read_text("utf-8")
    if path.stem not in ("xrule-fault", "xrule-python")
)


def test_there_are_some_beside() -> None:
    need_shared(CASES, "the cases")
    assert SOUND


@pytest.mark.parametrize("path", [*SOUND, *sorted(RULES.glob("*.yaml"))], ids=lambda p: p.stem)
def test_a_rule_set_that_is_used_is_sound(path: Path, tmp_path: Path) -> None:
    assert told(tmp_path, path.read_bytes()) == []


@pytest.mark.parametrize(
    ("name", "where", "what"),
    [
        ("xrule-fault", "35:11", "own check false, that: names no indicator"),
        ("xrule-python", "31:22", "own check x, that: text in quotes is not known here"),
    ],
)
def test_an_own_check_that_says_nothing_or_would_run_something_is_a_mistake(
    tmp_path: Path, name: str, where: str, what: str
) -> None:
    need_shared(CASES, "the cases")
    (line,) = told(tmp_path, (CASES / "checks" / f"{name}.yaml").read_bytes())
    assert line.startswith(f"r.yaml:{where}: checks, {what}")
