"""Three rows an indicator: Actual, Target and Last year, its name merged beside them."""

import random
from collections.abc import Callable

from tests.layouts import cells, wide
from tests.layouts.laid import Laid, Layout, Spot
from tests.layouts.page import HEADING, TITLE, Cell, Page
from tests.layouts.times import Time, bare
from tests.layouts.truth import Covers, Indicator, Truth
from tests.layouts.wants import Wants


def _year(last: Time) -> list[Time]:
    first = last.back(last.place_in_year - 1)
    return [first.back(-n) for n in range(last.in_a_year)]


def _target(made: Indicator, time: Time) -> Cell:
    held = next(iter(made.targets.values()))
    return cells.number(made, made.targets.get(time, held))


def _before(made: Indicator, time: Time) -> Cell:
    return cells.figure(made, time.back(time.in_a_year))


def _block(page: Page, row: int, made: Indicator, last: Time, kinds: dict[str, Callable]) -> Spot:
    page.put(row, 1, made.name)
    page.merge(row, 1, row + len(kinds) - 1, 1)
    spots, at, target = {}, row, ""
    for kind, cell in kinds.items():
        page.put(at + list(kinds).index(kind), 2, kind)
        for n, time in enumerate(_year(last)):
            if kind == "Actual" and time not in made.figures:
                continue
            put = page.put(at + list(kinds).index(kind), 3 + n, cell(made, time))
            if kind == "Actual":
                spots[time] = put
    row_of_actual = row + list(kinds).index("Actual")
    return Spot(page.name, row_of_actual, spots, target)


def lay(truth: Truth, rng: random.Random) -> Laid:
    page, last = wide.page_for(truth, rng), truth.reported
    assert last is not None
    page.put(1, 1, f"{truth.title} {last.label}", TITLE)
    page.line(3, 1, ("Indicator", None, *(bare(time) for time in _year(last))), HEADING)
    kinds: dict[str, Callable] = {"Actual": cells.figure, "Target": _target}
    if rng.random() < 0.6:
        kinds["Last year"] = _before
    if rng.random() < 0.3:
        kinds = {"Target": kinds.pop("Target"), **kinds}
    laid, row = Laid(truth, [page]), 4
    for made in truth.indicators:
        laid.spots[made.key] = _block(page, row, made, last, kinds)
        row += len(kinds)
    return laid


LAYOUT = Layout(
    "actual, target and last year as rows",
    Wants(
        history=(24, 24),
        how_many=(2, 5),
        polarity=("none",),
        target=("by_period",),
        tolerance=("none",),
        unit_column=(False,),
        rag=("none",),
        travel=("none",),
        sections=("none",),
        references=(False,),
        basis=(False,),
        comments=(False,),
        clear_names=True,
        covers=tuple(c for c in Covers if c is not Covers.TO_DATE),
    ),
    lay,
)
