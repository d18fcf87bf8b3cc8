"""The looks of cells in an open workbook, with doubles of a desktop Excel's cells."""

from __future__ import annotations

import re
from types import SimpleNamespace

from xl_scorecard.button.areas import Areas
from xl_scorecard.button.live_looks import give_looks, with_their_headings_looks
from xl_scorecard.domain.edits import CellEdit, OwnedBlock, SheetEdit, Style

NAVY, WHITE = (31, 56, 100), (255, 255, 255)


class Sheet:
    """A sheet on which every cell is bold and white on navy; it counts what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def range(self, place: str) -> SimpleNamespace:
        self.asked.append(place)
        return SimpleNamespace(color=NAVY, font=SimpleNamespace(color=WHITE, bold=True))


class OnTheWeb(Sheet):
    """A sheet whose looks cannot be asked."""

    def range(self, place: str) -> object:
        class Cell:
            @property
            def color(self) -> None:
                raise NotImplementedError

        return Cell()


class Lined:
    """A sheet that notes the sides of each range that are drawn; `together`, as on Windows, where
    they are drawn all at once."""

    def __init__(self, *, together: bool) -> None:
        self.lined: dict[str, list[str]] = {}
        self.at_once: dict[str, SimpleNamespace] = {}
        engine = SimpleNamespace(name="excel")
        self.book = SimpleNamespace(app=SimpleNamespace(engine=engine), sheets=[self])
        self._together = together

    def range(self, address: str) -> SimpleNamespace:
        def draw(sides: list[str], *, line_style: str, color: str) -> None:
            assert (line_style, color) == ("continuous", "#D5DADD")
            self.lined[address] = sides

        taken = address if self._together else address.partition(":")[0]
        said = re.sub(r"([A-Z]+)([0-9]+)", r"$\1$\2", taken)
        borders = self.at_once[address] = SimpleNamespace()
        return SimpleNamespace(
            address=said,
            borders=SimpleNamespace(set=draw),
            api=SimpleNamespace(Borders=borders),
        )


def _edit() -> SheetEdit:
    heading, row = Style(like=(4, 9), align="center"), Style(like=(5, 8))
    cells = [
        CellEdit(4, 11, "Status Q3 2018/19", style=heading),
        CellEdit(4, 12, "Change on Q2 2018/19", style=heading),
        CellEdit(5, 11, "Good", style=row),
    ]
    return SheetEdit("Scorecard", cells=cells, blocks=[OwnedBlock("K4:L5", ("rag", "change"))])


def test_headings_take_the_colours_of_the_heading_they_stand_beside() -> None:
    first, second, row = with_their_headings_looks(Sheet(), _edit())
    for heading in (first, second):
        assert (heading.style.fill, heading.style.text) == ("#1F3864", "#FFFFFF")
        assert heading.style.bold
        assert heading.style.align == "center"
    assert row.style.fill is None


def test_a_heading_is_asked_once_and_rows_never() -> None:
    sheet = Sheet()
    with_their_headings_looks(sheet, _edit())
    assert sheet.asked == ["I4"]


def test_on_the_web_headings_stay_plain() -> None:
    first, *_ = with_their_headings_looks(OnTheWeb(), _edit())
    assert (first.style.fill, first.style.text, first.style.bold) == (None, None, False)


_EDGES = ["edge_top", "edge_bottom", "edge_left", "edge_right"]


def _boxed(*, together: bool) -> Lined:
    sheet = Lined(together=together)
    boxed = Style(border=True)
    places = [(2, 2), (2, 3), (3, 2), (3, 3), (5, 2), (6, 2), (8, 2), (8, 3), (10, 2), (11, 2)]
    cells = [CellEdit(row, column, "x", style=boxed) for row, column in places]
    give_looks(sheet, cells, Areas(sheet.book))
    return sheet


def test_a_block_is_lined_inside_and_a_column_or_row_only_where_cells_meet() -> None:
    assert _boxed(together=False).lined == {
        "B2:C3": [*_EDGES, "inside_horizontal", "inside_vertical"],
        "B5:B6": [*_EDGES, "inside_horizontal"],
        "B10:B11": [*_EDGES, "inside_horizontal"],
        "B8:C8": [*_EDGES, "inside_vertical"],
    }


def test_all_lines_take_one_call_where_an_address_may_have_several_areas() -> None:
    sheet = _boxed(together=True)
    assert sheet.lined == {}
    lines = sheet.at_once["B5:B6,B10:B11,B2:C3,B8:C8"]
    assert (lines.LineStyle, lines.Color) == (1, 0xDDDAD5)  # continuous; blue, green, red
