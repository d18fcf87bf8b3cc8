"""The defined names of the open workbook, read once and followed from then on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from xl_scorecard.button.taking_back import TakingBack


class Named(NamedTuple):
    """A name of the workbook, `'Scope'!name` for one of a sheet, and what it refers to."""

    name: str
    refers_to: str

    @property
    def bare(self) -> str:
        """The name without its scope."""
        return self.name.rpartition("!")[2]


class LiveNames:
    """All names as they are now: each is asked for once, whoever wants to know."""

    def __init__(self, book: Any) -> None:
        self._there = book.names
        self._names = [Named(name.name, name.refers_to or "") for name in self._there]

    def __iter__(self) -> Iterator[Named]:
        return iter(list(self._names))

    def add(self, name: str, refers_to: str, back: TakingBack) -> None:
        """Give a place or text a name, which another had until now: the web takes none twice."""
        self.drop(lambda known: known.name.casefold() == name.casefold(), back)
        self._there.add(name, refers_to)
        back.note(partial(self._forget, name))
        self._names.append(Named(name, refers_to))

    def drop(self, which: Callable[[Named], bool], back: TakingBack) -> None:
        """Delete names."""
        for known in [named for named in self._names if which(named)]:
            if known.name == known.bare:
                back.note(partial(self._there.add, known.name, known.refers_to))
            self._there[known.name].delete()  # by name: on a Mac numbers move up
            self._names.remove(known)

    def _forget(self, name: str) -> None:
        self._there[name].delete()
