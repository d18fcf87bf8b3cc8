"""A balanced scorecard: each measure with a weight and a score beside its figures."""

import random

from tests.layouts import wide
from tests.layouts.columns import Column
from tests.layouts.laid import Laid, Layout
from tests.layouts.page import Cell
from tests.layouts.truth import Covers, Truth
from tests.layouts.wants import Wants


def lay(truth: Truth, rng: random.Random) -> Laid:
    share = round(1 / len(truth.indicators), 2)
    scores = {made.key: rng.randint(1, 5) for made in truth.indicators}
    beside = [
        Column(("Weight",), lambda i: Cell(share, {"num_format": "0%"})),
        Column(("Score",), lambda i: Cell(scores[i.key])),
        Column(
            ("Weighted score",),
            lambda i: Cell(round(share * scores[i.key], 2), {"num_format": "0.00"}),
        ),
    ]
    return wide.one_sheet(truth, rng, beside=beside)


LAYOUT = Layout(
    "weights and scores",
    Wants(target=("figure",), covers=tuple(c for c in Covers if c is not Covers.TO_DATE)),
    lay,
)
