"""Nothing but the typed judgements, the figures and the names say which way is good."""

from tests.layouts import wide
from tests.layouts.laid import Layout
from tests.layouts.wants import Wants

LAYOUT = Layout(
    "good is from the judgements",
    Wants(polarity=("none",), target=("figure",), rag=("word", "letter", "met")),
    wide.one_sheet,
)
