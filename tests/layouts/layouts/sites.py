"""Each indicator once for each site, the site in a column of its own."""

from tests.layouts import wide
from tests.layouts.laid import Layout
from tests.layouts.truth import Covers
from tests.layouts.wants import Wants

LAYOUT = Layout(
    "a row a site",
    Wants(
        sites=True,
        how_many=(2, 3),
        references=(False, False, True),
        sections=("none",),
        covers=tuple(c for c in Covers if c is not Covers.TO_DATE),
    ),
    wide.one_sheet,
)
