"""The layouts, a file each."""

from __future__ import annotations

import importlib
import pkgutil

from tests.layouts.laid import Layout


def all_layouts() -> tuple[Layout, ...]:
    """Every layout there is, by the names of their files."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}").LAYOUT for name in names)
