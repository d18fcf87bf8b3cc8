"""Telling cells of ours in an officers' sheet from theirs."""

from __future__ import annotations

from collections.abc import Callable

from xl_scorecard.domain.cell_ref import Range, parse_range
from xl_scorecard.domain.ours import NOT_KNOWN, SheetRecord, kinds_of, our_constant, our_formula
from xl_scorecard.ooxml.cells import cell_text
from xl_scorecard.ooxml.shared_strings import SharedStrings
from xl_scorecard.ooxml.worksheet import Worksheet
from xl_scorecard.opc.xml import Element, child

_ALL_ROWS = 1_048_576


def standing(
    worksheet: Worksheet,
    name: str,
    block: Range,
    written: SheetRecord | None,
    strings: SharedStrings,
) -> Range | None:
    """The part of a named range in which something of ours stands; None where nothing does.

    A name follows its cells wherever they are cut to, and may be made to lie over anything: a
    range of the width it should have is ours from edge to edge, of another only what lies between
    our formulas and headings is.
    """
    shared = SharedFormulas(worksheet, [block])
    places = [
        (row, column)
        for row, column, cell in worksheet.cells_in(block)
        if _shows_it_is_ours(cell, shared, written, strings)
    ]
    if not places:
        return None
    top, left, bottom, right = block
    as_wide = not kinds_of(name) or right - left + 1 == len(kinds_of(name))
    if as_wide and bottom - top + 1 < _ALL_ROWS:
        return block
    rows, columns = zip(*places, strict=True)
    return min(rows), min(columns), max(rows), max(columns)


def _shows_it_is_ours(
    cell: Element, shared: SharedFormulas, written: SheetRecord | None, strings: SharedStrings
) -> bool:
    """Whether a cell holds a formula or a heading that only we write."""
    formula = child(cell, "f")
    if formula is not None:
        return our_formula(shared.text(formula), written)
    text = cell_text(cell, strings) or ""
    return bool(text) and text != NOT_KNOWN and our_constant(text, None, written)


def inside(reference: str, ranges: list[Range]) -> bool:
    """Whether a range lies within one of several."""
    try:
        top, left, bottom, right = parse_range(reference)
    except ValueError:
        return False
    return any(
        first <= top and bottom <= last and start <= left and right <= end
        for first, start, last, end in ranges
    )


def cells_of_ours(
    worksheet: Worksheet,
    ranges: list[Range],
    written: SheetRecord | None,
    strings: SharedStrings,
) -> Callable[[Element], bool]:
    """Tells cells of ours from what officers typed over them."""
    shared = SharedFormulas(worksheet, ranges)

    def ours(cell: Element) -> bool:
        formula = child(cell, "f")
        if formula is not None:
            if shared.needed_elsewhere(formula):
                return False
            return our_formula(shared.text(formula), written)
        if child(cell, "v") is None and child(cell, "is") is None:
            return True
        return our_constant(cell_text(cell, strings) or "", _number(cell), written)

    return ours


class SharedFormulas:
    """Formulas filled down in Excel: the first cell of a group holds the text of all."""

    def __init__(self, worksheet: Worksheet, ranges: list[Range]) -> None:
        self._texts: dict[str, str] = {}
        self._first: dict[str, str] = {}
        self._outside: set[str] = set()
        for formula in worksheet.root.iter("{*}f"):
            if formula.get("t") != "shared":
                continue
            group = formula.get("si") or ""
            if formula.text:
                self._texts[group] = formula.text
                self._first[group] = formula.getparent().get("r") or "A1"
            elif not inside(formula.getparent().get("r") or "", ranges):
                self._outside.add(group)

    def text(self, formula: Element) -> str:
        """The formula's own text, or its group's."""
        return formula.text or self._texts.get(formula.get("si") or "", "")

    def text_at(self, formula: Element, reference: str) -> str:
        """The formula as it would stand in its cell, were it stored there."""
        group = formula.get("si") or ""
        if formula.text or group not in self._texts:
            return formula.text or ""
        from openpyxl.formula.translate import Translator

        first = Translator(f"={self._texts[group]}", origin=self._first[group])
        return str(first.translate_formula(reference)).removeprefix("=")

    def needed_elsewhere(self, formula: Element) -> bool:
        """Whether cells outside our blocks take their formula from this one."""
        group = formula.get("si") if formula.get("t") == "shared" and formula.text else None
        return group in self._outside


def _number(cell: Element) -> float | None:
    value = child(cell, "v")
    try:
        return float(value.text) if value is not None and cell.get("t", "n") == "n" else None
    except (TypeError, ValueError):
        return None
