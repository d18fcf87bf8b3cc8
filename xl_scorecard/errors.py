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
]


class ScorecardError(Exception):
    """Anything the tool says in one line instead of doing the job."""

    exit_code = 2


class UsageError(ScorecardError):
    """The command line or call asks for something that cannot be done."""


@dataclass(frozen=True)
class Mistake:
    """One mistake in a rule set: its file and line, what is wrong and how to mend it."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class RuleSetError(ScorecardError):
    """A rule set that cannot be used; `mistakes` holds all of them, not only the first."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__("\n".join(str(mistake) for mistake in mistakes))
        self.mistakes = mistakes

    def __reduce__(self) -> tuple[type[RuleSetError], tuple[list[Mistake]]]:
        return type(self), (self.mistakes,)


class WorkbookError(ScorecardError):
    """A workbook that cannot be read or written; `kind` is one of the contract's words.

    The message is one line, whatever the libraries below had to say.
    """

    exit_code = 3

    def __init__(self, kind: Kind, message: str) -> None:
        message = " ".join(message.split())
        super().__init__(message)
        self.kind = kind
        self.message = message

    def __reduce__(self) -> tuple[type[WorkbookError], tuple[Kind, str]]:
        return type(self), (self.kind, self.message)
