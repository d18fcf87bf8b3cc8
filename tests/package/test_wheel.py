"""What is installed: the wheel has the package, its types and the demo's samples, and no more."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

import xl_scorecard
from tests.support.paths import ROOT
from xl_scorecard.cli.demo import SAMPLES

DEMO = "xl_scorecard/_demo/"
DEMO_RUN = """
import xl_scorecard, xl_scorecard.cli
print(xl_scorecard.__file__)
raise SystemExit(xl_scorecard.cli.main(["demo", "look"]))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    (file,) = folder.iterdir()
    return zipfile.Path(file)


@pytest.fixture(scope="module")
def names(wheel: zipfile.Path) -> set[str]:
    return {name for name in wheel.root.namelist() if not name.endswith("/")}


def _metadata(wheel: zipfile.Path) -> str:
    (folder,) = (p for p in wheel.iterdir() if p.name.endswith(".dist-info"))
    return (folder / "METADATA").read_text("utf-8")


def test_it_holds_every_module_and_says_that_they_are_typed(names: set[str]) -> None:
    package = ROOT / "xl_scorecard"
    modules = {path.relative_to(ROOT).as_posix() for path in package.rglob("*.py")}
    assert {name for name in names if name.endswith(".py")} == modules
    assert "xl_scorecard/py.typed" in names


def test_of_the_samples_it_holds_what_the_demo_shows(names: set[str]) -> None:
    assert {name for name in names if name.startswith(DEMO)} == {DEMO + name for name in SAMPLES}


def test_it_holds_nothing_else(names: set[str]) -> None:
    others = {
        name
        for name in names
        if not name.startswith(DEMO) and not name.endswith(".py") and ".dist-info/" not in name
    }
    page = {f"xl_scorecard/overview/page.{kind}" for kind in ("css", "js")}
    parts = (
        "pane.html",
        "pane.css",
        "pane.js",
        "carry.js",
        "read.js",
        "sign_on.js",
        *(f"icon-{size}.png" for size in (16, 32, 64, 80)),
    )
    pane = {f"xl_scorecard/serving/pane/{name}" for name in parts}
    assert others == {"xl_scorecard/py.typed", *page, *pane}


def test_its_version_is_the_packages(wheel: zipfile.Path) -> None:
    found = Parser().parsestr(_metadata(wheel))
    assert found["Version"] == xl_scorecard.__version__
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert "version" not in project


def test_it_says_what_it_needs_to_be_installed(wheel: zipfile.Path) -> None:
    needs = Parser().parsestr(_metadata(wheel)).get_all("Requires-Dist", [])
    always = {need.partition(">")[0] for need in needs if "extra ==" not in need}
    assert always == {
        "lxml", "openpyxl", "pandas", "pydantic", "pyyaml", "shtab", "tqdm", "xlsxwriter",
    }  # fmt: skip


def test_the_demo_runs_from_what_it_holds(wheel: zipfile.Path, tmp_path: Path) -> None:
    installed, here = tmp_path / "installed", tmp_path / "here"
    wheel.root.extractall(installed)
    here.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", DEMO_RUN],
        cwd=here, env={**os.environ, "PYTHONPATH": str(installed)}, capture_output=True,
        text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.splitlines()[0]).is_relative_to(installed)
    made = here / "look"
    assert {path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file()} == {
        *SAMPLES,
        "refreshed/childrens-services-2018-19-q3.xlsx",
        "refreshed/early-help-2018-12.xlsm",
    }
