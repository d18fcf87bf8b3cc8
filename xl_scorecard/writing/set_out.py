"""How officers set a sheet of ours out: the widths and heights they changed, what they hid."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from xl_scorecard.domain.edits import NewSheet
from xl_scorecard.domain.settling import Found
from xl_scorecard.ooxml.worksheet import Worksheet, covering
from xl_scorecard.opc.xml import Element, child, made, whole

_PADDING = 0.7109375
"""What Excel stores beyond the characters of a width."""
_ABOUT, _ABOUT_HIGH = 0.3, 1.1  # programs round widths and heights, each in its way
_MOST_ONE_BY_ONE = 200
_KEPT = ("hidden", "outlineLevel", "collapsed")


def keep_widths(old: Element, fresh: Element, found: Found, new: NewSheet) -> None:
    """Give the new sheet's columns the widths that officers gave them."""
    columns = child(old, "cols")
    holder = child(fresh, "cols")
    for item in columns if columns is not None else ():
        first, last = whole(item.get("min")), whole(item.get("max"))
        one_by_one = last - first < _MOST_ONE_BY_ONE
        for column in range(first, last + 1) if one_by_one else ():
            if _is_theirs(item, column, found, new):
                if holder is None:
                    return
                _put(holder, item, found.whose.columns.get(column, column), None)
        if not one_by_one and _is_set(item) and holder is not None:
            start = max([first - 1, *(whole(i.get("max")) for i in holder)]) + 1
            _put(holder, item, start, last)


def _is_set(item: Element) -> bool:
    return item.get("customWidth") in ("1", "true") or _hides(item)


def _hides(item: Element) -> bool:
    return any(item.get(name) not in (None, "0", "false") for name in _KEPT)


def _is_theirs(item: Element, column: int, found: Found, new: NewSheet) -> bool:
    """Whether a column's width is another than we gave it, or it is hidden or grouped."""
    widths = new.widths if found.drawn is None else found.drawn.widths
    ours = widths.get(found.whose.columns.get(column, column))
    if not _is_set(item):
        return False
    try:
        width = float(item.get("width") or 0)
    except ValueError:
        return False
    same = ours is not None and min(abs(width - ours), abs(width - ours - _PADDING)) <= _ABOUT
    return _hides(item) or not same


def _put(holder: Element, item: Element, column: int, last: int | None) -> None:
    there = covering(holder, column)
    if there is not None:
        holder.remove(there)
    copy = deepcopy(item)
    copy.attrib.pop("style", None)
    copy.set("min", str(column))
    copy.set("max", str(last or column))
    later = next((i for i in holder if whole(i.get("min")) > column), None)
    if later is None:
        holder.append(copy)
    else:
        later.addprevious(copy)


def keep_heights(
    sheet: Worksheet, old: Mapping[int, Element], rows: Mapping[int, int], found: Found
) -> None:
    """Give rows the heights that officers gave them, and hide what they hid."""
    for row, element in old.items():
        to = rows.get(row)
        if to is None:
            continue
        hidden = {name: element.get(name) for name in _KEPT if element.get(name) is not None}
        high = _is_high(element, row, found)
        if not hidden and not high:
            continue
        into = sheet.row_element(to)
        for name, value in hidden.items():
            into.set(name, value)
        if high:
            into.set("ht", element.get("ht"))
            into.set("customHeight", "1")


def _is_high(element: Element, row: int, found: Found) -> bool:
    """Whether a row's height is another than we gave it."""
    if element.get("customHeight") not in ("1", "true"):
        return False
    if found.drawn is None:
        return row not in found.keys.by_row
    ours = found.drawn.heights.get(found.whose.rows.get(row, 0))
    try:
        return ours is None or abs(float(element.get("ht") or 0) - ours) > _ABOUT_HIGH
    except ValueError:
        return False


def forget_ours(sheet: Worksheet, found: Found) -> None:
    """Take our own widths and heights off a sheet that is theirs alone from now on."""
    holder = child(sheet.root, "cols")
    if holder is not None:
        theirs = made(sheet.root, holder.tag)
        none_anew = NewSheet(found.key, "")
        for item in list(holder):
            first, last = whole(item.get("min")), whole(item.get("max"))
            if last - first >= _MOST_ONE_BY_ONE:
                theirs.append(item)
                continue
            for column in range(first, last + 1):
                if _is_theirs(item, column, found, none_anew):
                    _put(theirs, item, column, None)
        sheet.root.remove(holder)
        if len(theirs):
            sheet.place(theirs)
    for row, element in sheet.rows.items():
        if not _is_high(element, row, found):
            element.attrib.pop("ht", None)
            element.attrib.pop("customHeight", None)
        if not len(element) and set(element.attrib) <= {"r", "spans"}:
            element.getparent().remove(element)
