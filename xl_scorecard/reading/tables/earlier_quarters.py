"""A scorecard held against the workbooks of earlier quarters: what these said then."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.period_words import tidy
from xl_scorecard.domain.scorecard import Measure, Outturn, Scorecard
from xl_scorecard.reading.tables.editions import comment_of, target_of

_ByKey = Mapping[object, Sequence[Measure]]
_ALIKE = 0.005
"""How far figures may differ, relative to one, that are the same but for rounding."""


@dataclass(frozen=True)
class EarlierQuarter:
    """What the workbook of an earlier quarter says; `workbook` is the file's name."""

    workbook: str
    scorecard: Scorecard

    @property
    def period(self) -> Period:
        """The period that it reports."""
        return self.scorecard.period

    @property
    def editions(self) -> Iterator[Measure]:
        """Its indicators with the figures up to its period, each with where it stands: on a sheet
        called as Excel calls it from another workbook, `[q2.xlsx]Scorecard`."""
        for measure in self.scorecard.measures:
            said = {**measure.history, **measure.published_as}
            outturns = {
                period: outturn._replace(sheet=self._called(outturn.sheet or measure.sheet))
                for period, outturn in said.items()
                if period.end <= self.period.end
            }
            yield replace(measure, sheet=self._called(measure.sheet), outturns=outturns)

    def _called(self, sheet: str) -> str:
        return f"[{self.workbook}]{sheet}"


@dataclass(frozen=True)
class Earlier:
    """The earlier quarters that were found, and in a line each what was not looked at, and why.

    `not_sought` says that there is no folder to look for any in.
    """

    quarters: tuple[EarlierQuarter, ...] = ()
    notes: tuple[str, ...] = ()
    not_sought: bool = False


def unknown_beside(earlier: Earlier) -> frozenset[Aspect]:
    """What is not known of any sheet: what last quarter's said, where it could not be sought."""
    return frozenset({Aspect.EARLIER}) if earlier.not_sought else frozenset()


def held_against(scorecard: Scorecard, earlier: Iterable[EarlierQuarter]) -> Scorecard:
    """A scorecard whose indicators know what the workbooks of earlier quarters say of them: of
    several that say something, the latest. Nothing is rated by it: it is for checks, and figures of
    periods that the scorecard has no cell for make its series longer."""
    oldest_first = sorted(earlier, key=lambda quarter: quarter.period)
    editions = [_by_key(quarter.editions) for quarter in oldest_first]
    now = _by_key(scorecard.measures)
    rows = tuple(
        row._replace(measure=_knowing(row.measure, editions, now)) for row in scorecard.rows
    )
    return replace(scorecard, rows=rows)


def figures_in_common(scorecard: Scorecard, earlier: EarlierQuarter) -> list[tuple[float, float]]:
    """The figures that both have of an indicator and period, those of now first."""
    then = _by_key(earlier.editions)
    now = _by_key(scorecard.measures)
    return [
        (outturn.value, was.value)
        for measure in scorecard.measures
        if (edition := _edition_of(measure, then, now)) is not None
        for period, was in edition.outturns.items()
        if (outturn := measure.outturns.get(period)) is not None
        and outturn.value is not None
        and was.value is not None
    ]


def indicators_in_common(scorecard: Scorecard, earlier: EarlierQuarter) -> int:
    """How many indicators of a scorecard stand in an earlier quarter's too."""
    then, now = _by_key(earlier.scorecard.measures), _by_key(scorecard.measures)
    return sum(_edition_of(measure, then, now) is not None for measure in scorecard.measures)


def _knowing(measure: Measure, editions: Sequence[_ByKey], now: _ByKey) -> Measure:
    """A measure that knows what editions of it say, the oldest of them first."""
    found = [_edition_of(measure, edition, now) for edition in editions]
    same = [edition for edition in found if edition is not None]
    if not same:
        return measure
    said: dict[Period, Outturn] = {}
    for edition in same:
        said |= edition.outturns
    last = same[-1]
    return replace(
        measure,
        elsewhere={p: o for p, o in said.items() if p not in measure.history},
        supplied=_supplied(measure, same),
        published_as={
            **measure.published_as,
            **{p: o for p, o in said.items() if p in measure.outturns},
        },
        comment_before=comment_of(last) or measure.comment_before,
        target_before=target_of(last) or measure.target_before,
    )


def _supplied(measure: Measure, editions: Sequence[Measure]) -> dict[Period, Outturn]:
    """The figures of periods that a measure has no cell for, from editions of it, oldest first.

    The latest that says anything of a period decides, also where it gives no figure. One that
    counted something else is left out: most figures that it has in common with the measure, or
    with later editions, differ from theirs.
    """
    known = measure.history
    for edition in reversed(editions):
        both = [
            (now.value, then.value)
            for period, then in edition.outturns.items()
            if (now := known.get(period)) is not None
            and now.value is not None
            and then.value is not None
        ]
        same = sum(math.isclose(now, then, rel_tol=_ALIKE) for now, then in both)
        if 2 * same >= len(both):
            known = {**edition.outturns, **known}
    own = measure.history
    return {p: o for p, o in known.items() if p not in own and o.value is not None}


def _edition_of(measure: Measure, edition: _ByKey, now: _ByKey) -> Measure | None:
    """The one row of an edition that is the same indicator; where several are, that on the sheet
    of the same name."""
    key = _key(measure)
    candidates, rivals = edition.get(key, ()), now[key]
    if len(candidates) > 1 or len(rivals) > 1:
        candidates = [each for each in candidates if _own_name(each.sheet) == measure.sheet]
        rivals = [each for each in rivals if each.sheet == measure.sheet]
    return candidates[0] if len(candidates) == 1 and len(rivals) == 1 else None


def _own_name(sheet: str) -> str:
    """A sheet's name without its workbook's: no name of a sheet has a bracket in it."""
    return sheet.rpartition("]")[2]


def _by_key(measures: Iterable[Measure]) -> _ByKey:
    found: defaultdict[object, list[Measure]] = defaultdict(list)
    for measure in measures:
        found[_key(measure)].append(measure)
    return found


def _key(measure: Measure) -> object:
    """What is the same of one indicator on one basis in all quarters."""
    if measure.rule is not None:
        return measure.basis, measure.unit, tidy(measure.rule.id), tidy(measure.dimension)
    return measure.basis, measure.unit, None, tidy(measure.id), tidy(measure.section)
