"""A red row without a comment, on a sheet where red rows have one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.checks.ratings._meant import manners, meant_by, statuses_possible
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.judged import Manner
from xl_scorecard.domain.scorecard import Role

_FEWEST_COMMENTED = 2
_MISSED, _OF_ALL = 0.25, 0.7


def _missing(context: Context) -> Iterator[Found]:
    manner = manners(context.rows)
    tables: defaultdict[int, list[AssessedRow]] = defaultdict(list)
    for row in context.rows:
        if row.table.first(Role.COMMENT) is not None:
            tables[id(row.table)].append(row)
    for rows in tables.values():
        red = [row for row in rows if _is_red(row, context, manner)]
        without = [row for row in red if not _comment(row)]
        if not without or not _is_custom(rows, red, without):
            continue
        for row in without:
            label = context.rule_set.bands.band(row.status).label
            yield Found.in_row(
                row,
                _place(row),
                f"{row.measure.name}: is {label} and has no comment, as other rows have; say why, "
                "and what is done about it",
                found="",
                expected="a comment",
            )


def _is_custom(
    rows: Sequence[AssessedRow], red: Sequence[AssessedRow], without: Sequence[AssessedRow]
) -> bool:
    """Whether red rows are commented on here: nearly all of the others are, or most rows that are
    rated."""
    commented = sum(map(bool, map(_comment, rows)))
    if commented < _FEWEST_COMMENTED:
        return False
    few = len(without) <= max(1, _MISSED * len(red))
    if few and len(red) - len(without) >= _FEWEST_COMMENTED:
        return True
    rated = [row for row in rows if row.target is not None]
    return sum(map(bool, map(_comment, rated))) >= _OF_ALL * len(rated)


def _comment(row: AssessedRow) -> str:
    """What is written in any column of comments."""
    if row.measure.comment or not row.table.upright:
        return row.measure.comment
    columns = row.table.by_role(Role.COMMENT)
    cells = (row.table.shown(row.measure.row, column.index) for column in columns)
    return next((cell.text for cell in cells if cell is not None and cell.text), "")


def _place(row: AssessedRow) -> str:
    column = row.table.first(Role.COMMENT)
    assert column is not None
    if not row.table.upright:
        return row.measure.name_cell
    return row.table.place(row.measure.row, column.index)


def _is_red(row: AssessedRow, context: Context, manner: Mapping[str, Manner]) -> bool:
    """Whether a row is in the worst band for certain, and nobody rated it better; without a
    tolerance it is so where it is also rated so."""
    rating, measure = context.rule_set.bands, row.measure
    worst, typed = rating.bands[-1].status, row.measure.typed_rag
    meant = meant_by(typed, rating, manner[measure.sheet]) if typed is not None else None
    if row.status == worst and meant == {worst}:
        return True
    return statuses_possible(row, rating) == {worst} and (meant is None or worst in meant)


_HEADINGS = ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19", "Comment")
_RULES = tuple(
    f"{{id: {key}, name: {name}, unit: percent, good_is: high, tolerance: 5 points}}"
    for key, name in (
        ("A1", "Children seen"),
        ("B1", "Plans reviewed"),
        ("C1", "Visits made"),
        ("D1", "Calls answered"),
    )
)
_OTHERS = (
    ("B1", "Plans reviewed", Percent(0.8), Percent(0.5), Percent(0.4), "Two posts are vacant."),
    ("C1", "Visits made", Percent(0.8), Percent(0.8), Percent(0.83), "Up on Quarter 2."),
    ("D1", "Calls answered", Percent(0.8), Percent(0.9), Percent(0.91), "On target."),
)
_SEEN = ("A1", "Children seen", Percent(0.9), Percent(0.6), Percent(0.55))
CHECK = Check(
    slug="comment-missing-red",
    severity=Severity.WARNING,
    looks_for="a row in the worst band without a comment, where others have one",
    question="Does a red row say why, and what is done about it?",
    mend="Write in the row why it is so and what is done about it.",
    run=_missing,
    triggers=Example(rows=(_HEADINGS, (*_SEEN, None), *_OTHERS), rules=_RULES, finds=("F2",)),
    passes=Example(
        rows=(_HEADINGS, (*_SEEN, "Held up by the move of offices."), *_OTHERS), rules=_RULES
    ),
)
