"""What is ours in a workbook: how it is named, the words it is known by, the record of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from xl_scorecard.domain.arrows import DOWN as DOWN
from xl_scorecard.domain.arrows import LEVEL as LEVEL
from xl_scorecard.domain.arrows import UP as UP
from xl_scorecard.domain.cell_ref import Range, parse_range, quoted_sheet
from xl_scorecard.domain.edits import CellEdit
from xl_scorecard.domain.scorecard import Former
from xl_scorecard.domain.variation.words import all_words

# -- marks and names -----------------------------------------------------------------------------

MARK = 'N("xl-scorecard")=0'
"""True in every spreadsheet: the words that say a conditional format is ours."""
CELLS_NAME = "xl_scorecard.cells."
SHEET_NAME = "xl_scorecard.sheet."
CONTENT_NAME = "xl_scorecard.content"
"""The defined name that says what the officers' sheets held when we wrote the workbook."""
DRAWN_NAME = "xl_scorecard.drawn."
TABLED, CHECKS = "indicators", "checks"
WITH_TABLES = (TABLED, CHECKS)
"""Which sheets of ours are marked up as tables, by key: the register, and the findings."""
OUR_NAMES = (CELLS_NAME, SHEET_NAME, DRAWN_NAME)
"""How our defined names begin. Those over blocks and sheets follow what they lie over; the others
say what we drew on a sheet of ours: `xl_scorecard.drawn.summary.1`."""


def block_name(number: int, kinds: Iterable[str]) -> str:
    """The name over a block: it says what the columns hold, `xl_scorecard.cells.1.rag.change`."""
    return ".".join((f"{CELLS_NAME}{number}", *kinds))


def kinds_of(name: str) -> list[str]:
    """What the columns of a block hold, from left to right, as the name over it says."""
    return name.removeprefix(CELLS_NAME).split(".")[1:]


def sheet_name(key: str) -> str:
    """The name over a sheet of ours: `xl_scorecard.sheet.summary`."""
    return f"{SHEET_NAME}{key}"


def key_of(name: str) -> str:
    """Which sheet of ours a name lies over: summary, checks."""
    return name.removeprefix(SHEET_NAME)


def former_of(sheet: str, blocks: Iterable[tuple[str, Range]]) -> list[Former]:
    """Where our columns stood on a sheet, as the names of their blocks say."""
    found = []
    for name, (top, left, bottom, right) in blocks:
        kinds = kinds_of(name)
        if kinds and len(kinds) == right - left + 1:
            columns = {kind: left + offset for offset, kind in enumerate(kinds)}
            found.append(Former(sheet, top, bottom, columns))
    return found


# -- words ---------------------------------------------------------------------------------------

NOT_KNOWN = "n/a"
BREAK = "break"
_OUR_WORDS = re.compile(
    r"(?:Status|Change on|Direction of travel(?: \([^)]*\))? on"
    r"|(?:Variation|Streak) as of|Against benchmarks for) .*\d{4}(?:/\d\d)?"
    r"(?: \(some rows: [^)]*\))?"
    r"(?: \(columns [A-Z]+ to [A-Z]+\))?$|(?:Trend|n/a|No data)$"
)
"""Words that nobody else would write among their figures: our headings, and those for no figure."""
_OUR_FORMULAS = re.compile(
    r"IF\((?:AND\()?(?:OR\(|IF\()?ISNUMBER\("  # as before there was a register
    r"|IFERROR\(INDEX\((?:'[^']+'|[\w.]+)!\$[A-Z]+:\$[A-Z]+,MATCH\(ROW\(\)"
)
"""How formulas of ours begin, beside scorecards."""
_REFERENCE = re.compile(
    r"#REF!(?::#REF!)?|\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}\b"
)
_SHEET_OF_A_REFERENCE = re.compile(r"(?:'(?P<quoted>(?:[^']|'')*)'|\b(?P<bare>[\w.]+))!(?=#)")


def result_words(labels: Iterable[str]) -> frozenset[str]:
    """What cells of ours may show: the labels of statuses, moves, and the words for neither."""
    moves = (
        f"{arrow} {word}"
        for arrow in (UP, DOWN, LEVEL)
        for word in ("Improved", "Worsened", "Static", "Up", "Down", "Level")
    )
    worth = ("Up", "Down", "Level")  # by performance, where neither way is better
    labels = tuple(labels)
    told = (f"{arrow} From {label}" for arrow in (UP, DOWN) for label in labels)
    still = (f"{LEVEL} Still {label}" for label in labels)
    return frozenset((*labels, *moves, *worth, *told, *still, *all_words(), NOT_KNOWN, BREAK))


def shape(formula: str) -> str:
    """A formula less its cell references, which change when rows are inserted."""
    return _REFERENCE.sub("#", formula)


def recorded_shape(formula: str) -> str:
    """A formula's shape as the record has it: with sheets' names in quotes, which LibreOffice
    leaves out where a name does without."""
    return with_sheets(shape(formula), {})


def sheets_looked_at(recorded: str) -> set[str]:
    """The sheets that a recorded shape names."""
    return {_sheet_named(match) for match in _SHEET_OF_A_REFERENCE.finditer(recorded)}


def with_sheets(recorded: str, called: Mapping[str, str | None]) -> str:
    """A recorded shape with sheets as they are `called` now; of one that was deleted (None) the
    formulas say #REF! in its place."""

    def now(match: re.Match[str]) -> str:
        name = _sheet_named(match)
        new = called.get(name, name)
        return "#" if new is None else f"{quoted_sheet(new)}!"

    return _SHEET_OF_A_REFERENCE.sub(now, recorded)


def _sheet_named(match: re.Match[str]) -> str:
    return str(match["bare"] or match["quoted"].replace("''", "'"))


# -- the record ----------------------------------------------------------------------------------

_VERSION = 1


@dataclass
class SheetRecord:
    """What we wrote into a sheet of the officers; `undo` is what the writer needs to put back."""

    sheet: str
    blocks: dict[str, str] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    numbers: list[float] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)
    undo: dict[str, Any] = field(default_factory=dict)

    def note(self, cells: Iterable[CellEdit]) -> None:
        """Keep what the cells hold, so that it is known again wherever it moves."""
        cells = list(cells)
        constants = {cell.value for cell in cells if cell.formula is None}
        self.texts = sorted(value for value in constants if isinstance(value, str))
        self.numbers = sorted(value for value in constants if isinstance(value, float))
        stated = {cell.formula for cell in cells if cell.formula is not None}
        self.formulas = sorted({recorded_shape(formula) for formula in stated})


@dataclass
class Record:
    """Everything of ours, sheet by sheet."""

    sheets: list[SheetRecord] = field(default_factory=list)
    made_names: bool = True
    as_drawn: dict[str, str] = field(default_factory=dict)
    """Digests of the sheets of ours on which nothing is theirs, by key."""
    as_left: dict[str, str] = field(default_factory=dict)
    """Digests of those on which all that is theirs stood in the workbook that was refreshed."""
    looked_at: dict[str, int] = field(default_factory=dict)
    """The sheets that formulas beside the scorecards name, with their ids: these outlive a new
    name."""

    def of(self, name: str) -> SheetRecord | None:
        """The sheet record that a block belongs to, by the name over it."""
        return next((sheet for sheet in self.sheets if name in sheet.blocks), None)


def record_text(record: Record) -> str:
    """A record as JSON; the same record gives the same text."""
    data = asdict(record)
    for name in ("as_left", "looked_at"):
        if not data[name]:
            del data[name]
    return json.dumps({"version": _VERSION, **data}, ensure_ascii=True, sort_keys=True)


class NewerRecordError(Exception):
    """A record that a newer version wrote, in a form that is not known here."""

    def __init__(self, version: int) -> None:
        super().__init__(version)
        self.version = version
        self.known = _VERSION


def read_record(text: str) -> Record:
    """The record of a JSON text.

    Raises ValueError, TypeError or KeyError where it is not sound, and NewerRecordError where it
    is of a later version.
    """
    data = json.loads(text)
    version = data.get("version") if isinstance(data, dict) else None
    if type(version) is int and version > _VERSION:
        raise NewerRecordError(version)
    sheets = [SheetRecord(**{**sheet, "undo": dict(sheet["undo"])}) for sheet in data["sheets"]]
    for sheet in sheets:
        _refuse_unsound(sheet)
    drawn, left = (data.get(name, {}) for name in ("as_drawn", "as_left"))
    if not all(isinstance(t, str) for d in (drawn, left) for pair in d.items() for t in pair):
        raise TypeError("a digest is none")
    looked_at = dict(data.get("looked_at", {}))
    if not all(type(number) is int for number in looked_at.values()):
        raise TypeError("an id is none")
    return Record(sheets, bool(data["made_names"]), dict(drawn), dict(left), looked_at)


def _refuse_unsound(sheet: SheetRecord) -> None:
    """Raise ValueError or TypeError where what a sheet record holds is of another kind."""
    listed = (sheet.texts, sheet.formulas, sheet.numbers)
    texts = (sheet.sheet, *sheet.blocks, *sheet.blocks.values(), *sheet.texts, *sheet.formulas)
    if not all(isinstance(items, list) for items in listed):
        raise TypeError("a list is none")
    if not all(isinstance(text, str) for text in texts):
        raise TypeError("a text is none")
    if not all(isinstance(number, int | float) for number in sheet.numbers):
        raise TypeError("a number is none")
    for reference in sheet.blocks.values():
        parse_range(reference)


def our_formula(text: str, written: SheetRecord | None) -> bool:
    """Whether a formula in a block of ours is ours: by the record, or where it is gone, by how
    ours begin."""
    if written is None:
        return _OUR_FORMULAS.match(text) is not None
    formula = recorded_shape(text)
    if formula in written.formulas:
        return True
    bare = _SHEET_OF_A_REFERENCE.sub("", formula)  # cut to another sheet, ours say where they look
    return bare != formula and bare in written.formulas


def our_constant(text: str, number: float | None, written: SheetRecord | None) -> bool:
    """Whether what stands in a block of ours, a text or else a number, is ours and not typed."""
    if written is None:
        return _OUR_WORDS.match(text) is not None
    return text in written.texts if text else number in written.numbers
