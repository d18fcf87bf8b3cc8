"""Formulas computed by an installed LibreOffice, in a scratch copy that is only read."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Collection
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from xl_scorecard.domain.grid import Cell, CellError, Grid
from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.reading.sheets.file_sheets import FileSheets
from xl_scorecard.reading.sheets.files import open_package
from xl_scorecard.reading.sheets.scratch import scratch_folder

NO_OFFICE = (
    "--recalculate needs LibreOffice, which was not found; install it from libreoffice.org, or "
    "open and save the workbook in Excel"
)
_PATIENCE = 300  # seconds
_GLANCE = 0.5  # seconds between two looks whether somebody interrupts
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
# Compute all on loading; no macro, no linked file; what would fetch from the web meets port 9,
# where nobody listens.
_SETTINGS = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop>
<prop oor:name="ooInetNoProxy" oor:op="fuse"><value></value></prop>
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop>
<prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
"""


def find_office() -> str | None:
    """The LibreOffice program of this machine, if there is one."""
    for name in ("soffice", "libreoffice"):
        if program := shutil.which(name):
            return program
    return next((place for place in _USUAL_PLACES if Path(place).is_file()), None)


class RecalculatedSheets:
    """The worksheets of a closed workbook, every formula with the result LibreOffice gives it.

    LibreOffice starts at the first formula met, in a folder and with settings of its own, which
    go when this is closed. The workbook itself is not changed. Raises WorkbookError where the
    formulas cannot be computed.
    """

    def __init__(self, workbook: Workbook, leave_out: Collection[str] = ()) -> None:
        self._workbook = workbook
        self._stored = FileSheets(workbook, leave_out)
        self._computed: FileSheets | None = None
        self._open = ExitStack()

    def __enter__(self) -> RecalculatedSheets:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open.close()

    @property
    def names(self) -> list[str]:
        """The worksheets' names, in tab order."""
        return self._stored.names

    def top(self, name: str) -> Grid:
        """The first rows of a sheet."""
        grid = self._stored.top(name)
        return _with_results(grid, self._results().top(name)) if _has_formula(grid) else grid

    def whole(self, name: str) -> Grid:
        """All of a sheet."""
        grid = self._stored.whole(name)
        return _with_results(grid, self._results().whole(name)) if _has_formula(grid) else grid

    def _results(self) -> FileSheets:
        if self._computed is None:
            folder = self._open.enter_context(scratch_folder())
            copy = _computed_copy(self._workbook, folder)
            package = self._open.enter_context(open_package(copy))
            self._computed = FileSheets(Workbook(package))
        return self._computed


def _has_formula(grid: Grid) -> bool:
    return any(cell.formula is not None for cell in grid.cells.values())


def _with_results(grid: Grid, computed: Grid) -> Grid:
    cells = {
        place: cell if cell.formula is None else _with_result(cell, computed.cell(*place))
        for place, cell in grid.cells.items()
    }
    return replace(grid, cells=cells)


def _with_result(cell: Cell, computed: Cell | None) -> Cell:
    """A cell with its computed result; an error replaces no stored figure.

    LibreOffice does not know every function of Excel, nor the files that formulas link to.
    """
    if computed is None or computed.value is None:
        return cell
    if isinstance(computed.value, CellError) and cell.value is not None:
        return cell
    return cell._replace(value=computed.value)


def _computed_copy(workbook: Workbook, folder: Path) -> Path:
    """A copy that LibreOffice saved with every formula computed."""
    package = workbook.package
    if package.encrypted:
        raise WorkbookError(
            "unreadable",
            f"{package.name}: is encrypted, and --recalculate would put an open copy of it on "
            "disk; open and save it in Excel instead",
        )
    program = find_office()
    if program is None:
        raise WorkbookError("unreadable", f"{package.name}: {NO_OFFICE}")
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    source = folder / f"scorecard{Path(package.name).suffix.lower()}"
    with source.open("wb") as stream:
        package.save(stream)
    _run(
        [
            program,
            "--headless",
            "--norestore",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            str(folder / "computed"),
            str(source),
        ],
        package.name,
    )
    copy = folder / "computed" / "scorecard.xlsx"
    if not copy.is_file():
        raise WorkbookError(
            "unreadable",
            f"{package.name}: LibreOffice could not compute its formulas; open and save the "
            "workbook in Excel",
        )
    return copy


def _run(command: list[str], name: str) -> None:
    """Run LibreOffice to its end; one that takes too long ends with all it started."""
    process = subprocess.Popen(  # noqa: S603 (the program found above, on a file of ours)
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        until = time.monotonic() + _PATIENCE
        while not _ended(process):
            if time.monotonic() > until:
                raise WorkbookError(
                    "unreadable",
                    f"{name}: LibreOffice did not finish within {_PATIENCE // 60} minutes; open "
                    "and save the workbook in Excel",
                )
    finally:
        _end(process)


def _ended(process: subprocess.Popen[bytes]) -> bool:
    """Wait a moment for a process to end: on Windows nothing else interrupts a longer wait."""
    try:
        process.wait(_GLANCE)
    except subprocess.TimeoutExpired:
        return False
    return True


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    if os.name == "posix":  # the program is a script: its children are in its session
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
