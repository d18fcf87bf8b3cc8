"""Counts of ratings typed outside the rows: in words and cells beside them, or in one line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from xl_scorecard.domain.grid import Cell, Grid
from xl_scorecard.domain.judged import standings_in
from xl_scorecard.domain.judgement import Standing
from xl_scorecard.domain.lexicon import colour_of_word, lexicon, words_of
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.domain.scorecard import Role, Table

_FEWEST = 2
_HEADED_WITHIN = 2
_LINE = re.compile(r"(?:[^:\d]*:)?(?P<counts>.*?)\.?")


@dataclass(frozen=True)
class Tally:
    """How many are said to be green, amber and red, with the cell of each count."""

    counts: Mapping[Standing, int]
    cells: Mapping[Standing, Cell]

    def cell_of(self, standings: Collection[Standing]) -> Cell:
        """The first of the cells of some counts."""
        found = [cell for standing, cell in self.cells.items() if standing in standings]
        return min(found or self.cells.values(), key=lambda cell: (cell.row, cell.column))


def tallies_beside(tables: Sequence[Table], reported: Period) -> Iterator[Tally]:
    """The tallies above and below the tables of one sheet, but for those headed by another period
    than the one reported."""
    found = _Outside(tables[0].grid, tables, reported)
    yield from found.in_cells()
    yield from found.in_lines()


def tally_of_its_own(grid: Grid, reported: Period) -> Tally | None:
    """The tally of a sheet without a table, where it has but one and the sheet speaks of nothing
    else than indicators of the period reported."""
    found = _Outside(grid, (), reported)
    if found.counts_twice() or found.speaks_of_others():
        return None
    tallies = [*found.in_cells(), *found.in_lines()]
    return tallies[0] if len(tallies) == 1 else None


class _Outside:
    """What stands on a sheet outside the rows of its tables."""

    def __init__(self, grid: Grid, tables: Sequence[Table], reported: Period) -> None:
        self.grid = grid
        self.reported = reported
        self.inside = {r for t in tables for r in range(t.header_top, t.rows[-1].row + 1)}
        figures = [c for table in tables for c in table.by_role(Role.OUTTURN)]
        self.figures = {column.index for column in figures}
        self.newest = {column.index for column in figures if column.period == reported}

    def in_cells(self) -> Iterator[Tally]:
        """Ratings in a line of cells, each with a typed count right or below it."""
        across: defaultdict[tuple[str, int], dict[Standing, Cell]] = defaultdict(dict)
        labels = self._labels()
        for (row, column), standing in labels.items():
            right = self._right_of(row, column, labels)
            below = self._count(row + 1, column)
            for line, count in ((("row", row), right), (("below", row), below),
                                (("column", column), right)):  # fmt: skip
                if count is not None:
                    across[line].setdefault(standing, count)
        for tally in across.values():
            if len(tally) >= _FEWEST and not self._is_of_another_period(tally):
                yield Tally({s: int(c.value) for s, c in tally.items()
                             if isinstance(c.value, float)}, tally)  # fmt: skip

    def in_lines(self) -> Iterator[Tally]:
        """Whole tallies in one cell: `RAG: 5 green, 7 amber, 5 red`."""
        for cell in self.grid.cells.values():
            if cell.text and cell.row not in self.inside and cell.formula is None:
                counts = _in_a_line(cell.text)
                if counts and not self._names_another_period([cell]):
                    yield Tally(counts, dict.fromkeys(counts, cell))

    def counts_twice(self) -> bool:
        """Whether one rating has two counts: there is more than one tally."""
        labels = self._labels()
        counted = [
            standing for (row, column), standing in labels.items()
            if self._right_of(row, column, labels) or self._count(row + 1, column)
        ]  # fmt: skip
        return len(set(counted)) < len(counted)

    def speaks_of_others(self) -> bool:
        """Whether anything on the sheet, its name or a heading, names another period, or what may
        be rated besides indicators: actions, risks, projects."""
        texts = [self.grid.sheet, *(cell.text for cell in self.grid.cells.values())]
        others = words_of(lexicon().rows.rated_besides)
        return any(others.search(text.casefold()) is not None for text in texts) or (
            self._names_another_period(tuple(self.grid.cells.values()))
        )

    def _labels(self) -> dict[tuple[int, int], Standing]:
        found = {}
        for place, cell in self.grid.cells.items():
            standing = _rating_counted(cell) if place[0] not in self.inside else None
            if standing is not None:
                found[place] = standing
        return found

    def _right_of(
        self, row: int, column: int, labels: Mapping[tuple[int, int], Standing]
    ) -> Cell | None:
        """The count right of a label: the only number before the next one; of several that which
        is right beside it, or below the reported period where they stand below periods."""
        beside = []
        for cell in self.grid.by_row[row]:
            if cell.column <= column:
                continue
            if (row, cell.column) in labels:
                break
            beside.append(cell)
        numbers = [cell for cell in beside if isinstance(cell.value, float)]
        if len(numbers) > 1 and numbers[0].column in self.figures:
            numbers = [cell for cell in numbers if cell.column in self.newest]
        elif len(numbers) > 1:
            numbers = [cell for cell in numbers if cell.column == column + 1]
        first = numbers[0] if numbers else None
        return first if first is not None and _is_count(first) else None

    def _count(self, row: int, column: int) -> Cell | None:
        cell = self.grid.cell(row, column)
        outside = cell is not None and row not in self.inside
        return cell if outside and cell is not None and _is_count(cell) else None

    def _is_of_another_period(self, tally: Mapping[Standing, Cell]) -> bool:
        """Whether a heading right above a tally names a period that is not the reported one."""
        top = min(cell.row for cell in tally.values())
        rows = {row for row in range(top - _HEADED_WITHIN, top + 1) if row not in self.inside}
        return any(self._names_another_period(self.grid.by_row.get(row, ())) for row in rows)

    def _names_another_period(self, cells: Sequence[Cell]) -> bool:
        for cell in cells:
            said = parse_period(cell.text, self.reported.starts) if cell.text else None
            if said is not None and said.period not in (None, self.reported):
                return True
        return False


def _rating_counted(cell: Cell) -> Standing | None:
    """The rating whose count stands beside a cell: `Green`, `Number of green indicators`."""
    if not cell.text:
        return None
    standings = standings_in(cell) or _in_words(cell.text)
    return next(iter(standings)) if standings and len(standings) == 1 else None


def _in_words(text: str) -> set[Standing] | None:
    """The colours in words that count ratings and say nothing else: `not green` is more."""
    said = re.findall(r"[\w'%#]+", text.casefold())
    words = lexicon().rows
    known = {*words.tally, *words.counted, *words.how_they_do} - {*words.tally_of_others}
    colours = {word: standing for word in said if (standing := _colour(word)) is not None}
    return None if {*said} - {*colours} - known else {*colours.values()}


def _colour(word: str) -> Standing | None:
    return colour_of_word(word) or colour_of_word(word.removesuffix("s"))


def _in_a_line(text: str) -> dict[Standing, int] | None:
    """`5 green, 7 amber and 5 red` or `Green: 5; Amber: 7; Red: 5`, behind a colon or not."""
    match = _LINE.fullmatch(text.casefold().strip())
    for counts in (text.casefold().strip(" ."), match["counts"] if match else ""):
        words = re.findall(r"\d+(?:[.,]\d+)?|\w+|[%<>=≤≥]", counts)
        words = [word for word in words if word not in lexicon().rows.between_counts]
        pairs = list(zip(words[::2], words[1::2], strict=False))
        colour_first = [(_colour(one), two) for one, two in pairs]
        count_first = [(_colour(two), one) for one, two in pairs]
        for said in (colour_first, count_first):
            found = {standing: int(n) for standing, n in said if standing and n.isdigit()}
            if len(words) == 2 * len(found) >= 2 * _FEWEST:
                return found
    return None


def _is_count(cell: Cell) -> bool:
    number = cell.value
    return isinstance(number, float) and cell.formula is None and number == int(number) >= 0
