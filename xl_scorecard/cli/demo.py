"""A sample folder, refreshed, to look at."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import xl_scorecard
from xl_scorecard.cli.show import result_lines
from xl_scorecard.cli.workbooks import DONE, FAILED
from xl_scorecard.errors import UsageError

SAMPLES = (
    "workbooks/childrens-services-2018-19-q3.xlsx",
    "workbooks/early-help-2018-12.xlsm",
    "workbooks/old-format.xlsx",
    "rules/childrens-services.yaml",
    "rules/early-help.yaml",
)
"""What the demo shows; the wheel carries the same files (pyproject.toml)."""

_ON_PURPOSE = "unsupported_format"  # one sample is refused, to show how that looks


def demo(options: argparse.Namespace) -> int:
    """Copy the samples and their rules, refresh them, and say where everything is."""
    folder: Path = options.folder
    source = _samples()
    try:
        for sample in SAMPLES:
            (folder / sample).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source / sample, folder / sample)
    except OSError as cause:
        raise UsageError(f"{folder}: cannot be written ({cause.strerror})") from None
    out = folder / "refreshed"
    run = xl_scorecard.refresh(folder / "workbooks", rules=folder / "rules", out=out)
    for outcome in run.workbooks:
        for line in result_lines(outcome):
            print(line)
        if outcome.error is not None:
            on_purpose = outcome.error.kind == _ON_PURPOSE
            how = "left alone, as it must be" if on_purpose else "failed"
            print(f"{outcome.path}: {how} ({outcome.error.kind})")
            print(f"  {outcome.error.message}")
    print(f"\nThe refreshed samples are in {out}: open one, Summary and what follows is ours.")
    print(f"Try: xl-scorecard check {folder / 'workbooks'} --rules {folder / 'rules'}")
    return DONE if {o.error.kind for o in run.failed if o.error} <= {_ON_PURPOSE} else FAILED


def _samples() -> Path:
    """The samples inside the installed package, or in the project's own folders."""
    package = Path(xl_scorecard.__file__).parent
    return package / "_demo" if (package / "_demo").is_dir() else package.parent
