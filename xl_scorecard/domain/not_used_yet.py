"""What a rule set may say although nothing is done with it yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from xl_scorecard.domain.how_many import how_many
from xl_scorecard.domain.rule_set import RuleSet


class NotUsedYet(NamedTuple):
    """A key of a rule set without effect: the first place that has it, and what to expect."""

    path: tuple[str | int, ...]
    message: str


def not_used_yet(rule_set: RuleSet) -> Iterator[NotUsedYet]:
    """Each kind of thing that a rule set says and that nothing is done with yet, once."""
    compared = [i for i, rule in enumerate(rule_set.indicators) if rule.benchmarks]
    if compared:
        yield NotUsedYet(
            ("indicators", compared[0], "benchmarks"),
            f"benchmarks ({how_many(len(compared), 'indicator')}) are kept for later: no figure is "
            "compared with them yet",
        )
