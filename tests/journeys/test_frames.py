"""The results of a run as pandas has them, column by column."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest

import xl_scorecard
from tests.support.books import rule_file, scorecard
from tests.support.months import QUIET, monthly, rules_for
from tests.support.paths import ROOT
from xl_scorecard.batch.frames import FRAME, TRENDS, frame_of

HEADINGS = ("Ref", "Measure", "Good is", "Target", "Q2 2018/19", "Q3 2018/19")
ROWS = (("A1", "Children seen", "High", 0.8, 0.75, 0.82), ("B1", "Calls", "Low", 0.2, "c", None))
RULES = """\
name: small
defaults: {tolerance: 5 points, unit: percent}
indicators:
  - {id: A1, name: Children seen, forecast: on pace, basis: in quarter}
  - {id: B1, name: Calls}
"""


def _frame(folder: Path) -> pd.DataFrame:
    book = scorecard(folder / "q3.xlsx", ROWS, HEADINGS)
    return xl_scorecard.check(book, rules=rule_file(folder, RULES)).to_frame()


def test_what_is_judged_stands_in_the_row_of_the_reported_period(tmp_path: Path) -> None:
    frame = _frame(tmp_path)
    assert list(frame.columns) == list(FRAME)
    assert list(frame["reported"]) == [False, True, False, True]
    before, now, _, gap = (row for _, row in frame.iterrows())
    assert (now["status"], now["concern"], now["travel"]) == ("good", 0, "improved")
    assert (now["target"], now["tolerance"], now["previous"]) == (0.8, pytest.approx(0.05), 0.75)
    assert now["change"] == pytest.approx(0.07 / 0.75)
    assert now["compared_with"] == "2018/19 Q2"
    assert (before["value"], before["status"]) == (0.75, None)
    assert pd.isna(before["target"])
    assert pd.isna(before["concern"])
    assert (gap["status"], gap["gap"], gap["unit"]) == ("no_data", "not_available", "percent")


def test_amounts_are_numbers_and_days_are_dates_even_of_no_row(tmp_path: Path) -> None:
    for frame in (_frame(tmp_path), frame_of([])):
        for name, kind in FRAME.items():
            types = {"float": "float64", "int": "Int64", "bool": "bool", "str": "object"}
            assert kind == "date" or str(frame[name].dtype) == types[kind], name
        assert str(frame["last_day"].dtype).startswith("datetime64")


def test_variation_stands_in_every_row_that_has_limits(tmp_path: Path) -> None:
    book = monthly(tmp_path / "m.xlsx", [("A1", "Contacts A1", "High", 75, (*QUIET, 95))])
    run = xl_scorecard.check(book, rules=rule_file(tmp_path, rules_for("A1")))
    frame = run.to_frame()
    assert list(frame["variation"]) == ["common"] * 12 + ["improving"]
    assert list(frame["mean"]) == [pytest.approx(1059 / 13)] * 13


def test_trends_are_tidy(tmp_path: Path) -> None:
    book = monthly(tmp_path / "m.xlsx", [("A1", "Contacts A1", "High", 75, (*QUIET, 95))])
    run = xl_scorecard.check(book, rules=rule_file(tmp_path, rules_for("A1")))
    trends = run.trends()
    assert list(trends.columns) == list(TRENDS)
    assert trends["measure"].value_counts().to_dict() == {
        "outturn": 13, "mean": 13, "lower limit": 13, "upper limit": 13,
    }  # fmt: skip
    outturns = trends[trends["measure"] == "outturn"]
    assert list(outturns["value"]) == [*QUIET, 95]
    assert not trends.duplicated(["indicator", "period", "measure"]).any()


def test_every_column_is_documented() -> None:
    page = (ROOT / "docs" / "pandas.md").read_text("utf-8")
    frame, trends = page.split("## `run.to_frame()`")[1].split("## `run.trends()`")
    for part, columns in ((frame, FRAME), (trends, TRENDS)):
        first = [line.split("|")[1] for line in part.splitlines() if line.startswith("| `")]
        assert set(re.findall(r"`(\w+)`", " ".join(first))) == set(columns)
