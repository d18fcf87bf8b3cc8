"""Whole years across."""

from tests.layouts import wide
from tests.layouts.laid import Layout
from tests.layouts.times import Span
from tests.layouts.truth import Covers
from tests.layouts.wants import Wants

LAYOUT = Layout(
    "year on year",
    Wants(
        spans=(Span.YEAR,),
        history=(3, 6),
        covers=tuple(c for c in Covers if c is not Covers.TO_DATE),
        basis=(False,),
    ),
    wide.one_sheet,
)
