"""Excel on the desktop as far as the button asks it: a stand-in for the other side of xlwings.

Writing goes to xlwings' remote engine, whose actions the replayer carries out. What that engine
cannot be asked, and Excel on the desktop can, is answered from the model of the workbook.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import xlwings

from tests.button.models import (
    Area,
    Book,
    Box,
    Cell,
    Sheet,
    places,
    reference_of,
)
from tests.button.payload import Results, payload
from tests.button.replayer import Action, Touch, replay
from xl_scorecard.button import refresh


def press_on_desktop(
    book: Book, results: Results, rules: Path, asked: Counter[str] | None = None
) -> tuple[list[Action], list[Touch]]:
    """Press the button on a model, which is changed; what was sent and where it reached.

    `asked` counts what was asked of Excel besides values.
    """
    live = xlwings.Book(json=payload(book, results))
    refresh(DesktopBook(live, book, Counter() if asked is None else asked), rules=rules)
    actions: list[Action] = live.json()["actions"]
    return actions, replay(book, actions)


class _Beside:
    """Something of the remote engine, with some of its members answered otherwise."""

    def __init__(self, there: Any) -> None:
        object.__setattr__(self, "there", there)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.there, name)

    def __setattr__(self, name: str, value: Any) -> None:
        if name.startswith("_"):
            object.__setattr__(self, name, value)
        else:
            setattr(self.there, name, value)


class DesktopBook(_Beside):
    """An open workbook; `asked` counts what it is asked besides values."""

    def __init__(self, there: Any, model: Book, asked: Counter[str]) -> None:
        super().__init__(there)
        self._model = model
        self._asked = asked

    @property
    def sheets(self) -> DesktopSheets:
        return DesktopSheets(self.there.sheets, self._model, self._asked)


class DesktopSheets(_Beside):
    """Its worksheets."""

    def __init__(self, there: Any, model: Book, asked: Counter[str]) -> None:
        super().__init__(there)
        self._model = {sheet.name: sheet for sheet in model.sheets}
        self._asked = asked

    def __len__(self) -> int:
        return len(self.there)

    def __iter__(self) -> Iterator[DesktopSheet]:
        return (self._wrap(sheet) for sheet in self.there)

    def __getitem__(self, key: int | str) -> DesktopSheet:
        return self._wrap(self.there[key])

    def add(self, name: str, *, after: DesktopSheet) -> DesktopSheet:
        return self._wrap(self.there.add(name, after=after.there))

    def _wrap(self, sheet: Any) -> DesktopSheet:
        return DesktopSheet(sheet, self._model.get(sheet.name) or Sheet(sheet.name), self._asked)


class DesktopSheet(_Beside):
    """A worksheet; a new one has nothing to say yet."""

    def __init__(self, there: Any, model: Sheet, asked: Counter[str]) -> None:
        super().__init__(there)
        self._model = model
        self._asked = asked

    def range(self, *area: Any) -> DesktopRange:
        return DesktopRange(self.there.range(*area), self._model, self._asked)

    @property
    def tables(self) -> DesktopTables:
        return DesktopTables(self.there.tables)

    @property
    def visible(self) -> int:
        """-1 if visible, 0 or 2 if hidden."""
        return -1 if self._model.visible is True else int(self._model.visible)

    @property
    def page_setup(self) -> PageSetup:
        """Excel says "" where all of a sheet is printed."""
        return PageSetup(self.there.page_setup, self._model)

    @property
    def shapes(self) -> list[Box]:
        """On the desktop charts, pictures and notes are shapes too."""
        charts = [chart.box for chart in self._model.charts if chart.box is not None]
        return [*charts, *self._model.pictures, *self._model.shapes]


class DesktopTables(_Beside):
    """The tables of a worksheet."""

    def __len__(self) -> int:
        return len(self.there)

    def __iter__(self) -> Iterator[DesktopTable]:
        return (DesktopTable(table) for table in self.there)

    def add(self, *, source: DesktopRange, **how: Any) -> DesktopTable:
        return DesktopTable(self.there.add(source=source.there, **how))


class DesktopTable(_Beside):
    """A table; that its filter was taken off is said to the engine, which has no such thing."""

    def resize(self, area: DesktopRange) -> None:
        self.there.resize(area.there)


class PageSetup(_Beside):
    """How a sheet is printed: asked of the model, set through the engine."""

    def __init__(self, there: Any, model: Sheet) -> None:
        super().__init__(there)
        self._model = model

    @property
    def print_area(self) -> str:
        return self._model.print_area or ""


class DesktopRange(_Beside):
    """Cells of a worksheet: what they are asked is answered as Excel on Windows does."""

    def __init__(self, there: Any, model: Sheet, asked: Counter[str]) -> None:
        super().__init__(there)
        self._model = model
        self._asked = asked

    @property
    def _area(self) -> Area:
        top, left = self.there.row, self.there.column
        rows, columns = self.there.shape
        return top, left, top + rows - 1, left + columns - 1

    @property
    def formula(self) -> object:
        top, left, bottom, right = self._area
        rows = tuple(
            tuple(self._formula(row, column) for column in range(left, right + 1))
            for row in range(top, bottom + 1)
        )
        return rows[0][0] if rows[1:] == () and rows[0][1:] == () else rows

    def _formula(self, row: int, column: int) -> str:
        content = self._model.cells.get((row, column), Cell()).content
        return "" if content is None else str(content)

    @property
    def conditional_formats(self) -> DesktopFormats:
        return DesktopFormats(self.there, self._model, self._area)

    @property
    def merge_cells(self) -> bool | None:
        self._asked["merge_cells"] += 1
        merged = sum(_cells_in_both(area, self._area) for area in self._model.merges)
        if not merged:
            return False
        return True if merged == _cells_in_both(self._area, self._area) else None

    @property
    def merge_area(self) -> DesktopRange:
        self._asked["merge_area"] += 1
        at = self._area
        merged = (area for area in self._model.merges if _cells_in_both(area, at))
        area = self.there.sheet.range(reference_of(next(merged, at)))
        return DesktopRange(area, self._model, self._asked)

    @property
    def color(self) -> tuple[int, int, int] | None:
        """Of cells in several colours, black."""
        self._asked["color"] += 1
        cells = self._model.cells
        fills = {cells[at].fill if at in cells else None for at in places(self._area)}
        if len(fills) > 1:
            return 0, 0, 0
        (fill,) = fills
        return None if fill is None else tuple(bytes.fromhex(fill.lstrip("#")))  # type: ignore[return-value]

    @property
    def row_height(self) -> float | None:
        self._asked["row_height"] += 1
        top, _, bottom, _ = self._area
        return _alike(self._model.height(row) for row in range(top, bottom + 1))

    @property
    def column_width(self) -> float | None:
        self._asked["column_width"] += 1
        _, left, _, right = self._area
        return _alike(self._model.width(column) for column in range(left, right + 1))

    @property
    def left(self) -> float:
        self._asked["left"] += 1
        return self._model.left(self.there.column)

    @property
    def top(self) -> float:
        self._asked["top"] += 1
        return self._model.top(self.there.row)


@dataclass(frozen=True)
class DesktopFormat:
    """A conditional format that can be looked at and deleted, carried out already or not yet."""

    formula: str
    delete: Callable[[], None]


class DesktopFormats(_Beside):
    """The conditional formats over a range: Excel on the desktop says which there are."""

    def __init__(self, there: Any, model: Sheet, area: Area) -> None:
        super().__init__(there.conditional_formats)
        self._model = model
        self._area = area
        self._position = there.sheet.index - 1
        self._actions: list[Action] = there.sheet.book.json()["actions"]

    def __iter__(self) -> Iterator[DesktopFormat]:
        for action in [a for a in self._actions if a["func"] == "addConditionalFormat"]:
            top, left = action["start_row"] + 1, action["start_column"] + 1
            area = (top, left, top + action["row_count"] - 1, left + action["column_count"] - 1)
            if action["sheet_position"] == self._position and _cells_in_both(area, self._area):
                yield DesktopFormat(
                    action["args"][0]["formula"], partial(self._actions.remove, action)
                )
        for shade in [s for s in self._model.shades if _cells_in_both(s.area, self._area)]:
            yield DesktopFormat(f"={shade.formula}", partial(self._model.shades.remove, shade))


def _cells_in_both(one: Area, other: Area) -> int:
    rows = min(one[2], other[2]) - max(one[0], other[0]) + 1
    columns = min(one[3], other[3]) - max(one[1], other[1]) + 1
    return max(rows, 0) * max(columns, 0)


def _alike(answers: Iterable[Any]) -> Any:
    """The one answer, or None where there are several."""
    found = set(answers)
    return found.pop() if len(found) == 1 else None
