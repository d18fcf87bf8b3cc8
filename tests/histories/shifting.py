"""Rows and columns put into a scorecard, or taken out, with all that refers to them as in Excel."""

from __future__ import annotations

import re
from collections.abc import Callable

from openpyxl.utils import column_index_from_string, get_column_letter

from tests.histories.formulas import with_formulas
from tests.histories.history import History
from tests.histories.owned import table_rows
from tests.support.packages import packed, parts

_REF = r"\$?[A-Z]{1,3}\$?\d+"
_CELL = re.compile(
    r"(?<![\w.$:])(\$?)([A-Z]{1,3})(\$?)(\d+)(?::(\$?)([A-Z]{1,3})(\$?)(\d+))?(?![\w(])"
)
_ADDRESS = re.compile(r'((?: r| ref| sqref)=")([^"]*)(?=")')
Move = Callable[[int, int], tuple[int, int]]
"""Where a row and column go; a first or last cell of a range that goes stays inside it."""


def row_put_in(history: History) -> str | None:
    """Above the header, or between two indicators."""
    name = history.chance.choice(history.scorecards)
    rows = table_rows(history.owned.sheets[name])
    if not rows:
        return None
    before = history.chance.choice((2, *rows[1:]))
    _shift(history, name, lambda row, column: (row + (row >= before), column))
    return f"row put in before {before} of {name}"


def column_put_in(history: History) -> str | None:
    """Before the table or right of it, before ours."""
    name = history.chance.choice(history.scorecards)
    cells = history.owned.sheets[name]
    last = max(c for (row, c), value in cells.items() if str(value).startswith("Q"))
    before = history.chance.choice((1, last + 1))
    _shift(history, name, lambda row, column: (row, column + (column >= before)))
    return f"column put in before {before} of {name}"


def row_taken_out(history: History) -> str | None:
    """An indicator between two others, with its row."""
    name = history.chance.choice(history.scorecards)
    rows = table_rows(history.owned.sheets[name])
    if len(rows) < 3:
        return None
    row = rows[1]
    _without_row(history, name, row)
    history.owned.move(name, lambda at: None if at[0] == row else at)
    _shift(history, name, lambda r, column: (r - (r > row), column))
    return f"row {row} taken out of {name}"


def _without_row(history: History, name: str, row: int) -> None:
    contents = parts(history.path)
    part = _part_of(history, name, contents)
    contents[part] = re.sub(rf'<row r="{row}"[ >].*?</row>', "", contents[part].decode()).encode()
    packed(contents, history.path)


def _shift(history: History, name: str, move: Move) -> None:
    sheet = f"(?:{re.escape(_quoted(name))}|{re.escape(name)})!"
    named = re.compile(f"({sheet})({_REF}(?::{_REF})?)")

    def elsewhere(text: str) -> str:
        return named.sub(lambda m: m[1] + _moved(m[2], move), text)

    def here(text: str) -> str:
        held: list[str] = []  # references to other sheets stay

        def hold(match: re.Match[str]) -> str:
            held.append(match[0])
            return f"\0{len(held) - 1}\0"

        bare = re.sub(rf"(?:'(?:[^']|'')*'|\w+)!{_REF}(?::{_REF})?", hold, text)
        moved = _moved(bare, move)
        return re.sub("\0(\\d+)\0", lambda m: elsewhere(held[int(m[1])]), moved)

    contents = parts(history.path)
    part = _part_of(history, name, contents)
    for each, data in contents.items():
        if each == part:
            text = with_formulas(data.decode(), here)
            text = _ADDRESS.sub(lambda m: m[1] + _address(m[2], move), text)
            text = re.sub(' spans="[^"]*"', "", text)
            text = _columns(text, move)
            contents[each] = text.encode()
        elif each.startswith("xl/") and each.endswith(".xml"):
            text = with_formulas(data.decode(), elsewhere)
            contents[each] = text.encode()
    packed(contents, history.path)
    history.owned.move(name, lambda at: move(*at))
    history.owned.rewrite(lambda sheet, f: here(f) if sheet == name else elsewhere(f))


def _quoted(name: str) -> str:
    return "'" + name.replace("'", "''") + "'"


def _part_of(history: History, name: str, contents: dict[str, bytes]) -> str:
    from lxml import etree

    root = etree.fromstring(contents["xl/workbook.xml"])
    (sheet,) = (s for s in root.iter("{*}sheet") if s.get("name") == name)
    link = next(value for key, value in sheet.attrib.items() if key.endswith("}id"))
    links = etree.fromstring(contents["xl/_rels/workbook.xml.rels"])
    target = next(item.get("Target") for item in links if item.get("Id") == link)
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _moved(text: str, move: Move) -> str:
    def cell(match: re.Match[str]) -> str:
        corners = [match.groups()[:4]] + ([match.groups()[4:]] if match[6] else [])
        return ":".join(_corner(*corner, move) for corner in corners)

    return _CELL.sub(cell, text)


def _corner(fixed: str, column: str, fixed_row: str, row: str, move: Move) -> str:
    new_row, new_column = move(int(row), column_index_from_string(column))
    return f"{fixed}{get_column_letter(new_column)}{fixed_row}{new_row}"


def _address(text: str, move: Move) -> str:
    if text.isdigit():
        return str(move(int(text), 1)[0])
    return " ".join(_moved(each, move) for each in text.split(" "))


def _columns(text: str, move: Move) -> str:
    return re.sub(r'(?<= (?:min|max)=")\d+', lambda m: str(min(move(1, int(m[0]))[1], 16384)), text)
