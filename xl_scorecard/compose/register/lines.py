"""A row of the register: what is held of an indicator, and the formulas that follow from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from xl_scorecard.compose.figures import decimals_needed, decimals_of, finer, fixed
from xl_scorecard.compose.formulas import quoted
from xl_scorecard.compose.grouped import group_of
from xl_scorecard.compose.register import judging, reading
from xl_scorecard.compose.register.benchmarked import BenchmarkColumns, OfKind, OfRank
from xl_scorecard.compose.register.benchmarking import benchmarked_cells
from xl_scorecard.compose.register.bounds import (
    Bounds,
    bounds_of,
    bounds_of_target,
    bounds_of_words,
    row_times,
)
from xl_scorecard.compose.register.charted import ChartedColumns, Looks
from xl_scorecard.compose.register.charting import ChartedLine
from xl_scorecard.compose.register.dated import DatedColumns, dated_cells
from xl_scorecard.compose.register.edged import EdgedColumns
from xl_scorecard.compose.register.edging import edged_cells, tolerance_of_side
from xl_scorecard.compose.register.finding import Finder, key_row
from xl_scorecard.compose.register.headings import (
    FIRST_WATCH,
    REFRESH,
    Heading,
    column_of,
    here,
)
from xl_scorecard.compose.register.inputs import OWN_KEY, OWN_ROW, ROW, Held, Inputs, Seen
from xl_scorecard.compose.register.lists import Lists, part_of_place
from xl_scorecard.compose.register.series import SeriesCells
from xl_scorecard.compose.register.terms import RowTerms
from xl_scorecard.compose.travel import travel_words
from xl_scorecard.domain.amount import Target, Tolerance, ToleranceKind, point_in
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.band_edges import ITSELF
from xl_scorecard.domain.bands import NO_DATA, NOT_RATED, Rating
from xl_scorecard.domain.cell_ref import absolute, column_letters, parse_a1, quoted_sheet
from xl_scorecard.domain.compared import SHOWN_AS_NONE, is_static
from xl_scorecard.domain.direction import By
from xl_scorecard.domain.durations import duration_in_words
from xl_scorecard.domain.edits import CellEdit, Style
from xl_scorecard.domain.indicator import Polarity, Unit
from xl_scorecard.domain.ours import NOT_KNOWN
from xl_scorecard.domain.scorecard import IndicatorRow
from xl_scorecard.rating.status import DIGITS, needs_target

Stored = float | str | None
_IN_ONE_FORMULA = 4
"""How many cells one formula compares with what they held: it stays short to read."""


class Line:
    """Composes the cells of one indicator's row."""

    def __init__(
        self,
        a: AssessedRow,
        row: int,
        inputs: Inputs,
        finder: Finder | None,
        place: IndicatorRow | None,
        without_row: int,
        number: int,
        lists: Lists,
        rating: Rating,
        edged: EdgedColumns | None = None,
        dated: DatedColumns | None = None,
        part_of: str = "",
        words: str = "",
    ) -> None:
        self._a = a
        self._row = row
        self._inputs = inputs
        self._finder = finder
        self._place = place
        self._without_row = without_row
        self._number = number
        self._lists = lists
        self._rating = rating
        self._cells: dict[int, CellEdit] = {}
        edges = a.measure.edges
        self._worded = bool(edges.words)
        self._edged = edged
        self._part_of = part_of
        self._words = words
        self._terms = RowTerms(
            row,
            edged,
            floored=edges.floor is not None or inputs.floor is not None,
            two_sided=edges.sides is not None,
            worded=self._worded,
            done=dated.is_done(row) if dated is not None and a.measure.dates is not None else "",
        )
        self._dated = dated
        self._figures = bounds_of_words(rating) if self._worded else bounds_of(a)
        self._told = finder is None or (place is not None and finder.times(key_row(place)) == 1)

    def chart(self, cells: SeriesCells, columns: ChartedColumns) -> None:
        """Put what is told of the series of its figures."""
        line = ChartedLine(
            self._a, self._row, self._inputs, cells, columns, self._rating, told=self._told
        )
        self._cells.update((cell.column, cell) for cell in line.cells())

    def benchmark(self, columns: BenchmarkColumns) -> None:
        """Put what comes of the benchmarks it has."""
        cells = benchmarked_cells(
            self._a, self._row, self._finder, columns, self._lists, told=self._told
        )
        self._cells.update((cell.column, cell) for cell in cells)

    def cells(self, styles: StylesOf, across: int) -> Iterator[CellEdit]:
        """The cells, from left to right: so many, those without content blank."""
        self._what_it_is()
        self._find()
        self._watch()
        self._outturn()
        self._earlier(Heading.PREVIOUS)
        self._earlier(Heading.YEAR_BEFORE)
        self._target()
        self._tolerance()
        self._good_is()
        self._judge()
        if self._edged is not None:
            told = edged_cells(self._a, self._row, self._inputs, self._edged, told=self._told)
            self._cells.update((cell.column, cell) for cell in told)
        blank = CellEdit(self._row, 1)
        for column in range(1, across + 1):
            cell = self._cells.get(column, blank)
            yield CellEdit(self._row, column, cell.value, cell.formula, styles.of(column))

    # -- putting -----------------------------------------------------------------------------

    def _put(self, heading: Heading, value: Stored, formula: str | None = None) -> None:
        column = column_of(heading)
        if value is None and formula is None:
            return
        self._cells[column] = CellEdit(self._row, column, value, formula)

    def _at(self, heading: Heading) -> str:
        return here(heading, self._row)

    def _seen(
        self, seen: Seen | None, cell: Heading, then: Heading, row: Heading = Heading.ROW
    ) -> bool:
        """Put a cell of the workbook and what it held; says whether there is one."""
        if seen is None:
            return False
        if seen.row:
            formula = seen.row.replace(OWN_ROW, self._at(Heading.ROW))
            formula = formula.replace(OWN_KEY, self._at(Heading.KEY))
            self._put(row, float(seen.row_now), formula)
        at = seen.at.replace(ROW, self._at(row if seen.row else Heading.ROW))
        shown: Held = "" if seen.held is None else seen.held
        self._put(cell, shown, reading.mirror(at, seen.hides, texts=seen.hides_texts))
        self._put(then, seen.held or None if isinstance(seen.held, str) else seen.held)
        return True

    # -- what it is, and where ---------------------------------------------------------------

    def _what_it_is(self) -> None:
        m = self._a.measure
        self._put(Heading.REFERENCE, m.id)
        self._put(Heading.NAME, m.name)
        self._put(Heading.SECTION, m.section or None)
        self._put(Heading.DIMENSION, group_of(self._a) or None)
        self._put(Heading.UNIT, m.unit.value if m.unit else None)
        self._put(Heading.BASIS, m.basis.value if m.basis else None)
        self._put(Heading.PERIOD, str(self._a.period))
        self._put(Heading.SHEET, m.sheet)
        self._put(Heading.NUMBER, float(self._number))
        self._put(Heading.PART_OF, self._part_of or None)
        self._put(Heading.CELL, *self._cell())
        self._put(Heading.RATED_BY, self._rated_by())
        self._put(Heading.POINT, point_in(m.unit))

    def _cell(self) -> tuple[Stored, str | None]:
        """Where the figure stands, or the name where there is none."""
        a = self._a
        place = a.current.cell if a.current is not None else a.measure.name_cell
        if self._finder is None:
            at = absolute(a.measure.sheet, place)
            return place, f'IFERROR(ADDRESS(ROW({at}),COLUMN({at}),4),"")'
        row, column = parse_a1(place)
        off = row - a.measure.row
        own = self._at(Heading.ROW)
        at = f"{quoted_sheet(a.measure.sheet)}!${column_letters(column)}$1"
        there = f"{own}{off:+d}" if off else own
        formula = f'IF(ISNUMBER({own}),ADDRESS({there},COLUMN({at}),4),"")'
        return (place if self._told else ""), formula

    def _rated_by(self) -> str:
        """Whether target, tolerance and good is are the rule set's or the sheet's."""
        m, rule = self._a.measure, self._a.measure.rule
        said = {
            "target": (rule is not None and rule.target is not None, m.target_cell is not None),
            "tolerance": (
                m.tolerance is not None and m.tolerance_cell is None,
                m.tolerance_cell is not None,
            ),
            "good is": (rule is not None and rule.good_is is not None, m.polarity is not None),
        }
        by_rule = [what for what, (ruled, _) in said.items() if ruled]
        by_sheet = [what for what, (ruled, there) in said.items() if there and not ruled]
        parts = [
            f"{who}: {', '.join(what)}"
            for who, what in (("rules", by_rule), ("sheet", by_sheet))
            if what
        ]
        return "; ".join(parts) or "nothing"

    def _find(self) -> None:
        finder, place = self._finder, self._place
        if finder is None or place is None:
            self._put(Heading.ROW, float(self._a.measure.row))
            self._put(Heading.PLACE, float(self._without_row))
            name = self._inputs.name
            if name is None:
                self._put(Heading.TIMES_FOUND, 1.0)
                return
            self._put(Heading.KEY, name.held)
            still = f"EXACT({name.at},{self._at(Heading.KEY)})"  # an error once its row is deleted
            self._put(Heading.TIMES_FOUND, 1.0, f"IF(IFERROR({still},FALSE),1,0)")
            return
        named = key_row(place)
        key = finder.key(named)
        headings = (Heading.KEY, Heading.KEY_2)[: len(key.texts)]
        for heading, text in zip(headings, key.texts, strict=True):
            self._put(heading, text)
        self._put(Heading.KEY_3, key.figure)
        hits = finder.hits([self._at(h) for h in headings], self._at(Heading.KEY_3))
        times = float(finder.times(named))
        self._put(Heading.TIMES_FOUND, times, f"SUMPRODUCT(--{hits})")
        off = place.row - named
        found = (
            f"SUMPRODUCT({hits}*{finder.rows}){off:+d}"
            if off
            else (f"SUMPRODUCT({hits}*{finder.rows})")
        )
        row: Stored = float(place.row) if times == 1 else ""
        self._put(Heading.ROW, row, f'IF({self._at(Heading.TIMES_FOUND)}=1,{found},"")')
        where = self._at(Heading.ROW)
        base = f"+{finder.base}" if finder.base else ""
        there: Stored = float(place.row + finder.base) if times == 1 else ""
        self._put(Heading.PLACE, there, f'IF(ISNUMBER({where}),{where}{base},"")')

    def _watch(self) -> None:
        """Hold what else decides how the row is read, and say whether it stands so."""
        tests: list[str] = []
        own = self._at(Heading.ROW)
        for number, seen in enumerate(self._inputs.watched):
            column = FIRST_WATCH + number
            place = f"${column_letters(column)}{self._row}"
            if seen.held is not None:
                self._cells[column] = CellEdit(self._row, column, seen.held)
            tests.append(f"EXACT({seen.at.replace(ROW, own)},{place})")
        groups = [
            f"AND({','.join(tests[at : at + _IN_ONE_FORMULA])})"
            for at in range(0, len(tests), _IN_ONE_FORMULA)
        ]
        if not groups:
            return
        first = groups[0]
        for number, group in enumerate(groups[1:]):
            column = FIRST_WATCH + len(tests) + number
            self._cells[column] = CellEdit(
                self._row, column, self._yes, f'IF(IFERROR({group},FALSE),"yes","no")'
            )
            first = f'{first},${column_letters(column)}{self._row}="yes"'
        self._put(Heading.AS_THEN, self._yes, f'IF(IFERROR(AND({first}),FALSE),"yes","no")')

    @property
    def _yes(self) -> str:
        return "yes" if self._told else "no"

    # -- figures -----------------------------------------------------------------------------

    def _outturn(self) -> None:
        a, row = self._a, self._row
        if self._dated is not None and a.measure.dates is not None:
            found = self._finder is not None
            dates = dated_cells(a, row, self._dated, found=found, told=self._told)
            self._cells.update((cell.column, cell) for cell in dates)
            return
        seen, bounds = self._inputs.outturn, self._figures
        if seen is not None and not seen.followed:
            bounds = bounds.none
        self._bounds(bounds, Heading.ABOVE, Heading.UP_TO)
        self._put(Heading.KEPT_TIMES, bounds.kept_times)
        self._put(Heading.DATES_FROM, bounds.dates_from)
        if not self._seen(seen, Heading.OUTTURN_CELL, Heading.OUTTURN_THEN):
            return
        self._put(Heading.OUTTURN_READ, a.value)
        words = reading.tidy_words(self._at(Heading.OUTTURN_CELL), self._at(Heading.OUTTURN_THEN))
        self._put(Heading.OUTTURN_WORDS, "", words)
        self._put(Heading.OUTTURN_BARE, "", reading.bare(self._at(Heading.OUTTURN_WORDS)))
        number = reading.outturn_number(row, self._words_of_outturn, self._lists)
        if self._worded and self._lists.words is not None:
            number = reading.worded_number(row, self._lists.words, self._lists)
        self._put(Heading.OUTTURN_NUMBER, "", number)
        formula = reading.outturn(row, stands_in=self._inputs.stands_in)
        steady = a.measure.steady
        if steady is not None and steady.signs_from:
            self._put(Heading.SIGNS_FROM, steady.signs_from)
            typed = self._at(Heading.OUTTURN_CELL), self._at(Heading.OUTTURN_NUMBER)
            formula = reading.no_sign_far_below(row, *typed, formula)
        if steady is not None:
            formula = reading.while_steady(row, formula)
        self._put(Heading.OUTTURN, self._when_told(_or_blank(a.value)), formula)

    @property
    def _words_of_outturn(self) -> reading.Words:
        """Which figures typed as text are followed."""
        m, current = self._a.measure, self._a.current
        if m.unit is not Unit.PERCENT:
            return reading.Words.BARE
        if m.steady is not None and current is not None and current.period in m.steady.by_number:
            return reading.Words.NONE
        # 0.5 as text beside 5% may be half a percent
        fractions = self._figures.kept_times == 1
        return reading.Words.SIGNED if fractions else reading.Words.BARE_OR_SIGNED

    def _when_told(self, value: Stored) -> Stored:
        """A stored result; of a row that nothing tells apart no cell is found."""
        return value if self._told else REFRESH

    def _bounds(self, bounds: Bounds, above: Heading, up_to: Heading) -> None:
        self._put(above, bounds.above)
        self._put(up_to, bounds.up_to)

    def _earlier(self, what: Heading) -> None:
        before = what is Heading.PREVIOUS
        outturn = self._a.previous if before else self._a.year_before
        seen = self._inputs.previous if before else self._inputs.year_before
        row, cell, then, read = (
            (Heading.PREVIOUS_ROW, Heading.PREVIOUS_CELL, Heading.PREVIOUS_THEN,
             Heading.PREVIOUS_READ)
            if before
            else (Heading.YEAR_BEFORE_ROW, Heading.YEAR_BEFORE_CELL, Heading.YEAR_BEFORE_THEN,
                  Heading.YEAR_BEFORE_READ)
        )  # fmt: skip
        if outturn is None or not self._seen(seen, cell, then, row):
            return
        self._put(read, outturn.value)
        if outturn.sheet and outturn.sheet != self._a.table.sheet:
            formula = reading.near_then(self._row, cell, then, read)
        elif self._follows(outturn.factor, seen):
            formula = reading.earlier(self._row, cell, then, read, self._lists)
        else:
            formula = reading.only_as_then(self._row, cell, then, read)
        self._put(what, self._when_told(_or_blank(outturn.value)), formula)

    def _follows(self, factor: float, seen: Seen | None) -> bool:
        """Whether a number typed into an earlier figure's cell is read as the outturn's are."""
        known = factor in (1.0, self._figures.kept_times) and not self._worded
        return seen is not None and seen.followed and known

    # -- what it is held against -------------------------------------------------------------

    def _target(self) -> None:
        a, row, seen = self._a, self._row, self._inputs.target
        goal = a.target
        if seen is None:
            self._constant_target(goal)
            return
        bounds = bounds_of_target(a, self._figures)
        if not seen.followed:
            bounds = bounds.none
        self._bounds(bounds, Heading.TARGET_ABOVE, Heading.TARGET_UP_TO)
        self._seen(seen, Heading.TARGET_CELL, Heading.TARGET_THEN, Heading.TARGET_ROW)
        way = goal.implies if goal is not None else None
        self._put(Heading.TARGET_READ, goal.value if goal else None)
        self._put(Heading.TARGET_READ_TO, goal.upper if goal else None)
        self._put(Heading.WAY_READ, way.value if way else None)
        strict = "yes" if goal is not None and goal.strict else None
        self._put(Heading.STRICT_READ, strict)
        words = reading.tidy_words(self._at(Heading.TARGET_CELL), self._at(Heading.TARGET_THEN))
        self._put(Heading.TARGET_WORDS, "", words)
        lists, typed = self._lists, self._at(Heading.TARGET_WORDS)
        opens = reading.longest(typed, lists.openings, "LEFT")
        closes = reading.longest(typed, lists.closings, "RIGHT")
        self._put(Heading.TARGET_OPENS, "", opens)
        self._put(Heading.TARGET_CLOSES, "", closes)
        self._put(Heading.TARGET_BARE, "", reading.target_bare(row, lists))
        self._put(Heading.TARGET_PARTS, 0.0, reading.target_parts(row))
        self._put(Heading.TARGET_LOW, "", reading.target_part(row, second=False))
        self._put(Heading.TARGET_HIGH, "", reading.target_part(row, second=True))
        self._put(Heading.TARGET_LOW_BARE, "", reading.bare(self._at(Heading.TARGET_LOW)))
        self._put(Heading.TARGET_HIGH_BARE, "", reading.bare(self._at(Heading.TARGET_HIGH)))
        unit = a.measure.unit
        for heading, second in ((Heading.TARGET_FIRST, False), (Heading.TARGET_SECOND, True)):
            formula = reading.target_figure(row, unit, lists, second=second)
            if not seen.followed or unit is Unit.DURATION:
                words = self._at(Heading.TARGET_WORDS)
                formula = f'IF({words}="","",{quoted(REFRESH)})'
            self._put(heading, "", formula)
        halves = unit is Unit.PERCENT and bounds.kept_times == 1 and seen.followed
        halves = halves and self._figures.kept_times == 1
        main = reading.target(row, lists, bounds.kept_times, halves=halves)
        if a.measure.steady is not None and a.measure.steady.signs_from:
            typed_target = self._at(Heading.TARGET_CELL), self._at(Heading.TARGET_FIRST)
            main = reading.no_sign_far_below(row, *typed_target, main)
        self._put(Heading.TARGET, self._when_told(_or_blank(goal.value if goal else None)), main)
        upper = _or_blank(goal.upper if goal else None)
        self._put(Heading.TARGET_TO, upper if self._told else "", reading.target_to(row))
        said = reading.said_by_words
        by_way = said(row, Heading.WAY_READ, lists, 1, ranged=Polarity.PLAN.value)
        self._put(Heading.WAY, (way.value if way else "") if self._told else "", by_way)
        by_strict = said(row, Heading.STRICT_READ, lists, 2, ranged="")
        self._put(Heading.STRICT, (strict or "") if self._told else "", by_strict)

    def _constant_target(self, goal: Target | None) -> None:
        """A target that the rule set gives, or none at all."""
        if goal is None:
            return
        self._put(Heading.TARGET, goal.value)
        self._put(Heading.TARGET_TO, goal.upper)
        self._put(Heading.WAY, goal.implies.value if goal.implies else None)
        self._put(Heading.STRICT, "yes" if goal.strict else None)

    def _tolerance(self) -> None:
        m, row = self._a.measure, self._row
        if m.edges.sides is not None:
            self._tolerance_of_sides()
            return
        allowed, seen, place = m.tolerance, self._inputs.tolerance, m.tolerance_cell
        kind = "unit"
        amount = allowed.amount if allowed is not None else None
        if allowed is not None and allowed.kind is ToleranceKind.RELATIVE:
            kind = "share"
        goal = self._a.target
        end = self._end()
        if end is not None:
            kind, amount = end
        in_unit = allowed.in_unit(goal.value) if allowed and goal else None
        shown = _or_blank(in_unit if kind == "share" else allowed.amount if allowed else None)
        if kind != "unit" and goal is None:
            shown = ""
        if m.edges.end_is_worse and isinstance(shown, float):
            shown -= ITSELF
        if seen is None:
            self._put(Heading.TOLERANCE_AMOUNT, amount)
            self._put(Heading.TOLERANCE_KIND, kind)
            self._put(Heading.TOLERANCE, shown, self._in_unit())
            return
        self._seen(seen, Heading.TOLERANCE_CELL, Heading.TOLERANCE_THEN)
        self._put(Heading.TOLERANCE_READ, amount)
        self._put(Heading.TOLERANCE_KIND_READ, kind)
        self._tolerance_else(place is None)
        self._put(Heading.TOLERANCE_WORDS, "", reading.tolerance_words(row))
        ends = reading.longest(self._at(Heading.TOLERANCE_WORDS), self._lists.ends, "RIGHT")
        self._put(Heading.TOLERANCE_ENDS, "", ends)
        number, of_number = self._typed_tolerance(kind)
        by_kind = reading.tolerance_kind(row, m.unit, of_number, self._lists)
        by_amount = reading.tolerance_amount(row, m.unit, number, self._lists)
        if place is not None and place.threshold:
            by_amount = reading.threshold_amount(row, number)
        self._put(Heading.TOLERANCE_KIND, kind if self._told else of_number, by_kind)
        told = self._told
        self._put(Heading.TOLERANCE_AMOUNT, _or_blank(amount) if told else REFRESH, by_amount)
        self._put(Heading.TOLERANCE, shown if told else REFRESH, self._in_unit())

    def _end(self) -> tuple[str, float] | None:
        """Where the tolerance ends, if a threshold or floor says so, and what that is."""
        place, end, goal = self._a.measure.tolerance_cell, self._a.measure.edges.end, self._a.target
        if end is None or goal is None:
            return None
        if place is None:
            return "end", end
        if place.as_text is not None:
            return reading.END_IN_WORDS, end
        stored = self._inputs.tolerance.held if self._inputs.tolerance else None
        return ("end", stored / place.factor) if isinstance(stored, float) else None

    def _in_unit(self) -> str:
        """The formula of the tolerance in the unit."""
        end, goal = self._end(), self._a.target
        if end is None or goal is None or end[0] != reading.END_IN_WORDS:
            return reading.tolerance(self._row)
        edges = self._a.measure.edges
        return reading.tolerance_to_words(
            self._row,
            below=end[1] <= goal.value,
            is_worse=edges.end_is_worse,
            two_ends=edges.two_ends,
        )

    def _tolerance_of_sides(self) -> None:
        """The tolerance of a rule that gives one above the target and another below."""
        assert self._edged is not None  # who has two sides has the columns
        m, goal = self._a.measure, self._a.target
        allowed = m.tolerance
        shown: Stored = ""
        if allowed is not None and (goal is not None or allowed.kind is ToleranceKind.ABSOLUTE):
            shown = allowed.in_unit(goal.value if goal else 0.0)
        self._put(Heading.TOLERANCE, shown, tolerance_of_side(self._row, self._edged))

    def _tolerance_else(self, is_default: bool) -> None:
        """What counts where the cell is blank: what counts now, if it is; else the default is for
        the next refresh to say."""
        allowed = self._a.measure.tolerance
        if is_default and allowed is not None:
            share = allowed.kind is ToleranceKind.RELATIVE
            self._put(Heading.TOLERANCE_ELSE, allowed.amount)
            self._put(Heading.TOLERANCE_ELSE_KIND, "share" if share else "unit")
        elif self._inputs.thresholds_else:
            self._put(Heading.TOLERANCE_ELSE, REFRESH)
        elif not is_default and self._inputs.tolerance_else is not None:
            default = self._inputs.tolerance_else
            share = default.kind is ToleranceKind.RELATIVE
            self._put(Heading.TOLERANCE_ELSE, default.amount)
            self._put(Heading.TOLERANCE_ELSE_KIND, "share" if share else "unit")

    def _typed_tolerance(self, kind: str) -> tuple[str | None, str]:
        """A number typed into the tolerance's cell, as an expression, and what it is of."""
        cell, unit = self._at(Heading.TOLERANCE_CELL), self._a.measure.unit
        place, there = self._a.measure.tolerance_cell, self._inputs.tolerance_cell
        if unit is Unit.DURATION or not (
            self._inputs.tolerance and self._inputs.tolerance.followed
        ):
            return None, "unit"
        if kind == "end":
            factor = place.factor if place is not None else 1.0
            return (cell if factor == 1 else f"{cell}/100"), "end"
        if self._inputs.threshold:
            return None, "unit"
        in_percent = there is not None and "%" in there.number_format
        if unit is Unit.PERCENT and (in_percent or row_times(self._a, self._figures) == 1):
            if in_percent:
                return f"ABS({cell})", "unit"
            return f"IF(ABS({cell})>=1,ABS({cell})/100,ABS({cell}))", "unit"
        if in_percent:
            return f"ABS({cell})", "share"
        # below 1 it may have been typed as 5%, which the cell's format says and no formula sees
        times = "/100" if unit is Unit.PERCENT else ""
        say = f"OR(ABS({cell})>=1,{cell}=0)"
        return f"IF({say},ABS({cell}){times},{quoted(REFRESH)})", "unit"

    def _good_is(self) -> None:
        m, row, seen = self._a.measure, self._row, self._inputs.good_is
        known = m.polarity.value if m.polarity is not None else None
        rule = m.rule.good_is if m.rule is not None else None
        way = self._a.target.implies if self._a.target is not None else None
        if rule is not None:
            self._put(Heading.GOOD_RULE, rule.value)
        elif seen is not None and seen.held not in (None, "") and m.polarity is not None:
            self._put(Heading.GOOD_READ, known)
            usual = self._inputs.good_else
            self._put(Heading.GOOD_ELSE, usual.value if usual is not None else None)
        elif way is None and known is not None:
            self._put(Heading.GOOD_ELSE, known)
        elif known is not None and way is not m.polarity:
            self._put(Heading.GOOD_RULE, known)
        elif self._inputs.good_else is not None:
            self._put(Heading.GOOD_ELSE, self._inputs.good_else.value)
        has_cell = self._seen(seen, Heading.GOOD_CELL, Heading.GOOD_THEN)
        formula = reading.good_is(row, self._lists, has_cell=has_cell)
        stored: Stored = known or ""
        if not self._told and has_cell and rule is None:
            stored = REFRESH
        self._put(Heading.GOOD_IS, stored, formula)

    # -- judging -----------------------------------------------------------------------------

    def _judge(self) -> None:
        a, row, rating, lists = self._a, self._row, self._rating, self._lists
        label = rating.band(a.status).label
        why_not = label if a.status in (NOT_RATED, NO_DATA) else ""
        if self._cells.get(column_of(Heading.AS_THEN)) is None:
            self._put(Heading.AS_THEN, "yes")
        self._put(
            Heading.STATE, self._when_told(why_not), judging.state(row, rating, lists, self._terms)
        )
        always_aimed = needs_target(rating) and not self._worded
        short = judging.short_by(row, always_aimed=always_aimed)
        self._put(Heading.SHORT_BY, self._short_by(why_not), short)
        by_edges = judging.status(row, rating, lists, self._terms)
        self._put(Heading.STATUS, self._when_told(label), by_edges)
        concern = float(a.concern) if self._told else 0.0
        self._put(Heading.CONCERN, concern, judging.concern(row, lists))
        self._put(Heading.WORST, self._worst(), judging.worst(row))
        for heading, value, known in (
            (Heading.SHOWN, Heading.OUTTURN, a.value),
            (Heading.TARGET_SHOWN, Heading.TARGET, a.target.value if a.target else None),
        ):
            self._put(heading, *self._shown(value, known))
        self._put(Heading.MOVED, self._when_told(self._moved()), judging.moved(row))
        self._put(Heading.NEARER, self._nearer(), judging.nearer(row))
        within = a.measure.static_within
        before = a.previous.value if a.previous is not None else None
        far = SHOWN_AS_NONE * abs(before or 0.0)
        if within is not None:
            far = within.in_unit(before or 0.0)
        self._put(Heading.LEVEL_WITHIN, far, judging.level_within(row, within))
        self._put(Heading.STILL, self._stands(within), judging.still(row, within))
        self._no_move(Heading.NO_MOVE, a.no_move)
        self._no_move(Heading.NO_CHANGE_ON_YEAR, a.no_change_on_year)
        words = travel_words(a, rating)
        if not a.measure.direction.held:  # else it stands with what is told of the series
            by_worth = a.measure.direction.by is By.PERFORMANCE
            travel = (judging.performance if by_worth else judging.direction)(row, within)
            self._put(Heading.DIRECTION, self._when_told(words), travel)
        for heading, earlier, none, known, word in (
            (Heading.CHANGE, Heading.PREVIOUS, Heading.NO_MOVE, a.change, a.no_move),
            (Heading.CHANGE_ON_YEAR, Heading.YEAR_BEFORE, Heading.NO_CHANGE_ON_YEAR,
             a.change_on_year, a.no_change_on_year),
        ):  # fmt: skip
            stored: Stored = known
            if known is None:
                stored = word if self._cells.get(column_of(earlier)) is None else NOT_KNOWN
            self._put(heading, self._when_told(stored), judging.change(row, earlier, none))
        self._put(Heading.MOST_MOVED, self._most_moved(), judging.most_moved(row))
        if self._words:
            self._put(Heading.WORDS_THEN, self._words)
            self._put(Heading.WORDS, self._when_told(self._words), reading.words_now(row))

    def _no_move(self, heading: Heading, word: str) -> None:
        """What stands in place of a move that is not told; a break that the figure's own cell
        marks, only while that stands as it did."""
        formula = None
        if word != NOT_KNOWN and self._inputs.outturn is not None:
            as_then = reading.same(self._at(Heading.OUTTURN_CELL), self._at(Heading.OUTTURN_THEN))
            formula = f"IF({as_then},{quoted(word)},{quoted(REFRESH)})"
        self._put(heading, word, formula)

    def _short_by(self, why_not: str) -> Stored:
        a = self._a
        if why_not or not self._told or a.target is None or a.value is None:
            return ""
        polarity = a.measure.polarity
        assert polarity is not None  # what is rated has one
        short = a.target.shortfall(a.value, polarity)
        if a.target.excludes_itself(polarity) and round(a.value - a.target.value, DIGITS) == 0:
            return 1e-9
        return short

    def _worst(self) -> Stored:
        a = self._a
        short = self._cells.get(column_of(Heading.SHORT_BY))
        if a.concern == 0 or not self._told or short is None:
            return ""
        tolerance = self._cells.get(column_of(Heading.TOLERANCE))
        allowed = tolerance.value if tolerance is not None else None
        of = allowed if isinstance(allowed, float) and allowed > 0 else 0.0
        of = of or (abs(a.target.value) if a.target is not None else 0.0) or 1.0
        by = short.value if isinstance(short.value, float) else 0.0
        place = self._cells[column_of(Heading.PLACE)].value
        assert isinstance(place, float)
        return a.concern * 1000 + min(900.0, max(0.0, by / of)) - place / 1e10

    def _most_moved(self) -> Stored:
        """By how much it got better, or less than nothing where worse."""
        change, travel = self._a.change, self._a.travel
        if not self._told or change is None or travel not in ("improved", "worsened"):
            return ""
        place = self._cells[column_of(Heading.PLACE)].value
        assert isinstance(place, float)  # what is told has one
        return (abs(change) if travel == "improved" else -abs(change)) - place / 1e13

    def _shown(self, heading: Heading, value: float | None) -> tuple[Stored, str]:
        """A figure in words, and the formula that says it; a range by both its ends."""
        if self._worded:
            return self._shown_word(heading, value)
        words, formula = self._said(heading, value)
        if heading is Heading.TARGET:
            target = self._a.target
            upper = target.upper if target is not None else None
            to_words, to_formula = self._said(Heading.TARGET_TO, upper)
            words += f" to {to_words}" if to_words else ""
            formula += f'&IF(ISNUMBER({self._at(Heading.TARGET_TO)})," to "&{to_formula},"")'
        return self._as_shown(words), formula

    def _said(self, heading: Heading, value: float | None) -> tuple[str, str]:
        """A figure in words, nothing where there is none, and the formula that says it."""
        unit, own = self._a.measure.unit, self._at(heading)
        if unit is Unit.DURATION:
            words = "" if value is None else duration_in_words(value)
            time = (
                f'INT(ROUND({own}*86400,0)/3600)&":"&'
                f'RIGHT("0"&MOD(INT(ROUND({own}*86400,0)/60),60),2)&":"&'
                f'RIGHT("0"&MOD(ROUND({own}*86400,0),60),2)'
            )
            return words, f'IF(ISNUMBER({own}),{time},{own}&"")'
        decimals, percent = decimals_of(self._a), unit is Unit.PERCENT
        if heading is Heading.OUTTURN:
            formula = judging.shown(self._row, heading, str(decimals), percent=percent)
        else:
            finer_by = judging.decimals_needed(self._row, heading, decimals, percent=percent)
            formula = judging.shown(self._row, heading, finer_by, percent=percent)
            decimals = decimals_needed(value or 0.0, decimals, percent=percent)
        return ("" if value is None else fixed(value, decimals, percent=percent)), formula

    def _shown_word(self, heading: Heading, value: float | None) -> tuple[Stored, str]:
        """A figure that is a word as its band's label."""
        labels = [band.label for band in self._rating.bands if band.words]
        known = value is not None and value in range(1, len(labels) + 1)
        words = labels[-int(value)] if known and value is not None else ""
        part = part_of_place(self._rating)
        formula = judging.shown_word(self._row, heading, self._lists.bands, part)
        return self._as_shown(words), formula

    def _as_shown(self, words: str) -> Stored:
        return words if self._told or not words else REFRESH

    def _moved(self) -> Stored:
        a = self._a
        now, before = a.value, a.previous.value if a.previous is not None else None
        return "" if now is None or before is None else round(now - before, DIGITS)

    def _stands(self, within: Tolerance | None) -> str:
        """Whether it stands still, by its number."""
        now, before = self._a.value, self._a.previous.value if self._a.previous else None
        if now is None or before is None or not self._told:
            return ""
        return "yes" if is_static(now - before, before, within) else "no"

    def _nearer(self) -> Stored:
        a = self._a
        now, before = a.value, a.previous.value if a.previous is not None else None
        if now is None or before is None or a.target is None or not self._told:
            return ""
        off = [max(a.target.shortfall(v, Polarity.PLAN), 0.0) for v in (before, now)]
        return round(off[0] - off[1], DIGITS)


class StylesOf:
    """How the columns of an indicator's row look."""

    def __init__(
        self,
        figures: str,
        plain: Style,
        centred: Style,
        worked_out: Style,
        charted: ChartedColumns | None = None,
        benchmarked: BenchmarkColumns | None = None,
    ) -> None:
        figure = Style(border=True, align="center", number_format=figures)
        percent = Style(border=True, align="center", number_format="+0.0%;-0.0%;0.0%")
        self._by_column: dict[int, Style] = {
            column_of(h): figure
            for h in (
                Heading.OUTTURN, Heading.TARGET, Heading.TARGET_TO, Heading.TOLERANCE,
                Heading.PREVIOUS, Heading.YEAR_BEFORE, Heading.SHORT_BY,
            )
        }  # fmt: skip
        for heading in (Heading.CHANGE, Heading.CHANGE_ON_YEAR):
            self._by_column[column_of(heading)] = percent
        for heading in (Heading.REFERENCE, Heading.NAME, Heading.SECTION, Heading.RATED_BY):
            self._by_column[column_of(heading)] = plain
        if charted is not None:
            mean = Style(border=True, align="center", number_format=finer(figures))
            looks = {Looks.FIGURE: mean, Looks.WORD: centred, Looks.TEXT: plain}
            self._by_column.update((c, looks[look]) for c, look in charted.looks.items())
        if benchmarked is not None:
            self._by_column |= _of_benchmarks(benchmarked, figure, plain, centred)
        self._centred, self._worked_out = centred, worked_out

    def of(self, column: int) -> Style:
        """The look of a column."""
        usual = self._centred if column < column_of(Heading.NUMBER) else self._worked_out
        return self._by_column.get(column, usual)


def _of_benchmarks(
    benchmarked: BenchmarkColumns, figure: Style, plain: Style, centred: Style
) -> dict[int, Style]:
    """How what is told of benchmarks looks: a gap has its sign."""
    number = figure.number_format
    found = {benchmarked.words: plain}
    for kind in benchmarked.kinds:
        found[kind.column_of(OfKind.FIGURE)] = figure
        found[kind.column_of(OfKind.GAP)] = replace(figure, number_format=_signed(number))
        found |= {kind.column_of(h): centred for h in (OfKind.PERIOD, OfKind.STANDING)}
        found[kind.column_of(OfKind.WORDS)] = plain
        if kind.ranked:
            found |= {kind.column_of(h): centred for h in (OfRank.RANK, OfRank.QUARTILE)}
    return found


def _signed(number_format: str) -> str:
    """A format with the sign of what is more or less than nothing."""
    if "]" in number_format:
        return number_format
    return f"+{number_format};-{number_format};{number_format}"


def _or_blank(value: float | None) -> float | str:
    """A stored result: no text where there is no number."""
    return "" if value is None else value
