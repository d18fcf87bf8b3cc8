"""LibreOffice as the officer's desk: it opens workbooks, edits them, recalculates and stores them.

Several workbooks go through one session. A session that hangs (a mistake in Basic opens a dialog
that nobody sees) is ended with all its processes, and the workbooks it had not stored are told.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

MACRO = Path(__file__).with_name("at_the_desk.bas")
FOR_START, FOR_EACH = 60, 30
"""Seconds that a session may take to begin, and for each workbook."""
UNFINISHED = "the session ended before it was stored"

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Desk"
 script:language="StarBasic">{source}</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Desk"/>
</library:library>
"""

Act = tuple[str | int | float, ...]
"""A word and what it takes, such as ("number", sheet, cell, value)."""


@dataclass(frozen=True)
class Work:
    """One workbook: the file, what is done to it, and where the result goes."""

    book: Path
    acts: tuple[Act, ...]
    result: Path

    def lines(self) -> list[str]:
        """The acts as lines of the list that the session works through."""
        acts: list[Act] = [("open", str(self.book)), *self.acts, ("store", str(self.result))]
        return ["\t".join(map(str, act)) for act in acts]


class Desk:
    """A LibreOffice with a profile of its own, which edits workbooks by a list."""

    def __init__(self, program: str, folder: Path) -> None:
        self._program, self._folder = program, folder
        user = folder / "profile" / "user"
        user.mkdir(parents=True, exist_ok=True)
        (user / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        self._session("--terminate_after_init", FOR_START)  # a new profile's macros are its own
        basic = user / "basic" / "Standard"
        basic.mkdir(parents=True, exist_ok=True)
        source = escape(MACRO.read_text("utf-8"))
        (basic / "Desk.xba").write_text(_MODULE.format(source=source), encoding="utf-8")
        (basic / "script.xlb").write_text(_LIBRARY, encoding="utf-8")

    def does(self, works: Sequence[Work]) -> dict[Path, str]:
        """Do the work in one session; what went wrong, by result that is not there.

        What a session left that hung is tried again, each workbook in a session of its own.
        """
        missing = self._done(works)
        left = [work for work in works if missing.get(work.result) == UNFINISHED]
        if len(works) > 1:
            for work in left:
                del missing[work.result]
                missing |= self._done([work])
        return missing

    def _done(self, works: Sequence[Work]) -> dict[Path, str]:
        listed, logged = self._folder / "acts.txt", self._folder / "log.txt"
        lines = [line for work in works for line in work.lines()]
        lines.append("end")  # the last line is read with its line feed
        listed.write_text("\n".join(lines) + "\n", encoding="utf-8")
        logged.unlink(missing_ok=True)
        macro = f'macro:///Standard.Desk.Main("{listed}","{logged}")'
        self._session(macro, FOR_START + FOR_EACH * len(works))
        told = {}
        if logged.exists():
            for line in logged.read_text("utf-8").splitlines():
                what, _, result = line.partition("\t")
                told[Path(result)] = what
        return {
            work.result: told.get(work.result) or UNFINISHED
            for work in works
            if told.get(work.result) or not work.result.exists()
        }

    def _session(self, what: str, seconds: float) -> None:
        command = [
            self._program,
            "--headless",
            "--norestore",
            "--nologo",
            f"-env:UserInstallation={(self._folder / 'profile').as_uri()}",
            what,
        ]
        # threaded calculation of LibreOffice 7.4 misses keys that are there
        settings = {**os.environ, "SC_FORCE_CALCULATION": "core"}
        process = subprocess.Popen(
            command,
            env=settings,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            pass
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a session with its children: LibreOffice's own process outlives the one begun."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
