"""What is sound in a rule set and has no effect: said, so that nobody waits for it."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.answered import ANSWERED
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.rule_files.entries import Entry
from xl_scorecard.rule_files.shown import bare
from xl_scorecard.rule_files.slip import Slip


def notes_on(rule_set: RuleSet, rules: Entry) -> Iterator[Slip]:
    """The notes on a sound rule set."""
    yield from _checks_without(rules["checks"])
    for name, rating in rules["ratings"].pairs:
        if name != rule_set.rating:
            yield rating.key_slip(
                f"ratings: {bare(name)} is not used: rating names {bare(rule_set.rating)}"
            )


def _checks_without(checks: Entry) -> Iterator[Slip]:
    """Words for checks that find nothing, as another answer is given."""
    own = {rule["id"].text for rule in checks["rules"].items}
    no_findings = {each.slug: each.how for each in ANSWERED if each.slug not in own}
    for entry in checks["off"].items:
        if entry.text in no_findings:
            yield entry.slip(f"off: {entry.text} is no finding: {no_findings[entry.text]}")
    for word, entry in checks["severity"].pairs:
        if word in no_findings:
            yield entry.key_slip(f"severity: {word} is no finding: {no_findings[word]}")
