"""A closed workbook file: opened, refreshed or cleared in memory, swapped in whole."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from xl_scorecard.dependants import refuse_in_use, refuse_sliced
from xl_scorecard.domain.acceptance import Answers
from xl_scorecard.domain.edits import Edits, NewSheet
from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.styles import Styles
from xl_scorecard.ooxml.table_uses import forget_table
from xl_scorecard.ooxml.workbook import Sheet, Workbook
from xl_scorecard.opc.package import Package
from xl_scorecard.reading.sheets.file_sheets import FileSheets
from xl_scorecard.reading.sheets.files import open_package, refuse_other_than_file
from xl_scorecard.reading.sheets.sources import SheetSource, read_once
from xl_scorecard.writing.accepted import answers_in
from xl_scorecard.writing.apply import ClosedWorkbook, apply
from xl_scorecard.writing.carry import Carried, carry, refuse_lost
from xl_scorecard.writing.fingerprint import (
    Content,
    Written,
    content_of,
    drop_fingerprint,
    fingerprint,
    save_fingerprint,
)
from xl_scorecard.writing.guards import refuse_open, refuse_protected, refuse_signed, unsign
from xl_scorecard.writing.held import Held
from xl_scorecard.writing.outputs import StandingOutput
from xl_scorecard.writing.own_sheets import sheets_of_ours
from xl_scorecard.writing.swap import Stamp, held, stamp_of, write_whole
from xl_scorecard.writing.take_out import TakenOut, leave, owned_sheets, take_out


@dataclass(frozen=True)
class Leave:
    """What may be done all the same: writing to protected sheets, taking a signature out, writing
    over an output that was changed since, clearing cells that formulas of the officers look at."""

    through_protection: bool = False
    allow_unsign: bool = False
    overwrite: bool = False
    in_use: bool = False


@dataclass(frozen=True)
class OpenedFile:
    """A workbook file in memory; one with an `output` is to be written there."""

    path: Path
    output: Path | None
    package: Package
    read_at: Stamp | None
    leave: Leave = Leave()
    standing: StandingOutput | None = None
    """What stands in the output's place, where that is not the workbook itself."""

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

    def refuse_in_use(self, workbook: Workbook, own: Iterable[Sheet], taken: TakenOut) -> None:
        """Raise WorkbookError (in_use) where formulas that stay, or what is built on our table,
        look at what was taken out.

        Only in place: else the workbook that was read still has it.
        """
        assert self.output is not None
        refuse_sliced(workbook, taken.tables.values())
        if not self.leave.in_use and self.output.resolve() == self.path.resolve():
            refuse_in_use(workbook, own, taken.former, taken.tables.values())

    def carried(
        self, workbook: Workbook, held: Sequence[Held], styles: Styles, new: Sequence[NewSheet]
    ) -> Carried:
        """The sheets of ours to be drawn anew: those that are held, or where officers put something
        on those of the output that stands there, these, brought into the workbook.

        Raises WorkbookError (edited) where that is not to be had.
        """
        standing = self.standing
        if standing is None or standing.package is None:
            return Carried(held)
        return carry(standing, workbook, held, styles, new, overwrite=self.leave.overwrite)

    def refuse_lost(self, workbook: Workbook, held: Sequence[Held]) -> list[str]:
        """Raise WorkbookError (edited) where officers put something on sheets of ours in the output
        that stands there, and a cleared workbook would take its place; says what goes where that
        is meant."""
        standing = self.standing
        if standing is None or standing.package is None:
            return []
        lost = refuse_lost(standing, workbook, held, overwrite=self.leave.overwrite)
        return [lost] if lost else []

    def answers(self) -> Answers:
        """What officers answered to findings, in the workbook or in the output that stands there,
        which is carried over into the new one."""
        own = answers_in(Workbook(self.package))
        standing = self.standing
        if standing is None or standing.package is None or (own and self.leave.overwrite):
            return own
        try:
            return {**own, **answers_in(Workbook(standing.package))}
        except WorkbookError:  # to carry it over says what would be lost
            return own

    def put(self, workbook: Workbook, content: Callable[[], Content]) -> bool:
        """Put the workbook in the output's place; says whether it differs from what was read.

        Raises WorkbookError (edited) where somebody worked in what stands there.
        """
        assert self.output is not None
        assert self.read_at is not None
        standing = self.standing
        if standing is not None and not self.leave.overwrite:
            standing.refuse_edited(Written(workbook, content()))
        return write_whole(
            self.output,
            self.package.save,
            source=self.path,
            read_at=self.read_at,
            close_source=self._close,
            target_at=standing.read_at if standing is not None else None,
        )

    def _close(self) -> None:
        """Let go of the files: Windows replaces none that is open."""
        self.package.close()
        if self.standing is not None and self.standing.package is not None:
            self.standing.package.close()


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
    refuse_other_than_file(path)
    refuse_open(path)
    read_at = stamp_of(path)
    in_place = os.path.realpath(output) == os.path.realpath(path)
    with (
        held(path) if in_place else nullcontext(),
        ExitStack() as beside,
        open_package(path, password) as package,
    ):
        standing = None
        if not in_place:
            standing = _standing_output(output, path.name, password, beside)
        yield OpenedFile(path, output, package, read_at, leave, standing)


def _standing_output(
    output: Path, name: str, password: str | None, opened: ExitStack
) -> StandingOutput | None:
    """What stands where a workbook of a name is to be written, open until `opened` is closed.

    Raises WorkbookError (locked) where somebody has it open in Excel or LibreOffice.
    """
    refuse_open(output, f"{name}: its output {output}")
    if not output.exists():
        return None
    read_at = stamp_of(output)
    try:
        package = opened.enter_context(open_package(output, password))
        Workbook(package)
    except WorkbookError:
        return StandingOutput(output, name, read_at, None)
    return StandingOutput(output, name, read_at, package)


class FileHost:
    """A closed workbook as a host: what an earlier run left is taken out before it is read.

    A file to be written is refused at once where it is signed. `recalculate` has LibreOffice
    compute the formulas to be read.
    """

    def __init__(self, file: OpenedFile, *, recalculate: bool = False) -> None:
        self._file = file
        self._recalculate = recalculate
        self.path = file.path
        self.output = file.output
        self.answers = file.answers()
        self._begin()
        self.former = self._taken_out.former
        self.lost: list[str] = []
        """What is said of officers' work on our sheets that an overwritten output held."""

    def _begin(self, published: Sequence[str] = ()) -> None:
        """Take out what an earlier run left, but for our columns on sheets that were published."""
        if self.output is not None:
            self._file.refuse_signed()
        self._workbook = Workbook(self._file.package)
        self.there = self._workbook.worksheets
        """The worksheets, those of ours among them."""
        drop_fingerprint(self._workbook)
        self._taken_out = take_out(self._workbook, published)

    @property
    def taken(self) -> Sequence[str]:
        """The names of the sheets that stay, but for those of ours that are drawn anew."""
        names = [sheet.name for sheet in self._workbook.sheets]
        return [name for name in names if name not in self._taken_out.held_names]

    @contextmanager
    def sheets(self) -> Iterator[SheetSource]:
        """The worksheets to read, each once."""
        if not self._recalculate:
            yield read_once(FileSheets(self._workbook, self._taken_out.held_names))
            return
        from xl_scorecard.reading.sheets.recalculate import RecalculatedSheets

        with RecalculatedSheets(self._workbook, self._taken_out.held_names) as computed:
            yield read_once(computed)

    def refuse(self, sheets: Iterable[str]) -> None:
        """Raise WorkbookError (protected) where these sheets, or the structure, are protected."""
        self._file.refuse_protected(self._workbook, sheets)

    def write(self, edits: Edits) -> bool:
        """Write the edits, and the whole file; says whether it differs from what was read."""
        source = content_of(self._workbook, self._taken_out.held_names)
        if edits.published:  # now that it is known where something was
            self._file.package.revert()
            self._begin(edits.published)
        taken = self._taken_out
        closed = ClosedWorkbook(
            self._workbook, taken.held, taken.published, self._carried, taken.tables
        )
        apply(closed, edits)
        touched = {edit.sheet for edit in edits.sheets} | set(edits.published)
        written = source.with_new(self._workbook, touched)
        save_fingerprint(self._workbook, fingerprint(written, source, self.path.name))
        return self._file.put(self._workbook, lambda: written)

    def _carried(self, styles: Styles, new: Sequence[NewSheet]) -> Carried:
        carried = self._file.carried(self._workbook, self._taken_out.held, styles, new)
        self.lost = [carried.lost] if carried.lost else []
        return carried


@dataclass(frozen=True)
class Cleared:
    """Whether anything of ours was there, and what is said of the sheets that stay."""

    anything: bool
    kept: list[str]


def clear(file: OpenedFile) -> Cleared:
    """Take out of a file all that is ours; a sheet of ours that holds something of theirs stays."""
    workbook = Workbook(file.package)
    sheets = owned_sheets(workbook)
    held: list[Held] = []
    if sheets:
        file.refuse_signed()
        file.refuse_protected(workbook, sheets)
        drop_fingerprint(workbook)
        own = [workbook.sheet(name) for name in sheets_of_ours(workbook).values()]
        taken = take_out(workbook)
        file.refuse_in_use(workbook, own, taken)
        for table in taken.tables.values():
            forget_table(workbook, table.name)
        held = taken.held
    lost = file.refuse_lost(workbook, held)
    kept = [*leave(workbook, held), *lost]
    if sheets and (shown := workbook.show_a_tab()) is not None:
        kept.append(f"sheet {shown} is no longer hidden: a workbook must show one")
    file.put(workbook, lambda: content_of(workbook, ()))
    return Cleared(bool(sheets), kept)
