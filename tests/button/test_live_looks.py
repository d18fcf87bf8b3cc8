"""The looks of our headings in an open workbook, with a double of a desktop Excel's cells."""

from __future__ import annotations

from types import SimpleNamespace

from xl_scorecard.button.live_looks import with_their_headings_looks
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
