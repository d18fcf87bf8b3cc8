"""Which rule is about a row: looked up by its reference, else by its name."""

from __future__ import annotations

from functools import lru_cache

from xl_scorecard.domain.lexicon import said_one_way
from xl_scorecard.domain.period_words import tidy
from xl_scorecard.domain.rule_set import Indicator, RuleSet


class RuleIndex:
    """Rules looked up by reference, then by name or alias, whatever their case and spacing.

    Of several rules with one name, the one of the row's section counts, else one of no section;
    where all are of others, which is meant cannot be said.
    """

    def __init__(self, rule_set: RuleSet) -> None:
        self._by_id = {tidy(rule.id): rule for rule in rule_set.indicators}
        self._by_name: dict[str, list[Indicator]] = {}
        for rule in rule_set.indicators:
            for name in rule.names:
                self._by_name.setdefault(plain_name(name), []).append(rule)

    def find(self, reference: str, name: str, section: str = "") -> Indicator | None:
        """The rule of a row, or None."""
        if reference and (rule := self._by_id.get(tidy(reference))):
            return rule
        named = self.called(name)
        if len(named) == 1:
            return named[0]
        of_section = (rule for rule in named if tidy(rule.section or "") == tidy(section))
        return next(of_section, None) or next((rule for rule in named if not rule.section), None)

    def called(self, name: str) -> list[Indicator]:
        """The rules that have a name or alias."""
        return self._by_name.get(plain_name(name), [])

    def knows(self, reference: str, name: str) -> bool:
        """Whether a rule is about a row, be it that it cannot be said which."""
        return bool(reference and tidy(reference) in self._by_id) or bool(self.called(name))


@lru_cache(maxsize=4096)
def plain_name(name: str) -> str:
    """A name as rules compare it: letters, digits and the signs that change its meaning."""
    words = said_one_way(tidy(name))
    return "".join(ch for ch in words if ch.isalnum() or ch in "%<>+")
