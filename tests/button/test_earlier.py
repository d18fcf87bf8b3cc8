"""The button looks for last quarter's workbook beside the open one, where that lies in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import xlwings

from tests.button.payload import payload_of
from tests.support.books import rule_file, scorecard
from xl_scorecard.button import refresh
from xl_scorecard.domain.outcome import Outcome

_ACROSS = {"comment-repeated", "history-changed", "stale-repeat", "target-changed"}
_NAMES = ("Children seen", "Plans reviewed", "Visits made")
_RULES = "name: small\nindicators:\n" + "".join(
    f"  - {{id: A{n}, name: {name}, unit: percent, good_is: high}}\n"
    for n, name in enumerate(_NAMES, 1)
)


class _Open:
    """The remote engine's workbook, lying where it is said to."""

    def __init__(self, path: Path, fullname: str) -> None:
        self._book = xlwings.Book(json=payload_of(path))
        self.fullname = fullname

    def __getattr__(self, name: str) -> Any:
        return getattr(self._book, name)


def _book(path: Path, quarters: int, second: float) -> Path:
    """Q1 in D, Q2 in E, Q3 in F; the first row's Q2 as given."""
    figures = ((0.78, second, 0.84), (0.66, 0.7, 0.73), (0.5, 0.55, 0.58))
    headings = [f"Q{n} 2018/19" for n in range(1, quarters + 1)]
    rows = [
        (f"A{n}", name, 0.85, *cells[:quarters])
        for n, (name, cells) in enumerate(zip(_NAMES, figures, strict=True), 1)
    ]
    return scorecard(path, rows, ("Ref", "Measure", "Target", *headings))


def _pressed(path: Path, rules: Path, fullname: str) -> tuple[Outcome, str]:
    """What came of it, and all that it wrote."""
    book = _Open(path, fullname)
    outcome = refresh(book, rules=rules)
    return outcome, str(book.json()["actions"])


def test_it_does_and_says_where_it_cannot(tmp_path: Path) -> None:
    rules = rule_file(tmp_path, _RULES)
    then = _book(tmp_path / "children 2018-19 q2.xlsx", 2, 0.81)
    as_it_was = then.read_bytes()
    now = _book(tmp_path / "children 2018-19 q3.xlsx", 3, 0.83)
    beside, written = _pressed(now, rules, str(now))
    assert [each.workbook for each in beside.held_against] == [then.name]
    (found,) = [each for each in beside.findings if each.check == "history-changed"]
    assert (found.cell, '"[children 2018-19 q2.xlsx]Scorecard" (E4)' in found.message) == (
        "E4",
        True,
    )
    assert "lies in no folder" not in written
    assert then.read_bytes() == as_it_was

    unsaved, written = _pressed(now, rules, "Book1")
    assert unsaved.held_against == []
    assert {
        each.check
        for each in unsaved.not_looked_at
        if each.aspect == "workbooks of earlier quarters"
    } == _ACROSS
    assert "lies in no folder of this computer" in written
