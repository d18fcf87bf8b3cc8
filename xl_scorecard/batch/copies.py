"""Outputs of ours among the workbooks of a folder, beside the workbooks they were made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from xl_scorecard.batch.find import Found
from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.reading.sheets.files import open_package
from xl_scorecard.reading.sheets.suffixes import WORKBOOK_SUFFIXES
from xl_scorecard.writing.fingerprint import (
    Fingerprint,
    content_of,
    found_fingerprint,
    name_digest,
    source_digest,
)


@dataclass(frozen=True)
class Copy:
    """A workbook that we wrote, and the one it was made from."""

    copy: Found
    source: Found


def without_copies(found: list[Found], tell: Callable[[Copy], None]) -> list[Found]:
    """The workbooks without those that are copies of ours of others among them.

    A copy is known by the name and the content of what it was made from. One that was named itself
    stays, and so does one whose source was written into: it could be either.
    """
    if len(found) < 2:
        return found
    made = {item.path: kept for item in found if (kept := _fingerprint_of(item)) is not None}
    if not made:
        return found
    sources: dict[str, list[Found]] = {}
    for item in found:
        if item.path not in made:
            sources.setdefault(name_digest(item.path.name), []).append(item)
    left = []
    for item in found:
        kept = made.get(item.path)
        source = None
        if kept is not None and not item.named:
            near = sources.get(kept.source_name, ())
            source = next((s for s in near if _source_digest_of(s) == kept.source), None)
        if source is None:
            left.append(item)
        else:
            tell(Copy(item, source))
    return left


def _fingerprint_of(item: Found) -> Fingerprint | None:
    workbook = _opened(item)
    if workbook is None:
        return None
    with workbook.package:
        return found_fingerprint(workbook)


def _source_digest_of(item: Found) -> str | None:
    workbook = _opened(item)
    if workbook is None:
        return None
    with workbook.package:
        return source_digest(content_of(workbook, ()))


def _opened(item: Found) -> Workbook | None:
    """A workbook; None where it cannot be read, which the run will say."""
    if item.path.suffix.lower() not in WORKBOOK_SUFFIXES:
        return None
    try:
        return Workbook(open_package(item.path))
    except (WorkbookError, OSError):
        return None
