"""One trial: a clean book, a fault put into it, and what the checks say of both."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import xl_scorecard
from tests.checks_bench.book import Book, clean_book
from tests.checks_bench.faults import KINDS
from tests.checks_bench.kinds import Fault, Kind
from tests.checks_bench.verdicts import Finding, Verdict, hits, new_findings, told, weighty
from tests.checks_bench.written import write

TRIES = 12
"""How many books are drawn until one is found that a fault of a kind fits into."""


def kind_of(seed: int, kinds: list[str] | None = None) -> Kind:
    """The kind whose turn it is."""
    names = kinds or sorted(KINDS)
    return KINDS[names[seed % len(names)]]


def faulty(seed: int, kind: Kind) -> tuple[Book, Book, Fault | None]:
    """A clean book, the same with a fault of a kind in it, and what was put in."""
    book = clean_book(seed, kind.wants)
    for attempt in range(TRIES):
        spoilt = deepcopy(book)
        fault = kind.inject(spoilt, Random(f"{seed} {attempt}"))
        if fault is not None:
            return book, spoilt, fault
        book = clean_book(seed + 1_000_003 * (attempt + 1), kind.wants)
    return book, book, None


def trial(seed: int, folder: Path, kind: Kind, *, clean: bool = True) -> Verdict:
    """Make both books, check them, and judge. Without `clean` the clean one is not checked."""
    book, spoilt, fault = faulty(seed, kind)
    if fault is None:
        return Verdict(seed, kind.name, None, "no book fits")
    before = checked(book, folder / f"{seed}-clean") if clean else {"findings": []}
    alarms = tuple(weighty(before["findings"])) + _as_read(book, before)
    after = checked(spoilt, folder / f"{seed}-faulty")
    verdict = Verdict(seed, kind.name, False, fault.what, clean_alarms=alarms)
    if after["error"]:
        refused = after["error"]["kind"] in kind.refusals
        return replace(verdict, found=refused, error=after["error"]["message"])
    due = [one for one in after["findings"] if hits(kind, fault, spoilt, one)]
    rest = [one for one in new_findings(after["findings"], before["findings"]) if one not in due]
    false = tuple(one for one in weighty(rest) if not told(one, kind, fault, spoilt))
    return replace(verdict, found=bool(due), of_it=tuple(due), alarms=false)


def checked(book: Book, folder: Path) -> dict[str, Any]:
    """The book's part of the JSON report of a check."""
    workbook, rules = write(book, folder)
    try:
        run = xl_scorecard.check(workbook, rules=rules)
    except xl_scorecard.RuleSetError as error:
        return {"findings": [], "error": {"kind": "rules", "message": str(error)}, "period": None}
    outcome: dict[str, Any] = json.loads(run.to_json())["workbooks"][0]
    return outcome


def _as_read(book: Book, outcome: dict[str, Any]) -> tuple[Finding, ...]:
    """A clean book that is refused, or read for another period, as a finding of ours."""
    if not outcome.get("outcome"):
        return ()
    error, period = outcome["error"], outcome["period"]
    said = (
        error["message"]
        if error
        else ""
        if period == book.periods[-1].printed
        else f"reads {period}"
    )
    if not said:
        return ()
    return (
        {"check": "(not read)", "severity": "error", "sheet": None, "cell": None, "message": said},
    )
