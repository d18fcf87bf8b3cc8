"""A scorecard whose rows are to be rated, and no column or rule that gives a target."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.checks.layout._headings import at_heading
from xl_scorecard.checks.ratings._meant import manners, meant_by, statuses_of
from xl_scorecard.domain.bands import NO_DATA, NOT_RATED
from xl_scorecard.domain.doubt import About
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.judged import Manner
from xl_scorecard.domain.scorecard import Column, MeasuredRow, Role, Table

_FEWEST = 2
_SAID_ELSEWHERE = (About.TARGET, About.SPAN, About.SCALE)


def _missing(context: Context) -> Iterator[Found]:
    """Where no row of a table has a target, of any period, and most are to be rated all the same.
    One target among them shows that the others are meant to have none, or are a finding each.
    Judgements alone may be given without targets, which is a lesser finding; a column of which way
    is good may be meant for arrows alone, which is one for information."""
    rows: dict[int, list[MeasuredRow]] = defaultdict(list)
    for each in context.scorecard.rows:
        rows[id(each.table)].append(each)
    manner = manners(context.rows)
    for table in context.tables:
        own = rows[id(table)]
        names = table.first(Role.INDICATOR) or next(iter(table.columns), None)
        if names is None or table.by_role(Role.TARGET) or any(map(_has_target, own)):
            continue
        due = [each for each in own if _is_due(each)]
        judged = sum(_is_judged(each, context, manner) for each in due)
        told = sum(map(_is_told_how, due))
        if told >= _FEWEST and 2 * told > len(own):
            why = f"which way is good and the tolerance are given for {told}"
            yield _told(table, names, why, Severity.ERROR)
        elif judged >= _FEWEST and 2 * judged > len(own):
            yield _told(table, names, f"a judgement is given for {judged}", Severity.WARNING)
        elif "rag" in context.rule_set.columns and table.by_role(Role.POLARITY):
            sided = sum(each.measure.polarity is not None for each in due)
            if sided >= _FEWEST and 2 * sided > len(own):
                why = f"a column says which way is good for {sided}"
                yield _told(table, names, why, Severity.INFO)


def _has_target(each: MeasuredRow) -> bool:
    measure, row = each.measure, each.row
    of_rule = measure.rule is not None and measure.rule.target is not None
    of_sheet = measure.target is not None or measure.target_cell is not None
    doubtful = any(doubt.about in _SAID_ELSEWHERE for doubt in measure.doubts)
    return of_rule or of_sheet or doubtful or row.target_row is not None


def _is_due(each: MeasuredRow) -> bool:
    """Whether a row has figures and is not one that is never rated."""
    measure = each.measure
    figures = any(outturn.value is not None for outturn in measure.outturns.values())
    return figures and measure.polarity is not Polarity.NEITHER


def _is_judged(each: MeasuredRow, context: Context, manner: Mapping[str, Manner]) -> bool:
    measure, rating = each.measure, context.rule_set.bands
    meant = None
    if measure.typed_rag is not None:
        meant = meant_by(measure.typed_rag, rating, manner[measure.sheet])
    elif measure.filled_rag is not None:
        meant = statuses_of(measure.filled_rag.standings, rating)
    return bool((meant or set()) - {NOT_RATED, NO_DATA})


def _is_told_how(each: MeasuredRow) -> bool:
    """Whether all is said that rating takes, but for the target."""
    measure = each.measure
    return measure.rule is not None and None not in (measure.polarity, measure.tolerance)


def _told(table: Table, names: Column, why: str, severity: Severity) -> Found:
    message = (
        f"no column is headed Target and no rule gives one, so that none of the {len(table.rows)} "
        f"indicators is rated, though {why} of them; head the column of targets so, name its "
        "heading under workbook: headings: target:, or give targets in the rule set"
    )
    return replace(at_heading(table, names, message, "a column of targets"), severity=severity)


_RULES = (
    "{id: A1, name: Children seen, unit: percent, good_is: high, tolerance: 5 points}",
    "{id: B1, name: Plans reviewed, unit: percent, good_is: high, tolerance: 5 points}",
)
CHECK = Check(
    slug="required-column-missing",
    severity=Severity.ERROR,
    also=(Severity.WARNING, Severity.INFO),
    looks_for="no column or rule with a target, where rules or judgements show that one is meant",
    question="Is nothing rated because the column of targets is gone, or headed otherwise?",
    mend="Add the column, or give the targets in the rule set.",
    run=_missing,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children seen", Percent(0.8), Percent(0.82)),
            ("B1", "Plans reviewed", Percent(0.7), Percent(0.75)),
        ),
        rules=_RULES,
        finds=("B1",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children seen", Percent(0.8), Percent(0.8), Percent(0.82)),
            ("B1", "Plans reviewed", None, Percent(0.7), Percent(0.75)),
        ),
        rules=_RULES,
    ),
)
