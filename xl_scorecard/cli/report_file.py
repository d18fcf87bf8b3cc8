"""Files that a command writes beside workbooks: reports and drafts, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from xl_scorecard.batch.copies import is_overview
from xl_scorecard.batch.find import identity, is_file, is_folder
from xl_scorecard.errors import UsageError
from xl_scorecard.reading.sheets.suffixes import OTHER_SUFFIXES, WORKBOOK_SUFFIXES
from xl_scorecard.rule_files.based_on import RULE_SUFFIXES
from xl_scorecard.stores.at_hand import at_hand
from xl_scorecard.stores.places import StorePath
from xl_scorecard.writing.swap import put_bytes

OVERVIEW = "--overview"
"""The option whose report is a workbook."""
_WORKBOOK_BEGINNINGS = (b"PK\x03\x04", bytes.fromhex("D0CF11E0A1B11AE1"))


def refuse_places(wanted: Mapping[str, Path], inputs: Iterable[Path]) -> None:
    """Raise UsageError where an option names a place that no report may be written to.

    That is a workbook, a rule set, one of the `inputs`, a folder, or what another option names.
    """
    there = {identity(path): path for path in inputs}
    taken: dict[object, str] = {}
    for option, file in wanted.items():
        if isinstance(file, StorePath):
            from xl_scorecard.stores.store import need_bucket

            need_bucket(file)
        why = _why_no_overview(file) if option == OVERVIEW else _why_not(file)
        same = identity(file)
        if same in there:
            why = f"is a file of this run ({there[same]}); name one of its own"
        elif same in taken:
            why = f"is named by {taken[same]} too; name two files"
        if why is not None:
            raise UsageError(f"{option} {file}: {why}; nothing was done")
        taken[same] = option


def _why_not(file: Path) -> str | None:
    suffix = file.suffix.lower()
    if is_folder(file):
        return "is a folder; name a file in it"
    if suffix in WORKBOOK_SUFFIXES | OTHER_SUFFIXES or _begins_as_workbook(file):
        return "is a workbook; name another file"
    if suffix in RULE_SUFFIXES:
        return "is named as rule sets are; name another file"
    if not _may_hold(file.parent):
        return "its folder is not there"
    return None


def _why_no_overview(file: Path) -> str | None:
    if is_folder(file):
        return "is a folder; name a file in it"
    if file.suffix.lower() != ".xlsx":
        return "is a workbook to be; give it a name that ends in .xlsx"
    if _there(file) and not is_overview(file):
        return "is there already and is no overview of ours; name another file"
    return None if _may_hold(file.parent) else "its folder is not there"


def _may_hold(folder: Path) -> bool:
    """Whether a file may be written in a folder; those of a store come with their files."""
    return isinstance(folder, StorePath) or is_folder(folder)


def _there(file: Path) -> bool:
    return is_file(file) if isinstance(file, StorePath) else os.path.lexists(file)


def _begins_as_workbook(file: Path) -> bool:
    try:
        if not is_file(file):
            return False
        with at_hand(file) as here, here.open("rb") as stream:
            return stream.read(8).startswith(_WORKBOOK_BEGINNINGS)
    except OSError:
        return False


def write_report(option: str, file: Path, report: str | bytes) -> None:
    """Write a report in the place of an earlier one; raises OSError that names the file, or
    WorkbookError where a store does not take it."""
    data = report.encode("utf-8", "backslashreplace") if isinstance(report, str) else report
    if isinstance(file, StorePath):
        from xl_scorecard.stores.store import put_data

        put_data(file, data)
        return
    try:
        if file.exists() and not file.is_file():  # a device or a pipe
            with file.open("wb") as stream:
                stream.write(data)
        else:
            put_bytes(file, data)
    except OSError as cause:
        raise OSError(cause.errno, cause.strerror, f"{option} {file}") from None
