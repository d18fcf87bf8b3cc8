"""Words for whose figures a scorecard's own are held against."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from xl_scorecard.domain.lexicon.sheet_words import NONE, Phrases


class Benchmarks(NamedTuple):
    """What the headings of benchmarks say: whose they are, which of their figures, or what else."""

    kinds: Mapping[str, Phrases] = NONE
    """Whose figures they are, by our word for them; of several the first that is found counts."""
    statistics: Mapping[str, Phrases] = NONE
    """Which of their figures, where it is not the average."""
    means: Phrases = ()
    """What says that it is their average, or only that it is a figure."""
    aside: Phrases = ()
    """What a heading has over something about a benchmark that is none: its rank, our gap to it."""
    periods: Phrases = ()
    """Whole headings of the periods that benchmarks are of, in a column of their own."""
    unnamed: Phrases = ()
    """What says that they are the nation's without naming it: `National average`."""
    judged: Phrases = ()
    """What is judged good or outstanding where that is the indicator: `Good schools`."""
