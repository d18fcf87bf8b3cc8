"""The checks as a list, for `check --list`."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.catalogue import CHECKS


def check_lines() -> Iterator[str]:
    """Word, severity and what it looks for of every check, sorted by word."""
    rows = [
        (check.slug, ", ".join(check.severities), check.looks_for)
        for check in sorted(CHECKS, key=lambda check: check.slug)
    ]
    words, severities = (max(len(row[column]) for row in rows) for column in (0, 1))
    for slug, severity, looks_for in rows:
        yield f"{slug:<{words}}  {severity:<{severities}}  {looks_for}"
