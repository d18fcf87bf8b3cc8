"""The charts of a scorecard's indicators, each drawn as its unit or its rule says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from xl_scorecard.compose.figures import figures_in_unit
from xl_scorecard.compose.formulas import literal, quoted
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
    axis_format,
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
_LONGEST_IN_LEGEND = 40
_OUTTURN, _TARGET, _BEFORE = "#1F4E79", "#8A4B00", "#7592B1"
_BESIDE = ("#5B8DB8", "#8C7A5B", "#7D8B94", "#6E7F4F", "#A9744F", "#6B5B7B")
"""Each stands out from the paper by 3 to 1 or more, as WCAG 2.1 (1.4.11) asks of lines."""
_BENCHMARKS = (
    ("#2E7D6B", "long_dash_dot", "green"), ("#6B4C9A", "dash_dot", "violet"),
    ("#00677F", "square_dot", "blue"), ("#9C3D6E", "long_dash", "pink"),
)  # fmt: skip
"""Of the kinds of benchmarks that are drawn: colour, how the line is broken, and the colour's
word."""
_MOST_BENCHMARKS = 2
_LINES = ("line", "combination")
_COUNTS, _COUNT_COLOURS = ("All", "Of these"), ("#E1E8EE", "#C3D1DE")
_GAP: Told = (ERROR, "NA()")
_OF_WHICH = re.compile(r"\s*of which\b", re.IGNORECASE)
_PART = ", "


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
    whole: AssessedRow | None = None
    """The row that it is a part of, where its own name says no more than which part."""

    @property
    def periods(self) -> int:
        """How many periods it shows."""
        return len(self._periods)

    @property
    def section(self) -> str:
        """The section that it stands in."""
        return self.a.measure.section

    @cached_property
    def _periods(self) -> list[Period]:
        return periods_of(self.a)

    def draw(self, paper: Paper, top: int, place: Place) -> tuple[Chart, int]:
        """Put the figures from a row on, and make the chart over them.

        The rows that are drawn stand together, those that they are found by below them.
        """
        rows = ChartRows(paper.sheet, top, self._periods, figures_in_unit(self.a))
        since = self.since
        edges, benchmarks = self._edges, self.benchmarks
        drawn = 1 + bool(since) + len(self.beside) + self.has_targets
        drawn += len(edges) + len(benchmarks) + self._is_range * (2 if edges else 1)
        own, *others = (
            FiguresOf(a, self.register, top + drawn + 1 + number)
            for number, a in enumerate((self.a, *self.beside))
        )
        rows.head(self.a.measure.name, self.register.numbered(Heading.NAME, self.a))
        told = [own.outturn(period) for period in self._periods]
        outturns = self._put(rows, "Outturn", told[since:], _OUTTURN, since)
        series = [replace(outturns, named=False)]
        if self.beside:
            fits = len(self.a.measure.name) <= _LONGEST_IN_LEGEND
            name = rows.pinned(top, 0, 0) if fits else outturns.name
            series = [replace(outturns, name=name)]
        if since:
            gaps = [_GAP] * (len(told) - since)
            before = self._put(rows, "Before the break", [*told[:since], *gaps], _BEFORE)
            series.append(replace(before, named=False))
        series += self._others(rows, others)
        goals = [own.target(period) for period in self._periods] if self.has_targets else []
        if goals:
            series.append(self._put(rows, "Target", goals, _TARGET, dashed=True))
        if self._is_range:
            series.append(self._put(rows, "Target, upper", self._upper(), _TARGET, dashed=True))
        series += self._edges_of(rows, goals)
        series += self._benchmarks_of(rows)
        for figures in (own, *others):
            rows.note("Row in the scorecard", figures.row if figures.is_found else ("", '""'))
        rows.note_supplied(own.supplied(self._periods))
        behind = tuple(self._behind(rows))
        title = rows.note("Title of the chart", self._title())
        drawn_as = "line" if self.kind == "combination" else self.kind
        chart = Chart(
            drawn_as, rows.pinned(title, 1, 1), self._in_words(), tuple(series),
            place.row, 1, place.width, place.height, place.offset,
            axis_format(rows.number_format, [*told, *goals]), behind,
            axis_ends_at(self.a, [*told, *goals]), self._begins_at(told), place.below,
        )  # fmt: skip
        return chart, rows.row

    def _begins_at(self, told: Sequence[Told]) -> float | None:
        """Where the axis begins: of columns at nothing, for their height is what is told."""
        if self.kind in _LINES or any(isinstance(v, float) and v < 0 for v, _ in told):
            return None
        return 0.0

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
            told = (figures.outturn(period) for period in self._periods)
            # words, no formula: Excel takes a row's first cell for its name where it is text
            row = rows.series(_in_legend(figures.a), told, figures_in_unit(figures.a))
            yield rows.drawn(row, _BESIDE[number % len(_BESIDE)])

    @property
    def _edges(self) -> tuple[tuple[str, int], ...]:
        """Where the tolerance ends, on which side of the target."""
        tolerance = self.register.value(Heading.TOLERANCE, self.a)
        if not self.has_targets or not isinstance(tolerance, float) or tolerance <= 0:
            return ()
        if self._is_range:
            return (("Tolerance, lower", -1),)
        sides = {Polarity.HIGH: (("Tolerance", -1),), Polarity.LOW: (("Tolerance", 1),)}
        both = (("Tolerance, upper", 1), ("Tolerance, lower", -1))
        polarity = self.a.measure.polarity
        return sides.get(polarity, both) if polarity is not None else ()

    @property
    def _is_range(self) -> bool:
        """Whether its target has two ends."""
        target = self.a.target
        return self.has_targets and target is not None and target.upper is not None

    def _upper(self) -> list[Told]:
        """The upper end of its target, which earlier periods may not have."""
        there = self.register.numbered(Heading.TARGET_TO, self.a)
        told: list[Told] = []
        for period in self._periods:
            target = self.a.measure.target_for(period)
            upper = target.upper if target is not None else None
            if upper is None:
                told.append(_GAP)
            else:
                told.append((upper, f"IF(ISNUMBER({there}),{there},{literal(upper)})"))
        return told

    def _edges_of(self, rows: ChartRows, goals: Sequence[Told]) -> Iterator[Series]:
        allowed = self.register.value(Heading.TOLERANCE, self.a)
        there = self.register.numbered(Heading.TOLERANCE, self.a)
        for name, side in self._edges:
            told = []
            for goal, formula in goals:
                now: float | str = ERROR
                if isinstance(goal, float) and isinstance(allowed, float):
                    now = goal + side * allowed
                sign = "+" if side > 0 else "-"
                told.append((now, f"IFERROR({formula}{sign}{there},NA())"))
            yield rows.drawn(rows.series(name, told), _TARGET, faint=True, named=False)
        if self._is_range and self._edges:
            beyond = [
                (value + allowed, f"IFERROR({formula}+{there},NA())")
                if isinstance(value, float) and isinstance(allowed, float)
                else _GAP
                for value, formula in self._upper()
            ]
            row = rows.series("Tolerance, upper", beyond)
            yield rows.drawn(row, _TARGET, faint=True, named=False)

    @property
    def has_edges(self) -> bool:
        """Whether the edges of tolerance are drawn."""
        return bool(self._edges)

    @property
    def benchmarks(self) -> list[KindColumns]:
        """The benchmarks to draw, those that come first."""
        columns = self.register.benchmarked
        if columns is None or self.kind not in _LINES:
            return []
        drawn = columns.kinds[: len(_BENCHMARKS)]
        known = (k for k in drawn if self.register.benchmark(k, self.a)[0] is not None)
        return list(known)[:_MOST_BENCHMARKS]

    def _benchmarks_of(self, rows: ChartRows) -> Iterator[Series]:
        for kind in self.benchmarks:
            value, there = self.register.benchmark(kind, self.a)
            told = (ERROR if value is None else value, f"IF(ISNUMBER({there}),{there},NA())")
            row = rows.series(kind.label, [told] * len(self._periods))
            colour, dash, _ = _look_of(kind, self.register)
            yield rows.drawn(row, colour, faint=True, dash=dash, named=False)

    @property
    def has_targets(self) -> bool:
        """Whether its targets are drawn."""
        if self.a.status == NOT_RATED or self.kind not in _LINES:
            return False
        return any(self.a.measure.target_for(period) is not None for period in self._periods)

    @property
    def since(self) -> int:
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
        begins = f"{numbered(Heading.NAME, self.whole)}&{quoted(_PART)}&" if self.whole else ""
        formula = (
            f'{begins}{names.formula(name, self.pieces)}&IF({figure}="","",": "&{figure})'
            f'&IF({status}={quoted(without)},"",", "&{status})'
        )
        said = names.said(self.a.measure.name, self.pieces)
        if self.whole is not None:
            said = f"{self.whole.measure.name}{_PART}{said}"
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
        goal = ""
        if a.target is not None:
            upper = f" to {shown(a, a.target.upper)}" if a.target.upper is not None else ""
            goal = f" Target {shown(a, a.target.value)}{upper}."
        status = self.register.value(Heading.STATUS, a)
        rated = "" if a.status in (NOT_RATED, NO_DATA) else f" {status} in {a.period.words}."
        rated += "".join(
            f" {kind.label} {shown(a, self.register.benchmark(kind, a)[0])}."
            for kind in self.benchmarks
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
                  pieces.get(a.measure.name), self._counts(a), self._whole(a))
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

    def lines(self) -> str:
        """What the lines and columns of the charts are, of those that are drawn."""
        drawn = self.charts()
        said = ["Solid: outturn."]
        if any(each.has_targets for each in drawn):
            said.append("Dashed: target.")
        if any(each.has_edges for each in drawn):
            said.append("Dotted brown: edge of tolerance.")
        kinds = dict.fromkeys(kind for each in drawn for kind in each.benchmarks)
        looks = (f"{kind.label} {_look_of(kind, self.register)[2]}" for kind in kinds)
        if kinds:
            said.append(f"Fine broken lines: {', '.join(looks)}.")
        if any(each.since for each in drawn):
            said.append("Pale line: before a break.")
        if any(each.counts for each in drawn):
            said.append("Pale columns: the counts of a percentage, all and of these.")
        return " ".join(said)

    def _whole(self, a: AssessedRow) -> AssessedRow | None:
        """What a row that is called `of which: ...` is a part of: its denominator, else the row
        above."""
        rows = list(self.register.rows)
        if not _OF_WHICH.match(a.measure.name):
            return None
        pairs = (self.register.parts.pair(each) for each in rows)
        of = next((pair[1] for pair in pairs if pair is not None and pair[0] is a), None)
        if of is not None:
            return of
        above = reversed(rows[: rows.index(a)])
        return next((each for each in above if not _OF_WHICH.match(each.measure.name)), None)

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


def _in_legend(a: AssessedRow) -> str:
    """A name as short as a legend has room for."""
    name = a.measure.name
    return names.said(name, names.shortened([name], _LONGEST_IN_LEGEND).get(name))


def _look_of(kind: KindColumns, register: Register) -> tuple[str, str, str]:
    """The look of a kind of benchmark, the same in all charts."""
    columns = register.benchmarked
    assert columns is not None  # it has the kind
    return _BENCHMARKS[list(columns.kinds).index(kind)]


_NO_RULE = Indicator(id="-", name="-")


def _rule(a: AssessedRow) -> Indicator:
    return a.measure.rule or _NO_RULE
