"""The scorecard of all teams: every indicator of the rule set, period by period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from xl_scorecard.domain.indicator import Gap, Unit
from xl_scorecard.domain.outcome import IndicatorResult
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.period_words import parse_period, tidy
from xl_scorecard.domain.roll_up_words import HowAdded, Way, parse_roll_up, usual_roll_up
from xl_scorecard.domain.rule_set import Indicator, RuleSet
from xl_scorecard.roll_up.adding import ABSENT, Figure, Part, Total, total_of
from xl_scorecard.roll_up.teams import Team

_Said = TypeVar("_Said")
_Key = tuple[str, str]
"""An indicator's id and its place in the second dimension, as they are compared."""


@dataclass(frozen=True)
class RolledRow:
    """An indicator of all teams: how it was added up, or `why_not`, and its figures by period."""

    rule: Indicator
    dimension: str
    section: str
    unit: Unit | None
    good_is: str | None
    target: float | None
    how: HowAdded
    totals: dict[Period, Total]
    why_not: str | None = None


@dataclass(frozen=True)
class RolledUp:
    """The scorecard of all teams; `unknown` are indicators that the rule set does not know."""

    rule_set: RuleSet
    period: Period
    teams: tuple[Team, ...]
    rows: tuple[RolledRow, ...]
    unknown: tuple[str, ...] = ()

    @property
    def periods(self) -> list[Period]:
        """The periods that any figure is there for, oldest first."""
        return sorted({period for row in self.rows for period in row.totals})


@dataclass
class _Rows:
    """A team's rows by key; `twice` are keys that two rows have."""

    team: Team
    by_key: dict[_Key, IndicatorResult] = field(default_factory=dict)
    twice: set[_Key] = field(default_factory=set)

    def figure(self, key: _Key, period: Period) -> Figure:
        row = self.by_key.get(key)
        if row is None or key in self.twice:
            return ABSENT
        for each in row.figures:
            if each.period == str(period):
                gap = Gap(each.gap) if each.gap else None
                return Figure(each.value, gap, row.sheet, each.cell)
        return ABSENT


def roll_up(teams: Sequence[Team], rule_set: RuleSet) -> RolledUp:
    """Add up teams, whose outcomes have their figures of all periods (option `figures`).

    There is at least one.
    """
    rows = [_rows_of(team) for team in teams]
    reported = [_read(team.outcome.period or "", rule_set.starts) for team in teams]
    known = [_rolled(rule, dimension, rows, rule_set) for rule, dimension in _keys(rule_set, rows)]
    return RolledUp(
        rule_set,
        max(period for period in reported if period is not None),
        tuple(teams),
        tuple(known),
        tuple(_unknown(rule_set, rows)),
    )


def _read(words: str, starts: int) -> Period | None:
    found = parse_period(words, starts)
    return found.period if found is not None else None


def _rows_of(team: Team) -> _Rows:
    rows = _Rows(team)
    for result in team.outcome.indicators:
        key = tidy(result.id), tidy(result.dimension)
        if key in rows.by_key:
            rows.twice.add(key)
        rows.by_key.setdefault(key, result)
    return rows


def _keys(rule_set: RuleSet, rows: Sequence[_Rows]) -> Iterator[tuple[Indicator, str]]:
    """The rules that any team has a row of, with the places of these in a second dimension."""
    for rule in rule_set.indicators:
        found = (r for each in rows for r in each.by_key.values() if tidy(r.id) == tidy(rule.id))
        places = {tidy(result.dimension): result.dimension for result in found}
        yield from ((rule, place) for place in places.values())


def _unknown(rule_set: RuleSet, rows: Sequence[_Rows]) -> list[str]:
    ids = {tidy(rule.id) for rule in rule_set.indicators}
    names = {
        result.id: None
        for each in rows
        for (key, _), result in each.by_key.items()
        if key not in ids
    }
    return list(names)


def _rolled(rule: Indicator, place: str, rows: Sequence[_Rows], rule_set: RuleSet) -> RolledRow:
    key = tidy(rule.id), tidy(place)
    of_teams = [each.by_key[key] for each in rows if key in each.by_key]
    units = {rule.unit.value if rule.unit else result.unit for result in of_teams}
    unit = Unit(said) if (said := next(iter(units))) is not None and len(units) == 1 else None
    parts = rule.numerator is not None and rule.denominator is not None
    how = parse_roll_up(rule.roll_up or "") or usual_roll_up(unit, made_of_parts=parts)
    why_not = _why_not(rule, how, key, rows)
    totals: dict[Period, Total] = {}
    for period in sorted(_periods(of_teams, rule_set.starts)):
        made_of = tuple(_part(each, rule, place, how, period) for each in rows)
        totals[period] = (
            total_of(how.way, made_of, _per(how, unit))
            if why_not is None
            else Total(None, Gap.NOT_APPLICABLE, made_of)
        )
    return RolledRow(
        rule=rule,
        dimension=place,
        section=rule.section or next((r.section for r in of_teams if r.section), ""),
        unit=unit,
        good_is=_same([r.good_is for r in of_teams]) if rule.good_is is None else None,
        target=_target(rule, how, of_teams),
        how=how,
        totals=totals,
        why_not=why_not,
    )


def _per(how: HowAdded, unit: Unit | None) -> float:
    return 10_000.0 if how.way is Way.RATIO and unit is Unit.RATE_PER_10000 else 1.0


def _why_not(rule: Indicator, how: HowAdded, key: _Key, rows: Sequence[_Rows]) -> str | None:
    of_teams = [each.by_key[key] for each in rows if key in each.by_key]
    twice = [each.team.name for each in rows if key in each.twice]
    bases = {result.basis for result in of_teams}
    if twice:
        return f"it stands twice in {', '.join(twice)}"
    if rule.unit is None and len({result.unit for result in of_teams}) > 1:
        return "teams count it in different units"
    if len(bases) > 1:
        told = " and ".join(sorted(basis or "not said" for basis in bases))
        return f"its figures cover different spans of time: {told}"
    if how.way is Way.NONE:
        return "the rule set says " + ("roll_up: none" if rule.roll_up else "not how")
    return None


def _periods(of_teams: Sequence[IndicatorResult], starts: int) -> set[Period]:
    found = (_read(each.period, starts) for result in of_teams for each in result.figures)
    return {period for period in found if period is not None}


def _part(rows: _Rows, rule: Indicator, place: str, how: HowAdded, period: Period) -> Part:
    def figure(of: str | None) -> Figure:
        return rows.figure((tidy(of or ""), tidy(place)), period)

    over = figure(rule.numerator) if how.way is Way.RATIO else None
    under = None
    if how.way in (Way.RATIO, Way.WEIGHTED):
        under = figure(rule.denominator if how.way is Way.RATIO else how.weight)
    outcome = rows.team.outcome
    return Part(rows.team.name, outcome.path, figure(rule.id), over, under)


def _target(rule: Indicator, how: HowAdded, of_teams: Sequence[IndicatorResult]) -> float | None:
    """The target that all teams have, of what is no sum; a sum is held against none of theirs."""
    if rule.target is not None or how.way is Way.SUM:
        return None
    if any(result.target_upper is not None for result in of_teams):
        return None
    return _same([result.target for result in of_teams])


def _same(said: Sequence[_Said]) -> _Said | None:
    first = said[0] if said else None
    return first if all(each == first for each in said) else None
