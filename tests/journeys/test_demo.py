from __future__ import annotations

from pathlib import Path

from tests.support.command import xl_scorecard
from tests.support.paths import CHILDREN, EARLY_HELP, OLD_FORMAT
from tests.support.readers import opened


def test_the_demo_is_a_refreshed_sample_folder(tmp_path: Path) -> None:
    finished = xl_scorecard("demo", "look", folder=tmp_path)
    assert finished.status == 0
    out = tmp_path / "look" / "refreshed"
    assert {path.name for path in out.iterdir()} == {CHILDREN.name, EARLY_HELP.name}
    assert opened(out / CHILDREN.name).sheetnames[-3:] == ["Summary", "Indicators", "Checks"]
    assert "left alone" in finished.out


def test_a_sample_that_cannot_be_refreshed_costs_the_demo_status_3(tmp_path: Path) -> None:
    out = tmp_path / "look" / "refreshed"
    (out / EARLY_HELP.name).mkdir(parents=True)  # as unwilling to be replaced as an open file
    finished = xl_scorecard("demo", "look", folder=tmp_path, status=3)
    assert f"{EARLY_HELP.name}: failed (edited)" in finished.out
    assert f"{OLD_FORMAT.name}: left alone, as it must be (unsupported_format)" in finished.out
    assert (out / CHILDREN.name).is_file()


def test_the_command_that_the_demo_suggests_works(tmp_path: Path) -> None:
    finished = xl_scorecard("demo", "look", folder=tmp_path)
    (line,) = (line for line in finished.out.splitlines() if line.startswith("Try: "))
    words = line.removeprefix("Try: xl-scorecard ").split()
    again = xl_scorecard(*words, folder=tmp_path, status=3)  # one sample is of the old format
    assert "numerator-denominator-mismatch" in again.out
