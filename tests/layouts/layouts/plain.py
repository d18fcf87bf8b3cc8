"""A row an indicator, a column a period, the years named in the headings."""

from tests.layouts import wide
from tests.layouts.laid import Layout
from tests.layouts.wants import Wants

LAYOUT = Layout("plain", Wants(), wide.one_sheet)
