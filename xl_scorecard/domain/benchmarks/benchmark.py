"""A benchmark: the figure of others that an indicator's own is held against."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from xl_scorecard.domain.period import Period

_DIGITS = 10


@dataclass(frozen=True)
class Others:
    """The figures of single authorities that a rank is told among, in the indicator's unit.

    They stand in neighbouring cells of one row: `cells` is its sheet, the row, the first column and
    the last. `factor` is 100 where they are kept as 84.2.
    """

    values: tuple[float, ...]
    cells: tuple[str, int, int, int]
    factor: float = 1.0
    key: tuple[str, str | float, tuple[int, int, int]] | None = None
    """On another sheet: where the row's name stands in the scorecard, what it is, and the column
    and rows that it is looked up in."""


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


@dataclass(frozen=True)
class Settled:
    """The benchmarks of an indicator that are used, and those of one kind and period that differ."""

    used: tuple[Benchmark, ...] = ()
    disputed: tuple[tuple[Benchmark, ...], ...] = ()


def settled(found: Iterable[Benchmark]) -> Settled:
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
    return Settled(tuple(used), tuple(disputed))


def leading(of_kind: Iterable[Benchmark], reported: Period) -> Benchmark | None:
    """The one of a kind that stands for it: what a sheet has without a period, as being the latest;
    else the newest that had ended by then; else what the rule set has without one."""
    return min(of_kind, key=lambda each: _order(each, reported), default=None)


def _order(each: Benchmark, reported: Period) -> tuple[int, int]:
    if each.period is None:
        return (0 if each.cell else 3), 0
    return (1 if each.period.end <= reported.end else 2), -each.period.end
