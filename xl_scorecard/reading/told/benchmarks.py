"""Which benchmarks a table's indicators are held against, and where each was taken from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from xl_scorecard.domain.benchmarks.benchmark import Benchmark, Others
from xl_scorecard.domain.cell_ref import column_letters
from xl_scorecard.domain.scorecard import Measure
from xl_scorecard.domain.understanding import UnderstoodBenchmark

_RULES = "rule set"


def benchmarks_told(measures: Iterable[Measure]) -> list[UnderstoodBenchmark]:
    """The benchmarks used, each kind, period and place once, with how many indicators have it."""
    found = Counter(
        told for measure in measures for each in measure.benchmarks.told for told in _told(each)
    )
    return [
        UnderstoodBenchmark(kind=kind, period=period, where=where, indicators=count, ranked=ranked)
        for (kind, period, where, ranked), count in found.items()
    ]


def _told(each: Benchmark) -> Iterator[tuple[str, str | None, str, bool]]:
    period = None if each.period is None else str(each.period)
    if each.value is not None:
        where = column_letters(each.place[1]) if each.place is not None else _RULES
        yield each.kind, period, where, False
    if each.others is not None:
        yield each.kind, period, _among(each.others), True


def _among(others: Others) -> str:
    """Where the figures of single authorities stand: columns, with their sheet if it is another."""
    ends = ((column_letters(left), column_letters(right)) for _, left, _, right in others.areas)
    places = ", ".join(":".join(dict.fromkeys(each)) for each in ends)
    return f"{others.sheet}!{places}" if others.sheet else places
