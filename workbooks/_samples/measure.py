"""One row of the children's services scorecard."""

from dataclasses import dataclass
from enum import StrEnum

from .series import APR, Series


class Polarity(StrEnum):
    HIGH = "High"
    LOW = "Low"
    INFO = "Info"


@dataclass(frozen=True)
class Measure:
    """What the officers keep about a measure.

    `places` is the number of decimals shown in the quarters and in the months; `reported` names
    the periods whose figure is in the published report (all others are illustrative), and
    `target_reported` says the same of the target.
    """

    ref: str
    name: str
    series: Series
    good: Polarity = Polarity.INFO
    unit: str = "%"
    places: tuple[int, int] = (0, 0)
    target: float | None = None
    tolerance: str = ""
    target_reported: bool = False
    good_authorities: float | None = None
    england: float | None = None
    rag: str = ""
    comment: str = ""
    reported: tuple[str, ...] = ()
    part: bool = False

    @property
    def is_percentage(self) -> bool:
        return self.unit == "%"

    def places_at(self, period: int) -> int:
        return self.places[0] if period < APR else self.places[1]


def count(ref: str, name: str, series: Series, *reported: str) -> Measure:
    """A numerator or denominator row below the percentage it belongs to."""
    return Measure(ref, name, series, unit="Number", reported=reported, part=True)


@dataclass(frozen=True)
class Section:
    title: str
    measures: tuple[Measure, ...]
