"""The calculation chain: the order of formulas, which must not name a cell without one.

Excel adds what is missing, but takes an entry for a cell without a formula as damage.
"""

from __future__ import annotations

from collections.abc import Callable

from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.opc.package import Package
from xl_scorecard.opc.xml import Element, local, whole


def prune(workbook: Workbook, gone: Callable[[int, str], bool]) -> None:
    """Take out the entries for which `gone(sheet id, reference)` holds."""
    part = workbook.related("calcChain")
    root = _chain(workbook.package, part) if part is not None else None
    if part is None or root is None:
        return
    sheet = 0
    stale: list[tuple[Element, int]] = []
    kept: list[tuple[Element, int]] = []
    for entry in root.iterchildren("{*}c"):
        sheet = whole(entry.get("i"), sheet)
        (stale if gone(sheet, entry.get("r") or "") else kept).append((entry, sheet))
    if not stale:
        return
    if not kept:
        for relation in workbook.package.relationships(workbook.part):
            if relation.kind == "calcChain":
                workbook.package.unrelate(workbook.part, relation.id)
        workbook.package.remove(part)
        return
    for entry, sheet in kept:
        entry.set("i", str(sheet))  # one without it takes that of the entry before
    for entry, _ in stale:
        root.remove(entry)
    workbook.package.touch(part)


def _chain(package: Package, part: str) -> Element | None:
    """The chain in a part; None where the link to it leads to something else.

    Nothing but taking out looks for a chain, and that must not fail where writing did not.
    """
    try:
        root = package.root(part)
    except WorkbookError as error:
        if error.kind != "unreadable":
            raise
        return None
    return root if local(root) == "calcChain" else None
