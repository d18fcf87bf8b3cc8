"""What the register holds of an indicator's series, and the formulas that follow from it.

A formula cannot find runs and trends: the words are those of the refresh, and stand while all they
rest on does. Mean and limits are formulas over the figures where these are numbers side by side.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from xl_scorecard.compose.formulas import literal, quoted
from xl_scorecard.compose.register.charted import Charted, ChartedColumns
from xl_scorecard.compose.register.headings import REFRESH, Heading, column_of, here
from xl_scorecard.compose.register.inputs import Inputs
from xl_scorecard.compose.register.series import SeriesCells
from xl_scorecard.compose.travel import travel_words
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.bands import Rating
from xl_scorecard.domain.cell_ref import column_letters
from xl_scorecard.domain.edits import CellEdit
from xl_scorecard.domain.forecast.words import words_of as forecast_words
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.scorecard import sources_of
from xl_scorecard.domain.streaks.words import words_of as streak_words
from xl_scorecard.domain.variation.limits import OF_THE_RANGE, OUTLYING
from xl_scorecard.domain.variation.words import words_of

_SAY = quoted(REFRESH)
Stored = float | str | None


class ChartedLine:
    """Composes these cells of one indicator's row."""

    def __init__(
        self,
        a: AssessedRow,
        row: int,
        inputs: Inputs,
        cells: SeriesCells,
        columns: ChartedColumns,
        rating: Rating,
        *,
        told: bool,
    ) -> None:
        self._a = a
        self._row = row
        self._inputs = inputs
        self._columns = columns
        self._rating = rating
        self._told = told
        self._cells = cells

    def cells(self) -> Iterator[CellEdit]:
        """The cells that hold anything."""
        yield from self._watch()
        if "variation" in self._columns.asked:
            yield from self._words()
            yield from self._limits()
        if "streak" in self._columns.asked:
            yield from self._streak()
        if "forecast" in self._columns.asked:
            words = forecast_words(self._a.forecast, self._a.measure.unit)
            yield from self._said(Charted.FORECAST, Charted.FORECAST_THEN, words, [])
        if "supplied" in self._columns.asked:
            yield self._put(Charted.SUPPLIED, sources_of(self._a.measure.supplied) or None)
        if self._a.measure.direction.held:
            yield from self._direction()

    def _put(
        self, heading: Charted | Heading, value: Stored, formula: str | None = None
    ) -> CellEdit:
        if isinstance(heading, Heading):
            column = column_of(heading)
        else:
            column = self._columns.column_of(heading)
        return CellEdit(self._row, column, value, formula)

    def _at(self, heading: Charted) -> str:
        return self._columns.here(heading, self._row)

    def _watch(self) -> Iterator[CellEdit]:
        """Hold the series, and say whether it stands as it did."""
        own, key = here(Heading.ROW, self._row), here(Heading.KEY, self._row)
        tests = [f"{here(Heading.TIMES_FOUND, self._row)}=1"]
        tests.append(f'{here(Heading.AS_THEN, self._row)}="yes"')
        number = 0
        for watched in self._cells.watched:
            places = [self._columns.held(number + n) for n in range(len(watched.held))]
            number += len(places)
            test = watched.test.replace("{row}", own).replace("{key}", key)
            if places:
                first, last = (f"${column_letters(c)}{self._row}" for c in (places[0], places[-1]))
                test = test.replace("{held}", first if first == last else f"{first}:{last}")
            tests.append(test)
            for column, value in zip(places, watched.held, strict=True):
                if value is not None:
                    yield CellEdit(self._row, column, value)
        formula = f'IF(IFERROR(AND({",".join(tests)}),FALSE),"yes","no")'
        yield self._put(Charted.AS_THEN, "yes" if self._told else "no", formula)

    # -- words -------------------------------------------------------------------------------

    def _words(self) -> Iterator[CellEdit]:
        variation = self._a.variation
        same_goal = self._same_goal()
        or_no_plan = [f"OR(AND({','.join(same_goal)}),{self._is_no_plan()})"] if same_goal else []
        for heading, then, value, tests in (
            (Charted.VARIATION, Charted.VARIATION_THEN, words_of(variation), or_no_plan),
            (Charted.ASSURANCE, Charted.ASSURANCE_THEN, variation.assurance, same_goal),
        ):
            yield from self._said(heading, then, value, tests)

    def _said(
        self,
        heading: Charted | Heading,
        then: Charted,
        value: str | None,
        tests: list[str],
    ) -> Iterator[CellEdit]:
        """Words that stand while the series does, the way that is good, and what tests say."""
        said = "" if value is None else str(value)
        yield self._put(then, said or None)
        all_tests = ",".join([self._same_good(), *tests])
        yes = f'AND({self._at(Charted.AS_THEN)}="yes",{all_tests})'
        shown = f'{self._at(then)}&""'
        yield self._put(heading, self._when_told(said), f"IF({yes},{shown},{_SAY})")

    def _streak(self) -> Iterator[CellEdit]:
        """Words that rest on target and tolerance too."""
        tests = self._same_goal(any_way=True)
        words = streak_words(self._a.streak)
        yield from self._said(Charted.STREAK, Charted.STREAK_THEN, words, tests)

    def _direction(self) -> Iterator[CellEdit]:
        """Words that rest on target and tolerance too, and on the earlier figure by itself, which
        may be one of another length."""
        tests = self._same_goal(any_way=True)
        if self._a.previous is not None and self._inputs.previous is not None:
            tests.append(self._same(Heading.PREVIOUS_CELL, Heading.PREVIOUS_THEN))
        words = travel_words(self._a, self._rating)
        yield from self._said(Heading.DIRECTION, Charted.DIRECTION_THEN, words, tests)

    def _same_good(self) -> str:
        """Whether the way that is good is what it was."""
        known = self._a.measure.polarity
        return f"EXACT({here(Heading.GOOD_IS, self._row)},{quoted(known.value if known else '')})"

    def _same_goal(self, *, any_way: bool = False) -> list[str]:
        """Whether target and tolerance are what they were, where cells say them; the tolerance
        where close to plan is good, or it counts `any_way`."""
        tests = []
        if self._inputs.target is not None:
            tests.append(self._same(Heading.TARGET_CELL, Heading.TARGET_THEN))
        to_plan = any_way or self._a.measure.polarity is Polarity.PLAN
        if self._inputs.tolerance is not None and to_plan:
            tests.append(self._same(Heading.TOLERANCE_CELL, Heading.TOLERANCE_THEN))
        return tests

    def _same(self, cell: Heading, then: Heading) -> str:
        return f"EXACT({here(cell, self._row)},{here(then, self._row)})"

    def _is_no_plan(self) -> str:
        """Whether better does not hang on where the target is."""
        plan, upper = here(Heading.GOOD_IS, self._row), here(Heading.TARGET_TO, self._row)
        return f'AND({plan}<>"plan",NOT(ISNUMBER({upper})))'

    def _when_told(self, value: Stored) -> Stored:
        return value if self._told else REFRESH

    # -- mean and limits ---------------------------------------------------------------------

    def _limits(self) -> Iterator[CellEdit]:
        limits, at = self._a.variation.limits, self._at
        yield from self._mean_and_range()
        for heading, sign, value in (
            (Charted.LOWER, "-", limits.lower if limits else ""),
            (Charted.UPPER, "+", limits.upper if limits else ""),
        ):
            far = f"{at(Charted.MEAN)}{sign}{literal(OF_THE_RANGE)}*{at(Charted.RANGE)}"
            known = f"AND(ISNUMBER({at(Charted.MEAN)}),ISNUMBER({at(Charted.RANGE)}))"
            formula = f"IF({known},{far},{at(Charted.MEAN)})"
            yield self._put(heading, self._when_told(value), formula)
        count = limits.figures if limits else 0
        formula = f"IF(ISNUMBER({at(Charted.MEAN)}),{count},{at(Charted.MEAN)})"
        yield self._put(Charted.FIGURES, self._when_told(float(count) if limits else ""), formula)

    def _mean_and_range(self) -> Iterator[CellEdit]:
        limits = self._a.variation.limits
        live = self._cells.stretch()
        if limits is not None and live is not None:
            yield from self._live(*live)
            return
        for heading, then, value in (
            (Charted.MEAN, Charted.MEAN_THEN, limits.mean if limits else None),
            (Charted.RANGE, Charted.RANGE_THEN, limits.moving_range if limits else None),
        ):
            yield self._put(then, value)
            held = f'IF({self._at(then)}="","",{self._at(then)})'
            formula = f'IF({self._at(Charted.AS_THEN)}="yes",{held},{_SAY})'
            yield self._put(heading, self._when_told("" if value is None else value), formula)

    def _live(self, first: int, last: int, factor: float) -> Iterator[CellEdit]:
        """Over the figures' own cells, while these are read as they were: all numbers, none beyond
        those of the refresh."""
        a, limits = self._a, self._a.variation.limits
        assert limits is not None
        own = here(Heading.ROW, self._row)
        over = self._cells.at(first, last, own)
        moves = (
            f"ABS({self._cells.at(first + 1, last, own)}-{self._cells.at(first, last - 1, own)})"
        )
        count = last - first + 1
        stored = [
            point.value * factor
            for point in a.variation.points
            if point.limits is limits and point.value is not None
        ]
        times = "" if factor == 1 else f"/{literal(factor)}"
        as_read = (
            f'{here(Heading.TIMES_FOUND, self._row)}=1,{here(Heading.AS_THEN, self._row)}="yes",'
            f"COUNT({over})={count},COLUMNS({over})={count},"
            f"ROUND(MIN({over})-{literal(min(stored))},9)>=0,"
            f"ROUND(MAX({over})-{literal(max(stored))},9)<=0"
        )
        mean = f"IF(IFERROR(AND({as_read}),FALSE),AVERAGE({over}){times},{_SAY})"
        yield self._put(Charted.MEAN, self._when_told(limits.mean), mean)
        known = f"ISNUMBER({self._at(Charted.MEAN)})"
        every = f"SUMPRODUCT({moves})/{count - 1}{times}"
        all_moves = self._all_moves()
        of_all = f"IF({known},{every},{_SAY})"
        yield self._put(Charted.RANGE_OF_ALL, self._when_told(all_moves), of_all)
        usual = self._at(Charted.RANGE_OF_ALL)
        formula = usual
        if a.measure.screen_outliers:
            kept = f"({moves}{times}<{literal(OUTLYING)}*{usual})"
            left = f"SUMPRODUCT({kept}*{moves})/SUMPRODUCT(--{kept}){times}"
            formula = f"IF(ISNUMBER({usual}),IF({usual}=0,0,{left}),{usual})"
        yield self._put(Charted.RANGE, self._when_told(limits.moving_range), formula)

    def _all_moves(self) -> float:
        """The mean moving range before any is screened."""
        limits = self._a.variation.limits
        values = [p.value for p in self._a.variation.points if p.limits is limits]
        figures = [value for value in values if value is not None]
        moves = [abs(after - before) for before, after in pairwise(figures)]
        return sum(moves) / len(moves)
