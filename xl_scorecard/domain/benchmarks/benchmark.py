"""A benchmark: the figure of others that an indicator's own is held against."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from xl_scorecard.domain.cell_ref import Range
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.period import Period

_DIGITS = 10


class Named(NamedTuple):
    """The figures of single authorities in a table that the rule set names: an indicator's line of
    it. `key` is the cell that calls the indicator by reference or name, `cells` are the figures in
    the stretches `areas`."""

    sheet: str
    kind: str
    period: Period | None
    key: Cell
    cells: tuple[Cell | None, ...]
    areas: tuple[Range, ...]


@dataclass(frozen=True)
class Others:
    """The figures of single authorities that a rank is told among, in the indicator's unit.

    They stand in the stretches `areas`; `filled` of these cells hold anything. `factor` is 100
    where they are kept as 84.2. On another sheet, `key` is the cell that calls the indicator there.
    """

    values: tuple[float, ...]
    areas: tuple[Range, ...]
    filled: int
    factor: float = 1.0
    sheet: str = ""
    key: Cell | None = None


@dataclass(frozen=True)
class Benchmark:
    """A figure of others, in the indicator's unit: whose, of when, and where it stands.

    `value` is None where only the figures of single authorities are known (`others`). `cell` is
    where it stands on the indicator's sheet, at `place`; of the rule set it is empty. The cell's
    own number is `value * factor`; `as_text` is its text where the figure was typed in words.
    `alone` says that no other is of its kind and period; `spans` that it is of another stretch of
    time than the indicator's figure, so that the two cannot be compared.
    """

    kind: str
    period: Period | None
    value: float | None
    heading: str = ""
    cell: str = ""
    place: tuple[int, int] | None = None
    factor: float = 1.0
    as_text: str | None = None
    own_period: bool = False
    alone: bool = True
    spans: bool = False
    others: Others | None = None

    @property
    def where(self) -> str:
        """Where it stands, for a message."""
        return self.cell or "the rule set"


class OfKind(NamedTuple):
    """A cell of the sheet that a benchmark of a kind, or its period, stands in, or may come to."""

    kind: str
    row: int
    column: int


@dataclass(frozen=True)
class Settled:
    """The benchmarks of an indicator that are used, and those of one kind and period that differ.

    `cells` are all that a column of benchmarks has in its row, filled or not.
    """

    used: tuple[Benchmark, ...] = ()
    disputed: tuple[tuple[Benchmark, ...], ...] = ()
    cells: tuple[OfKind, ...] = ()

    @property
    def kinds(self) -> list[str]:
        """The kinds of which there is anything, in the order of the sheet, then of the rule set."""
        said = [each.kind for each in self.used]
        said += [group[0].kind for group in self.disputed]
        return list(dict.fromkeys([*(cell.kind for cell in self.cells), *said]))

    def of(self, kind: str, reported: Period) -> Benchmark | None:
        """The one that stands for a kind (see `leading`), none where those that might differ."""
        of_kind = [each for each in self.used if each.kind == kind]
        best = leading(of_kind, reported)
        for group in self.disputed:
            first = leading([*group, *([best] if best is not None else [])], reported)
            if group[0].kind == kind and first is not best:
                return None
        return best

    @property
    def told(self) -> tuple[Benchmark, ...]:
        """Those that are used, but for one of the rule set without a period that the sheet has
        with one."""
        of_sheet = {(each.kind, each.value) for each in self.used if each.cell}
        return tuple(
            each
            for each in self.used
            if each.cell or each.period is not None or (each.kind, each.value) not in of_sheet
        )


def settled(found: Iterable[Benchmark], cells: Iterable[OfKind] = ()) -> Settled:
    """Which of some benchmarks are used: of several of one kind and period that say the same the
    first, of such as differ none."""
    groups: dict[tuple[str, Period | None], list[Benchmark]] = {}
    for each in found:
        groups.setdefault((each.kind, each.period), []).append(each)
    used, disputed = [], []
    for group in groups.values():
        known = [each for each in group if each.value is not None]
        if len({round(each.value or 0.0, _DIGITS) for each in known}) > 1:
            disputed.append(tuple(known))
            continue
        others = next((each.others for each in group if each.others is not None), None)
        first = (known or group)[0]
        used.append(replace(first, others=others, alone=len(known) < 2))
    return Settled(tuple(used), tuple(disputed), tuple(cells))


def leading(of_kind: Iterable[Benchmark], reported: Period) -> Benchmark | None:
    """The one of a kind that stands for it: what a sheet has without a period, as being the latest;
    else the newest that had ended by then; else what the rule set has without one."""
    return min(of_kind, key=lambda each: _order(each, reported), default=None)


def _order(each: Benchmark, reported: Period) -> tuple[int, int]:
    if each.period is None:
        return (0 if each.cell else 3), 0
    return (1 if each.period.end <= reported.end else 2), -each.period.end
