"""What a run found, held against what was put in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tests.checks_bench.book import Book
from tests.checks_bench.kinds import Fault, Kind
from tests.checks_bench.page import place

Finding = dict[str, Any]


@dataclass(frozen=True)
class Verdict:
    """Of one seed: `found`, or None where the fault could not be put in; what else was said."""

    seed: int
    kind: str
    found: bool | None
    what: str = ""
    of_it: tuple[Finding, ...] = ()
    alarms: tuple[Finding, ...] = ()
    clean_alarms: tuple[Finding, ...] = ()
    error: str = ""


def weighty(findings: Iterable[Finding]) -> list[Finding]:
    """Errors and warnings."""
    return [finding for finding in findings if finding["severity"] in ("error", "warning")]


def stands(finding: Finding, where: str) -> bool:
    """Whether a finding is at a place: a cell, `row:7`, `column:K`, `anywhere`."""
    if where == "anywhere":
        return True
    cell = finding["cell"]
    if not cell:
        return False
    first = str(cell).split(":")[0]
    if where.startswith("row:"):
        return place(first)[0] == int(where[4:])
    if where.startswith("column:"):
        return first.rstrip("0123456789") == where[7:]
    return first == where


def hits(kind: Kind, fault: Fault, book: Book, finding: Finding) -> bool:
    """Whether a finding is the one that is due."""
    if finding["check"] not in kind.slugs:
        return False
    if "anywhere" in fault.cells:
        return True
    sheet = fault.sheet or book.sheet
    return finding["sheet"] == sheet and any(stands(finding, where) for where in fault.cells)


def told(finding: Finding, kind: Kind, fault: Fault, book: Book) -> bool:
    """Whether a further finding is true of what was put in, or the same on the sheet before."""
    if finding["check"] in kind.slugs and finding["sheet"] != book.sheet and book.earlier:
        return True
    return any(check == finding["check"] and stands(finding, where) for check, where in fault.also)


def new_findings(found: list[Finding], before: list[Finding]) -> list[Finding]:
    """Those that were not there in the clean book, by check and message-free place."""
    known = Counter((one["check"], one["sheet"], one["cell"]) for one in before)
    fresh = []
    for one in found:
        key = one["check"], one["sheet"], one["cell"]
        if known[key]:
            known[key] -= 1
        else:
            fresh.append(one)
    return fresh
