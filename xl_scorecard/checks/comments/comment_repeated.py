"""A comment that is another indicator's, or last quarter's, word for word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from xl_scorecard.checks._stated import stated
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.comments._place import place_of_comment
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.scorecard import Outturn

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
            place = place_of_comment(row)
            if row is not own[0] and place is not None and place != place_of_comment(own[0]):
                yield Found.in_row(
                    row,
                    place,
                    f'{row.measure.name}: has the comment of "{own[0].measure.name}" '
                    f"({place_of_comment(own[0])}), with figures that are not its own",
                    found=row.measure.comment,
                    expected="a comment of its own",
                )


def _of_last_quarter(row: AssessedRow, words: str) -> Iterator[Found]:
    """Said again of a figure that has moved since, in words that give the old one."""
    measure = row.measure
    before = measure.known.get(row.period.previous)
    now, same = row.current, measure.comment_before
    place = place_of_comment(row)
    if place is None or same is None or words != _words(same.text) or not _figures(words):
        return
    if before is None or now is None or before.value is None or now.value == before.value:
        return
    said = _figures(words)
    if _forms(before, row).isdisjoint(said) or now.value is None:
        return
    if _forms(now, row).isdisjoint(said):
        yield Found.in_row(
            row,
            place,
            f"{measure.name}: has the comment of {before.period.words} again, with the figure of "
            f'then; it stands on the sheet "{same.sheet}" ({same.cell})',
            found=row.measure.comment,
            expected=f"a comment on {now.period.words}",
        )


def _words(comment: str) -> str:
    return " ".join(comment.casefold().split()).rstrip(".! ")


def _figures(words: str) -> set[str]:
    """The figures that a comment gives, as they are stated."""
    return {_plain(figure.replace(",", "")) for figure in _FIGURE.findall(words)}


def _plain(figure: str) -> str:
    """A figure without zeros that say nothing: `19.0%` is `19%`."""
    number = figure.removesuffix("%")
    return f"{float(number):.12g}{figure[len(number) :]}"


def _forms(outturn: Outturn, row: AssessedRow) -> set[str]:
    """A figure as it is, and rounded as its cell shows it: 80.575% and 80.6%."""
    shown = outturn._replace(value=outturn.as_shown(row.measure.unit))
    return {stated(outturn, row.measure), stated(shown, row.measure)}


def _speaks_of(row: AssessedRow) -> bool:
    """Whether a comment gives the row's newest figure, of more digits than come by chance."""
    now = row.current
    if now is None or now.value is None:
        return False
    forms = {figure for figure in _forms(now, row) if len(figure) > 1}
    return not forms.isdisjoint(_figures(_words(row.measure.comment)))


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
    looks_at=(Aspect.EARLIER,),
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
