"""How many indicators stand where now, and how that moved since the period before."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property

from xl_scorecard.compose.formulas import quoted
from xl_scorecard.compose.look import BIG, SMALL, SMALL_LEFT, banded
from xl_scorecard.compose.register.headings import REFRESH, Heading
from xl_scorecard.compose.register.sheet import Register
from xl_scorecard.compose.summary.letters import lines_of
from xl_scorecard.compose.summary.paper import Paper
from xl_scorecard.domain.amount import point_in
from xl_scorecard.domain.assessed import AssessedRow, compared_words
from xl_scorecard.domain.bands import NO_DATA, Band, Rating
from xl_scorecard.domain.cell_ref import a1
from xl_scorecard.domain.compared import compared_with
from xl_scorecard.domain.edits import Style
from xl_scorecard.domain.period import Period
from xl_scorecard.rating.status import status_of

_NONE_RATED = "No indicator is rated: none has both a figure and a target to hold it against."
_ALL_WAIT = "No indicator is rated as it stands now: refresh the scorecard."
_BOLD_LEFT = Style(size=11, bold=True, wrap=True)
_SMALL_LINE = 15.0
_MOVED = "+0;-0;0"


@dataclass
class Tiles:
    """A tile each status, with the number of indicators in it by the register."""

    rating: Rating
    register: Register
    period: Period
    row: int = 0

    @cached_property
    def now(self) -> Counter[str]:
        """How many indicators have which word."""
        return Counter(
            str(self.register.value(Heading.STATUS, a)) for a in self.register.indicators
        )

    @property
    def is_any_rated(self) -> bool:
        """Whether anything is rated, so that there is something to draw."""
        return any(self.now[band.label] for band in self.rating.bands)

    def put(self, paper: Paper) -> None:
        """Write the tiles: words, numbers, and how they moved."""
        bands = self.rating.all_bands
        then = self._then()
        since = compared_words(self.period, self.register.rows)
        counted = f"Number of indicators by status{self._parts}"
        line = f"Movement since {since}, rated the same way"
        line = line if then else "Movement since the period before: no figures"
        width = paper.sheet.widths[1]
        words = paper.take(24)
        self.row = paper.take(max(34, _SMALL_LINE * lines_of(counted, width)))
        moved = paper.take(max(20, _SMALL_LINE * lines_of(line, width)))
        status = self._status
        every = self.register.counted("")
        paper.put(words, 1, f"All indicators: {len(self.register.indicators)}", _BOLD_LEFT,
                  f'"All indicators: "&{every}')  # fmt: skip
        paper.put(self.row, 1, counted, SMALL_LEFT)
        paper.put(moved, 1, line, SMALL_LEFT)
        for column, band in enumerate(bands, 2):
            paper.put(words, column, band.label, banded(band))
            formula = self.register.counted(f"EXACT({status},{quoted(band.label)})")
            paper.put(self.row, column, float(self.now[band.label]), BIG, formula)
            if then is None:
                paper.put(moved, column, "–", SMALL)
                continue
            before = then[band.status]
            style = replace(SMALL, number_format=_MOVED)
            change = f"{a1(self.row, column)}-{before}"
            paper.put(moved, column, float(self.now[band.label] - before), style, change)

    @property
    def _parts(self) -> str:
        """How many rows are no indicators but counts that indicators are made of."""
        parts = len(self.register.parts.of)
        if not parts:
            return ""
        return f"; not counted: {parts} {'row' if parts == 1 else 'rows'} of counts behind others"

    def _then(self) -> Counter[str] | None:
        """How many would have had which status; None where there are no earlier figures."""
        then = Counter(self._status_then(a) for a in self.register.indicators)
        return then if set(then) - {NO_DATA} else None

    def _status_then(self, a: AssessedRow) -> str:
        m, period = a.measure, compared_with(a.period, a.measure)
        outturn = m.history.get(period)
        value = outturn.value if outturn is not None and outturn.held is None else None
        return status_of(
            value, m.target_for(period), m.polarity, m.tolerance, self.rating,
            point=point_in(m.unit), edges=m.edges,
        )  # fmt: skip

    def _at(self, band: Band) -> str:
        return a1(self.row, 2 + self.rating.all_bands.index(band))

    @property
    def rated(self) -> str:
        """How many indicators are rated, as a formula."""
        first, last = self._at(self.rating.bands[0]), self._at(self.rating.bands[-1])
        return f"SUM({first}:{last})"

    @property
    def _status(self) -> str:
        return self.register.range(Heading.STATUS)

    @property
    def none_rated(self) -> tuple[str, str]:
        """Why none is rated: a formula part and its words now."""
        waits = f"SUMPRODUCT(--EXACT({self._status},{quoted(REFRESH)}))"
        formula = f"IF({waits}>0,{quoted(_ALL_WAIT)},{quoted(_NONE_RATED)})"
        return formula, _ALL_WAIT if self.now[REFRESH] else _NONE_RATED

    @property
    def headline(self) -> tuple[str, str]:
        """One sentence of the numbers: its formula and its words now."""
        bands = self.rating.bands
        fine = [band for band in bands if band.concern == 0] or [bands[0]]
        rated = sum(self.now[label] for label in {band.label for band in bands})
        good, worst = sum(self.now[band.label] for band in fine), self.now[bands[-1].label]
        of, one, many, indicators = " of ", " is ", " are ", " rated indicators"
        middle, end = f"{fine_words(self.rating)}; ", f" rated {bands[-1].label.lower()}."
        none, why = self.none_rated
        well, bad = f"SUM({','.join(self._at(band) for band in fine)})", self._at(bands[-1])
        formula = (
            f"IF({self.rated}=0,{none},{well}&{quoted(of)}&{self.rated}&{quoted(indicators)}"
            f"&IF({well}=1,{quoted(one)},{quoted(many)})&{quoted(middle)}"
            f'&IF({bad}=0,"none",{bad})&{quoted(end)})'
        )
        if not rated:
            return formula, why
        verb = one if good == 1 else many
        return formula, f"{good}{of}{rated}{indicators}{verb}{middle}{worst or 'none'}{end}"


def fine_words(rating: Rating) -> str:
    """The words of the bands that are no cause for concern: good or acceptable."""
    fine = [band for band in rating.bands if band.concern == 0] or list(rating.bands[:1])
    return " or ".join(band.label.lower() for band in fine)
