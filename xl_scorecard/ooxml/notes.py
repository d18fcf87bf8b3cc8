"""Which cells of a worksheet carry a note or a comment."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.opc.package import Package

_KINDS = ("comments", "threadedComment")


def noted_cells(package: Package, sheet_part: str) -> Iterator[str]:
    """The references of the cells that carry notes or threads of comments."""
    for relation in package.relationships(sheet_part):
        if relation.kind in _KINDS and not relation.external and package.has(relation.target):
            root = package.root(relation.target)
            for note in root.iter("{*}comment", "{*}threadedComment"):
                yield note.get("ref") or ""
