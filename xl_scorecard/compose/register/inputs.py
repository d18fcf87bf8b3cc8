"""What an indicator is judged by: the cells that say so, what stood there, how that was read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from xl_scorecard.compose.formulas import literal, quoted
from xl_scorecard.compose.register.finding import Finder, found_row, raw
from xl_scorecard.domain.amount import Tolerance, parse_tolerance
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.cell_ref import column_letters, parse_a1, quoted_sheet
from xl_scorecard.domain.disclosure import MASK, is_masked
from xl_scorecard.domain.doubt import About
from xl_scorecard.domain.grid import Cell, CellError
from xl_scorecard.domain.hides import Hides
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.period import Grain
from xl_scorecard.domain.rule_set import Defaults
from xl_scorecard.domain.scorecard import Column, FromCell, Outturn, Role, Table
from xl_scorecard.domain.serial_days import serial

Held = float | str | None
ROW, OWN_ROW, OWN_KEY = "{row}", "{own row}", "{own key}"
"""These stand in expressions for cells of the register: the row that a figure is in, that of the
indicator, and what it is called."""
_FIXED = (About.TARGET, About.SCALE, About.SPAN, About.VALUE)
"""Doubts that a changed figure or target may settle, as only reading can tell."""


@dataclass(frozen=True)
class Seen:
    """A cell that says something: how a formula refers to it, and what it held at the refresh.

    `at` has `{row}` where the row is that of the indicator; where `followed` is False, what is
    typed there since is for the next refresh to read.
    """

    at: str
    held: Held
    followed: bool = True
    row: str = ""
    """How the row is found where it is not the indicator's own, as a formula."""
    row_now: int = 0
    """And which row that is."""
    hides: Hides | None = None
    """Numbers in it that the register does not show."""
    hides_texts: bool = False
    """Whether what is typed in it as text may say such a number."""


@dataclass(frozen=True)
class Inputs:
    """The cells of one indicator, None where no cell of the workbook says it, and those that must
    be as they were (`watched`)."""

    outturn: Seen | None
    previous: Seen | None
    year_before: Seen | None
    target: Seen | None
    tolerance: Seen | None
    tolerance_cell: Cell | None
    good_is: Seen | None
    watched: tuple[Seen, ...] = field(default=())
    name: Seen | None = None
    """Where it is called by name, if it has no row of its own to be found by."""
    tolerance_else: Tolerance | None = None
    """The tolerance that holds where the cell has none."""
    threshold: bool = False
    """Whether the tolerance's cell is one that says where amber ends."""
    thresholds_else: bool = False
    """Whether another threshold, or the rule's floor, may end the tolerance where that is blank."""
    good_else: Polarity | None = None
    """Which way is good where neither cell nor target says."""
    floor: Seen | None = None
    stands_in: bool = False
    """Whether another column has a figure for the period, which counts where this is blank."""


def held(cell: Cell | None) -> Held:
    """What a cell holds as the register keeps it."""
    value = cell.value if cell is not None else None
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, CellError):
        return "#N/A"
    if isinstance(value, dt.date):
        return serial(value)
    return value


class InputsOf:
    """Finds the cells of the indicators of one table."""

    def __init__(self, table: Table, finder: Finder | None, defaults: Defaults) -> None:
        self._table = table
        self._defaults = defaults
        self._finder = finder
        self._sheet = quoted_sheet(table.sheet)

    def of(self, a: AssessedRow) -> Inputs:
        """The cells of an indicator."""
        measure = a.measure
        target = self._target(a)
        tolerance = self._tolerance(a)
        good = self._good_is(a)
        doubted = any(doubt.about in _FIXED for doubt in measure.doubts)
        if self._table.rows_by_period and measure.steady and not measure.steady.everywhere:
            doubted = True  # which row a figure of another period is in is not watched
        outturn = self._figure(a, a.current, doubted) if measure.dates is None else None
        floor = a.measure.floor_cell
        floored = self._from_cell(a, floor, followed=True) if floor is not None else None
        seen = [each for each in (target, tolerance, good, floored) if each is not None]
        others = self._others(a)
        return Inputs(
            outturn=outturn,
            previous=self._figure(a, a.previous, doubted),
            year_before=self._figure(a, a.year_before, doubted),
            target=target,
            tolerance=tolerance,
            tolerance_cell=self._cell_of_tolerance(a),
            good_is=good,
            name=self._name(a),
            tolerance_else=self._default_tolerance(a),
            threshold=self._table.first(Role.TOLERANCE) is None,
            thresholds_else=self._has_further_ends(a),
            good_else=self._defaults.good_is if measure.rule is not None else None,
            watched=tuple(self._watched(a, {each.at for each in seen})),
            floor=floored,
            stands_in=bool(others),
        )

    # -- places ------------------------------------------------------------------------------

    def _seen(self, a: AssessedRow, row: int, column: int, *, followed: bool = True) -> Seen:
        """A cell of the table's sheet, by its place there."""
        cell = self._table.at(row, column)
        odd = cell is not None and isinstance(cell.value, bool)
        letters = column_letters(column)
        if self._finder is None:
            at = f"{self._sheet}!${letters}${row}"
        else:
            off = row - a.measure.row
            at = (
                f"INDEX({self._sheet}!${letters}:${letters},{ROW}{off:+d})"
                if off
                else (f"INDEX({self._sheet}!${letters}:${letters},{ROW})")
            )
        return Seen(at, held(cell), followed and not odd)

    def _figure(self, a: AssessedRow, outturn: Outturn | None, doubted: bool) -> Seen | None:
        """The cell of a figure; what is masked in it is held masked."""
        seen = self._cell_of(a, outturn, doubted) if outturn is not None else None
        if seen is None or outturn is None or outturn.hides is None:
            return seen
        if not is_masked(outturn):
            return replace(seen, hides=outturn.hides)
        texts = isinstance(seen.held, str)
        return replace(seen, hides=outturn.hides, held=MASK, hides_texts=texts)

    def _cell_of(self, a: AssessedRow, outturn: Outturn, doubted: bool) -> Seen:
        if outturn.sheet and outturn.sheet != self._table.sheet:
            place = f"{quoted_sheet(outturn.sheet)}!${column_letters(outturn.column)}${outturn.row}"
            there = outturn.as_text if outturn.as_text is not None else outturn.stored
            return Seen(place, there if there is not None else outturn.raw or None, followed=False)
        if self._finder is not None and self._table.rows_by_period:
            return self._of_long_table(a, outturn, doubted)
        return self._seen(a, outturn.row, outturn.column, followed=not doubted)

    def _of_long_table(self, a: AssessedRow, outturn: Outturn, doubted: bool) -> Seen:
        """A figure of a table with a row an indicator and period: its row is found by both."""
        assert self._finder is not None
        cell = self._table.at(outturn.row, outturn.column)
        letters = column_letters(outturn.column)
        at = f"INDEX({self._sheet}!${letters}:${letters},{ROW})"
        if outturn.row == a.measure.row:
            return Seen(at, held(cell), not doubted)
        period = self._finder.texts(outturn.row)[-1]
        said = quoted(period) if isinstance(period, str) else literal(period or 0.0)
        hits = self._finder.hits([OWN_KEY, said], '""')
        return Seen(at, held(cell), not doubted, found_row(hits, self._finder.rows), outturn.row)

    def _from_cell(self, a: AssessedRow, place: FromCell, *, followed: bool) -> Seen:
        if not place.sheet or place.sheet == self._table.sheet:
            return self._seen(a, place.row, place.column, followed=followed)
        sheet, letters = quoted_sheet(place.sheet), column_letters(place.column)
        there: Held = place.as_text
        if there is None and a.measure.target is not None:
            there = round(a.measure.target.value * place.factor, 12)
        if place.found_by is None:
            return Seen(f"{sheet}!${letters}${place.row}", there, followed)
        first, left, last, _ = place.found_by.keys
        keys = f"{sheet}!${column_letters(left)}${first}:${column_letters(left)}${last}"
        at = f"INDEX({sheet}!${letters}:${letters},{ROW})"
        called = column_letters(parse_a1(place.found_by.key)[1])
        name = f"INDEX({self._sheet}!${called}:${called},{OWN_ROW})"
        row = f'IFERROR(LOOKUP(2,1/({keys}={name}),ROW({keys})),"")'
        return Seen(at, there, followed, row, place.row)

    # -- what each is ------------------------------------------------------------------------

    def _target(self, a: AssessedRow) -> Seen | None:
        measure = a.measure
        if measure.rule is not None and measure.rule.target is not None:
            return None
        doubted = any(doubt.about in _FIXED for doubt in measure.doubts)
        if measure.target_cell is not None:
            return self._from_cell(a, measure.target_cell, followed=not doubted)
        column = self._awaiting(a)
        if column is None:
            return None
        number = self._table.at(measure.row, column.index)
        passed_over = number is not None and isinstance(number.value, float | dt.date)
        return self._seen(a, measure.row, column.index, followed=not doubted and not passed_over)

    def _awaiting(self, a: AssessedRow) -> Column | None:
        """The column where a row's target is still to be typed: the period's own, else the
        year's."""
        if not self._table.upright:
            return None
        columns = self._table.by_role(Role.TARGET)
        blank = [
            column
            for column in columns
            if not isinstance(held(self._table.at(a.measure.row, column.index)), float)
        ]
        year = a.period.financial_year
        for some in (blank, columns):
            best = (
                [c for c in some if c.period == a.period]
                or [c for c in some if c.period is None or c.period.financial_year == year]
                or list(some)
            )
            if best:
                return best[0]
        return None

    def _name(self, a: AssessedRow) -> Seen | None:
        """The cell of an indicator's name, where that is how it is known."""
        row, column = parse_a1(a.measure.name_cell)
        there = raw(self._table.at(row, column))
        if self._finder is not None or there is None:
            return None
        return Seen(f"{self._sheet}!${column_letters(column)}${row}", there)

    def _default_tolerance(self, a: AssessedRow) -> Tolerance | None:
        measure = a.measure
        usual = self._defaults.tolerance
        ruled = measure.rule is not None and measure.rule.scale
        if usual is None or ruled or measure.edges.words:
            return None
        return parse_tolerance(usual, measure.unit)

    def _has_further_ends(self, a: AssessedRow) -> bool:
        """Whether the row says more than once where amber ends."""
        place, rule = a.measure.tolerance_cell, a.measure.rule
        columns = self._table.by_role(Role.THRESHOLD)
        cells = [self._table.at(a.measure.row, column.index) for column in columns]
        filled = sum(held(cell) not in (None, "") for cell in cells)
        by_rule = rule is not None and rule.floor is not None
        return place is not None and (filled > place.threshold or by_rule)

    def _cell_of_tolerance(self, a: AssessedRow) -> Cell | None:
        place = a.measure.tolerance_cell
        if place is not None:
            return self._table.at(place.row, place.column)
        column = self._tolerance_column()
        return self._table.at(a.measure.row, column.index) if column is not None else None

    def _tolerance_column(self) -> Column | None:
        if not self._table.upright:
            return None
        return self._table.first(Role.TOLERANCE) or self._table.first(Role.THRESHOLD)

    def _tolerance(self, a: AssessedRow) -> Seen | None:
        measure = a.measure
        if measure.rule is not None and measure.rule.tolerance is not None:
            return None
        place = measure.tolerance_cell
        if place is not None:
            return self._from_cell(a, place, followed=True)
        column = self._tolerance_column()
        return self._seen(a, measure.row, column.index) if column is not None else None

    def _good_is(self, a: AssessedRow) -> Seen | None:
        measure = a.measure
        if measure.rule is not None and measure.rule.good_is is not None:
            return None
        columns = self._table.by_role(Role.POLARITY)
        if not self._table.upright or len(columns) != 1:
            return None
        return self._seen(a, measure.row, columns[0].index)

    # -- what must be as it was --------------------------------------------------------------

    def _others(self, a: AssessedRow) -> list[Column]:
        """Further columns of figures for the time that is reported."""
        if not self._table.upright or self._table.rows_by_period or a.current is None:
            return []
        if a.current.hides is not None or a.measure.dates is not None:
            return []  # what stands there is not to be held either
        return [
            column
            for column in self._table.by_role(Role.OUTTURN)
            if column.period is not None
            and column.period.end == a.period.end
            and column.index != a.current.column
        ]

    def _watched(self, a: AssessedRow, used: set[str]) -> Iterator[Seen]:
        """Cells of the row that decide how it is read, and are not read by formula."""
        yield from self._deciding(a)
        if not self._table.upright:
            yield from self._headings(a)
            return
        measure = a.measure
        roles = [Role.UNIT, Role.BASIS, Role.FREQUENCY]
        if measure.rule is None or measure.rule.target is None:
            roles.append(Role.TARGET)
        if measure.rule is None or measure.rule.tolerance is None:
            roles += [Role.TOLERANCE, Role.THRESHOLD]
        if measure.rule is None or measure.rule.good_is is None:
            roles.append(Role.POLARITY)
        year = a.period.financial_year
        columns = [
            column
            for role in roles
            for column in self._table.by_role(role)
            if column.period is None
            or column.period == a.period
            or (column.period.grain is Grain.YEAR and column.period.financial_year == year)
        ]
        for column in [*columns, *self._others(a)]:
            cell = self._table.at(measure.row, column.index)
            seen = self._seen(a, measure.row, column.index)
            if seen.at not in used and not isinstance(getattr(cell, "value", None), CellError):
                yield seen

    def _deciding(self, a: AssessedRow) -> Iterator[Seen]:
        """Cells that, typed anew, may have the row's others read otherwise."""
        measure, steady = a.measure, a.measure.steady
        if steady is None or self._table.rows_by_period:
            return
        target = self._target(a) if steady.target_decides else None
        if target is not None and not target.row:
            yield target
        for period, outturn in measure.outturns.items():
            followed = outturn in (a.current, a.previous, a.year_before)
            hangs = steady.nearby and not followed
            hangs |= period in steady.by_number and outturn is not a.current
            elsewhere = bool(outturn.sheet) and outturn.sheet != self._table.sheet
            if elsewhere or not (hangs or period in steady.deciding):
                continue
            if not outturn.error:
                yield self._seen(a, outturn.row, outturn.column)

    def _headings(self, a: AssessedRow) -> Iterator[Seen]:
        """Where periods run down or a block repeats them, the cells that name the figures' own."""
        for outturn in (a.current, a.previous, a.year_before):
            if outturn is None or outturn.sheet:
                continue
            arrangement = self._table.arrangement
            arranged = arrangement.arranged(outturn.row, outturn.column)
            if arranged is None:
                continue
            own = arrangement.own_heading(arranged)
            of_column = self._table.on_sheet(self._table.header_row, arranged[1])
            row, column = (own.row, own.column) if own is not None else of_column
            there = held(own if own is not None else self._table.at(row, column))
            if isinstance(there, float | str):
                place = f"{self._sheet}!${column_letters(column)}${row}"
                yield Seen(place, there)
