"""What is sound in a rule set and has no effect: said, so that nobody waits for it."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.catalogue import slugs
from xl_scorecard.domain.not_used_yet import not_used_yet
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.rule_files.entries import Entry
from xl_scorecard.rule_files.planned_checks import PLANNED
from xl_scorecard.rule_files.shown import bare
from xl_scorecard.rule_files.slip import Slip


def notes_on(rule_set: RuleSet, rules: Entry) -> Iterator[Slip]:
    """The notes on a sound rule set."""
    for unused in not_used_yet(rule_set):
        yield Slip(unused.path, unused.message, of_key=True)
    yield from _checks_to_come(rules["checks"])
    for name, rating in rules["ratings"].pairs:
        if name != rule_set.rating:
            yield rating.key_slip(
                f"ratings: {bare(name)} is not used: rating names {bare(rule_set.rating)}"
            )


def _checks_to_come(checks: Entry) -> Iterator[Slip]:
    to_come = PLANNED - slugs() - {rule["id"].text for rule in checks["rules"].items}
    for entry in checks["off"].items:
        if entry.text in to_come:
            yield entry.slip(f"off: check {entry.text} is not built yet")
    for word, entry in checks["severity"].pairs:
        if word in to_come:
            yield entry.key_slip(f"severity: check {word} is not built yet")
