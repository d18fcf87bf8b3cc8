from __future__ import annotations

from pathlib import Path

from tests.support.command import xl_scorecard
from tests.support.paths import CHILDREN, EARLY_HELP
from tests.support.readers import opened


def test_the_demo_is_a_refreshed_sample_folder(tmp_path: Path) -> None:
    finished = xl_scorecard("demo", "look", folder=tmp_path)
    assert finished.status == 0
    out = tmp_path / "look" / "refreshed"
    assert {path.name for path in out.iterdir()} == {CHILDREN.name, EARLY_HELP.name}
    assert opened(out / CHILDREN.name).sheetnames[-2:] == ["Summary", "Checks"]
    assert "left alone" in finished.out


def test_the_command_that_the_demo_suggests_works(tmp_path: Path) -> None:
    finished = xl_scorecard("demo", "look", folder=tmp_path)
    (line,) = (line for line in finished.out.splitlines() if line.startswith("Try: "))
    words = line.removeprefix("Try: xl-scorecard ").split()
    again = xl_scorecard(*words, folder=tmp_path, status=3)  # one sample is of the old format
    assert "numerator-denominator-mismatch" in again.out
