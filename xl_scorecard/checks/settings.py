"""What a rule set says of its checks: which are off and how much each matters, where and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Literal

from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.period_words import parse_period, tidy
from xl_scorecard.domain.rule_set import CheckMarks, ChecksByPeriod, RuleSet

Setting = Severity | Literal["off"]


class Settings:
    """The marks of a rule set; what stands nearer counts: an indicator's before those of all, and
    of either a period's before those of its year, and these before those of all periods."""

    def __init__(self, rule_set: RuleSet, rows: Iterable[AssessedRow]) -> None:
        self._starts = rule_set.starts
        self._of_all = rule_set.checks
        self._by_period: dict[int, dict[Period, CheckMarks]] = {}
        self._of: dict[str, ChecksByPeriod] = {
            tidy(rule.id): rule.checks for rule in rule_set.indicators if _says_any(rule.checks)
        }
        for row in rows if self._of else ():
            rule = row.measure.rule
            if rule is not None and tidy(rule.id) in self._of:
                self._of[tidy(row.measure.id)] = rule.checks

    def is_off(self, check: str) -> bool:
        """Whether a check is off, wherever and whenever."""
        near = (*self._of_all.periods.values(), *chain(*map(_all, self._of.values())))
        return check in self._of_all.off and not any(check in marks.severity for marks in near)

    def of(self, check: str, indicator: str | None, period: Period) -> Setting | None:
        """What is said of a check, of an indicator and a period; None where nothing is."""
        own = self._of.get(tidy(indicator)) if indicator is not None else None
        for said in (own, self._of_all):
            for marks in self._near(said, period) if said is not None else ():
                if check in marks.off:
                    return "off"
                if check in marks.severity:
                    return marks.severity[check]
        return None

    def _near(self, said: ChecksByPeriod, period: Period) -> Iterator[CheckMarks]:
        if said.periods:
            periods = self._read(said)
            year = Period.year(period.financial_year, period.starts)
            yield from (periods[each] for each in (period, year) if each in periods)
        yield said

    def _read(self, said: ChecksByPeriod) -> dict[Period, CheckMarks]:
        """The marks of single periods, which rule files name in words."""
        if id(said) not in self._by_period:
            read = ((parse_period(words, self._starts), m) for words, m in said.periods.items())
            self._by_period[id(said)] = {
                words.period: marks
                for words, marks in read
                if words is not None and words.period is not None
            }
        return self._by_period[id(said)]


def _all(said: ChecksByPeriod) -> Iterator[CheckMarks]:
    yield said
    yield from said.periods.values()


def _says_any(said: ChecksByPeriod) -> bool:
    return bool(said.off or said.severity or said.periods)
