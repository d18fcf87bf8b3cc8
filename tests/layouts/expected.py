"""What a person reads of each indicator's latest figure, worked out from the truth alone."""

from __future__ import annotations

from dataclasses import dataclass

from tests.layouts.describe import fair_target, standing
from tests.layouts.truth import Good, Indicator, Truth, Unit

TELLING = ("high_low", "letters", "smaller", "arrows", "wingdings", "sentence")


@dataclass(frozen=True)
class Expected:
    """A person's reading of one indicator.

    `target` is what may be held against the figure, None where nothing may; `shown_target` is
    what stands on the sheet as the target, whatever it is a target for. `good_told`: the sheet
    says which way is good; `good_clear`: that or the name leaves no doubt. `statuses` are those a
    person accepts: met, near, missed, not_rated, no_data. `percent_told`: something says that the
    figure is a percentage.
    """

    value: float | None
    target: float | None
    shown_target: float | None
    previous: float | None
    good: Good
    good_told: bool
    good_clear: bool
    statuses: frozenset[str]
    percent_told: bool

    @property
    def unfair_target(self) -> bool:
        """A target is shown that the figure must not be held against."""
        return self.shown_target is not None and self.target is None


def expected(truth: Truth, made: Indicator) -> Expected:
    last = truth.reported
    assert last is not None
    shows = truth.shows
    value = made.figures[last].value
    target = (
        None if made.good is Good.NEITHER or shows.target == "none" else fair_target(made, last)
    )
    shown = made.year_target if made.year_target is not None else made.targets.get(last)
    worded = shows.target in ("words", "thresholds") and made.good is not Good.NEITHER
    told = shows.polarity in TELLING or worded
    before = made.figures.get(last.back())
    percent = not made.bare or shows.unit or "%" in made.name or shows.target == "words"
    return Expected(
        value=value,
        target=target,
        shown_target=None if made.good is Good.NEITHER or shows.target == "none" else shown,
        previous=before.value if before is not None else None,
        good=made.good,
        good_told=told,
        good_clear=told or made.clear_name,
        statuses=_statuses(truth, made, value, target),
        percent_told=made.unit is Unit.PERCENT and percent,
    )


def _statuses(
    truth: Truth, made: Indicator, value: float | None, target: float | None
) -> frozenset[str]:
    if value is None:
        return frozenset({"no_data", "not_rated"})
    if target is None or made.good is Good.NEITHER:
        return frozenset({"not_rated"})
    found = standing(made, value, target)
    told = truth.shows.tolerance != "none" or truth.shows.target == "thresholds"
    return frozenset({found} if found == "met" or told else {"near", "missed"})
