"""What the words, colours and signs of the Summary mean: of those it uses, and of no others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xl_scorecard.compose.look import HEADING, HEADING_LEFT, LISTED, NOTE, banded
from xl_scorecard.compose.meaning import meaning
from xl_scorecard.compose.register.charted import Charted
from xl_scorecard.compose.register.headings import REFRESH, Heading
from xl_scorecard.compose.register.sheet import Register
from xl_scorecard.compose.summary.paper import Paper, lines_of
from xl_scorecard.compose.travel import arrows_mean
from xl_scorecard.domain.bands import Rating
from xl_scorecard.domain.ours import BREAK, NOT_KNOWN
from xl_scorecard.domain.row_keys import KEY_TITLE

_HEADING, _WORD, _LINE = 20.0, 18.0, 16.0
_CHANGES = "Changes are a percentage of the earlier figure."
_REFRESH = f"{REFRESH}: something changed that only a refresh of the scorecard can judge."
_OF_CHANGES = {
    NOT_KNOWN: f"{NOT_KNOWN}: there is no earlier figure to compare with.",
    BREAK: f"{BREAK}: the way of counting changed, so figures are not compared.",
}
_VARIATION = (
    "Variation: common cause is how the figure usually varies; special cause is a figure beyond "
    "the limits, a run or a trend that chance would hardly give."
)


@dataclass(frozen=True)
class Key:
    """The key; `letters` are what the bars say, by status."""

    rating: Rating
    letters: dict[str, str]
    register: Register
    width: float
    """How many characters wide its first column is."""

    @property
    def height(self) -> float:
        """How much room it takes, in points."""
        words = sum(self._high(meaning(band, self.rating)) for band in self.rating.all_bands)
        return _HEADING + words + _LINE * len(list(self._lines()))

    def _high(self, said: str) -> float:
        return max(_WORD, 15.0 * lines_of(said, self.width))

    def put(self, paper: Paper) -> None:
        """Write it, on one page."""
        paper.needs(self.height)
        row = paper.take(_HEADING)
        paper.put(row, 1, KEY_TITLE, HEADING_LEFT)
        paper.put(row, 2, "Word", HEADING)
        for band in self.rating.all_bands:
            said = meaning(band, self.rating)
            row = paper.take(self._high(said))
            letter = self.letters.get(band.status)
            paper.put(row, 1, said, LISTED)
            paper.put(row, 2, band.label, banded(band))
            if letter:
                paper.put(row, 3, f"{letter} on bars", NOTE)
        for line in self._lines():
            row = paper.take(_LINE)
            paper.put(row, 1, line, NOTE)

    def _lines(self) -> Iterator[str]:
        yield f"{arrows_mean(self.register.rows)} {_CHANGES}"
        said = {
            self.register.value(heading, a)
            for a in self.register.rows
            for heading in (Heading.CHANGE, Heading.CHANGE_ON_YEAR)
        }
        of_changes = [words for word, words in _OF_CHANGES.items() if word in said]
        yield " ".join([*of_changes, _REFRESH])
        charted = self.register.charted
        if charted is not None and charted.has(Charted.VARIATION):
            yield _VARIATION
