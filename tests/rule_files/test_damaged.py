"""Hundreds of damaged rule sets: sound, or told one mistake a line, in words of ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rule_files.mutants import mutant
from tests.rule_files.told import told
from tests.support.paths import RULES

SHARDS, EACH = 4, 60
SMALL = """\
name: small
rating: mine
ratings:
  mine:
    bands:
      - {status: a, label: A, up_to: target}
      - {status: b, label: B, up_to: 5 points, concern: 1}
      - {status: c, label: C, concern: 3}
    edge_belongs_to: worse
workbook: {headings: {target: ["Q3 aim"]}, period: Q3 2018/19}
columns: [rag, variation]
indicators:
  - id: A1
    name: Children seen
    unit: percent
    good_is: high
    target: {2018/19: 80%, 2018/19 Q3: 85%}
    tolerance: 5 points
    benchmarks: {england: 82%}
    numerator: N
    denominator: D
  - {id: N, name: seen, unit: count, good_is: neither}
  - {id: D, name: all, unit: count, good_is: neither}
checks:
  off: [value-missing, stale-repeat]
  severity: {step-change: info}
  rules:
    - {id: adds-up, that: "[N] = [D]", severity: error}
"""


@pytest.mark.parametrize("shard", range(SHARDS))
def test_a_damaged_rule_set_is_sound_or_told_in_our_words(shard: int, tmp_path: Path) -> None:
    texts = [SMALL, SMALL, *(path.read_text("utf-8") for path in sorted(RULES.glob("*.yaml")))]
    mistaken = 0
    for seed in range(shard * EACH, (shard + 1) * EACH):
        mistaken += bool(told(tmp_path, mutant(texts[seed % len(texts)], seed)))
    assert mistaken > EACH / 2  # the damage is real
