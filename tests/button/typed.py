"""What Excel makes of a text that is put into a cell as if it were typed there.

`Range.values` and `Range.formulas` of Office.js, like `Value` and `Formula` elsewhere, take text as
a person's typing: an equals sign begins a formula, an apostrophe keeps the rest as it is, and what
looks like a number, a date or a truth becomes one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.button.models import Cell

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY, _YEAR, _MARK = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:\d{2}|\d{4})", r"[-/ ]\s*"
_NUMBER = r"[-+]?(?:[£$€]\s?)?(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?"
_SHAPES = {
    "a number": rf"\(?{_NUMBER}\)?\s?%?|\d+ \d+/\d+",
    "a date": (
        rf"{_DAY}{_MARK}{_MONTH}(?:{_MARK}{_YEAR})?|{_MONTH}{_MARK}(?:{_DAY}|{_YEAR})"
        rf"|{_MONTH} {_DAY}, ?{_YEAR}|{_DAY}[-/]{_DAY}(?:[-/]{_YEAR})?"
        rf"|(?:0?[1-9]|1[0-2])[-/]{_YEAR}|\d{{4}}[-/](?:0?[1-9]|1[0-2])(?:[-/]{_DAY})?"
    ),
    "a time": r"\d{1,4}:[0-5]\d(?::[0-5]\d)?(?: [ap]m?)?|\d{1,2} [ap]m?",
    "a truth": r"true|false",
    "an error": r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)",
}
_BECOMES = {what: re.compile(shape, re.IGNORECASE) for what, shape in _SHAPES.items()}
_LONGEST_FORMULA, _LONGEST_TEXT = 8192, 32767


@dataclass(frozen=True)
class Becomes:
    """A text that does not stay one; equal to nothing that a file holds."""

    what: str
    text: str


def put(cell: Cell, entry: object) -> None:
    """Put an entry into a cell; nothing at all leaves the cell as it is."""
    if entry is None:
        return
    cell.value = cell.formula = cell.link = None
    if isinstance(entry, str) and entry.startswith("=") and cell.number_format != "@":
        assert len(entry) <= _LONGEST_FORMULA, f"Excel takes no formula as long as {entry[:60]}…"
        cell.formula = entry
    elif isinstance(entry, str):
        assert len(entry) <= _LONGEST_TEXT, f"Excel takes no text as long as {entry[:60]}…"
        cell.value = _text(entry, cell.number_format)
    elif isinstance(entry, bool):
        cell.value = entry
    else:
        assert isinstance(entry, int | float), f"{entry!r} is nothing that a client takes"
        cell.value = float(entry)


def _text(entry: str, number_format: str) -> object:
    if entry == "":
        return None
    if entry.startswith("'"):
        return entry[1:]
    if number_format == "@":
        return entry
    shown = entry.strip()
    for what, looks in _BECOMES.items():
        if looks.fullmatch(shown):
            return _number(shown) if what == "a number" else Becomes(what, entry)
    if entry[0] in "+-@":
        return Becomes("a formula", entry)
    return entry


def _number(shown: str) -> object:
    try:
        return float(shown)
    except ValueError:
        return Becomes("a number", shown)
