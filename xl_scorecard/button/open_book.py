"""A workbook open in Excel, with what of it is asked once and then known."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from xl_scorecard.button.areas import Areas
from xl_scorecard.button.live_names import LiveNames


class OpenBook:
    """An `xlwings.Book`; nobody but us changes its sheets and names while the button works."""

    def __init__(self, book: Any) -> None:
        self.book = book

    @cached_property
    def tabs(self) -> Mapping[str, Any]:
        """The worksheets by name, in tab order, as they were before anything was written."""
        return {sheet.name: sheet for sheet in self.book.sheets}

    @cached_property
    def names(self) -> LiveNames:
        """Its names, followed as they change."""
        return LiveNames(self.book)

    @cached_property
    def areas(self) -> Areas:
        """How it takes rectangles that lie apart."""
        return Areas(self.book, next(iter(self.tabs.values()), None))
