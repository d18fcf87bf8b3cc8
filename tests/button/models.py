"""A plain model of a workbook, and a workbook file read into it by openpyxl."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openpyxl.formula.translate import Translator
from openpyxl.utils import get_column_letter, range_boundaries

from tests.support.readers import opened

Area = tuple[int, int, int, int]
Place = tuple[int, int]
USUAL_HEIGHT = 15.0
USUAL_WIDTH = 64 / 7  # characters, of 7 pixels each
POINTS_A_CHARACTER = 5.25
_EMU_A_POINT = 12_700
_REFERENCE = re.compile(r"=?(?P<sheet>'(?:[^']|'')+'|[^'!]+)!(?P<area>[$A-Z0-9:]+)$")


@dataclass
class Cell:
    """What a cell holds: a constant, or a formula that begins with an equals sign."""

    value: object = None
    formula: str | None = None
    number_format: str = "General"
    link: str | None = None
    fill: str | None = None

    @property
    def content(self) -> object:
        """The formula, else the constant."""
        return self.value if self.formula is None else self.formula


@dataclass(frozen=True)
class Shade:
    """A conditional format over one area; the formula is that of the area's first cell."""

    area: Area
    formula: str
    fill: str | None = None
    font: str | None = None

    def over(self, area: Area) -> Shade:
        """The same format over a part of its area, its formula moved along."""
        moved = translated(f"={self.formula}", self.area[:2], area[:2])[1:]
        return Shade(area, moved, self.fill, self.font)


@dataclass(frozen=True)
class Box:
    """Where something floats, in points from the top left corner of the sheet."""

    left: float
    top: float
    width: float
    height: float
    name: str = ""
    type: str = "auto_shape"


@dataclass
class Series:
    """References such as `Summary!L73:P73`; the name may be words or nothing."""

    values: str
    categories: str | None = None
    name: str | None = None


@dataclass
class Chart:
    """A chart as far as figures go; a title that is a reference to a cell reads `=Summary!K73`.

    It begins at a row, or so many points below the top of the sheet; a file says where it floats.
    """

    kind: str
    series: list[Series] = field(default_factory=list)
    title: str | None = None
    name: str | None = None
    row: int | None = None
    top: float | None = None
    box: Box | None = None


@dataclass
class Sheet:
    """A worksheet; `looks` are fills, fonts and alignments in the order they were given.

    Widths are in characters, as in a file; heights are in points.
    """

    name: str
    cells: dict[Place, Cell] = field(default_factory=dict)
    shades: list[Shade] = field(default_factory=list)
    charts: list[Chart] = field(default_factory=list)
    merges: set[Area] = field(default_factory=set)
    widths: dict[int, float] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    looks: list[tuple[Area, str, object]] = field(default_factory=list)
    tables: dict[str, Area] = field(default_factory=dict)
    choices: dict[Place, tuple[str, ...]] = field(default_factory=dict)
    """The words that a cell's drop-down list offers."""
    pictures: list[Box] = field(default_factory=list)
    shapes: list[Box] = field(default_factory=list)
    criteria: dict[str, set[int]] = field(default_factory=dict)
    """By table, the columns that it is filtered by; it hides rows as long as there are any."""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    visible: bool | int = True
    gridlines: bool = True
    print_area: str | None = None
    frozen: str | None = None

    def cell(self, row: int, column: int) -> Cell:
        """The cell at a place, made if need be."""
        return self.cells.setdefault((row, column), Cell())

    @property
    def used(self) -> Area | None:
        """From the first cell that holds anything or looks like something to the last."""
        if not self.cells:
            return None
        rows, columns = zip(*self.cells, strict=True)
        return min(rows), min(columns), max(rows), max(columns)

    def width(self, column: int) -> float:
        """A column's width in characters; 0 if hidden."""
        return 0.0 if column in self.hidden_columns else self.widths.get(column, USUAL_WIDTH)

    def height(self, row: int) -> float:
        """A row's height in points; 0 if hidden."""
        return 0.0 if row in self.hidden_rows else self.heights.get(row, USUAL_HEIGHT)

    def left(self, column: int) -> float:
        """Where a column begins, in points."""
        return sum(self.width(c) for c in range(1, column)) * POINTS_A_CHARACTER

    def top(self, row: int) -> float:
        """Where a row begins, in points."""
        return sum(self.height(r) for r in range(1, row))

    def row_of(self, chart: Chart) -> int:
        """The row in which a chart begins."""
        if chart.row is not None:
            return chart.row
        row, left = 1, chart.top or 0.0
        while left >= self.heights.get(row, USUAL_HEIGHT) - 0.5:
            left -= self.heights.get(row, USUAL_HEIGHT)
            row += 1
        return row

    @property
    def filled(self) -> dict[Place, Cell]:
        """The cells that hold something."""
        return {at: cell for at, cell in self.cells.items() if cell.content is not None}


@dataclass
class Book:
    """A workbook: sheets in tab order, and names with what they refer to."""

    name: str
    sheets: list[Sheet] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    active: int = 0
    selection: str = "A1"

    def __getitem__(self, name: str) -> Sheet:
        return next(sheet for sheet in self.sheets if sheet.name == name)

    @property
    def sheet_names(self) -> list[str]:
        """The sheets' names in tab order."""
        return [sheet.name for sheet in self.sheets]


def area_of(reference: str) -> Area:
    """Rows and columns of `B2:C5`: top, left, bottom, right."""
    left, top, right, bottom = range_boundaries(reference.replace("$", ""))
    assert None not in (left, top, right, bottom), f"{reference} is no block of cells"
    return top, left, bottom, right


def reference_of(area: Area) -> str:
    """`B2:C5`, or `B2` for a single cell."""
    top, left, bottom, right = area
    first = f"{get_column_letter(left)}{top}"
    last = f"{get_column_letter(right)}{bottom}"
    return first if first == last else f"{first}:{last}"


def plain(reference: str) -> str:
    """A reference to cells of a sheet without quotes and dollars, so that two ways agree.

    A name that holds a text stays as it is.
    """
    if reference.removeprefix("=").startswith('"'):
        return reference.removeprefix("=")
    sheet, area = split(reference)
    return f"{sheet}!{area}"


def split(reference: str) -> tuple[str, str]:
    """Sheet and cells of a reference to cells of a sheet."""
    match = _REFERENCE.match(reference)
    assert match is not None, f"{reference} is no reference to cells of a sheet"
    sheet = match["sheet"]
    if sheet.startswith("'"):
        sheet = sheet[1:-1].replace("''", "'")
    return sheet, match["area"].replace("$", "")


def places(area: Area) -> Iterator[Place]:
    """Every cell of an area."""
    top, left, bottom, right = area
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            yield row, column


def translated(formula: str, origin: tuple[int, ...], target: tuple[int, ...]) -> str:
    """A formula as it reads when it is filled from one cell to another."""
    if origin == target:
        return formula
    first, second = (reference_of((*at, *at)) for at in (origin, target))  # type: ignore[arg-type]
    moved: str = Translator(formula, origin=first).translate_formula(second)
    return moved


def read_book(path: Path) -> Book:
    """The model of a workbook file."""
    found = opened(path, formulas=True)
    book = Book(path.name, active=found.sheetnames.index(found.active.title))
    book.sheets = [_sheet(sheet) for sheet in found.worksheets]
    for name, defined in found.defined_names.items():
        book.names[name] = defined.attr_text
    view = found.active.sheet_view
    if view is not None and view.selection:
        book.selection = view.selection[0].sqref or "A1"
    return book


def _sheet(found: Any) -> Sheet:
    sheet = Sheet(found.title, visible=found.sheet_state == "visible")
    for row in found.iter_rows():
        for read in row:
            if read.value is not None or read.has_style:
                sheet.cells[read.row, read.column] = _cell(read)
    for formats in found.conditional_formatting:
        areas = [area_of(str(part)) for part in str(formats.sqref).split()]
        for rule in formats.rules:
            whole = _shade(areas[0], rule)
            sheet.shades += [
                whole.over(area) if rule.type == "expression" else _shade(area, rule)
                for area in areas
            ]
    sheet.merges = {area_of(str(merged)) for merged in found.merged_cells.ranges}
    sheet.tables = {table.name: area_of(table.ref) for table in found.tables.values()}
    for each in found.data_validations.dataValidation:
        words = tuple(str(each.formula1).strip('"').split(","))
        for area in str(each.sqref).split():
            sheet.choices.update(dict.fromkeys(places(area_of(area)), words))
    _size(sheet, found)
    sheet.charts = [_chart(chart, _box(sheet, chart.anchor)) for chart in found._charts]
    sheet.pictures = [_box(sheet, image.anchor) for image in found._images]
    sheet.gridlines = bool(found.sheet_view.showGridLines in (None, True))
    return sheet


def _size(sheet: Sheet, found: Any) -> None:
    """Note how wide and high columns and rows are."""
    for dimension in found.column_dimensions.values():
        for column in range(dimension.min or 1, (dimension.max or 0) + 1):
            sheet.widths[column] = dimension.width
            if dimension.hidden:
                sheet.hidden_columns.add(column)
    for row, dimension in found.row_dimensions.items():
        if dimension.height is not None:
            sheet.heights[row] = dimension.height
        if dimension.hidden:
            sheet.hidden_rows.add(row)


def _cell(read: Any) -> Cell:
    value = read.value
    fill = read.fill.fgColor.rgb if read.has_style and read.fill.fill_type == "solid" else None
    cell = Cell(number_format=read.number_format, fill=_colour(fill))
    if read.data_type == "f":
        text = value if isinstance(value, str) else f"={value.text.removeprefix('=')}"
        cell.formula = text.replace("_xlfn.", "")  # a file's own way to name a newer function
    elif isinstance(value, int) and not isinstance(value, bool):
        cell.value = float(value)
    elif value != "":  # an empty text shows as an empty cell does
        cell.value = value
    if read.hyperlink is not None:
        cell.link = read.hyperlink.location or read.hyperlink.target
    return cell


def _shade(area: Area, rule: Any) -> Shade:
    look = rule.dxf
    fill = look.fill.bgColor.rgb if look is not None and look.fill is not None else None
    font = look.font.color if look is not None and look.font is not None else None
    formula = rule.formula[0] if rule.type == "expression" else f"{rule.type}{rule.formula}"
    return Shade(area, formula, _colour(fill), _colour(font.rgb if font is not None else None))


def _colour(argb: object) -> str | None:
    return f"#{argb[-6:].upper()}" if isinstance(argb, str) else None


def _box(sheet: Sheet, anchor: Any) -> Box:
    """Where an anchor of a file puts something on a sheet whose widths and heights are known."""
    left, top = _corner(sheet, anchor._from)
    end = getattr(anchor, "to", None)
    if end is not None:
        right, bottom = _corner(sheet, end)
        return Box(left, top, right - left, bottom - top)
    return Box(left, top, anchor.ext.width / _EMU_A_POINT, anchor.ext.height / _EMU_A_POINT)


def _corner(sheet: Sheet, marker: Any) -> tuple[float, float]:
    return (
        sheet.left(marker.col + 1) + marker.colOff / _EMU_A_POINT,
        sheet.top(marker.row + 1) + marker.rowOff / _EMU_A_POINT,
    )


def _chart(found: Any, box: Box) -> Chart:
    front = found._charts[-1]  # of two kinds over each other what is drawn last
    bars = getattr(front, "barDir", None)
    kind = front.tagname.removesuffix("Chart")
    if bars is not None:
        kind = ("column" if bars == "col" else "bar") + f" {front.grouping}"
    series = [Series(plain(s.val.numRef.f), _source(s.cat), _source(s.tx)) for s in front.series]
    text = found.title.tx if found.title is not None else None
    if text is not None and text.strRef is not None:
        title = f"={plain(text.strRef.f)}"
    elif text is not None:
        runs = [run for line in text.rich.p for run in line.r or ()]
        title = "".join(run.t for run in runs)
    else:
        title = None
    return Chart(kind, series, title, row=found.anchor._from.row + 1, box=box)


def _source(found: Any) -> str | None:
    """The reference of a series' name or categories."""
    for attribute in ("strRef", "numRef"):
        source = getattr(found, attribute, None)
        if source is not None:
            return plain(source.f)
    return getattr(found, "v", None)
