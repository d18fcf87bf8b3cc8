"""The looks of cells in an open workbook, with doubles of a desktop Excel's cells."""

from __future__ import annotations

from types import SimpleNamespace

from xl_scorecard.button.live_looks import give_looks, with_their_headings_looks
from xl_scorecard.domain.edits import CellEdit, OwnedBlock, SheetEdit, Style

NAVY, WHITE = (31, 56, 100), (255, 255, 255)


class Sheet:
    """A sheet on which every cell is bold and white on navy; it counts what it is asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, int]] = []

    def range(self, place: tuple[int, int]) -> SimpleNamespace:
        self.asked.append(place)
        return SimpleNamespace(color=NAVY, font=SimpleNamespace(color=WHITE, bold=True))


class OnTheWeb(Sheet):
    """A sheet whose looks cannot be asked."""

    def range(self, place: tuple[int, int]) -> object:
        class Cell:
            @property
            def color(self) -> None:
                raise NotImplementedError

        return Cell()


class Lined:
    """A sheet that notes the sides of each range that are drawn."""

    def __init__(self) -> None:
        self.lined: dict[object, list[str]] = {}

    def range(self, first: tuple[int, int], last: tuple[int, int]) -> SimpleNamespace:
        shape = (last[0] - first[0] + 1, last[1] - first[1] + 1)

        def draw(sides: list[str], *, line_style: str, color: str) -> None:
            assert (line_style, color) == ("continuous", "#D5DADD")
            self.lined[first, last] = sides

        return SimpleNamespace(shape=shape, borders=SimpleNamespace(set=draw))


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
    assert sheet.asked == [(4, 9)]


def test_on_the_web_headings_stay_plain() -> None:
    first, *_ = with_their_headings_looks(OnTheWeb(), _edit())
    assert (first.style.fill, first.style.text, first.style.bold) == (None, None, False)


def test_a_block_is_lined_inside_and_a_column_or_row_only_where_cells_meet() -> None:
    sheet = Lined()
    boxed = Style(border=True)
    places = [(2, 2), (2, 3), (3, 2), (3, 3), (5, 2), (6, 2), (8, 2), (8, 3)]
    give_looks(sheet, [CellEdit(row, column, "x", style=boxed) for row, column in places])
    edges = ["edge_top", "edge_bottom", "edge_left", "edge_right"]
    assert sheet.lined == {
        ((2, 2), (3, 3)): [*edges, "inside_horizontal", "inside_vertical"],
        ((5, 2), (6, 2)): [*edges, "inside_horizontal"],
        ((8, 2), (8, 3)): [*edges, "inside_vertical"],
    }
