"""A located scorecard: its columns by role, its indicator rows, their outturns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from xl_scorecard.domain.amount import Target, Tolerance
from xl_scorecard.domain.arrangement import AS_IT_STANDS, Anew, Arrangement, AsItStands
from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.benchmarks.benchmark import Named, Settled
from xl_scorecard.domain.cell_ref import Range, a1, column_letters, quoted_sheet, range_a1
from xl_scorecard.domain.cross_references import NO_REFERENCES, CrossReferences
from xl_scorecard.domain.direction import USUAL, Direction
from xl_scorecard.domain.doubt import Doubt
from xl_scorecard.domain.grid import Cell, Grid
from xl_scorecard.domain.hides import Hides
from xl_scorecard.domain.indicator import Basis, Gap, Polarity, Unit
from xl_scorecard.domain.judged import Filled
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.milestones import DateColumns, Dates
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.risks import RiskRegister
from xl_scorecard.domain.role import Role as Role
from xl_scorecard.domain.row_edges import NO_EDGES, SaidEdges
from xl_scorecard.domain.rule_set import Indicator
from xl_scorecard.domain.said_table import SaidTable
from xl_scorecard.domain.steady import Steady
from xl_scorecard.domain.variation.baseline import SaidBaseline


class Layout(StrEnum):
    """How a table is laid out: which way its periods run."""

    WIDE = "wide"  # a row an indicator, periods across
    TRANSPOSED = "transposed"  # a column an indicator, periods down
    LONG = "long"  # a row an indicator and period
    ARRANGED = "arranged"  # cells from anywhere, such as a block or card an indicator


SECTION_HEADING = "section heading"


class LeftOut(NamedTuple):
    """Something on a sheet that was not read as part of the scorecard, and why.

    `where` is a cell or range; `what` is a word for it, such as "footnote", "sub-total" or
    `SECTION_HEADING`.
    """

    sheet: str
    where: str
    what: str
    why: str


@dataclass(frozen=True)
class Column:
    """A column of a scorecard: its place, heading and role; outturn columns have a period."""

    index: int
    heading: str
    role: Role
    period: Period | None = None
    basis: Basis | None = None


class Outturn(NamedTuple):
    """The value of an indicator in a period, or why there is none.

    `value` is in the indicator's unit, percentages as fractions; the cell's own number is
    `value * factor` (factor 100 where percentages are kept as 84.2). `as_text` is the cell's
    text where a number was typed as text; `stated_decimals` counts the decimals typed, in
    percent for percentages. `held` is the cell's number where it is not read as the row's numbers
    are (a slip of two decimals, read by its own `factor` and the others' `usual`), or not read at
    all. `uncomputed` is a formula whose result is not stored; `sheet` names its sheet where that
    is not the indicator's own; `basis` is what its heading says it covers; `typed` is the rating
    typed into the same cell, and `flags` are other remarks (`Mark`). Numbers of the cell that it
    `hides` are shown nowhere else.
    """

    period: Period
    row: int
    column: int
    value: float | None
    gap: Gap | None = None
    factor: float = 1.0
    as_text: str | None = None
    raw: str = ""
    formula: bool = False
    error: bool = False
    stated_decimals: int = 0
    flags: tuple[str, ...] = ()
    uncomputed: bool = False
    typed: str | None = None
    held: float | None = None
    usual: float = 1.0
    sheet: str = ""
    basis: Basis | None = None
    hides: Hides | None = None

    @property
    def cell(self) -> str:
        """Where it stands, `H14`."""
        return a1(self.row, self.column)

    @property
    def is_blank(self) -> bool:
        """Whether nothing shows there: no figure, and no reason for none."""
        return self.value is None and not self.raw and not self.uncomputed

    def as_shown(self, unit: Unit | None) -> float | None:
        """The figure rounded half up as its cell shows it; texts and durations are shown whole."""
        if self.value is None or self.as_text is not None or unit is Unit.DURATION:
            return self.value
        places = self.stated_decimals + (2 if unit is Unit.PERCENT else 0)
        exact = Decimal(f"{self.value:.15g}")
        return float(exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))

    @property
    def stored(self) -> float | None:
        """The number in its own cell, where the figure was typed as a number."""
        if self.value is None or self.as_text is not None:
            return None
        return round(self.value * self.factor, 12)


def sources_of(supplied: Mapping[Period, Outturn]) -> str:
    """Where figures of other workbooks stand, from the oldest on, as Excel says it:
    `Q2 2018/19: '[q2.xlsx]Scorecard'!H14; ...`."""
    return "; ".join(
        f"{period.words}: {quoted_sheet(outturn.sheet)}!{outturn.cell}"
        for period, outturn in sorted(supplied.items())
    )


@dataclass(frozen=True)
class FromCell:
    """The cell a target or tolerance was read from, its factor and whether it is text.

    `threshold` says that the cell holds not the tolerance but the value where it ends; `sheet`
    names its sheet where that is not the indicator's own, and `found_by` how it is found there.
    """

    row: int
    column: int
    factor: float = 1.0
    as_text: str | None = None
    threshold: bool = False
    sheet: str = ""
    found_by: FoundBy | None = None


class FoundBy(NamedTuple):
    """How a row of a list is found again wherever rows are sorted to: the cell beside the indicator
    that holds its reference or name, and the range of the list that these stand in."""

    key: str
    keys: Range


class TargetBefore(NamedTuple):
    """A target on the sheet of an earlier period: which, where, and the latest period there."""

    target: Target
    sheet: str
    cell: str
    period: Period


class EarlierTarget(NamedTuple):
    """A target that the sheet itself has of an earlier period, and its cell there."""

    target: Target
    row: int
    column: int


class CommentBefore(NamedTuple):
    """The comment on the sheet of an earlier period, and where it stands."""

    text: str
    sheet: str
    cell: str


class SaidElsewhere(NamedTuple):
    """A cell of another sheet that says something of an indicator, and the heading above it.

    `found_by` is None where the two sheets do not call the indicator quite the same.
    """

    sheet: str
    heading: str
    cell: Cell
    found_by: FoundBy | None = None


def _as_anything_counts() -> None:
    """A row whose figures may be typed anew as anything that counts as one of them."""


@dataclass(frozen=True)
class Measure:
    """One indicator row as understood: what it is, how it is judged, its outturns.

    `typed_rag` is the judgement typed for the reported period, `filled_rag` the one that the colour
    of its cell, or of the figure's, gives by itself. `numerators` and `denominators` are the counts
    in rows beside it that are no indicators of their own; `dimension` is the site or the like that
    its name ends in. `doubts` are what its row leaves open: what hangs on them is not there.
    `running` says that its figures are totals of the year so far, `breaks` the periods that its
    rule says cannot be compared with earlier ones, `static_within` how far it moves while it counts
    as static. `baseline` says which figures its limits rest on, `screen_outliers` that moves far
    beyond the usual are left out of them. `target_before` is the target that the sheet of an
    earlier period has, `earlier_targets` are those that its own sheet has of earlier periods, or of
    years. `published_as` is what the sheets of other periods say of periods that it has itself, and
    `comment_before` the comment on the latest of these sheets. `elsewhere` are figures that only
    the workbooks of earlier quarters have, for checks to look at; those of them that are `supplied`
    also make up its series, as of the refresh: no formula follows them. A sheet of another workbook
    is called as Excel calls it, `[q2.xlsx]Scorecard`. `benchmarks` are others' figures that it is
    held against. `edges` are what it is judged by besides target and tolerance, `floor_cell` where
    its floor was read. `direction` says what its direction of travel means, `forecast` that its
    figures are projected to the end of the year. `dates` are those of a milestone, whose figure is
    how late it is.
    """

    sheet: str
    row: int
    id: str
    name: str
    section: str
    rule: Indicator | None
    unit: Unit | None
    polarity: Polarity | None
    basis: Basis | None
    target: Target | None
    target_cell: FromCell | None
    tolerance: Tolerance | None
    tolerance_cell: FromCell | None
    outturns: dict[Period, Outturn]
    number_format: str = "General"
    typed_rag: Cell | None = None
    filled_rag: Filled | None = None
    typed_travel: Cell | None = None
    comment: str = ""
    comment_cell: str = ""
    name_cell: str = "A1"
    earlier: Mapping[Period, Outturn] = field(default_factory=dict)
    numerators: Mapping[Period, Outturn] = field(default_factory=dict)
    denominators: Mapping[Period, Outturn] = field(default_factory=dict)
    dimension: str = ""
    doubts: tuple[Doubt, ...] = ()
    running: bool = False
    breaks: frozenset[Period] = frozenset()
    static_within: Tolerance | None = None
    baseline: SaidBaseline | None = None
    screen_outliers: bool = True
    target_before: TargetBefore | None = None
    earlier_targets: Mapping[Period, EarlierTarget] = field(default_factory=dict)
    published_as: Mapping[Period, Outturn] = field(default_factory=dict)
    comment_before: CommentBefore | None = None
    elsewhere: Mapping[Period, Outturn] = field(default_factory=dict)
    supplied: Mapping[Period, Outturn] = field(default_factory=dict)
    benchmarks: Settled = field(default_factory=Settled)
    edges: SaidEdges = NO_EDGES
    floor_cell: FromCell | None = None
    direction: Direction = USUAL
    forecast: bool = False
    ask_steady: Callable[[], Steady | None] = field(default=_as_anything_counts, compare=False)
    dates: Dates | None = None

    @cached_property
    def steady(self) -> Steady | None:
        """How far percentages may be typed anew and the row be read as it was; None where as far
        as anything counts. It is tried out only for those that write formulas."""
        return self.ask_steady()

    @cached_property
    def history(self) -> Mapping[Period, Outturn]:
        """Every outturn known, those on sheets of other periods (`earlier`) included."""
        return {**self.earlier, **self.outturns}

    @cached_property
    def charted(self) -> Mapping[Period, Outturn]:
        """Every outturn that its series are made of."""
        return {**self.supplied, **self.history} if self.supplied else self.history

    @cached_property
    def begun(self) -> frozenset[Period]:
        """The periods from which on figures are not comparable with earlier ones."""
        marked = (p for p, o in self.charted.items() if o.flags and Mark.BREAK in o.flags)
        return self.breaks.union(marked)

    @property
    def is_to_date(self) -> bool:
        """Whether its figures are totals or shares of the year so far."""
        return self.running or self.basis is Basis.YEAR_TO_DATE

    @cached_property
    def known(self) -> Mapping[Period, Outturn]:
        """Every outturn known, those in the workbooks of earlier quarters included."""
        return {**self.elsewhere, **self.history}

    def outturn(self, period: Period) -> Outturn | None:
        """The outturn of a period, if the sheet has a column for it."""
        return self.outturns.get(period)

    def target_for(self, period: Period) -> Target | None:
        """The target an outturn of a period is held against: the rule's, else the workbook's."""
        if self.rule is not None and self.rule.target is not None:
            to_date = self.basis is Basis.YEAR_TO_DATE and self.unit is not Unit.PERCENT
            return self.rule.target_for(period, self.unit, running=self.running or to_date)
        return self.target


@dataclass(frozen=True)
class Former:
    """Where a block of ours stood before it was taken out, to be used again."""

    sheet: str
    first_row: int
    last_row: int
    columns: dict[str, int]

    @property
    def block(self) -> Range:
        """The cells from its first to its last column."""
        columns = self.columns.values()
        return self.first_row, min(columns), self.last_row, max(columns)


class Published(NamedTuple):
    """Columns of ours beside a table of another period: what they say was published and stays.

    `where` is their range on the sheet, `period` the words for the period they are about.
    """

    sheet: str
    where: str
    period: str


_FILLS_A_CELL = frozenset((Aspect.COLOURS, Aspect.MERGED, Aspect.FLOATING))
"""What can fill a cell that holds nothing."""


@dataclass(frozen=True, eq=False)
class Table:
    """A scorecard found on a sheet: header rows, columns, and the rows of its indicators.

    Rows and columns are those of `grid`, whose cells may be arranged otherwise than on the sheet:
    a transposed table's are the sheet turned. `arrangement` says where they are there.

    `former` says where columns of ours stood beside it, by kind; `left_out` is what lies among
    its rows and columns without being read. Of a long table, `rows_by_period` says by the row of
    an indicator which row holds which period, `repeated` has the rows that hold one again, and
    `bottom` is the last row of all. `elsewhere` has, by row and role, what lists on other sheets
    say; `named_others`, by row, what tables of other authorities' figures have that the rule set
    names; `dated` says where the dates of milestones stand. `reported` is the period its judgements
    are about; `by_shape` says that no heading told it is a scorecard, `said` how the table was
    described, if it was.
    """

    grid: Grid
    header_top: int
    header_row: int
    columns: tuple[Column, ...]
    rows: tuple[IndicatorRow, ...] = ()
    former: Mapping[str, int] = field(default_factory=dict)
    layout: Layout = Layout.WIDE
    left_out: tuple[LeftOut, ...] = ()
    rows_by_period: Mapping[int, Mapping[Period, int]] = field(default_factory=dict)
    repeated: tuple[Repeated, ...] = ()
    bottom: int = 0
    reported: Period | None = None
    by_shape: bool = False
    arrangement: Arrangement = AS_IT_STANDS
    said: tuple[SaidTable, ...] = ()
    elsewhere: Mapping[tuple[int, Role], SaidElsewhere] = field(default_factory=dict)
    named_others: Mapping[int, tuple[Named, ...]] = field(default_factory=dict)
    dated: DateColumns | None = None

    @property
    def sheet(self) -> str:
        """The sheet's name."""
        return self.grid.sheet

    @property
    def upright(self) -> bool:
        """Whether its rows and columns are those of the sheet."""
        return isinstance(self.arrangement, AsItStands)

    def on_sheet(self, row: int, column: int) -> tuple[int, int]:
        """A place of `grid` as it is on the sheet."""
        return self.arrangement.on_sheet(row, column)

    def place(self, row: int, column: int) -> str:
        """The reference on the sheet of a cell of `grid`."""
        return a1(*self.on_sheet(row, column))

    @property
    def where(self) -> str:
        """The range on the sheet that it takes up."""
        if isinstance(self.arrangement, Anew):
            rows, columns = zip(*self.arrangement.places.values(), strict=True)
            return range_a1(min(rows), min(columns), max(rows), max(columns))
        first = self.on_sheet(self.header_top, self.first_column)
        return range_a1(*first, *self.on_sheet(self.last_row, self.last_column))

    def name_cell(self, row: IndicatorRow) -> str:
        """Where an indicator's name stands on the sheet."""
        return self.place(row.name_row or row.row, row.name_column)

    def letters(self, column: int) -> str:
        """What a column of `grid` is called on the sheet: `H`, or 8 where it is a row there; of
        cells arranged anew, the first of its cells."""
        if isinstance(self.arrangement, Anew):
            there = self.arrangement.places
            rows = (row.row for row in self.rows if (row.row, column) in there)
            return self.place(next(rows, self.header_row), column)
        return column_letters(column) if self.upright else str(column)

    def at(self, row: int, column: int) -> Cell | None:
        """The cell at a place of the sheet, however the table was read."""
        place = self.arrangement.arranged(row, column)
        return self.cell(*place) if place is not None else None

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell with content at a place of `grid`, as it stands on the sheet."""
        return self._on_sheet(self.grid.cell(row, column))

    def shown(self, row: int, column: int) -> Cell | None:
        """The cell that a reader sees at a place of `grid`, as it stands on the sheet."""
        return self._on_sheet(self.grid.shown(row, column))

    def _on_sheet(self, cell: Cell | None) -> Cell | None:
        if cell is None or self.upright:
            return cell
        row, column = self.on_sheet(cell.row, cell.column)
        return cell._replace(row=row, column=column)

    @cached_property
    def first_column(self) -> int:
        """The leftmost column."""
        return min(column.index for column in self.columns)

    @cached_property
    def last_column(self) -> int:
        """The rightmost column."""
        return max(column.index for column in self.columns)

    @cached_property
    def last_row(self) -> int:
        """The last indicator row."""
        return max([self.bottom or self.header_row, *(row.row for row in self.rows)])

    def by_role(self, role: Role) -> tuple[Column, ...]:
        """The columns with a role, from left to right."""
        return self._by_role.get(role, ())

    @cached_property
    def _by_role(self) -> dict[Role, tuple[Column, ...]]:
        found: dict[Role, tuple[Column, ...]] = {}
        for column in self.columns:
            found[column.role] = (*found.get(column.role, ()), column)
        return found

    def first(self, role: Role) -> Column | None:
        """The leftmost column with a role."""
        return next(iter(self.by_role(role)), None)

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """The periods that figures are there for, oldest first, each once."""
        columns = {c.period for c in self.by_role(Role.OUTTURN) if c.period is not None}
        return tuple(sorted(columns.union(*self.rows_by_period.values())))

    @property
    def rated_periods(self) -> set[Period]:
        """The periods that a column of ratings is headed by."""
        return {c.period for c in self.by_role(Role.RAG) if c.period is not None}

    @property
    def all_periods(self) -> list[Period]:
        """The periods that figures or ratings are there for, oldest first, each once."""
        return sorted(self.rated_periods.union(self.periods))

    def rag_column(self) -> Column | None:
        """The table's own RAG column where all of it can be seen to be empty."""
        return self._empty(Role.RAG)

    def travel_column(self) -> Column | None:
        """The table's own direction of travel column where all of it can be seen to be empty."""
        return self._empty(Role.TRAVEL)

    def _empty(self, role: Role) -> Column | None:
        columns = self.by_role(role)
        if len(columns) != 1 or columns[0].period not in (None, self.reported):
            return None
        if self.grid.unknown & _FILLS_A_CELL:
            return None  # coloured by hand, for all we know
        index = columns[0].index
        for row in self.rows:
            if self.grid.cell(row.row, index) or self.grid.merge_at(row.row, index):
                return None
            if self.grid.covered(row.row, index):
                return None  # a sparkline, or a picture of a light: theirs
        if any(self._coloured(row, index) for row in self.rows):
            return None
        return columns[0]

    def _coloured(self, row: IndicatorRow, column: int) -> bool:
        """Whether a cell is coloured by hand: otherwise than the name in its row."""
        fill = self.grid.fill_at(row.row, column)
        return fill is not None and fill != self.grid.fill_at(row.row, row.name_column)


@dataclass(frozen=True)
class IndicatorRow:
    """A row of the table that is an indicator, before its rule is known.

    `target_row` is the row that holds its targets, where rows say Actual and Target; `name_row`
    the one that holds its name, where that is another, `last_year_row` that of the same periods'
    figures a year before, `rag_row` that of its judgements by period. `numerator_row` and
    `denominator_row` hold the counts that its share is made of. `dimension` is what tells it apart
    from further rows of its indicator: a site, an area, a team.
    """

    row: int
    reference: str
    name: str
    section: str
    name_column: int
    target_row: int | None = None
    name_row: int | None = None
    numerator_row: int | None = None
    denominator_row: int | None = None
    last_year_row: int | None = None
    rag_row: int | None = None
    dimension: str = ""

    @property
    def full_name(self) -> str:
        """Its name with its place in the second dimension."""
        return f"{self.name}: {self.dimension}" if self.dimension else self.name

    @property
    def full_reference(self) -> str:
        """Its reference, if it has one, with its place in the second dimension."""
        return f"{self.reference} {self.dimension}".strip() if self.reference else ""


class Repeated(NamedTuple):
    """A row of a long table that is not read: its indicator's period stands in an earlier one."""

    row: IndicatorRow
    period: Period
    first: int


class MeasuredRow(NamedTuple):
    """An indicator's row, the table it stands in, and the measure read from it."""

    table: Table
    row: IndicatorRow
    measure: Measure


@dataclass(frozen=True)
class Scorecard:
    """Everything read from one workbook: its tables, and the measure of each row.

    `left_out` is what no table of it holds, such as the tables of other periods; `published` are
    the columns of ours beside those, whose statuses were published; `files_fit` is
    False where the rule set's `files` name other workbooks. `registers` are the registers of risks
    beside the scorecard, `references` what points to figures and tables of the paper. `of_all` are
    the doubts that are not about one indicator. `beside` are the other sheets that were looked at:
    they may have a key, or a tally.
    """

    tables: tuple[Table, ...]
    rows: tuple[MeasuredRow, ...]
    period: Period
    missing_rules: tuple[Indicator, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    published: tuple[Published, ...] = ()
    files_fit: bool = True
    of_all: tuple[Doubt, ...] = ()
    registers: tuple[RiskRegister, ...] = ()
    references: CrossReferences = NO_REFERENCES
    beside: tuple[Grid, ...] = ()

    @property
    def doubts(self) -> list[Doubt]:
        """What is in doubt, of the whole and then row by row."""
        return [*self.of_all, *(doubt for row in self.rows for doubt in row.measure.doubts)]

    @property
    def measures(self) -> list[Measure]:
        """The measures, in sheet order."""
        return [row.measure for row in self.rows]
