"""Entries of a rule file for looking at one by one, whatever is wrong with others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from xl_scorecard.rule_files.plain_data import PlainData
from xl_scorecard.rule_files.shown import bare
from xl_scorecard.rule_files.slip import Path, Slip


@dataclass(frozen=True)
class Entry:
    """One entry of a rule file; asked for a kind of thing that it is not, it has none."""

    path: Path
    data: Any
    file: PlainData

    def __getitem__(self, key: str) -> Entry:
        """What stands under a key; nothing where there is no such key."""
        below = self.data.get(key) if isinstance(self.data, dict) else None
        return Entry((*self.path, key), below, self.file)

    @property
    def items(self) -> Iterator[Entry]:
        """The entries of a list."""
        if isinstance(self.data, list):
            for position, item in enumerate(self.data):
                yield Entry((*self.path, position), item, self.file)

    @property
    def pairs(self) -> Iterator[tuple[str, Entry]]:
        """The keys of a mapping, each with what stands under it."""
        if isinstance(self.data, dict):
            for key in self.data:
                yield key, self[key]

    @property
    def text(self) -> str:
        """The words, without spaces around them."""
        return self.data.strip() if isinstance(self.data, str) else ""

    @property
    def figure(self) -> int | float | str | None:
        """A number, or the words for one."""
        return self.data if isinstance(self.data, int | float | str) else None

    @property
    def where(self) -> str:
        """Where it stands, for telling of another entry: `on line 12`, `in last-year.yaml`."""
        if not self.file.says(self.path):
            return f"in {bare(self.file.based_on)}"
        return f"on line {self.file.place(self.path).line}"

    def key_slip(self, wrong: str, mend: str = "", **known: Any) -> Slip:
        """A slip in the key that it stands under."""
        return Slip(self.path, wrong, mend, of_key=True, **known)

    def slip(self, wrong: str, mend: str = "", **known: Any) -> Slip:
        """A slip in what it says."""
        return Slip(self.path, wrong, mend, **known)
