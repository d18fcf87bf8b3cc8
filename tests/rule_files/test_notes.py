"""What is sound and has no effect is a note."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import need
from tests.rule_files.written import notes
from tests.support.paths import SHARED
from xl_scorecard.checks.answered import answered_slugs
from xl_scorecard.checks.catalogue import slugs

HEAD = "name: s\nindicators:\n  - {id: A1, name: a}\n"


@pytest.mark.parametrize(
    ("said", "line", "column", "words"),
    [
        (
            "checks: {off: [summary-name-clash]}",
            4,
            16,
            "off: summary-name-clash is no finding: a sheet of yours keeps its name",
        ),
        (
            "checks: {severity: {unreadable-workbook: info}}",
            4,
            21,
            "severity: unreadable-workbook is no finding: of a file that cannot be read nothing",
        ),
        (
            "ratings: {a: {bands: [{status: a, label: A, up_to: target}, {status: b, label: B}]}}",
            4,
            11,
            "ratings: a is not used: rating names concern",
        ),
    ],
)
def test_what_has_no_effect_is_noted_at_its_place(
    tmp_path: Path, said: str, line: int, column: int, words: str
) -> None:
    ((at_line, at_column, message),) = notes(tmp_path, f"{HEAD}{said}\n")
    assert words in message
    assert (at_line, at_column) == (line, column)


def test_every_check_of_the_list_is_built_or_answered() -> None:
    planned = SHARED / "facts" / "checks.json"
    need(planned.is_file(), "the list of checks (../shared/facts)")
    wanted = {check["slug"] for check in json.loads(planned.read_text("utf-8"))}
    assert wanted - slugs() - answered_slugs() == set()
