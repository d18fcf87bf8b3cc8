"""Damaged workbooks, the same each time; `make bench-fuzz` has five thousand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.damaged import refused_or_whole

SHARDS, EACH = 4, 60


@pytest.mark.parametrize("shard", range(SHARDS))
def test_a_damaged_workbook_is_refused_in_one_line_or_refreshed_whole(
    shard: int, tmp_path: Path
) -> None:
    refused_or_whole(range(shard * EACH, (shard + 1) * EACH), tmp_path)
