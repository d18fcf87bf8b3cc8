"""What words mean, in whichever language they are: whole words, in small letters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from xl_scorecard.domain.indicator import Basis, Gap, Polarity, Unit
from xl_scorecard.domain.judgement import Arrow, Standing
from xl_scorecard.domain.lexicon import signs
from xl_scorecard.domain.lexicon.concepts import Lexicon
from xl_scorecard.domain.lexicon.sheet_words import Words
from xl_scorecard.domain.lexicon.spoken import any_of, by_word, lexicon
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.role import Role


def role_of_heading(word: str) -> Role | None:
    """The role that a whole heading names."""
    return _roles().get(word)


@cache
def _roles() -> dict[str, Role]:
    return by_word(lambda language: language.headings.roles)


def role_beside_period(word: str) -> Role | None:
    """The role of a heading that only means it beside a period: `LA 2017`."""
    return _roles_beside_periods().get(word)


@cache
def _roles_beside_periods() -> dict[str, Role]:
    return by_word(lambda language: language.headings.beside_periods)


def said_one_way(name: str) -> str:
    """A name with what rules take for the same said in one way: `% of` for `percentage of`."""
    for one_way, others in lexicon().names.said_otherwise.items():
        for other in others:
            name = name.replace(other, one_way)
    return name


def is_share(word: str) -> bool:
    """Whether it says that a figure is the one which a count beside it is part of: `%`, `Rate`."""
    figures = lexicon().figures
    if word in figures.shares or word in figures.rates or word in figures.judged:
        return True
    return is_share_in_time(word)


def is_share_in_time(word: str) -> bool:
    """Whether it says that a figure is the share of what was done in time: `% in time`."""
    return _shares_of().fullmatch(word) is not None


@cache
def _shares_of() -> re.Pattern[str]:
    return re.compile(any_of(lexicon().figures.shares_of))


def is_count(word: str) -> bool:
    """Whether it says that a figure is a count: `No`, `Total`."""
    figures = lexicon().figures
    return word in figures.counts or word in figures.totals


def is_figure(word: str) -> bool:
    """Whether it says, below a period, no more than that the period's figure stands there."""
    return is_share(word) or is_count(word) or word in lexicon().headings.figures


def unit_of_word(word: str) -> Unit | None:
    """The unit that an entry in a column of units names."""
    return _units().get(word)


@cache
def _units() -> dict[str, Unit]:
    return by_word(_unit_words)


def _unit_words(language: Lexicon) -> Mapping[Unit, Words]:
    figures = {
        Unit.PERCENT: language.figures.shares,
        Unit.COUNT: language.figures.counts,
        Unit.RATE_PER_10000: language.figures.rates,
    }
    words = language.units.words
    return {unit: (*figures.get(unit, ()), *words.get(unit, ())) for unit in Unit}


def basis_of_word(word: str) -> Basis | None:
    """The basis that an entry in a column of bases or frequencies names."""
    return _bases().get(word)


@cache
def _bases() -> dict[str, Basis]:
    return by_word(lambda language: language.bases.words)


def polarity_of_word(word: str) -> Polarity | None:
    """Which way is good, by a word, letter or sign that is all of an entry."""
    return _polarities().get(word)


@cache
def _polarities() -> dict[str, Polarity]:
    of_signs = {sign: meant for meant, found in signs.POLARITIES.items() for sign in found}
    return of_signs | by_word(lambda language: language.polarities.words)


def gap_of_word(word: str) -> Gap | None:
    """Why a figure is absent, by a word or symbol in its place."""
    return _gaps().get(word)


@cache
def _gaps() -> dict[str, Gap]:
    of_signs = {sign: meant for meant, found in signs.GAPS.items() for sign in found}
    return of_signs | by_word(lambda language: language.gaps.words)


def standing_of_word(word: str) -> Standing | None:
    """What a colour says, by its name or letter."""
    return colour_of_word(word) or _letters().get(word)


def colour_of_word(word: str) -> Standing | None:
    """What a colour says, by its name."""
    return _colours().get(word)


@cache
def _colours() -> dict[str, Standing]:
    return by_word(lambda language: language.statuses.colours)


@cache
def _letters() -> dict[str, Standing]:
    return by_word(lambda language: language.statuses.letters)


def answer_of_word(word: str) -> bool | None:
    """Whether a target is met, by `yes` or `no`."""
    return _answers().get(word)


@cache
def _answers() -> dict[str, bool]:
    return by_word(lambda language: language.statuses.answers)


def travel_of_word(word: str) -> str | None:
    """How a figure has done: `improved`, `worsened` or `static`."""
    return _travels().get(word)


@cache
def _travels() -> dict[str, str]:
    return by_word(lambda language: language.statuses.travel)


def arrow_of_word(word: str) -> Arrow | None:
    """Which way a figure has gone, by a word for an arrow."""
    return _moves().get(word)


@cache
def _moves() -> dict[str, Arrow]:
    return by_word(lambda language: language.statuses.moves)


def mark_of_word(word: str) -> Mark | None:
    """What a word or letter beside a figure says of it."""
    return _marks().get(word)


@cache
def _marks() -> dict[str, Mark]:
    words = by_word(lambda language: language.remarks.flags)
    return by_word(lambda language: language.remarks.letters) | words


def month_of_word(word: str) -> int | None:
    """The number of a month, by its name whole or abbreviated."""
    return _months().get(word)


@cache
def _months() -> dict[str, int]:
    return by_word(lambda language: language.times.months)


def number_of_word(word: str) -> int | None:
    """A number of periods, by `one` or `first`."""
    return _numbers().get(word)


@cache
def _numbers() -> dict[str, int]:
    ordinals = by_word(lambda language: language.times.ordinals)
    return by_word(lambda language: language.times.cardinals) | ordinals


def length_of_word(word: str) -> int | None:
    """How many months a month, quarter or year has."""
    return _lengths().get(word)


@cache
def _lengths() -> dict[str, int]:
    return by_word(lambda language: language.times.lengths)


def scale_of_word(word: str) -> int | None:
    """What `k`, `million` and the like multiply a number by."""
    return _scales().get(word)


@cache
def _scales() -> dict[str, int]:
    return by_word(lambda language: language.numbers.scales)
