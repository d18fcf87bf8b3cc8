from __future__ import annotations

import pytest

from xl_scorecard.batch.crew import crew_size


@pytest.mark.parametrize(
    ("jobs", "wanted", "platform", "size"),
    [
        (200, 100, "win32", 61),
        (200, 100, "linux", 100),
        (200, 61, "win32", 61),
        (5, 100, "win32", 5),
        (5, 2, "darwin", 2),
    ],
)
def test_windows_waits_for_61_processes_at_most(
    jobs: int, wanted: int, platform: str, size: int
) -> None:
    assert crew_size(jobs, wanted, platform) == size
