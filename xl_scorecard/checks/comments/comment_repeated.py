"""A comment that is another indicator's, or last quarter's, word for word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from xl_scorecard.checks._stated import stated
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.scorecard import Role

_FEWEST_WORDS = 4
_FIGURE = re.compile(r"(?<![\d./-])\d[\d,]*(?:\.\d+)?%?(?![\d/-])")


def _repeated(context: Context) -> Iterator[Found]:
    """Two measures of one thing may well share a comment. One with figures that are those of the
    other row, and not of this, was copied."""
    same: defaultdict[tuple[int, str], list[AssessedRow]] = defaultdict(list)
    for row in context.rows:
        words = _words(row.measure.comment)
        if len(words.split()) >= _FEWEST_WORDS and row.table.upright:
            same[id(row.table), words].append(row)
            yield from _of_last_quarter(row, words)
    for rows in same.values():
        own = [row for row in rows if _speaks_of(row)]
        for row in rows if len(own) == 1 else ():
            place = _place(row)
            if row is not own[0] and place is not None and place != _place(own[0]):
                yield Found.in_row(
                    row,
                    place,
                    f'{row.measure.name}: has the comment of "{own[0].measure.name}" '
                    f"({_place(own[0])}), with figures that are not its own",
                    found=row.measure.comment,
                    expected="a comment of its own",
                )


def _of_last_quarter(row: AssessedRow, words: str) -> Iterator[Found]:
    """Said again of a figure that has moved since, in words that give the old one."""
    before, now = row.previous, row.current
    place = _place(row)
    if place is None or words != _words(row.measure.comment_before) or not _figures(words):
        return
    if before is None or now is None or before.value is None or now.value == before.value:
        return
    said = _figures(words)
    if stated(before, row.measure) not in said or now.value is None:
        return
    if stated(now, row.measure) not in said:
        yield Found.in_row(
            row,
            place,
            f"{row.measure.name}: has the comment of {before.period.words} again, with the "
            "figure of then",
            found=row.measure.comment,
            expected=f"a comment on {now.period.words}",
        )


def _words(comment: str) -> str:
    return " ".join(comment.casefold().split()).rstrip(".! ")


def _figures(words: str) -> set[str]:
    """The figures that a comment gives, as they are stated."""
    return {figure.replace(",", "") for figure in _FIGURE.findall(words)}


def _speaks_of(row: AssessedRow) -> bool:
    """Whether a comment gives the row's newest figure, of more digits than come by chance."""
    now = row.current
    if now is None or now.value is None:
        return False
    figure = stated(now, row.measure)
    return len(figure) > 1 and figure in _figures(_words(row.measure.comment))


def _place(row: AssessedRow) -> str | None:
    """The cell of a comment; of one that stands merged beside several rows, the first of it."""
    column = row.table.first(Role.COMMENT)
    cell = row.table.shown(row.measure.row, column.index) if column is not None else None
    return cell.ref if cell is not None and cell.text == row.measure.comment else None


_HEADINGS = ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19", "Comment")
_RULES = (
    "{id: A1, name: Children seen, unit: percent}",
    "{id: B1, name: Plans reviewed, unit: percent}",
)
_SEEN = ("A1", "Children seen", Percent(0.78), Percent(0.84), "Rose to 84% after the recruitment.")
_PLANS = ("B1", "Plans reviewed", Percent(0.66), Percent(0.61))
CHECK = Check(
    slug="comment-repeated",
    severity=Severity.WARNING,
    looks_for="a comment that gives the figure of another row, or of last quarter, word for word "
    "as it stands there",
    question="Was a comment copied from another indicator, or left from last quarter?",
    mend="Write the comment anew for this indicator and period.",
    run=_repeated,
    triggers=Example(
        rows=(_HEADINGS, _SEEN, (*_PLANS, "Rose to 84% after the recruitment.")),
        rules=_RULES,
        finds=("E3",),
    ),
    passes=Example(
        rows=(_HEADINGS, _SEEN, (*_PLANS, "Two reviewing officers have left since October.")),
        rules=_RULES,
    ),
)
