"""A block or card an indicator, told by its shape: described as a rule set would have it.

Only what cannot be anything else is taken: months down beside one column of figures, years down and
months across, a card of labels with what they say beside them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from xl_scorecard.domain.arrangement import Place
from xl_scorecard.domain.cell_ref import a1, column_letters
from xl_scorecard.domain.grid import Cell, Grid, Value
from xl_scorecard.domain.period import Grain
from xl_scorecard.domain.period_words import PeriodWords, parse_period
from xl_scorecard.domain.said_places import Area, Shift, parse_area
from xl_scorecard.domain.said_table import SHEET, SaidTable
from xl_scorecard.domain.scorecard import Role, Table
from xl_scorecard.errors import WorkbookError
from xl_scorecard.reading.figures.outturns import is_value
from xl_scorecard.reading.figures.series import is_figure
from xl_scorecard.reading.headers.title import is_of_the_paper, title_period
from xl_scorecard.reading.rows.rows import Known
from xl_scorecard.reading.tables.cards import Cards
from xl_scorecard.reading.tables.said import said_tables
from xl_scorecard.reading.tables.titled import TitledBlocks
from xl_scorecard.reading.words.heading_words import HeadingWords
from xl_scorecard.reading.words.headings import label_role

_FEWEST_PERIODS = 3
_FEWEST_YEARS = 2
_TITLES_END = 12
_KEYS = {
    Role.TARGET: "targets", Role.RAG: "judgements", Role.TRAVEL: "travel", Role.COMMENT: "comments",
    Role.TOLERANCE: "tolerances", Role.POLARITY: "good_is", Role.UNIT: "unit",
    Role.REFERENCE: "references", Role.SECTION: "sections", Role.BASIS: "basis",
}  # fmt: skip


def blocks_on(grid: Grid, words: HeadingWords) -> list[SaidTable]:
    """The blocks and cards of a sheet from the top down, each as an entry about one indicator."""
    entries = _found(grid, words)
    if any(said.names is None for said in entries):
        return []  # all of a sheet or nothing: what is left out would be missed by nobody
    return as_one(entries) or entries


def nameless(grid: Grid, words: HeadingWords) -> str | None:
    """Where the figures of a block begin that is one but for its name; None where there is none."""
    unnamed = (said for said in _found(grid, words) if said.names is None)
    said = next(unnamed, None)
    if said is None:
        return None
    return f"rows {said.rows}" if said.rows else str(said.figures)


def _found(grid: Grid, words: HeadingWords) -> list[SaidTable]:
    """The blocks of the first kind that there are any of; those whose name is unclear say none."""
    look = _Look(grid, words)
    ways = (look.down, look.years_down, look.cards)
    return next((entries for way in ways if (entries := list(way()))), [])


def as_one(entries: Sequence[SaidTable]) -> list[SaidTable]:
    """Entries that are one block over and over as one of them with all its beginnings; none where
    they differ in more than where they begin."""
    begins = [spot for said in entries if (spot := said.named_in) is not None]
    if len(entries) < 2 or len(begins) < len(entries):
        return []
    first = _spots(entries[0])
    for said, spot in zip(entries, begins, strict=True):
        shift = Shift(
            (spot.row or 0) - (begins[0].row or 0), (spot.column or 0) - (begins[0].column or 0)
        )
        if {key: shift.area(area) for key, area in first.items()} != _spots(said):
            return []
    return [entries[0].model_copy(update={"blocks": [spot.text for spot in begins]})]


def _spots(said: SaidTable) -> dict[str, Area]:
    """What an entry says of where things stand, but for its sheet."""
    told = said.model_dump(exclude_defaults=True, exclude={"sheet"})
    figures = told.pop("figures", "")
    by_period = figures if isinstance(figures, dict) else {"figures": figures}
    return {key: parse_area(str(text)) for key, text in {**told, **by_period}.items()}


def lacks_years(grid: Grid, words: HeadingWords) -> bool:
    """Whether figures stand beside or below months or quarters whose year nothing says."""
    look = _Look(grid, words)
    title = title_period(grid, _TITLES_END, words.around, words.starts)
    if title is not None and title.period is not None:
        return False
    bare = [cell for cell in grid.cells.values() if look.lacks_its_year(cell)]
    figured = [c for c in bare if any(is_figure(grid.cell(*near)) for near in _near(c))]
    lines = [Counter(c.row for c in figured), Counter(c.column for c in figured)]
    return any(most >= _FEWEST_PERIODS for line in lines for most in line.values())


def _near(cell: Cell) -> tuple[Place, Place]:
    return (cell.row, cell.column + 1), (cell.row + 1, cell.column)


def locate_blocks(grid: Grid, words: HeadingWords, known: Known) -> list[Table]:
    """The table that the blocks or cards of a sheet make; none where not all of it can be read."""
    entries = blocks_on(grid, words)
    try:
        return said_tables(grid, entries, words, known)
    except WorkbookError:
        return []  # such as periods whose year nothing says


def locate_cards(grid: Grid, words: HeadingWords, known: Known) -> list[Table]:
    """The table that several cards or titled blocks of a sheet make: nothing else repeats the label
    of a name, or a row of periods over labelled rows; none where one of them cannot be read."""
    cards = Cards(grid, words)
    entries = cards.entries() if cards.are_several else TitledBlocks(grid, words).entries()
    try:
        return said_tables(grid, as_one(entries) or entries, words, known) if entries else []
    except WorkbookError:
        return []


@dataclass(frozen=True)
class _Look:
    """A look over a sheet for blocks of one kind."""

    grid: Grid
    words: HeadingWords

    def down(self) -> Iterator[SaidTable]:
        """Periods down, and one column of figures beside a target: `Month, Target, Actual`."""
        above = 0
        for row, cells in self.grid.by_row.items():
            if row <= above:
                continue
            roles = {c.column: role for c in cells if (role := self._role(c)) is not None}
            figures = [column for column, role in roles.items() if role is Role.OUTTURN]
            if len(figures) != 1 or Role.TARGET not in roles.values():
                continue
            first = min(c.column for c in cells)
            rows = self._periods_down(row, first)
            name = self._name_above(row, above)
            if first in figures or len(rows) < _FEWEST_PERIODS:
                continue
            yield self._entry(
                name,
                rows=f"{rows[0]}-{rows[-1]}",
                periods=column_letters(first),
                figures=column_letters(figures[0]),
                **self._once(roles),
            )
            above = rows[-1]

    def _once(self, roles: dict[int, Role]) -> dict[str, str]:
        """The further columns by the key that says where they stand, each role's first."""
        found: dict[str, str] = {}
        for column, role in roles.items():
            if role in _KEYS:
                found.setdefault(_KEYS[role], column_letters(column))
        return found

    def years_down(self) -> Iterator[SaidTable]:
        """Years down and months or quarters across."""
        above = 0
        for row, cells in self.grid.by_row.items():
            across = [c.column for c in cells if self.lacks_its_year(c)] if row > above else []
            first = across[0] - 1 if across else 0
            # names or the like left of the years would make it a table of several indicators
            if len(across) < _FEWEST_PERIODS or first < 1 or cells[0].column < first:
                continue
            years = self._years_below(row, first)
            corner = self.grid.cell(row, first)
            name = self._name_above(row, above)
            if name is None and corner is not None and self._may_name(corner):
                name = corner.ref
            if len(years) < _FEWEST_YEARS:
                continue
            figures = f"{a1(years[0], across[0])}:{a1(years[-1], across[-1])}"
            target = self._labelled_below(years[-1], first, Role.TARGET)
            beside = {"targets": str(target)} if target else {}
            yield self._entry(
                name, figures=figures, periods=str(row), years=column_letters(first), **beside
            )
            above = target or years[-1]

    def _years_below(self, row: int, column: int) -> list[int]:
        """The rows below that begin with a year, one after the other."""
        found: list[int] = []
        while (when := self._when(row + 1 + len(found), column)) is not None:
            begins = self.grid.by_row[row + 1 + len(found)][0].column == column
            if when.period is None or when.period.grain is not Grain.YEAR or not begins:
                break
            found.append(row + 1 + len(found))
        return found

    def _labelled_below(self, row: int, column: int, role: Role) -> int | None:
        cell = self.grid.cell(row + 1, column)
        return row + 1 if cell is not None and self._role(cell) is role else None

    def cards(self) -> Iterator[SaidTable]:
        """Cards: labels and what they say beside or below them."""
        yield from Cards(self.grid, self.words).entries()

    def _role(self, cell: Cell) -> Role | None:
        return label_role(cell.text, self.words.extra) if cell.text else None

    def _periods_down(self, header: int, column: int) -> list[int]:
        """The rows below a header that begin with a month or quarter, one after the other."""
        found: list[int] = []
        while (when := self._when(header + 1 + len(found), column)) is not None:
            if when.period is not None and when.period.grain is Grain.YEAR:
                break
            found.append(header + 1 + len(found))
        return found

    def _when(self, row: int, column: int) -> PeriodWords | None:
        cell = self.grid.cell(row, column)
        return self._parsed(cell.value) if cell is not None else None

    def _parsed(self, value: Value) -> PeriodWords | None:
        return None if isinstance(value, bool) else parse_period(value, self.words.starts)

    def lacks_its_year(self, cell: Cell) -> bool:
        """Whether a cell names a month or quarter without its year."""
        when = self._parsed(cell.value) if cell.text else None
        return when is not None and when.lacks_only_its_year

    def _name_above(self, header: int, above: int) -> str | None:
        """The cell of the indicator's name: the line right above the headings, else the only one
        above them that could be it; where there is none, the sheet's name."""
        lines = [self._line(row) for row in range(header - 1, above, -1)]
        if lines and (right_above := lines[0]) is not None:
            return right_above.ref
        found = [cell for cell in lines if cell is not None]
        if found:
            return found[0].ref if len(found) == 1 else None
        return SHEET if not above and self._may_name_by_sheet else None

    def _line(self, row: int) -> Cell | None:
        """The text that a row holds, and nothing else, if it could be an indicator's name."""
        cells = self.grid.by_row.get(row, ())
        return cells[0] if len(cells) == 1 and self._may_name(cells[0]) else None

    @cached_property
    def _may_name_by_sheet(self) -> bool:
        return any(ch.isalpha() for ch in self.grid.sheet) and self._parsed(self.grid.sheet) is None

    def _may_name(self, cell: Cell) -> bool:
        """Whether a text could be an indicator's name: no heading, period, figure, or who made the
        paper."""
        if not cell.text or is_of_the_paper(cell.text) or is_value(cell):
            return False
        return self._role(cell) is None and self._parsed(cell.value) is None

    def _entry(self, name: str | None, **said: str) -> SaidTable:
        named = {"names": name} if name is not None else {}
        return SaidTable.model_validate({"sheet": self.grid.sheet, **named, **said})
