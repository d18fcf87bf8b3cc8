"""Some forty indicators of all services."""

from tests.layouts import wide
from tests.layouts.laid import Layout
from tests.layouts.wants import Wants

LAYOUT = Layout(
    "many rows", Wants(how_many=(32, 44), sections=("column", "rows", "rows")), wide.one_sheet
)
