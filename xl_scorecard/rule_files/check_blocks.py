"""Where a rule set says of checks that they are off or count differently."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.rule_files.entries import Entry


def check_blocks(rules: Entry) -> Iterator[Entry]:
    """Every entry with `off` and `severity`: of all, of an indicator, and of periods of either."""
    for checks in (rules["checks"], *(item["checks"] for item in rules["indicators"].items)):
        yield checks
        yield from (entry for _, entry in checks["periods"].pairs)
