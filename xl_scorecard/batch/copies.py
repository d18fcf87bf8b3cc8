"""Outputs of ours among the workbooks of a folder, beside the workbooks they were made from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from xl_scorecard.batch.find import Found
from xl_scorecard.domain.ours import OVERVIEW_NAME, ROLL_UP_NAME
from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.reading.sheets.files import open_package
from xl_scorecard.reading.sheets.suffixes import WORKBOOK_SUFFIXES
from xl_scorecard.stores.at_hand import at_hand
from xl_scorecard.writing.fingerprint import (
    Fingerprint,
    content_of,
    found_fingerprint,
    name_digest,
    source_digest,
)
from xl_scorecard.writing.web_copy import is_web_copy


@dataclass(frozen=True)
class Copy:
    """A workbook that we wrote, and the one it was made from."""

    copy: Found
    source: Found


def without_copies(
    found: list[Found], tell: Callable[[Copy], None], tell_other: Callable[[Path, str], None]
) -> list[Found]:
    """The workbooks without overviews, copies for the web, and copies of ours of others among them.

    A copy is known by the name and the content of what it was made from. One that was named itself
    stays, and so does one whose source was written into: it could be either.
    """
    if len(found) < 2:
        return found
    looked_at = {item.path: _looked_at(item) for item in found}
    others = [item for item in found if looked_at[item.path][1] and not item.named]
    for item in others:
        tell_other(item.path, looked_at[item.path][1])
    found = [item for item in found if item not in others]
    made = {path: kept for path, (kept, _) in looked_at.items() if kept is not None}
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


def is_overview(path: Path) -> bool:
    """Whether a file is a workbook that `--overview` wrote."""
    return _is_named(path, OVERVIEW_NAME)


def is_roll_up(path: Path) -> bool:
    """Whether a file is the total of others that `roll-up` wrote."""
    return _is_named(path, ROLL_UP_NAME)


def _is_named(path: Path, name: str) -> bool:
    with _opened(path) as (_, workbook):
        return workbook is not None and (name, None) in workbook.names()


def _other_of_ours(path: Path, workbook: Workbook) -> str:
    if (OVERVIEW_NAME, None) in workbook.names():
        return "an overview of scorecards"
    return "a copy for the web" if is_web_copy(path) else ""


def _looked_at(item: Found) -> tuple[Fingerprint | None, str]:
    """The fingerprint in a workbook, and what it is where it is no scorecard but of ours."""
    with _opened(item.path) as (here, workbook):
        if workbook is None:
            return None, ""
        return found_fingerprint(workbook), _other_of_ours(here, workbook)


def _source_digest_of(item: Found) -> str | None:
    with _opened(item.path) as (_, workbook):
        return None if workbook is None else source_digest(content_of(workbook, ()))


@contextmanager
def _opened(path: Path) -> Iterator[tuple[Path, Workbook | None]]:
    """A workbook, and where it is at hand; None where it cannot be read, which the run will say."""
    with ExitStack() as opened:
        here, workbook = path, None
        with suppress(WorkbookError, OSError):
            if path.suffix.lower() in WORKBOOK_SUFFIXES:
                here = opened.enter_context(at_hand(path))
                workbook = Workbook(opened.enter_context(open_package(here)))
        yield here, workbook
