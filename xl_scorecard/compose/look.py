"""The looks of our own sheets: dark text on white, a word beside every colour."""

from __future__ import annotations

from xl_scorecard.domain.bands import Band
from xl_scorecard.domain.edits import Style

_BAND = "#1F4E79"
TITLE = Style(bold=True, size=18, text=_BAND)
SUBTITLE = Style(bold=True, size=13)
TEXT = Style(size=11)
NOTE = Style(italic=True, text="#4A5459")
FIGURES = Style(text="#4A5459")
"""Figures behind charts, alike: an open workbook is given looks area by area."""
BODY = Style(border=True, wrap=True)
COUNT = Style(border=True, align="center", number_format='0;-0;"–"')
CENTRED = Style(border=True, align="center", wrap=True)
HEADING = Style(bold=True, fill=_BAND, text="#FFFFFF", border=True, wrap=True, align="center")
HEADING_LEFT = Style(bold=True, fill=_BAND, text="#FFFFFF", border=True, wrap=True)
TOTAL = Style(bold=True, border=True, fill="#E7EBED", align="center")
TOTAL_LEFT = Style(bold=True, border=True, fill="#E7EBED")
LISTED = Style(size=11, wrap=True)
LISTED_CENTRED = Style(size=11, align="center", wrap=True)
LISTED_LINK = Style(size=11, align="center", text="#0B5394")
PAGE_HEADING = Style(size=11, bold=True, fill=_BAND, text="#FFFFFF", wrap=True, align="center")
PAGE_HEADING_LEFT = Style(size=11, bold=True, fill=_BAND, text="#FFFFFF", wrap=True)
BLOCK = Style(bold=True, size=14, text=_BAND)
"""The title of a part of the Summary."""
SECTION = Style(bold=True, size=11, text=_BAND)
"""The name of a section above its charts."""
BIG = Style(bold=True, size=20, align="center", fill="#F4F6F7")
SMALL = Style(size=10, align="center", text="#4A5459", fill="#F4F6F7", wrap=True)
SMALL_LEFT = Style(size=10, text="#4A5459", wrap=True)
STRIPE_FILL, STRIPE_TEXT = "#F4F6F7", "#1F2A30"
"""Every second row of a list."""


def banded(band: Band) -> Style:
    """A cell in a band's colours."""
    return Style(bold=True, fill=band.fill, text=band.text, border=True, align="center", wrap=True)
