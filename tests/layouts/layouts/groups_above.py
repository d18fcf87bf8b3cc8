"""Groups of columns named above: this year, targets, years before, benchmarking."""

import random
from dataclasses import replace

from tests.layouts import columns, table, wide
from tests.layouts.columns import Column
from tests.layouts.laid import Laid, Layout
from tests.layouts.times import form_for
from tests.layouts.truth import Truth
from tests.layouts.wants import Wants
from tests.layouts.words import Words


def _under(group: str, held: list[Column]) -> list[Column]:
    return [replace(column, headings=(group, *column.headings)) for column in held]


def lay(truth: Truth, rng: random.Random) -> Laid:
    page, words, last = wide.page_for(truth, rng), Words(rng, many=True), truth.reported
    assert last is not None
    times = wide.times_of(truth)
    recent = [t for t in times if t.reporting_year == last.reporting_year]
    before = [t for t in times if t.reporting_year != last.reporting_year]
    form = form_for(rng, last)
    shown = [
        *columns.descriptions(truth, words),
        *_under("Previous performance", columns.figures(before, form)),
        *_under("Current performance", columns.figures(recent, form)),
        *_under("Target and Tolerances", columns.targets(truth, words, rng)),
        *_under("Latest benchmarking", columns.benchmarks(words)),
        *columns.judgements(truth, words),
    ]
    top = wide.title(page, truth, rng)
    return Laid(truth, [page], table.write(page, truth.indicators, shown, top))


LAYOUT = Layout(
    "groups of columns named above",
    Wants(target=("figure", "thresholds"), history=(4, 8)),
    lay,
)
