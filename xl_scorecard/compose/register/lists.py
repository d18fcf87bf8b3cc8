"""The words that the register's formulas read: small lists beside its rows, for anyone to see.

They are a part of the words that reading knows, those that say the same wherever they stand. What
is in none of them says Refresh.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from xl_scorecard.domain.bands import Rating
from xl_scorecard.domain.cell_ref import column_letters
from xl_scorecard.domain.gap_words import parse_gap
from xl_scorecard.domain.lexicon import lexicon, signs
from xl_scorecard.domain.polarity_words import parse_polarity
from xl_scorecard.domain.target_words import means_no_target, unworded

Entry = tuple[str | float, ...]


@dataclass(frozen=True)
class WordList:
    """A list in neighbouring columns, from a row of the register on: words, and what they mean."""

    title: str
    headings: tuple[str, ...]
    entries: tuple[Entry, ...]
    column: int = 0
    row: int = 0

    def at(self, column: int, row: int) -> WordList:
        """The list in its place: the first of its columns, the row of its first entry."""
        return WordList(self.title, self.headings, self.entries, column, row)

    def range(self, part: int = 0) -> str:
        """The cells of one of its columns."""
        letters = column_letters(self.column + part)
        return f"${letters}${self.row}:${letters}${self.row + len(self.entries) - 1}"

    def whole(self, part: int = 0) -> str:
        """The whole column, to be looked into by the number of a row."""
        letters = column_letters(self.column + part)
        return f"${letters}:${letters}"

    def cell(self, number: int, part: int = 0) -> str:
        """One of its cells; entries count from 0."""
        return f"${column_letters(self.column + part)}${self.row + number}"


_OPENINGS = (
    "at least", "no less than", "not less than", "no fewer than", "not fewer than", "minimum",
    "min", "more than", "greater than", "higher than", "over", "above", ">=", "≥", ">", "=>",
    "at most", "no more than", "not more than", "no higher than", "up to", "maximum", "max",
    "fewer than", "less than", "lower than", "under", "below", "<=", "≤", "<", "=<", "within",
)  # fmt: skip
_CLOSINGS = (
    "or more", "or above", "or higher", "or over", "or better", "or greater", "and above", "plus",
    "and over", "or less", "or below", "or fewer", "or lower", "or under", "and below", "+",
)  # fmt: skip
_POINTS = (
    "pp", "ppt", "ppts", "pts", "points", "point", "% points", "% point", "percentage points",
    "percentage point",
)  # fmt: skip
_MORE_OR_LESS = (
    "high", "higher", "bigger", "larger", "more", "up", "low", "lower", "smaller", "less", "fewer",
    "down",
)  # fmt: skip
_GOOD = (
    *(f"{way}{rest}" for way in _MORE_OR_LESS for rest in ("", " is good", " is better")),
    "increase", "decrease", "maximise", "minimise", "to plan", "on plan", "on target", "neither",
    "high is bad", "low is bad", "no polarity", "for information",
)  # fmt: skip
_GAPS = (
    "not available", "not yet available", "not known", "not collected", "no data", "no figure",
    "data awaited", "awaiting data", "data not available", "not applicable", "not reported",
    "to follow", "to be confirmed", "data to follow", "figure awaited", "suppressed",
)  # fmt: skip
_NO_FIGURE = (*" ,:;/()[]+eE'£$€x*=<>~", "\N{NO-BREAK SPACE}")


def _said(words: Iterable[str], form: str) -> tuple[Entry, ...]:
    """What each of some words around a figure says by the reading's own rules, the longest last:
    so formulas find it."""
    found: list[Entry] = []
    for word in words:
        read = unworded(form.format(word))
        if read.implies is not None and read.figure == "5":
            found.append((word, read.implies.value, "yes" if read.strict else "no"))
    return tuple(sorted(found, key=lambda entry: (len(str(entry[0])), entry[0])))


@cache
def openings() -> tuple[Entry, ...]:
    """Words before a target's figure, which way they say is good, and whether the figure itself
    misses."""
    return _said(_OPENINGS, "{} 5")


@cache
def closings() -> tuple[Entry, ...]:
    """Words behind it likewise."""
    return _said(_CLOSINGS, "5 {}")


@cache
def polarities() -> tuple[Entry, ...]:
    """Whole entries of a column that says which way is good."""
    words = {word for said in lexicon().polarities.words.values() for word in said} | set(_GOOD)
    plain = sorted(word for word in words if not any(sign in word for sign in "+-*?~"))
    return tuple(
        (word, polarity.value) for word in plain if (polarity := parse_polarity(word)) is not None
    )


@cache
def gaps() -> tuple[Entry, ...]:
    """Words and signs that stand where a figure is not."""
    words = {word for said in lexicon().gaps.words.values() for word in said}
    shown = {sign for said in signs.GAPS.values() for sign in said}
    known = {word for word in {*words, *shown, *_GAPS} if word and parse_gap(word) is not None}
    return tuple((word,) for word in sorted(known | {"#N/A"}) if word[0] not in "=+@")


@cache
def no_targets() -> tuple[Entry, ...]:
    """What says in a column of targets that there is none."""
    usual = ("tbc", "tba", "tbd", "n/a", "na", "none", "no target", "not set", "pending", "awaited",
             "monitoring", "-", "–", "..")  # fmt: skip
    return tuple((word,) for word in usual if means_no_target(word))


def tolerance_ends() -> tuple[Entry, ...]:
    """What stands behind a tolerance's figure: a share of the target, or points."""
    points = [(word, "points") for word in _POINTS]
    return (("%", "share"), *sorted(points, key=lambda entry: (len(entry[0]), entry[0])))


def no_figures() -> tuple[Entry, ...]:
    """Characters that a plain figure in words has none of."""
    return tuple((sign,) for sign in _NO_FIGURE)


def bands(rating: Rating) -> tuple[Entry, ...]:
    """The words of the rating from best to worst, then those for no rating, with their concern;
    where it has such, the figures that bands end at and the places of those that have words."""
    ends, places = _by_figure(rating), _places(rating)
    entries: list[Entry] = []
    for number, band in enumerate(rating.all_bands):
        end = band.edge.amount if ends and band.ends_at is not None and band.edge else ""
        place = float(places[number]) if number in places else ""
        more = (*([end] if ends else []), *([place] if places else []))
        entries.append((band.label, float(band.concern), *more))
    return tuple(entries)


def _by_figure(rating: Rating) -> bool:
    return any(band.ends_at is not None for band in rating.bands)


def _places(rating: Rating) -> dict[int, int]:
    """The place of each band that has words among those, counted from the worst, 1."""
    worded = [number for number, band in enumerate(rating.bands) if band.words]
    return {number: len(worded) - place for place, number in enumerate(worded)}


def band_headings(rating: Rating) -> tuple[str, ...]:
    """What stands above them."""
    ends = ("Ends at",) if _by_figure(rating) else ()
    return ("Word", "Concern", *ends, *(("Place",) if rating.words else ()))


def part_of_place(rating: Rating) -> int:
    """Which part of the list of statuses holds the places of words; before it stand the figures
    that bands end at."""
    return 3 if _by_figure(rating) else 2


def words_of_bands(rating: Rating) -> tuple[Entry, ...]:
    """The words that figures may be, each with the place of its band."""
    places = _places(rating)
    return tuple(
        (word.lower(), float(places[number]))
        for number, band in enumerate(rating.bands)
        for word in band.words
    )


@dataclass(frozen=True)
class Lists:
    """All lists, each in its place."""

    bands: WordList
    polarities: WordList
    openings: WordList
    closings: WordList
    no_targets: WordList
    ends: WordList
    gaps: WordList
    no_figures: WordList
    passed_over: WordList
    words: WordList | None = None

    def all(self) -> tuple[WordList, ...]:
        """The lists, from left to right."""
        usual = (self.bands, self.polarities, self.openings, self.closings, self.no_targets,
                 self.ends, self.gaps, self.no_figures, self.passed_over)  # fmt: skip
        return usual if self.words is None else (*usual, self.words)


def lists(rating: Rating, passed_over: Iterable[str], column: int, row: int) -> Lists:
    """The lists side by side from a column on; `passed_over` names rows that are no indicators."""
    none = tuple((name,) for name in passed_over) or (("(none)",),)
    every = [
        WordList("Statuses", band_headings(rating), bands(rating)),
        WordList("Good is", ("Word", "Means"), polarities()),
        WordList("Before a target", ("Word", "Good is", "Missed by itself"), openings()),
        WordList("Behind a target", ("Word", "Good is", "Missed by itself"), closings()),
        WordList("No target", ("Word",), no_targets()),
        WordList("Behind a tolerance", ("Word", "Means"), tolerance_ends()),
        WordList("No figure", ("Word",), gaps()),
        WordList("In no figure", ("Character",), no_figures()),
        WordList("Rows that are no indicators", ("Text",), none),
    ]
    if rating.words:
        every.append(WordList("Figures in words", ("Word", "Place"), words_of_bands(rating)))
    placed = []
    for each in every:
        placed.append(each.at(column, row))
        column += len(each.headings) + 1
    return Lists(*placed)
