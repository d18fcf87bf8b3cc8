"""Academic years across, of a schools' scorecard."""

import random

from tests.layouts import columns, wide
from tests.layouts.laid import Laid, Layout
from tests.layouts.times import Span
from tests.layouts.truth import Covers, Truth
from tests.layouts.wants import Wants


def lay(truth: Truth, rng: random.Random) -> Laid:
    form = rng.choice((lambda t: f"{t.label} academic year", lambda t: f"AY {t.label}"))
    return wide.one_sheet(truth, rng, figures=columns.figures(wide.times_of(truth), form))


LAYOUT = Layout(
    "academic year",
    Wants(
        spans=(Span.YEAR,),
        starts=(9,),
        history=(3, 5),
        covers=tuple(c for c in Covers if c is not Covers.TO_DATE),
        basis=(False,),
        target=("figure", "words"),
    ),
    lay,
)
