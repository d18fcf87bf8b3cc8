"""What is wrong in a rule file, before it is told with its line."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import NamedTuple

Path = tuple[str | int, ...]
"""Where an entry stands in a rule set: ("indicators", 3, "target")."""


NOTHING = object()
"""What stands where nothing stands."""


def below(data: object, key: str | int) -> object:
    """What stands under a key of data, or NOTHING."""
    if isinstance(data, dict):
        return data.get(key, NOTHING)
    if isinstance(data, list) and isinstance(key, int) and key < len(data):
        return data[key]
    return NOTHING


class Place(NamedTuple):
    """A place in a file; lines and columns count from 1."""

    line: int
    column: int


class UnreadableError(Exception):
    """A file that cannot be read any further: the one thing wrong with it, and where."""

    def __init__(self, place: Place, message: str) -> None:
        super().__init__(message)
        self.place = place
        self.message = message


@dataclass(frozen=True)
class Slip:
    """One slip: the entry it is in, what is wrong, and how to mend it.

    Where a word was meant that is `known`, that word is the mend; finding it takes a moment, so
    it is looked for only once the slip is told. `of_key` says that the key is wrong and not what
    stands under it; `place` is where the slip is, if it is in neither.
    """

    path: Path
    wrong: str
    mend: str = ""
    word: str = ""
    known: tuple[str, ...] = ()
    of_key: bool = False
    place: Place | None = None

    @property
    def said(self) -> str:
        """The slip in words, without its place."""
        meant = nearest(self.word, self.known)
        mend = f"did you mean {meant}?" if meant else self.mend
        return f"{self.wrong}; {mend}" if mend else self.wrong


_LONGEST_WORD = 60


def nearest(word: str, known: tuple[str, ...]) -> str | None:
    """The known word that another one is probably a slip of, or None."""
    if not word or len(word) > _LONGEST_WORD:
        return None
    plain = {item.casefold(): item for item in known}
    close = get_close_matches(word.casefold(), plain, n=1, cutoff=0.6)
    return plain[close[0]] if close else None
