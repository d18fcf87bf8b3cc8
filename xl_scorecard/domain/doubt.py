"""What a sheet leaves open: a reading that could be another, and what would settle it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from xl_scorecard.domain.finding import Severity


class About(StrEnum):
    """What of a reading is in doubt."""

    YEAR = "year"  # where years start, or which year it is
    PERIOD = "period"  # which period is reported
    HEADING = "heading"  # what a column of figures is of
    SPAN = "span"  # what stretch of time a target or figure is for
    TARGET = "target"  # which figure is the target
    POLARITY = "good_is"
    SCALE = "scale"  # 84.2 or 0.842, a count or a share
    VALUE = "value"  # what a cell says
    ROW = "row"  # whether a row is an indicator
    NOT_SAID = "row beside"  # whether a row below a layout that is said is an indicator
    UNUSED = "unused"  # figures that nothing was made of


@dataclass(frozen=True)
class Doubt:
    """A doubtful reading: where it stands, the readings possible and what each would give.

    What hangs on it is left out by whoever doubts: there is no target, no polarity or no figure
    then, and so no status. `settle` is the rule set's key that settles it, of the indicator's own
    entry where an indicator is in doubt, and `example` what could stand there.
    """

    about: About
    sheet: str
    cell: str
    message: str
    found: str | None = None
    expected: str | None = None
    severity: Severity = Severity.ERROR
    settle: str = ""
    example: str = ""
