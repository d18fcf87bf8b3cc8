"""Mutants of sound workbooks through check, refresh, refresh again and clear, in figures.

    python benchmarks/fuzz.py [--mutants N] [--from NUMBER] [--seconds S] [--show]

Mutant NUMBER is the same each time: `--mutants 1 --from NUMBER --show` does one again, says what
was done to it and leaves it in the temporary folder. Exit status 1 where anything was found.
"""

from __future__ import annotations

import argparse
import collections
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.fuzz.batch import judged_apart
from tests.fuzz.mutants import mutant

_BATCH = 250


def main() -> int:
    """Run it; returns the exit status."""
    asked = _asked()
    if asked.show:
        _show(asked.start)
    begun = time.monotonic()
    said: collections.Counter[str] = collections.Counter()
    kinds: collections.Counter[str] = collections.Counter()
    slowest, memory, done, found, unread = (0.0, -1), 0, 0, 0, 0
    end = asked.start + asked.mutants
    for start in range(asked.start, end, _BATCH):
        for verdict, taken in judged_apart(range(start, min(start + _BATCH, end))):
            done += 1
            said.update(f"{act}: {word}" for act, word in verdict.said.items())
            slowest = max(slowest, (verdict.slowest, verdict.number))
            memory = max(memory, taken)
            unread += not verdict.readable
            for fault in verdict.faults:
                found += 1
                kinds[fault.partition("(")[0].partition("!")[0][:70]] += 1
                print(f"{verdict.number}: {fault}", flush=True)
        if asked.seconds and time.monotonic() - begun > asked.seconds:
            break
    seconds = time.monotonic() - begun
    print(f"\n{done:,} mutants from {asked.start} on in {seconds:.0f} s ({done / seconds:.1f} a s)")
    for word, count in sorted(said.items()):
        print(f"  {word:32} {count:7,}")
    print(f"  written though openpyxl cannot open the mutant {unread:,}")
    print(f"slowest command {slowest[0]:.2f} s (mutant {slowest[1]}), memory {memory >> 20:,} MiB")
    for kind, count in kinds.most_common():
        print(f"  {count:5} {kind}")
    print(f"{found} found; one of them again: --mutants 1 --from NUMBER --show")
    return 1 if found else 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--mutants", type=int, default=10_000)
    parser.add_argument("--from", type=int, default=0, dest="start")
    parser.add_argument("--seconds", type=float, default=0)
    parser.add_argument("--show", action="store_true")
    return parser.parse_args()


def _show(number: int) -> None:
    one = mutant(number)
    path = Path(tempfile.gettempdir()) / f"mutant-{number}{one.seed.suffix}"
    path.write_bytes(one.data)
    kind = "refreshed" if one.seed.refreshed else "plain"
    print(f"{path}: {kind} {one.seed.name}; " + "; ".join(one.steps))


if __name__ == "__main__":
    sys.exit(main())
