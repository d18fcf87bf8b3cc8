"""Which numbers of a cell are not to be shown elsewhere."""

from __future__ import annotations

from typing import NamedTuple


class Hides(NamedTuple):
    """The numbers above one and below another, but for 0; None where there is no such end."""

    above: float | None
    below: float | None

    def holds(self, number: float) -> bool:
        """Whether a number is one of them."""
        return (
            number != 0
            and (self.above is None or number > self.above)
            and (self.below is None or number < self.below)
        )

    def with_(self, other: Hides | None) -> Hides:
        """Both, and what lies between."""
        if other is None:
            return self
        ends = (self.above, other.above), (self.below, other.below)
        above = None if None in ends[0] else min(end for end in ends[0] if end is not None)
        below = None if None in ends[1] else max(end for end in ends[1] if end is not None)
        return Hides(above, below)
