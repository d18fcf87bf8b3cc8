"""Patterns for paths, such as `teams/*/q3*.xlsx`, for shells that leave them as they are."""

from __future__ import annotations

import os
from pathlib import Path

from xl_scorecard.errors import UsageError
from xl_scorecard.stores.places import StorePath

SIGNS = frozenset("*?[")
"""What makes a pattern of a path."""


def is_pattern(path: Path) -> bool:
    """Whether a path holds signs of a pattern; one that leads somewhere as it stands does not
    count."""
    if not any(SIGNS & set(part) for part in path.parts):
        return False
    return isinstance(path, StorePath) or not os.path.lexists(path)


def root_of(pattern: Path) -> Path:
    """The folder that a pattern starts from: all before its first sign."""
    if isinstance(pattern, StorePath):
        return next(above for above in pattern.parents if not is_pattern(above))
    plain = Path()
    for part in pattern.parts:
        if SIGNS & set(part):
            break
        plain /= part
    return plain


def expanded(pattern: Path) -> list[Path]:
    """The files and folders that a pattern stands for, hidden ones left out.

    `**` stands for any folders in between. Raises UsageError where there are none.
    """
    root = root_of(pattern)
    wanted = str(pattern.relative_to(root))
    try:
        found = sorted(root.glob(wanted))
    except (OSError, ValueError):
        raise UsageError(
            f"{pattern}: is no pattern for files; write one such as teams/*/q3*.xlsx"
        ) from None
    seen = [p for p in found if not any(part.startswith(".") for part in p.relative_to(root).parts)]
    if not seen:
        raise UsageError(f"{pattern}: nothing is called so; name a workbook or a folder")
    return seen
