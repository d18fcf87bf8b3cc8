"""Each quarter's own figure and the year to date beside it, with a target for each."""

import random
from dataclasses import replace

from tests.layouts import cells, columns, table, wide
from tests.layouts.columns import Column
from tests.layouts.describe import judgement
from tests.layouts.laid import Laid, Layout
from tests.layouts.page import TITLE, Cell, address
from tests.layouts.times import Span, Time
from tests.layouts.truth import Covers, Good, Indicator, Truth, Unit
from tests.layouts.wants import Wants
from tests.layouts.words import Words

OWN = "figure of the period alone"


def _own(made: Indicator, time: Time) -> Cell:
    """The quarter's own part of a running total."""
    value = made.figures[time].value
    if made.covers is not Covers.TO_DATE or value is None:
        return cells.figure(made, time)
    before = made.figures[time.back()].value if time.place_in_year > 1 else 0
    return cells.number(made, value - (before or 0))


def _to_date(made: Indicator, time: Time) -> Cell:
    if made.covers is Covers.TO_DATE:
        return cells.figure(made, time)
    held = [made.figures[time.back(n)].value for n in range(time.place_in_year)]
    values = [value for value in held if value is not None]
    return cells.number(made, round(sum(values) / len(values), 3)) if values else Cell(None)


def _yearly(made: Indicator, last: Time) -> Cell:
    value = made.year_target if made.year_target is not None else made.targets[last]
    return cells.number(made, value) if made.good is not Good.NEITHER else Cell(None)


def _due(made: Indicator, last: Time) -> Cell:
    return cells.number(made, made.targets[last]) if made.covers is Covers.TO_DATE else Cell(None)


def lay(truth: Truth, rng: random.Random) -> Laid:
    page, words, last = wide.page_for(truth, rng), Words(rng), truth.reported
    assert last is not None
    kept = [_held_to_date(i, last) for i in truth.indicators if _tells(i)]
    yearly = {made.key: made for made in truth.indicators}
    page.put(1, 1, f"{truth.title} {last.label}", TITLE)
    shown = columns.descriptions(truth, words)
    shown.append(Column(("Annual target",), lambda i: _yearly(yearly[i.key], last), "target"))
    due = len(shown) + 1
    shown.append(Column((f"Q{last.number} YTD target",), lambda i: _due(i, last)))
    for time in [t for t in wide.times_of(truth) if t.reporting_year == last.reporting_year]:
        shown += _pair(time)
    shown += columns.judgements(truth, words)
    truth = replace(truth, indicators=tuple(kept))
    spots = table.write(page, kept, shown, 3)
    owned = {column.time: n for n, column in enumerate(shown, 1) if column.role == OWN}
    for made in kept:
        if made.covers is not Covers.TO_DATE:
            row = spots[made.key].row
            own = {time: address(row, n) for time, n in owned.items() if time is not None}
            spots[made.key] = replace(spots[made.key], figures=own)
        else:
            spots[made.key] = replace(spots[made.key], target=address(spots[made.key].row, due))
    return Laid(truth, [page], spots)


def _held_to_date(made: Indicator, last: Time) -> Indicator:
    """A running total is held against what is due by now, not against the year's target."""
    if made.covers is not Covers.TO_DATE:
        return made
    due = replace(made, year_target=None)
    return replace(due, judged=judgement(due, last))


def _tells(made: Indicator) -> bool:
    """Whether a running total says in its name that it is one."""
    return made.covers is not Covers.TO_DATE or "(" in made.name


def _pair(time: Time) -> list[Column]:
    own = Column((f"Q{time.number}",), lambda i: _own(i, time), OWN, time)
    so_far = Column((f"Q{time.number} YTD",), lambda i: _to_date(i, time), "figure", time)
    return [own, so_far]


LAYOUT = Layout(
    "year to date beside",
    Wants(
        spans=(Span.QUARTER,),
        history=(4, 4),
        how_many=(6, 9),
        units=(Unit.PERCENT, Unit.COUNT),
        covers=(Covers.TO_DATE, Covers.PERIOD),
        target=("year",),
        tolerance=("none",),
        basis=(True,),
        gaps=False,
    ),
    lay,
)
