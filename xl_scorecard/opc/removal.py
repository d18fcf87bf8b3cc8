"""Taking out a part together with what it alone led to."""

from __future__ import annotations

from collections.abc import Collection

from xl_scorecard.opc.package import Package


def remove_with_inner(package: Package, part: str, types: Collection[str] | None = None) -> None:
    """Take out a part and the parts that it leads to, each unless something else leads to it.

    Where content `types` are named, no part of another type goes.
    """
    if not package.has(part) or (types is not None and package.type_of(part) not in types):
        return
    inner = [r.target for r in package.relationships(part) if not r.external]
    if package.remove(part):
        for target in inner:
            remove_with_inner(package, target, types)
