"""Own checks in a rule file: each mistake at its letter, with what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rule_files.written import mistakes, notes

HEAD = """\
name: s
indicators:
  - {id: CAME, name: came}
  - {id: LEFT 1, name: left}
  - {id: SHARE, name: share, unit: percent}
checks:
  rules:
"""
LINE = 8


@pytest.mark.parametrize(
    ("that", "column", "words"),
    [
        ('"[CAM] > [LEFT 1]"', 13, "no indicator has the id CAM; did you mean CAME?"),
        ("'[CAME] > [LEFT]'", 22, "no indicator has the id LEFT; did you mean LEFT 1?"),
        ('"[CAME] > [ZZ]"', 22, "the id ZZ; add that indicator, or correct the id"),
        ("1 = 2", 12, "names no indicator, so it says nothing of any scorecard"),
        ("([CAME] = 1", 12, "( has no ) after it"),
        ('"[CAME]\\t= [NO]"', 12, "no indicator has the id NO"),  # not letter for letter
        ('"[SHARE] <= 100"', 24, "100 beside percentages is 10,000%; write 100%"),
        ('"200 >= sum([SHARE]) + 1"', 13, "200 beside percentages is 20,000%"),
    ],
)
def test_a_mistake_has_its_line_and_letter(
    tmp_path: Path, that: str, column: int, words: str
) -> None:
    ((line, at, message),) = mistakes(tmp_path, f"{HEAD}    - id: o\n      that: {that}\n")
    assert (line, at) == (LINE + 1, column + 1)
    assert message.startswith("checks, own check o, that: ")
    assert words in message


def test_a_text_over_several_lines_has_its_mistakes_where_it_begins(tmp_path: Path) -> None:
    text = f"{HEAD}    - id: o\n      that: >\n        [CAME]\n        = [NO]\n"
    ((line, column, message),) = mistakes(tmp_path, text)
    assert (line, column) == (LINE + 1, 13)
    assert "no indicator has the id NO" in message


def test_each_mistake_of_one_check_is_told(tmp_path: Path) -> None:
    text = f"{HEAD}    - {{id: o, that: '[A] + [B] = [C]'}}\n"
    assert [column for _, column, _ in mistakes(tmp_path, text)] == [22, 28, 34]


@pytest.mark.parametrize(
    "that",
    [
        "[came] >= [left  1]",
        "[SHARE] <= 100%",
        "[SHARE] * 100 <= 100",
        "[SHARE] <= 1",
        "[CAME] <= 100",
        "[SHARE] * [CAME] > 20",
        "if([SHARE] > 50%, [CAME] > 20)",
    ],
)
def test_what_can_be_held_is_sound(tmp_path: Path, that: str) -> None:
    assert notes(tmp_path, f"{HEAD}    - {{id: o, that: '{that}'}}\n") == []


def test_a_message_names_only_figures_that_there_are(tmp_path: Path) -> None:
    check = "{id: o, that: '[CAME] > 1', message: '%s'}"
    right = check % "{came} of {period}: {values}"
    assert notes(tmp_path, f"{HEAD}    - {right}\n") == []
    wrong = check % "{CAM} and {LEFT 1}"
    told = [message for *_, message in mistakes(tmp_path, f"{HEAD}    - {wrong}\n")]
    assert told == [
        "checks, own check o, message: {CAM} stands for no figure of this check; did you mean CAME?"
    ]


def test_an_own_check_may_be_off_or_count_less_by_its_id(tmp_path: Path) -> None:
    settings = "  off: [o]\n  severity: {o: info}\n"
    text = HEAD.replace("  rules:\n", f"{settings}  rules:\n")
    assert notes(tmp_path, f"{text}    - {{id: o, that: '[CAME] > 1'}}\n") == []
