"""Conditional formats in an open workbook, through xlwings' public API."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from xl_scorecard.domain.edits import Shade
from xl_scorecard.domain.ours import MARK


def add_shade(area: Any, shade: Shade) -> None:
    """Shade a range."""
    area.conditional_formats.add_custom(
        f"={shade.formula}", fill_color=shade.fill, font_color=shade.text
    )


def drop_marked(area: Any) -> bool:
    """Take our conditional formats off a range; False where the engine cannot look at them."""
    return _drop_rules(area, lambda formula: MARK in formula)


def drop_ours(area: Any) -> None:
    """Take our conditional formats off cells of a sheet of ours."""
    _drop_rules(area, lambda formula: "ROW())=" in formula)


def _drop_rules(area: Any, ours: Callable[[str], bool]) -> bool:
    try:
        for rule in reversed(list(area.conditional_formats)):
            if ours(rule.formula or ""):
                rule.delete()
    except NotImplementedError:
        return False
    return True
