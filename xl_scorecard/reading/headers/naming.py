"""Which column names the indicators, and which refers to them by codes."""

from __future__ import annotations

import re
from dataclasses import replace

from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.domain.polarity_words import parse_polarity, says_preference
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.reading.headers.below import FEWEST, Below, mostly
from xl_scorecard.reading.headers.heading import Heading, words_of
from xl_scorecard.reading.words.headings import is_weak_name

_CODE = re.compile(r"(?=.*\d)[\w.\-/ ]{1,12}")
_FAR_RIGHT = 1 << 20
_LONG_NAME = 40
_FEW_WORDS = 2
_DISTINCT = 0.6


def one_column_of_names(below: Below, headings: list[Heading]) -> list[Heading]:
    """Of several columns that could name the indicators, one does; a column of codes refers."""
    named = _having(Role.INDICATOR, headings)
    near = [h for h in named if h.index < first_figure(headings)] or named
    if len(near) < FEWEST:
        return headings
    names = next((h for h in near if not is_weak_name(h.own)), near[0])
    roles = dict.fromkeys((h.index for h in named), Role.OTHER)
    other = next(h for h in near if h is not names)
    if not _having(Role.REFERENCE, headings) and _refers(_beside(below, names, other)):
        roles[names.index] = Role.REFERENCE
        names = other
    roles[names.index] = Role.INDICATOR
    return [replace(h, role=roles.get(h.index, h.role)) for h in headings]


def _beside(below: Below, codes: Heading, names: Heading) -> list[str]:
    """What stands below one heading beside texts below another, numbers as they are typed; not
    the heading once more, nor that of a section."""
    named = {cell.row for cell in below.cells(names.index) if cell.text}
    cells = [cell for cell in below.cells(codes.index) if cell.row in named]
    return [text for cell in cells if (text := words_of(cell)) not in ("", codes.own)]


def _refers(texts: list[str]) -> bool:
    """Whether texts beside names are codes: one alone where it has no word in it, `3.1`."""
    return are_codes(texts) or (bool(texts) and not any(map(_has_letter, texts)))


def _has_letter(text: str) -> bool:
    return any(ch.isalpha() for ch in text)


def _having(role: Role, headings: list[Heading]) -> list[Heading]:
    return [heading for heading in headings if heading.role is role]


def codes_before_names(below: Below, headings: list[Heading]) -> list[Heading]:
    """`Indicator` over `KPI 1` and, in the next column without a heading, the name itself."""
    named = _having(Role.INDICATOR, headings)
    if not named or _having(Role.REFERENCE, headings):
        return headings
    codes, names = named[0], replace(named[0], index=named[0].index + 1)
    by_index = {h.index: h for h in headings}
    if _says_else(by_index.get(names.index), names) or not _coded(below, codes, names):
        return headings
    by_index[codes.index] = replace(codes, role=Role.REFERENCE)
    by_index[names.index] = names
    return [by_index[index] for index in sorted(by_index)]


def _says_else(heading: Heading | None, other: Heading) -> bool:
    """Whether there is a heading that says something else than another."""
    return heading is not None and (heading.own, heading.groups) != (other.own, other.groups)


def _coded(below: Below, codes: Heading, names: Heading) -> bool:
    """Whether codes stand below one heading and enough different names below another."""
    references, texts = _beside(below, codes, names), below.texts(names.index)
    enough = len(set(texts)) >= max(FEWEST, len(references) / 2)
    return enough and are_codes(references) and not are_codes(texts)


def with_names(below: Below, headings: list[Heading]) -> list[Heading]:
    """Where no heading names the indicators: the column of distinct texts before the figures."""
    if _having(Role.INDICATOR, headings):
        return headings
    by_index = {h.index: h for h in headings}
    first = min((h.index for h in headings if h.role in (Role.OUTTURN, Role.RAG)), default=0)
    silent = (None, Role.OTHER, Role.SECTION)
    for allowed in (silent, (*silent, Role.FREQUENCY, Role.PERIOD)):
        columns = [i for i in range(1, first) if _role(by_index.get(i)) in allowed]
        index = _most_like_names(below, columns)
        if index is not None:
            named = replace(by_index.get(index, Heading(index, "")), role=Role.INDICATOR)
            by_index[index] = named
            break
    return [by_index[index] for index in sorted(by_index)]


def _role(heading: Heading | None) -> Role | None:
    return heading.role if heading is not None else None


def _most_like_names(below: Below, columns: list[int]) -> int | None:
    """The column whose texts are most and longest, and differ from row to row."""
    weights = {index: _weight(below.texts(index)) for index in columns}
    best = max(weights, key=lambda index: weights[index], default=None)
    return best if best is not None and weights[best] > 0 else None


def look_like_names(texts: list[str]) -> bool:
    """Whether texts may name indicators: worded, and most of them different."""
    return _weight(texts) > 0 and not are_codes(texts)


def _weight(texts: list[str]) -> float:
    """How much texts look like names; 0 where they cannot be."""
    worded = [text for text in texts if any(ch.isalpha() for ch in text)]
    distinct = len(set(worded))
    if distinct < FEWEST or distinct < _DISTINCT * len(worded):
        return 0
    if mostly(worded, lambda text: parse_period(text) is not None):
        return 0  # periods that run down
    if sum(map(_says_what_is_good, worded)) > len(worded) / 2:
        return 0
    return distinct * min(sum(map(len, worded)) / len(worded), _LONG_NAME)


def _says_what_is_good(text: str) -> bool:
    """Whether a text says no more than which way is good; `Reduce fires in homes` names what is
    to be reduced."""
    short = len(text.split()) <= _FEW_WORDS
    return (short or says_preference(text)) and parse_polarity(text) is not None


def are_codes(texts: list[str]) -> bool:
    """Whether texts are mostly codes such as `KPI 1` or `CS12a`."""
    return mostly(texts, lambda text: bool(_CODE.fullmatch(str(text))))


def first_figure(headings: list[Heading]) -> int:
    """The first column of figures."""
    return min((h.index for h in headings if h.role is Role.OUTTURN), default=_FAR_RIGHT)
