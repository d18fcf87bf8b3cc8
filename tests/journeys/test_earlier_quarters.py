"""Last quarter's workbook beside this quarter's: what the checks see across, and who is meant."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

import xl_scorecard
from tests.support.books import Cell, all_done, done, rule_file, scorecard
from tests.support.command import xl_scorecard as command
from xl_scorecard.domain.outcome import Outcome

_Q = ("Q1 2018/19", "Q2 2018/19", "Q3 2018/19", "Q4 2018/19")
_NAMES = ("Children seen", "Plans reviewed", "Visits made", "Reviews held", "Calls answered")
_RULES = "name: small\nindicators:\n" + "".join(
    f"  - {{id: A{n}, name: {name}, unit: percent, good_is: high}}\n"
    for n, name in enumerate(_NAMES, 1)
)
_COMMENT = "Rose to 81% after the recruitment in May."
_THEN = ((0.78, 0.81), (0.66, 0.7), (0.5, 0.55), (0.61, 0.62), (0.9, 0.91))
_NOW = tuple((*row, row[1] + 0.03) for row in _THEN)


def _book(
    path: Path,
    figures: Sequence[Sequence[Cell]],
    periods: Sequence[str],
    comment: str = "",
    target: Cell = 0.85,
) -> Path:
    path.parent.mkdir(exist_ok=True, parents=True)
    rows = [
        (f"A{n}", name, target, *cells, comment if n == 1 else "")
        for n, (name, cells) in enumerate(zip(_NAMES, figures, strict=False), 1)
    ]
    return scorecard(path, rows, ("Ref", "Measure", "Target", *periods, "Comment"))


def _then(path: Path, **more: Any) -> Path:
    """Last quarter's workbook: Q1 in D, Q2 in E, comments in F."""
    return _book(path, _THEN, _Q[:2], **more)


def _now(path: Path, figures: Sequence[Sequence[Cell]] = _NOW, **more: Any) -> Path:
    """This quarter's: Q1 in D, Q2 in E, Q3 in F, comments in G."""
    return _book(path, figures, _Q[:3], **more)


_CHANGED = ((0.78, 0.83, 0.84), *_NOW[1:])
"""The first row's Q2 is 83%, and was 81%."""


def _checked(path: Path, **options: Any) -> Outcome:
    return done(xl_scorecard.check(path, rules=rule_file(path.parent, _RULES), **options))


def _of(outcome: Outcome, check: str) -> list[tuple[str | None, str]]:
    return [(f.cell, f.message) for f in outcome.findings if f.check == check]


def test_a_figure_changed_since_last_quarters_workbook_names_both_cells(tmp_path: Path) -> None:
    before = _then(tmp_path / "children q2 2018-19.xlsx")
    bytes_before = before.read_bytes()
    outcome = _checked(_now(tmp_path / "children q3 2018-19.xlsx", _CHANGED))
    ((cell, message),) = _of(outcome, "history-changed")
    assert cell == "E4"
    assert '81% on the sheet "[children q2 2018-19.xlsx]Scorecard" (E4)' in message
    assert before.read_bytes() == bytes_before
    (held,) = outcome.held_against
    assert (held.workbook, held.period) == ("children q2 2018-19.xlsx", "2018/19 Q2")


def test_a_comment_left_from_last_quarters_workbook_names_both_cells(tmp_path: Path) -> None:
    _then(tmp_path / "children q2 2018-19.xlsx", comment=_COMMENT)
    outcome = _checked(_now(tmp_path / "children q3 2018-19.xlsx", comment=_COMMENT))
    ((cell, message),) = _of(outcome, "comment-repeated")
    assert cell == "G4"
    assert '"[children q2 2018-19.xlsx]Scorecard" (F4)' in message


def test_a_comment_is_known_again_where_each_workbook_has_one_period(tmp_path: Path) -> None:
    _book(tmp_path / "c 2018-19 q2.xlsx", [row[1:] for row in _THEN], _Q[1:2], comment=_COMMENT)
    now = [row[2:] for row in _NOW]
    outcome = _checked(_book(tmp_path / "c 2018-19 q3.xlsx", now, _Q[2:3], comment=_COMMENT))
    ((cell, message),) = _of(outcome, "comment-repeated")
    assert (cell, "(E4)" in message) == ("E4", True)


def test_a_figure_left_standing_is_known_from_a_history_of_single_quarters(tmp_path: Path) -> None:
    years = ("Q1 2017/18", "Q2 2017/18", "Q3 2017/18", "Q4 2017/18", "Q1 2018/19", "Q2 2018/19")
    contacts = (3986, 4320, 3874, 3512, 3748, 3748)
    rules = rule_file(tmp_path, "name: c\nindicators: [{id: A1, name: Contacts, unit: count}]\n")
    (tmp_path / "all").mkdir()
    for period, figure in zip(years, contacts, strict=True):
        name = period.replace("/", "-")
        path = tmp_path / "all" / f"contacts {name}.xlsx"
        scorecard(path, [("A1", "Contacts", figure)], ("Ref", "Measure", period), number_format="0")
    last = tmp_path / "all" / "contacts Q2 2018-19.xlsx"
    alone = done(xl_scorecard.check(last, rules=rules))
    assert [each.period for each in alone.held_against] == ["2018/19 Q1"]
    assert _of(alone, "stale-repeat") == []  # that they always change is not known from one
    outcome = done(xl_scorecard.check(last, rules=rules, history=tmp_path / "all"))
    assert len(outcome.held_against) == 5
    ((cell, message),) = _of(outcome, "stale-repeat")
    assert cell == "C4"
    assert '"[contacts Q1 2018-19.xlsx]Scorecard" C4' in message


def test_nothing_is_rated_by_another_workbook(tmp_path: Path) -> None:
    book = _now(tmp_path / "alone" / "children q3 2018-19.xlsx")
    beside = tmp_path / "beside"
    beside.mkdir()
    _then(beside / "children q2 2018-19.xlsx")
    shutil.copyfile(book, beside / book.name)
    one, other = _checked(book), _checked(beside / book.name)
    assert (one.held_against == [], other.held_against == []) == (True, False)
    assert (one.indicators, one.findings) == (other.indicators, other.findings)


def test_an_earlier_workbook_that_cannot_be_read_is_a_note_and_no_failure(tmp_path: Path) -> None:
    (tmp_path / "children q2 2018-19.xlsx").write_bytes(b"no workbook")
    book = _now(tmp_path / "children q3 2018-19.xlsx")
    outcome = _checked(book)
    (note,) = outcome.notes
    assert note.startswith("children q2 2018-19.xlsx: is not an Excel workbook")
    assert note.endswith("; it was not compared")
    finished = command("check", book, "--rules", tmp_path / "rules.yaml", status=0)
    assert f"{book}: note: {note}" in finished.out.splitlines()


@pytest.mark.parametrize(
    ("then", "now", "held"),
    [
        ("children q2 2018-19.xlsx", "children q3 2018-19.xlsx", True),
        ("Children 2018-09 final.xlsx", "children 2018-12 draft.xlsx", True),
        ("q2.xlsx", "q3.xlsx", True),
        ("2018-19 Q2.xlsx", "2018-19 Q3.xlsx", True),
        ("last time.xlsx", "this time.xlsx", True),  # most figures are the same
        ("children q3 2018-19 (1).xlsx", "children q3 2018-19.xlsx", False),
        ("children q2 2019-20.xlsx", "children q3 2018-19.xlsx", False),
    ],
)
def test_which_workbook_is_that_of_last_quarter(
    tmp_path: Path, then: str, now: str, held: bool
) -> None:
    _then(tmp_path / then)
    outcome = _checked(_now(tmp_path / now))
    assert [each.workbook for each in outcome.held_against] == ([then] if held else [])


def test_of_several_the_last_one_before_is_meant(tmp_path: Path) -> None:
    _book(tmp_path / "c q1 2018-19.xlsx", [row[:1] for row in _THEN], _Q[:1])
    _then(tmp_path / "c q2 2018-19.xlsx")
    _now(tmp_path / "c q3 2018-19.xlsx")
    _book(tmp_path / "c q4 2018-19.xlsx", [(*row, 0.5) for row in _NOW], _Q)
    run = xl_scorecard.check(tmp_path, rules=rule_file(tmp_path, _RULES))
    held = [[each.period for each in outcome.held_against] for outcome in all_done(run)]
    assert held == [[], ["2018/19 Q1"], ["2018/19 Q2"], ["2018/19 Q3"]]


def test_another_teams_workbook_is_not_taken_for_it(tmp_path: Path) -> None:
    _book(tmp_path / "south q2 2018-19.xlsx", [(0.2, 0.3)] * 5, _Q[:2])
    outcome = _checked(_now(tmp_path / "north q3 2018-19.xlsx"))
    assert outcome.held_against == []
    assert outcome.notes == []


def test_each_teams_own_workbook_is_taken(tmp_path: Path) -> None:
    for team in ("north", "south"):
        _then(tmp_path / f"{team} q2 2018-19.xlsx")
        _now(tmp_path / f"{team} q3 2018-19.xlsx")
    run = xl_scorecard.check(tmp_path, rules=rule_file(tmp_path, _RULES))
    held = {Path(o.path).name: [h.workbook for h in o.held_against] for o in all_done(run)}
    assert held["north q3 2018-19.xlsx"] == ["north q2 2018-19.xlsx"]
    assert held["south q3 2018-19.xlsx"] == ["south q2 2018-19.xlsx"]


def test_before_names_it_wherever_it_is(tmp_path: Path) -> None:
    before = _then(tmp_path / "elsewhere" / "anything.xlsx")
    outcome = _checked(_now(tmp_path / "q3.xlsx", _CHANGED), before=before)
    assert _of(outcome, "history-changed") != []


def test_before_that_is_no_earlier_quarter_is_a_note(tmp_path: Path) -> None:
    before = _now(tmp_path / "elsewhere" / "anything.xlsx")
    outcome = _checked(_now(tmp_path / "q3.xlsx"), before=before)
    assert outcome.notes == [
        "anything.xlsx: reports Q3 2018/19, which is not before Q3 2018/19; it was not compared"
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--before", "nowhere.xlsx"), "--before nowhere.xlsx: is not there"),
        (("--before", "."), "--before .: is a folder; --history takes one"),
        (("--history", "q3.xlsx"), "--history q3.xlsx: is no folder"),
    ],
)
def test_a_slip_in_naming_them_is_told(tmp_path: Path, words: tuple[str, str], said: str) -> None:
    _now(tmp_path / "q3.xlsx")
    rule_file(tmp_path, _RULES)
    asked = ("check", "q3.xlsx", "--rules", "rules.yaml", *words)
    finished = command(*asked, folder=tmp_path, status=2)
    assert finished.err.startswith(f"xl-scorecard: {said}")


def test_a_refresh_in_place_of_a_folder_gives_the_findings_of_a_check(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    for name in ("a", "b"):
        _then(folder / f"{name} q2 2018-19.xlsx")
        _now(folder / f"{name} q3 2018-19.xlsx", _CHANGED)
    rules = rule_file(tmp_path, _RULES)
    checked = all_done(xl_scorecard.check(folder, rules=rules))
    for _ in range(2):
        run = xl_scorecard.refresh(folder, rules=rules, in_place=True, jobs=2)
        assert [o.findings for o in all_done(run)] == [o.findings for o in checked]


def test_an_output_is_the_same_bytes_once_more(tmp_path: Path) -> None:
    _then(tmp_path / "c q2 2018-19.xlsx")
    book = _now(tmp_path / "c q3 2018-19.xlsx", _CHANGED)
    rules = rule_file(tmp_path, _RULES)
    outputs = []
    for _ in range(2):
        done(xl_scorecard.refresh(book, rules=rules, out=tmp_path / "out"))
        outputs.append((tmp_path / "out" / book.name).read_bytes())
    assert outputs[0] == outputs[1]
