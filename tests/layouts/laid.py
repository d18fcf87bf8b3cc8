"""A truth laid out: its sheets, and where on them each figure stands."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.layouts.page import Page
from tests.layouts.times import Time
from tests.layouts.truth import Truth
from tests.layouts.wants import Wants

Key = tuple[str, str]


@dataclass(frozen=True)
class Spot:
    """Where one indicator stands: its own row, its figures by period, its target and judgement."""

    sheet: str
    row: int
    figures: Mapping[Time, str]
    target: str = ""
    rag: str = ""
    travel: str = ""


@dataclass
class Laid:
    """What a layout made of a truth, which it may have told more of or less."""

    truth: Truth
    pages: list[Page]
    spots: dict[Key, Spot] = field(default_factory=dict)


@dataclass(frozen=True)
class Layout:
    """A way of laying a scorecard out, by name, with what it can show."""

    name: str
    wants: Wants
    lay: Callable[[Truth, random.Random], Laid]
