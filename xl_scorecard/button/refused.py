"""Excel's refusals: what it said, for the officer; member and code, for the log."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import NamedTuple

from xl_scorecard.errors import Kind, WorkbookError

REFUSED_BY_EXCEL = ("com_error", "CommandError", "ExcelBusyError")
"""The exceptions of pywin32 (Windows), appscript (Mac) and xlwings, by name: no machine has all."""

_BUSY = (0x80010001, 0x8001010A, 0x800AC472, -1712)
"""Call rejected, retry later, ignored meanwhile (Windows); no answer in time (Mac)."""
_NOT_GRANTED = -1743
_LONGEST = 200
BUSY = (
    "Excel is busy: a cell is being edited or a dialog is open. Press Enter or Esc in Excel, close "
    "the dialog, and press again"
)
_GRANT = (
    "macOS does not let Python speak to Excel: allow it in System Settings, Privacy & Security, "
    "Automation, and press again"
)


class Refusal(NamedTuple):
    """What Excel would not do."""

    member: str
    code: int | None
    said: str

    @property
    def is_busy(self) -> bool:
        """Whether it would, were no cell being edited and no dialog open."""
        return self.code in _BUSY

    def __str__(self) -> str:
        """For the log: no words of Excel's, which may quote a cell."""
        return f"{self.member} {'no code' if self.code is None else _shown(self.code)}"


def refusal(fault: BaseException) -> Refusal | None:
    """What Excel refused, where a fault is that; None where it is another."""
    kind = type(fault).__name__
    if kind not in REFUSED_BY_EXCEL:
        return None
    if kind == "ExcelBusyError":
        return Refusal(_member(fault), _BUSY[0], "")
    if kind == "CommandError":
        code = getattr(fault, "errornumber", None)
        return Refusal(_member(fault), code, _clean(getattr(fault, "errormessage", "")))
    return Refusal(_member(fault), *_of_windows(fault.args))


def in_words(refused: Refusal) -> str:
    """What Excel said, as part of a sentence."""
    if refused.is_busy:
        return BUSY
    if refused.code == _NOT_GRANTED:
        return _GRANT
    said = refused.said or "nothing more"
    return f"Excel refused ({refused.member}) and said: {said}"


def stopped(fault: Exception, what: str, *, taken_back: bool) -> WorkbookError:
    """What is said where writing stopped on the way: at what, why, and how the workbook stands."""
    refused = refusal(fault)
    now = (
        "What had been written was taken back"
        if taken_back
        else "Not all that had been written could be taken back: look at it before you save"
    )
    if refused is None:
        return WorkbookError(
            "fault",
            f"{what}: the refresh stopped on a fault of the tool ({type(fault).__name__}). {now}. "
            "Send the log file to whoever installed the button",
        )
    kind: Kind = "locked" if refused.is_busy else "write_failed"
    return WorkbookError(kind, f"{what}: {in_words(refused)}. {now}")


def places(fault: BaseException) -> str:
    """Where in the code it happened: a whole traceback could quote a cell."""
    frames = traceback.extract_tb(fault.__traceback__)
    return " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames))


def _of_windows(args: tuple[object, ...]) -> tuple[int | None, str]:
    """Code and words of a com_error: (hresult, text, (_, source, description, _, _, scode), _)."""
    hresult, text, more = (*args, None, None, None)[:3]
    code, said = hresult, text
    if isinstance(more, tuple):
        said = more[2] if len(more) > 2 and more[2] else text
        code = more[5] if len(more) > 5 and more[5] else hresult
    return code % 2**32 if isinstance(code, int) else None, _clean(said)


def _clean(said: object) -> str:
    return " ".join(str(said or "").split())[:_LONGEST].rstrip(" .")


def _shown(code: int) -> str:
    return str(code) if code < 0 else f"0x{code:08X}"


def _member(fault: BaseException) -> str:
    """What was asked of Excel: the innermost call into xlwings, by its name."""
    frames = traceback.extract_tb(fault.__traceback__)
    inside = [frame.name for frame in frames if "xlwings" in Path(frame.filename).parts]
    named = [name for name in inside if not name.startswith("_")]
    return (named or inside or [frame.name for frame in frames] or ["unknown"])[-1]
