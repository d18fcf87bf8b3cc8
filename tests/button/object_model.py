"""Excel's object model as xlwings' own Windows engine asks it, every call of which is counted.

xlwings' engine runs unchanged; what it asks is answered from the plain model of a workbook, and
what it writes goes nowhere but for the sheets and names that it asks for again. A call is what one
`IDispatch::Invoke` would be: a property read or set, a method called.
"""

from __future__ import annotations

import ctypes
import importlib
import re
import sys
import types
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any
from unittest.mock import patch

import xlwings

from tests.button.as_xml import as_xml
from tests.button.models import Area, Book, Sheet, area_of, places, reference_of
from tests.button.payload import Results

METHODS = frozenset(
    ("Activate", "Modify", "Add", "AddComment", "Axes", "ChartObjects", "Clear", "ClearContents",
     "ChartWizard", "ClearFormats", "Delete", "Duplicate", "Item", "Merge", "Move", "Pictures",
     "Points", "Range", "Resize", "Select", "SeriesCollection", "SetFirstPriority", "SetSourceData",
     "Solid", "UnMerge", "Find", "Intersect", "SpecialCells", "ResetAllPageBreaks", "Trim")
)  # fmt: skip
_BY_ROWS = 1
_VISIBLE = 12
_NO_FILL = -4142
_PROPERTY_GET, _XML_SPREADSHEET = 2, 11
_NOT_FOUND = -2147352567


class ComError(Exception):
    """pywin32's com_error: named as there."""

    hresult = _NOT_FOUND


ComError.__name__ = "com_error"


class Calls(Counter[str]):
    """How often each member was called; and of cells, what was set where, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.set: list[tuple[str, str, str, Any]] = []
        """Sheet, address, member and value."""
        self.by_sheet: Counter[tuple[str, str]] = Counter()
        """How often each member was called of what belongs to a sheet, or to "" the workbook."""

    def note(self, of: Com, member: str) -> None:
        """One call of a member, named as in `Range.Value`."""
        at, says = of.__dict__["_at"], of.__dict__["_says"]
        sheet = at[0] if at else says["Name"] if of.__dict__["_kind"] == "Worksheet" else ""
        self[member] += 1
        self.by_sheet[sheet, member] += 1


class Com:
    """An object of Excel's; `says` holds what it answers, by member, and what its methods do.

    What it has no answer for is another such object. `at` is the sheet and the address of what
    belongs to cells.
    """

    def __init__(self, kind: str, calls: Calls, at: tuple[str, str] | None = None,
                 **says: Any) -> None:  # fmt: skip
        self.__dict__.update(_kind=kind, _calls=calls, _says=says, _at=at)

    def __getattr__(self, member: str) -> Any:
        if member == "_oleobj_":
            return _Invoked(self)
        if member.startswith("_"):
            raise AttributeError(member)
        if member in METHODS:
            return self._does(member)
        self._calls.note(self, f"{self._kind}.{member}")
        return self._answer(member)

    def __setattr__(self, member: str, value: Any) -> None:
        self._calls.note(self, f"{self._kind}.{member}=")
        self._says[member] = value
        self._says.pop(self._says.get(f"{member}="), None)  # what is automatic is no longer given
        if self._at is not None:
            self._calls.set.append((*self._at, f"{self._kind}.{member}", value))

    def _answer(self, member: str) -> Any:
        said = self._says.get(member)
        if callable(said) and not isinstance(said, Com):
            return said()
        if member in self._says:
            return said
        self._says[member] = held = Com(member, self._calls, self._at)
        return held

    def copied(self) -> Com:
        """Another one that holds the same."""
        held = {
            member: said.copied() if isinstance(said, Com) else said
            for member, said in self._says.items()
        }
        return Com(self._kind, self._calls, self._at, **held)

    def _does(self, member: str) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            self._calls.note(self, f"{self._kind}.{member}()")
            does = self._says.get(f"{member}()")
            return Com(member, self._calls, self._at) if does is None else does(*arguments, **named)

        return call

    def __call__(self, *arguments: Any) -> Any:
        self._calls.note(self, f"{self._kind}()")
        does = self._says.get("()")
        of = f"{self._kind} {arguments[0]}" if arguments and self._at else self._kind
        return Com(of, self._calls, self._at) if does is None else does(*arguments)

    def __iter__(self) -> Iterator[Any]:
        for each in self._says.get("each", list)():
            self._calls.note(self, f"{self._kind}[]")
            yield each

    def __getitem__(self, _: int) -> str:
        """Of `International`, an array that came whole."""
        return ","

    def __bool__(self) -> bool:
        return True


class _Invoked:
    """What is reached for past pywin32: properties that take arguments."""

    def __init__(self, of: Com) -> None:
        self._of = of

    def GetIDsOfNames(self, _: int, name: str) -> str:  # noqa: N802 (named as there)
        """A property by its name, which is its number here."""
        self._of.__dict__["_calls"].note(self._of, "oleobj.GetIDsOfNames()")
        return name

    def Invoke(  # noqa: N802 (named as there)
        self, name: str, _: int, kind: int, wanted: int, *arguments: Any
    ) -> Any:
        """Of a chart, that it has every axis."""
        self._of.__dict__["_calls"].note(self._of, "oleobj.Invoke()")
        says = self._of.__dict__["_says"].get(f"{name} of")
        return True if says is None else says(kind, wanted, *arguments)


class _Things:
    """The objects of one workbook."""

    def __init__(self, book: Book, results: Results, calls: Calls, *, together: bool) -> None:
        self.together = together
        self.book = book
        self.results = results
        self.calls = calls
        self.drawn: dict[str, list[Com]] = {}
        """The charts that were added to a sheet, each as a chart object and a shape in one."""
        self.sheets = [self.sheet(sheet) for sheet in book.sheets]
        self.names = {name: self.name(name, f"={text}") for name, text in book.names.items()}

    def com(self, kind: str, at: tuple[str, str] | None = None, **says: Any) -> Com:
        return Com(kind, self.calls, at, **says)

    def collection(
        self, kind: str, at: tuple[str, str] | None, things: Callable[[], list[Any]], **says: Any
    ) -> Com:
        """Numbered from 1, or by name."""

        def item(key: Any) -> Any:
            for number, thing in enumerate(things(), 1):
                if key in (number, thing.__dict__["_says"].get("Name")):
                    return thing
            raise ComError(_NOT_FOUND, "", (0, "", "", "", 0, _NOT_FOUND), None)

        says = {"Count": lambda: len(things()), "each": things, "()": item, "Item()": item, **says}
        return self.com(kind, at, **says)

    # -- the workbook ------------------------------------------------------------------------------

    def workbook(self) -> Com:
        app = self.app = self.com(
            "Application", **{"Intersect()": lambda one, _: one}, Hwnd=1, Calculation=-4105,
            ScreenUpdating=True, DisplayAlerts=True,
            Version="16.0", ReferenceStyle=1, LanguageSettings=self.com(
                "LanguageSettings", **{"()": lambda *_: 1033}
            ), International=self.com("International", **{"()": lambda *_: ","}),
        )  # fmt: skip
        workbook = self.com(
            "Workbook", Name=self.book.name, FullName=f"C:\\{self.book.name}", Application=app,
            AutoSaveOn=False, ProtectStructure=False, MultiUserEditing=False,
            ActiveSheet=self.sheets[0],
        )  # fmt: skip
        app.__dict__["_says"]["ActiveWorkbook"] = workbook
        for sheet in self.sheets:
            sheet.__dict__["_says"]["Parent"] = workbook
        self.workbook_ = workbook
        says = workbook.__dict__["_says"]
        says["Worksheets"] = self.collection(
            "Worksheets", None, lambda: self.sheets, Parent=workbook, **{"Add()": self.add_sheet}
        )
        says["Names"] = self.collection(
            "Names", None, lambda: list(self.names.values()), **{"Add()": self.add_name}
        )
        app.__dict__["_says"]["ActiveSheet"] = self.sheets[0]
        return workbook

    def add_sheet(self, *, Before: Com) -> Com:  # noqa: N803 (named as there)
        sheet = self.sheet(Sheet("new"))
        sheet.__dict__["_says"]["Parent"] = self.workbook_
        self.sheets.insert(self.sheets.index(Before), sheet)
        return sheet

    def add_name(self, name: str, refers_to: str) -> Com:
        self.names[name] = self.name(name, refers_to)
        return self.names[name]

    def name(self, name: str, refers_to: str) -> Com:
        gone = {"Delete()": lambda: self.names.pop(name)}
        return self.com("Name", Name=name, RefersTo=refers_to, **gone)

    # -- a sheet -----------------------------------------------------------------------------------

    def sheet(self, model: Sheet) -> Com:
        sheet = self.com(
            "Worksheet", Name=model.name, ProtectContents=False,
            Visible=-1 if model.visible is True else 0,
        )  # fmt: skip
        says = sheet.__dict__["_says"]

        def floats(kind: str, boxes: list[Any]) -> Com:
            things = [
                self.com(kind, Name=f"{kind} {n}", Left=box.left, Top=box.top, Width=box.width,
                         Height=box.height, Type=1) for n, box in enumerate(boxes, 1)
            ]  # fmt: skip
            more = [] if kind == "Picture" else self.drawn.setdefault(_name(sheet), [])
            return self.collection(f"{kind}s", (_name(sheet), ""), lambda: [*things, *more])

        def move(*, Before: Com) -> None:  # noqa: N803 (named as there)
            self.sheets.remove(sheet)
            self.sheets.insert(self.sheets.index(Before), sheet)

        charts = [chart.box for chart in model.charts if chart.box is not None]
        tables = [
            self.com("ListObject", Name=name, Range=self.range(sheet, model, area))
            for name, area in model.tables.items()
        ]
        says.update({
            "PageSetup": self.page_setup(sheet, model.print_area or ""),
            "Index": lambda: self.sheets.index(sheet) + 1,
            "Move()": move,
            "UsedRange": lambda: self.range(sheet, model, _used(model)),
            "Range()": lambda one, other=None: self.range(
                sheet, model, _between(one, other), one if isinstance(one, str) else ""
            ),
            "Cells": lambda: self.com("Cells", **{
                "()": lambda row, column: self.range(sheet, model, (row, column, row, column))
            }),
            "ChartObjects()": lambda: self.charts(
                sheet, floats("ChartObject", charts)
            ),
            "Pictures()": lambda: floats("Picture", model.pictures),
            "Shapes": lambda: floats("Shape", [*charts, *model.pictures, *model.shapes]),
            "ListObjects": lambda: self.collection("ListObjects", None, lambda: tables),
            "Comments": lambda: self.collection("Comments", None, list),
        })  # fmt: skip
        return sheet

    def page_setup(self, sheet: Com, print_area: str) -> Callable[[], Com]:
        """Made when it is first asked for: a new sheet has its name by then."""

        @cache
        def made() -> Com:
            return self.com("PageSetup", (_name(sheet), ""), PrintArea=print_area)

        return made

    def charts(self, sheet: Com, there: Com) -> Com:
        at = _name(sheet), ""

        def add(left: float, top: float, width: float, height: float) -> Com:
            place = {"Left": left, "Top": top, "Width": width, "Height": height}
            return self.chart_object(at, self.com("Chart", at), [], **place)

        there.__dict__["_says"]["Add()"] = add
        return there

    def chart_object(
        self, at: tuple[str, str], chart: Com, series: list[Com], **place: float
    ) -> Com:
        """A chart, its frame and its shape in one.

        It has a series for each column or row of its source after the first; those that stay keep
        their looks. A copy has the looks of what it is a copy of.
        """

        def source(area: Com, plot_by: int) -> None:
            top, left, bottom, right = area.__dict__["_says"]["area"]
            chart.__dict__["_says"]["source"] = (top, left, bottom, right), plot_by
            number = bottom - top if plot_by == _BY_ROWS else right - left
            del series[number:]
            series.extend(self.com("Series", at) for _ in range(number - len(series)))

        def wizard(**told: Any) -> None:
            assert (told["CategoryLabels"], told["SeriesLabels"]) == (1, 1)
            source(told["Source"], told["PlotBy"])
            chart.__dict__["_says"]["ChartTitle"].__dict__["_says"]["Text"] = told["Title"]

        all_series = self.collection("SeriesCollection", at, lambda: series)

        def one_or_all(number: int | None = None) -> Com:
            return all_series if number is None else series[number - 1]

        def axis(kind: int, _: int = 1) -> Any:
            automatic = {
                "MaximumScaleIsAuto=": "MaximumScale",
                "NumberFormatLinked=": "NumberFormat",
            }
            labels = self.com("TickLabels", at, **automatic)
            made = self.com("Axes", at, TickLabels=labels, **automatic)
            return chart.__dict__["_says"].setdefault(f"axis {kind}", made)

        def copy() -> Com:
            looks = [each.copied() for each in series]
            kept = {side: frame.__dict__["_says"][side] for side in ("Width", "Height")}
            return self.chart_object(at, chart.copied(), looks, **kept)

        chart.__dict__["_says"].update(
            {
                "SetSourceData()": source,
                "SeriesCollection()": one_or_all,
                "Axes()": axis,
                "ChartWizard()": wizard,
            }
        )
        drawn = self.drawn.setdefault(at[0], [])
        frame = self.com("Shape", at, Chart=chart, **{
            "Duplicate()": copy, "Delete()": lambda: drawn.remove(frame), "Type": 3, **place,
        })  # fmt: skip
        drawn.append(frame)
        return frame

    # -- cells -------------------------------------------------------------------------------------

    def range(self, sheet: Com, model: Sheet, area: Area, told: str = "") -> Com:
        top, left, bottom, right = area
        rows, columns = range(top, bottom + 1), range(left, right + 1)

        def grid(content: Callable[[int, int], Any]) -> Any:
            lines = tuple(tuple(content(row, column) for column in columns) for row in rows)
            return lines[0][0] if (top, left) == (bottom, right) else lines

        def value(row: int, column: int) -> Any:
            cell = model.cells.get((row, column))
            if cell is None:
                return None
            return self.results.get((model.name, row, column), cell.value)

        def formula(row: int, column: int) -> Any:
            cell = model.cells.get((row, column))
            return "" if cell is None or cell.content is None else str(cell.content)

        def alike(found: set[Any]) -> Any:
            return found.pop() if len(found) == 1 else None

        def merged() -> bool | None:
            held = sum(_overlap(m, part) for m in model.merges for part in parts)
            cells = sum(_overlap(part, part) for part in parts)
            return False if not held else True if held == cells else None

        def showing(**kind: int) -> Com:
            if kind["Type"] != _VISIBLE:
                raise ComError(_NOT_FOUND, "", (0, "", "No cells were found.", "", 0, 0), None)
            stretches = _stretches(set(rows) - model.hidden_rows)
            across = _stretches(set(columns) - model.hidden_columns)
            found = [
                self.range(sheet, model, (first, start, last, end))
                for first, last in stretches
                for start, end in across
            ]
            return self.com("Selected", Areas=self.collection("Areas", at, lambda: found))

        parts = [area_of(part) for part in told.split(",")] if told else [area]

        def value_of(kind: int, wanted: int, data_type: int) -> str:
            assert (kind, wanted, data_type) == (_PROPERTY_GET, 1, _XML_SPREADSHEET)
            return as_xml(model, area, self.results)

        at = _name(sheet), told or reference_of(area)
        return self.com(
            "Range", at, area=area, Worksheet=sheet, Row=top, Column=left,
            Rows=self.com("Rows", Count=len(rows)), Columns=self.com("Columns", Count=len(columns)),
            Address=_address(area, told if self.together else ""), Application=self.app,
            Value=lambda: grid(value), Formula=lambda: grid(formula), MergeCells=merged,
            MergeArea=lambda: self.range(
                sheet, model, next((m for m in model.merges if _overlap(m, area)), area)
            ),
            RowHeight=lambda: alike({model.height(row) for row in rows}),
            ColumnWidth=lambda: alike({model.width(column) for column in columns}),
            Left=lambda: model.left(left), Top=lambda: model.top(top),
            Interior=lambda: self.com("Interior", at, **_filled(model, parts)),
            Font=lambda: self.com("Font", at, Color=0, Bold=False),
            FormatConditions=lambda: self.com("FormatConditions", (at[0], ""), Count=0),
            **{"Find()": lambda *_, **__: None, "SpecialCells()": showing, "Value of": value_of,
               "()": lambda row, column=1: self.range(
                   sheet, model, (top + row - 1, left + column - 1) * 2
               ),
               "Range()": lambda one, other=None: self.range(sheet, model, _between(one, other))},
        )  # fmt: skip


def _name(sheet: Com) -> str:
    return str(sheet.__dict__["_says"]["Name"])


def _filled(model: Sheet, parts: list[Area]) -> dict[str, int | None]:
    """A fill as Excel says it: of cells with several the index is Null, and the colour black."""
    cells = [model.cells.get(at) for part in parts for at in places(part)]
    fills = {None if cell is None else cell.fill for cell in cells}
    if len(fills) > 1:
        return {"ColorIndex": None, "Color": 0}
    (fill,) = fills
    colour = int.from_bytes(bytes.fromhex((fill or "#FFFFFF")[1:]), "little")
    return {"ColorIndex": _NO_FILL if fill is None else 1, "Color": colour}


def _stretches(numbers: set[int]) -> list[tuple[int, int]]:
    """Neighbouring numbers: the first and the last of each stretch."""
    found: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def _address(area: Area, told: str) -> str:
    """As Excel says it, pinned; of several areas all of them."""
    return re.sub(r"([A-Z]+)([0-9]+)", r"$\1$\2", told if "," in told else reference_of(area))


def _used(model: Sheet) -> Area:
    return model.used or (1, 1, 1, 1)


def _between(one: Any, other: Any) -> Area:
    """From one corner to the other; of several areas the first."""
    areas = []
    for each in (one, other):
        if isinstance(each, str):
            areas.append(area_of(each.rpartition("!")[2].split(",")[0]))
        elif each is not None:
            areas.append(each.__dict__["_says"]["area"])
    first, last = areas[0], areas[-1]
    return first[0], first[1], last[2], last[3]


def _overlap(one: Area, other: Area) -> int:
    rows = min(one[2], other[2]) - max(one[0], other[0]) + 1
    columns = min(one[3], other[3]) - max(one[1], other[1]) + 1
    return max(rows, 0) * max(columns, 0)


def windows_engine() -> Any:
    """xlwings' Windows engine, loaded where there is no Windows."""
    if "xlwings._xlwindows" in sys.modules:
        return sys.modules["xlwings._xlwindows"]

    class Anything(types.ModuleType):
        __file__ = "none"

        def __getattr__(self, name: str) -> Any:
            if name.startswith("__"):
                raise AttributeError(name)
            return Anything(name)

        def __call__(self, *_: Any, **__: Any) -> Any:
            return Anything("answer")

        def __getitem__(self, _: Any) -> Any:
            return 0

    names = ("pywintypes", "win32api", "win32con", "pythoncom", "win32com", "win32com.client",
             "win32gui", "win32process", "win32timezone")  # fmt: skip
    stand_ins = {name: Anything(name) for name in names}
    stand_ins["win32com"].__dict__["client"] = stand_ins["win32com.client"]
    for kind in ("CDispatch", "CoClassBaseClass", "DispatchBaseClass"):
        stand_ins["win32com.client"].__dict__[kind] = type(kind, (), {})
    stand_ins["pywintypes"].__dict__.update(TimeType=type("TimeType", (), {}), com_error=ComError)
    of_windows = {name: Anything(name) for name in ("oledll", "windll", "PyDLL")}
    with patch.dict(sys.modules, stand_ins), patch.multiple(ctypes, create=True, **of_windows):
        return importlib.import_module("xlwings._xlwindows")


@contextmanager
def on_windows(
    book: Book, results: Results, *, together: bool = True
) -> Iterator[tuple[xlwings.Book, Calls]]:
    """A workbook open in xlwings' Windows engine, and the calls that are made, by member.

    Where not `together`, an address of several areas says that it is the first of them.
    """
    calls = Calls()
    workbook = _Things(book, results, calls, together=together).workbook()
    with in_engine(workbook, workbook.__dict__["_says"]["Application"]) as live:
        yield live, calls


@contextmanager
def in_engine(workbook: Any, app: Any) -> Iterator[xlwings.Book]:
    """A workbook in xlwings' Windows engine, over whatever answers in the place of Excel."""
    engine = windows_engine()
    excel = xlwings.main.Engine(impl=engine.engine)
    with (
        patch.object(engine, "get_excel_hwnds", lambda: [1]),
        patch.object(engine, "get_xl_app_from_hwnd", lambda _: app),
        patch.object(xlwings.engines, "active", excel),
        patch.dict(xlwings.engines.engines_by_name, {"excel": excel}),
    ):
        yield xlwings.Book(impl=engine.Book(xl=workbook))
