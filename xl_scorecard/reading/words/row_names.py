"""What a row is by the words it begins with: a remark, a key, a sub-total, a limit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.lexicon import any_of, lexicon
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
