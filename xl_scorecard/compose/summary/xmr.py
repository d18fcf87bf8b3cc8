"""The page of variation: each series with its mean and limits, special causes marked.

What is a special cause, and the limits of earlier stretches, are as of the refresh; the figures are
linked, and so are the mean and limits that the newest figure is held against.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xl_scorecard.compose.figures import figures_in_unit, finer
from xl_scorecard.compose.formulas import literal, quoted
from xl_scorecard.compose.register.charted import Charted
from xl_scorecard.compose.register.headings import Heading
from xl_scorecard.compose.register.sheet import Register
from xl_scorecard.compose.summary import names
from xl_scorecard.compose.summary.chart_rows import ChartRows
from xl_scorecard.compose.summary.grid import Place
from xl_scorecard.compose.summary.paper import Paper
from xl_scorecard.compose.summary.series import (
    ERROR,
    FiguresOf,
    Told,
    axis_ends_at,
    axis_format,
    shown,
)
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.edits import Chart, Series
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.variation.limits import Limits
from xl_scorecard.domain.variation.told import Signal

MOST = 18
"""How many charts there are at most: two pages."""
_LONGEST_NAME = 56
"""How much of a name fits into two lines of a title beside what its variation is."""
_OUTTURN, _MEAN, _LIMIT = "#1F4E79", "#4A5459", "#7D8B94"
_MARKS = {
    Signal.IMPROVING: ("Improving", "#4FA3E0", "triangle"),
    Signal.CONCERNING: ("Concerning", "#D96B00", "diamond"),
    Signal.FOR_INFORMATION: ("For information", "#9B6FC9", "square"),
}
LINES = (
    "Solid: outturn. Dashed: mean. Dotted: limits. Marked as of the refresh: special causes, a "
    "blue triangle where improving, an orange diamond where concerning, a violet square for "
    "information."
)
_FIRST = (Signal.CONCERNING, Signal.IMPROVING, Signal.FOR_INFORMATION)
_GAP: Told = (ERROR, "NA()")
_PARTS = {"mean": Charted.MEAN, "upper": Charted.UPPER, "lower": Charted.LOWER}


@dataclass(frozen=True)
class Xmr:
    """The chart of one series: figures, mean, limits, and what is singled out."""

    a: AssessedRow
    register: Register
    pieces: names.Pieces | None

    @property
    def periods(self) -> int:
        """How many periods it shows."""
        return len(self._periods)

    @property
    def is_special(self) -> bool:
        """Whether the newest figure is one of a special cause."""
        return self.a.variation.signal in _FIRST

    @property
    def section(self) -> str:
        """None: they stand in the order of what their variation tells."""
        return ""

    @property
    def _periods(self) -> Sequence[Period]:
        return self.a.variation.periods

    def draw(self, paper: Paper, top: int, place: Place) -> tuple[Chart, int]:
        """Put the figures from a row on, and make the chart over them."""
        a = self.a
        number_format = figures_in_unit(a)
        rows = ChartRows(paper.sheet, top, self._periods, number_format)
        own = FiguresOf(a, self.register, top + 5 + len(self._signals))
        rows.head(a.measure.name, self.register.numbered(Heading.NAME, a))
        told = [own.outturn(period) for period in self._periods]
        row = rows.series("Outturn", told)
        series = [rows.drawn(row, _OUTTURN, named=False)]
        limits: list[Told] = []
        for name, part, colour in (
            ("Mean", "mean", _MEAN), ("Upper limit", "upper", _LIMIT),
            ("Lower limit", "lower", _LIMIT),
        ):  # fmt: skip
            each = list(self._limits(part))
            limits += each
            row = rows.series(name, each, number_format=finer(number_format))
            is_mean = part == "mean"
            drawn = rows.drawn(row, colour, dashed=is_mean, faint=not is_mean, named=False)
            series.append(drawn)
        series += self._marked(rows, told)
        rows.note("Row in the scorecard", own.row if own.is_found else ("", '""'))
        rows.note_supplied(own.supplied(self._periods))
        title = rows.note("Title of the chart", self._title())
        chart = Chart(
            "line", rows.pinned(title, 1, 1), self._in_words(), tuple(series),
            place.row, 1, place.width, place.height, place.offset,
            axis_format(number_format, told), most=axis_ends_at(a, [*told, *limits]),
            below=place.below,
        )  # fmt: skip
        return chart, rows.row

    def _limits(self, part: str) -> Iterator[Told]:
        """The mean or a limit, point by point: those in force now are linked to the register."""
        now = self.a.variation.limits
        there = self.register.numbered(_PARTS[part], self.a)
        for point in self.a.variation.points:
            if point.limits is None:
                yield _GAP
                continue
            value = _of(point.limits, part)
            linked = f"IF(ISNUMBER({there}),{there},NA())"
            yield value, (linked if point.limits == now else literal(value))

    @property
    def _signals(self) -> list[Signal]:
        """What points are singled out for."""
        found = set(self.a.variation.signals)
        return [signal for signal in _MARKS if signal in found]

    def _marked(self, rows: ChartRows, told: Sequence[Told]) -> Iterator[Series]:
        """The points with a special cause once more, each kind with a mark of its own."""
        for signal in self._signals:
            name, colour, mark = _MARKS[signal]
            there = [
                each if of is signal else _GAP
                for each, of in zip(told, self.a.variation.signals, strict=True)
            ]
            yield rows.drawn(rows.series(name, there), colour, named=False, mark=mark)

    def _title(self) -> Told:
        """Name, and what its variation is."""
        name = self.register.numbered(Heading.NAME, self.a)
        word = self.register.numbered(Charted.VARIATION, self.a)
        said = names.said(self.a.measure.name, self.pieces)
        now = self.register.value(Charted.VARIATION, self.a)
        formula = f'{names.formula(name, self.pieces)}&IF({word}="","",{quoted(": ")}&{word})'
        return said + (f": {now}" if now else ""), formula

    def _in_words(self) -> str:
        """The chart for those who do not see it."""
        a, limits = self.a, self.a.variation.limits
        last = f" up to {self._periods[-1].words}: {shown(a, a.value)}" if self._periods else ""
        within = ""
        if limits is not None:
            low, mean, high = (shown(a, v) for v in (limits.lower, limits.mean, limits.upper))
            within = f", mean {mean}, limits {low} to {high}"
        word = self.register.value(Charted.VARIATION, a)
        said = f" {word}." if word else ""
        return f"XmR chart of {a.measure.name}{last}{within}.{said}"


def _of(limits: Limits, part: str) -> float:
    return {"mean": limits.mean, "upper": limits.upper, "lower": limits.lower}[part]


def xmr_charts(register: Register) -> list[Xmr]:
    """The series with limits, those with a special cause now first; none where the rule set does
    not ask for variation."""
    charted = register.charted
    if charted is None or not charted.has(Charted.VARIATION):
        return []
    known = [a for a in register.rows if a.variation.limits is not None]
    order = {signal: place for place, signal in enumerate(_FIRST)}
    known.sort(key=lambda a: order.get(a.variation.signal or Signal.COMMON, len(order)))
    pieces = names.shortened([a.measure.name for a in register.rows], _LONGEST_NAME)
    return [Xmr(a, register, pieces.get(a.measure.name)) for a in known[:MOST]]
