"""How parts are named: where links lead, where they are kept, which names are spoken for."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Protocol
from urllib.parse import unquote

from xl_scorecard.errors import WorkbookError
from xl_scorecard.opc.xml import Element, local

TYPES = "[Content_Types].xml"
_RELATIONSHIPS = ".rels"


class Parts(Protocol):
    """What holds parts."""

    @property
    def part_names(self) -> list[str]:
        """Every part."""

    def root(self, part: str) -> Element:
        """A part's parsed XML."""


def relationships_part(part: str) -> str:
    """Where a part's relationships are kept."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}{_RELATIONSHIPS}")


def source_of(relationships: str) -> str:
    """The part whose relationships are kept in a part; "" is the package itself."""
    folder, name = posixpath.split(relationships)
    return posixpath.join(posixpath.dirname(folder), name[: -len(_RELATIONSHIPS)])


def resolved(source: str, target: str) -> str:
    """A relationship's target as a part name, whichever way it was written.

    What leads above the root of the package stays at its root, as LibreOffice writes it.
    """
    target = target.replace("\\", "/").partition("#")[0]
    folder = "" if target.startswith("/") else posixpath.dirname(source)
    return posixpath.normpath(f"/{posixpath.join(folder, target.lstrip('/'))}").lstrip("/")


def linked(parts: Parts) -> set[str]:
    """Every name that a relationship leads to, whether a part has it or not, in lower case."""
    return {target.lower() for target in _targets(parts)}


def mentioned(parts: Parts) -> set[str]:
    """Every name that a new part must not take, in lower case.

    That of a part, of what a relationship leads to, of the source of relationships, or of what has
    a content type of its own: whoever mentions a name would take the new part for his own.
    """
    names = {name.lower() for name in parts.part_names}
    names |= {source_of(name) for name in names if name.endswith(_RELATIONSHIPS)}
    names |= linked(parts)
    for item in parts.root(TYPES):
        names.add((item.get("PartName") or "").replace("\\", "/").lstrip("/").lower())
    return names


def _targets(parts: Parts) -> Iterator[str]:
    """Where each relationship inside the package leads, percent signs undone as well."""
    for kept in parts.part_names:
        if not kept.lower().endswith(_RELATIONSHIPS):
            continue
        try:
            root = parts.root(kept)
        except WorkbookError:
            continue  # what nobody can read leads nowhere
        for item in root:
            if local(item) == "Relationship" and item.get("TargetMode") != "External":
                target = resolved(source_of(kept), item.get("Target") or "")
                yield target
                if "%" in target:
                    yield unquote(target)
