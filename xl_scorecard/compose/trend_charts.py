"""The charts of a scorecard's indicators, each drawn as its unit or its rule says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from xl_scorecard.compose.figures import figures_in_unit
from xl_scorecard.compose.formulas import quoted
from xl_scorecard.compose.register.benchmarked import KindColumns
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
    periods_of,
    shown,
)
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.bands import NO_DATA, NOT_RATED, Rating
from xl_scorecard.domain.edits import Chart, Columns, Series
from xl_scorecard.domain.indicator import Polarity, Unit
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.period_words import tidy
from xl_scorecard.domain.rule_set import ChartKind, Indicator

MOST = 60
"""How many charts there are at most: five pages."""
_FEWEST = 3
_LONGEST_IN_LEGEND = 34
_OUTTURN, _TARGET, _BEFORE = "#1F4E79", "#8A4B00", "#7F9DB9"
_BESIDE = ("#9DB8D2", "#5B8DB8", "#C9B79C", "#7D8B94", "#B8C4A0", "#6B5B7B")
_BENCHMARKS = ("#2E7D6B", "#6B4C9A")
_MOST_BENCHMARKS = len(_BENCHMARKS)
LINES = (
    "Solid: outturn. Dashed: target. Dotted brown: edge of tolerance. Pale columns: the counts "
    "that a percentage is made of, all and of these."
)
_LINES = ("line", "combination")
_COUNTS, _COUNT_COLOURS = ("All", "Of these"), ("#E1E8EE", "#C3D1DE")
_GAP: Told = (ERROR, "NA()")


@dataclass(frozen=True)
class Trend:
    """The chart of one indicator, with others that its rule puts beside it."""

    a: AssessedRow
    kind: ChartKind
    beside: tuple[AssessedRow, ...]
    register: Register
    rating: Rating
    pieces: names.Pieces | None
    counts: tuple[AssessedRow, ...] = ()
    """The rows of its denominator and numerator, where they stand behind it."""

    @property
    def periods(self) -> int:
        """How many periods it shows."""
        return len(self._periods)

    @cached_property
    def _periods(self) -> list[Period]:
        return periods_of(self.a)

    def draw(self, paper: Paper, top: int, place: Place) -> tuple[Chart, int]:
        """Put the figures from a row on, and make the chart over them.

        The rows that are drawn stand together, those that they are found by below them.
        """
        rows = ChartRows(paper.sheet, top, self._periods, figures_in_unit(self.a))
        since = self._since()
        edges, benchmarks = self._edges, self._benchmarks
        drawn = 1 + bool(since) + len(self.beside) + self._has_targets
        drawn += len(edges) + len(benchmarks)
        own, *others = (
            FiguresOf(a, self.register, top + drawn + 1 + number)
            for number, a in enumerate((self.a, *self.beside))
        )
        rows.head(self.a.measure.name, self.register.numbered(Heading.NAME, self.a))
        told = [own.outturn(period) for period in self._periods]
        outturns = self._put(rows, "Outturn", told[since:], _OUTTURN, since)
        series = [replace(outturns, named=bool(self.beside))]
        if since:
            gaps = [_GAP] * (len(told) - since)
            series.append(self._put(rows, "Before the break", [*told[:since], *gaps], _BEFORE))
        series += self._others(rows, others)
        goals = [own.target(period) for period in self._periods] if self._has_targets else []
        if goals:
            series.append(self._put(rows, "Target", goals, _TARGET, dashed=True))
        series += self._edges_of(rows, own)
        series += self._benchmarks_of(rows)
        for figures in (own, *others):
            rows.note("Row in the scorecard", figures.row if figures.is_found else ("", '""'))
        rows.note_supplied(own.supplied(self._periods))
        behind = tuple(self._behind(rows))
        title = rows.note("Title of the chart", self._title())
        drawn_as = "line" if self.kind == "combination" else self.kind
        chart = Chart(
            drawn_as, rows.pinned(title, 1, 1), self._in_words(), tuple(series),
            place.row, 1, place.width, place.height, place.offset, rows.number_format, behind,
            axis_ends_at(self.a, [*told, *goals]), place.below,
        )  # fmt: skip
        return chart, rows.row

    def _put(
        self, rows: ChartRows, name: str, told: Sequence[Told], colour: str, skip: int = 0,
        *, dashed: bool = False,
    ) -> Series:  # fmt: skip
        row = rows.series(name, [*[_GAP] * skip, *told])
        return rows.drawn(row, colour, dashed=dashed, named=not dashed)

    def _behind(self, rows: ChartRows) -> Iterator[Columns]:
        """The counts that it is made of, below what is drawn in front of them."""
        for a, name, colour in zip(self.counts, _COUNTS, _COUNT_COLOURS, strict=False):
            of = FiguresOf(a, self.register, rows.row + 2)
            told = [of.outturn(period) for period in self._periods]
            row = rows.series(name, told, number_format=figures_in_unit(a))
            rows.note("Row in the scorecard", of.row if of.is_found else ("", '""'))
            drawn = rows.drawn(row, colour)
            yield Columns(drawn.name, drawn.categories, drawn.values, colour)

    def _others(self, rows: ChartRows, others: Sequence[FiguresOf]) -> Iterator[Series]:
        for number, figures in enumerate(others):
            measure = figures.a.measure
            pieces = names.shortened([measure.name], _LONGEST_IN_LEGEND).get(measure.name)
            told = (figures.outturn(period) for period in self._periods)
            said = names.said(measure.name, pieces)
            # words, no formula: Excel takes a row's first cell for its name where it is text
            row = rows.series(said, told, figures_in_unit(figures.a))
            yield rows.drawn(row, _BESIDE[number % len(_BESIDE)])

    @property
    def _edges(self) -> tuple[tuple[str, int], ...]:
        """Where the tolerance ends, on which side of the target."""
        tolerance = self.register.value(Heading.TOLERANCE, self.a)
        if not self._has_targets or not isinstance(tolerance, float) or tolerance <= 0:
            return ()
        sides = {Polarity.HIGH: (("Tolerance", -1),), Polarity.LOW: (("Tolerance", 1),)}
        both = (("Tolerance, upper", 1), ("Tolerance, lower", -1))
        polarity = self.a.measure.polarity
        return sides.get(polarity, both) if polarity is not None else ()

    def _edges_of(self, rows: ChartRows, own: FiguresOf) -> Iterator[Series]:
        allowed = self.register.value(Heading.TOLERANCE, self.a)
        there = self.register.numbered(Heading.TOLERANCE, self.a)
        for name, side in self._edges:
            told = []
            for period in self._periods:
                goal, formula = own.target(period)
                now: float | str = ERROR
                if isinstance(goal, float) and isinstance(allowed, float):
                    now = goal + side * allowed
                sign = "+" if side > 0 else "-"
                told.append((now, f"IFERROR({formula}{sign}{there},NA())"))
            yield rows.drawn(rows.series(name, told), _TARGET, faint=True, named=False)

    @property
    def _benchmarks(self) -> list[KindColumns]:
        """The benchmarks to draw, those that come first."""
        columns = self.register.benchmarked
        if columns is None or self.kind not in _LINES:
            return []
        known = (k for k in columns.kinds if self.register.benchmark(k, self.a)[0] is not None)
        return list(known)[:_MOST_BENCHMARKS]

    def _benchmarks_of(self, rows: ChartRows) -> Iterator[Series]:
        for number, kind in enumerate(self._benchmarks):
            value, there = self.register.benchmark(kind, self.a)
            told = (ERROR if value is None else value, f"IF(ISNUMBER({there}),{there},NA())")
            row = rows.series(kind.label, [told] * len(self._periods))
            yield rows.drawn(row, _BENCHMARKS[number], faint=True)

    @property
    def _has_targets(self) -> bool:
        if self.a.status == NOT_RATED or self.kind not in _LINES:
            return False
        return any(self.a.measure.target_for(period) is not None for period in self._periods)

    def _since(self) -> int:
        """The place of the last break among the periods; 0 where there is none to show."""
        if self.kind not in _LINES:
            return 0
        breaks = [n for n, p in enumerate(self._periods) if p in self.a.measure.breaks and n]
        return max(breaks, default=0)

    def _title(self) -> Told:
        """Name, last figure and status."""
        numbered = self.register.numbered
        name = numbered(Heading.NAME, self.a)
        figure, status = numbered(Heading.SHOWN, self.a), numbered(Heading.STATUS, self.a)
        without = self.rating.band(NOT_RATED).label
        formula = (
            f'{names.formula(name, self.pieces)}&IF({figure}="","",": "&{figure})'
            f'&IF({status}={quoted(without)},"",", "&{status})'
        )
        said = names.said(self.a.measure.name, self.pieces)
        now = self.register.value(Heading.SHOWN, self.a)
        word = self.register.value(Heading.STATUS, self.a)
        said += f": {now}" if now else ""
        return said + ("" if word == without else f", {word}"), formula

    def _in_words(self) -> str:
        """The chart for those who do not see it."""
        a = self.a
        figures = (
            f"{p.words} {shown(a, o.value if (o := a.measure.charted.get(p)) else None)}"
            for p in self._periods
        )
        goal = f" Target {shown(a, a.target.value)}." if a.target is not None else ""
        status = self.register.value(Heading.STATUS, a)
        rated = "" if a.status in (NOT_RATED, NO_DATA) else f" {status} in {a.period.words}."
        rated += "".join(
            f" {kind.label} {shown(a, self.register.benchmark(kind, a)[0])}."
            for kind in self._benchmarks
        )
        beside = f" With {', '.join(b.measure.name for b in self.beside)}." if self.beside else ""
        kind = "Line chart" if self.kind in _LINES else "Column chart"
        if self.counts:
            kind = "Line chart, the counts behind it as columns,"
        return f"{kind} of {a.measure.name}: {', '.join(figures)}.{goal}{rated}{beside}"


@dataclass(frozen=True)
class Trends:
    """Which indicators are drawn, section by section, and how."""

    register: Register
    rating: Rating

    def charts(self) -> list[Trend]:
        """The charts, in the order of the sections, the leading one of each first."""
        drawn = [a for rows in self._sections.values() for a in rows]
        if len(drawn) > MOST:
            drawn = self._fewer(drawn)
        pieces = names.shortened([a.measure.name for a in self.register.rows])
        return [
            Trend(a, self._kind(a), tuple(self._beside(a)), self.register, self.rating,
                  pieces.get(a.measure.name), self._counts(a))
            for a in drawn
        ]  # fmt: skip

    @cached_property
    def _by_id(self) -> Mapping[str, AssessedRow]:
        return {tidy(a.measure.id): a for a in reversed(self.register.rows) if a.measure.id}

    @cached_property
    def _sections(self) -> dict[str, list[AssessedRow]]:
        found: dict[str, list[AssessedRow]] = {}
        for a in self.register.rows:
            if self._is_drawn(a):
                found.setdefault(a.measure.section, []).append(a)
        for rows in found.values():
            rows.sort(key=lambda a: not _rule(a).leading)
        return found

    def _fewer(self, drawn: Sequence[AssessedRow]) -> list[AssessedRow]:
        """The first of each section, then those of most concern."""
        firsts = [rows[0] for rows in self._sections.values()][:MOST]
        others = sorted((a for a in drawn if a not in firsts), key=lambda a: -a.concern)
        kept = {*firsts, *others[: MOST - len(firsts)]}
        return [a for a in drawn if a in kept]

    def _is_drawn(self, a: AssessedRow) -> bool:
        said = _rule(a).chart
        if said == "none" or (said is None and a.status in (NOT_RATED, NO_DATA)):
            return False
        values = [a.measure.charted[p].value for p in periods_of(a)]
        return sum(value is not None for value in values) >= _FEWEST

    def _kind(self, a: AssessedRow) -> ChartKind:
        """As its rule says, else a line, with the counts behind it where they are known."""
        return _rule(a).chart or ("combination" if self._pair(a) else "line")

    def _counts(self, a: AssessedRow) -> tuple[AssessedRow, ...]:
        return self._pair(a) if self._kind(a) == "combination" else ()

    def _pair(self, a: AssessedRow) -> tuple[AssessedRow, ...]:
        """Denominator and numerator, where enough is known of both to be seen."""
        pair = self.register.parts.pair(a)
        if pair is None or a.measure.unit is not Unit.PERCENT:
            return ()
        periods = periods_of(a)
        known = (
            sum((o := row.measure.charted.get(p)) is not None and o.value is not None
                for p in periods)
            for row in pair
        )  # fmt: skip
        return pair[::-1] if all(number >= _FEWEST for number in known) else ()

    def _beside(self, a: AssessedRow) -> Iterator[AssessedRow]:
        for each in _rule(a).with_:
            found = self._by_id.get(tidy(each))
            if found is not None and found is not a:
                yield found


_NO_RULE = Indicator(id="-", name="-")


def _rule(a: AssessedRow) -> Indicator:
    return a.measure.rule or _NO_RULE
