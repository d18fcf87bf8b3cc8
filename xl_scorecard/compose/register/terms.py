"""A row of the register as the edges of bands see it: cells in place of numbers.

What an edge works out over numbers in the report it works out here over cells, into the text of a
formula.
"""

from __future__ import annotations

from dataclasses import dataclass

from xl_scorecard.compose.formulas import literal
from xl_scorecard.compose.register.edged import Edged, EdgedColumns
from xl_scorecard.compose.register.headings import Heading, here


@dataclass(frozen=True)
class Term:
    """A part of a formula that can be reckoned with."""

    text: str

    def __sub__(self, other: Term) -> Term:
        return Term(f"{self.text}-{other.text}")

    def __rmul__(self, times: float) -> Term:
        return self if times == 1 else Term(f"{literal(times)}*{self.text}")

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class RowTerms:
    """The cells of a row, as edges see them (`Judged`)."""

    row: int
    edged: EdgedColumns | None = None
    floored: bool = False
    two_sided: bool = False
    worded: bool = False

    def _at(self, heading: Heading) -> str:
        return here(heading, self.row)

    def in_block(self, heading: Edged) -> str:
        """A cell of the columns for floors and sides."""
        assert self.edged is not None  # who asks has some
        return self.edged.here(heading, self.row)

    @property
    def short(self) -> Term:
        """How far short of target."""
        return Term(self._at(Heading.SHORT_BY))

    @property
    def tolerance(self) -> Term:
        """What one tolerance comes to; of plan that above the target, if the outturn is there."""
        usual = f"N({self._at(Heading.TOLERANCE)})"
        if not self.two_sided:
            return Term(usual)
        goal, to, out = (self._at(h) for h in (Heading.TARGET, Heading.TARGET_TO, Heading.OUTTURN))
        over = f'AND({self._at(Heading.GOOD_IS)}="plan",{out}>IF(ISNUMBER({to}),{to},{goal}))'
        return Term(f"IF({over},N({self.in_block(Edged.ABOVE)}),{usual})")

    @property
    def size(self) -> Term:
        """The target without its sign."""
        return Term(f"ABS({self._at(Heading.TARGET)})")

    @property
    def point(self) -> Term:
        """What a point is worth."""
        return Term(self._at(Heading.POINT))

    @property
    def past_floor(self) -> Term:
        """How far past the floor; without one, short of target."""
        if not self.floored:
            return self.short
        floor, out = self.in_block(Edged.FLOOR), self._at(Heading.OUTTURN)
        past = f'IF({self._at(Heading.GOOD_IS)}="low",{out}-{floor},{floor}-{out})'
        return Term(f"IF(ISNUMBER({floor}),{past},{self.short})")

    @property
    def previous(self) -> Term:
        """The figure of the period before."""
        return Term(self._at(Heading.PREVIOUS))

    @property
    def year_before(self) -> Term:
        """The figure of a year before."""
        return Term(self._at(Heading.YEAR_BEFORE))

    def worse_than(self, figure: Term | float) -> Term:
        """How far the outturn is on the wrong side of a figure; of none, of the target."""
        than = figure.text if isinstance(figure, Term) else literal(figure)
        out, good = self._at(Heading.OUTTURN), self._at(Heading.GOOD_IS)
        if self.worded:
            return Term(f"({than}-{out})")
        goal, to = self._at(Heading.TARGET), self._at(Heading.TARGET_TO)
        off = f"IF(ISNUMBER({to}),MAX({goal}-{than},{than}-{to}),ABS({than}-{goal}))"
        by_distance = f'OR({good}="plan",ISNUMBER({to}))'
        plain = f'IF({good}="high",{than}-{out},{out}-{than})'
        worse = f"IF({by_distance},{self.short}-{off},{plain})"
        return Term(f"IF(ISNUMBER({than}),{worse},{self.short})")
