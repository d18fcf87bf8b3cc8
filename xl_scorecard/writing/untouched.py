"""Whether a sheet of ours is as we left it, to the byte: then nothing on it is theirs."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from xl_scorecard.ooxml.workbook import Sheet, Workbook
from xl_scorecard.opc.package import Package
from xl_scorecard.opc.part_names import relationships_part
from xl_scorecard.writing.held import PRINT_AREA, PRINT_TITLES

_ORDER = ("ratings", "summary", "indicators", "checks")


def part_digest(package: Package, part: str) -> str:
    """A digest of a part and of all that it leads to."""
    hashed = hashlib.sha256()
    waiting, seen = [part], {part.lower()}
    while waiting:
        name = waiting.pop()
        for held in (name, relationships_part(name)):
            if package.has(held):
                hashed.update(package.read(held))
        for relation in package.relationships(name):
            if not relation.external and relation.target.lower() not in seen:
                seen.add(relation.target.lower())
                waiting.append(relation.target)
    return hashed.hexdigest()


def are_untouched(workbook: Workbook, own: Mapping[str, Sheet], digests: Mapping[str, str]) -> bool:
    """Whether all sheets of ours are as we left them, the last tabs in our order."""
    in_order = [own[key].name for key in _ORDER if key in own]
    if [sheet.name for sheet in workbook.sheets[-len(own) :]] != in_order:
        return False
    positions = {sheet.position for sheet in own.values()}
    scoped = [name for (name, at) in workbook.names() if at in positions]
    return set(scoped) <= {PRINT_AREA, PRINT_TITLES} and all(
        not sheet.hidden and digests.get(key) == part_digest(workbook.package, sheet.part)
        for key, sheet in own.items()
    )
