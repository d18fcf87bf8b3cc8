"""How many small faults in the core the tests find: a sample of mutants, each run through tests.

    make mutation                                       # ten modules, forty mutants of each
    python benchmarks/mutation.py rating.status         # one module
    python benchmarks/mutation.py --sample 0            # every mutant

A mutant is a module with one slip: a comparison turned or shifted by its edge, arithmetic swapped,
a number or a word changed, `not` dropped, a call or a result left out. It is killed where one of
the tests that concern the module fails, or takes far longer than it should. Each runs in a process
of its own, forked from one that has the libraries imported. Needs a system that can fork.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import importlib.abc
import importlib.util
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

from slips import mutants_of

ROOT = Path(__file__).resolve().parents[1]
SEED = 20181231
SAMPLE = 40
_MEMORY = 4 << 30

# What is mutated, and the tests that concern it: quick ones first, a mutant dies of the first that
# fails. Tests that start other processes do not see a mutant.
MODULES: dict[str, tuple[str, ...]] = {
    "xl_scorecard.domain.amount": (
        "tests/domain/test_target.py", "tests/domain/test_tolerance.py",
        "tests/domain/test_amounts_at_their_edges.py", "tests/properties/test_rating.py",
    ),
    "xl_scorecard.domain.bands": (
        "tests/domain/test_bands.py", "tests/domain/test_rule_set.py", "tests/rating",
        "tests/properties/test_rating.py",
    ),
    "xl_scorecard.domain.period": (
        "tests/domain/test_period.py", "tests/properties/test_periods.py",
        "tests/domain/test_period_words.py",
    ),
    "xl_scorecard.domain.scale": ("tests/domain/test_scale.py", "tests/checks/test_scale.py"),
    "xl_scorecard.rating.status": (
        "tests/rating/test_status.py", "tests/properties/test_rating.py",
    ),
    "xl_scorecard.rating.change": (
        "tests/rating/test_change.py", "tests/properties/test_rating.py",
    ),
    "xl_scorecard.rating.assess": (
        "tests/rating/test_assess.py", "tests/reading/figures/test_measures.py",
    ),
    "xl_scorecard.checks.counts": (
        "tests/checks/test_counts_at_their_edges.py", "tests/checks/test_mismatch.py",
        "tests/checks/test_whose_counts.py",
    ),
    "xl_scorecard.compose.formulas": (
        "tests/compose/test_formulas.py",
        "tests/excel/test_judged_live.py", "tests/properties/test_formulas_agree.py",
        "tests/excel/test_odd_values_live.py", "tests/journeys/test_sheet_a_quarter.py",
    ),
    "xl_scorecard.writing.swap": (
        "tests/writing/test_swap.py", "tests/writing/test_swap_on_other_systems.py",
        "tests/writing/test_swap_standing.py", "tests/writing/test_swap_litter_and_locks.py",
    ),
}  # fmt: skip

_LIBRARIES = ("hypothesis", "lxml.etree", "openpyxl", "pandas", "pydantic", "pytest",
              "python_calamine", "xlsxwriter", "yaml")  # fmt: skip


class _Instead(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Has one module imported from a parsed source in place of its file."""

    def __init__(self, name: str, path: Path, tree: ast.Module) -> None:
        self._name, self._path, self._tree = name, path, tree

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        if name != self._name:
            return None
        return importlib.util.spec_from_file_location(name, self._path, loader=self)  # type: ignore[arg-type]

    def exec_module(self, module: ModuleType) -> None:
        code = compile(ast.fix_missing_locations(self._tree), str(self._path), "exec")
        exec(code, module.__dict__)


@dataclass(frozen=True)
class Source:
    """A module that is mutated: its name, file, lines and parsed text."""

    name: str
    path: Path
    lines: list[str]
    tree: ast.Module


def sources_of(name: str) -> list[Source]:
    """The module of a name, or those of a package of this name."""
    place = ROOT / name.replace(".", "/")
    paths = sorted(place.glob("[!_]*.py")) if place.is_dir() else [place.with_suffix(".py")]
    sources = []
    for path in paths:
        whole = f"{name}.{path.stem}" if place.is_dir() else name
        text = path.read_text("utf-8")
        sources.append(Source(whole, path, text.splitlines(), ast.parse(text)))
    return sources


PASSED, FAILED, LATE = "passed", "failed", "late"


def _run(source: Source, tests: Sequence[str], limit: float) -> str:
    """Run tests over a module in a process of its own; what came of it."""
    child = os.fork()
    if child == 0:
        _in_child(source, tests)
    until = time.monotonic() + limit
    while time.monotonic() < until:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return PASSED if os.waitstatus_to_exitcode(status) == 0 else FAILED
        time.sleep(0.01)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return LATE


def _in_child(source: Source, tests: Sequence[str]) -> None:
    import pytest

    os.setsid()
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))  # a mutant may never end to grow
    nowhere = os.open(os.devnull, os.O_RDWR)
    if not os.environ.get("MUTATION_SHOWS"):
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)
    sys.meta_path.insert(0, _Instead(source.name, source.path, source.tree))
    scratch = tempfile.mkdtemp(prefix="mutation-")
    code = 1
    try:
        code = pytest.main([
            *tests, "-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist",
            "-W", "ignore::pytest.PytestAssertRewriteWarning",  # of what was imported before
            "--hypothesis-profile=steady", f"--basetemp={scratch}/tests",
        ])  # fmt: skip
    except BaseException:
        traceback.print_exc()
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
        os._exit(int(code))


def measure(name: str, tests: Sequence[str], sample: int) -> tuple[int, list[str]]:
    """How many mutants of a module were tried, and a line on each that nobody noticed."""
    mutants = [
        (source, mutant) for source in sources_of(name) for mutant in mutants_of(source.tree)
    ]
    if sample and len(mutants) > sample:
        chosen = random.Random(f"{SEED} {name}").sample(range(len(mutants)), sample)
        mutants = [mutants[at] for at in sorted(chosen)]
    missing = [test for test in tests if not (ROOT / test).exists()]
    if missing:
        raise SystemExit(f"{name}: there are no tests {' '.join(missing)}")
    start = time.monotonic()
    for source in {source.name: source for source, _ in mutants}.values():
        if _run(source, tests, 600) != PASSED:
            raise SystemExit(f"{name}: its tests fail before a change: {' '.join(tests)}")
    limit = 10 + 5 * (time.monotonic() - start)
    survived = []
    for source, mutant in mutants:
        mutant.make()
        if _run(source, tests, limit) == PASSED:
            line = source.lines[mutant.line - 1].strip()
            survived.append(f"{source.name}:{mutant.line}: survived: {mutant.what}: {line}")
        mutant.unmake()
    return len(mutants), survived


def main() -> None:
    """Measure the modules asked for, all ten by default, and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("modules", nargs="*", help="as rating.status; default: all")
    parser.add_argument("--sample", type=int, default=SAMPLE, help="of each module; 0 for all")
    options = parser.parse_args()
    wanted = [f"xl_scorecard.{name.removeprefix('xl_scorecard.')}" for name in options.modules]
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    sys.dont_write_bytecode = False  # what is not mutated need be compiled only once
    for library in _LIBRARIES:
        with contextlib.suppress(ImportError):
            importlib.import_module(library)
    tried = killed = 0
    rows = []
    for name in wanted or MODULES:
        start = time.monotonic()
        number, survived = measure(name, MODULES[name], options.sample)
        tried, killed = tried + number, killed + number - len(survived)
        rows.append(_row(name.removeprefix("xl_scorecard."), number - len(survived), number))
        print(f"{name}: {time.monotonic() - start:.0f} s", file=sys.stderr, flush=True)
        for line in survived:
            print(f"  {line}", flush=True)
    print("| module | mutants | killed |\n|---|---|---|")
    print("\n".join([*rows, _row("all", killed, tried)]))


def _row(name: str, killed: int, tried: int) -> str:
    return f"| `{name}` | {tried} | {killed} ({killed / max(tried, 1):.0%}) |"


if __name__ == "__main__":
    main()
