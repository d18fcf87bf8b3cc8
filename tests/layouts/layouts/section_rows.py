"""Sections as rows of their own."""

from tests.layouts import wide
from tests.layouts.laid import Layout
from tests.layouts.wants import Wants

LAYOUT = Layout("section rows", Wants(sections=("rows",)), wide.one_sheet)
