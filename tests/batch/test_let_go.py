"""What a workbook took in memory is given back before the next: a run of many takes no more."""

from __future__ import annotations

import gc
from pathlib import Path

from tests.support.books import ROWS, rule_file, scorecard
from xl_scorecard.batch.commands import carry_out, plan
from xl_scorecard.batch.run_all import run_all
from xl_scorecard.cli.show import totals_line
from xl_scorecard.options import Options


def _parsers() -> int:
    """How many parsers of sheets are there, each with what libxml2 keeps of one."""
    return sum(type(each).__name__ == "XMLPullParser" for each in gc.get_objects())


def test_parsers_of_workbooks_that_are_done_are_not_kept(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a", "b", "c", "d"):
        scorecard(tmp_path / "in" / f"{name}.xlsx")
    jobs = plan("check", [tmp_path / "in"], Options(rules=rule_file(tmp_path)))
    gc.collect()
    gc.disable()
    try:
        counts = [_parsers() for _ in run_all(jobs, processes=1)]
    finally:
        gc.enable()
    assert counts[0] > 0  # of the workbook that was just done, which may be the last
    assert counts == counts[:1] * 4


def test_what_nobody_asks_for_at_the_end_is_not_kept_until_then(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a", "b"):
        scorecard(tmp_path / "in" / f"{name}.xlsx", [(*ROWS[0][:5], 1.01), *ROWS[1:]])
    jobs = plan("check", [tmp_path / "in"], Options(rules=rule_file(tmp_path)))
    listed, counted = (carry_out(jobs, keep=keep).briefs for keep in ("findings", "counts"))
    assert totals_line(listed) == totals_line(counted)
    assert all(finding.message for outcome in listed for finding in outcome.findings)
    kept = [finding for outcome in counted for finding in outcome.findings]
    assert kept
    assert len({id(finding) for finding in kept}) == len({each.severity for each in kept})
