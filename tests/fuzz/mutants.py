"""Mutants by number: the same number gives the same mutant."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from tests.fuzz import content_types, names, record, relationships, seeds, xml
from tests.fuzz import zip as archive
from tests.fuzz.package import Pack
from tests.fuzz.seeds import Seed, seed

_Mutate = Callable[[Pack, random.Random], str | None]
_PLAIN: tuple[tuple[_Mutate, int], ...] = (
    (xml.mutate, 55), (relationships.mutate, 17), (names.mutate, 8), (archive.mutate, 12),
    (content_types.mutate, 8),
)  # fmt: skip
_REFRESHED: tuple[tuple[_Mutate, int], ...] = (
    (xml.mutate, 35), (relationships.mutate, 15), (names.mutate, 18), (record.mutate, 18),
    (archive.mutate, 8), (content_types.mutate, 6),
)  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """A workbook made odd, what it was made of and what was done to it."""

    number: int
    seed: Seed
    steps: tuple[str, ...]
    data: bytes


def mutant(number: int) -> Mutant:
    """One of one to three steps away from a sound workbook; of a sample every twentieth."""
    chance = random.Random(number)
    if number % 20 == 0:
        name = chance.choice(seeds.SAMPLES)
    else:
        name = chance.choice(seeds.SMALL if chance.random() < 0.6 else seeds.CORPUS)
    made_of = seed(name, chance.random() < 0.65)
    kinds, weights = zip(*(_REFRESHED if made_of.refreshed else _PLAIN), strict=True)
    pack = Pack.of(made_of.data)
    steps: list[str] = []
    wanted = chance.choice((1, 1, 1, 2, 3))
    while len(steps) < wanted:
        if step := chance.choices(kinds, weights)[0](pack, chance):
            steps.append(step)
    return Mutant(number, made_of, tuple(steps), pack.bytes())
