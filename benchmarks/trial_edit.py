"""Edits applied by force to the first worksheet of any workbook, scorecard or not.

    python benchmarks/trial_edit.py IN OUT [--clear]

Sets a value in an empty cell of the first worksheet, adds a conditional format and a sparkline
there, and grafts a sheet with a chart: what a refresh does, without needing a scorecard.
Protection is written through. With --clear, IN is a workbook that this script wrote, and OUT is
what is left when its edits are taken out again. Exit status 3 and one line where IN is refused.
"""

from __future__ import annotations

import sys
from collections.abc import Collection
from pathlib import Path

from xl_scorecard.domain.cell_ref import (
    MAX_COLUMN,
    a1,
    absolute,
    meet,
    parse_range,
    range_a1,
    read_range,
)
from xl_scorecard.domain.edits import (
    CellEdit,
    Chart,
    Edits,
    NewSheet,
    OwnedBlock,
    Series,
    Shade,
    SheetEdit,
    Sparkline,
    Style,
)
from xl_scorecard.domain.ours import CELLS_NAME, MARK
from xl_scorecard.domain.sheet_marks import mark_cell
from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.reading.sheets.files import open_package
from xl_scorecard.reading.sheets.grids import WorkbookReader
from xl_scorecard.writing.apply import ClosedWorkbook, apply
from xl_scorecard.writing.guards import refuse_signed
from xl_scorecard.writing.swap import stamp_of, write_whole
from xl_scorecard.writing.take_out import leave, take_out

_FIGURES = (3.0, 5.0, 4.0)


def trial_edit(source: Path, target: Path, *, clear: bool = False) -> None:
    """Apply the edits to `source`, or take them out of it; raises WorkbookError where refused."""
    read_at = stamp_of(source)
    with open_package(source) as package:
        refuse_signed(package)
        workbook = Workbook(package)
        taken = take_out(workbook)
        if clear:
            leave(workbook, taken.held)
        else:
            apply(ClosedWorkbook(workbook, taken.held), _edits(workbook, taken.held_names))
        write_whole(
            target, package.save, source=source, read_at=read_at, close_source=package.close
        )


def given_cells(edited: Path) -> list[str]:
    """The cells that the edits wrote on the first worksheet: `G1`, `H1`."""
    with open_package(edited) as package:
        for (name, _), text in Workbook(package).names().items():
            place = read_range(text) if name.startswith(CELLS_NAME) else None
            if place is not None:
                row, first, _, last = place[1]
                return [a1(row, column) for column in range(first, last + 1)]
    return []


def _edits(workbook: Workbook, held: Collection[str]) -> Edits:
    if not workbook.worksheets:
        raise WorkbookError("no_scorecard", f"{workbook.package.name}: has no worksheet")
    sheet = workbook.worksheets[0]
    row, column = _empty_pair(workbook)
    beside = a1(row, column + 1)
    edit = SheetEdit(
        sheet.name,
        cells=[
            CellEdit(row, column, 42.0, style=Style(number_format="0.0%")),
            CellEdit(row, column + 1, "=not a formula"),
        ],
        shades=[Shade(a1(row, column), f"AND({a1(row, column)}>0,{MARK})", "#B3001B", "#FFFFFF")],
        sparklines=[Sparkline(row, column + 1, f"{a1(row, column)}:{beside}")],
        widths={column: 14.0},
        blocks=[OwnedBlock(range_a1(row, column, row, column + 1))],
    )
    return Edits([edit], [_sheet_with_chart(workbook, held)])


def _empty_pair(workbook: Workbook) -> tuple[int, int]:
    """Two neighbouring empty cells right of what the first rows hold, or the first there are.

    As a refresh does, it keeps out of what formulas look over where there is room beyond.
    """
    reader = WorkbookReader(workbook)
    grid = reader.top(workbook.worksheets[0])
    used = set(grid.cells) | set(grid.styled)
    row = min((r for r, _ in used), default=1)
    column = max((c for _, c in used), default=0) + 1
    reached = reader.whole(workbook.worksheets[0]).reached_beyond(column - 1)
    while column + 1 <= MAX_COLUMN and (
        _merged(workbook, row, column)
        or any(meet(r.over, (row, column, row, column + 1)) for r in reached)
    ):
        column += 1
    if column + 1 <= MAX_COLUMN:
        return row, column
    for number in range(1, MAX_COLUMN):
        if not {(row, number), (row, number + 1)} & used and not _merged(workbook, row, number):
            return row, number
    return max((r for r, _ in used), default=0) + 1, 1


def _merged(workbook: Workbook, row: int, column: int) -> bool:
    root = workbook.package.root(workbook.worksheets[0].part)
    for merge in root.iter("{*}mergeCell"):
        try:
            top, left, bottom, right = parse_range(merge.get("ref") or "")
        except ValueError:
            continue
        if top <= row <= bottom and left <= column + 1 and column <= right:
            return True
    return False


def _sheet_with_chart(workbook: Workbook, held: Collection[str]) -> NewSheet:
    """A sheet of ours; one that stays until it is drawn anew (`held`) leaves its name to it."""
    taken = {sheet.name.casefold() for sheet in workbook.sheets if sheet.name not in held}
    name = next(n for n in (f"Trial {i}" for i in range(1, 999)) if n.casefold() not in taken)
    cells = [CellEdit(1, 1, "Quarter", style=Style(bold=True, fill="#E7EBED"))]
    for row, figure in enumerate(_FIGURES, 2):
        cells.append(CellEdit(row, 1, f"Q{row - 1}"))
        cells.append(CellEdit(row, 2, figure, style=Style(number_format="0.0")))
    cells.append(CellEdit(5, 2, sum(_FIGURES), "SUM(B2:B4)"))
    cells.append(mark_cell("summary", 3))
    series = Series(
        absolute(name, "A1"), absolute(name, "A2:A4"), absolute(name, "B2:B4"), "#1F4E79"
    )
    chart = Chart("line", "Trial", "A line of three figures", (series,), 1, 4, 400, 240)
    return NewSheet("summary", name, cells=cells, charts=[chart])


def main(arguments: list[str]) -> int:
    """Run it; returns the exit status."""
    clear = "--clear" in arguments
    paths = [Path(argument) for argument in arguments if argument != "--clear"]
    if len(paths) != 2:
        print((__doc__ or "").strip(), file=sys.stderr)
        return 2
    try:
        trial_edit(*paths, clear=clear)
    except WorkbookError as error:
        print(f"{error.kind}: {error.message}", file=sys.stderr)
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
