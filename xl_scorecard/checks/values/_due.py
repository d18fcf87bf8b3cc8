"""Whether a figure is due: not of what is measured once a year, in another quarter than its own."""

from __future__ import annotations

import re
from functools import cache

from xl_scorecard.checks.context import Context
from xl_scorecard.domain.gap_words import parse_gap
from xl_scorecard.domain.indicator import Basis, Gap
from xl_scorecard.domain.lexicon import any_of, lexicon
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.scorecard import Measure, Outturn

_YEAR = 12
_CLAUSES = re.compile(r"[][,.;:()]|\s[-–]\s")


def is_due(measure: Measure, context: Context) -> bool:
    """Whether a figure is expected for the reported period.

    None is of annual indicators except at year end, unless theirs of the last twelve months is
    there; nor of those that are said to have ended; nor of rows that never had one in a column of
    this length. Where none came at this time a year ago, none is either if the comment or name says
    that it comes at another time, or it always came at one other time of the year.
    """
    period = context.period
    if _says_ended(measure):
        return False
    if measure.basis is Basis.ANNUAL and period.grain is not Grain.YEAR:
        year_end = period.end % _YEAR == (context.rule_set.starts - 2) % _YEAR
        if not year_end or _came_within_a_year(measure, period):
            return False
    same = {p: o for p, o in measure.outturns.items() if p.grain is period.grain}
    if not any(map(_is_given, same.values())):
        return not any(o.value is not None for o in measure.outturns.values())
    before = same.get(period.year_before)
    if period.grain is Grain.YEAR or (before is not None and _is_given(before)):
        return True
    return not (_says_not_due(measure) or (before is not None and _comes_once_a_year(same)))


def _is_given(outturn: Outturn) -> bool:
    return outturn.value is not None or bool(outturn.raw)


def _came_within_a_year(measure: Measure, period: Period) -> bool:
    return any(
        o.value is not None and period.end - _YEAR < p.end <= period.end
        for p, o in measure.outturns.items()
    )


def _says_not_due(measure: Measure) -> bool:
    """Whether a comment or the name says that the figure is not due now: `Annual, next due May`."""
    clauses = (clause.strip() for clause in _CLAUSES.split(measure.comment))
    if any(parse_gap(clause) is Gap.NOT_DUE for clause in clauses if len(clause) > 1):
        return True
    return _once_a_year().search(measure.name.casefold()) is not None


def _says_ended(measure: Measure) -> bool:
    """Whether the comment, or what the name has in brackets or behind a dash, says that the
    indicator is measured no longer: `Visits (discontinued)`."""
    _, *behind = _CLAUSES.split(measure.name.casefold())
    clauses = (*behind, *_CLAUSES.split(measure.comment.casefold()))
    return any(_ended().fullmatch(clause.strip(" *")) is not None for clause in clauses)


@cache
def _ended() -> re.Pattern[str]:
    return re.compile(any_of(lexicon().names.ended))


@cache
def _once_a_year() -> re.Pattern[str]:
    return re.compile(any_of(lexicon().names.once_a_year))


def _comes_once_a_year(outturns: dict[Period, Outturn]) -> bool:
    """Whether all figures of a row are of one month or quarter of the year."""
    return len({p.end % _YEAR for p, o in outturns.items() if _is_given(o)}) == 1
