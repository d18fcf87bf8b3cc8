"""Links from an overview to the workbooks it tells of."""

from __future__ import annotations

import os
from pathlib import Path, PurePath

_LONGEST = 2000  # Excel allows 2,079


def link_to(file: str, place: Path) -> str | None:
    """The way from an overview's folder to a file, with / between folders; None where none is
    short enough. On another drive it is the whole path."""
    try:
        way = os.path.relpath(file, place.parent)
    except ValueError:
        way = str(Path(file).absolute())
    link = PurePath(way).as_posix()
    return link if len(link) <= _LONGEST else None
