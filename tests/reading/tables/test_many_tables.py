"""A sheet of many tables below one another, each with headings of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

import xl_scorecard
from tests.support.books import checked, failure, findings, rule_file, scorecard
from xl_scorecard.reading.tables import locate, scorecards

HEADINGS = ("Indicator", "Target", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19", "Comment")
RULES = "name: s\ndefaults: {good_is: high, tolerance: 2}\nindicators:\n{ROWS}\n"


def _rows(tables: int, each: int, comment: str = "") -> list[tuple[str | float | None, ...]]:
    rows: list[tuple[str | float | None, ...]] = []
    for table in range(tables):
        rows += [(None,), (f"Service {table + 1}",), HEADINGS]
        rows += [
            (f"Children seen by team {table + 1}.{row + 1}", 80, 71 + row, 75, 84, comment or None)
            for row in range(each)
        ]
    return rows


def _rules(tables: int, each: int) -> str:
    entries = [
        f"  - {{id: T{t + 1}-{r + 1}, name: Children seen by team {t + 1}.{r + 1}}}"
        for t in range(tables)
        for r in range(each)
    ]
    return RULES.replace("{ROWS}", "\n".join(entries))


def _book(folder: Path, tables: int, each: int, comment: str = "") -> Path:
    rows = _rows(tables, each, comment)
    return scorecard(folder / "s.xlsx", rows[3:], rows[2], number_format="0")


def test_the_forty_first_is_read_like_the_first(tmp_path: Path) -> None:
    outcome = checked(_book(tmp_path, 45, 2), _rules(45, 2))
    assert len(outcome.indicators) == 90
    assert findings(outcome) == []


@pytest.mark.parametrize(
    "comment", ["", "Better than in Q2 2018/19", "Q1 2018/19 was revised", "See Nov 2018"]
)
def test_headings_and_comments_of_the_table_above_are_no_title(
    tmp_path: Path, comment: str
) -> None:
    """Of few columns they look like a line that says which quarter the sheet is about."""
    outcome = checked(_book(tmp_path, 2, 3, comment), _rules(2, 3))
    assert findings(outcome) == []
    assert {str(row.period) for row in outcome.indicators} == {"2018/19 Q3"}


def test_more_than_are_looked_for_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (locate, scorecards):
        monkeypatch.setattr(module, "MOST_TABLES", 3)
    assert len(checked(_book(tmp_path, 2, 2), _rules(2, 2)).indicators) == 4
    many = _book(tmp_path, 5, 2)
    error = failure(xl_scorecard.check(many, rules=rule_file(tmp_path, _rules(5, 2))))
    assert error.kind == "too_large"
    assert 'sheet "Scorecard" has 3 tables or more' in error.message


def _before(lines: int, parts: int) -> list[tuple[str, ...]]:
    return [tuple(f"Line {n}, part {p}, for those who fill in" for p in range(parts))
            for n in range(lines)]  # fmt: skip


@pytest.mark.parametrize("parts", [1, 4])
def test_a_long_guide_or_list_of_actions_between_tables_hides_none(
    tmp_path: Path, parts: int
) -> None:
    first, second = _rows(1, 3)[3:], _rows(2, 3)[-4:]
    lines = _before(70, parts)
    rows = [*first, (None,), (None,), (None,), *lines, (None,), *second]
    outcome = checked(scorecard(tmp_path / "s.xlsx", rows, HEADINGS), _rules(2, 3))
    assert len(outcome.indicators) == 6
    guided = [*lines, *lines[:40], (None,), HEADINGS, *first]
    outcome = checked(scorecard(tmp_path / "t.xlsx", guided, ("A guide",)), _rules(1, 3))
    assert len(outcome.indicators) == 3
