"""Findings that officers accepted, each with their reason, known again for as long as what they
are about has not changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from xl_scorecard.domain.finding import Finding

ACCEPTED = "accepted"
"""What officers pick beside a finding; however it is written, nothing else accepts it."""
Identity = tuple[str, ...]
_CELL = re.compile(r"\b\$?[A-Z]{1,3}\$?\d+\b")


@dataclass(frozen=True)
class Answer:
    """What stands beside a finding: whether it is accepted, and the reason."""

    accepted: bool
    reason: str = ""


Answers = Mapping[Identity, Answer]
_NONE = Answer(accepted=False)


def identity(
    check: str,
    sheet: str,
    indicator: str,
    cell: str,
    period: str,
    said: tuple[str, str, str],
) -> Identity:
    """What a finding is about: the check, the row, the period and what was found.

    A row is known by its indicator; only where there is none, by its cell. `said` is what was
    found, what would be right and the message, which counts where neither of these is said, less
    the cells that it names: rows move.
    """
    found, expected, message = (" ".join(text.split()) for text in said)
    what = (found, expected) if found or expected else (_CELL.sub("", message),)
    return (check, sheet, indicator, "" if indicator else cell, period, *what)


def numbered(identities: Iterable[Identity]) -> Iterator[Identity]:
    """Identities no two of which are alike: of several the second is another."""
    seen: Counter[Identity] = Counter()
    for each in identities:
        seen[each] += 1
        yield each if seen[each] == 1 else (*each, str(seen[each]))


def identities(findings: Iterable[Finding]) -> Iterator[Identity]:
    """What findings are about, one after the other."""
    return numbered(
        identity(
            f.check,
            f.sheet or "",
            f.indicator or "",
            f.cell or "",
            f.period,
            (f.found or "", f.expected or "", f.message),
        )
        for f in findings
    )


def answered(findings: list[Finding], answers: Answers) -> list[Finding]:
    """The findings, those that officers answered with what they said."""
    told = []
    for finding, known in zip(findings, identities(findings), strict=True):
        answer = answers.get(known, _NONE)
        told.append(replace(finding, accepted=answer.accepted, reason=answer.reason or None))
    return told


def is_accepted(text: str) -> bool:
    """Whether what stands in the column accepts the finding."""
    return text.strip().casefold() == ACCEPTED
