"""Rows that are parts of others: the counts that a percentage or rate is made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.bands import NO_DATA, NOT_RATED
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.period_words import tidy


class Behind(NamedTuple):
    """The counts that a share is made of: so many, out of so many."""

    numerator: float
    denominator: float


@dataclass(frozen=True, eq=False)
class Parts:
    """Which of some rows others are made of, by what their rules say.

    A numerator or denominator that is rated itself is an indicator all the same.
    """

    rows: Sequence[AssessedRow]

    @cached_property
    def of(self) -> Mapping[AssessedRow, str]:
        """What each part is a part of: references, the first named first."""
        whole: dict[str, list[str]] = {}
        for a in self.rows:
            for part in _named(a):
                whole.setdefault(tidy(part), []).append(a.measure.id)
        return {
            a: ", ".join(dict.fromkeys(whole[key]))
            for a in self.rows
            if (key := tidy(a.measure.id)) in whole and a.status in (NOT_RATED, NO_DATA)
        }

    @cached_property
    def numerators(self) -> frozenset[AssessedRow]:
        """Those of which the whole is said with the share: what is a denominator too may be told of
        by itself, as the number of children in care is."""
        rules = [a.measure.rule for a in self.rows if a.measure.rule is not None]
        named = {tidy(rule.numerator) for rule in rules if rule.numerator}
        named -= {tidy(rule.denominator) for rule in rules if rule.denominator}
        return frozenset(a for a in self.of if tidy(a.measure.id) in named)

    def pair(self, a: AssessedRow) -> tuple[AssessedRow, AssessedRow] | None:
        """The rows of a share's numerator and denominator, where there are both."""
        rule = a.measure.rule
        if rule is None or rule.numerator is None or rule.denominator is None:
            return None
        found = self._row(rule.numerator, a), self._row(rule.denominator, a)
        return (found[0], found[1]) if found[0] is not None and found[1] is not None else None

    def behind(self, a: AssessedRow, period: Period) -> Behind | None:
        """The counts behind a share in a period; None where one of them is not known, or is small
        and kept back."""
        m = a.measure
        top, bottom = m.numerators.get(period), m.denominators.get(period)
        pair = self.pair(a)
        if (top is None or bottom is None) and pair is not None:
            top, bottom = (row.measure.history.get(period) for row in pair)
        if top is None or bottom is None or top.value is None or bottom.value is None:
            return None
        return Behind(top.value, bottom.value) if a.measure.unit is Unit.PERCENT else None

    def _row(self, reference: str, by: AssessedRow) -> AssessedRow | None:
        """The row of a reference: of the same dimension, the nearest."""
        named = [
            row
            for row in self._by_id.get(tidy(reference), ())
            if row.measure.dimension == by.measure.dimension
        ]
        near = [row for row in named if row.table is by.table]
        return next(iter(near or named), None)

    @cached_property
    def _by_id(self) -> Mapping[str, list[AssessedRow]]:
        found: dict[str, list[AssessedRow]] = {}
        for a in self.rows:
            if a.measure.id:
                found.setdefault(tidy(a.measure.id), []).append(a)
        return found


def _named(a: AssessedRow) -> Iterable[str]:
    rule = a.measure.rule
    if rule is None:
        return ()
    return (part for part in (rule.numerator, rule.denominator) if part is not None)
