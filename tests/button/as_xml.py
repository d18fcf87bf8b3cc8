"""What `Range.Value(xlRangeValueXMLSpreadsheet)` gives, written from Microsoft's documents.

`XML Spreadsheet Reference` says what the elements mean: a row or cell that follows the one before
needs no `ss:Index`; the cells that a merged block covers are left out, and what comes after them
says its number; `ss:Span` stands for further rows that look the same and hold nothing. Numbers
begin with the area's first cell. What no document says (blocks that reach over the edge of the
area) is done here as the plainest reading has it.
"""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from tests.button.models import Area, Cell, Place, Sheet, places
from tests.button.payload import Results

_HEAD = (
    '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">\n'
)


def as_xml(sheet: Sheet, area: Area, results: Results) -> str:
    """An area of a sheet; only fills are written of its looks."""
    top, left, bottom, right = area
    begun = {merged[:2]: merged for merged in sheet.merges}
    covered = {at for merged in sheet.merges for at in places(merged) if at != merged[:2]}
    fills = sorted({cell.fill for cell in sheet.cells.values() if cell.fill})
    lines = []
    for row in range(top, bottom + 1):
        cells, following = [], left
        for column in range(left, right + 1):
            at = row, column
            cell = sheet.cells.get(at)
            if at in covered or (cell is None and at not in begun):
                continue
            number = "" if column == following else f' ss:Index="{column - left + 1}"'
            merged = begun.get(at, (*at, *at))
            cells.append(f"<Cell{number}{_of(cell, at, merged, fills, sheet.name, results)}</Cell>")
            following = merged[3] + 1
        if cells:
            lines.append(f'<Row ss:Index="{row - top + 1}">{"".join(cells)}</Row>')
    styles = "".join(
        f'<Style ss:ID="s{62 + number}"><Interior ss:Color="{fill}" ss:Pattern="Solid"/></Style>'
        for number, fill in enumerate(fills)
    )
    return (
        f'{_HEAD}<Styles><Style ss:ID="Default" ss:Name="Normal"><Interior/></Style>{styles}'
        f"</Styles>\n<Worksheet ss:Name={quoteattr(sheet.name)}>"
        f'<Table ss:ExpandedColumnCount="{right - left + 1}" '
        f'ss:ExpandedRowCount="{bottom - top + 1}">\n' + "\n".join(lines) + "\n</Table>"
        "</Worksheet>\n</Workbook>\n"
    )


def _of(
    cell: Cell | None, at: Place, merged: Area, fills: list[str], name: str, results: Results
) -> str:
    """The attributes of a cell, and what it holds."""
    said = ""
    for attribute, more in (("Across", merged[3] - at[1]), ("Down", merged[2] - at[0])):
        if more:
            said += f' ss:Merge{attribute}="{more}"'
    if cell is None:
        return f"{said}>"
    if cell.fill:
        said += f' ss:StyleID="s{62 + fills.index(cell.fill)}"'
    if cell.formula is not None:
        said += f" ss:Formula={quoteattr(cell.formula)}"
    value = results.get((name, *at), cell.value)
    if value is None:
        return f"{said}>"
    kind = "Number" if isinstance(value, int | float) else "String"
    return f'{said}><Data ss:Type="{kind}">{escape(str(value))}</Data>'
