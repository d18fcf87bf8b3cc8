"""Running the checks that a rule set wants."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from xl_scorecard.checks.about import periods_of, place_of
from xl_scorecard.checks.catalogue import CHECKS
from xl_scorecard.checks.check import MEND, Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.own.run import run_own
from xl_scorecard.domain.cell_ref import parse_a1
from xl_scorecard.domain.disclosure import Masks
from xl_scorecard.domain.finding import Checked, Finding, NotLookedAt, Severity, SwitchedOff
from xl_scorecard.domain.rule_set import CrossCheck


def run_checks(context: Context) -> Checked:
    """The findings of every check that is on, worst first, then in sheet order.

    A check stands aside for a sheet of which it does not know what it needs to.
    """
    unknown = {table.sheet: table.grid.unknown for table in context.scorecard.tables}
    stamped: list[tuple[Found, _Stamp]] = []
    not_looked_at: list[NotLookedAt] = []
    off: list[SwitchedOff] = []
    for check in CHECKS:
        if check.slug in context.rule_set.checks.off:
            off.append(SwitchedOff(check.slug, check.looks_for))
            continue
        aside = frozenset(sheet for sheet in unknown if unknown[sheet].intersection(check.needs))
        to_look_at = replace(context, aside=aside) if aside else context
        stamped.extend((found, _stamp(found, check, context)) for found in check.run(to_look_at))
        not_looked_at.extend(
            NotLookedAt(check.slug, aspect, sheet)
            for sheet in unknown
            for aspect in (*check.needs, *check.looks_at)
            if aspect in unknown[sheet]
        )
    for own in context.rule_set.checks.rules:
        if own.id in context.rule_set.checks.off:
            off.append(SwitchedOff(own.id, own.that))
        else:
            stamped.extend((each, _stamp_own(each, own, context)) for each in run_own(own, context))
    findings = list(_as_findings(stamped, context))
    return Checked(_worst_first(findings, context), not_looked_at, tuple(off))


class _Stamp(NamedTuple):
    """Which check found something, how much it matters, and how it is mended."""

    word: str
    severity: Severity
    mend: str


def _stamp(found: Found, check: Check, context: Context) -> _Stamp:
    """What a check of ours says of what it found, counting as the rule set says."""
    set_to = context.rule_set.checks.severity.get(check.slug)
    return _Stamp(check.slug, set_to or found.severity or check.severity, check.mend)


def _stamp_own(found: Found, own: CrossCheck, context: Context) -> _Stamp:
    """What a check of the rule set's own says; that it could not look is for information."""
    set_to = context.rule_set.checks.severity.get(own.id, own.severity)
    return _Stamp(own.id, found.severity or set_to, "")


def _as_findings(stamped: Sequence[tuple[Found, _Stamp]], context: Context) -> Iterator[Finding]:
    periods = periods_of((found for found, _ in stamped), context)
    masks = Masks(context.scorecard.rows)
    for as_found, stamp in stamped:
        found = _masked(as_found, masks, context) if masks else as_found
        place = place_of(found)
        period = periods.get(place, context.period) if place is not None else context.period
        yield Finding(
            stamp.word,
            stamp.severity,
            found.message,
            found.sheet,
            found.cell,
            found.indicator,
            found.found,
            found.expected,
            period=period.words,
            mend=stamp.mend or MEND,
        )


def _masked(found: Found, masks: Masks, context: Context) -> Found:
    """What was found, less masked numbers of the rows that it is about."""
    rows = {
        row.measure.row
        for row in context.all_rows
        if (row.measure.sheet, row.measure.id) == (found.sheet, found.indicator)
    }
    place = place_of(found)
    if place is not None:
        rows.add(place[1])
    over = partial(masks.over, sheet=found.sheet, rows=rows)
    message, said, right = over(found.message), over(found.found), over(found.expected)
    return replace(found, message=message or "", found=said, expected=right)


def _worst_first(findings: list[Finding], context: Context) -> list[Finding]:
    """Sorted by severity, sheet and row; in one row, as the checks are listed."""
    order = {table.sheet: i for i, table in enumerate(context.scorecard.tables)}

    def place(finding: Finding) -> tuple[int, int, int]:
        row, _ = parse_a1(finding.cell) if finding.cell else (0, 0)
        return finding.severity.rank, order.get(finding.sheet or "", len(order)), row

    return sorted(findings, key=place)
