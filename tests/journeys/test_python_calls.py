from __future__ import annotations

from pathlib import Path

import pytest

import xl_scorecard
from tests.support.books import (
    FIRST_ROW,
    HEADINGS,
    ROWS,
    cleared,
    done,
    failure,
    rule_file,
    scorecard,
)
from tests.support.paths import CHILDREN, CHILDRENS_RULES


def test_a_refresh_returns_an_outcome_a_workbook(tmp_path: Path) -> None:
    workbook = scorecard(tmp_path / "q3.xlsx")
    run = xl_scorecard.refresh(str(workbook), rules=rule_file(tmp_path), out=tmp_path / "out")
    assert [outcome.outcome for outcome in run.workbooks] == ["refreshed"]
    assert (tmp_path / "out" / "q3.xlsx").is_file()


def test_a_stream_gives_each_outcome_once_it_is_there_and_begins_no_more_than_are_taken(
    tmp_path: Path,
) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a.xlsx", "b.xlsx"):
        scorecard(tmp_path / "in" / name)
    rules, out = rule_file(tmp_path), tmp_path / "out"
    stream = xl_scorecard.refresh(tmp_path / "in", rules=rules, out=out, stream=True)
    assert not out.exists()
    first = next(stream)
    stream.close()
    assert [path.name for path in out.iterdir()] == ["a.xlsx"]
    again = xl_scorecard.refresh(tmp_path / "in", rules=rules, out=out, stream=True)
    assert [outcome.outcome for outcome in again] == ["unchanged", "refreshed"]
    checked = [outcome.outcome for outcome in xl_scorecard.check(out, rules=rules, stream=True)]
    assert checked == ["checked", "checked"]
    assert [item.id for item in first.indicators] == ["A1", "B1", "C1"]


def test_a_check_writes_nothing_and_clear_takes_out_what_refresh_put_in(tmp_path: Path) -> None:
    workbook = scorecard(tmp_path / "q3.xlsx")
    rules = rule_file(tmp_path)
    before = workbook.read_bytes()
    assert done(xl_scorecard.check([workbook], rules=rules)).outcome == "checked"
    assert workbook.read_bytes() == before
    done(xl_scorecard.refresh(workbook, rules=rules, in_place=True))
    assert cleared(workbook).outcome == "cleared"


def test_the_frame_has_one_row_an_indicator_and_period(tmp_path: Path) -> None:
    workbook = scorecard(tmp_path / "q3.xlsx")
    frame = xl_scorecard.check(workbook, rules=rule_file(tmp_path)).to_frame()
    assert len(frame) == 6
    assert not frame.duplicated(["indicator", "period"]).any()
    row = frame[(frame["indicator"] == "B1") & (frame["period"] == "2018/19 Q3")].iloc[0]
    assert (row["cell"], row["value"], row["unit"]) == (f"F{FIRST_ROW + 1}", 0.23, "percent")
    assert row["last_day"].date().isoformat() == "2018-12-31"


def test_a_gap_in_the_frame_is_missing_and_says_why(tmp_path: Path) -> None:
    workbook = scorecard(tmp_path / "q3.xlsx", [[*ROWS[0][:5], "TBC"]], HEADINGS)
    frame = xl_scorecard.check(workbook, rules=rule_file(tmp_path)).to_frame()
    gap = frame[frame["period"] == "2018/19 Q3"].iloc[0]
    assert gap["value"] != gap["value"]
    assert gap["gap"] == "awaited"
    assert frame["value"].dtype == "float64"


def test_the_frame_of_the_sample_has_every_row_and_period(samples: Path) -> None:
    frame = xl_scorecard.check(samples / CHILDREN.name, rules=CHILDRENS_RULES).to_frame()
    # 68 indicator rows under five quarters and nine months
    assert len(frame) == 68 * 14
    assert frame["period"].nunique() == 14
    december = frame[frame["period"] == "2018-12"].set_index("indicator")["value"]
    assert december["CIC-NUM"] == 699
    assert december["FD-24H"] == 0.67


def test_a_run_of_nothing_has_an_empty_frame(tmp_path: Path) -> None:
    frame = xl_scorecard.clear([], out=tmp_path).to_frame()
    assert frame.empty
    assert {"indicator", "period", "value"} <= set(frame.columns)


def test_wrong_usage_and_unsound_rules_are_raised(tmp_path: Path) -> None:
    workbook = scorecard(tmp_path / "q3.xlsx")
    with pytest.raises(xl_scorecard.UsageError, match="--in-place"):
        xl_scorecard.refresh(workbook, rules=rule_file(tmp_path))
    with pytest.raises(xl_scorecard.RuleSetError) as caught:
        xl_scorecard.check(workbook, rules=rule_file(tmp_path, "name: x\n"))
    assert [mistake.line for mistake in caught.value.mistakes] == [1]


def test_what_stops_one_workbook_is_in_its_outcome(tmp_path: Path) -> None:
    (tmp_path / "broken.xlsx").write_bytes(b"PK")
    run = xl_scorecard.check(tmp_path / "broken.xlsx", rules=rule_file(tmp_path))
    assert run.failed == run.workbooks
    assert failure(run).kind == "unreadable"
