"""Figures in the officers' own cells, as the Excel formulas behind charts refer to them.

A figure is a pair of formulas: whether there is one, and its value in the indicator's unit.
Text that was read as a number counts as that number as long as the text stays as it was.
"""

from __future__ import annotations

from typing import NamedTuple

from xl_scorecard.domain.cell_ref import column_letters, quoted_sheet
from xl_scorecard.domain.hides import Hides
from xl_scorecard.domain.scorecard import FromCell, Outturn


class Figure(NamedTuple):
    """`known` says whether there is a number (None: always), `value` is it."""

    known: str | None
    value: str


def quoted(text: str) -> str:
    """Text as a formula holds it."""
    return '"' + text.replace('"', '""') + '"'


def literal(number: float) -> str:
    """A number as a formula holds it: shortest form that reads back the same."""
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    return repr(round(number, 15))


def is_hidden(ref: str, hides: Hides) -> str:
    """A formula part: whether a cell holds a number, be it as text, that is not to be shown."""
    number = f"IFERROR({ref}*1,0)"
    ends = [f"{number}>{literal(hides.above)}"] if hides.above is not None else []
    ends += [f"{number}<{literal(hides.below)}"] if hides.below is not None else []
    return f"AND({','.join([f'{number}<>0', *ends])})"


def outturn_figure(outturn: Outturn, ref: str) -> Figure:
    """The outturn in a cell, `ref` being how a formula refers to it.

    A number read otherwise than its neighbours, or not at all, is so only while it stays as it is;
    one that is not to be shown is none.
    """
    if outturn.hides is None:
        return _figure_of(outturn, ref)
    found = _figure_of(outturn, ref)
    hidden = is_hidden(ref, outturn.hides)
    return Figure(f"IF({hidden},FALSE,{found.known or 'TRUE'})", found.value)


def _figure_of(outturn: Outturn, ref: str) -> Figure:
    if outturn.held is not None:
        held = literal(outturn.held)
        number = ref if outturn.usual == 1 else f"{ref}/{literal(outturn.usual)}"
        if outturn.value is None:
            return Figure(f"IF(ISNUMBER({ref}),{ref}<>{held},FALSE)", number)
        return Figure(f"ISNUMBER({ref})", f"IF({ref}={held},{literal(outturn.value)},{number})")
    return figure(ref, outturn.factor, outturn.as_text, outturn.value)


def figure(ref: str, factor: float, as_text: str | None, read_as: float | None) -> Figure:
    """A number in a cell, or text that was read as one while it stays as it was."""
    number = ref if factor == 1 else f"{ref}/{literal(factor)}"
    if as_text is None or read_as is None:
        return Figure(f"ISNUMBER({ref})", number)
    if len(as_text) > 200:  # Excel allows 255 characters in a formula's text
        return Figure(f"ISNUMBER({ref})", number)
    same = f"{ref}={quoted(as_text)}"
    return Figure(f"OR(ISNUMBER({ref}),{same})", f"IF(ISNUMBER({ref}),{number},{literal(read_as)})")


def elsewhere(cell: FromCell, sheet: str) -> str:
    """A cell of a list on another sheet, looked up by what the indicator is called where it can
    be: either sheet may be sorted."""
    there = f"{quoted_sheet(cell.sheet)}!"
    column = column_letters(cell.column)
    if cell.found_by is None:
        return f"{there}${column}${cell.row}"
    first, left, last, _ = cell.found_by.keys
    keys = f"${column_letters(left)}${first}:${column_letters(left)}${last}"
    values = f"${column}${first}:${column}${last}"
    at = f"MATCH({sheet}{cell.found_by.key},{there}{keys},0)"
    return f'IFERROR(INDEX({there}{values},{at}),"")'
