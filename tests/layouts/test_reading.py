"""Reading gets no worse: one workbook of each layout, counted. The figures of many are in
benchmarks/reading.md; when reading gets better, move the two numbers here."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.layouts.layouts import all_layouts
from tests.layouts.score import score
from tests.layouts.verdicts import Verdict

SILENT_AT_MOST = 0
RIGHT_AT_LEAST = 62
RIGHT = Verdict.RIGHT


def test_no_fewer_layouts_are_read_right_and_no_more_are_silently_wrong(tmp_path: Path) -> None:
    scores = [score(seed, tmp_path) for seed in range(len(all_layouts()))]
    counts = Counter(one.verdict for one in scores)
    wrong = [(one.layout, one.seed) for one in scores if one.verdict is Verdict.SILENT]
    assert counts[Verdict.SILENT] <= SILENT_AT_MOST, wrong
    assert counts[Verdict.RIGHT] >= RIGHT_AT_LEAST, counts


SAID = (0, 1, 9, 23, 30, 35, 46, 47, 49, 57, 63)
"""Of each way to be laid out one: a plain one, parts as rows, cards, a row a period, months down,
numerators below, side by side, sites, below one another, turned, years down."""


@pytest.mark.parametrize("seed", SAID)
def test_a_layout_that_a_person_says_is_read_right(seed: int, tmp_path: Path) -> None:
    wrong = [one for one in score(seed, tmp_path, said=True).judged if one.verdict is not RIGHT]
    assert wrong == []
