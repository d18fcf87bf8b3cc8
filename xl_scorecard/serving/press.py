"""One press in the task pane: the open workbook as its client says it, and what it is to do.

Nothing of the workbook is kept: it comes as JSON, and goes with the process that read it.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import xlwings

from xl_scorecard.button import clear, refresh
from xl_scorecard.button.counts import question_of_errors
from xl_scorecard.button.refused import places
from xl_scorecard.domain.outcome import FindingResult
from xl_scorecard.errors import ScorecardError
from xl_scorecard.serving.answers import PRESSES, Answer, refusal
from xl_scorecard.serving.told import told

_NO_WORKBOOK = "That was no open workbook: reload the task pane, and press again."
_TOO_LARGE = (
    "The workbook takes more memory than the service gives to one press: delete what is not used "
    "in it, or run xl-scorecard refresh over the file."
)


@dataclass(frozen=True)
class _Asked:
    book: xlwings.Book
    rules: Path
    period: str | None
    sure: bool


def answer_to(what: str, body: bytes, rules: Path) -> Answer:
    """Do what was pressed, one of `PRESSES`; whatever stops it is one sentence."""
    begun = time.monotonic()
    try:
        asked = _asked(body, rules)
        done = _ACTS[what](asked)
        actions = asked.book.json()["actions"]
        said = json.dumps({"actions": actions, "told": done}, separators=(",", ":"))
    except _NoWorkbookError:
        return refusal(400, _NO_WORKBOOK, "no workbook")
    except ScorecardError as error:
        kind = getattr(error, "kind", "")
        return refusal(422, f"{error}", f"refused: {type(error).__name__} {kind}".rstrip())
    except MemoryError:
        return refusal(413, _TOO_LARGE, "out of memory")
    except Exception as fault:  # the outermost edge: neither pane nor log shows a traceback
        return refusal(500, _in_words(fault), f"fault: {type(fault).__name__} at {places(fault)}")
    seconds = time.monotonic() - begun
    return Answer(200, said.encode(), f"done in {seconds:.1f} s, {len(actions)} actions")


class _NoWorkbookError(Exception):
    """What was sent is not what the client sends of a workbook."""


def _asked(body: bytes, rules: Path) -> _Asked:
    try:
        sent: Any = json.loads(body)
        book = xlwings.Book(json=sent["book"])
        period, sure = sent.get("period"), sent.get("sure", False)
        named = _is_bare(book.name) and all(isinstance(sheet.name, str) for sheet in book.sheets)
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError) as cause:
        raise _NoWorkbookError from cause
    if not (named and isinstance(period, str | None) and isinstance(sure, bool)):
        raise _NoWorkbookError
    return _Asked(book, rules, period, sure)


def _is_bare(name: str) -> bool:
    """Whether a workbook's name is no path: none may have this machine's folders looked into."""
    return name == PureWindowsPath(name).name == PurePosixPath(name).name


def _refresh(asked: _Asked) -> dict[str, Any]:
    """Refresh; where rows have errors only after the officer was asked."""
    question: str | None = None

    def go_on(findings: list[FindingResult]) -> bool:
        nonlocal question
        question = None if asked.sure else question_of_errors(findings)
        return question is None

    outcome = refresh(asked.book, rules=asked.rules, period=asked.period, go_on=go_on)
    return {**told(outcome), "question": question}


def _check(asked: _Asked) -> dict[str, Any]:
    outcome = refresh(asked.book, rules=asked.rules, period=asked.period, go_on=lambda _: False)
    return told(outcome)


def _clear(asked: _Asked) -> dict[str, Any]:
    stay = clear(asked.book)
    kept = f" With what was typed on them stay: {', '.join(stay)}." if stay else ""
    return {"sentence": f"Taken out.{kept}"}


_ACTS = dict(zip(PRESSES, (_refresh, _check, _clear), strict=True))


def _in_words(fault: Exception) -> str:
    return (
        f"The service stopped on a fault of the tool ({type(fault).__name__}). Nothing was "
        "changed. Tell whoever runs the service when it happened."
    )
