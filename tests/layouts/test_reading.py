"""Reading gets no worse: one workbook of each layout, counted. The figures of many are in
benchmarks/reading.md; when reading gets better, move the two numbers here."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.layouts.generate import workbook
from tests.layouts.layouts import all_layouts
from tests.layouts.product import held_to_its_draft, read
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


@pytest.mark.parametrize("seed", range(len(all_layouts())))
def test_a_layout_that_a_person_says_is_read_right(seed: int, tmp_path: Path) -> None:
    """Of every layout one: in each aspect, by who says the layout and knows the indicators."""
    wrong = [one for one in score(seed, tmp_path, said=True).judged if one.verdict is not RIGHT]
    assert wrong == []


@pytest.mark.parametrize("seed", range(len(all_layouts())))
def test_held_to_what_its_draft_says_of_it_a_layout_reads_the_same(
    seed: int, tmp_path: Path
) -> None:
    """The draft's comments on layouts, taken up: the same figures, names, sites and findings."""
    made, book = workbook(seed), tmp_path / "book.xlsx"
    unaided = read(made.content, book)
    if unaided.refused:
        pytest.skip("is no scorecard")
    held = held_to_its_draft(book)
    assert held["indicators"] == unaided.outcome["indicators"]
    assert held["period"] == unaided.outcome["period"]
    found, again = (
        {(one["check"], one["cell"]) for one in outcome["findings"]}
        for outcome in (unaided.outcome, held)
    )
    assert again == found
