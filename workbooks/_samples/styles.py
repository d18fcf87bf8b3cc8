"""The look that the sample workbooks share: cell formats by what they mean, each made once."""

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

TEAL, MIST, BAND, RULE, GREY = "#174E5C", "#D9E6E8", "#E9EDEE", "#A9B8BC", "#5F6B6E"


class Styles:
    def __init__(self, book: Workbook, font: str = "Arial", size: int = 9) -> None:
        self.book = book
        self.base = {"font_name": font, "font_size": size, "valign": "vcenter"}
        self.made: dict[str, Format] = {}

    def get(self, **properties: Any) -> Format:
        wanted = {**self.base, **properties}
        key = repr(sorted(wanted.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format(wanted)
        return self.made[key]

    def boxed(self, **properties: Any) -> Format:
        return self.get(border=1, border_color=RULE, **properties)

    def heading(self, **properties: Any) -> Format:
        look = {"bold": True, "font_color": "white", "bg_color": TEAL, "align": "center"}
        return self.boxed(text_wrap=True, **{**look, **properties})

    def subheading(self, **properties: Any) -> Format:
        return self.heading(font_color=TEAL, bg_color=MIST, **properties)

    def band(self) -> Format:
        return self.boxed(bold=True, font_size=10, font_color=TEAL, bg_color=BAND, indent=1)


def lines(text: str, width: float) -> int:
    """How many lines a wrapped text takes in a column so many characters wide."""
    taken, used = 1, 0.0
    for word in text.split():
        if used and used + 1 + len(word) > width:
            taken, used = taken + 1, 0.0
        used += len(word) + (1 if used else 0)
    return taken
