"""A target that is another than it was last quarter, in the same year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from xl_scorecard.checks._stated import stated_target
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.cell_ref import a1
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.lexicon import lexicon, words_of
from xl_scorecard.domain.period import Grain
from xl_scorecard.domain.scorecard import Column, Role, TargetBefore

_ROUNDING = 1e-9


def _changed(context: Context) -> Iterator[Found]:
    """Where most targets of a sheet are others, they are those of the quarter, and meant to be."""
    compared: defaultdict[str, int] = defaultdict(int)
    changed: defaultdict[str, list[tuple[AssessedRow, TargetBefore]]] = defaultdict(list)
    for row in context.rows:
        before = _before(row)
        if before is not None:
            compared[row.measure.sheet] += 1
            if _differs(row, before):
                changed[row.measure.sheet].append((row, before))
    said = words_of(lexicon().comments.target_changed)
    for sheet, rows in changed.items():
        if 2 * len(rows) <= compared[sheet]:
            silent = (each for each in rows if not said.search(each[0].measure.comment.casefold()))
            yield from (_found(row, before) for row, before in silent)


def _before(row: AssessedRow) -> TargetBefore | None:
    """The target of an earlier sheet that should still hold: of the same year, and of no profile
    that grows with it."""
    measure, before = row.measure, row.measure.target_before
    if before is None or measure.target is None or measure.target_cell is None:
        return None
    said = measure.rule is not None and measure.rule.target is not None
    if said or measure.is_to_date:
        return None
    if before.period.financial_year != row.period.financial_year or before.period >= row.period:
        return None
    column = _column(row)
    return None if column is None or _is_profile(column) else before


def _column(row: AssessedRow) -> Column | None:
    """The column that the target stands in, of a table that stands upright."""
    place = row.measure.target_cell
    if place is None or place.sheet or not row.table.upright:
        return None
    columns = row.table.by_role(Role.TARGET)
    return next((column for column in columns if column.index == place.column), None)


def _is_profile(column: Column) -> bool:
    """Whether the target of a column is that of a quarter or month, or of figures as far as one;
    that of a year holds throughout it."""
    due = words_of(lexicon().targets.due)
    of_a_part = column.period is not None and column.period.grain is not Grain.YEAR
    return of_a_part or due.search(column.heading.casefold()) is not None


def _differs(row: AssessedRow, before: TargetBefore) -> bool:
    target, was = row.measure.target, before.target
    assert target is not None
    ends = (target.value, was.value), (target.upper or 0.0, was.upper or 0.0)
    return any(abs(now - then) > _ROUNDING for now, then in ends)


def _found(row: AssessedRow, before: TargetBefore) -> Found:
    measure = row.measure
    assert measure.target is not None
    assert measure.target_cell is not None
    now, was = (stated_target(each, measure.unit) for each in (measure.target, before.target))
    return Found.in_row(
        row,
        a1(measure.target_cell.row, measure.target_cell.column),
        f'{measure.name}: the target is {now} here, and {was} on the sheet "{before.sheet}" '
        f"({before.cell}) for {before.period.words}; if it was changed within the year, say so in "
        "the comment",
        found=now,
        expected=was,
    )


_HEADINGS = ("Ref", "Measure", "Target", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
_RULES = tuple(
    f"{{id: {key}, name: {name}, unit: percent, good_is: high}}"
    for key, name in (("A1", "Children seen"), ("B1", "Plans reviewed"))
)
_PLANS = ("B1", "Plans reviewed", Percent(0.9), Percent(0.66), Percent(0.7))
_BEFORE = (
    _HEADINGS[:5],
    ("A1", "Children seen", Percent(0.85), Percent(0.78), Percent(0.81)),
    _PLANS,
)
_SEEN = (Percent(0.78), Percent(0.81), Percent(0.82))
CHECK = Check(
    slug="target-changed",
    severity=Severity.WARNING,
    looks_for="a target that is another on the sheet of an earlier period of the same year",
    question="Was the target 85% last quarter?",
    mend="Put the target back, or say in the comment when and why it changed.",
    run=_changed,
    triggers=Example(
        rows=(
            _HEADINGS,
            ("A1", "Children seen", Percent(0.8), *_SEEN),
            (*_PLANS, Percent(0.72)),
        ),
        rules=_RULES,
        before=_BEFORE,
        finds=("C2",),
    ),
    passes=Example(
        rows=(
            _HEADINGS,
            ("A1", "Children seen", Percent(0.85), *_SEEN),
            (*_PLANS, Percent(0.72)),
        ),
        rules=_RULES,
        before=_BEFORE,
    ),
)
