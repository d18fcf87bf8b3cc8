"""Conditional formats in an open workbook, through xlwings' public API."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from xl_scorecard.button.areas import Areas
from xl_scorecard.button.rectangles import Run
from xl_scorecard.button.windows_only import shade_area
from xl_scorecard.domain.cell_ref import parse_range
from xl_scorecard.domain.edits import Shade
from xl_scorecard.domain.ours import MARK


def add_shades(sheet: Any, shades: Iterable[Shade], areas: Areas, *, bare: bool = False) -> None:
    """Shade areas, those of one formula and look together: a formula is the same in each cell.

    What comes later is before what came earlier, and before all that stood there; where they are
    `bare` nothing did.
    """
    alike: dict[tuple[str, str, str], list[Run]] = defaultdict(list)
    for shade in shades:
        parts = map(parse_range, shade.reference.split(" "))
        alike[shade.formula, shade.fill, shade.text].extend(parts)
    held: dict[str, Any] = {}
    no_first = bare and areas.on_windows
    for (formula, fill, text), runs in list(alike.items())[:: -1 if no_first else 1]:
        for address in areas.addresses(runs):
            if address not in held:
                area = sheet.range(address)
                held[address] = area.api.FormatConditions if areas.on_windows else area
            area = held[address]
            if areas.on_windows:
                shade_area(area, formula, fill, text, first=not bare)
                continue
            area.conditional_formats.add_custom(f"={formula}", fill_color=fill, font_color=text)


def drop_marked(area: Any) -> int | None:
    """Take our conditional formats off a range; how many others stay, or None where the engine
    cannot look at them."""
    return _drop_rules(area, lambda formula: MARK in formula)


def drop_ours(area: Any) -> None:
    """Take our conditional formats off cells of a sheet of ours."""
    _drop_rules(area, lambda formula: "ROW())=" in formula)


def _drop_rules(area: Any, ours: Callable[[str], bool]) -> int | None:
    others = 0
    try:
        for rule in reversed(list(area.conditional_formats)):
            if ours(rule.formula or ""):
                rule.delete()
            else:
                others += 1
    except NotImplementedError:
        return None
    return others
