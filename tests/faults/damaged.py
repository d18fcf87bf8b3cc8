"""Damaged copies of two workbooks, refreshed: an error in one line, or a sound file."""

from __future__ import annotations

import io
import signal
import typing
import zipfile
from collections.abc import Iterable
from contextlib import nullcontext
from functools import partial
from pathlib import Path

from lxml import etree

from tests.faults.mutants import mutant
from tests.fuzz.limits import within
from tests.support import books, paths
from xl_scorecard.errors import Kind
from xl_scorecard.rule_files.load import load_rule_set
from xl_scorecard.run import Job, process

SLOWEST = 10.0  # seconds of the processor; a damaged copy of a small workbook takes some hundredths


def refused_or_whole(seeds: Iterable[int], folder: Path) -> None:
    """Refresh damaged copies in a folder; raises AssertionError, which names the seed, where one
    is neither refused in one line nor written whole."""
    small = books.scorecard(folder / "small.xlsx").read_bytes()
    (folder / "small.yaml").write_text(books.RULES, encoding="utf-8")
    sources = (
        (small, "m.xlsx", (load_rule_set(folder / "small.yaml"),)),
        (
            paths.EARLY_HELP.read_bytes(),
            "m.xlsm",
            (load_rule_set(paths.RULES / "early-help.yaml"),),
        ),
    )
    limit = partial(within, SLOWEST) if hasattr(signal, "SIGPROF") else nullcontext
    for seed in seeds:
        data, name, rule_sets = sources[seed % 7 == 0]
        path, out = folder / name, folder / "out" / name
        path.write_bytes(mutant(data, seed))
        out.unlink(missing_ok=True)
        with limit():
            outcome = process(Job("refresh", path, out, rule_sets))
        if outcome.error is None:
            _is_whole(path, out, seed)
            continue
        assert outcome.error.kind in typing.get_args(Kind), f"seed {seed}"
        assert "\n" not in outcome.error.message, f"seed {seed}"
        assert not out.exists(), f"seed {seed}"
    left = {file.name for file in (folder / "out").iterdir()} if out.parent.exists() else set()
    assert left <= {"m.xlsx", "m.xlsm"}


def _is_whole(before: Path, after: Path, seed: int) -> None:
    """Every part is there, readable, well formed where it was, and the untouched ones the same."""
    with zipfile.ZipFile(before) as old, zipfile.ZipFile(after) as new:
        assert new.testzip() is None, f"seed {seed}"
        names = new.namelist()
        assert [name for name in names if name in old.namelist()] == old.namelist(), f"seed {seed}"
        for name in names:
            content = new.read(name)
            same = name in old.namelist() and old.read(name) == content
            if not same and name.endswith((".xml", ".rels")):
                etree.parse(io.BytesIO(content))
