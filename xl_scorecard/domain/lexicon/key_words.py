"""Words of a sheet's key: what green, amber and red mean there."""

from __future__ import annotations

from typing import NamedTuple

from xl_scorecard.domain.lexicon.sheet_words import Phrases


class Keys(NamedTuple):
    """What a sheet says of its own rating, beside the colours of `Statuses`."""

    target: Phrases = ()
    """What figures are held against: `of target`, `below plan`."""
    tolerance: Phrases = ()
    """The tolerance by its own word."""
    up_to: Phrases = ()
    """Before how far a band reaches: `within 5%`, `less than 5% below`."""
    or_worse: Phrases = ()
    """Behind a number: that much off, or more."""
    not_ratings: Phrases = ()
    """What a line has that speaks of colours and figures and is no key."""
