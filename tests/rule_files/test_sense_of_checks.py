"""Checks that are off or count differently, of an indicator and in periods: slips are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from xl_scorecard.errors import RuleSetError
from xl_scorecard.rule_files.load import load_rule_set

_RULES = """\
name: n
indicators:
  - {id: A1, name: Children seen, checks: %s}
checks: %s
"""


def _mistakes(folder: Path, near: str = "{}", of_all: str = "{}") -> list[str]:
    path = folder / "r.yaml"
    path.write_text(_RULES % (near, of_all))
    try:
        load_rule_set(path)
    except RuleSetError as error:
        return error.lines()
    return []


@pytest.mark.parametrize(
    ("near", "of_all", "said"),
    [
        ("{off: [stale-repeet]}", "{}",
         'r.yaml:3:50: indicator A1, checks, off, entry 1: "stale-repeet" is no check; did you'),
        ("{}", "{periods: {autumn: {off: [stale-repeat]}}}",
         'r.yaml:4:20: checks, periods, autumn: "autumn" is not a period; write 2018/19 Q3, Dec'),
        ("{periods: {2018/19 Q3: {severity: {stale-repeat: grave}}}}", "{}",
         '"grave" is not known; write error, warning or info'),
        ("{}", "{periods: {2018/19 Q3: {off: []}, Q3 2018/19: {off: []}}}",
         '"Q3 2018/19" is the same period as one on line 4; put both into one'),
        ("{of: [stale-repeat]}", "{}", "is not a word of rule sets here; did you mean off?"),
    ],
)  # fmt: skip
def test_a_slip_is_told_with_its_place_and_mend(
    tmp_path: Path, near: str, of_all: str, said: str
) -> None:
    (told,) = _mistakes(tmp_path, near, of_all)
    assert said in told


def test_what_is_sound_is_taken(tmp_path: Path) -> None:
    near = "{off: [stale-repeat], periods: {2018/19: {severity: {value-missing: info}}}}"
    assert _mistakes(tmp_path, near, "{periods: {Dec 2018: {off: [value-missing]}}}") == []
