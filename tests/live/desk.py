"""LibreOffice as the officer's desk: it opens workbooks, edits them, recalculates and stores them.

Several workbooks go through one session. A session that hangs (a mistake in Basic opens a dialog
that nobody sees) is ended with all its processes, and the workbooks it had not stored are told.
"""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.support.office import begun, ended, with_macro

MACRO = Path(__file__).with_name("at_the_desk.bas")
FOR_START, FOR_EACH = 60, 30
"""Seconds that a session may take to begin, and for each workbook."""
UNFINISHED = "the session ended before it was stored"

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
        self._macro = with_macro(program, folder / "profile", MACRO)

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
        macro = f'macro:///{self._macro}("{listed}","{logged}")'
        # threaded calculation of LibreOffice 7.4 misses keys that are there
        session = begun(self._program, self._folder / "profile", macro, SC_FORCE_CALCULATION="core")
        with contextlib.suppress(subprocess.TimeoutExpired):
            session.wait(FOR_START + FOR_EACH * len(works))
        ended(session)
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
