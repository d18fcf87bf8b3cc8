"""The styles part of a workbook that has none: brought along, and taken out again."""

from __future__ import annotations

import posixpath

from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.opc.package import OUR_ID

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_MARK_URI = "{0C4E7B52-3D3B-4B0E-9B57-2F6A2E0E6C11}"
_TABLES = (
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
)


def ensure_styles(workbook: Workbook, mark: str) -> str:
    """The workbook's styles part, the smallest sound one if it has none.

    That one carries `mark`, a namespace of ours. Raises WorkbookError where the workbook says that
    it has one, and it is not there: of two that are said, others take the first.
    """
    found = workbook.related("styles")
    if found is not None:
        return found
    package, flavour = workbook.package, workbook.flavour
    for relation in package.relationships(workbook.part):
        if relation.kind == "styles":
            raise WorkbookError(
                "unreadable",
                f"{package.name}: its part {relation.target} is missing; open and save it in Excel",
            )
    folder = posixpath.dirname(workbook.part)
    part = posixpath.join(folder, "styles.xml")
    if not package.is_free(part):
        part = package.free_name(posixpath.join(folder, "styles{}.xml"))
    xml = (
        f'<styleSheet xmlns="{flavour.main}">{_TABLES}<extLst><ext uri="{_MARK_URI}">'
        f'<styles xmlns="{mark}"/></ext></extLst></styleSheet>'
    )
    package.add(part, xml.encode(), _TYPE)
    package.relate(workbook.part, f"{flavour.relations}/styles", part)
    return part


def remove_styles(workbook: Workbook, mark: str) -> None:
    """Take out the styles part that we brought, unless somebody saved the workbook since.

    Whoever saves it numbers the relationships anew, and has then styled cells of his own by it.
    """
    package = workbook.package
    for relation in package.relationships(workbook.part):
        if (
            relation.kind == "styles"
            and relation.id.startswith(OUR_ID)
            and package.has(relation.target)
            and f'"{mark}"'.encode() in package.read(relation.target)
        ):
            package.unrelate(workbook.part, relation.id)
            package.remove(relation.target)
