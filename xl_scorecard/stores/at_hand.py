"""Files of a store, brought here for as long as they are looked at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from xl_scorecard.reading.sheets.scratch import scratch_folder
from xl_scorecard.stores.places import StorePath


@contextmanager
def at_hand(path: Path) -> Iterator[Path]:
    """A file of this machine with what a path names, be it in a store.

    Raises WorkbookError where it cannot be brought.
    """
    if not isinstance(path, StorePath):
        yield path
        return
    from xl_scorecard.stores.store import bring

    with scratch_folder() as folder:
        file = folder / path.name
        bring(path, file)
        yield file
