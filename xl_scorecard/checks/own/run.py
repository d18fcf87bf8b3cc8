"""Runs a check of a rule set's own: over every row that it is about, in every period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xl_scorecard.checks.check import Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.own.figures import RowFigures
from xl_scorecard.checks.own.rows import Rows, Unsaid, rows_by_id, together
from xl_scorecard.checks.own.told import in_message, told
from xl_scorecard.checks.own.words import Words
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.cell_ref import quoted_sheet
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.own_check.reading import read_own_check
from xl_scorecard.domain.own_check.tree import Part, ids_of
from xl_scorecard.domain.own_check.working_out import holds
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.rule_set import CrossCheck


def run_own(check: CrossCheck, context: Context) -> Iterator[Found]:
    """What a check finds; or, for information, why it could not be looked at.

    A figure that is missing makes it neither right nor wrong.
    """
    tree = read_own_check(check.that, [rule.id for rule in context.rule_set.indicators])
    of = rows_by_id(ids_of(tree), context.all_rows)
    gone = [id_ for id_, rows in of.items() if not rows]
    if gone:
        yield _without_rows(gone, context)
        return
    found, unsaid = together(of)
    for rows in found:
        yield from _in_rows(check, tree, rows, context.period)
    among = [one for one in unsaid if len(one.rows) > 1 or not found]
    if among:
        yield _not_told_apart(among[0])


def _in_rows(check: CrossCheck, tree: Part, rows: Rows, last: Period) -> Iterator[Found]:
    """What is found in each period up to the reported one, the last."""
    figures = RowFigures(rows)
    for period in sorted(set().union(*(row.measure.outturns for row in rows.values()))):
        if period.end > last.end or holds(tree, period, figures) is not False:
            continue
        of = told(tree, period, figures, "").of
        measure = rows[of].measure
        outturn = measure.outturns.get(period)
        sheet = (outturn.sheet if outturn else "") or measure.sheet
        what = told(tree, period, figures, sheet)
        words = Words(figures, period, sheet)
        yield Found(
            in_message(check.message, what, words, tuple(rows)),
            sheet,
            outturn.cell if outturn else measure.name_cell,
            measure.id,
            what.found,
            what.expected,
        )


def _without_rows(gone: Sequence[str], context: Context) -> Found:
    named = ", ".join(f"[{id_}]" for id_ in gone[:5])
    more = f" and {len(gone) - 5} more" if len(gone) > 5 else ""
    return Found(
        f"this check of the rule set's own was not looked at: no row is {named}{more}",
        sheet=context.scorecard.tables[0].sheet,
        indicator=gone[0],
        severity=Severity.INFO,
    )


def _not_told_apart(unsaid: Unsaid) -> Found:
    by = unsaid.by.measure
    if len(unsaid.rows) == 1:
        several = f"[{unsaid.id}] stands once, and [{by.id}] several times"
    else:
        places = [_place(row, by.sheet) for row in unsaid.rows]
        several = f"[{unsaid.id}] may be {' or '.join(places[:5])}"
    return Found(
        f"{by.name}: this check of the rule set's own was not looked at here, because {several}",
        by.sheet,
        by.name_cell,
        by.id,
        severity=Severity.INFO,
    )


def _place(row: AssessedRow, home: str) -> str:
    measure = row.measure
    if measure.sheet == home:
        return measure.name_cell
    return f"{quoted_sheet(measure.sheet)}!{measure.name_cell}"
