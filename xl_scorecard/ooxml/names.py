"""SpreadsheetML's namespaces and URIs, Transitional and Strict (ECMA-376 parts 1 and 4)."""

from __future__ import annotations

from dataclasses import dataclass

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
XM = "http://schemas.microsoft.com/office/excel/2006/main"
SPARKLINES_URI = "{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"


@dataclass(frozen=True)
class Flavour:
    """One of the two sets of namespaces a workbook can be written in."""

    main: str
    relations: str
    drawing: str
    spreadsheet_drawing: str
    chart: str

    def tag(self, name: str) -> str:
        """A SpreadsheetML element name with its namespace."""
        return f"{{{self.main}}}{name}"

    @property
    def relation_id(self) -> str:
        """The `r:id` attribute's full name."""
        return f"{{{self.relations}}}id"


_ECMA = "http://schemas.openxmlformats.org"
_ISO = "http://purl.oclc.org/ooxml"
TRANSITIONAL = Flavour(
    main=f"{_ECMA}/spreadsheetml/2006/main",
    relations=f"{_ECMA}/officeDocument/2006/relationships",
    drawing=f"{_ECMA}/drawingml/2006/main",
    spreadsheet_drawing=f"{_ECMA}/drawingml/2006/spreadsheetDrawing",
    chart=f"{_ECMA}/drawingml/2006/chart",
)
STRICT = Flavour(
    main=f"{_ISO}/spreadsheetml/main",
    relations=f"{_ISO}/officeDocument/relationships",
    drawing=f"{_ISO}/drawingml/main",
    spreadsheet_drawing=f"{_ISO}/drawingml/spreadsheetDrawing",
    chart=f"{_ISO}/drawingml/chart",
)


def to_strict(xml: bytes) -> bytes:
    """A generated part with every Transitional namespace and relationship type made Strict."""
    for name in ("main", "relations", "drawing", "spreadsheet_drawing", "chart"):
        before, after = getattr(TRANSITIONAL, name), getattr(STRICT, name)
        xml = xml.replace(before.encode(), after.encode())
    return xml
