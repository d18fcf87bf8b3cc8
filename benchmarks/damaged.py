"""Damaged copies of two workbooks, refreshed: refused in one line, or written whole.

    python benchmarks/damaged.py [--copies N] [--from SEED]

A copy is the same each time, and so is what comes of it. Exit status 1 at the first that is
neither, which is named by its seed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.faults.damaged import refused_or_whole


def main() -> int:
    """Run it; returns the exit status."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--copies", type=int, default=5_000)
    parser.add_argument("--from", type=int, default=0, dest="start")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        try:
            refused_or_whole(range(asked.start, asked.start + asked.copies), Path(folder))
        except AssertionError as found:
            print(found)
            return 1
    print(f"{asked.copies:,} damaged copies: each refused in one line or written whole")
    return 0


if __name__ == "__main__":
    sys.exit(main())
