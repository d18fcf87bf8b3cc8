"""Links from an overview to the workbooks it tells of."""

from __future__ import annotations

import os
import posixpath
from pathlib import Path, PurePath

from xl_scorecard.stores.places import StorePath, place_of

_LONGEST = 2000  # Excel allows 2,079


def link_to(file: str, place: Path) -> str | None:
    """The way from an overview's folder to a file, with / between folders; None where none is
    short enough. On another drive it is the whole path; from one store to another, or between a
    store and this machine, there is none."""
    there = place_of(file)
    if isinstance(there, StorePath) or isinstance(place, StorePath):
        if there.parts[:2] != place.parts[:2]:
            return None
        way = posixpath.relpath(*("/".join(each.parts) for each in (there, place.parent)))
    else:
        try:
            way = os.path.relpath(file, place.parent)
        except ValueError:
            way = str(Path(file).absolute())
    link = PurePath(way).as_posix()
    return link if len(link) <= _LONGEST else None
