"""School terms across."""

import random
from dataclasses import replace

from tests.layouts import wide
from tests.layouts.columns import figure
from tests.layouts.laid import Laid, Layout
from tests.layouts.times import Span, Time
from tests.layouts.truth import Covers, Truth
from tests.layouts.wants import Wants

TERMS = ("Autumn", "Spring", "Summer")


def lay(truth: Truth, rng: random.Random) -> Laid:
    times, last = wide.times_of(truth), truth.reported
    assert last is not None
    said = {time: _term(n, len(times), last) for n, time in enumerate(times)}
    laid = wide.one_sheet(truth, rng, figures=[figure(time, (said[time],)) for time in times])
    laid.truth = replace(truth, reported=last, may_refuse=True)
    return laid


def _term(n: int, of: int, last: Time) -> str:
    year, term = divmod(3 * (last.year - 2000) + 2 - (of - 1 - n), 3)
    return f"{TERMS[term]} {2000 + year}/{(2001 + year) % 100:02}"


LAYOUT = Layout(
    "school terms",
    Wants(
        spans=(Span.YEAR,),
        starts=(9,),
        history=(3, 6),
        covers=(Covers.PERIOD, Covers.SNAPSHOT),
        basis=(False,),
        target=("figure", "words"),
    ),
    lay,
)
