"""Targets as phrases: at least 90%, no more than 25 days."""

from tests.layouts import wide
from tests.layouts.laid import Layout
from tests.layouts.wants import Wants

LAYOUT = Layout(
    "targets in words",
    Wants(target=("words",), polarity=("none", "high_low")),
    wide.one_sheet,
)
