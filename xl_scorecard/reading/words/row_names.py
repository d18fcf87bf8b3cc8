"""What a row is by the words it begins with: a remark, a key, a sub-total, a limit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.lexicon import any_of, colour_of_word, lexicon
from xl_scorecard.domain.period_words import tidy
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.domain.stated_key import clauses_of
from xl_scorecard.reading.words.headings import normalised


def begins_remark(text: str) -> bool:
    """Whether a text begins as a remark does: `Comment: ...`."""
    return _remark().match(text) is not None


@cache
def _remark() -> re.Pattern[str]:
    return re.compile(rf"{any_of(lexicon().rows.remarks)}\s*[:\u2013-]", re.IGNORECASE)


def begins_key(text: str) -> bool:
    """Whether a text begins what stands below a table: a key, notes, an appendix."""
    return _key_below().match(text) is not None


@cache
def _key_below() -> re.Pattern[str]:
    rows = lexicon().rows
    words = any_of(rows.keys, rows.appendices)
    return re.compile(rf"(?:\S+ )?{words}\b(?!.{{60}})", re.IGNORECASE)


def is_key(text: str) -> bool:
    """Whether a text is the heading of a key or of notes and nothing else."""
    return _key().fullmatch(text.strip(" :")) is not None


@cache
def _key() -> re.Pattern[str]:
    return re.compile(any_of(lexicon().rows.keys), re.IGNORECASE)


def states_rating(cells: Sequence[Cell]) -> bool:
    """Whether a row of texts is a line of a key: `Amber`, `within 5% of target`."""
    if any(not cell.text for cell in cells):
        return False
    return any(clauses_of(" ".join(cell.text for cell in cells)))


def is_sub_total(name: str) -> bool:
    """Whether a row of this name adds up others."""
    return _sub_total().fullmatch(name.strip(" :")) is not None


@cache
def _sub_total() -> re.Pattern[str]:
    return re.compile(any_of(lexicon().rows.sub_totals), re.IGNORECASE)


def is_tally(name: str) -> bool:
    """Whether a row of this name counts indicators by how they do: `Measures on target`."""
    said = _words_of(name)
    if len(said) < 2:  # "Red" alone may name anything
        return False
    words = lexicon().rows
    colours = any(map(_colour, said))
    counted = not said.isdisjoint(words.counted) and not said.isdisjoint(words.how_they_do)
    return (colours or counted) and may_count(name)


def may_count(name: str) -> bool:
    """Whether all words of a name are such as count indicators: `Not rated`, `Total` beside
    `Total green`; by themselves they may name anything."""
    words, said = lexicon().rows, _words_of(name)
    known = {*words.tally, *words.counted, *words.how_they_do}
    return bool(said) and all(word in known or _colour(word) for word in said)


def _words_of(name: str) -> set[str]:
    return set(re.findall(r"[\w'%#]+", name.casefold()))


def is_colour(word: str) -> bool:
    """Whether a name is a colour that indicators are rated by: `Green`, `Reds`."""
    return _colour(word.casefold().strip(" :"))


def _colour(word: str) -> bool:
    return (colour_of_word(word) or colour_of_word(word.removesuffix("s"))) is not None


def is_earlier(name: str) -> bool:
    """Whether a row of this name holds an indicator's figures of an earlier year or period."""
    return _earlier().fullmatch(normalised(name)) is not None


@cache
def _earlier() -> re.Pattern[str]:
    return re.compile(any_of(lexicon().rows.earlier))


def part_named(name: str) -> Role | None:
    """Whether a row of this name holds the numerator or the denominator of the share beside it."""
    words = " ".join(name.casefold().split())
    for role, pattern in _parts():
        if pattern.match(words):
            return role
    return None


@cache
def _parts() -> tuple[tuple[Role, re.Pattern[str]], ...]:
    rows = lexicon().rows
    return (
        (Role.NUMERATOR, re.compile(any_of(rows.numerators))),
        (Role.DENOMINATOR, re.compile(any_of(rows.denominators))),
    )


def begins_part(name: str) -> bool:
    """Whether a name begins as that of a part of what stands above: `of which: in time`."""
    return _part_above().match(name.strip()) is not None


@cache
def _part_above() -> re.Pattern[str]:
    words = lexicon()
    return re.compile(any_of(words.names.of_which, words.rows.out_of), re.IGNORECASE)


def says_whole(label: str) -> bool:
    """Whether a label beside a row says that it holds what a share is out of: `Cohort`."""
    return _whole().fullmatch(normalised(label)) is not None


@cache
def _whole() -> re.Pattern[str]:
    rows = lexicon().rows
    return re.compile(any_of(rows.wholes, rows.denominators))


def is_control_limit(name: str) -> bool:
    """Whether a row of this name holds a control limit: `UCL`."""
    return _limit().fullmatch(normalised(name)) is not None


@cache
def _limit() -> re.Pattern[str]:
    return re.compile(rf"{any_of(lexicon().rows.limits)}(?: .*)?")


def says_kind(name: str, role: Role) -> bool:
    """Whether a row named by a heading of a role is of that kind, and no indicator.

    `Planned` or `Red` could be anything; a row of targets has `target` in its name.
    """
    words = lexicon().rows.kinds.get(role)
    return words is None or any(word in normalised(name) for word in words)


def aimed_at(name: str) -> str | None:
    """What a row holds the targets of, by its name: `Target % answered`; None where of nothing."""
    words = tidy(name)
    return _target_of().sub(" ", words) if _target_of().search(words) else None


@cache
def _target_of() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(lexicon().rows.target_of)}")
