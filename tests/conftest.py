"""What tests need from outside the project, and the samples refreshed once.

Where the corpus, LibreOffice or the validator is missing, a test that needs it is skipped; in CI
it fails, so that nobody mistakes a run without them for a whole one.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import settings

from tests.support import paths
from tests.support.command import Finished, xl_scorecard
from tests.support.office import Office

# No deadlines: how long an example takes says how busy the machine is, not whether it is right.
settings.register_profile("desk", deadline=None)
settings.register_profile("steady", derandomize=True, deadline=None)
# a run that fails in CI fails again at a desk
settings.load_profile("steady" if os.environ.get("CI") else "desk")

NewErrors = Callable[[Path, Path], str]


def need(there: object, what: str) -> None:
    """Skip the test that asks, or in CI fail it, where something is not there."""
    if there:
        return
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing; in CI every test runs")
    pytest.skip(f"{what} is missing")


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the workbooks that nobody on this project made: no other run may hold them."""
    need(paths.CORPUS.is_dir(), "the corpus of workbooks (../shared/corpus)")
    copy = tmp_path_factory.mktemp("corpus")
    for file in paths.CORPUS.rglob("*.xls[mx]"):
        place = copy / file.relative_to(paths.CORPUS)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place)
    return copy


@pytest.fixture(scope="session")
def report_facts() -> dict[str, Any]:
    """What the published report says, figure by figure."""
    need(paths.REPORT.is_file(), "the facts of the report (../shared/facts)")
    facts: dict[str, Any] = json.loads(paths.REPORT.read_text("utf-8"))
    return facts


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """LibreOffice, which computes every formula anew."""
    program = shutil.which("soffice")
    need(program, "LibreOffice (soffice)")
    return Office(str(program), tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="session")
def validator() -> NewErrors:
    """Says which complaints of the Open XML SDK a workbook has that its original has not."""
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
    home = Path(os.environ.get("OOXML_VALIDATOR_HOME", cache / "ooxml-validator"))
    installed = (home / "node_modules" / "@xarsh" / "ooxml-validator").is_dir()
    script = paths.NEW_ERRORS
    need(installed and shutil.which("node") and script.is_file(), "the Open XML validator")

    def new_errors(after: Path, before: Path) -> str:
        done = subprocess.run(
            ["bash", str(script), str(after), str(before)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode in (0, 1), done.stderr
        return done.stdout.strip()

    return new_errors


@pytest.fixture(scope="session")
def part_diff() -> ModuleType:
    """The comparison of two workbooks, part by part and cell by cell."""
    need(paths.PART_DIFF.is_file(), "the comparison of workbooks (../shared/tools)")
    spec = importlib.util.spec_from_file_location("part_diff", paths.PART_DIFF)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@dataclass(frozen=True)
class Refreshed:
    """The sample folder after `refresh --out`."""

    folder: Path
    finished: Finished
    report: dict[str, Any]

    def file(self, sample: Path) -> Path:
        """The output of a sample."""
        return self.folder / sample.name

    def workbook(self, sample: Path) -> dict[str, Any]:
        """A sample's entry in the report."""
        (found,) = (w for w in self.report["workbooks"] if Path(w["path"]).name == sample.name)
        entry: dict[str, Any] = found
        return entry

    def indicators(self, sample: Path) -> dict[str, dict[str, Any]]:
        """A sample's indicators by id."""
        return {item["id"]: item for item in self.workbook(sample)["indicators"]}


def _copy_samples(folder: Path) -> Path:
    """The sample workbooks in a folder of their own: nobody else's run may hold them."""
    folder.mkdir()
    for sample in (paths.CHILDREN, paths.EARLY_HELP, paths.OLD_FORMAT):
        shutil.copyfile(sample, folder / sample.name)
    return folder


@pytest.fixture
def samples(tmp_path: Path) -> Path:
    """A copy of the sample workbooks to do with as one likes."""
    return _copy_samples(tmp_path / "samples")


@pytest.fixture(scope="session")
def refreshed(tmp_path_factory: pytest.TempPathFactory) -> Refreshed:
    """The samples, refreshed by the command; one, in the old format, is refused."""
    folder = tmp_path_factory.mktemp("refreshed")
    samples = _copy_samples(folder / "samples")
    report = folder / "report.json"
    out = folder / "out"
    finished = xl_scorecard(
        "refresh", samples, "--rules", paths.RULES, "--out", out, "--json", report, status=3
    )
    return Refreshed(out, finished, json.loads(report.read_text("utf-8")))
