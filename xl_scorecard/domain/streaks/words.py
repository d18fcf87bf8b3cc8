"""Streaks in words, as a committee paper has them."""

from __future__ import annotations

import re

from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.period import Grain
from xl_scorecard.domain.streaks.extremes import Extreme
from xl_scorecard.domain.streaks.runs import First, Run
from xl_scorecard.domain.streaks.stretch import Bound
from xl_scorecard.domain.streaks.told import Streak

TODAYS = " (against today's target)"
_LEAST_ON_RECORD = 3
_SAID = re.compile(
    r"(?:Below|Above|Outside|Within|Off|On) (?:tolerance|target) (?:for the|in every) "
    r"|(?:Equal (?:highest|lowest|best)|Highest|Lowest|Best) (?:since|on record) "
)
_SINCE = re.compile(r" \(since [^()]*\)$")
_LENGTHS = {Grain.MONTH: "month", Grain.QUARTER: "quarter", Grain.YEAR: "year"}
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip


def says_a_streak(text: str) -> bool:
    """Whether a cell of streaks may say so."""
    return _SAID.match(text) is not None


def words_of(streak: Streak | None) -> str:
    """What there is to say, in one line; nothing where there is nothing worth a word."""
    if streak is None:
        return ""
    said = [words for words in (_of_status(streak), _of_extreme(streak)) if words]
    if len(said) > 1 and (since := _SINCE.search(said[1])):
        said[0] = said[0].replace(since[0], "")  # once is enough
    later = (words[0].lower() + words[1:] for words in said[1:])
    return "; ".join([*said[:1], *later])


def _of_status(streak: Streak) -> str:
    run, first = streak.run, streak.first
    if run is None:
        return ""
    said = _of_first(first) if first is not None else _of_run(run)
    if not said:
        return ""
    return f"{_where(streak, run)} {said}{TODAYS if streak.todays_target else ''}"


def _where(streak: Streak, run: Run) -> str:
    if not run.beyond:
        return "Within tolerance" if streak.of == "tolerance" else "On target"
    sides = {Polarity.HIGH: "Below", Polarity.LOW: "Above"}
    off = "Outside" if streak.of == "tolerance" else "Off"
    side = sides.get(streak.polarity, off) if streak.polarity is not None else off
    return f"{side} {streak.of}"


def _of_first(first: First) -> str:
    if first.bound is Bound.FOUND:
        return f"for the first time since {first.since.words}"
    if first.bound is Bound.RECORD:
        return f"for the first time on record (since {first.since.words})"
    return "for the first time this year"


def _of_run(run: Run) -> str:
    """How long it has been beyond; of being within nothing is said."""
    if not run.beyond or run.periods == 1 or run.bound is Bound.GAP:
        return ""
    length = _LENGTHS[run.since.grain]
    if run.bound is Bound.FOUND:
        return f"for the {ordinal(run.periods)} {length} running"
    if run.bound is Bound.BREAK:
        return f"in every {length} since the break in {run.since.words}"
    if run.periods < _LEAST_ON_RECORD:
        return ""
    return f"in every {length} on record (since {run.since.words})"


def _of_extreme(streak: Streak) -> str:
    extreme = streak.extreme
    if extreme is None:
        return ""
    on_record = extreme.bound is Bound.RECORD
    word = "best" if streak.best and on_record else "highest" if extreme.high else "lowest"
    said = f"Equal {word}" if extreme.equal else word.capitalize()
    return f"{said} {_since(extreme)}"


def _since(extreme: Extreme) -> str:
    if extreme.bound is Bound.RECORD:
        return f"on record (since {extreme.since.words})"
    the_break = "the break in " if extreme.bound is Bound.BREAK else ""
    return f"since {the_break}{extreme.since.words}"


def ordinal(number: int) -> str:
    """The how-manieth: `third`, `12th`."""
    if number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 < number % 100 < 14 else ending}"
