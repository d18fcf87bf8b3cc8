"""Words in a cell of figures that are neither a figure nor a reason for there being none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.gap_words import is_unexplained
from xl_scorecard.domain.lexicon import month_name
from xl_scorecard.domain.lexicon.signs import CURRENCIES
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.number_words import mistyped_number
from xl_scorecard.domain.scorecard import Outturn

_LONGEST_FIGURE = 20
_BEGINS = re.compile(rf"[(<>~+–-]*\s?[{CURRENCIES}]?\s?\(?\d")


def _unknown(context: Context) -> Iterator[Found]:
    for row in context.rows:
        if row.measure.dates is not None:
            yield from _no_day(row)
            continue
        of_words = all(outturn.value is None for outturn in row.measure.outturns.values())
        for outturn in row.measure.outturns.values():
            if of_words and not _like_figure(outturn.raw):
                continue  # a row of words is about words
            if _explained(outturn) or mistyped_number(outturn.raw) is not None:
                continue
            yield Found.in_row(
                row,
                outturn.cell,
                f'{row.measure.name}, {outturn.period.words}: "{outturn.raw}" is no figure and no '
                "known reason for there being none, so it counts as not available; type the "
                "figure, or [c], [x], [z] or TBC",
                found=outturn.raw,
                expected="a figure or the reason for its absence",
            )


def _no_day(row: AssessedRow) -> Iterator[Found]:
    """What stands for a day of a milestone and names none."""
    for outturn in row.measure.outturns.values():
        if Mark.NOT_UNDERSTOOD in outturn.flags:
            yield Found.in_row(
                row,
                outturn.cell,
                f'{row.measure.name}: "{outturn.raw}" is no day and no known word for none, so it '
                "is not judged; type a date, or leave it blank",
                found=outturn.raw,
                expected="a date",
            )


def _like_figure(text: str) -> bool:
    """Whether a text begins as a figure does, and is no date: `8:55`, `0.4m over`."""
    return (
        len(text) <= _LONGEST_FIGURE
        and _BEGINS.match(text) is not None
        and _date().search(text) is None
    )


@cache
def _date() -> re.Pattern[str]:
    return re.compile(rf"\d[/.-]\d+[/.-]\d|\b{month_name()}\b|\b(?:19|20)\d\d\b", re.IGNORECASE)


def _explained(outturn: Outturn) -> bool:
    return Mark.NOT_UNDERSTOOD not in outturn.flags and not is_unexplained(outturn.raw)


CHECK = Check(
    slug="marker-unknown",
    severity=Severity.WARNING,
    looks_for="a word, symbol or date in a value cell that is not understood",
    question="What does a word among the figures mean?",
    mend="Write the figure, or a marker such as [x] or awaited.",
    run=_unknown,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children waiting", "ask Jo", 22),
        ),
        finds=("C2",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children waiting", "Awaiting data", 22),
        ),
    ),
)
