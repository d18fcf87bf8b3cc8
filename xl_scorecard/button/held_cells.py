"""What cells of an open sheet hold: values and formulas, each in one call for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xl_scorecard.button.areas import Areas
from xl_scorecard.button.windows_only import clean_values

_AS = {"ndim": 2, "err_to_str": True}


def values_of(area: Any, areas: Areas) -> Sequence[Sequence[Any]]:
    """What stands in a range, row by row, errors by their names."""
    if areas.on_windows:
        return clean_values(area, _AS)  # type: ignore[no-any-return]
    return area.options(**_AS).value  # type: ignore[no-any-return]


def formulas_of(area: Any) -> Sequence[Sequence[str]] | None:
    """The formulas of a range, row by row, or None where the engine has none to give."""
    try:
        found = area.formula
    except NotImplementedError:
        return None
    if isinstance(found, str):
        return ((found,),)
    if found and not isinstance(found[0], tuple | list):
        return (found,) if area.shape[0] == 1 else tuple((item,) for item in found)
    return found  # type: ignore[no-any-return]
