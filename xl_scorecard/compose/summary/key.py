"""What the words, colours and signs of the Summary mean: of those it uses, and of no others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from xl_scorecard.compose.look import HEADING, HEADING_LEFT, LISTED_CENTRED, NOTE, TEXT, banded
from xl_scorecard.compose.meaning import meaning
from xl_scorecard.compose.register.charted import Charted
from xl_scorecard.compose.register.headings import REFRESH, Heading
from xl_scorecard.compose.register.sheet import Register
from xl_scorecard.compose.summary.paper import Paper
from xl_scorecard.compose.travel import arrows_mean
from xl_scorecard.domain.bands import Rating
from xl_scorecard.domain.ours import BREAK, NOT_KNOWN
from xl_scorecard.domain.row_keys import KEY_TITLE, MEANING
from xl_scorecard.domain.variation.words import MEANINGS, TRIAL

_HEADING, _WORD, _LINE = 19.0, 15.5, 15.0
_CHANGES = "Changes are a percentage of the earlier figure."
_REFRESH = f"{REFRESH}: only a refresh of the scorecard can judge what changed."
_NOT_SHORT = "–: not short of target."
_HEADING_ACROSS = replace(HEADING_LEFT, border=False, wrap=False)
_OF_CHANGES = {
    NOT_KNOWN: f"{NOT_KNOWN}: no earlier figure to compare with.",
    BREAK: f"{BREAK}: counted in a new way, so not compared.",
}
_TRIALS = " Trial: "
"""How the part of what variation means begins that speaks of limits on trial."""


@dataclass(frozen=True)
class Key:
    """The key; `letters` are what the bars say, by status, where there are bars."""

    rating: Rating
    letters: dict[str, str]
    register: Register
    paper: Paper
    last: str = ""
    """What stands below it."""

    @property
    def height(self) -> float:
        """How much room it takes, in points."""
        lines = sum(len(self.paper.across(line)) for line in self._lines())
        return _HEADING + _WORD * len(self.rating.all_bands) + _LINE * lines

    def put(self) -> None:
        """Write it, on one page: word by word, with what it means running across the print."""
        paper = self.paper
        paper.needs(self.height)
        row = paper.take(_HEADING)
        headings = [KEY_TITLE, "On bars" if self.letters else "", MEANING]
        for column in range(1, paper.last_column + 1):
            heading = headings[column - 1] if column <= len(headings) else None
            is_centred = heading == headings[1] and bool(heading)
            paper.put(row, column, heading or None, HEADING if is_centred else _HEADING_ACROSS)
        for band in self.rating.all_bands:
            row = paper.take(_WORD)
            paper.put(row, 1, band.label, banded(band))
            paper.put(row, 2, self.letters.get(band.status), LISTED_CENTRED)
            paper.put(row, 3, meaning(band, self.rating), TEXT)
        for line in self._lines():
            paper.note(line, NOTE, _LINE)

    def _lines(self) -> Iterator[str]:
        yield f"{arrows_mean(self.register.rows)} {_CHANGES} {_NOT_SHORT}"
        said = {
            self.register.value(heading, a)
            for a in self.register.rows
            for heading in (Heading.CHANGE, Heading.CHANGE_ON_YEAR)
        }
        of_changes = [words for word, words in _OF_CHANGES.items() if word in said]
        yield " ".join([*of_changes, _REFRESH])
        charted = self.register.charted
        if charted is not None and charted.has(Charted.VARIATION):
            told = [self.register.value(Charted.VARIATION, a) for a in self.register.rows]
            on_trial = any(str(word or "").endswith(TRIAL) for word in told)
            yield MEANINGS if on_trial else MEANINGS.partition(_TRIALS)[0]
        if self.last:
            yield self.last
