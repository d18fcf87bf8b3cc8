"""Rule sets from YAML files: all that is wrong with one, each mistake with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path as FilePath
from pathlib import PurePath
from typing import Any

from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.errors import MISTAKES_TOLD, Mistake, RuleSetError
from xl_scorecard.rule_files.based_on import base_of, place_of_base, put_together
from xl_scorecard.rule_files.encodings import text_of
from xl_scorecard.rule_files.entries import Entry
from xl_scorecard.rule_files.nodes import read_nodes
from xl_scorecard.rule_files.notes import notes_on
from xl_scorecard.rule_files.plain_data import PlainData, plain_data
from xl_scorecard.rule_files.sense import (
    comparators,
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
from xl_scorecard.rule_files.shown import bare, named
from xl_scorecard.rule_files.slip import NOTHING, Path, Place, Slip, UnreadableError, below

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
    figures.floors_read,
    figures.profiles_read,
    figures.moves_read,
    figures.benchmarks_read,
    comparators.comparators_read,
    ratings.rating_defined,
    ratings.edges_read,
    ratings.bands_reached,
    ratings.bands_apart,
    ratings.words_apart,
    ratings.figures_in_order,
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
    periods.check_periods_read,
    own_checks.own_checks_apart,
    own_checks.own_checks_read,
)


@dataclass(frozen=True)
class RuleFile:
    """A sound rule set as its file has it, with notes on what has no effect; `bases` are the files
    that it starts from, the nearest first."""

    rule_set: RuleSet
    notes: list[Mistake]
    bases: tuple[FilePath, ...] = ()


@dataclass(frozen=True)
class _Read:
    """What came of a file, and its data with all that its bases say."""

    file: RuleFile
    data: Any


def load_rule_set(path: FilePath) -> RuleSet:
    """The rule set in a file; raises RuleSetError with every mistake, its place and the mend."""
    return read_rule_file(path).rule_set


def read_rule_file(path: FilePath) -> RuleFile:
    """The rule set in a file, and notes on it; raises RuleSetError, which names a file that it is
    based on as it does."""
    return _read(path, path.name, {}, ()).file


def _read(
    path: FilePath, name: str, unless_there: dict[str, Any], through: tuple[FilePath, ...]
) -> _Read:
    bases: tuple[FilePath, ...] = ()
    try:
        file = plain_data(read_nodes(text_of(path)))
        said = base_of(file)
        if said is not None:
            here = (*through, path.resolve())
            target = place_of_base(said, file, path, here)
            base = _read(target, (PurePath(name).parent / said).as_posix(), unless_there, here)
            bases = (target, *base.file.bases)
            file = put_together(base.data, file, said)
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
        place = ("workbook", "tables", number)
        table.begins_on(file.place(place).line if file.says(place) else 0)
    own = (note for note in notes_on(rule_set, rules) if file.says(note.path))
    notes = [Mistake(name, *_place(note, file), note.said) for note in own]
    in_order = sorted(notes, key=lambda note: (note.line, note.column))
    return _Read(RuleFile(rule_set, in_order, bases), file.data)


def read_layout(path: FilePath) -> RuleSet:
    """What a file says of workbooks and years, for making a rule set: it need not name one yet, nor
    an indicator. Raises RuleSetError."""
    with_all = {"name": "layout", "indicators": [{"id": "none yet", "name": "none yet"}]}
    return _read(path, path.name, with_all, ()).file.rule_set


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


def _stands_in_base(path: Path, file: PlainData) -> bool:
    """Whether an entry is there and the file does not say it itself."""
    data: object = file.data
    for key in path:
        data = below(data, key)
    return data is not NOTHING and not file.says(path)


def _told(slip: Slip, file: PlainData) -> str:
    where = named(slip.path, file.data)
    of_base = f" (of {bare(file.based_on)})" if _stands_in_base(slip.path, file) else ""
    return f"{where}{of_base}: {slip.said}" if where else slip.said
