"""How scorecards of a described truth are read, by layout and by aspect.

    .venv/bin/python benchmarks/reading_layouts.py --seeds 2015 [--layout NAME] [--jobs N] [--write]

Prints the figures; `--write` puts them into benchmarks/reading.md between their markers, and
`--faults` lists what was wrong. The workbooks come from tests/layouts.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.layouts.report import faults, put_into, tables, told  # noqa: E402
from tests.layouts.score import score  # noqa: E402
from tests.layouts.verdicts import Score  # noqa: E402

PAGE = ROOT / "benchmarks" / "reading.md"


def scores(
    seeds: range, layout: str | None, jobs: int, *, refresh: bool, said: bool
) -> list[Score]:
    """One score a seed, in their order."""
    with tempfile.TemporaryDirectory() as folder:
        one = partial(_score, Path(folder), layout, refresh, said)
        if jobs == 1:
            return [one(seed) for seed in seeds]
        with ProcessPoolExecutor(jobs) as workers:
            return list(workers.map(one, seeds, chunksize=5))


def _score(folder: Path, layout: str | None, refresh: bool, said: bool, seed: int) -> Score:
    return score(seed, folder, layout, refresh=refresh, said=said)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=2015, help="how many workbooks")
    parser.add_argument("--first", type=int, default=0, help="the first one's number")
    parser.add_argument("--layout", help="only this one")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--refresh", action="store_true", help="refresh each one as well")
    parser.add_argument("--faults", action="store_true", help="list what was wrong")
    parser.add_argument(
        "--explicit", action="store_true", help="with each layout said in the rule set"
    )
    parser.add_argument("--write", action="store_true", help=f"put the figures into {PAGE.name}")
    asked = parser.parse_args()
    seeds = range(asked.first, asked.first + asked.seeds)
    found = scores(seeds, asked.layout, asked.jobs, refresh=asked.refresh, said=asked.explicit)
    text = told(found) if asked.explicit else tables(found)
    print(text)
    if asked.faults:
        print(faults(found))
    if asked.write:
        before = PAGE.read_text(encoding="utf-8") if PAGE.exists() else "# Reading\n"
        PAGE.write_text(put_into(before, text, said=asked.explicit), encoding="utf-8")


if __name__ == "__main__":
    main()
