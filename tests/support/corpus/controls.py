"""What acts: macros, buttons, form controls, ActiveX, embedded objects."""

from __future__ import annotations

import io
from typing import Any

from tests.support.books import More
from tests.support.corpus.add import OFFICE, SHEET, Addition, Relation, before
from tests.support.packages import parts
from tests.support.paths import EARLY_HELP

_MICROSOFT = "http://schemas.microsoft.com/office"
_COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"


def _macros(book: Any, page: Any) -> None:
    book.add_vba_project(io.BytesIO(parts(EARLY_HELP)["xl/vbaProject.bin"]), is_stream=True)
    page.insert_button("I2", {"macro": "Tidy", "caption": "Tidy", "width": 80, "height": 24})


def _checkboxes(book: Any, page: Any) -> None:
    for row, ticked in enumerate((True, False, True), 3):
        page.insert_checkbox(row, 8, ticked)


DRAWN: dict[str, More] = {"macros.xlsm": _macros, "checkboxes.xlsx": _checkboxes}


def _shape(number: int, kind: str, row: int, more: str = "") -> str:
    anchor = f"8, 0, {row}, 0, 9, 40, {row + 1}, 10"
    return (
        f'<v:shape id="_x0000_s{number}" type="#_x0000_t201" style="position:absolute" '
        f'o:insetmode="auto"><x:ClientData ObjectType="{kind}"><x:Anchor>{anchor}</x:Anchor>'
        f"{more}</x:ClientData></v:shape>"
    )


def vml(*shapes: str) -> str:
    """The drawing in the old language that controls and notes still need."""
    return (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:o="urn:schemas-microsoft-com:office:office" '
        'xmlns:x="urn:schemas-microsoft-com:office:excel">'
        '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>'
        '<v:shapetype id="_x0000_t201" coordsize="21600,21600" o:spt="201" '
        'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/></v:shapetype>'
        + "".join(shapes)
        + "</xml>"
    )


def _control(number: int, relation: str, name: str, row: int) -> str:
    """A control as Excel 2010 and later write it: with its place, for those who know that."""
    ends = "".join(
        f"<{end}><xdr:col>{column}</xdr:col><xdr:colOff>0</xdr:colOff>"
        f"<xdr:row>{line}</xdr:row><xdr:rowOff>0</xdr:rowOff></{end}>"
        for end, column, line in (("from", 8, row), ("to", 10, row + 1))
    )
    known = (
        f'<control shapeId="{number}" r:id="{relation}" name="{name}">'
        f'<controlPr defaultSize="0" autoPict="0"><anchor moveWithCells="1">{ends}'
        "</anchor></controlPr></control>"
    )
    plain = f'<control shapeId="{number}" r:id="{relation}" name="{name}"/>'
    return (
        f'<mc:AlternateContent xmlns:mc="{_COMPATIBLE}"><mc:Choice Requires="x14">{known}'
        f"</mc:Choice><mc:Fallback>{plain}</mc:Fallback></mc:AlternateContent>"
    )


_WITH_CONTROLS = (
    '<legacyDrawing r:id="rId1"/>'
    '<oleObjects><oleObject progId="Package" shapeId="1027" r:id="rId4"/></oleObjects>'
    f"<controls>{_control(1025, 'rId2', 'TickBox1', 7)}{_control(1026, 'rId3', 'List 2', 9)}"
    "</controls>"
)
_NAMESPACES = f' xmlns:x14="{_MICROSOFT}/spreadsheetml/2009/9/main" xmlns:xdr="{_DRAWING}" xmlns:r='

ADDED: dict[str, Addition] = {
    "controls.xlsx": Addition(
        parts={
            "xl/drawings/vmlDrawing1.vml": vml(
                _shape(1025, "Pict", 7, "<x:CF>Pict</x:CF><x:AutoPict/>"),
                _shape(1026, "Drop", 9, "<x:FmlaRange>$C$4:$C$6</x:FmlaRange><x:Sel>1</x:Sel>"),
                _shape(1027, "Pict", 12, "<x:CF>Pict</x:CF><x:DDE/>"),
            ),
            "xl/activeX/activeX1.xml": (
                f'<ax:ocx xmlns:ax="{_MICROSOFT}/2006/activeX" xmlns:r="{OFFICE}" '
                'ax:classid="{8BD21D40-EC42-11CE-9E0D-00AA006002F3}" '
                'ax:persistence="persistStreamInit" r:id="rId1"/>'
            ),
            "xl/activeX/activeX1.bin": bytes(range(64)),
            "xl/ctrlProps/ctrlProp1.xml": (
                f'<formControlPr xmlns="{_MICROSOFT}/spreadsheetml/2009/9/main" '
                'objectType="Drop" dropStyle="combo" dx="16" fmlaRange="$C$4:$C$6" sel="1" '
                'val="0"/>'
            ),
            "xl/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0" + bytes(508),
        },
        relations=(
            Relation(SHEET, "rId1", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
            Relation(SHEET, "rId2", "control", "../activeX/activeX1.xml"),
            Relation(SHEET, "rId3", "ctrlProp", "../ctrlProps/ctrlProp1.xml"),
            Relation(SHEET, "rId4", "oleObject", "../embeddings/oleObject1.bin"),
            Relation(
                "xl/activeX/activeX1.xml", "rId1",
                f"{_MICROSOFT}/2006/relationships/activeXControlBinary", "activeX1.bin",
            ),
        ),
        types={
            "xl/activeX/activeX1.xml": "application/vnd.ms-office.activeX+xml",
            "xl/activeX/activeX1.bin": "application/vnd.ms-office.activeX",
            "xl/ctrlProps/ctrlProp1.xml": "application/vnd.ms-excel.controlproperties+xml",
            "xl/embeddings/oleObject1.bin": (
                "application/vnd.openxmlformats-officedocument.oleObject"
            ),
        },
        defaults={"vml": "application/vnd.openxmlformats-officedocument.vmlDrawing"},
        patches={
            SHEET: lambda data: before("</worksheet>", _WITH_CONTROLS)(
                data.replace(b" xmlns:r=", _NAMESPACES.encode(), 1)
            )
        },
    ),
}  # fmt: skip
