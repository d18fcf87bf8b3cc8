"""Carries out the actions of xlwings' remote engine on a plain model of a workbook.

It stands in for the Office.js client: whatever it does not know fails the test that asks for it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from tests.button.charted import CHART_ACTIONS, chart_action
from tests.button.models import (
    Area,
    Book,
    Shade,
    Sheet,
    area_of,
    places,
    reference_of,
    split,
    translated,
)
from tests.button.typed import put

Action = dict[str, Any]
_MANY_CELLS = 500_000
_POINTS_A_CHARACTER = 5.25
_WORDS = {
    "setWrapText": "wrap",
    "setHorizontalAlignment": "align",
    "setVerticalAlignment": "valign",
    "setRangeColor": "fill",
    "rangeAdjustIndent": "indent",
}
_CONTENTS = ("setValues", "setFormula", "addHyperlink", "rangeClear", "rangeClearContents")
_LOOKS = (*_WORDS, "setNumberFormat", "setFontProperty", "setBorderProperty", "rangeClearFormats",
          "rangeClear", "rangeMerge", "setRangeColors", "copyFromRange")  # fmt: skip


@dataclass(frozen=True)
class Touch:
    """An action that reached into cells."""

    action: str
    sheet: str
    area: Area

    @property
    def contents(self) -> bool:
        """Whether it changes what cells hold."""
        return self.action in _CONTENTS

    @property
    def looks(self) -> bool:
        """Whether it changes how cells look."""
        return self.action in _LOOKS


def replay(book: Book, actions: list[Action]) -> list[Touch]:
    """Carry out actions, one after the other; returns which cells they reached into."""
    return _Replayer(book).replay(actions)


class _Replayer:
    def __init__(self, book: Book) -> None:
        self._book = book
        self._known: dict[str, Callable[[Action], None]] = {
            "setValues": self._values,
            "setFormula": self._values,
            "addHyperlink": self._hyperlink,
            "setNumberFormat": self._number_format,
            "copyFromRange": self._copy_formats,
            "setFontProperty": lambda a: self._look(a, f"font {a['args'][0]}", a["args"][1]),
            "setBorderProperty": lambda a: self._look(a, f"border {a['args'][0]}", a["args"][1:]),
            "rangeClear": self._clear,
            "rangeClearContents": self._clear_contents,
            "rangeClearFormats": self._clear_formats,
            "sheetClear": self._sheet_clear,
            "sheetClearContents": self._sheet_clear_contents,
            "rangeMerge": self._merge,
            "rangeUnmerge": self._unmerge,
            "setColumnWidth": self._width,
            "setRowHeight": self._height,
            "addConditionalFormat": self._shade,
            "clearConditionalFormats": lambda a: _unshade(self._sheet(a), _area(a)),
            "addSheet": self._add_sheet,
            "sheetDelete": self._delete_sheet,
            "namesAdd": self._add_name,
            "nameDelete": self._delete_name,
            "setNameRefersTo": self._name_refers_to,
            "activateSheet": self._activate,
            "rangeSelect": self._select,
            "setShowGridlines": lambda a: setattr(self._sheet(a), "gridlines", a["args"][0]),
            "setPrintArea": lambda a: setattr(self._sheet(a), "print_area", a["args"][0]),
            "freezePaneAtRange": lambda a: setattr(self._sheet(a), "frozen", a["args"][0]),
            "freezePaneUnfreeze": lambda a: setattr(self._sheet(a), "frozen", None),
            "setDataValidationList": self._choose,
            "addTable": self._add_table,
            "resizeTable": self._resize_table,
            "showAutofilterTable": self._show_filter,
            "clearAutoFilterTable": self._clear_filter,
            # What Excel does while it waits; the model has none of it.
            "setCalculation": lambda a: None,
            "setScreenUpdating": lambda a: None,
            "calculate": lambda a: None,
        }
        for func, attribute in _WORDS.items():
            self._known[func] = partial(self._one_look, attribute)
        for func in CHART_ACTIONS:
            self._known[func] = lambda a: chart_action(self._book, self._sheet(a), a)

    def replay(self, actions: list[Action]) -> list[Touch]:
        touches = []
        for action in actions:
            func = action["func"]
            assert func in self._known, f"the replayer does not know the action {func}"
            if action["start_row"] is not None:
                touches.append(Touch(func, self._sheet(action).name, _area(action)))
            self._known[func](action)
        return touches

    def _sheet(self, action: Action) -> Sheet:
        return self._book.sheets[action["sheet_position"]]

    # -- cells -----------------------------------------------------------------------------------

    def _values(self, action: Action) -> None:
        sheet, area, given = self._sheet(action), _area(action), action["values"]
        assert "_xlfn." not in str(given), "a function as files name it and Excel does not"
        top, left, bottom, right = area
        if not isinstance(given, list):  # one formula for a block is filled as by hand
            origin = (top, left)
            for at in places(area):
                formula = isinstance(given, str) and given.startswith("=")
                put(sheet.cell(*at), translated(given, origin, at) if formula else given)
            return
        size = (len(given), {len(line) for line in given})
        assert size == (bottom - top + 1, {right - left + 1}), (
            f"{action['func']} of {size} into {reference_of(area)}"
        )
        for at in places(area):
            entry = given[at[0] - top][at[1] - left]
            if _covered(sheet, at):
                assert entry in (None, ""), f"{entry!r} would vanish below the merge at {at}"
            else:
                put(sheet.cell(*at), entry)

    def _hyperlink(self, action: Action) -> None:
        address, text, _ = action["args"]
        for at in places(_area(action)):
            cell = self._sheet(action).cell(*at)
            put(cell, text or address)
            cell.link = address.removeprefix("#")

    def _number_format(self, action: Action) -> None:
        for at in places(_area(action)):
            self._sheet(action).cell(*at).number_format = action["args"][0]

    def _copy_formats(self, action: Action) -> None:
        """A cell's formats to each cell of a range, as pasting does where the range is larger."""
        source, address, what, *_ = action["args"]
        assert what == "formats", "the replayer copies formats only"
        sheet, area, at = self._sheet(action), _area(action), area_of(address)
        assert self._book.sheets[source] is sheet, "the replayer copies within a sheet"
        assert at[:2] == at[2:], "the replayer copies from a cell"
        number_format = sheet.cell(*at[:2]).number_format
        for place in places(area):
            sheet.cell(*place).number_format = number_format
        sheet.looks += [
            (area, attribute, value)
            for where, attribute, value in list(sheet.looks)
            if _within(at, where)
        ]

    def _look(self, action: Action, attribute: str, value: object) -> None:
        self._sheet(action).looks.append((_area(action), attribute, value))

    def _one_look(self, attribute: str, action: Action) -> None:
        self._look(action, attribute, action["args"][0])

    def _clear(self, action: Action) -> None:
        self._clear_formats(action)
        self._clear_contents(action)
        for at in places(_area(action)):
            self._sheet(action).cells.pop(at, None)

    def _clear_contents(self, action: Action) -> None:
        for at in places(_area(action)):
            cell = self._sheet(action).cells.get(at)
            if cell is not None:
                cell.value = cell.formula = cell.link = None

    def _clear_formats(self, action: Action) -> None:
        sheet, area = self._sheet(action), _area(action)
        for at in places(area):
            cell = sheet.cells.get(at)
            if cell is not None:
                cell.number_format = "General"
        sheet.looks = [look for look in sheet.looks if not _within(look[0], area)]
        sheet.merges = {merged for merged in sheet.merges if not _meet(merged, area)}
        _unshade(sheet, area)

    def _sheet_clear(self, action: Action) -> None:
        """Cells and their formats; column widths, row heights and drawings stay."""
        sheet = self._sheet(action)
        assert not sheet.tables, "to clear a sheet takes its tables along"
        for part in (sheet.cells, sheet.shades, sheet.looks, sheet.merges):
            part.clear()

    def _sheet_clear_contents(self, action: Action) -> None:
        for cell in self._sheet(action).cells.values():
            cell.value = cell.formula = cell.link = None

    def _merge(self, action: Action) -> None:
        sheet, area = self._sheet(action), _area(action)
        assert action["args"] == [False], "the replayer merges whole blocks only"
        for merged in list(sheet.merges):
            if _meet(merged, area):
                assert _within(merged, area), f"{reference_of(area)} cuts through a merge"
                sheet.merges.remove(merged)
        held = [at for at in places(area) if at in sheet.filled and at != area[:2]]
        assert not held, f"merging {reference_of(area)} loses what {held} hold"
        if area[:2] != area[2:]:
            sheet.merges.add(area)

    def _unmerge(self, action: Action) -> None:
        sheet, area = self._sheet(action), _area(action)
        sheet.merges = {merged for merged in sheet.merges if not _meet(merged, area)}

    def _width(self, action: Action) -> None:
        """The client takes points; a character of the usual font is 7 pixels of 3/4 point."""
        _, left, _, right = _area(action, columns=True)
        for column in range(left, right + 1):
            self._sheet(action).widths[column] = action["args"][0] / _POINTS_A_CHARACTER

    def _height(self, action: Action) -> None:
        top, _, bottom, _ = _area(action)
        for row in range(top, bottom + 1):
            self._sheet(action).heights[row] = action["args"][0]

    def _choose(self, action: Action) -> None:
        given = action["args"][0]
        assert given["type"] == "literal", given
        words = tuple(given["values"])
        self._sheet(action).choices.update(dict.fromkeys(places(_area(action)), words))

    # -- tables ----------------------------------------------------------------------------------

    def _add_table(self, action: Action) -> None:
        address, headed, style, name = action["args"]
        sheet, area = self._sheet(action), area_of(address)
        assert headed
        assert style.startswith("TableStyle")
        taken = {n.casefold() for n in self._book.names}
        taken |= {n.casefold() for other in self._book.sheets for n in other.tables}
        assert name.casefold() not in taken, f"there is a table or name {name} already"
        assert not any(_meet(area, other) for other in sheet.tables.values()), "tables overlap"
        _headings(sheet, area)
        sheet.tables[name] = area

    def _table(self, action: Action) -> str:
        return list(self._sheet(action).tables)[action["args"][0]]

    def _resize_table(self, action: Action) -> None:
        sheet, name = self._sheet(action), self._table(action)
        area = area_of(action["args"][1])
        assert area[:2] == sheet.tables[name][:2], "a table keeps its first heading"
        assert area[2] > area[0], "a table has a row besides its headings"
        _headings(sheet, area)
        sheet.tables[name] = area

    def _show_filter(self, action: Action) -> None:
        if not action["args"][1]:
            self._unfilter(self._sheet(action), self._table(action))

    def _clear_filter(self, action: Action) -> None:
        sheet, name = self._sheet(action), self._table(action)
        asked = sheet.criteria.get(name, set())
        asked.discard(action["args"][1])
        if not asked:
            self._unfilter(sheet, name)

    def _unfilter(self, sheet: Sheet, name: str) -> None:
        if sheet.criteria.pop(name, None) is not None:
            top, _, bottom, _ = sheet.tables[name]
            sheet.hidden_rows -= set(range(top, bottom + 1))

    # -- conditional formats ---------------------------------------------------------------------

    def _shade(self, action: Action) -> None:
        """A new format comes first, its formula that of the area's first cell."""
        (entry,) = action["args"]
        assert entry["type"] == "Custom", f"a conditional format of type {entry['type']}"
        fill, font = (entry[key] and entry[key].upper() for key in ("fill_color", "font_color"))
        formula = entry["formula"].removeprefix("=")
        self._sheet(action).shades.insert(0, Shade(_area(action), formula, fill, font))

    # -- sheets, names, view ---------------------------------------------------------------------

    def _add_sheet(self, action: Action) -> None:
        position, name = action["args"]
        taken = {other.casefold() for other in self._book.sheet_names}
        assert name.casefold() not in taken, f"there is a sheet {name} already"
        assert len(name) <= 31, f"{name} is too long for a sheet"
        self._book.sheets.insert(position, Sheet(name))

    def _delete_sheet(self, action: Action) -> None:
        gone = self._book.sheets.pop(action["sheet_position"])
        lost = (f"'{gone.name.replace(chr(39), chr(39) * 2)}'!", f"{gone.name}!")
        for name, text in self._book.names.items():
            self._book.names[name] = _without(text, lost)
        for sheet in self._book.sheets:
            for cell in sheet.cells.values():
                cell.formula = cell.formula and _without(cell.formula, lost)

    def _add_name(self, action: Action) -> None:
        assert action["sheet_position"] is None, "the replayer knows names of the workbook only"
        name, refers_to = action["args"]
        taken = {other.casefold() for other in self._book.names}
        assert name.casefold() not in taken, f"there is a name {name} already"
        self._book.names[name] = _sound(self._book, refers_to)

    def _delete_name(self, action: Action) -> None:
        name = action["args"][2]
        assert name in self._book.names, f"there is no name {name}"
        del self._book.names[name]

    def _name_refers_to(self, action: Action) -> None:
        name, book_scope, _, refers_to = action["args"]
        assert book_scope, "the replayer knows names of the workbook only"
        assert name in self._book.names, f"there is no name {name}"
        self._book.names[name] = _sound(self._book, refers_to)

    def _activate(self, action: Action) -> None:
        self._book.active = action["args"][0]

    def _select(self, action: Action) -> None:
        self._book.active = action["sheet_position"]
        self._book.selection = reference_of(_area(action))


def _sound(book: Book, refers_to: str) -> str:
    """What a name refers to, less its equals sign; it must be cells of a sheet that is there.

    Only the names that say what we drew hold texts.
    """
    assert refers_to.startswith("="), f"a name would refer to the text {refers_to}"
    if refers_to.startswith('="'):
        assert all(len(piece) < 255 for piece in refers_to.split('"'))
        return refers_to[1:]
    sheet, reference = split(refers_to)
    assert sheet in book.sheet_names, f"there is no sheet {sheet}"
    area_of(reference)
    return refers_to[1:]


def _headings(sheet: Sheet, area: Area) -> None:
    """The headings of a table are texts, no two alike; Excel would make others of them."""
    top, left, _, right = area
    texts = [sheet.cells[top, column].value for column in range(left, right + 1)]
    assert all(isinstance(text, str) and text for text in texts), texts
    assert len({str(text).casefold() for text in texts}) == len(texts), texts


def _without(text: str, lost: tuple[str, ...]) -> str:
    for prefix in lost:
        text = text.replace(prefix, "#REF!")
    return text


def _area(action: Action, *, columns: bool = False) -> Area:
    top, left = action["start_row"] + 1, action["start_column"] + 1
    rows, across = action["row_count"], action["column_count"]
    assert columns or rows * across <= _MANY_CELLS, f"{action['func']} covers {rows} rows"
    return top, left, top + rows - 1, left + across - 1


def _covered(sheet: Sheet, at: tuple[int, int]) -> bool:
    """Whether a cell lies below a merge, where nothing shows."""
    return any(_within((*at, *at), m) and m[:2] != at for m in sheet.merges)


def _within(inner: Area, outer: Area) -> bool:
    return (
        outer[0] <= inner[0]
        and outer[1] <= inner[1]
        and inner[2] <= outer[2]
        and inner[3] <= outer[3]
    )


def _meet(one: Area, other: Area) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _unshade(sheet: Sheet, area: Area) -> None:
    """Take conditional formats off an area; what lies outside of it keeps them."""
    kept: list[Shade] = []
    for shade in sheet.shades:
        if not _meet(shade.area, area):
            kept.append(shade)
            continue
        kept += [shade.over(part) for part in _rest(shade.area, area)]
    sheet.shades = kept


def _rest(whole: Area, hole: Area) -> list[Area]:
    """The parts of an area around a hole: above, below, left, right."""
    top, left, bottom, right = whole
    first, last = max(top, hole[0]), min(bottom, hole[2])
    parts = (
        (top, left, hole[0] - 1, right),
        (hole[2] + 1, left, bottom, right),
        (first, left, last, hole[1] - 1),
        (first, hole[3] + 1, last, right),
    )
    return [part for part in parts if part[0] <= part[2] and part[1] <= part[3]]
