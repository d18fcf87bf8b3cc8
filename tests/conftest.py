"""What tests need from outside the project, and the samples refreshed once.

A test whose need is not met is skipped, unless a variable of the environment says that nothing may
be missing, so that nobody mistakes a run without it for a whole one: CORPUS_REQUIRED=1 for what
lies in ../shared, PROGRAMS_REQUIRED=1 for LibreOffice, poppler, a browser, sshd, the Open XML
validator, Pyodide, xlwings' client and axe-core.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import settings

from tests.support import paths
from tests.support.command import Finished, xl_scorecard
from tests.support.corpus import make
from tests.support.office import Office
from tools import ooxml_errors
from tools import part_diff as compared

# No deadlines: how long an example takes says how busy the machine is, not whether it is right.
settings.register_profile("desk", deadline=None)
settings.register_profile("steady", derandomize=True, deadline=None)
# a run that fails in CI fails again at a desk
settings.load_profile("steady" if os.environ.get("CI") else "desk")

CORPUS_REQUIRED = "CORPUS_REQUIRED"
DRAWN = ("checks_bench", "fuzz", "histories", "layouts", "live")
"""Folders of samples drawn by chance, of what `make bench-…` does by the thousand. Coverage leaves
them out: they would take more than twice as long, and each line has a test of its own."""
_NEW_OBJECTS = 200_000
"""Python looks for circular garbage among so many new objects, as a command of ours has it."""
NewErrors = Callable[[Path, Path], str]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Leave samples out of what coverage measures."""
    if item.path.relative_to(paths.ROOT / "tests").parts[0] not in DRAWN:
        return (yield)
    with _unmeasured():
        return (yield)


@contextmanager
def _unmeasured() -> Iterator[None]:
    coverage = sys.modules.get("coverage")
    measured = coverage and coverage.Coverage.current()
    if not measured:
        yield
        return
    measured.stop()
    try:
        yield
    finally:
        measured.start()


def pytest_collection_finish() -> None:
    """What ten thousand tests are made of is never garbage: it need not be looked through."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS)


def need(there: object, what: str, required: str = "PROGRAMS_REQUIRED") -> None:
    """Skip the test that asks where something is not there; fail it where that is required."""
    if there:
        return
    if os.environ.get(required, "") not in ("", "0"):
        pytest.fail(f"{what} is missing; with {required} set, every test that needs it runs")
    pytest.skip(f"{what} is missing")


def need_shared(place: Path, what: str) -> None:
    """Skip the test that asks, or with CORPUS_REQUIRED fail it, without a place in ../shared."""
    need(place.exists(), f"{what} (../{place.relative_to(paths.SHARED.parent)})", CORPUS_REQUIRED)


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the workbooks that nobody on this project made: no other run may hold them."""
    need_shared(paths.CORPUS, "the corpus of workbooks")
    copy = tmp_path_factory.mktemp("corpus")
    for file in paths.CORPUS.rglob("*.xls[mx]"):
        place = copy / file.relative_to(paths.CORPUS)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place)
    return copy


@pytest.fixture(scope="session")
def own_corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbooks of our own making, one for each kind of content that is easily lost."""
    folder = tmp_path_factory.mktemp("corpus") / "own"
    folder.mkdir()
    return make(folder)


@pytest.fixture(scope="session")
def report_facts() -> dict[str, Any]:
    """What the published report says, figure by figure."""
    need_shared(paths.REPORT, "the facts of the report")
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
    need(ooxml_errors.installed(), "the Open XML validator (tools/ooxml_errors.py --install)")
    return ooxml_errors.new_errors


@pytest.fixture(scope="session")
def part_diff() -> ModuleType:
    """The comparison of two workbooks, part by part and cell by cell."""
    return compared


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
