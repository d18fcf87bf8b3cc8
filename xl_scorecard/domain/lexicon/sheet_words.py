"""Words above columns, beside rows and around tables."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from xl_scorecard.domain.role import Role

Words = tuple[str, ...]
"""Words as typed, in small letters, one kind of space, no mark at the end."""
Phrases = tuple[str, ...]
"""Regular expressions over such words, any of which will do.

`{name}` within one stands for a piece: see `Lexicon.pieces`."""
NONE: Mapping[Any, Any] = MappingProxyType({})
"""A concept that a language has no words for."""


class Headings(NamedTuple):
    """What people put above columns."""

    roles: Mapping[Role, Words] = NONE
    """Whole headings, by the role they name. A word names one role only."""
    beginnings: tuple[tuple[Role, str], ...] = ()
    """Phrases that longer headings begin with; the first that fits counts."""
    beside_periods: Mapping[Role, Words] = NONE
    """What only means this beside a period: `LA 2017` next to `England 2017`, `2020 Ambition`."""
    figures: Words = ()
    """What says, below a period, that a column holds its figure, besides words of `Figures`."""
    not_now: Words = ()
    """Headings of figures that name no period and yet do not mean the one reported."""
    of_figures: Phrases = ()
    """Words of a longer heading about figures: `Half year performance and rating`."""
    forecasts: Phrases = ()
    """Words of a heading of figures that are yet to come."""
    expected: Phrases = ()
    """Whole headings, but for their period, of figures that are yet to come."""
    asking: Phrases = ()
    """What a heading has that asks whether a target is met, over yes and no."""
    wishing: Phrases = ()
    """What a heading has that says what is wanted, over words and arrows for high and low."""
    not_judging: Phrases = ()
    """What a heading has over colours and words that do not judge the figure: `Risk`."""
    places: Words = ()
    """What tables that are no scorecards count by: places, people and accounts."""
    of_lists: Phrases = ()
    """Words of headings that lists of people, things or payments have, and scorecards have not."""
    of_prices: Phrases = ()
    """What titles of price lists, pay scales and the like say: `Fees and charges`."""
    taxed: Phrases = ()
    """Whole headings that price lists have, over how a thing is taxed: `VAT`."""
    of_indicators: Phrases = ()
    """Words of a heading or title that says that what follows are indicators."""
    aside: Phrases = ()
    """Whole headings, but for a period, of numbers about an indicator that are no figures of it."""
    of_plan: Phrases = ()
    """Whole headings of what came of a plan, beside the plan and the figure: `% of plan`."""
    weak_names: Words = ()
    """What names the indicators only where no other heading does."""
    weak_targets: Words = ()
    """What means the target only where no other heading says so."""
    aims: Phrases = ()
    """Whole headings, but for their period, that mean the target over figures: `Aspiration`."""
    aims_before: Phrases = ()
    """Those that do so only before the figures; behind them they are yet to come: `Expected`."""
    others_targets: Phrases = ()
    """What is the target only where there is no other, and else something to compare with."""
    wanted: Phrases = ()
    """Whole headings that mean which way is good where the cells below say so: `Best is`."""
    weak_polarities: Words = ()
    """What says which way is good only where the cells below do; else it is above themes."""
    weak_outturns: Words = ()
    """What means the outturn only over figures: `Achieved` may head Yes and No."""
    weak_tolerances: Words = ()
    """What means the tolerance unless the cells below show that it is what came of it."""


class Rows(NamedTuple):
    """What rows are named that are no indicators, and what stands below a table."""

    kinds: Mapping[Role, Words] = NONE
    """What the name of a row of a kind has in it where the word alone may name an indicator."""
    limits: Phrases = ()
    """Beginnings of names of control limits."""
    target_of: Phrases = ()
    """What a row's name has besides an indicator's where it holds the targets of it."""
    remarks: Phrases = ()
    """What a remark among the rows begins with, before a colon or dash."""
    keys: Phrases = ()
    """What a key or notes below a table begin with; such a word alone ends the table."""
    appendices: Phrases = ()
    """What else may follow a table after a gap."""
    sub_totals: Phrases = ()
    """Whole names of rows that add up others."""
    numerators: Phrases = ()
    """Whole names, or their beginnings, of rows that hold the numerator of a share beside them."""
    denominators: Phrases = ()
    """And of those that hold its denominator."""
    out_of: Phrases = ()
    """Beginnings of names of what a share is out of, besides: `out of all cases`."""
    wholes: Phrases = ()
    """Whole labels beside the counts that a share is out of: `Cohort`, `Out of`."""
    tally: Words = ()
    """Words that the name of a row is made of which counts indicators by how they do, besides
    those for statuses: `Measures on target in this section`."""
    tally_of_others: Words = ()
    """Those of them that make it count others than the colour it names: `not green`."""
    between_counts: Words = ()
    """What stands between counts in one line: `5 green and 7 amber`."""
    counted: Words = ()
    """What such a row counts."""
    rated_besides: Phrases = ()
    """What ratings on a sheet may be of besides the indicators of the period: actions, risks, those
    of the quarter before."""
    how_they_do: Words = ()
    """How they do, besides the names of colours."""
    earlier: Phrases = ()
    """Whole names of rows of an indicator's figures a year or a period before."""


class Papers(NamedTuple):
    """What titles and file names say of the paper rather than of the figures."""

    made: Words = ()
    """What stands beside a date on which the paper was printed or went to committee."""
    editions: Phrases = ()
    """What a file's name has besides a period that changes from one report to the next."""


class Figures(NamedTuple):
    """What a figure is, said by a heading below a period, a row beside a name, or a unit."""

    shares: Words = ()
    """A share of a whole: as a unit percent, as a heading or row the share itself."""
    shares_of: Phrases = ()
    """Whole headings below a period of the share of what was done in time: `% within SLA`."""
    rates: Words = ()
    """A rate: as a unit per 10,000, as a heading or row like a share."""
    judged: Words = ()
    """The figure that is judged, which a count beside it is no more than part of. No unit."""
    counts: Words = ()
    """A count: as a unit, or as a heading or row; beside a share it is what that is made of."""
    totals: Words = ()
    """A count as a heading or row only: down a column it is a group or an answer, no unit."""
