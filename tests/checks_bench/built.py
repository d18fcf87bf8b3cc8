"""Which checks there are, by the program's own list, and which are still to come."""

from __future__ import annotations

import contextlib
import io
from functools import cache

from xl_scorecard.cli import main
from xl_scorecard.rule_files.planned_checks import PLANNED


@cache
def there_are() -> frozenset[str]:
    """The words that `check --list` prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        main(["check", "--list"])
    return frozenset(line.split()[0] for line in out.getvalue().splitlines() if line.strip())


def planned(slug: str) -> bool:
    """Whether a check is still to be built; a word that is in both is built."""
    return slug in PLANNED and slug not in there_are()
