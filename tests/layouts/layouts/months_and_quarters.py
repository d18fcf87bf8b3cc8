"""Months with each quarter's figure after its three months."""

import random
from collections.abc import Mapping
from dataclasses import replace

from tests.layouts import columns, figures, wide
from tests.layouts.columns import Column
from tests.layouts.describe import judgement
from tests.layouts.laid import Laid, Layout
from tests.layouts.names import all_names
from tests.layouts.times import Span, Time, month_form, quarter_form
from tests.layouts.truth import Covers, Figure, Indicator, Truth, Unit
from tests.layouts.wants import Wants


def _of_quarter(made: Indicator, quarter: Time) -> Figure | None:
    """The mean of its months, or the last of them for what is not of a period."""
    held = [made.figures[month] for month in quarter.months() if month in made.figures]
    if len(held) < 3:
        return None
    if made.covers is not Covers.PERIOD:
        return held[-1]
    values = [figure.value for figure in held if figure.value is not None]
    if len(values) < 3:
        return Figure(None, "n/a")
    level = next(name.level for name in all_names() if name.name == made.name)
    return Figure(figures.rounded(made.unit, level, sum(values) / 3))


def _with_quarters(made: Indicator, last: Time) -> Indicator:
    held: dict[Time, Figure] = dict(made.figures)
    targets: dict[Time, float] = dict(made.targets)
    for quarter in {month.quarter() for month in made.figures}:
        figure = _of_quarter(made, quarter)
        if figure is not None:
            held[quarter] = figure
            targets[quarter] = made.targets[last]
    return replace(made, figures=held, targets=targets)


def _columns(months: list[Time], held: Mapping[Time, Figure], rng: random.Random) -> list[Column]:
    of_month, of_quarter = month_form(rng), quarter_form(rng, months[0].start)
    found = []
    for month in months:
        found.append(columns.figure(month, (of_month(month),)))
        if month.place_in_year % 3 == 0 and month.quarter() in held:
            found.append(columns.figure(month.quarter(), (of_quarter(month.quarter()),)))
    return found


def lay(truth: Truth, rng: random.Random) -> Laid:
    last = truth.reported
    assert last is not None
    months = list(wide.times_of(truth))
    made = [_with_quarters(indicator, last) for indicator in truth.indicators]
    reported = last.quarter() if last.place_in_year % 3 == 0 else last
    made = [replace(i, judged=judgement(i, reported)) for i in made]
    shown = _columns(months, made[0].figures, rng)
    truth = replace(truth, indicators=tuple(made), reported=reported)
    return wide.one_sheet(truth, rng, figures=shown)


LAYOUT = Layout(
    "months and quarters",
    Wants(
        spans=(Span.MONTH,),
        history=(7, 13),
        units=(Unit.PERCENT, Unit.DAYS, Unit.RATIO, Unit.SCORE),
        covers=(Covers.PERIOD, Covers.SNAPSHOT),
        target=("figure",),
        basis=(False,),
    ),
    lay,
)
