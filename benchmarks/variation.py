"""What it costs to judge 1,000 indicators of 60 months once they are read, beside pandas.

    python benchmarks/variation.py

CPU time, the best of three: the whole judgement (status, changes, variation, streaks, two
benchmarks with rank and quartile), of it the variation (limits, four rules, what each figure is a
sign of, assurance, each by its period), and the same limits and rules with pandas: for all series
at once as columns of one frame, and series by series as an analyst's script would.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from xl_scorecard.domain.amount import Target, Tolerance  # noqa: E402
from xl_scorecard.domain.bands import CONCERN  # noqa: E402
from xl_scorecard.domain.benchmarks.benchmark import Benchmark, Others, settled  # noqa: E402
from xl_scorecard.domain.grid import Grid  # noqa: E402
from xl_scorecard.domain.indicator import Polarity, Unit  # noqa: E402
from xl_scorecard.domain.period import Grain, Period  # noqa: E402
from xl_scorecard.domain.scorecard import Measure, Outturn, Table  # noqa: E402
from xl_scorecard.rating.assess import assess  # noqa: E402
from xl_scorecard.rating.series import Series  # noqa: E402
from xl_scorecard.rating.variation import variation_of  # noqa: E402

INDICATORS, MONTHS, TIMES = 1_000, 60, 3
ALLOWED = 0.3
_FEW = 50
"""How many series stand for all where each is worked out by itself with pandas."""
LAST = Period.month(2025, 12)
YEAR = Period.year(2024)
PERIODS = [Period(Grain.MONTH, LAST.end - back) for back in reversed(range(MONTHS))]


def figures() -> list[list[float]]:
    """The figures of each indicator; every third one shifts in its last year."""
    draw = random.Random(14)
    return [
        [
            round(draw.gauss(80, 5) + (6 if number % 3 == 0 and month >= MONTHS - 12 else 0), 1)
            for month in range(MONTHS)
        ]
        for number in range(INDICATORS)
    ]


def measure(number: int, values: list[float]) -> Measure:
    """An indicator as reading gives it."""
    outturns = {
        period: Outturn(period, number, column, value)
        for column, (period, value) in enumerate(zip(PERIODS, values, strict=True), 3)
    }
    neighbours = Others(tuple(values[:10]), ((number, 70, number, 79),), 10)
    benchmarks = (
        Benchmark("england", YEAR, 81.0, cell=f"BN{number}"),
        Benchmark("statistical_neighbours", YEAR, 79.0, cell=f"BO{number}", others=neighbours),
    )
    return Measure(
        sheet="Scorecard", row=number, id=str(number), name="Contacts", section="", rule=None,
        unit=Unit.COUNT, polarity=Polarity.HIGH, basis=None, target=Target(80.0), target_cell=None,
        tolerance=Tolerance(2.0), tolerance_cell=None, outturns=outturns,
        benchmarks=settled(benchmarks),
    )  # fmt: skip


def charted(frame: pd.DataFrame) -> pd.DataFrame:
    """Which figures the four rules single out, series down the columns."""
    moves = frame.diff().abs()
    usual = moves[moves < 3.267 * moves.mean()].mean()
    off = frame - frame.mean()
    side = off.apply(lambda column: (column > 0).astype(int) - (column < 0).astype(int))
    steps = frame.diff()
    rising = (steps > 0).astype(int) - (steps < 0).astype(int)
    near = (off.abs() > 2 / 3 * 2.66 * usual).astype(int)
    in_three = (near.rolling(3).sum() >= 2) & (side.rolling(3).sum().abs() == 3)
    found = off.abs() > 2.66 * usual
    for ended, before in (
        (side.rolling(7).sum().abs() == 7, 7),
        (rising.rolling(6).sum().abs() == 6, 7),
    ):
        for back in range(before):
            found |= ended.shift(-back, fill_value=False)
    for back in range(3):
        found |= in_three.shift(-back, fill_value=False) & (near == 1)
    return found


def cost(work: Callable[[], object], times: int = TIMES) -> float:
    """The least CPU time of several turns, in seconds."""
    least = float("inf")
    for _ in range(times):
        begun = time.process_time()
        work()
        least = min(least, time.process_time() - begun)
    return least


def main() -> None:
    """Measure, check that both single out the same figures, and print a table in Markdown."""
    series = figures()
    measures = [measure(number, values) for number, values in enumerate(series)]
    frame = pd.DataFrame(series).T

    def ours() -> list[int]:
        told = (variation_of(Series(each, each.outturns[LAST], LAST)) for each in measures)
        return [sum(bool(point.causes) for point in each.points) for each in told]

    def all_of_it() -> None:
        for each in measures:
            assess(table, each, LAST, CONCERN)

    table = Table(Grid("Scorecard", {}), 1, 1, ())
    few = [pd.DataFrame(values) for values in series[:_FEW]]
    if ours() != charted(frame).sum().tolist():
        sys.exit("pandas singles out other figures")
    whole, mine = cost(all_of_it), cost(ours)
    at_once = cost(lambda: charted(frame))
    each = cost(lambda: [charted(one) for one in few], 1) * INDICATORS / _FEW
    print(f"| {INDICATORS:,} indicators x {MONTHS} months | CPU s | of our variation |")
    print("|---|---|---|")
    for what, seconds in (
        ("ours, the whole judgement", whole), ("ours, variation", mine),
        ("pandas, all at once", at_once), ("pandas, one by one", each),
    ):  # fmt: skip
        print(f"| {what} | {seconds:.3f} | {seconds / mine:.2f} |")
    if mine > ALLOWED:
        sys.exit(f"variation takes over {ALLOWED} s")


if __name__ == "__main__":
    main()
