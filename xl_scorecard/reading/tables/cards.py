"""Cards, an indicator each: labels such as Measure, Goal and Latest, each with what it says to its
right or below it; told by the label of the name standing over and over.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from xl_scorecard.domain.cell_ref import a1
from xl_scorecard.domain.grid import Block, Cell, Grid
from xl_scorecard.domain.period_words import PeriodWords, find_period, parse_period
from xl_scorecard.domain.polarity_words import parse_polarity
from xl_scorecard.domain.said_table import SaidTable
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.reading.figures.outturns import is_value
from xl_scorecard.reading.figures.series import is_figure
from xl_scorecard.reading.headers.title import title_period
from xl_scorecard.reading.tables.card_labels import CardArea, Labelled, end_of, exact
from xl_scorecard.reading.words.heading_words import HeadingWords
from xl_scorecard.reading.words.headings import (
    is_weak_name,
    normalised,
    says_now,
    speaks_of_indicators,
)

SEVERAL = 2
_AIMS = (Role.TARGET, Role.POLARITY)
_KEYS = {
    Role.TARGET: "targets", Role.RAG: "judgements", Role.TRAVEL: "travel", Role.COMMENT: "comments",
    Role.TOLERANCE: "tolerances", Role.POLARITY: "good_is", Role.UNIT: "unit",
    Role.REFERENCE: "references", Role.SECTION: "sections", Role.BASIS: "basis",
}  # fmt: skip


@dataclass(frozen=True)
class Cards:
    """The cards of a sheet."""

    grid: Grid
    words: HeadingWords

    def entries(self) -> list[SaidTable]:
        """Each card as an entry about one indicator; none where one cannot be read for sure, or
        where there is only one and its figures do not stand below periods."""
        found = [card.entry() for card in self._cards]
        sure = self.are_several or all(said is not None and said.periods for said in found)
        return [said for said in found if said is not None] if sure and all(found) else []

    @property
    def are_several(self) -> bool:
        """Whether the label of a name stands over and over, each time beside another label's."""
        return sum(card.is_labelled for card in self._cards) >= SEVERAL

    @property
    def unread(self) -> str | None:
        """The first card that cannot be read for sure: where it stands."""
        if not self.are_several:
            return None
        return next((card.name.ref for card in self._cards if card.entry() is None), None)

    @cached_property
    def _cards(self) -> list[_Card]:
        tops = self._names
        if not tops:
            return []
        above = self._labels_above(tops[0][0])
        title = title_period(
            self.grid, tops[0][0].row - above, self.words.around, self.words.starts
        )
        found = []
        for label, name in tops:
            below = [at.row for at, _ in tops if at.column == label.column and at.row > label.row]
            right = [
                at.column for at, _ in tops if at.row == label.row and at.column > label.column
            ]
            last = min(below) - above - 1 if below else self.grid.last_row
            block = Block(label.row - above, label.column, last, min(right, default=_FURTHEST) - 1)
            area = CardArea(self.grid, self.words, block)
            found.append(_Card(area, label, name, title))
        return found

    @cached_property
    def _names(self) -> list[tuple[Cell, Cell]]:
        """The labels of names and the names, of the one label that heads the cards."""
        found = [
            (cell, name)
            for cells in self.grid.by_row.values()
            for cell in cells
            if exact(cell, self.words) is Role.INDICATOR
            and (name := self._named_by(cell)) is not None
        ]
        labels = [cell.text for cell, _ in found]
        heads = next((text for text in labels if not is_weak_name(text)), next(iter(labels), ""))
        return [pair for pair in found if normalised(pair[0].text) == normalised(heads)]

    def _named_by(self, label: Cell) -> Cell | None:
        """The name right of a label, or below one that stands alone."""
        row = self.grid.by_row[label.row]
        name = next((cell for cell in row if cell.column > label.column), None)
        if name is None and len(row) == 1:
            name = self.grid.cell(label.row + 1, label.column)
        return name if name is not None and may_name(name, self.words) else None

    def _labels_above(self, label: Cell) -> int:
        """How many rows of a card stand above its name: labels right above one another."""
        rows = 0
        while (cell := self.grid.cell(label.row - rows - 1, label.column)) is not None:
            if exact(cell, self.words) is None or len(self.grid.by_row[cell.row]) > 2:
                break
            rows += 1
        return rows


_FURTHEST = 1 << 20


@dataclass(frozen=True)
class _Card:
    """One card: the label of its name, the name, and the area it fills; `title` is the period of
    the sheet as a whole."""

    area: CardArea
    label: Cell
    name: Cell
    title: PeriodWords | None

    @property
    def grid(self) -> Grid:
        """The sheet."""
        return self.area.grid

    @property
    def words(self) -> HeadingWords:
        """How headings are to be read."""
        return self.area.words

    @cached_property
    def _labelled(self) -> tuple[Labelled, ...]:
        return tuple(self.area.labelled())

    @property
    def is_labelled(self) -> bool:
        """Whether labels tell an indicator: what is aimed at, or its figure where that of the name
        says so; a project has an actual, too."""
        roles = {one.role for one in self._labelled}
        named = speaks_of_indicators(self.label.text)
        return not roles.isdisjoint(_AIMS) or (named and Role.OUTTURN in roles)

    def entry(self) -> SaidTable | None:
        """The card as an entry about its indicator; None where its figure or the period of that
        is unclear."""
        figures = self._figures()
        if figures is None:
            return None
        said: dict[str, object] = {"sheet": self.grid.sheet, "names": self.name.ref, **figures}
        for one in self._labelled:
            role, key = _role_of(one), _KEYS.get(_role_of(one))
            if key is None or not one.says:
                continue
            if one.one is not None:
                said.setdefault(key, one.one.ref)
            elif "periods" in figures and role in (Role.TARGET, Role.RAG, Role.TOLERANCE):
                said.setdefault(key, str(one.says[0].row))
        return SaidTable.model_validate(said)

    def _figures(self) -> dict[str, object] | None:
        """Where the figures stand, and their periods."""
        said = [one for one in self._labelled if one.role is Role.OUTTURN]
        said = [one for one in said if not one.says or any(map(is_value, one.says))]
        dated = [(when, one) for one in said if (when := self._period_in(one.label)) is not None]
        now = [one for one in said if says_now(one.label.text) and one not in [o for _, o in dated]]
        if len(now) == 1 and not dated and (across := self._periods_across(now[0])):
            first, last = (a1(_row_of(now[0]), cell.column) for cell in (across[0], across[-1]))
            return {"figures": f"{first}:{last}", "periods": str(across[0].row)}
        own = self._period()
        if len(now) > 1 or (now and own is None):
            return None
        found = {when: self._place(one) for when, one in [*dated, *((own, one) for one in now)]}
        whole = len(found) == len(dated) + len(now) and None not in found.values()
        return {"figures": found} if found and whole else None

    def _place(self, one: Labelled) -> str | None:
        """The one cell of a figure, blank or not."""
        if one.says:
            return one.one.ref if one.one is not None else None
        return a1(one.label.row, end_of(self.grid, one.label) + 1)

    def _period_in(self, label: Cell) -> str | None:
        """The whole period that a label names beside its role: `Actual Q3 2018/19`."""
        when = find_period(label.text, self.words.starts)
        return when.period.words if when is not None and when.period is not None else None

    def _periods_across(self, figures: Labelled) -> list[Cell]:
        """The periods above the figures, a row of nothing else, each above a cell of figures."""
        row_of_figures = _row_of(figures)
        for row in range(row_of_figures - 1, self.area.block.first_row - 1, -1):
            cells = self.area.row(row)
            if cells and exact(cells[0], self.words) is Role.PERIOD:
                cells = cells[1:]
            if cells and all(names_time(cell, self.words) for cell in cells):
                columns = {cell.column for cell in cells}
                fits = all(cell.column in columns for cell in figures.says)
                return cells if fits and cells[0].column > figures.label.column else []
        return []

    def _period(self) -> str | None:
        """The one period of a card: its own, else the sheet's."""
        said = [one.one for one in self._labelled if one.role is Role.PERIOD]
        timed = [cell for cell in said if cell is not None and names_time(cell, self.words)]
        own = {cell.text or _dated(cell) for cell in timed}
        if len(own) == 1:
            return own.pop()
        period = self.title.period if self.title is not None else None
        return period.words if period is not None and not own else None


def may_name(cell: Cell, words: HeadingWords) -> bool:
    """Whether a text beside the label of names is one: no label, period or figure."""
    if not cell.text or is_value(cell) or exact(cell, words) is not None:
        return False
    return parse_period(cell.value, words.starts) is None


def names_time(cell: Cell, words: HeadingWords) -> bool:
    """Whether a cell names a period, if maybe without its year, and nothing else."""
    if isinstance(cell.value, bool):
        return False
    when = parse_period(cell.value, words.starts)
    return when is not None and (when.period is not None or when.lacks_only_its_year)


def _role_of(one: Labelled) -> Role:
    """The role of a label by what it says: an aim may be the target or which way is good."""
    if one.role not in _AIMS or one.one is None:
        return one.role
    if is_figure(one.one):
        return Role.TARGET
    return Role.POLARITY if parse_polarity(one.one.text, one.one.font) is not None else one.role


def _row_of(one: Labelled) -> int:
    return one.says[0].row if one.says else one.label.row


def _dated(cell: Cell) -> str:
    when = parse_period(cell.value) if not isinstance(cell.value, bool) else None
    return when.period.words if when is not None and when.period is not None else ""
