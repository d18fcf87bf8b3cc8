"""What can stop us, as one clear line each.

    ScorecardError
    |- UsageError          the command was asked for something it cannot do     (exit 2)
    |- RuleSetError        a rule set is unsound; carries every mistake         (exit 2)
    +- WorkbookError       one workbook could not be processed; others go on    (exit 3)

Findings are about the officers' data; these are about us and the files.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "unreadable",
    "encrypted",
    "locked",
    "protected",
    "signed",
    "unsupported_format",
    "no_scorecard",
    "too_large",
    "write_failed",
    "in_use",
    "edited",
    "fault",
]


class ScorecardError(Exception):
    """Anything the tool says in one line instead of doing the job."""

    exit_code = 2


class UsageError(ScorecardError):
    """The command line or call asks for something that cannot be done."""


@dataclass(frozen=True)
class Mistake:
    """One mistake in a rule set: where it stands, what is wrong and how to mend it.

    Lines and columns count from 1, as editors do.
    """

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


MISTAKES_TOLD = 50
"""Of more mistakes than these the rest are counted: who has so many mends them in rounds."""


class RuleSetError(ScorecardError):
    """A rule set that cannot be used; `mistakes` holds all of them, not only the first.

    Of a file with a great many the first are there, and `more` is how many are not.
    """

    def __init__(self, mistakes: list[Mistake], more: int = 0) -> None:
        self.mistakes = mistakes
        self.more = more
        super().__init__("\n".join(self.lines()))

    def lines(self) -> list[str]:
        """One line a mistake, at most `MISTAKES_TOLD`, and then how many more there are."""
        told = [str(mistake) for mistake in self.mistakes[:MISTAKES_TOLD]]
        left = len(self.mistakes) - len(told) + self.more
        return [*told, f"and {left:,} more mistake{'' if left == 1 else 's'}"] if left else told

    def __reduce__(self) -> tuple[type[RuleSetError], tuple[list[Mistake], int]]:
        return type(self), (self.mistakes, self.more)


def printable(text: str) -> str:
    """A text as any terminal, file and JSON reader takes it.

    Bytes of a file name that are no UTF-8 reach Python as lone surrogates; they become `\\udce9`.
    """
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


class WorkbookError(ScorecardError):
    """A workbook that cannot be read or written; `kind` is one of the contract's words.

    The message is one line, whatever the libraries below had to say.
    """

    exit_code = 3

    def __init__(self, kind: Kind, message: str) -> None:
        message = printable(" ".join(message.split()))
        super().__init__(message)
        self.kind = kind
        self.message = message

    def __reduce__(self) -> tuple[type[WorkbookError], tuple[Kind, str]]:
        return type(self), (self.kind, self.message)
