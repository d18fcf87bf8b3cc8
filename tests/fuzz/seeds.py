"""The sound workbooks that mutants are made of, each plain and refreshed once."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.fuzz.reading import Held, held
from tests.support import books, corpus, layouts, paths
from tests.support.board import board
from tests.support.corpus import controls, drawn, forms, linked, sheets
from tests.support.corpus.add import with_addition
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.rule_files.load import load_rule_set
from xl_scorecard.run import Job, process

Make = Callable[[Path], Path]


@dataclass(frozen=True)
class Seed:
    """A sound workbook; `plain` is what the officers have in it, `held` what stands in it."""

    name: str
    suffix: str
    data: bytes
    rules: tuple[RuleSet, ...]
    refreshed: bool
    plain: Held
    held: Held

    @property
    def our_sheets(self) -> set[str]:
        """The sheets that a refresh put in."""
        return self.held.sheets.keys() - self.plain.sheets.keys()

    @property
    def our_values(self) -> set[str]:
        """What a refresh put on the officers' sheets."""
        return {
            value
            for name, cells in self.plain.sheets.items()
            for place, value in self.held.sheets[name].items()
            if place not in cells
        }

    def ours(self, sheet: str) -> set[tuple[int, int]]:
        """The places on a sheet of the officers that a refresh filled."""
        if sheet not in self.plain.sheets:
            return set()
        return self.held.sheets[sheet].keys() - self.plain.sheets[sheet].keys()


_LAID_OUT = tuple(layouts.LAYOUTS)
_MORE = {**drawn.BOOKS, **sheets.BOOKS, **controls.DRAWN}
_ADDED = {**controls.ADDED, **linked.ADDED}
_LEFT_OUT = {corpus.SIGNED, "combined-chart.xlsx", "whole-names.xlsx"}
"""One is refused, and openpyxl cannot open the others."""
SMALL = ("small", "board", *_LAID_OUT)
CORPUS = tuple(name for name in corpus.NAMES if name not in _LEFT_OUT)
SAMPLES = (paths.CHILDREN.name, paths.EARLY_HELP.name)


@cache
def seed(name: str, refreshed: bool) -> Seed:
    """A seed by its name."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        path, rules = _made(name, folder)
        plain = held(path.read_bytes())
        if refreshed:
            outcome = process(Job("refresh", path, path, rules))
            assert outcome.outcome == "refreshed", outcome.error
        data = path.read_bytes()
        return Seed(name, path.suffix, data, rules, refreshed, plain, held(data))


def _made(name: str, folder: Path) -> tuple[Path, tuple[RuleSet, ...]]:
    if name in SAMPLES:
        path = folder / name
        path.write_bytes((paths.SAMPLES / name).read_bytes())
        rules = paths.CHILDRENS_RULES if name == paths.CHILDREN.name else _EARLY_HELP
        return path, (_rule_set(rules),)
    if name in _LAID_OUT:
        return layouts.laid_out(folder, name), (load_rule_set(folder / "rules.yaml"),)
    rules = books.rule_file(folder)
    return _small(name, folder), (load_rule_set(rules),)


_EARLY_HELP = paths.RULES / "early-help.yaml"


@cache
def _rule_set(path: Path) -> RuleSet:
    return load_rule_set(path)


def _small(name: str, folder: Path) -> Path:
    path = folder / (name if "." in name else f"{name}.xlsx")
    if name in _MORE:
        return books.scorecard(path, more=_MORE[name])
    if name == "board":
        return board(path)
    if name not in (*_ADDED, *forms.BOOKS):
        return books.scorecard(path)
    plain = books.scorecard(folder / "made-of.xlsx")
    if name in _ADDED:
        with_addition(plain, path, _ADDED[name])
    else:
        forms.BOOKS[name](plain, path)
    return path
