"""A closed workbook file: opened, refreshed or cleared in memory, swapped in whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from xl_scorecard.domain.edits import Edits
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.opc.package import Package
from xl_scorecard.reading.sheets.files import open_package
from xl_scorecard.reading.sheets.sources import FileSheets, SheetSource, read_once
from xl_scorecard.writing.apply import ClosedWorkbook, apply
from xl_scorecard.writing.guards import refuse_open, refuse_protected, refuse_signed, unsign
from xl_scorecard.writing.swap import Stamp, held, stamp_of, write_whole
from xl_scorecard.writing.take_out import leave, owned_sheets, take_out


@dataclass(frozen=True)
class Leave:
    """What may be done all the same: writing to protected sheets, taking a signature out."""

    through_protection: bool = False
    allow_unsign: bool = False


@dataclass(frozen=True)
class OpenedFile:
    """A workbook file in memory; one with an `output` is to be written there."""

    path: Path
    output: Path | None
    package: Package
    read_at: Stamp | None
    leave: Leave = Leave()

    def refuse_signed(self) -> None:
        """Raise WorkbookError (signed) where that stands in the way, or take the signature out."""
        if self.leave.allow_unsign:
            unsign(self.package)
        else:
            refuse_signed(self.package)

    def refuse_protected(self, workbook: Workbook, sheets: Iterable[str]) -> None:
        """Raise WorkbookError (protected) where that stands in the way of sheets to be written."""
        if not self.leave.through_protection:
            refuse_protected(workbook, sheets)

    def put(self) -> bool:
        """Put the package in the output's place; says whether it differs from what was read."""
        assert self.output is not None
        assert self.read_at is not None
        return write_whole(
            self.output,
            self.package.save,
            source=self.path,
            read_at=self.read_at,
            close_source=self.package.close,
        )


@contextmanager
def opened(
    path: Path, output: Path | None, leave: Leave, password: str | None
) -> Iterator[OpenedFile]:
    """A workbook file to be read, or with an `output` to be written.

    Then it may be open nowhere else, and one written in place is kept from other runs. Raises
    WorkbookError.
    """
    if output is None:
        with open_package(path, password) as package:
            yield OpenedFile(path, output, package, None)
        return
    refuse_open(path)
    read_at = stamp_of(path)
    in_place = output.resolve() == path.resolve()
    with held(path) if in_place else nullcontext(), open_package(path, password) as package:
        yield OpenedFile(path, output, package, read_at, leave)


class FileHost:
    """A closed workbook as a host: what an earlier run left is taken out before it is read.

    A file to be written is refused at once where it is signed. `recalculate` has LibreOffice
    compute the formulas to be read.
    """

    def __init__(self, file: OpenedFile, *, recalculate: bool = False) -> None:
        if file.output is not None:
            file.refuse_signed()
        self._file = file
        self._workbook = Workbook(file.package)
        self._recalculate = recalculate
        self.path = file.path
        self.output = file.output
        self.there = self._workbook.worksheets
        """The worksheets, those of ours among them."""
        taken = take_out(self._workbook)
        self.former = taken.former
        self._held = taken.held
        self._held_names = taken.held_names

    @property
    def taken(self) -> Sequence[str]:
        """The names of the sheets that stay, but for those of ours that are drawn anew."""
        names = [sheet.name for sheet in self._workbook.sheets]
        return [name for name in names if name not in self._held_names]

    @contextmanager
    def sheets(self) -> Iterator[SheetSource]:
        """The worksheets to read, each once."""
        if not self._recalculate:
            yield read_once(FileSheets(self._workbook, self._held_names))
            return
        from xl_scorecard.reading.sheets.recalculate import RecalculatedSheets

        with RecalculatedSheets(self._workbook, self._held_names) as computed:
            yield read_once(computed)

    def refuse(self, sheets: Iterable[str]) -> None:
        """Raise WorkbookError (protected) where these sheets, or the structure, are protected."""
        self._file.refuse_protected(self._workbook, sheets)

    def write(self, edits: Edits) -> bool:
        """Write the edits, and the whole file; says whether it differs from what was read."""
        apply(ClosedWorkbook(self._workbook, self._held), edits)
        return self._file.put()


@dataclass(frozen=True)
class Cleared:
    """Whether anything of ours was there, and what is said of the sheets that stay."""

    anything: bool
    kept: list[str]


def clear(file: OpenedFile) -> Cleared:
    """Take out of a file all that is ours; a sheet of ours that holds something of theirs stays."""
    workbook = Workbook(file.package)
    sheets = owned_sheets(workbook)
    kept: list[str] = []
    if sheets:
        file.refuse_signed()
        file.refuse_protected(workbook, sheets)
        kept = leave(workbook, take_out(workbook).held)
    file.put()
    return Cleared(bool(sheets), kept)
