"""Figures and tables of a paper, and what points to them: `Fig 13: Open cases`, `See Fig 13`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from xl_scorecard.domain.lexicon import any_word, lexicon

_A_DIGIT = re.compile(r"\d")


class Numbered(NamedTuple):
    """A figure or table by its number, whatever word a text has for it."""

    table: bool
    number: int

    @property
    def words(self) -> str:
        """As texts say it: `Fig 13`."""
        return f"{'Table' if self.table else 'Fig'} {self.number}"


class Caption(NamedTuple):
    """What a figure or table is said to be, and where."""

    of: Numbered
    text: str
    sheet: str
    cell: str


class Pointer(NamedTuple):
    """What points to a figure or table, and in which row of which sheet."""

    to: Numbered
    sheet: str
    row: int
    cell: str


class CrossReferences(NamedTuple):
    """The captions and pointers of a workbook."""

    captions: tuple[Caption, ...] = ()
    pointers: tuple[Pointer, ...] = ()


NO_REFERENCES = CrossReferences()


def caption_in(text: str) -> tuple[Numbered, str] | None:
    """What a text is the caption of, and what it says of it."""
    match = _caption().fullmatch(text) if _A_DIGIT.search(text) else None
    return None if match is None else (_numbered(match), match["text"])


def pointed_to(text: str) -> Numbered | None:
    """The one figure or table that a text points to; None where there is none, or several."""
    if not _A_DIGIT.search(text):
        return None
    whole = _name().fullmatch(text.strip(" .()"))
    found = [whole] if whole is not None else list(_see().finditer(text))
    several = {_numbered(match) for match in found}
    return several.pop() if len(several) == 1 else None


def indicators_pointed_to(text: str) -> list[str]:
    """The references of indicators that a text points to, as it writes them: `See KPI B12`."""
    found = _see_indicator().finditer(text) if _A_DIGIT.search(text) else ()
    return [match["reference"] for match in found if match["elsewhere"] is None]


def _numbered(match: re.Match[str]) -> Numbered:
    return Numbered(match["table"] is not None, int(match["number"]))


@cache
def _name() -> re.Pattern[str]:
    words = lexicon().references
    figures, tables = any_word(words.figures), any_word(words.tables)
    pattern = rf"\b(?:{figures}|(?P<table>{tables}))s?\.?\s*(?P<number>\d{{1,3}})\b"
    return re.compile(pattern, re.IGNORECASE)


@cache
def _caption() -> re.Pattern[str]:
    pattern = rf"\s*{_name().pattern}\s*[:.–—-]\s*(?P<text>\S.*\S)\s*"
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


@cache
def _see() -> re.Pattern[str]:
    see = any_word(lexicon().references.see)
    return re.compile(rf"\b{see}:?\s+(?:the\s+)?{_name().pattern}", re.IGNORECASE)


@cache
def _see_indicator() -> re.Pattern[str]:
    words = lexicon().references
    return re.compile(
        rf"\b{any_word(words.see)}:?\s+(?:also\s+)?(?:the\s+)?{any_word(words.indicators)}s?:?\s+"
        r"(?P<reference>[A-Z]{1,8}[-./]?\d{1,4}(?:[.-]\d{1,3})?[a-z]?)\b"
        rf"(?P<elsewhere>\s+\(?{any_word(words.elsewhere)}\b)?",
        re.IGNORECASE,
    )
