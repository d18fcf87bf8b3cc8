"""A relationship: one part's link to another (ECMA-376 part 2, 6.5)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Relationship:
    """A link from a part to another part or, when external, to somewhere outside."""

    id: str
    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        """The last word of the type URI, the same in Transitional and Strict files."""
        return self.type.rpartition("/")[2]
