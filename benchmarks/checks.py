"""What the checks find of faults put into clean scorecards, and what they find where nothing is.

    .venv/bin/python benchmarks/checks.py --seeds 2128 [--kinds WORD ...] [--jobs N] [--write]

Prints recall and precision by kind of fault; `--write` puts them into benchmarks/checks.md between
their markers, `--faults` lists what was missed and what was a false alarm, and `--show SEED` lays
one trial open and leaves its workbooks in `--folder`. The workbooks come from tests/checks_bench.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.checks_bench.faults import KINDS  # noqa: E402
from tests.checks_bench.report import alarms_by_check, faults, put_into, tables  # noqa: E402
from tests.checks_bench.shown import show  # noqa: E402
from tests.checks_bench.trial import kind_of, trial  # noqa: E402
from tests.checks_bench.verdicts import Verdict  # noqa: E402

PAGE = ROOT / "benchmarks" / "checks.md"


def verdicts(seeds: range, kinds: list[str], jobs: int) -> list[Verdict]:
    """One verdict a seed, in their order; the kinds take turns."""
    with tempfile.TemporaryDirectory() as folder:
        one = partial(_verdict, Path(folder), kinds)
        if jobs == 1:
            return [one(seed) for seed in seeds]
        with ProcessPoolExecutor(jobs) as workers:
            return list(workers.map(one, seeds, chunksize=8))


def _verdict(folder: Path, kinds: list[str], seed: int) -> Verdict:
    verdict = trial(seed, folder, kind_of(seed, kinds))
    for made in folder.glob(f"{seed}-*"):
        shutil.rmtree(made)
    return verdict


def _asked(words: list[str]) -> list[str]:
    found = sorted(name for name in KINDS if not words or any(word in name for word in words))
    if not found:
        raise SystemExit(
            f"no kind has {' or '.join(words)} in its name; there are: {sorted(KINDS)}"
        )
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=2128, help="how many faults")
    parser.add_argument("--first", type=int, default=0, help="the first one's number")
    parser.add_argument(
        "--kinds", nargs="*", default=[], help="only kinds with these in their names"
    )
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--faults", action="store_true", help="list what was wrong")
    parser.add_argument("--show", type=int, metavar="SEED", help="lay one trial open")
    parser.add_argument("--folder", type=Path, help="where --show leaves its workbooks")
    parser.add_argument("--write", action="store_true", help=f"put the figures into {PAGE.name}")
    asked = parser.parse_args()
    kinds = _asked(asked.kinds)
    if asked.show is not None:
        folder = asked.folder or Path(tempfile.mkdtemp())
        print(show(asked.show, kind_of(asked.show, kinds), folder))
        return
    found = verdicts(range(asked.first, asked.first + asked.seeds), kinds, asked.jobs)
    text = tables(found)
    print(text)
    if asked.faults:
        print(alarms_by_check(found))
        print(faults(found))
    if asked.write:
        before = PAGE.read_text(encoding="utf-8") if PAGE.exists() else "# Checks\n"
        PAGE.write_text(put_into(before, text), encoding="utf-8")


if __name__ == "__main__":
    main()
