"""Two to three years of months across."""

from tests.layouts import wide
from tests.layouts.laid import Layout
from tests.layouts.times import Span
from tests.layouts.wants import Wants

LAYOUT = Layout("a long series", Wants(spans=(Span.MONTH,), history=(24, 38)), wide.one_sheet)
