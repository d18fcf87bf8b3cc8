"""Figures that only the workbooks of earlier quarters have make series longer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

import xl_scorecard
from tests.support.books import Cell, done, scorecard
from tests.support.command import xl_scorecard as command
from xl_scorecard.domain.outcome import IndicatorResult

_PERIODS = tuple(f"Q{n % 4 + 1} {2015 + n // 4}/{16 + n // 4}" for n in range(15))
"""Q1 2015/16 to Q3 2018/19."""
_FIGURES = (0.7, 0.72, 0.69, 0.71, 0.7, 0.73, 0.68, 0.7, 0.71, 0.69, 0.72, 0.7, 0.71, 0.7, 0.75)
_RULES = """\
name: s
columns: [variation, streak]
defaults: {tolerance: 5 points, good_is: high}
indicators:
  - {id: A1, name: Children seen, unit: percent, target: 80%, breaks: BREAKS}
"""


def _book(path: Path, first: int, last: int, figures: Sequence[Cell] = _FIGURES) -> Path:
    """A workbook with the quarters from one to another, of which the last is reported."""
    headings = ("Ref", "Measure", *_PERIODS[first:last])
    return scorecard(path, [("A1", "Children seen", *figures[first:last])], headings)


def _rules(folder: Path, text: str = _RULES.replace(", breaks: BREAKS", "")) -> Path:
    path = folder / "rules.yaml"
    path.write_text(text, "utf-8")
    return path


def _checked(folder: Path, now: Path, history: Path) -> IndicatorResult:
    run = xl_scorecard.check(now, rules=folder / "rules.yaml", history=history)
    return done(run).indicators[0]


@pytest.fixture
def share(tmp_path: Path) -> Path:
    """Q2's workbook with fourteen quarters in `then`, Q3's with five of its own beside it."""
    _rules(tmp_path)
    (tmp_path / "then").mkdir()
    _book(tmp_path / "then" / "s 2018-19 Q2.xlsx", 0, 14)
    _book(tmp_path / "s 2018-19 Q3.xlsx", 10, 15)
    return tmp_path


def test_a_series_is_as_long_as_all_workbooks_together(share: Path) -> None:
    alone = done(xl_scorecard.check(share / "s 2018-19 Q3.xlsx", rules=share / "rules.yaml"))
    assert (alone.indicators[0].limits, alone.indicators[0].supplied) == (None, [])
    found = _checked(share, share / "s 2018-19 Q3.xlsx", share / "then")
    assert [point.value for point in found.points] == list(_FIGURES)
    assert found.limits is not None
    assert found.limits.mean == pytest.approx(sum(_FIGURES) / 15)
    assert found.streak is not None
    assert found.streak.words is not None
    assert "Q1 2015/16" not in [figure.period for figure in found.figures]


def test_each_figure_supplied_names_its_cell(share: Path) -> None:
    found = _checked(share, share / "s 2018-19 Q3.xlsx", share / "then")
    first = found.supplied[0]
    assert (first.period, first.value, first.sheet, first.cell) == (
        "2015/16 Q1", 0.7, "[s 2018-19 Q2.xlsx]Scorecard", "C4",
    )  # fmt: skip
    assert len(found.supplied) == 10
    told = command(
        "check", "s 2018-19 Q3.xlsx", "--rules", "rules.yaml", "--history", "then", "--explain",
        folder=share, status=(0, 1),
    )  # fmt: skip
    assert "2015/16 Q1 from '[s 2018-19 Q2.xlsx]Scorecard'!C4" in told.out


def test_what_rests_on_cells_stays_with_those_of_the_workbook(share: Path) -> None:
    _book(share / "s 2018-19 Q3.xlsx", 14, 15)
    found = _checked(share, share / "s 2018-19 Q3.xlsx", share / "then")
    assert (found.previous, found.change, found.travel) == (None, None, None)
    assert len(found.points) == 15


def test_an_own_figure_counts_though_another_was_published(share: Path) -> None:
    _book(share / "s 2018-19 Q3.xlsx", 10, 15, (*_FIGURES[:13], 0.66, 0.75))
    found = _checked(share, share / "s 2018-19 Q3.xlsx", share / "then")
    assert [point.value for point in found.points][-3:] == [0.71, 0.66, 0.75]
    assert len(found.points) == 15


def test_an_edition_that_counted_something_else_supplies_nothing(share: Path) -> None:
    _book(share / "then" / "s 2018-19 Q2.xlsx", 0, 14, [figure / 2 for figure in _FIGURES])
    found = _checked(share, share / "s 2018-19 Q3.xlsx", share / "then")
    assert (found.supplied, found.limits) == ([], None)


def test_what_the_latest_edition_suppressed_no_older_one_supplies(share: Path) -> None:
    _book(share / "then" / "s 2018-19 Q1.xlsx", 0, 13)
    hidden = [*_FIGURES[:5], "[c]", *_FIGURES[6:]]
    _book(share / "then" / "s 2018-19 Q2.xlsx", 0, 14, hidden)
    found = _checked(share, share / "s 2018-19 Q3.xlsx", share / "then")
    assert "2016/17 Q2" not in [each.period for each in found.supplied]
    assert len(found.supplied) == 9


def test_a_break_that_an_earlier_workbook_says_is_kept(share: Path) -> None:
    marked = [*_FIGURES[:5], "73% [b]", *_FIGURES[6:]]
    _book(share / "then" / "s 2018-19 Q2.xlsx", 0, 14, marked)
    found = _checked(share, share / "s 2018-19 Q3.xlsx", share / "then")
    assert found.limits is not None
    assert found.limits.figures == 10  # from Q2 2016/17 on


def test_sheets_say_where_figures_come_from_and_a_second_refresh_changes_nothing(
    share: Path,
) -> None:
    def refresh() -> bytes:
        run = xl_scorecard.refresh(
            share / "s 2018-19 Q3.xlsx", rules=share / "rules.yaml", out=share / "out",
            history=share / "then", force=True,
        )  # fmt: skip
        assert not run.failed
        return (share / "out" / "s 2018-19 Q3.xlsx").read_bytes()

    assert refresh() == refresh()
    book = openpyxl.load_workbook(share / "out" / "s 2018-19 Q3.xlsx", data_only=True)
    source = "Q1 2015/16: '[s 2018-19 Q2.xlsx]Scorecard'!C4"
    for name in ("Indicators", "Summary"):
        texts = [cell.value for row in book[name].iter_rows() for cell in row]
        assert any(isinstance(text, str) and text.startswith(source) for text in texts), name
    behind = [[cell.value for cell in row] for row in book["Summary"].iter_rows()]
    drawn = [row[row.index("Outturn") + 1 :] for row in behind if "Outturn" in row]
    assert [figures[:15] for figures in drawn if figures[0] == _FIGURES[0]] == [list(_FIGURES)] * 2
