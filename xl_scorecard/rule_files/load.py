"""Rule sets from YAML files: all that is wrong with one, each mistake with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path as FilePath

from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.errors import MISTAKES_TOLD, Mistake, RuleSetError
from xl_scorecard.rule_files.encodings import text_of
from xl_scorecard.rule_files.entries import Entry
from xl_scorecard.rule_files.nodes import read_nodes
from xl_scorecard.rule_files.notes import notes_on
from xl_scorecard.rule_files.plain_data import PlainData, plain_data
from xl_scorecard.rule_files.sense import figures, ids, names, periods, ratings, words
from xl_scorecard.rule_files.shape import read_shape
from xl_scorecard.rule_files.shown import named
from xl_scorecard.rule_files.slip import Place, Slip, UnreadableError

_SENSE: tuple[Callable[[Entry], Iterator[Slip]], ...] = (
    ids.ids_once,
    names.names_once,
    ids.parts_there,
    ids.circles,
    periods.periods_read,
    figures.scales_read,
    figures.targets_read,
    figures.tolerances_read,
    figures.benchmarks_read,
    ratings.rating_defined,
    ratings.edges_read,
    ratings.bands_reached,
    ratings.bands_apart,
    words.columns_once,
    words.roles_known,
    words.checks_known,
    words.own_checks_apart,
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
    name = path.name
    try:
        file = plain_data(read_nodes(text_of(path)))
    except UnreadableError as error:
        raise RuleSetError([Mistake(name, *error.place, error.message)]) from None
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
    notes = [Mistake(name, *_place(n, file), n.said) for n in notes_on(rule_set, rules)]
    return RuleFile(rule_set, sorted(notes, key=lambda note: (note.line, note.column)))


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
