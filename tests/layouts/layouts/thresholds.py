"""Red, Amber and Green as columns instead of a target."""

from tests.layouts import wide
from tests.layouts.laid import Layout
from tests.layouts.truth import Covers, Unit
from tests.layouts.wants import Wants

LAYOUT = Layout(
    "threshold columns",
    Wants(
        target=("thresholds",),
        tolerance=("none",),
        units=tuple(u for u in Unit if u is not Unit.DURATION),
        covers=tuple(c for c in Covers if c is not Covers.TO_DATE),
    ),
    wide.one_sheet,
)
