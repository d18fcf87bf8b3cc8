"""What was written into the open workbook, and how each of it is taken back."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from xl_scorecard.button.areas import over, place_of
from xl_scorecard.button.asked import Questions, asked
from xl_scorecard.button.held_cells import formulas_of
from xl_scorecard.button.live_contents import as_text
from xl_scorecard.button.live_shades import drop_marked
from xl_scorecard.button.rectangles import alike, runs
from xl_scorecard.domain.edits import CellEdit
from xl_scorecard.domain.row_keys import Place

_log = logging.getLogger("xl_scorecard.button")


class TakingBack:
    """Steps back, the last first."""

    def __init__(self) -> None:
        self._steps: list[Callable[[], object]] = []

    def note(self, step: Callable[[], object]) -> None:
        """Note how to take back what is about to be done, or was."""
        self._steps.append(step)

    def go_back(self) -> bool:
        """Take everything back as far as Excel lets it; says whether that is all of it."""
        whole = True
        for step in reversed(self._steps):
            try:
                step()
            except Exception as fault:  # one step that fails must not keep the others from it
                _log.error("not taken back: %s", type(fault).__name__)
                whole = False
        self._steps.clear()
        return whole


def note_cells(back: TakingBack, sheet: Any, cells: Iterable[CellEdit], *, again: bool) -> None:
    """Note what cells of an officers' sheet hold before they are written.

    Where formulas cannot be read, only a first press (not `again`) can be taken back: then the
    cells were empty.
    """
    _, _, _, beyond = place_of(sheet.used_range)
    for top, left, bottom, right in runs(list(cells)):
        area = over(sheet, (top, left, bottom, right))
        held = formulas_of(area)
        if not again and left > beyond:
            back.note(area.clear_formats)
        if held is not None:
            back.note(partial(_put, area, held))
        elif not again:
            back.note(area.clear_contents)


def note_shades(
    back: TakingBack, sheet: Any, areas: Iterable[str], put: Callable[[], object], *, again: bool
) -> None:
    """Note how to take conditional formats off areas, and where they stood before, `put` them."""
    if again:
        back.note(put)
    for area in areas:
        back.note(partial(drop_marked, sheet.range(area)))


def note_merge(back: TakingBack, area: Any) -> None:
    """Note that cells are about to be merged."""
    back.note(area.unmerge)


def note_widths(back: TakingBack, sheet: Any, columns: Iterable[int]) -> None:
    """Note how wide columns are, where the engine tells."""
    for _, begun, until in alike(dict.fromkeys(columns, 0.0)):
        for first, last, width in _widths(sheet, begun, until):
            area = over(sheet, (1, first, 1, last))
            back.note(partial(setattr, area, "column_width", width))


def _widths(sheet: Any, begun: int, until: int) -> Iterator[tuple[int, int, float]]:
    """Neighbouring columns of one width: the first, the last and how wide they are."""

    def width(first: int, last: int) -> float | None:
        return over(sheet, (1, first, 1, last)).column_width  # type: ignore[no-any-return]

    told = asked(lambda: list(Questions().stretches(begun, until, width)))
    yield from ((first, last, width) for first, last, width in told or () if width is not None)


def note_contents(
    back: TakingBack, sheet: Any, contents: Mapping[Place, Any], formulas: Collection[Place]
) -> None:
    """Note what all cells of a sheet of ours hold, by which the next press knows it again."""
    if not contents:
        return
    bottom, right = (max(numbers) for numbers in zip(*contents, strict=True))
    held = [
        [
            _as_typed(contents.get((row, column)), is_formula=(row, column) in formulas)
            for column in range(1, right + 1)
        ]
        for row in range(1, bottom + 1)
    ]
    back.note(partial(_put, over(sheet, (1, 1, bottom, right)), held))
    back.note(sheet.clear_contents)


def _as_typed(content: Any, *, is_formula: bool) -> Any:
    if not isinstance(content, str):
        return "" if content is None else content
    return content if is_formula else as_text(content)


def _put(area: Any, held: Any) -> None:
    area.options("raw").formula = [list(row) for row in held]
