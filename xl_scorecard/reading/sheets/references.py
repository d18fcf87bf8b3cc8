"""Which cells of a sheet formulas look over, read off the formulas' own tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from xl_scorecard.domain.cell_ref import (
    MAX_COLUMN,
    MAX_ROW,
    Range,
    column_number,
    parse_range,
    quoted_sheet,
)
from xl_scorecard.domain.reach import Reference
from xl_scorecard.ooxml.stated_formula import StatedFormula

# a quick look only, to pass over what cannot reach far: names of functions may pass for columns
_FAR = re.compile(
    r"(?<![A-Z])(?P<column>[A-Z]{1,3})\$?(?=[\d:])|:\$?(?P<last>[A-Z]{1,3})(?![\w(])"
    r"|(?<![A-Z\d$])\$?\d+:\$?\d",
    re.IGNORECASE,
)
_MAKES_RANGES = re.compile(r"\b(?:OFFSET|INDIRECT)\(", re.IGNORECASE)
_END = re.compile(r"(\$?)([A-Z]{1,3})?(\$?)([1-9]\d{0,6})?", re.IGNORECASE)
_SPILLS = re.compile(r"(?<=\d)#|@")
_LONGEST = 32_768  # characters; Excel takes 8,192
_PRINTED = re.compile(r"!([$A-Za-z0-9:]+)(?=,|$)")
_PLAIN = re.compile(r"\w+")


def references(
    formulas: Iterable[StatedFormula], sheet: str, sheets: Sequence[str], beyond: int
) -> list[Reference]:
    """Those of some formulas that take in cells of a sheet right of a column, each range once.

    `sheets` are all of the workbook in tab order, for references that span several. What a function
    makes of a range, as OFFSET does, is seen where it is told in plain numbers; the range that it
    is given counts too.
    """
    found: dict[tuple[Range, bool], Reference] = {}
    for stated, text, over in looking_over(formulas, sheet, sheets, beyond):
        place = stated.place
        if stated.cell and stated.sheet and stated.sheet.casefold() != sheet.casefold():
            place = f"The formula in {_shown(stated.sheet)}!{stated.cell}"
        found.setdefault((over, stated.computes), Reference(place, text, over, stated.computes))
    return list(found.values())


def looking_over(
    formulas: Iterable[StatedFormula], sheet: str, sheets: Sequence[str], beyond: int
) -> Iterator[tuple[StatedFormula, str, Range]]:
    """The same, every formula with each of its ranges as it stands there, and the cells of it."""
    order = {name.casefold(): place for place, name in enumerate(sheets)}
    for stated in formulas:
        if not _may_reach(stated.text, beyond) and not stated.filled:
            continue
        for operand in _operands(stated.text):
            qualifier, _, text = operand.rpartition("!")
            if not _on(qualifier, stated.sheet, sheet, order):
                continue
            over = _over(text, stated.filled)
            if over is not None and over[3] > beyond:
                yield stated, text, over


def print_areas(text: str) -> list[Range]:
    """The ranges of a print area, `Sheet1!$A$1:$H$9,Sheet1!$K:$L`; what is none is passed over."""
    found = (_over(piece, "") for piece in _PRINTED.findall(text))
    return [area for area in found if area is not None]


@lru_cache(maxsize=4096)
def _may_reach(text: str, beyond: int) -> bool:
    if _MAKES_RANGES.search(text):
        return True
    columns = (match["column"] or match["last"] for match in _FAR.finditer(text))
    return any(column is None or column_number(column) > beyond for column in columns)


@lru_cache(maxsize=4096)
def _operands(text: str) -> tuple[str, ...]:
    """The ranges of a formula as they stand in it; none of what is no formula."""
    if len(text) > _LONGEST:
        return ()
    # loaded only where a formula may reach far, which in few workbooks any does
    from openpyxl.formula.tokenizer import Tokenizer, TokenizerError

    try:
        items = Tokenizer("=" + _SPILLS.sub("", text)).items
    except (TokenizerError, IndexError):
        return ()
    found = tuple(_ranges(items))
    if not _MAKES_RANGES.search(text):
        return found
    from xl_scorecard.reading.sheets.made_ranges import made_ranges

    return *found, *made_ranges(items)


def _ranges(items: Iterable[object]) -> Iterator[str]:
    for item in items:
        value = str(getattr(item, "value", ""))
        if getattr(item, "subtype", "") == "RANGE":
            yield value.strip(":")
        elif getattr(item, "type", "") == "FUNC" and ":" in value:
            yield value.rpartition(":")[0]  # as in $E2:INDEX(


def _on(qualifier: str, own: str | None, sheet: str, order: dict[str, int]) -> bool:
    """Whether a range with a qualifier, or none, lies on a sheet or on several with it."""
    if not qualifier:
        return own is not None and own.casefold() == sheet.casefold()
    if "[" in qualifier:
        return False  # of another workbook
    if qualifier.startswith("'"):
        qualifier = qualifier.strip("'").replace("''", "'")
    first, _, last = qualifier.casefold().partition(":")
    here = order.get(sheet.casefold(), -1)
    if not last:
        return first == sheet.casefold()
    ends = sorted((order.get(first, -1), order.get(last, -1)))
    return ends[0] >= 0 and ends[0] <= here <= ends[1]


def _over(text: str, filled: str) -> Range | None:
    """The cells of `B2`, `B2:D9`, `B:D` or `2:9`; None for what is none of these, as a name is.

    A formula `filled` over a range moves what is not pinned with it.
    """
    first, _, last = text.partition(":")
    start, end = _END.fullmatch(first), _END.fullmatch(last or first)
    if start is None or end is None:
        return None
    if bool(start[2]) != bool(end[2]) or bool(start[4]) != bool(end[4]):
        return None
    if not (start[2] or start[4]) or (not last and not (start[2] and start[4])):
        return None
    more_rows, more_columns = _filled(filled)
    top, bottom, left, right = 1, MAX_ROW, 1, MAX_COLUMN
    if start[4]:
        # $ before a row alone, as in $2:$2, is read as that before a column
        ends = [(int(m[4]), bool(m[3] if m[2] else m[1])) for m in (start, end)]
        top, bottom = _stretch(ends, more_rows, MAX_ROW)
    if start[2]:
        ends = [(column_number(m[2]), bool(m[1])) for m in (start, end)]
        left, right = _stretch(ends, more_columns, MAX_COLUMN)
    return top, left, bottom, right


def _stretch(ends: list[tuple[int, bool]], more: int, most: int) -> tuple[int, int]:
    """From the first to the last of two rows or columns, those not pinned moved on."""
    numbers = [number for number, _ in ends]
    moved = [number if pinned else number + more for number, pinned in ends]
    return min(numbers), min(max(numbers + moved), most)


def _filled(filled: str) -> tuple[int, int]:
    try:
        top, left, bottom, right = parse_range(filled)
    except ValueError:
        return 0, 0
    return bottom - top, right - left


def _shown(sheet: str) -> str:
    return sheet if _PLAIN.fullmatch(sheet) else quoted_sheet(sheet)
