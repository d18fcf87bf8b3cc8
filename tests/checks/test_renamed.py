"""Rows with a known reference under other names than their rules have."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import checked, findings, scorecard

_OTHERS = {"B1": "Children in Need", "C1": "Children in care", "D1": "Complaints received"}


def _found(
    folder: Path, ruled: str, here: str, others: dict[str, str] | None = None, aliases: str = ""
) -> list[str | None]:
    names = {"A1": here, **(_OTHERS if others is None else others)}
    rows = [(key, name, 20, 22) for key, name in names.items()]
    book = scorecard(
        folder / "b.xlsx", rows, ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
        number_format="0",
    )  # fmt: skip
    rules = [f'  - {{id: A1, name: "{ruled}", aliases: [{aliases}]}}\n']
    rules += [f'  - {{id: {key}, name: "{name}"}}\n' for key, name in _OTHERS.items()]
    outcome = checked(book, "name: s\nindicators:\n" + "".join(rules))
    return [cell for check, cell in findings(outcome) if check == "indicator-renamed"]


@pytest.mark.parametrize(
    ("ruled", "here"),
    [
        ("% with an allocated case worker", "% allocated a Social Worker"),
        ("% seen within 10 working days", "% seen within 15 working days"),
        ("% of children seen", "Number of children seen"),
        ("Children waiting over 6 weeks", "Children waiting over 6 weeks at term end"),
    ],
)
def test_a_name_that_says_something_else_is_named(tmp_path: Path, ruled: str, here: str) -> None:
    assert _found(tmp_path, ruled, here) == ["B4"]
    assert _found(tmp_path, ruled, here, aliases=f'"{here}"') == []


@pytest.mark.parametrize(
    ("ruled", "here"),
    [
        ("Number of children waiting", "No. of children waiting"),
        ("Children waiting", "Number of Children  Waiting"),
        ("Children waiting", "Children waiting*"),
        ("Children waiting", "Children waiting [note 2]"),
        ("Children waiting (snapshot)", "Children waiting"),
        ("Percentage of plans reviewed", "% of plans reviewed"),
        ("Plans & reviews", "Plans and reviews"),
        ("Plan reviewed", "Plans reviewed"),
        ("Staff turnover, A1", "Staff turnover"),
    ],
)
def test_small_words_notes_and_signs_are_no_other_name(
    tmp_path: Path, ruled: str, here: str
) -> None:
    assert _found(tmp_path, ruled, here) == []


def test_where_rules_have_words_of_their_own_none_is_named(tmp_path: Path) -> None:
    others = {"B1": "CiN at month end", "C1": "Children in care", "D1": "Complaints received"}
    assert _found(tmp_path, "Children seen", "% seen in 10 days", others) == []
