"""What columns hold, told from the cells below where headings are silent or mislead."""

from __future__ import annotations

from dataclasses import replace

from xl_scorecard.domain.amount import parse_target
from xl_scorecard.domain.gap_words import parse_gap
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.domain.target_words import means_no_target
from xl_scorecard.reading.headers.aimed import targets_in_other_words
from xl_scorecard.reading.headers.below import Below, mostly
from xl_scorecard.reading.headers.heading import Heading
from xl_scorecard.reading.headers.judging import judging_columns
from xl_scorecard.reading.headers.misled import not_misled
from xl_scorecard.reading.headers.naming import (
    codes_before_names,
    one_column_of_names,
    with_names,
)
from xl_scorecard.reading.headers.preferred import what_is_good
from xl_scorecard.reading.headers.silent import silent_columns
from xl_scorecard.reading.words.headings import is_of_others, is_weak_target

_WORDS_OF_A_NAME = 3


def told_by_cells(below: Below, headings: list[Heading]) -> list[Heading]:
    """The headings with roles that the cells below give away: names, polarity, basis, sections."""
    headings = targets_in_other_words(below, _no_standards(below, headings))
    headings = [not_misled(below, heading) for heading in headings]
    headings = _one_target(_targets_with_figures(below, headings))
    for told in (
        one_column_of_names,
        codes_before_names,
        with_names,
        what_is_good,
        silent_columns,
        judging_columns,
    ):
        headings = told(below, headings)
    return headings


def _no_standards(below: Below, headings: list[Heading]) -> list[Heading]:
    """The headings, but for a `Standard` over texts, which says what is measured."""
    return [replace(h, role=None) if _names_what_is_measured(below, h) else h for h in headings]


def _names_what_is_measured(below: Below, heading: Heading) -> bool:
    """Whether a weak word for a target stands over texts as long as names, each another."""
    if heading.role is not Role.TARGET or heading.by_rule or not _is_weak(heading):
        return False
    texts = below.texts(heading.index)
    long = mostly(texts, lambda text: len(str(text).split()) >= _WORDS_OF_A_NAME)
    return long and len(texts) == len(below.cells(heading.index)) == len(set(texts))


def _one_target(headings: list[Heading]) -> list[Heading]:
    """`Green` and `Standard` mean the target only where no other heading says Target; a national
    target beside one of the council's own is a benchmark."""
    targets = [h for h in headings if h.role is Role.TARGET]
    of_others = [h.index for h in targets if is_of_others(h.own)]
    if 0 < len(of_others) < len(targets):
        headings = [
            replace(h, role=Role.BENCHMARK) if h.index in of_others else h for h in headings
        ]
    weak = [h.index for h in headings if h.role is Role.TARGET and _is_weak(h)]
    if not weak or not any(h.role is Role.TARGET and h.index not in weak for h in headings):
        return headings
    return [replace(h, role=Role.OTHER) if h.index in weak else h for h in headings]


def _is_weak(heading: Heading) -> bool:
    return heading.words is None and is_weak_target(heading.own)


def _targets_with_figures(below: Below, headings: list[Heading]) -> list[Heading]:
    """Of several columns that say Target, those that hold figures: `Goal` over themes is none."""
    targets = [h for h in headings if h.role is Role.TARGET and not h.by_rule]
    figures = {h.index: _figures(below, h.index) for h in targets}
    if not any(figures.values()):
        return headings
    texts = {
        h.index for h in targets
        if h.words is None and not figures[h.index] and _is_worded(below.texts(h.index))
    }  # fmt: skip
    return [replace(h, role=_of_texts(h, headings)) if h.index in texts else h for h in headings]


def _is_worded(texts: list[str]) -> bool:
    """Whether texts are more than words for a target that is not there: `TBC`, `No target`."""
    return any(parse_gap(text) is None and not means_no_target(text) for text in texts)


def _of_texts(heading: Heading, headings: list[Heading]) -> Role:
    """What a column of themes is: the section where it stands before the names and no other is."""
    names = next((h.index for h in headings if h.role is Role.INDICATOR), 0)
    taken = any(h.role is Role.SECTION for h in headings)
    return Role.SECTION if heading.index < names and not taken else Role.OTHER


def _figures(below: Below, column: int) -> int:
    """How many cells of a column could be targets."""
    return sum(
        isinstance(cell.value, float)
        or (bool(cell.text) and parse_target(cell.text, None) is not None)
        for cell in below.cells(column)
    )
