"""Rows that stand together for one indicator: its figure, and the targets and counts beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from xl_scorecard.domain.grid import Grid
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.period_words import tidy
from xl_scorecard.domain.polarity_words import parse_polarity
from xl_scorecard.domain.scorecard import IndicatorRow, Role, Table
from xl_scorecard.reading.rows.names import Names
from xl_scorecard.reading.rows.row_of_year import EARLIER, RowYears
from xl_scorecard.reading.rows.shares import parts_by_label
from xl_scorecard.reading.rows.sums import Known
from xl_scorecard.reading.words.headings import exact_role, says_count, says_share
from xl_scorecard.reading.words.row_names import (
    aimed_at,
    is_control_limit,
    is_earlier,
    part_named,
    says_kind,
)

_OTHER_KINDS = frozenset(
    (Role.TARGET, Role.NUMERATOR, Role.DENOMINATOR, Role.BENCHMARK, Role.RAG, Role.TRAVEL,
     Role.CHANGE, Role.COMMENT, Role.THRESHOLD, Role.TOLERANCE, Role.RANK)
)  # fmt: skip
_MAY_SAY_KINDS = (Role.OTHER, Role.UNIT, Role.BASIS, Role.SECTION)


@dataclass(frozen=True)
class Together:
    """The rows that share one name: the row that has it, and of each row what it is.

    `figures` are the rows of figures with what tells them apart; `others` is by row which kind
    each further row is; `column` is where the rows say so. `by_place` says that this is no kind of
    figure: it is a site, a team, an age group.
    """

    first: int
    column: int
    figures: Mapping[int, str]
    others: Mapping[int, str]
    by_place: bool = False

    @property
    def target(self) -> int | None:
        """The row of targets."""
        return self.of_kind(Role.TARGET)

    def of_kind(self, role: Role) -> int | None:
        """The row that holds something beside the figure."""
        return next((row for row, kind in self.others.items() if kind == role), None)


def rows_together(table: Table, known: Known) -> dict[int, Together]:
    """By row, the rows it shares its name with, where they say what each of them is."""
    years = RowYears(table)
    for column in _may_say_kinds(table):
        told = (_told_apart(rows, column, table, years) for rows in _sharing(table, column))
        found = [group for group in told if group is not None]
        if found:
            together = (group for group in found if not _are_apart(group, table, known))
            return {row: group for group in together for row in (*group.figures, *group.others)}
    return {}


def _are_apart(together: Together, table: Table, known: Known) -> bool:
    """Whether rows in several units, of which the first alone has a name, are no one indicator's:
    a rule is about that name, and none about it in a unit."""
    if not _is_of_units(table, together.column) or len(together.figures) < 2:
        return False
    reference, name, _ = Names(table).of(together.first)
    apart = (f"{name}: {unit}" for unit in together.figures.values() if unit)
    return known(reference, name) and not any(known("", of_a_unit) for of_a_unit in apart)


def _may_say_kinds(table: Table) -> Iterator[int]:
    """The columns between names and figures that may say what each row is."""
    names, figures = table.first(Role.INDICATOR), table.first(Role.OUTTURN)
    if names is None or figures is None or table.by_role(Role.PERIOD):
        return
    roles = {c.index: c.role for c in table.columns}
    for column in range(names.index + 1, figures.index):
        if roles.get(column, Role.OTHER) in _MAY_SAY_KINDS:
            yield column


def _sharing(table: Table, column: int) -> Iterator[list[int]]:
    """Runs of rows with one name that have a text of their own in a column."""
    grid, names = table.grid, table.first(Role.INDICATOR)
    assert names is not None  # asked for before
    # two indicators of one name may stand in two sections; what has no name is of the one above
    named_again = column not in {c.index for c in table.by_role(Role.SECTION)}
    roles = {c.index: c.role for c in table.columns}
    apart = [
        (index, roles.get(index) is Role.SECTION)
        for index in {*range(1, names.index), *(c.index for c in table.by_role(Role.SECTION))}
        if roles.get(index, Role.OTHER) in (Role.OTHER, Role.SECTION)
    ]
    run: list[int] = []
    for row in range(table.header_row + 1, grid.last_row + 1):
        says = grid.cell(row, column)
        if says is None or not says.text:
            yield run
            run = []
            continue
        name = grid.cell(row, names.index)
        if run and name is None:
            goes_on = not _is_set_apart(table, column, run[0], row)
        else:
            again = named_again and run and name is not None
            goes_on = bool(again) and _goes_on(grid, row, run[0], names.index, apart)
        if goes_on:
            run.append(row)
        else:
            yield run
            run = [row] if name is not None else []
    yield run


def _is_set_apart(table: Table, said: int, first: int, row: int) -> bool:
    """Whether a row without a name has another section or reference than one above it: it is an
    indicator that lost its name. What stands in the column that says kinds or places says those."""
    columns = {c.index for role in (Role.SECTION, Role.REFERENCE) for c in table.by_role(role)}
    pairs = [[_value(table.grid, r, column) for r in (first, row)] for column in columns - {said}]
    return any(own is not None and own != of_first for of_first, own in pairs)


def _value(grid: Grid, row: int, column: int) -> object:
    cell = grid.cell(row, column)
    return cell.value if cell is not None else None


def _goes_on(
    grid: Grid, row: int, first: int, name: int, apart: Sequence[tuple[int, bool]]
) -> bool:
    """Whether a row has the name of another, and nothing before it says another section, team or
    site; what has digits and is no section is each row's own number."""
    if not _same(grid, row, first, (name,)):
        return False
    for column, is_section in apart:
        said = [_value(grid, at, column) for at in (row, first)]
        words = [tidy(text) for text in said if isinstance(text, str)]
        numbered = not is_section and any(ch.isdigit() for ch in "".join(words))
        if len(set(words)) > 1 and not numbered:
            return False
    return True


def _same(grid: Grid, row: int, other: int, columns: Sequence[int]) -> bool:
    return all(_value(grid, row, column) == _value(grid, other, column) for column in columns)


def _told_apart(rows: list[int], column: int, table: Table, years: RowYears) -> Together | None:
    """What each of several rows is; one of them, or each, is a figure."""
    said = {row: table.grid.cells[row, column].text for row in rows}
    if len(rows) < 2 or len({tidy(text) for text in said.values()}) < len(rows):
        return None
    kinds = {row: _kind(text) or years.kind_of(text) for row, text in said.items()}
    kinds |= parts_by_label(said, kinds, table)
    others = _beside_figures(kinds, table)
    if _is_of_units(table, column) and any(_is_judged(table, row) for row in others):
        return None  # an indicator that lost its name, in another unit than the one above it
    figures = {row: text for row, text in said.items() if row not in others}
    if others:
        figures = _the_figure(figures, [row for row in figures if kinds[row] is not None])
    by_place = not any(kinds.values())
    return Together(rows[0], column, figures, others, by_place) if figures else None


def _is_of_units(table: Table, column: int) -> bool:
    return column in {c.index for c in table.by_role(Role.UNIT)}


def _is_judged(table: Table, row: int) -> bool:
    """Whether a row says that high or low is good, as no count beside a figure does."""
    cells = (table.grid.cell(row, column.index) for column in table.by_role(Role.POLARITY))
    ways = {parse_polarity(cell.text, cell.font) for cell in cells if cell is not None}
    return not ways <= {None, Polarity.NEITHER}


def _beside_figures(kinds: Mapping[int, str | None], table: Table) -> dict[int, str]:
    """The rows that hold something beside a figure; beside a percentage, a count is its top, but
    for one with a target of its own."""
    kinds = dict(kinds)
    shares = [row for row, kind in kinds.items() if kind == "share"]
    for row, kind in kinds.items() if shares else ():
        if kind == "count" and not _has_own_target(table, row, shares):
            kinds[row] = Role.NUMERATOR.value
    return {r: kind for r, kind in kinds.items() if kind not in (None, "share", "count", "figure")}


def _has_own_target(table: Table, row: int, shares: Sequence[int]) -> bool:
    """Whether a row has a target that is not the one of a share's row typed again."""
    grid, columns = table.grid, [c.index for c in table.by_role(Role.TARGET)]
    return any(_value(grid, row, column) is not None for column in columns) and not any(
        _same(grid, row, share, columns) for share in shares
    )


def _the_figure(figures: dict[int, str], sure: list[int]) -> dict[int, str]:
    """The one figure beside its targets and counts needs nothing to tell it apart: the row that
    says it is one, or that has the council's own name."""
    if len(sure) == 1:
        return {sure[0]: ""}
    return dict.fromkeys(figures, "") if len(figures) == 1 else figures


def _kind(text: str) -> str | None:
    """What a row says it is: a figure of some sort, or the role of something beside one."""
    if is_earlier(text):
        return EARLIER
    if says_share(text):
        return "share"
    if says_count(text):
        return "count"
    role = exact_role(text)
    if role is Role.OUTTURN:
        return "figure"
    if (part := part_named(text)) is not None:
        return part.value
    return role.value if role in _OTHER_KINDS else kind_beside(text)


def kind_beside(name: str) -> str | None:
    """What a row named like this says of the indicator above it: `Target`, `UCL`, `England`."""
    role = exact_role(name)
    if role in _OTHER_KINDS and says_kind(name, role):
        return role.value
    if is_earlier(name):
        return EARLIER
    return "control limit" if is_control_limit(name) else None


def names_figure(name: str) -> bool:
    """Whether a row named like this holds the figure of what the heading above it names."""
    return _kind(name) in ("share", "figure")


def target_of(name: str, rows: Sequence[IndicatorRow]) -> int | None:
    """Which of some indicators `Target % answered` is the target of."""
    aim = aimed_at(name)
    if aim is None:
        return None
    of = _words(aim)
    found = (place for place, row in enumerate(rows) if _words(tidy(row.name)) == of)
    return next(found, None)


def _words(name: str) -> list[str]:
    return re.sub(r"[-:()]", " ", name).split()


def one_of(together: Together, row: int, shared: IndicatorRow) -> IndicatorRow:
    """The indicator in one of the rows that share a name: the only figure, or one of several,
    which are told apart by what stands beside the name."""
    apart = together.figures[row]
    if apart and together.by_place:
        section = shared.section or apart
        return replace(shared, dimension=apart, section=section, name_column=together.column)
    if apart:
        name = f"{shared.name}: {apart}"
        return replace(shared, reference="", name=name, name_column=together.column)
    return replace(
        shared,
        name_row=together.first,
        target_row=together.target,
        numerator_row=together.of_kind(Role.NUMERATOR),
        denominator_row=together.of_kind(Role.DENOMINATOR),
        rag_row=together.of_kind(Role.RAG),
    )
