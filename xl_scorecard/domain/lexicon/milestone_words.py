"""Words of tables of milestones: what heads their names and dates, and what stands for no date."""

from __future__ import annotations

from typing import NamedTuple

from xl_scorecard.domain.lexicon.sheet_words import Phrases, Words


class Milestones(NamedTuple):
    """What the headings and cells of milestones say; phrases are whole headings."""

    names: Phrases = ()
    due: Phrases = ()
    expected: Phrases = ()
    done: Phrases = ()
    due_or_done: Phrases = ()
    """What may head the day a thing is to be done by, or the day it was done."""
    undone: Words = ()
    """What stands below `done` for what is not."""
