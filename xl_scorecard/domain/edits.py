"""What to write into a workbook, as plain data that a file writer or Excel itself carries out.

A writer is a function `apply(workbook, edits)` over its own kind of workbook. Whatever field it
does not carry out stands in its list NOT_CARRIED, by the path from `Edits`: `sheets.cells.link`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from xl_scorecard.domain.cell_ref import a1

USUAL_SIZE, USUAL_TEXT = 10.0, "#1F2A30"
"""Size and colour of the text on sheets of ours where a style does not say."""


@dataclass(frozen=True)
class Style:
    """How a cell looks; `like` takes the look of another cell of the sheet as its start."""

    like: tuple[int, int] | None = None
    number_format: str = "General"
    bold: bool = False
    italic: bool = False
    size: float | None = None
    text: str | None = None
    fill: str | None = None
    align: str | None = None
    wrap: bool = False
    shrink: bool = False
    border: bool = False


class CellEdit(NamedTuple):
    """A value, or a formula (no equals sign) with its computed value, for an empty cell."""

    row: int
    column: int
    value: float | str | None = None
    formula: str | None = None
    style: Style = Style()
    link: str | None = None


@dataclass(frozen=True)
class Shade:
    """A conditional format: shades `reference` wherever `formula` holds for its first cell."""

    reference: str
    formula: str
    fill: str
    text: str


@dataclass(frozen=True)
class Sparkline:
    """A small line in a cell, over a range of the same sheet."""

    row: int
    column: int
    source: str


@dataclass(frozen=True)
class OwnedBlock:
    """A range that is ours afterwards; `kinds` says what its columns hold, from left to right."""

    reference: str
    kinds: tuple[str, ...] = ()


@dataclass
class SheetEdit:
    """Additions to a sheet that is there; `blocks` are the ranges we own afterwards."""

    sheet: str
    cells: list[CellEdit] = field(default_factory=list)
    merges: list[str] = field(default_factory=list)
    shades: list[Shade] = field(default_factory=list)
    sparklines: list[Sparkline] = field(default_factory=list)
    widths: dict[int, float] = field(default_factory=dict)
    blocks: list[OwnedBlock] = field(default_factory=list)


@dataclass(frozen=True)
class Series:
    """One line or set of bars, every part of it a range of cells.

    `label` stands before the number on a bar, `text` is the colour of both. What is `faint` is
    thin and dotted: it stands beside what the chart is about. What is not
    `named` is in no legend: a line above the charts says what it is. Of what has a `mark` (diamond,
    triangle, square) only that is drawn, over the points of a line. `dash` is how a faint line is
    broken, where not by dots.
    """

    name: str
    categories: str
    values: str
    colour: str
    text: str | None = None
    dashed: bool = False
    faint: bool = False
    named: bool = True
    mark: str | None = None
    dash: str | None = None
    label: str | None = None


@dataclass(frozen=True)
class Columns:
    """Columns behind the lines of a chart, every part of them a range of cells."""

    name: str
    categories: str
    values: str
    colour: str


NO_FIGURE = "#N/A"
"""What stands in a cell behind a chart that has no figure: charts leave a gap there."""
CHART_NAME = "Scorecard "
"""How the names of our charts begin."""


@dataclass(frozen=True)
class Chart:
    """A chart tied to cells; `row` and `column` are its top left corner, moved right by `offset`.

    Sizes are in pixels. `title` is words, or a cell such as `'Summary'!$K$2`. `kind` is "bar"
    (stacked, across), "line", "column" or "stacked" (columns). What stands `behind` are columns on
    an axis of their own, where the program that draws it can. `most` is where the axis ends,
    `least` where it begins, `below` how far it is moved down.
    """

    kind: str
    title: str
    alternative_text: str
    series: tuple[Series, ...]
    row: int
    column: int
    width: int
    height: int
    offset: int = 0
    number_format: str = "General"
    behind: tuple[Columns, ...] = ()
    most: float | None = None
    least: float | None = None
    below: int = 0

    @property
    def name(self) -> str:
        """How a chart of ours is called, and known again: by where it stands."""
        return f"{CHART_NAME}{a1(self.row, self.column)} {self.offset}"


@dataclass(frozen=True)
class OwnTable:
    """Cells of a sheet of ours marked up as a table, the first row its headings.

    The headings are texts, no two alike. `name` is what it is called where it is new and the name
    is free: else the next free one, `ScorecardIndicators2`. One that is there keeps its name, its
    id and those of its columns, so that what was built on it goes on.
    """

    name: str
    reference: str


@dataclass(frozen=True)
class Choice:
    """A drop-down list: each cell of `reference` takes one of the `words`, or stays blank."""

    reference: str
    words: tuple[str, ...]


@dataclass
class NewSheet:
    """A sheet of ours: cells, conditional formats, charts and its set-up for the printer.

    `size` is that of letters where a style does not say.
    In the cells of `ignore_inconsistent` and `ignore_text_numbers` Excel shows no green triangle
    for a formula unlike its neighbours', or for a number kept as text.
    """

    key: str
    name: str
    cells: list[CellEdit] = field(default_factory=list)
    shades: list[Shade] = field(default_factory=list)
    charts: list[Chart] = field(default_factory=list)
    widths: dict[int, float] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    repeat_rows: tuple[int, int] | None = None
    print_area: str | None = None
    landscape: bool = False
    size: float = USUAL_SIZE
    freeze_row: int | None = None
    freeze_column: int | None = None
    page_breaks: list[int] = field(default_factory=list)
    table: OwnTable | None = None
    choices: list[Choice] = field(default_factory=list)
    ignore_inconsistent: str | None = None
    ignore_text_numbers: str | None = None


@dataclass
class Edits:
    """Everything one refresh adds to a workbook.

    `published` are the sheets whose columns of ours are about another period and stay.
    """

    sheets: list[SheetEdit] = field(default_factory=list)
    new_sheets: list[NewSheet] = field(default_factory=list)
    published: list[str] = field(default_factory=list)


TABLE_STYLE = "TableStyleLight1"
"""The look of a table of ours that is new: the faintest there is, as its cells have their own."""
LINE_COLOUR = "#D5DADD"
"""Thin lines: around cells whose style has a border, and in charts."""


def says(column: str, word: str) -> str:
    """A condition: the cell of this row in a column says a word.

    Free of relative references, which Excel takes from the selected cell when a macro adds a rule.
    """
    quoted = word.replace('"', '""')
    return f'INDEX(${column}:${column},ROW())="{quoted}"'
