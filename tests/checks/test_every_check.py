"""What holds for every check: it is listed, it has its words, and it does what its examples say."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import xl_scorecard.checks
from tests.conftest import need_shared
from tests.support import paths
from tests.support.examples import checked_example
from tests.support.paths import ROOT
from xl_scorecard.checks.answered import answered_slugs
from xl_scorecard.checks.catalogue import CHECKS, slugs
from xl_scorecard.checks.check import Check
from xl_scorecard.checks.example import Example

FOLDER = Path(xl_scorecard.checks.__file__).parent
every_check = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.slug)


def _found(check: Check, example: Example, folder: Path) -> list[str | None]:
    found = [f for f in checked_example(example, folder).findings if f.check == check.slug]
    assert {f.severity for f in found} <= set(check.severities)
    return sorted(f.cell or f.sheet or "" for f in found)


@every_check
def test_it_finds_what_its_example_shows(check: Check, tmp_path: Path) -> None:
    assert check.triggers.finds
    assert _found(check, check.triggers, tmp_path) == sorted(check.triggers.finds)


@every_check
def test_it_finds_nothing_in_the_example_that_is_right(check: Check, tmp_path: Path) -> None:
    assert check.passes.finds == ()
    assert _found(check, check.passes, tmp_path) == []


@every_check
def test_it_says_in_a_line_what_it_looks_for_and_asks_a_question(check: Check) -> None:
    assert check.looks_for
    assert not check.looks_for.endswith(".")
    assert check.question[0].isupper()
    assert check.question.endswith("?")
    assert not {"|", "\n"} & set(check.looks_for + check.question)


def test_each_is_in_a_file_of_its_own_named_after_it() -> None:
    files = FOLDER.glob("*/[a-z]*.py")
    named = {path.stem for path in files if path.parent.name != "own"}  # runs the rule set's own
    assert {slug.replace("-", "_") for slug in slugs()} == named
    assert len(CHECKS) == len(named)


def test_the_list_and_the_document_are_those_that_make_docs_writes(tmp_path: Path) -> None:
    listed, document = tmp_path / "listed.py", tmp_path / "checks.md"
    there = ROOT / "docs" / "checks.md"
    document.write_bytes(there.read_bytes())
    script = ROOT / "docs" / "list_checks.py"
    subprocess.run([sys.executable, script, listed, document], cwd=ROOT, check=True)
    assert listed.read_bytes() == (FOLDER / "listed.py").read_bytes()
    assert document.read_bytes() == there.read_bytes()


def test_each_of_the_officers_list_of_79_is_a_check_or_is_answered() -> None:
    need_shared(paths.OFFICERS_LIST, "the list of checks")
    listed = [each["slug"] for each in json.loads(paths.OFFICERS_LIST.read_text("utf-8"))]
    assert len(listed) == 79
    assert set(listed) - slugs() <= answered_slugs()
