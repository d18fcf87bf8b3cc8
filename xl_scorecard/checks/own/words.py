"""Parts of an own check in words: each figure with what its cell says, and its cell."""

from __future__ import annotations

from dataclasses import dataclass

from xl_scorecard.checks.own.figures import RowFigures, in_words, stated_in_words
from xl_scorecard.domain.cell_ref import quoted_sheet
from xl_scorecard.domain.own_check.tree import Call, Chain, Comparison, Figure, Minus, Number, Part
from xl_scorecard.domain.own_check.working_out import amount
from xl_scorecard.domain.period import Period

_MOST_NAMED = 8
"""Of more parts than these of one sum the first are named, and how many more there are."""


@dataclass(frozen=True)
class Words:
    """Says parts of an own check in a period; cells are on the sheet `home` where none is said."""

    figures: RowFigures
    period: Period
    home: str

    def figure(self, indicator_id: str) -> str:
        """What the cell of an indicator says: `84%`."""
        outturn = self.figures.outturn(indicator_id, self.period)
        if outturn is None or outturn.value is None:
            return "no figure"
        return stated_in_words(outturn, self.figures.measure(indicator_id).unit)

    def cell(self, indicator_id: str) -> str:
        """Where a figure stands: `K14`, on another sheet `Counts!K14`."""
        outturn = self.figures.outturn(indicator_id, self.period)
        if outturn is None:
            return ""
        sheet = outturn.sheet or self.figures.measure(indicator_id).sheet
        return outturn.cell if sheet == self.home else f"{quoted_sheet(sheet)}!{outturn.cell}"

    def of(self, part: Part) -> str:
        """A part as it was written, with its figures: `[A] 12 (K12) + [B] 5 (K13)`."""
        match part:
            case Number(_, text):
                return text
            case Figure(id_):
                cell = self.cell(id_)
                return f"[{id_}] {self.figure(id_)}{f' ({cell})' if cell else ''}"
            case Minus(of):
                return f"-{self._joined(of, within_product=True)}"
            case Comparison(left, sign, right):
                return f"{self.of(left)} {sign} {self.of(right)}"
            case Call("previous", (inner,)):
                return self._earlier(inner, self.period.previous)
            case Call("year_before", (inner,)):
                return self._earlier(inner, self.period.year_before)
            case Call(name, parts):
                return f"{name}({', '.join(_shortened([self.of(p) for p in parts]))})"
        return self._chain(part)

    def _chain(self, chain: Chain) -> str:
        product = not chain.adds
        said = [self._joined(chain.first, within_product=product)]
        said += [f"{sign} {self._joined(p, within_product=product)}" for sign, p in chain.rest]
        return " ".join(_shortened(said))

    def _joined(self, part: Part, *, within_product: bool) -> str:
        brackets = isinstance(part, Chain) and (within_product or part.adds)
        return f"({self.of(part)})" if brackets else self.of(part)

    def _earlier(self, part: Part, period: Period) -> str:
        said = Words(self.figures, period, self.home).of(part)
        return f"{said} of {period.words}"

    def comes_to(self, part: Part, like: str | None) -> str:
        """What a part comes to, in the unit of an indicator and a decimal beyond what it states."""
        worked = amount(part, self.period, self.figures)
        assert worked is not None
        if like is None:
            return in_words(worked.shown, None)
        outturn = self.figures.outturn(like, self.period)
        decimals = outturn.stated_decimals + 1 if outturn else 1
        return in_words(worked.shown, self.figures.measure(like).unit, min(decimals, 6))


def _shortened(said: list[str]) -> list[str]:
    more = len(said) - _MOST_NAMED
    return said if more <= 1 else [*said[:_MOST_NAMED], f"and {more} more"]
