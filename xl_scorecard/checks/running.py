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
from xl_scorecard.checks.grouped import grouped
from xl_scorecard.checks.own.run import run_own
from xl_scorecard.checks.settings import Settings
from xl_scorecard.domain.cell_ref import parse_a1
from xl_scorecard.domain.disclosure import Masks
from xl_scorecard.domain.finding import Checked, Finding, NotLookedAt, Severity, SwitchedOff
from xl_scorecard.domain.rule_set import CrossCheck


def run_checks(context: Context) -> Checked:
    """The findings of every check that is on, worst first, then in sheet order.

    A check stands aside for a sheet of which it does not know what it needs to.
    """
    unknown = {
        table.sheet: table.grid.unknown | context.unknown for table in context.scorecard.tables
    }
    settings = Settings(context.rule_set, context.all_rows)
    stamped: list[tuple[Found, _Stamp]] = []
    not_looked_at: list[NotLookedAt] = []
    run: list[str] = []
    off: list[SwitchedOff] = []
    for check in CHECKS:
        if settings.is_off(check.slug):
            off.append(SwitchedOff(check.slug, check.looks_for))
            continue
        run.append(check.slug)
        aside = frozenset(sheet for sheet in unknown if unknown[sheet].intersection(check.needs))
        to_look_at = replace(context, aside=aside) if aside else context
        stamped.extend((found, _stamp(found, check)) for found in check.run(to_look_at))
        not_looked_at.extend(
            NotLookedAt(check.slug, aspect, sheet)
            for sheet in unknown
            for aspect in (*check.needs, *check.looks_at)
            if aspect in unknown[sheet]
        )
    for own in context.rule_set.checks.rules:
        if settings.is_off(own.id):
            off.append(SwitchedOff(own.id, own.that))
        else:
            run.append(own.id)
            stamped.extend((found, _stamp_own(found, own)) for found in run_own(own, context))
    findings = grouped(list(_as_findings(stamped, settings, context)))
    return Checked(_worst_first(findings, context), not_looked_at, tuple(run), tuple(off))


class _Stamp(NamedTuple):
    """Which check found something, how much that matters, and how it is mended; some things matter
    as much as they do, whatever the rule set says of the check."""

    word: str
    severity: Severity
    mend: str = ""
    settled: bool = False


def _stamp(found: Found, check: Check) -> _Stamp:
    """What a check of ours says of what it found."""
    return _Stamp(check.slug, found.severity or check.severity, check.mend)


def _stamp_own(found: Found, own: CrossCheck) -> _Stamp:
    """What a check of the rule set's own says; that it could not look is for information."""
    return _Stamp(own.id, found.severity or own.severity, settled=found.severity is not None)


def _as_findings(
    stamped: Sequence[tuple[Found, _Stamp]], settings: Settings, context: Context
) -> Iterator[Finding]:
    """What was found as findings, counting as the rule set says, less what is off there and what
    may not be told."""
    periods = periods_of((found for found, _ in stamped), context)
    masks = Masks(context.scorecard.rows)
    for as_found, stamp in stamped:
        place = place_of(as_found)
        period = periods.get(place) if place is not None else None
        about = period or context.period
        set_to = settings.of(stamp.word, as_found.indicator, about)
        if set_to == "off":
            continue
        found = _masked(as_found, masks, context) if masks else as_found
        yield Finding(
            stamp.word,
            stamp.severity if set_to is None or stamp.settled else set_to,
            found.message,
            found.sheet,
            found.cell,
            found.indicator,
            found.found,
            found.expected,
            periods=(period,) if period is not None else (),
            period=about.words,
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
