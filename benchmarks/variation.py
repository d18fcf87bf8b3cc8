"""What it costs to chart 1,000 indicators of 60 months once they are read, beside pandas.

    python benchmarks/variation.py

CPU time, the best of five: ours (limits, four rules, what each figure is a sign of, assurance, each
by its period), and the same limits and rules with pandas: for all series at once as columns of one
frame, and series by series as an analyst's script would.
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

from xl_scorecard.domain.amount import Target  # noqa: E402
from xl_scorecard.domain.indicator import Polarity, Unit  # noqa: E402
from xl_scorecard.domain.period import Grain, Period  # noqa: E402
from xl_scorecard.domain.scorecard import Measure, Outturn  # noqa: E402
from xl_scorecard.rating.variation import variation_of  # noqa: E402

INDICATORS, MONTHS, TIMES = 1_000, 60, 5
ALLOWED = 0.3
LAST = Period.month(2025, 12)
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
    return Measure(
        sheet="Scorecard", row=number, id=str(number), name="Contacts", section="", rule=None,
        unit=Unit.COUNT, polarity=Polarity.HIGH, basis=None, target=Target(80.0), target_cell=None,
        tolerance=None, tolerance_cell=None, outturns=outturns,
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
        told = (variation_of(each, each.outturns[LAST], LAST) for each in measures)
        return [sum(bool(point.causes) for point in each.points) for each in told]

    one_by_one = [pd.DataFrame(values) for values in series]
    if ours() != charted(frame).sum().tolist():
        sys.exit("pandas singles out other figures")
    mine = cost(ours)
    at_once = cost(lambda: charted(frame))
    each = cost(lambda: [charted(one) for one in one_by_one], 1)
    print(f"| {INDICATORS:,} indicators x {MONTHS} months | CPU s | of ours |\n|---|---|---|")
    for what, seconds in (
        ("ours", mine), ("pandas, all at once", at_once), ("pandas, one by one", each),
    ):  # fmt: skip
        print(f"| {what} | {seconds:.3f} | {seconds / mine:.2f} |")
    if mine > ALLOWED:
        sys.exit(f"over {ALLOWED} s")


if __name__ == "__main__":
    main()
