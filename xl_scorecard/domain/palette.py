"""The colours of statuses: each differs from the others in lightness as well as hue.

Printed in grey, or seen by somebody who cannot tell red from green, Red is plainly darker than
Good. Letters on each stand out by 4.5 to 1 or more, as WCAG 2.1 (1.4.3) asks; a test works both
out from these values.
"""

from __future__ import annotations

from typing import NamedTuple


class Paint(NamedTuple):
    """The colour of a cell and that of the letters on it."""

    fill: str
    text: str


GOOD = Paint("#00854A", "#FFFFFF")
ACCEPTABLE = Paint("#A8D8B9", "#0B3B1F")
YELLOW = Paint("#FFE97A", "#332900")
AMBER = Paint("#F5A623", "#241A00")
RED = Paint("#9C0018", "#FFFFFF")
NOT_RATED = Paint("#D5DBDF", "#1F2A30")
NO_DATA = Paint("#FFFFFF", "#4A5459")
IMPROVING = Paint("#CFE4F7", "#0B3C6F")
CONCERNING = Paint("#F3C18F", "#5C3200")
"""Blue and orange for variation, as NHS charts have them, the orange the darker."""
