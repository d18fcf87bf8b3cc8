"""Random histories of a workbook: what officers and we do to it in turn, and whether all holds.

    python benchmarks/histories.py [--histories N] [--seed S] [--libreoffice] [--debug]

History S is the same each time; of N the seeds are S, S + 1 and so on. With --libreoffice it is
among the programs that save the workbook, in every tenth history. Exit status 1 where anything did
not hold.
"""

from __future__ import annotations

import argparse
import collections
import shutil
import sys
import tempfile
import time
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.histories.live import live
from tests.support.office import Office


def main() -> int:
    """Run it; returns the exit status."""
    asked = _asked()
    steps: collections.Counter[str] = collections.Counter()
    failed, begun = 0, time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        office = (
            Office(str(shutil.which("soffice")), folder / "office") if asked.libreoffice else None
        )
        for seed in range(asked.seed, asked.seed + asked.histories):
            try:
                with_office = office if seed % 10 == 0 or asked.histories == 1 else None
                history = live(seed, folder / str(seed), with_office)
                steps.update(" ".join(told.split()[:2]) for told in history.told)
            except AssertionError as error:
                failed += 1
                print(error, flush=True)
                if asked.debug:
                    traceback.print_exc()
            shutil.rmtree(folder / str(seed))
    print(f"{asked.histories} histories, {failed} failed, {time.monotonic() - begun:.0f} s")
    print(f"{steps.total()} steps in those that held")
    return 1 if failed else 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--histories", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--libreoffice", action="store_true")
    parser.add_argument("--debug", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
