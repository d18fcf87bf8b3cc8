"""LibreOffice as an independent reader: it computes every formula anew."""

from __future__ import annotations

import atexit
import contextlib
import os
import signal
import subprocess
import time
from pathlib import Path
from xml.sax.saxutils import escape

from python_calamine import CalamineWorkbook

_MACRO = Path(__file__).with_name("converter.bas")
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="{name}"
 script:language="StarBasic">{source}</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
 <library:element library:name="{name}"/>
</library:library>
"""
_FOR_START, _FOR_EACH = 60, 120
"""Seconds that a session may take to begin, and for a workbook."""
_FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "pdf": "calc_pdf_Export"}


def begun(program: str, profile: Path, what: str, **settings: str) -> subprocess.Popen[bytes]:
    """A session with a profile of its own that does one thing, such as a macro."""
    return subprocess.Popen(
        [
            program,
            "--headless",
            "--norestore",
            "--nologo",
            f"-env:UserInstallation={profile.as_uri()}",
            what,
        ],
        env={**os.environ, **settings},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def ended(session: subprocess.Popen[bytes]) -> None:
    """End a session with its children: LibreOffice's own process outlives the one begun."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(session.pid, signal.SIGKILL)
    session.wait()


def with_macro(program: str, profile: Path, macro: Path) -> str:
    """Make a profile that computes whatever it loads and has a macro; returns the macro's name."""
    user, name = profile / "user", macro.stem.replace("_", "").capitalize()
    user.mkdir(parents=True, exist_ok=True)
    (user / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    session = begun(program, profile, "--terminate_after_init")  # its macros are its own
    with contextlib.suppress(subprocess.TimeoutExpired):
        session.wait(_FOR_START)
    ended(session)
    basic = user / "basic" / "Standard"
    basic.mkdir(parents=True, exist_ok=True)
    source = escape(macro.read_text("utf-8"))
    (basic / f"{name}.xba").write_text(_MODULE.format(name=name, source=source), encoding="utf-8")
    (basic / "script.xlb").write_text(_LIBRARY.format(name=name), encoding="utf-8")
    return f"Standard.{name}.Main"


class Office:
    """A LibreOffice with a profile of its own that recalculates whatever it loads.

    It is begun with the first workbook and stays to the end: starting it takes longer than most.
    """

    def __init__(self, program: str, folder: Path) -> None:
        self._program, self._folder = program, folder
        self._macro = ""
        atexit.register(self.end)
        self._session: subprocess.Popen[bytes] | None = None
        self._asked, self._results = 0, 0
        self._desk = folder

    def recalculated(self, workbook: Path) -> Path:
        """The workbook saved again as .xlsx with every formula computed anew."""
        return self.converted(workbook, "xlsx")

    def converted(self, workbook: Path, to: str) -> Path:
        """The workbook in another format, named by its extension."""
        self._results += 1
        result = self._folder / f"out{self._results}" / f"{workbook.stem}.{to}"
        result.parent.mkdir()
        said = self._answer(workbook.absolute().as_uri(), result.as_uri(), _FILTERS[to])
        assert result.exists(), f"LibreOffice did not convert {workbook}: {said}"
        return result

    def end(self) -> None:
        """End the session, if there is one."""
        if self._session is not None:
            ended(self._session)
            self._session = None

    def _answer(self, *asked: str) -> str:
        session = self._session
        if session is None or session.poll() is not None:
            session = self._begun()
        self._asked += 1
        request, answer = (self._desk / f"{what}{self._asked}" for what in ("asked", "answer"))
        beside = request.with_suffix(".new")
        beside.write_text("\n".join((*asked, "end", "")), encoding="utf-8")
        beside.rename(request)
        until = time.monotonic() + _FOR_START + _FOR_EACH
        while not answer.exists():
            if session.poll() is not None or time.monotonic() > until:
                self._session = None
                ended(session)
                return "the session ended, or went on for too long"
            time.sleep(0.01)
        return answer.read_text("utf-8")

    def _begun(self) -> subprocess.Popen[bytes]:
        profile = self._folder / "profile"
        self._macro = self._macro or with_macro(self._program, profile, _MACRO)
        self._desk = self._folder / f"desk{self._results}"
        self._desk.mkdir()
        self._asked = 0
        what = f'macro:///{self._macro}("{self._desk.as_uri()}")'
        self._session = begun(self._program, profile, what)
        return self._session


class Values:
    """The values of a workbook's cells as calamine reads them."""

    def __init__(self, path: Path) -> None:
        book = CalamineWorkbook.from_path(path)
        self._rows = {
            name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            for name in book.sheet_names
        }

    @property
    def sheets(self) -> list[str]:
        """The sheet names, in tab order."""
        return list(self._rows)

    def at(self, sheet: str, row: int, column: int) -> object:
        """A cell's value, counted from 1; "" for a blank one."""
        rows = self._rows[sheet]
        if row > len(rows) or column > len(rows[row - 1]):
            return ""
        return rows[row - 1][column - 1]

    def row(self, sheet: str, row: int) -> list[object]:
        """A row's values."""
        return list(self._rows[sheet][row - 1])

    def rows(self, sheet: str) -> list[list[object]]:
        """The values of all rows."""
        return [list(row) for row in self._rows[sheet]]

    def find(self, sheet: str, text: str) -> tuple[int, int]:
        """The first cell with a text, counted from 1."""
        for row, cells in enumerate(self._rows[sheet], 1):
            for column, value in enumerate(cells, 1):
                if value == text:
                    return row, column
        raise AssertionError(f"{sheet} has no cell {text!r}")
