"""Small scorecards as data, for a check to show what it finds and what it does not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from xl_scorecard.domain.grid import CellError


class Percent(NamedTuple):
    """A number shown as a percentage: `Percent(0.84)` is 84%."""

    value: float


class NotComputed(NamedTuple):
    """A formula whose result is not stored."""

    formula: str


class Formula(NamedTuple):
    """A formula and the result that is stored with it."""

    formula: str
    result: float


class InFont(NamedTuple):
    """A text in a font of its own."""

    text: str
    font: str


class Coloured(NamedTuple):
    """An empty cell with a fill, as `92D050`."""

    fill: str


class Inked(NamedTuple):
    """A text in a colour, as `FFC000`."""

    text: str
    ink: str


class Merged(NamedTuple):
    """A number merged over its own cell and those right of it, `across` in all."""

    value: float
    across: int


ExampleCell = (
    float
    | str
    | Percent
    | NotComputed
    | Formula
    | InFont
    | Coloured
    | Inked
    | Merged
    | CellError
    | None
)


@dataclass(frozen=True)
class Example:
    """The rows of a sheet called Scorecard from A1 on, headings first; None is a blank cell.

    `rules` are its indicators as a rule set has them, an entry each; left out, every row has a
    rule of the reference and name in its first two cells. `hidden` are rows (`3`) and columns
    (`D`) not shown, `printed` is the print area (`A1:H4`), `stops` where a conditional format has
    Stop If True, `said` an entry that says the layout, `compares` one that names a table of others'
    figures, `protected` whether the sheet is, `asks` a
    column of results besides the status. `before` are the rows of a sheet of an earlier period,
    called Before. `finds` are the cells that the check must name, or the sheet where it is about
    no cell.
    """

    rows: tuple[tuple[ExampleCell, ...], ...]
    rules: tuple[str, ...] = ()
    printed: str = ""
    stops: str = ""
    hidden: tuple[str, ...] = ()
    said: str = ""
    compares: str = ""
    protected: bool = False
    asks: str = ""
    before: tuple[tuple[ExampleCell, ...], ...] = ()
    finds: tuple[str, ...] = ()
