"""A rating that was typed for a period in which there is no figure."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks._stated import stands_there
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.checks.ratings._meant import manners
from xl_scorecard.checks.values._due import is_due
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Gap
from xl_scorecard.domain.judged import PLAIN, standings_in
from xl_scorecard.domain.lexicon import gap_of_word
from xl_scorecard.domain.scorecard import Measure, Outturn


def _without(context: Context) -> Iterator[Found]:
    manner = manners(context.rows)
    for row in context.rows:
        measure = row.measure
        outturn, typed = measure.outturn(context.period), measure.typed_rag
        if outturn is None or typed is None or typed.ref == outturn.cell:
            continue
        if not _says_nothing(outturn) or _rated_otherwise(measure, context):
            continue
        if standings_in(typed, manner.get(measure.sheet, PLAIN)) is None:
            continue
        yield Found.in_row(
            row,
            typed.ref,
            f"{measure.name}: {typed.text} is typed, but there is no figure for "
            f"{context.period.words} to rate ({outturn.cell}: {stands_there(outturn)})",
            found=typed.text,
            expected=f"a figure in {outturn.cell}, or no rating",
        )


def _says_nothing(outturn: Outturn) -> bool:
    """Whether the cell is blank or holds a marker. By words, bands such as <5 and errors an officer
    may rate all the same: `Not started` of a project is red."""
    if outturn.value is not None or outturn.uncomputed or outturn.error or outturn.flags:
        return False
    raw = outturn.raw.casefold().strip()
    return not raw or (" " not in raw and gap_of_word(raw) not in (None, Gap.NOT_DUE))


def _rated_otherwise(measure: Measure, context: Context) -> bool:
    """Whether the rating can be of another figure: one of the months of the quarter, or that of
    the year of what is not due now."""
    within = (p for p in measure.outturns if context.period.start <= p.end <= context.period.end)
    if any(measure.outturns[p].value is not None for p in within):
        return True
    return not is_due(measure, context)


_RULES = ("{id: A1, name: Children seen, unit: percent, good_is: high, tolerance: 5 points}",)
_HEADINGS = ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19", "RAG")
_OTHER = ("B1", "Plans reviewed", Percent(0.8), Percent(0.84), Percent(0.83), "Green")
CHECK = Check(
    slug="rag-without-value",
    severity=Severity.WARNING,
    looks_for="a typed RAG of a period whose cell is blank or holds a marker such as [c]",
    question="Is something rated green of which there is no figure?",
    mend="Type the figure, or take the rating out.",
    run=_without,
    triggers=Example(
        rows=(_HEADINGS, ("A1", "Children seen", Percent(0.8), Percent(0.7), "TBC", "Green"),
              _OTHER),
        rules=(*_RULES, "{id: B1, name: Plans reviewed, unit: percent, good_is: high}"),
        finds=("F2",),
    ),
    passes=Example(
        rows=(_HEADINGS, ("A1", "Children seen", Percent(0.8), Percent(0.7), "TBC", "n/a"),
              _OTHER),
        rules=(*_RULES, "{id: B1, name: Plans reviewed, unit: percent, good_is: high}"),
    ),
)  # fmt: skip
