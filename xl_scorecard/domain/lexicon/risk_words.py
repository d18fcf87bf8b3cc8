"""Words of registers of risks, which stand beside scorecards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from xl_scorecard.domain.lexicon.sheet_words import NONE, Words


class Risks(NamedTuple):
    """What the headings and cells of a register of risks say."""

    risks: Words = ()
    """What a heading has over what may happen, and what speaks of risks at all."""
    likelihoods: Words = ()
    """What a heading has over how likely it is."""
    impacts: Words = ()
    """What a heading has over how bad it would be."""
    scores: Words = ()
    """What a heading has over what the two come to."""
    levels: Mapping[int, Words] = NONE
    """Whole words for how high a risk is, from 1 up."""
    owners: Words = ()
    """What a heading has over who answers for a risk."""
    movements: Words = ()
    """What a heading has over which way its score went."""
    before: Words = ()
    """What a heading has over scores of the time before."""
    until: Words = ()
    """What stands between the ends of a range of scores, besides a dash."""


class References(NamedTuple):
    """How a text points to a figure or table of the paper."""

    figures: Words = ()
    """What figures are called before their number: `Fig 13`."""
    tables: Words = ()
    """And tables."""
    see: Words = ()
    """What stands before such a name in a text that points to it."""
    indicators: Words = ()
    """What indicators are called before their reference: `See indicator B12`."""
    elsewhere: Words = ()
    """What follows it where the indicator is another paper's: `See indicator B12 in ...`."""
