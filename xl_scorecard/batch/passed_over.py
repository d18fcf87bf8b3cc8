"""Files in a folder of workbooks that are none to work on, and what is said of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Literal

from xl_scorecard.domain.how_many import how_many

Kind = Literal["temporary file", "backup", "output", "misleading name"]
_MOST_NAMED = 3
_BACKUPS = (
    re.compile(r"(?:backup|copy) of (?P<of>.+)", re.IGNORECASE),
    re.compile(r"(?P<of>.+?)(?: - | |_|-|\.)(?:copy|backup|bak)(?: ?\(\d+\))?", re.IGNORECASE),
)
"""What Excel, Windows and people call a second copy of a workbook, but for its suffix."""


class PassedOver:
    """What was passed over below the folders of a run, told in a line a folder and kind."""

    def __init__(self) -> None:
        self._names: dict[tuple[Path, Kind], list[str]] = {}

    def note(self, folder: Path, kind: Kind, name: str) -> None:
        """Keep a name for the line to tell."""
        self._names.setdefault((folder, kind), []).append(name)

    def lines(self) -> Iterator[str]:
        """A line for each folder named and each kind of file passed over in it."""
        for (folder, kind), names in self._names.items():
            shown = ", ".join(sorted(names)[:_MOST_NAMED])
            more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
            why = "; name one by itself if it is meant" if kind == "backup" else ""
            yield f"{folder}: passed over {how_many(len(names), kind)}: {shown}{more}{why}"


def is_temporary(name: str) -> bool:
    """Whether a file's name is one that Excel or a file system keeps for itself: `~$q3.xlsx`."""
    return name.startswith(("~$", "."))


def is_backup(name: str, beside: Collection[str]) -> bool:
    """Whether a name says that the file is a copy of another workbook that lies `beside` it.

    `beside` holds names in small letters.
    """
    place = Path(name)
    for pattern in _BACKUPS:
        found = pattern.fullmatch(place.stem)
        if found is not None and f"{found['of']}{place.suffix}".casefold() in beside:
            return True
    return False
