"""Words in the cells of a row: figures and why there are none, targets, units, judgements."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from xl_scorecard.domain.indicator import Basis, Gap, Polarity, Unit
from xl_scorecard.domain.judgement import Arrow, Standing
from xl_scorecard.domain.lexicon.sheet_words import NONE, Phrases, Words
from xl_scorecard.domain.marks import Mark


class Units(NamedTuple):
    """What figures are counted in; words of shares, rates and counts are in `Figures`."""

    words: Mapping[Unit, Words] = NONE
    """Words of a column of units. What has no unit of its own is a score, never converted."""
    names: Mapping[Unit, Phrases] = NONE
    """What an indicator's name has that is surely in a unit; the first unit that fits counts."""
    hints: Mapping[Unit, Phrases] = NONE
    """What else in a name hints at a unit, good enough for a draft only."""
    minutes_seconds: Phrases = ()
    """What says that `8:55` is minutes and seconds."""
    hours_minutes: Phrases = ()
    """What says that it is hours and minutes."""
    money: Phrases = ()
    """What a figure in money counts, besides its sign."""


class Bases(NamedTuple):
    """What stretch of time figures cover."""

    words: Mapping[Basis, Words] = NONE
    """Words of a column of bases or frequencies."""
    phrases: Mapping[Basis, Phrases] = NONE
    """What says so in headings and in indicators' names."""
    at_end: Phrases = ()
    """What says in names that a figure is of one day; a year to date may be as at a day too."""
    headings: Mapping[Basis, Phrases] = NONE
    """What says so in headings, but not in names: plans may be up `to date`."""
    names: Mapping[Basis, Phrases] = NONE
    """What says so in names only."""


class Polarities(NamedTuple):
    """Which way is good, in a column that says so."""

    words: Mapping[Polarity, Words] = NONE
    """Whole entries, letters too."""
    phrases: Mapping[Polarity, Phrases] = NONE
    """What an entry has in it; these count before `more` and `less`."""
    more: Phrases = ()
    """Words for more, as in `bigger is better`."""
    less: Phrases = ()
    """Words for less."""
    bad: Phrases = ()
    """Words that turn the sense round, as in `high is bad`."""
    prefers: Phrases = ()
    """What only an entry that says which way is good has in it, whatever is above its column."""


class Numbers(NamedTuple):
    """Words beside and within figures and targets."""

    scales: Mapping[int, Words] = NONE
    """What multiplies a number, by how much: `1.2m`."""
    percent: Words = ()
    """The percent sign in words."""
    of: Words = ()
    """Between a count and its whole, `21 of 25`; between a limit and its figure."""
    to: Words = ()
    """Between the parts of a ratio and the ends of a range."""
    and_: Words = ()
    """Between the ends of a range only."""
    from_: Words = ()
    """Before a range."""
    in_: Words = ()
    """Within a rate such as `1 in 4`."""
    within: Words = ()
    """Before a tolerance, or a target not to be passed."""
    points: Phrases = ()
    """Beginnings of words for percentage points."""
    roughly: Phrases = ()
    """Before a figure that is about right."""
    estimated: Phrases = ()
    """Before a figure that is an estimate."""
    at_most: Phrases = ()
    """Before a figure that is the most there may be."""
    at_least: Phrases = ()
    """Before a figure that is the least there may be."""
    past: Phrases = ()
    """Those of both that the figure itself does not meet: `fewer than 3` is not met by 3."""
    or_less: Phrases = ()
    """After a figure that is the most there may be."""
    or_more: Phrases = ()
    """After a figure that is the least there may be."""
    not_counted: Phrases = ()
    """What is no noun that a figure before it counts: `84 data awaited`."""
    days: Phrases = ()
    """Days, which times in other units may be given beside."""
    counted_as_days: Phrases = ()
    """What else a number of days may be given in."""
    other_times: Phrases = ()
    """Units of time other than days."""
    hours: Phrases = ()
    """Hours as they stand behind a number within a duration, `1h 15m`; so with the next two."""
    minutes: Phrases = ()
    seconds: Phrases = ()


class Gaps(NamedTuple):
    """What stands where a figure is not. Symbols are in `signs`."""

    words: Mapping[Gap, Words] = NONE
    """Whole entries, by the reason they give."""
    phrases: Mapping[Gap, Phrases] = NONE
    """Whole entries in more words; the first reason that fits counts."""
    unexplained: Words = ()
    """What says that a figure is not there, but not why."""
    zero: Words = ()
    """Words for 0."""
    no_cases: Words = ()
    """What is 0 of something counted; among shares there was nothing to take a share of."""


class Grades(NamedTuple):
    """Words that grade, as inspectors and auditors use them."""

    scales: tuple[Words, ...] = ()
    """Each scale in its order, best first; of words for one grade each has a scale of its own."""


class Remarks(NamedTuple):
    """What people put around a figure in its cell."""

    flags: Mapping[Mark, Words] = NONE
    """Words about the figure, before or after it, in brackets or not."""
    letters: Mapping[Mark, Words] = NONE
    """The same as letters in brackets."""
    bare: Words = ()
    """Those of the letters that may stand without brackets."""
    capitals: Words = ()
    """Those that may be capital where they stand right behind the figure."""
    notes: Phrases = ()
    """The word before the number of a note."""
    see: Words = ()
    """The word that refers to a note."""


class Targets(NamedTuple):
    """Words around a target's figure, besides those of `Numbers`."""

    floors: Phrases = ()
    """What a heading has that names a figure which must not be fallen below: `Floor standard`."""
    none: Phrases = ()
    """Whole entries that say there is no target, or none yet."""
    at_most: Phrases = ()
    """Before a target that is not to be passed."""
    at_least: Phrases = ()
    """Before a target that is to be reached."""
    or_less: Phrases = ()
    """After a target that is not to be passed."""
    or_more: Phrases = ()
    """After a target that is to be reached."""
    top: Words = ()
    """Before a number, the places of an order from the first: `Top 10`."""
    labels: Phrases = ()
    """Before the figure, what it is: `National target: 95%`."""
    stretch: Phrases = ()
    """In brackets behind the figure, another one to aim for after it."""
    each: Words = ()
    """What a slash behind the figure stands before: `12 / year`."""
    when: Phrases = ()
    """Behind the figure, by when or how often it is to be reached."""
    not_counted: Phrases = ()
    """What is no noun that the figure counts but gives it another sense: `5 points better`."""
    lifetime: Phrases = ()
    """In a heading, that the target is for as long as a programme runs: `Lifetime target`."""
    spans: Mapping[int, Phrases] = NONE
    """What says in a heading or cell how many months a target is for, by these: `per month`."""
    other_spans: Mapping[int, Phrases] = NONE
    """What says so of a stretch that no figure is for, by its days: `per week`."""
    due: Phrases = ()
    """What says of a target that it is what is due by the reported period: `profiled`."""
    means: Phrases = ()
    """What says that a target is a mean, as good of a quarter as of a year."""


class Statuses(NamedTuple):
    """Ratings and moves as officers type them."""

    colours: Mapping[Standing, Words] = NONE
    """Colours by name."""
    letters: Mapping[Standing, Words] = NONE
    """Colours by letter."""
    other_colours: Words = ()
    """Colours that ratings may have besides, whose meaning differs: `blue`."""
    pairs: Words = ()
    """Two of these letters glued together, for what is between two colours."""
    phrases: Mapping[Standing, Phrases] = NONE
    """Whole ratings in words; the first that fits counts."""
    labels: Phrases = ()
    """Before a rating, what it is: `RAG: green`."""
    answers: Mapping[bool, Words] = NONE
    """In a column that asks whether the target is met: yes and no."""
    sides: Mapping[bool, Phrases] = NONE
    """On which side of its target a figure lies, above or not: good or bad by the measure."""
    travel: Mapping[str, Words] = NONE
    """How a figure has done, `improved`, `worsened` or `static`."""
    worse_beside_better: Words = ()
    """What alone says that a figure fell, and beside words for better that it got worse."""
    moves: Mapping[Arrow, Words] = NONE
    """Which way a figure has gone, be that better or worse."""
    told_from_before: Phrases = ()
    """In a heading over arrows, that they are told from the period before; it says its length."""
    told_from_year: Phrases = ()
    """The same, from a year before."""
