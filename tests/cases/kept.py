"""What a workbook file says, cell by cell and part by part, read without openpyxl or ours.

openpyxl cannot open some of the cases, and what it cannot open must be kept all the same.
"""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from tests.fuzz.links import missing
from tests.support.paths import SHARED

KEEP = SHARED / "cases" / "keep"
RULE_FILES = SHARED / "cases" / "rules"
MISLEADING = (
    "name-moved-to-users-sheet", "name-over-whole-sheet", "record-blanks-bad", "record-blocks-bad",
    "record-cols-not-xml", "record-rels-to-sheet1", "record-rels-to-users-sheet2",
    "record-texts-null",
)  # fmt: skip
"""Refreshed before; since then the names or the record of ours were made to mislead."""
_SAYING = ("v", "f", "is")


def cells(contents: dict[str, bytes]) -> dict[tuple[str, str], bytes]:
    """Each cell that holds something, with its type and look, by part and reference."""
    found = {}
    for part, content in contents.items():
        if "/worksheets/sheet" not in part or not part.endswith(".xml"):
            continue
        for cell in etree.fromstring(content).iter("{*}c"):
            if any(etree.QName(item).localname in _SAYING for item in cell):
                found[part, cell.get("r") or ""] = _canonical(cell)
    return found


def same_part(before: bytes, after: bytes) -> bool:
    """Whether two parts say the same, whichever way they are written."""
    if before == after:
        return True
    return _canonical(etree.fromstring(before)) == _canonical(etree.fromstring(after))


def only_grew(before: bytes, after: bytes) -> bool:
    """Whether the tables of a styles part begin as they did: formats of ours may stay behind."""
    old, new = _tables(before), _tables(after)
    return list(old) == [name for name in new if name in old] and all(
        new[name][: len(items)] == items for name, items in old.items()
    )


def _tables(styles: bytes) -> dict[str, list[bytes]]:
    return {
        etree.QName(table).localname: [_canonical(item) for item in table]
        for table in etree.fromstring(styles)
    }


def missing_parts(path: Path) -> set[str]:
    """The names that a workbook speaks of and has no part for."""
    return missing(path.read_bytes())


def _canonical(element: etree._Element) -> bytes:
    return bytes(etree.tostring(element, method="c14n", exclusive=True, with_tail=False))
