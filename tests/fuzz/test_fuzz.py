"""Workbooks made odd by structure, the same each time; `make bench-fuzz` has ten thousand."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.fuzz.judge import judged
from tests.fuzz.mutants import mutant

SHARDS, EACH = 8, 12
"""A mutant takes a fifth of a second, a third of it openpyxl's, and half as long again where it is
measured."""


@pytest.mark.skipif(not hasattr(signal, "SIGPROF"), reason="no such limits on Windows")
@pytest.mark.parametrize("shard", range(SHARDS))
def test_an_odd_workbook_is_refused_in_one_line_or_keeps_all_that_is_theirs(
    shard: int, tmp_path: Path
) -> None:
    found = []
    for number in range(shard * EACH, (shard + 1) * EACH):
        one = mutant(number)
        found.extend(
            f"{number} ({one.seed.name}: {'; '.join(one.steps)}): {fault}"
            for fault in judged(one, tmp_path).faults
        )
    again = "python benchmarks/fuzz.py --mutants 1 --show --from NUMBER"
    assert not found, "\n".join((*found, f"one of them again: {again}"))


def test_a_mutant_is_the_same_each_time() -> None:
    assert mutant(7).steps == mutant(7).steps
    assert [mutant(number).steps for number in range(5)] != [mutant(9).steps] * 5
