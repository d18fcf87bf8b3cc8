"""What columns hold, told from the cells below where headings are silent or mislead."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace

from xl_scorecard.domain.grid import Grid
from xl_scorecard.domain.period_words import parse_period, tidy
from xl_scorecard.domain.polarity_words import parse_polarity
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.domain.status_words import parse_status
from xl_scorecard.reading.headings import normalised
from xl_scorecard.reading.row_words import BASIS_WORDS, UNIT_WORDS
from xl_scorecard.reading.sketch import Heading, cells_below

_FEWEST = 2
_MOST = 0.7
_WEAK_NAMES = frozenset(("description", "definition", "title", "name", "short name", "metric type"))
_CODE = re.compile(r"(?=.*\d)[\w.\-/ ]{1,12}")


def told_by_cells(grid: Grid, bottom: int, headings: list[Heading]) -> list[Heading]:
    """The headings with roles that the cells below give away: names, polarity, basis, sections."""
    headings = [_not_misled(grid, bottom, h) for h in headings]
    headings = _one_column_of_names(grid, bottom, headings)
    headings = _with_names(grid, bottom, headings)
    return _silent(grid, bottom, headings)


def _not_misled(grid: Grid, bottom: int, heading: Heading) -> Heading:
    cells = list(cells_below(grid, bottom, heading.index))
    if heading.role is Role.TOLERANCE and "variance" in normalised(heading.own):
        # a variance that is calculated, or has a sign, is what came of it, not what is allowed
        signed = any(isinstance(c.value, float) and c.value < 0 for c in cells)
        if signed or any(c.formula for c in cells):
            return replace(heading, role=Role.CHANGE)
    if heading.role is Role.OUTTURN and _mostly(
        [c.value for c in cells], lambda value: isinstance(value, dt.date)
    ):
        return replace(heading, role=Role.OTHER)
    if heading.role is Role.OUTTURN and _mostly([c.value for c in cells], _is_status):
        return replace(heading, role=Role.RAG)
    if heading.role is Role.FREQUENCY and _mostly([c.value for c in cells], _is_period):
        return replace(heading, role=Role.PERIOD)
    if heading.role is Role.PERIOD and not _mostly([c.value for c in cells], _is_period):
        return replace(heading, role=Role.OTHER)
    return heading


def _is_status(value: object) -> bool:
    return isinstance(value, str) and parse_status(value) is not None


def _is_period(value: object) -> bool:
    return not isinstance(value, bool) and parse_period(value) is not None


def _mostly(values: list[object], fits: Callable[[object], bool]) -> bool:
    return len(values) >= _FEWEST and sum(map(fits, values)) >= _MOST * len(values)


def _texts(grid: Grid, bottom: int, column: int) -> list[str]:
    return [cell.text for cell in cells_below(grid, bottom, column) if cell.text]


def _one_column_of_names(grid: Grid, bottom: int, headings: list[Heading]) -> list[Heading]:
    """Of several columns that could name the indicators, one does; a column of codes refers."""
    named = [h for h in headings if h.role is Role.INDICATOR]
    first_figure = _first_figure(headings)
    near = [h for h in named if h.index < first_figure] or named
    if len(near) < _FEWEST:
        return headings
    strong = [h for h in near if normalised(h.own) not in _WEAK_NAMES] or near
    names = strong[0]
    texts = _texts(grid, bottom, names.index)
    refers = any(h.role is Role.REFERENCE for h in headings)
    codes = _mostly(list(texts), lambda t: bool(_CODE.fullmatch(str(t))))
    others = [h for h in near if h is not names]
    roles: dict[int, Role] = {}
    if codes and not refers:
        roles[names.index] = Role.REFERENCE
        names = others[0]
    for heading in named:
        if heading is not names:
            roles.setdefault(heading.index, Role.OTHER)
    return [replace(h, role=roles[h.index]) if h.index in roles else h for h in headings]


def _first_figure(headings: list[Heading]) -> int:
    return min((h.index for h in headings if h.role is Role.OUTTURN), default=1 << 20)


def _with_names(grid: Grid, bottom: int, headings: list[Heading]) -> list[Heading]:
    """Where no heading names the indicators: the column of distinct texts before the figures."""
    if any(h.role is Role.INDICATOR for h in headings):
        return headings
    by_index = {h.index: h for h in headings}
    first = min((h.index for h in headings if h.role in (Role.OUTTURN, Role.RAG)), default=0)
    silent = (None, Role.OTHER, Role.SECTION)
    for allowed in (silent, (*silent, Role.FREQUENCY, Role.PERIOD)):
        index = _most_like_names(
            grid, bottom, [i for i in range(1, first) if _role(by_index.get(i)) in allowed]
        )
        if index is not None:
            named = replace(by_index.get(index, Heading(index, "")), role=Role.INDICATOR)
            by_index[index] = named
            break
    return [by_index[index] for index in sorted(by_index)]


def _role(heading: Heading | None) -> Role | None:
    return heading.role if heading is not None else None


def _most_like_names(grid: Grid, bottom: int, columns: list[int]) -> int | None:
    """The column whose texts are most and longest, and differ from row to row."""
    best: tuple[float, int] | None = None
    for index in columns:
        texts = [t for t in _texts(grid, bottom, index) if any(ch.isalpha() for ch in t)]
        distinct = len(set(texts))
        judging = sum(parse_polarity(t) is not None for t in texts)
        if distinct < _FEWEST or distinct < 0.6 * len(texts) or judging > len(texts) / 2:
            continue
        weight = distinct * min(sum(map(len, texts)) / len(texts), 40)
        if best is None or weight > best[0]:
            best = weight, index
    return best[1] if best is not None else None


def _silent(grid: Grid, bottom: int, headings: list[Heading]) -> list[Heading]:
    """Columns without a heading, or with one that says nothing, before the figures."""
    names = next((h.index for h in headings if h.role is Role.INDICATOR), None)
    first = _first_figure(headings)
    if names is None:
        return headings
    by_index = {h.index: h for h in headings}
    taken = {h.role for h in headings}
    for index in range(1, min(first, grid.last_column + 1)):
        heading = by_index.get(index, Heading(index, ""))
        if heading.role not in (None, Role.OTHER):
            continue
        role = _role_of_cells(_texts(grid, bottom, index))
        if role is None and index < names and not heading.own:
            role = Role.SECTION if _names_sections(grid, bottom, index) else None
        if role is not None and role not in taken:
            taken.add(role)
            by_index[index] = replace(heading, role=role)
    return [by_index[index] for index in sorted(by_index)]


def _names_sections(grid: Grid, bottom: int, column: int) -> bool:
    """Whether texts stand beside the names: several, or one beside several rows."""
    cells = [c for c in cells_below(grid, bottom, column) if c.text]
    words = all(any(ch.isalpha() for ch in c.text) for c in cells)
    merged = any(grid.merge_at(c.row, c.column) is not None for c in cells)
    return words and (len({c.text for c in cells}) >= _FEWEST or (merged and bool(cells)))


def _role_of_cells(texts: list[str]) -> Role | None:
    words: list[object] = [tidy(text) for text in texts]
    for role, fits in (
        (Role.BASIS, lambda w: w in BASIS_WORDS),
        (Role.UNIT, lambda w: w in UNIT_WORDS),
        (Role.POLARITY, lambda w: parse_polarity(str(w)) is not None),
    ):
        if _mostly(words, fits):
            return role
    return None
