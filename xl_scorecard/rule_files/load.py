"""Rule sets from YAML files: all that is wrong with one, each mistake with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path as FilePath
from typing import Any

from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.errors import MISTAKES_TOLD, Mistake, RuleSetError
from xl_scorecard.rule_files.encodings import text_of
from xl_scorecard.rule_files.entries import Entry
from xl_scorecard.rule_files.nodes import read_nodes
from xl_scorecard.rule_files.notes import notes_on
from xl_scorecard.rule_files.plain_data import PlainData, plain_data
from xl_scorecard.rule_files.sense import (
    directions,
    figures,
    ids,
    names,
    own_checks,
    periods,
    ratings,
    tables,
    words,
)
from xl_scorecard.rule_files.shape import read_shape
from xl_scorecard.rule_files.shown import named
from xl_scorecard.rule_files.slip import Place, Slip, UnreadableError

_SENSE: tuple[Callable[[Entry], Iterator[Slip]], ...] = (
    ids.ids_once,
    names.names_once,
    ids.parts_there,
    ids.circles,
    periods.periods_read,
    periods.breaks_read,
    periods.baselines_read,
    directions.directions_read,
    figures.scales_read,
    figures.targets_read,
    figures.tolerances_read,
    figures.moves_read,
    figures.benchmarks_read,
    ratings.rating_defined,
    ratings.edges_read,
    ratings.bands_reached,
    ratings.bands_apart,
    tables.tables_placed,
    tables.tables_of_one_kind,
    tables.tables_in_time,
    tables.periods_said_once,
    tables.years_beside_names,
    tables.tables_apart,
    tables.parts_told,
    words.columns_once,
    words.roles_known,
    words.checks_known,
    own_checks.own_checks_apart,
    own_checks.own_checks_read,
)


@dataclass(frozen=True)
class RuleFile:
    """A sound rule set as its file has it, with notes on what has no effect."""

    rule_set: RuleSet
    notes: list[Mistake]


def load_rule_set(path: FilePath) -> RuleSet:
    """The rule set in a file; raises RuleSetError with every mistake, its place and the mend."""
    return read_rule_file(path).rule_set


def read_rule_file(path: FilePath) -> RuleFile:
    """The rule set in a file, and notes on it; raises RuleSetError."""
    return _read(path, {})


def _read(path: FilePath, unless_there: dict[str, Any]) -> RuleFile:
    name = path.name
    try:
        file = plain_data(read_nodes(text_of(path)))
    except UnreadableError as error:
        raise RuleSetError([Mistake(name, *error.place, error.message)]) from None
    if unless_there and isinstance(file.data, dict):
        file.data = {**unless_there, **file.data}
    rule_set, misshapen = read_shape(file.data)
    rules = Entry((), file.data, file)
    written_wrong = {slip.path for slip in file.slips}
    slips = [
        *file.slips,
        *(slip for slip in misshapen if slip.path not in written_wrong),
        *(slip for sense in _SENSE for slip in sense(rules)),
    ]
    if slips or rule_set is None:
        told, more = _first_told(name, file, slips)
        raise RuleSetError(told, more)
    for number, table in enumerate(rule_set.workbook.tables):
        table.begins_on(file.place(("workbook", "tables", number)).line)
    notes = [Mistake(name, *_place(n, file), n.said) for n in notes_on(rule_set, rules)]
    return RuleFile(rule_set, sorted(notes, key=lambda note: (note.line, note.column)))


def read_layout(path: FilePath) -> RuleSet:
    """What a file says of workbooks and years, for making a rule set: it need not name one yet, nor
    an indicator. Raises RuleSetError."""
    with_all = {"name": "layout", "indicators": [{"id": "none yet", "name": "none yet"}]}
    return _read(path, with_all).rule_set


def _first_told(name: str, file: PlainData, slips: list[Slip]) -> tuple[list[Mistake], int]:
    """The first slips in words, by their places, and how many are left; of one entry, one."""
    first: dict[tuple[Place, object], Slip] = {}
    for slip in slips:
        first.setdefault((_place(slip, file), slip.path), slip)
    placed = sorted(((place, slip) for (place, _), slip in first.items()), key=lambda item: item[0])
    told = [
        Mistake(name, *place, _told(slip, file)) for place, slip in islice(placed, MISTAKES_TOLD)
    ]
    return told, len(placed) - len(told)


def _place(slip: Slip, file: PlainData) -> Place:
    key = file.keys.get(slip.path) if slip.of_key else None
    return slip.place or key or file.place(slip.path)


def _told(slip: Slip, file: PlainData) -> str:
    where = named(slip.path, file.data)
    return f"{where}: {slip.said}" if where else slip.said
