"""The button by xlwings' own Windows engine over LibreOffice's objects for Excel's macros.

    python benchmarks/button_windows.py

LibreOffice carries out macros that were written for Excel (`ooo.vba`): an implementation of Excel's
object model that nobody here wrote. xlwings' engine runs unchanged; each call that it would make
of Excel is made of LibreOffice, and counted. A small book is refreshed in it, stored, and its cells
are held against those of the file writer, which LibreOffice has opened and stored as well.

So what is proved are values, formulas, number formats of figures and which sheets there are. What
LibreOffice does not do is listed, and taken as if it did: colours of cells, conditional formats,
tables, most of charts, what a window shows; and names, which it keeps in a window alone.

It needs LibreOffice with its Python (Debian: libreoffice-calc-nogui, python3-uno), for the Python
that runs this.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

ROOT = Path(__file__).parent.parent
_UNO = "/usr/lib/python3/dist-packages"
_SECONDS = 60
_BUDGET = 690
_OBJECTS = frozenset(
    ("ActiveSheet", "Add", "Application", "Areas", "Axes", "Chart",
     "ChartObjects", "ChartTitle", "HPageBreaks", "Legend", "ListObjects", "Pictures", "Shapes",
     "SeriesCollection", "Validation", "Borders", "Cells", "Columns", "Comments", "Font",
     "FormatConditions", "Interior", "Intersect", "Item", "MergeArea", "PageSetup", "Parent",
     "Range", "Rows", "SpecialCells", "UsedRange", "Worksheet", "Worksheets", "Windows",
     "()")
)  # fmt: skip
"""Members that answer with an object."""
_BASIC = """\
Rem Attribute VBA_ModuleType=VBAModule
Option VBASupport 1
Public Held(100000) As Variant
Public Last As Long
Function Begin()
    Set Held(0) = ActiveWorkbook
    Set Held(1) = Application
    Last = 1
End Function
"""
_ONE = """\
Rem Attribute VBA_ModuleType=VBAModule
Option VBASupport 1
Function Ask(thing{parameters})
    On Error GoTo Refused
{body}
    Exit Function
Refused:
    Ask = Array(2, Err & " " & Error$)
End Function
"""
_MATRIX = """\
    Dim r, c
    Dim m(UBound(a0), UBound(a0(0)))
    For r = 0 To UBound(a0)
        For c = 0 To UBound(a0(0))
            m(r, c) = a0(r)(c)
        Next
    Next
    Held(thing).{member} = m
    Ask = Array(0, Null)"""


class Office:
    """LibreOffice with one workbook open, whose objects are known by number."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.calls: Counter[str] = Counter()
        self.lacking: Counter[tuple[str, str]] = Counter()
        self.names: dict[str, SimpleNamespace] = {}
        libraries = document.BasicLibraries
        libraries.VBACompatibilityMode = True
        if not libraries.hasByName("Standard"):
            libraries.createLibrary("Standard")
        self._library = libraries.getByName("Standard")
        self._library.insertByName("Objects", _BASIC)
        self._asks: dict[tuple[str, ...], Any] = {}
        self._script("Objects", "Begin").invoke((), (), ())

    def _script(self, module: str, function: str) -> Any:
        place = f"vnd.sun.star.script:Standard.{module}.{function}"
        return self.document.getScriptProvider().getScript(
            f"{place}?language=Basic&location=document"
        )

    def ask(self, number: int, member: str, given: tuple[Any, ...], how: str) -> Any:
        """Make one call; raises ComError where LibreOffice refuses it."""
        held = [each.number if isinstance(each, Thing) else each for each in given]
        kinds = [
            "left out" if each is LEFT_OUT else "object" if isinstance(each, Thing) else "value"
            for each in given
        ]
        held = [each for each in held if each is not LEFT_OUT]
        matrix = how == "set" and isinstance(held[0], list | tuple)
        shape = (member, how, str(matrix), *kinds)
        if shape not in self._asks:
            module = f"Ask{len(self._asks)}"
            self._library.insertByName(module, _source(member, how, kinds, matrix=matrix))
            self._asks[shape] = self._script(module, "Ask")
        if matrix:
            held[0] = tuple(tuple(row) for row in held[0])
        kind, found = self._asks[shape].invoke((number, *held), (), ())[0]
        if kind == 2 or hasattr(found, "ImplementationName"):
            raise LookupError(found)
        return Thing(self, found, member) if kind == 1 else found


def _source(member: str, how: str, kinds: list[str], *, matrix: bool) -> str:
    names = [f"a{n}" for n in range(len(kinds) - kinds.count("left out"))]
    next_name = iter(names)
    asked = ", ".join(
        "" if kind == "left out"
        else f"Held({next(next_name)})" if kind == "object" else next(next_name)
        for kind in kinds
    )  # fmt: skip
    dot = "" if member == "()" else f".{member}"
    call = f"Held(thing){dot}" + (f"({asked})" if kinds else "")
    if matrix:
        body = _MATRIX.format(member=member)
    elif how == "set":
        body = f"    Held(thing).{member} = {asked}\n    Ask = Array(0, Null)"
    elif member in _OBJECTS:
        body = f"    Set Held(Last + 1) = {call}\n    Last = Last + 1\n    Ask = Array(1, Last)"
    elif how == "do":
        body = f"    Held(thing).{member} {asked}\n    Ask = Array(0, Null)"
    else:
        body = f"    Ask = Array(0, {call})"
    return _ONE.format(parameters="".join(f", {name}" for name in names), body=body)


class Thing:
    """An object of Excel's as LibreOffice has it: each member asked for is one call."""

    def __init__(self, office: Office, number: int, kind: str) -> None:
        self.__dict__.update(_office=office, number=number, _kind=kind)

    def __getattr__(self, member: str) -> Any:
        if member == "_oleobj_":
            return HAS_AXES
        if member.startswith("_"):
            raise AttributeError(member)
        if member == "Names":
            return Names(self._office)
        if member in METHODS:
            return lambda *given, **named: self._does(member, given, named)
        return self._asked(member, (), "get")

    def __setattr__(self, member: str, value: Any) -> None:
        self._asked(member, (value,), "set")

    def __call__(self, *given: Any) -> Any:
        return self._asked("()", given, "get")

    def __iter__(self) -> Iterator[Any]:
        for number in range(1, self.Count + 1):
            yield self(number)

    def __bool__(self) -> bool:
        return True

    def _does(self, member: str, given: tuple[Any, ...], named: dict[str, Any]) -> Any:
        if not named.keys() <= PLACES.keys():
            return self._lacks(member, f"named {', '.join(named)}")
        by_place = {**dict(enumerate(given)), **{PLACES[name]: it for name, it in named.items()}}
        last = max(by_place, default=-1)
        return self._asked(member, tuple(by_place.get(n, LEFT_OUT) for n in range(last + 1)), "do")

    def _asked(self, member: str, given: tuple[Any, ...], how: str) -> Any:
        office = self._office
        office.calls[f"{self._kind}.{member}"] += 1
        try:
            return office.ask(self.number, member, given, how)
        except LookupError as fault:
            return self._lacks(member, str(fault))

    def _lacks(self, member: str, why: str) -> Any:
        self._office.lacking[f"{self._kind}.{member}", " ".join(why.split())[:60]] += 1
        if member in ("()", "Item", "SpecialCells", "Range", "Formula", "Value"):
            raise ComError(-1, why, (0, "", why, "", 0, -1), None)
        return DEFAULTS.get(member, Lacking(self._office, member))


class Lacking:
    """What LibreOffice has not: it takes what it is given, and holds nothing."""

    def __init__(self, office: Office, kind: str) -> None:
        self.__dict__.update(_office=office, _kind=kind)

    def __getattr__(self, member: str) -> Any:
        if member == "_oleobj_":
            return HAS_AXES
        if member.startswith("__"):
            raise AttributeError(member)
        self._office.calls[f"{self._kind}.{member}"] += 1
        return 0 if member == "Count" else Lacking(self._office, member)

    def __setattr__(self, member: str, value: Any) -> None:
        self._office.calls[f"{self._kind}.{member}"] += 1

    def __call__(self, *_: Any, **__: Any) -> Any:
        return self

    def __iter__(self) -> Iterator[Any]:
        return iter(())


class Names:
    """The workbook's names, kept here: LibreOffice's objects for them want a window."""

    def __init__(self, office: Office) -> None:
        self._office = office

    @property
    def Count(self) -> int:  # noqa: N802 (as Excel says it, and so below)
        return len(self._office.names)

    def __call__(self, key: Any) -> Any:
        names = list(self._office.names)
        name = names[key - 1] if isinstance(key, int) else key
        if name not in names:
            raise ComError(-1, "no such name", (0, "", "no such name", "", 0, -1), None)
        return self._office.names[name]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._office.names.values())

    def Add(self, name: str, refers_to: str) -> Any:  # noqa: N802
        self._office.calls["Names.Add"] += 1
        gone = partial(self._office.names.pop, name)
        self._office.names[name] = SimpleNamespace(Name=name, RefersTo=refers_to, Delete=gone)
        return self._office.names[name]


@contextmanager
def office(folder: Path) -> Iterator[Any]:
    """LibreOffice's desktop, in a process of its own with a profile of its own."""
    import uno

    pipe = f"pipe,name=button{os.getpid()}"
    program = subprocess.Popen(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--norestore", "--nologo", f"--accept={pipe};urp;"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        here = uno.getComponentContext()
        factory = here.ServiceManager
        resolver = factory.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
        until = time.monotonic() + _SECONDS
        while True:
            try:
                there = resolver.resolve(f"uno:{pipe};urp;StarOffice.ComponentContext")
                break
            except Exception:  # not there yet
                if time.monotonic() > until:
                    raise
                time.sleep(0.2)
        manager = there.ServiceManager
        yield manager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
    finally:
        program.terminate()
        program.wait()


def opened(desktop: Any, path: Path) -> Any:
    """A workbook, opened where nobody sees it, its macros allowed: they are ours."""
    from com.sun.star.beans import PropertyValue

    how = PropertyValue("Hidden", 0, True, 0), PropertyValue("MacroExecutionMode", 0, 4, 0)
    until = time.monotonic() + _SECONDS
    while (document := desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, how)) is None:
        if time.monotonic() > until:
            raise TimeoutError(f"LibreOffice does not open {path.name}")
        time.sleep(0.5)
    return document


def store(document: Any, path: Path) -> None:
    """Store a workbook as .xlsx and close it."""
    from com.sun.star.beans import PropertyValue

    how = (PropertyValue("FilterName", 0, "Calc MS Excel 2007 XML", 0),)
    document.storeToURL(path.as_uri(), how)
    document.close(False)


def main() -> int:
    """Refresh a small book both ways; the exit status says whether the cells are the same."""
    import xl_scorecard
    from tests.button.models import read_book
    from tests.button.object_model import in_engine
    from tests.button.pressed import contents, number_formats
    from tests.support.books import ROWS, RULES, rule_file, scorecard
    from xl_scorecard.button import refresh

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source, rules = scorecard(folder / "small.xlsx", ROWS), rule_file(folder, RULES)
        pressed = Path(shutil.copy(source, folder / "pressed.xlsx"))
        xl_scorecard.refresh(source, rules=rules, out=folder / "out")
        with office(folder) as desktop:
            store(opened(desktop, folder / "out" / source.name), folder / "file.xlsx")
            asked = Office(opened(desktop, pressed))
            with in_engine(Thing(asked, 0, "Workbook"), Thing(asked, 1, "Application")) as book:
                refresh(book, rules=rules)
            store(asked.document, folder / "button.xlsx")
        file, button = read_book(folder / "file.xlsx"), read_book(folder / "button.xlsx")
    calls = asked.calls.total()
    print(f"{calls:,} calls, of {_BUDGET:,} at most")
    for (member, why), count in sorted(asked.lacking.items()):
        print(f"LibreOffice lacks {member} ({count}): {why}")
    different = {}
    for sheet in file.sheets:
        if sheet.name not in button.sheet_names:
            different[sheet.name] = ("a sheet", None)
            continue
        other = button[sheet.name]
        cells = contents(_alike(sheet), _alike(other))
        if sheet.name == "Checks":
            cells = {at: found for at, found in cells.items() if not _of_the_host(at, sheet)}
        formats = number_formats(sheet, other, _figures(sheet))
        print(f"{sheet.name}: {len(sheet.filled)} cells, {len(cells)} hold something else, "
              f"{len(formats)} have another number format")  # fmt: skip
        different.update({**formats, **cells})
    for place, (mine, theirs) in different.items():
        print(f"{place}: {mine!r} in the file, {theirs!r} by the button")
    return 1 if different or calls > _BUDGET else 0


def _figures(sheet: Any) -> list[tuple[int, int]]:
    """Where figures and formulas stand on a sheet of ours: beside a table a cell takes over the
    format of its neighbour in a file alone."""
    if sheet.name == "Scorecard":
        return []
    cells = sheet.filled.items()
    return [at for at, cell in cells if cell.formula is not None or isinstance(cell.value, float)]


def _alike(sheet: Any) -> Any:
    """A sheet with its truths as numbers: LibreOffice keeps TRUE as TRUE() in a file and as 1 from
    a macro."""
    for cell in sheet.cells.values():
        if cell.formula is not None:
            cell.formula = cell.formula.replace("TRUE()", "1").replace("FALSE()", "0")
    return sheet


def _of_the_host(place: str, checks: Any) -> bool:
    """Whether a cell of Checks says what an open workbook could not be asked."""
    (findings,) = checks.tables.values()
    row = int(place.partition("!R")[2].partition("C")[0])
    return place in ("Checks!R4C1", "Checks!R6C5") or row > findings[2] + 2


LEFT_OUT = object()
HAS_AXES = SimpleNamespace(GetIDsOfNames=lambda *_: 1, Invoke=lambda *_: True)
"""What xlwings reaches past pywin32 for."""
PLACES = {"Before": 0, "Type": 0, "Formula1": 2}
"""Where Excel's methods have what is given by name; LibreOffice takes no names here."""
DEFAULTS: dict[str, Any] = {
    "Hwnd": 1, "ReferenceStyle": 1, "AutoSaveOn": False, "ProtectStructure": False,
    "MultiUserEditing": False, "ProtectContents": False, "Version": "16.0", "MergeCells": False,
    "Find": None, "Delete": None,
}  # fmt: skip

if __name__ == "__main__":
    if not (shutil.which("soffice") and Path(_UNO, "uno.py").is_file()):
        sys.exit("install libreoffice-calc-nogui and python3-uno")
    os.environ["XLWINGS_LICENSE_KEY"] = "noncommercial"
    sys.path[:0] = [str(ROOT)]
    sys.path.append(_UNO)
    from tests.button.object_model import METHODS, ComError

    sys.exit(main())
