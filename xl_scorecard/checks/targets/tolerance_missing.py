"""A row that is rated without the tolerance that the bands rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.checks.ratings._meant import lacks_tolerance
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.bands import Rating
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.grid import Cell, CellError
from xl_scorecard.domain.how_many import how_many
from xl_scorecard.domain.scorecard import Role


def _missing(context: Context) -> Iterator[Found]:
    rating = context.rule_set.bands
    of_all: list[AssessedRow] = []
    for table in context.tables:
        rated = [row for row in context.rows if row.table is table and _is_rated(row, rating)]
        in_error = {row: cell for row in rated if (cell := _error(row)) is not None}
        yield from (_of_error(row, cell) for row, cell in in_error.items())
        rated = [row for row in rated if row not in in_error]
        without = [row for row in rated if lacks_tolerance(row.measure, rating)]
        if len(without) == len(rated):
            of_all += [row for row in without if row.status != rating.bands[0].status]
        else:
            yield from (_of_row(row, rating) for row in without)
    yield from _of_all(of_all, rating)


def _is_rated(row: AssessedRow, rating: Rating) -> bool:
    """Whether a row is rated; of one without a rule, that is what is missing."""
    return row.measure.rule is not None and row.status in {band.status for band in rating.bands}


def _error(row: AssessedRow) -> Cell | None:
    """The cell of a row's tolerance, or of the value where it ends, that shows an error."""
    rule = row.measure.rule
    if not row.table.upright or (rule is not None and rule.tolerance is not None):
        return None
    columns = (c for role in (Role.TOLERANCE, Role.THRESHOLD) for c in row.table.by_role(role))
    cells = (row.table.shown(row.measure.row, column.index) for column in columns)
    return next((c for c in cells if c is not None and isinstance(c.value, CellError)), None)


def _of_error(row: AssessedRow, cell: Cell) -> Found:
    has_one = row.measure.tolerance is not None
    instead = "that of the rule set counts" if has_one else "it is rated without one"
    return Found.in_row(
        row,
        cell.ref,
        f"{row.measure.name}: the tolerance shows {cell.value}, so {instead}",
        found=str(cell.value),
        expected="the tolerance",
    )


def _of_row(row: AssessedRow, rating: Rating) -> Found:
    measure = row.measure
    assert row.current is not None  # it is rated
    return Found.in_row(
        row,
        row.current.cell,
        f"{measure.name}: it is rated without a tolerance, so that whatever misses target is "
        f"{rating.bands[-1].label}; give one in the scorecard or the rule set",
        found="",
        expected="a tolerance such as 5 points; 0 where there is none",
    )


def _of_all(missed: Sequence[AssessedRow], rating: Rating) -> Iterator[Found]:
    """One finding for all tables in which no row has one, be it that none is used or that none was
    written down yet; none where every target is met."""
    if missed:
        sheets = {row.measure.sheet for row in missed}
        where = f" on {len(sheets)} sheets" if len(sheets) > 1 else ""
        which = f"{how_many(len(missed), 'indicator')}{where} {'is' if len(missed) == 1 else 'are'}"
        yield Found(
            f"nothing gives a tolerance, so that {which} {rating.bands[-1].label} for missing "
            "target, however closely; give one in the scorecard, or under defaults in the rule set",
            missed[0].measure.sheet,
            severity=Severity.INFO,
        )


_HEADINGS = ("Ref", "Measure", "Target", "Tolerance", "Q2 2018/19", "Q3 2018/19")
_RULES = (
    "{id: A1, name: Children seen, unit: percent, good_is: high}",
    "{id: B1, name: Plans reviewed, unit: percent, good_is: high}",
)
CHECK = Check(
    slug="tolerance-missing",
    severity=Severity.WARNING,
    looks_for="an indicator rated without a tolerance: what misses target is in the worst band",
    question="How far from target is still within tolerance?",
    mend="Type a tolerance, or set a default in the rule set.",
    run=_missing,
    also=(Severity.INFO,),
    triggers=Example(
        rows=(
            _HEADINGS,
            ("A1", "Children seen", Percent(0.8), "5 points", Percent(0.8), Percent(0.79)),
            ("B1", "Plans reviewed", Percent(0.8), None, Percent(0.8), Percent(0.79)),
        ),
        rules=_RULES,
        finds=("F3",),
    ),
    passes=Example(
        rows=(
            _HEADINGS,
            ("A1", "Children seen", Percent(0.8), "5 points", Percent(0.8), Percent(0.79)),
            ("B1", "Plans reviewed", Percent(0.8), 0, Percent(0.8), Percent(0.79)),
        ),
        rules=_RULES,
    ),
)
