"""Words of comments, and what they claim of the figure beside them."""

from __future__ import annotations

from typing import NamedTuple

from xl_scorecard.domain.lexicon.sheet_words import Phrases


class Comments(NamedTuple):
    """What a sentence of a comment is made of that claims something of the figure."""

    target_changed: Phrases = ()
    """That the target is another than it was."""
    subject: Phrases = ()
    """What it begins with, if with anything: `performance`, `this figure`."""
    linking: Phrases = ()
    """Between that and the claim: `has`, `continues to`, `now`."""
    a_little: Phrases = ()
    """Before or behind a move, that it was small."""
    much: Phrases = ()
    """What else may stand there."""
    better: Phrases = ()
    """That the figure got better."""
    worse: Phrases = ()
    """That it got worse."""
    rose: Phrases = ()
    """That the number rose, be that good or bad."""
    fell: Phrases = ()
    """That the number fell."""
    still: Phrases = ()
    """That it hardly moved."""
    since: Phrases = ()
    """What it may end in, since when or for which period."""
    amount: Phrases = ()
    """By how much, from what and to what."""
    since_before: Phrases = ()
    """Of these, that it is told from the period before."""
    again: Phrases = ()
    """Before or behind a move, that it goes on from the period before: `improved again`."""
    above_target: Phrases = ()
    """Before `target`: that the figure is above it."""
    below_target: Phrases = ()
    """The same, below."""
    target: Phrases = ()
    """The target itself."""
    meets_target: Phrases = ()
    """Before it: that it is met."""
    target_met: Phrases = ()
    """Behind it: that it is met."""
    target_missed: Phrases = ()
    """Behind it: that it is missed."""
    tolerance: Phrases = ()
    """The tolerance of the target."""
    outside: Phrases = ()
    """Before it: that the figure is beyond it, whichever way is good."""
    within: Phrases = ()
    """Before it: that the figure is in it."""
    unless: Phrases = ()
    """What makes a comment speak of another figure, time or plan, or take back what it said."""
