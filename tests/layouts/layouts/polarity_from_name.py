"""Nothing but the name says which way is good."""

from tests.layouts import wide
from tests.layouts.laid import Layout
from tests.layouts.wants import Wants

LAYOUT = Layout(
    "good is from the name",
    Wants(polarity=("none", "blank"), target=("figure",), rag=("none",)),
    wide.one_sheet,
)
