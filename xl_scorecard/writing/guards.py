"""Reasons not to write into a workbook, looked for before anything is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.cells import locks_cells
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.opc.package import Package
from xl_scorecard.opc.removal import remove_with_inner
from xl_scorecard.opc.xml import child


def unsign(package: Package) -> None:
    """Take out the document signature, which any change would void, and its certificates."""
    for relation in package.relationships(""):
        if relation.kind == "origin":
            package.unrelate("", relation.id)
            remove_with_inner(package, relation.target)


def refuse_signed(package: Package) -> None:
    """Raise WorkbookError (signed) where a document signature would be voided by any change."""
    if any(r.kind == "origin" for r in package.relationships("")):
        raise WorkbookError(
            "signed",
            f"{package.name}: is digitally signed and any change voids the signature; work on an "
            "unsigned copy, or add --allow-unsign and sign it again afterwards",
        )


def refuse_protected(workbook: Workbook, sheets: Iterable[str]) -> None:
    """Raise WorkbookError (protected) where a sheet to be written or the structure is protected."""
    package = workbook.package
    parts = [f"sheet {name}" for name in dict.fromkeys(sheets) if _protected(workbook, name)]
    if workbook.structure_protected:
        parts.append("the workbook structure")
    if parts:
        verb = "is" if len(parts) == 1 else "are"
        raise WorkbookError(
            "protected",
            f"{package.name}: {' and '.join(parts)} {verb} protected; unprotect in Excel under "
            "Review, or add --through-protection to write and leave the protection as it is",
        )


def _protected(workbook: Workbook, name: str) -> bool:
    root = workbook.package.root(workbook.sheet(name).part)
    protection = child(root, "sheetProtection")
    return protection is not None and locks_cells(protection)


def owner_names(name: str) -> tuple[str, ...]:
    """What the files are called that Excel and LibreOffice put beside a workbook that is open."""
    return f"~${name}", f"~${name[2:]}", f".~lock.{name}#"


def refuse_open(path: Path, what: str | None = None) -> None:
    """Raise WorkbookError (locked) where Excel's owner file or LibreOffice's lock beside it says
    that somebody has it open. `what` it is called in the message is its name, if not said."""
    for name in owner_names(path.name):
        owner = path.with_name(name)
        if _there(owner):
            program, holder = (
                ("Excel", _holder) if name.startswith("~$") else ("LibreOffice", _lock_holder)
            )
            raise WorkbookError(
                "locked",
                f"{what or f'{path.name}:'} is open in {program}{holder(owner)}; save and close it "
                f"there, then run again; if nobody has it open, delete {name}",
            )


def _there(owner: Path) -> bool:
    """Whether a file is there; one whose name is too long for the volume is not."""
    try:
        return owner.is_file()
    except OSError:
        return False


def _lock_holder(lock: Path) -> str:
    """Who has the workbook open, as LibreOffice's lock says: fields with commas between."""
    try:
        fields = lock.read_bytes()[:500].decode("utf-8", "replace").split(",")
    except OSError:
        return ""
    name = next((field.strip() for field in fields[:2] if field.strip()), "")
    return f" by {name}" if name.isprintable() and name else ""


def _holder(owner: Path) -> str:
    """Who has the workbook open, as the owner file says: a length byte and a name."""
    try:
        data = owner.read_bytes()[:55]
    except OSError:
        return ""
    if not data or data[0] > 54:
        return ""
    name = data[1 : 1 + data[0]].decode("cp1252", "replace").strip()
    return f" by {name}" if name.isprintable() and name else ""
