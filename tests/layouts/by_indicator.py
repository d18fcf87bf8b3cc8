"""One indicator's reading against the truth: name, value, target, which way is good, rating."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tests.layouts.expected import Expected, expected
from tests.layouts.generate import Made
from tests.layouts.matching import Sayings, names
from tests.layouts.product import Answer
from tests.layouts.truth import Covers, Good, Indicator, Unit
from tests.layouts.verdicts import Judged, Verdict

DAY = 86400
SCALES = {Unit.PERCENT: (1.0, 100.0), Unit.DURATION: (1 / DAY, 24 / DAY, 1440 / DAY, 1.0)}
"""What a figure may be multiplied by and still be the same: 0.84 or 84, days or minutes."""


@dataclass(frozen=True)
class Context:
    """One indicator, and all there is to judge its reading by."""

    made: Made
    answer: Answer
    sayings: Sayings
    indicator: Indicator
    read: dict[str, Any]

    @cached_property
    def expected(self) -> Expected:
        return expected(self.made.truth, self.indicator)

    @cached_property
    def rule(self) -> dict[str, Any]:
        rules = self.answer.rules.get("indicators", ())
        return next((rule for rule in rules if str(rule["id"]) == self.read["id"]), {})

    @cached_property
    def asked(self) -> frozenset[str]:
        return self.answer.asked.get(self.read["id"], frozenset())

    @cached_property
    def found(self) -> bool:
        """Whether a finding is about its row, or about the column of its latest figure."""
        spot = self.made.spots[self.indicator.key]
        last = self.made.truth.reported
        cell = spot.figures.get(last, "") if last is not None else ""
        return self.sayings.about(
            spot.sheet, [spot.row], [self.read["id"]]
        ) or self.sayings.about_column(spot.sheet, cell)

    def wrong(self, aspect: str, why: str, *, said: bool = False) -> Judged:
        verdict = Verdict.PARTLY if said or self.found else Verdict.SILENT
        return Judged(aspect, verdict, self.indicator.name, why)

    def right(self, aspect: str) -> Judged:
        return Judged(aspect, Verdict.RIGHT, self.indicator.name)

    def same(self, got: float | None, true: float | None) -> bool:
        """Whether a figure is this one, on any scale that is fair for its unit."""
        if got is None or true is None:
            return got is true
        scales = SCALES.get(self.indicator.unit, (1.0,))
        if self.expected.percent_told:
            scales = (1.0,)
        return any(abs(got - true * scale) <= 1e-6 * max(abs(got), 1e-3) for scale in scales)


def judge(context: Context, *, right_period: bool) -> Iterator[Judged]:
    """Every aspect of one indicator; figures only where the period is the right one."""
    yield _name(context)
    yield _polarity(context)
    yield _unit(context)
    if not right_period:
        return
    value, target = _value(context), _target(context)
    yield value
    yield target
    if value.verdict is Verdict.RIGHT:
        yield from _previous(context)
    inputs = (value, target, _polarity(context))
    if all(one.verdict is Verdict.RIGHT for one in inputs):
        yield _rating(context)


def _name(context: Context) -> Judged:
    if names(context.read, context.indicator):
        return context.right("name")
    return context.wrong("name", f"{context.read['name']} for {context.indicator.key}")


def _value(context: Context) -> Judged:
    got, true = context.read["value"], context.expected.value
    if context.same(got, true):
        return context.right("value")
    return context.wrong("value", f"{got} for {true} in {context.read['cell']}")


def _previous(context: Context) -> Iterator[Judged]:
    """The figure of the period before, where there is one; running totals have no such thing."""
    true, last = context.expected.previous, context.made.truth.reported
    shown = context.made.spots[context.indicator.key].figures
    if (
        true is None
        or last is None
        or last.back() not in shown
        or context.indicator.covers is Covers.TO_DATE
    ):
        return
    got = context.read["previous"]
    if context.same(got, true) or context.read["value"] is None:
        yield context.right("previous")
    else:
        yield context.wrong("previous", f"{got} for {true}")


def _target(context: Context) -> Judged:
    got, true = context.read["target"], context.expected.target
    asked = "target" in context.asked
    if true is None:
        shown = context.expected.shown_target
        needless = asked and context.indicator.good is Good.NEITHER and context.expected.good_told
        if needless:
            return context.wrong("target", "asks for the target of what has none", said=True)
        if got is None or context.same(got, shown):
            return context.right("target")
    elif context.same(got, true):
        if _on_one_scale(context):
            return context.right("target")
        return context.wrong("target", f"{got} beside {context.read['value']}")
    return context.wrong("target", f"{got} for {true}", said=asked)


def _on_one_scale(context: Context) -> bool:
    """Whether figure and target are both 0.84 or both 84."""
    value, target = context.read["value"], context.read["target"]
    true_value, true_target = context.expected.value, context.expected.target
    if not (value and target and true_value and true_target):
        return True
    return abs(value / true_value - target / true_target) < 1e-3 * target / true_target


def _polarity(context: Context) -> Judged:
    got, true = context.rule.get("good_is"), context.expected
    if got == true.good:
        return context.right("polarity")
    if got is None:
        asked = "good_is" in context.asked
        if asked and not true.good_clear:
            return context.right("polarity")
        if not asked and true.good_told:
            return context.right("polarity")  # read from the sheet each time, as the draft says
        return context.wrong("polarity", f"asks, {true.good}", said=asked)
    return context.wrong("polarity", f"{got} for {true.good}")


def _unit(context: Context) -> Judged:
    got, true = context.read.get("unit"), context.indicator.unit
    asked = "unit" in context.asked
    plain = context.expected.percent_told or true is not Unit.PERCENT
    if asked and plain:
        return context.wrong("unit", f"asks whether {true}", said=True)
    percent = context.expected.percent_told
    if percent and got != "percent":
        return context.wrong("unit", f"{got} for percent")
    if true is not Unit.PERCENT and got == "percent":
        return context.wrong("unit", f"percent for {true}")
    return context.right("unit")


def _rating(context: Context) -> Judged:
    got, true = _status(context), context.expected.statuses
    asked = "good_is" in context.asked or "target" in context.asked
    if got in true or (asked and got == "not_rated"):
        held = context.expected.value is not None
        if held and context.expected.unfair_target and not context.found:
            return Judged("rating", Verdict.PARTLY, context.indicator.name,
                          "not rated, and no word why")  # fmt: skip
        return context.right("rating")
    tolerance = any("tolerance" in line for line in context.answer.asked_of_all)
    why = f"{got} for {' or '.join(sorted(true))}"
    short = true <= {"near", "missed"} and got in ("near", "missed")
    return context.wrong("rating", why, said=tolerance and short)


def _status(context: Context) -> str:
    """met, near, missed, not_rated or no_data, whichever rating the draft chose."""
    status, rating = str(context.read["status"]), context.answer.rules.get("rating")
    if status in ("not_rated", "no_data"):
        return status
    if status in ("good", "green", "met"):
        return "met"
    if status == "acceptable" or (status == "amber" and rating != "concern"):
        return "near"
    return "missed"
