"""What columns hold, told from the cells below where headings are silent or mislead."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace

from xl_scorecard.domain.grid import Grid
from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.domain.polarity_words import parse_polarity
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.domain.status_words import parse_status
from xl_scorecard.reading.headers.heading import Heading
from xl_scorecard.reading.headers.sketch import cells_below
from xl_scorecard.reading.words.headings import (
    exact_role,
    is_weak_name,
    is_weak_target,
    is_weak_tolerance,
)
from xl_scorecard.reading.words.row_words import basis_of_words, unit_of_words

_FEWEST = 2
_MOST = 0.7
_CODE = re.compile(r"(?=.*\d)[\w.\-/ ]{1,12}")


def told_by_cells(grid: Grid, bottom: int, headings: list[Heading]) -> list[Heading]:
    """The headings with roles that the cells below give away: names, polarity, basis, sections."""
    headings = _one_target([_not_misled(grid, bottom, h) for h in headings])
    headings = _one_column_of_names(grid, bottom, headings)
    headings = _codes_before_names(grid, bottom, headings)
    headings = _with_names(grid, bottom, headings)
    return _silent(grid, bottom, headings)


def _not_misled(grid: Grid, bottom: int, heading: Heading) -> Heading:
    cells = list(cells_below(grid, bottom, heading.index))
    if heading.role is Role.TOLERANCE and is_weak_tolerance(heading.own):
        # a variance that is calculated, or has a sign, is what came of it, not what is allowed
        signed = any(isinstance(c.value, float) and c.value < 0 for c in cells)
        if signed or any(c.formula for c in cells):
            return replace(heading, role=Role.CHANGE)
    says_when = exact_role(heading.own) is Role.PERIOD  # "Year" below a title that names one
    if says_when and heading.role is Role.OUTTURN and _mostly([c.value for c in cells], _is_period):
        return replace(heading, role=Role.PERIOD, words=None)
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


def _one_target(headings: list[Heading]) -> list[Heading]:
    """`Green` and `Standard` mean the target only where no other heading says Target."""
    weak = [h.index for h in headings if h.role is Role.TARGET and _is_weak(h)]
    if not weak or not any(h.role is Role.TARGET and h.index not in weak for h in headings):
        return headings
    return [replace(h, role=Role.OTHER) if h.index in weak else h for h in headings]


def _is_weak(heading: Heading) -> bool:
    return heading.words is None and is_weak_target(heading.own)


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
    strong = [h for h in near if not is_weak_name(h.own)] or near
    names = strong[0]
    refers = any(h.role is Role.REFERENCE for h in headings)
    codes = _are_codes(_texts(grid, bottom, names.index))
    others = [h for h in near if h is not names]
    roles: dict[int, Role] = {}
    if codes and not refers:
        roles[names.index] = Role.REFERENCE
        names = others[0]
    for heading in named:
        if heading is not names:
            roles.setdefault(heading.index, Role.OTHER)
    return [replace(h, role=roles[h.index]) if h.index in roles else h for h in headings]


def _codes_before_names(grid: Grid, bottom: int, headings: list[Heading]) -> list[Heading]:
    """`Indicator` over `KPI 1` and, in the next column without a heading, the name itself."""
    names = next((h for h in headings if h.role is Role.INDICATOR), None)
    if names is None or any(h.role is Role.REFERENCE for h in headings):
        return headings
    beside = next((h for h in headings if h.index == names.index + 1), None)
    if beside is not None and (beside.own != names.own or beside.groups != names.groups):
        return headings
    codes, texts = _texts(grid, bottom, names.index), _texts(grid, bottom, names.index + 1)
    if not _are_codes(codes) or len(set(texts)) < max(_FEWEST, len(codes) / 2) or _are_codes(texts):
        return headings
    by_index = {h.index: h for h in headings}
    by_index[names.index] = replace(names, role=Role.REFERENCE)
    by_index[names.index + 1] = replace(names, index=names.index + 1)
    return [by_index[index] for index in sorted(by_index)]


def _are_codes(texts: list[str]) -> bool:
    return _mostly(list(texts), lambda text: bool(_CODE.fullmatch(str(text))))


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
            role = _beside_names(grid, bottom, index)
        if role is not None and role not in taken:
            taken.add(role)
            by_index[index] = replace(heading, role=role)
    return [by_index[index] for index in sorted(by_index)]


def _beside_names(grid: Grid, bottom: int, column: int) -> Role | None:
    """What a column without a heading holds before the names: codes of their own, or sections,
    several or one beside several rows."""
    cells = [c for c in cells_below(grid, bottom, column) if c.text]
    texts = [c.text for c in cells]
    if _are_codes(texts) and len(set(texts)) == len(texts):
        return Role.REFERENCE
    if not all(any(ch.isalpha() for ch in text) for text in texts):
        return None
    merged = any(grid.merge_at(c.row, c.column) is not None for c in cells)
    return Role.SECTION if len(set(texts)) >= _FEWEST or (merged and cells) else None


def _role_of_cells(texts: list[str]) -> Role | None:
    words: list[object] = list(texts)
    for role, fits in (
        (Role.BASIS, lambda w: basis_of_words(str(w)) is not None),
        (Role.UNIT, lambda w: unit_of_words(str(w)) is not None),
        (Role.POLARITY, lambda w: parse_polarity(str(w)) is not None),
    ):
        if _mostly(words, fits):
            return role
    return None
