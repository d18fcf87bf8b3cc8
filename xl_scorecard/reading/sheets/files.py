"""Opening a file as a workbook, or saying in one line why it is none."""

from __future__ import annotations

import stat
from pathlib import Path

from xl_scorecard.errors import WorkbookError
from xl_scorecard.opc.package import Package
from xl_scorecard.opc.seal import open_seal
from xl_scorecard.reading.sheets.suffixes import OTHER_SUFFIXES

_COMPOUND_FILE = bytes.fromhex("D0CF11E0A1B11AE1")
_MOST_ENCRYPTED = 256 << 20
_SAVE_AS = "open it in Excel and save it as an Excel Workbook (.xlsx) or, with macros, .xlsm"


def open_package(path: Path, password: str | None = None, *, at_once: bool = False) -> Package:
    """The package of a workbook file; raises WorkbookError with the contract's kinds.

    `password` opens an encrypted one. One that is read `at_once` is let go of: others may write it.
    """
    name = path.name
    refuse_other_than_file(path)
    try:
        with path.open("rb") as stream:
            head = stream.read(4096)
            if head.startswith(_COMPOUND_FILE):
                return _compound(name, head + stream.read(_MOST_ENCRYPTED), password)
    except OSError as cause:
        reason = cause.strerror or str(cause)
        raise WorkbookError("unreadable", f"{name}: cannot be opened ({reason})") from None
    if not head:
        raise WorkbookError("unreadable", f"{name}: is empty; put the workbook back from a copy")
    if not head.startswith(b"PK"):
        raise _not_a_zip(name, path.suffix.lower(), head)
    package = Package.open(path, at_once=at_once)
    if package.has("mimetype") or package.has("content.xml"):
        package.close()
        raise WorkbookError("unsupported_format", f"{name}: is an OpenDocument file; {_SAVE_AS}")
    return package


def refuse_other_than_file(path: Path) -> None:
    """Raise WorkbookError (unreadable) for what is no regular file: opening a pipe could wait for
    ever, a device never end."""
    try:
        mode = path.stat().st_mode
    except OSError as cause:
        reason = cause.strerror or str(cause)
        raise WorkbookError("unreadable", f"{path.name}: cannot be opened ({reason})") from None
    if not stat.S_ISREG(mode):
        what = "a folder" if stat.S_ISDIR(mode) else "a pipe or a device"
        raise WorkbookError(
            "unreadable", f"{path.name}: is {what} and not a file; name a workbook file"
        )


def _compound(name: str, data: bytes, password: str | None) -> Package:
    """A workbook in the wrapper that a password gives it; the rest are old binary ones."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        if password is not None:
            return Package.unsealed(open_seal(data, password, name), name)
        raise WorkbookError(
            "encrypted",
            f"{name}: needs a password to open; name a file that holds it with --password-from, or "
            "take it off in Excel (File, Info, Protect Workbook), refresh, and set it again",
        )
    raise WorkbookError("unsupported_format", f"{name}: is in the old .xls format; {_SAVE_AS}")


def _not_a_zip(name: str, suffix: str, head: bytes) -> WorkbookError:
    text = head.lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if suffix in (".gsheet", ".url", ".webloc") or text.startswith((b"{", b"[internetshortcut]")):
        what = "is a shortcut to a sheet on the web, not the sheet; download it as .xlsx"
        return WorkbookError("unsupported_format", f"{name}: {what}")
    if text.startswith(b"<") or suffix in OTHER_SUFFIXES:
        return WorkbookError("unsupported_format", f"{name}: is not an .xlsx file; {_SAVE_AS}")
    return WorkbookError(
        "unreadable", f"{name}: is not an Excel workbook, or is damaged from its first byte on"
    )
