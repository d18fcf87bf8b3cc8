"""Which way is good, in sentences, arrows and Wingdings."""

from tests.layouts import wide
from tests.layouts.laid import Layout
from tests.layouts.wants import Wants

LAYOUT = Layout(
    "good is in other forms",
    Wants(polarity=("sentence", "arrows", "wingdings", "smaller")),
    wide.one_sheet,
)
