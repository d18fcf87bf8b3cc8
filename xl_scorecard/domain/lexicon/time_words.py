"""Words of time in headings, titles and names of files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from xl_scorecard.domain.lexicon.sheet_words import NONE, Phrases, Words


class Times(NamedTuple):
    """What says when: months, quarters, years, and what time is meant beside others.

    Which words a figure's basis is told by is in `Bases`.
    """

    months: Mapping[int, Words] = NONE
    """The names of each month, 1 to 12; a word that begins as the shortest does may be one."""
    months_besides: Words = ()
    """Names of months that are words besides: in running text they mean no month."""
    lengths: Mapping[int, Words] = NONE
    """The words for a month, a quarter and a year, by how many months they are: 1, 3, 12."""
    any_length: Words = ()
    """The word for a period however long it is; with a number it is a month of the year."""
    quarter_letters: Words = ()
    """What stands for a quarter right before or behind its number: `Q3`."""
    quarter_letters_by_year: Words = ()
    """The same of a letter that may mean something else, so that a single year must stand beside
    it: `T1 2024`, but neither `T1` nor `T1 2023/24`, which are school terms."""
    month_letters: Words = ()
    """What stands for a month of the financial year right before its number: `M9`."""
    year_prefixes: Words = ()
    """What may stand right before a year: `yr 2018`."""
    cardinals: Mapping[int, Words] = NONE
    """`one`, `two` and so on, as far as periods are counted."""
    counted_quarters: Words = ()
    """What these stand behind: `Quarter three`, but not `Qtr three`."""
    ordinals: Mapping[int, Words] = NONE
    """`first`, `second` and so on, as far as periods are counted."""
    ordinal_endings: Words = ()
    """What makes a number an ordinal: `3rd`."""
    first_halves: Phrases = ()
    """The first half of a year."""
    second_halves: Phrases = ()
    """The second half of a year, which ends it."""
    quarter_ends: Phrases = ()
    """What stands before the month that ends a quarter: `3 months to Dec`."""
    other_ends: Phrases = ()
    """The same of what is no reporting period: `9 months to Dec`."""
    weeks: Phrases = ()
    """What stands before the number of a week: `Wk 5`."""
    week_dates: Phrases = ()
    """What stands before the date of a week: `w/c 3 Feb`."""
    terms: Phrases = ()
    """The terms of a school year."""
    academic: Phrases = ()
    """The school year."""
    calendar: Phrases = ()
    """What says that all years are calendar years."""
    calendar_where: Phrases = ()
    """Words of headings in a language of places where all years are calendar years."""
    financial: Phrases = ()
    """The financial year; a single year beside it is the one that it ends in."""
    financial_glued: Words = ()
    """What of these may be glued to a year: `FY19`."""
    year_ends: Phrases = ()
    """The end of the year, as at which the whole year's figure stands."""
    whole_years: Phrases = ()
    """Other words for a whole year."""
    whole_alone: Phrases = ()
    """Those of both that mean the reported year where no year stands beside them."""
    outturns: Phrases = ()
    """Words for the figure itself; beside these `18-19` is a year."""
    fillers: Phrases = ()
    """What may stand beside a period and says nothing of time."""
    until: Words = ()
    """The dash in words: `Oct to Dec`."""
    this: Words = ()
    """Before a length: the period reported."""
    before: Words = ()
    """Before a length: the one before the period reported."""
    relative: Phrases = ()
    """What alone means a period by the one reported: `latest`."""
    short: Mapping[str, Words] = NONE
    """Abbreviations of `this` or `before` with a length, by what they stand for."""
    same: Phrases = ()
    """The period a year before the one reported."""
    not_years: Phrases = ()
    """What a number stands behind that is no year: ages and school years."""
    asides: Phrases = ()
    """What in round brackets says nothing of a heading: `(provisional)`."""
    numbered_asides: Words = ()
    """What with a number in square brackets says nothing of a heading: `[note 2]`."""
    cues: Phrases = ()
    """What a text of time without digits has in it, besides months, lengths and abbreviations.

    For a quick look, to pass over most texts."""
