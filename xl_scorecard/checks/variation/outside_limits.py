"""The newest figure lies outside the limits within which its series varies."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks._stated import as_shown
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.checks.variation._newest import Newest, lies_outside, newest, worked_out
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.how_many import how_many


def _outside(context: Context) -> Iterator[Found]:
    for found in newest(context):
        if lies_outside(found):
            yield _told(found)


def _told(found: Newest) -> Found:
    row, limits = found.row, found.variation.limits
    assert limits is not None  # what is outside has some
    measure = row.measure
    figure = as_shown(found.outturn, measure)
    high = found.value > limits.upper
    limit = worked_out(limits.upper if high else limits.lower, measure)
    which = f"{'above' if high else 'below'} {limit}, the {'upper' if high else 'lower'} limit"
    trial = " (on trial, of so few)" if limits.trial else ""
    return Found(
        f"{measure.name}: {figure} for {row.period.words} is {which} of its "
        f"{how_many(limits.figures, 'figure')}{trial}, whose mean is "
        f"{worked_out(limits.mean, measure)}; if it is right, say in the comment what happened",
        measure.sheet,
        found.outturn.cell,
        measure.id,
        figure,
        f"{worked_out(limits.lower, measure)} to {worked_out(limits.upper, measure)}",
        Severity.INFO if limits.trial else None,
    )


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_HEADINGS = ("Ref", "Measure", "Dec 2017", *(f"{month} 2018" for month in _MONTHS))
_USUAL = (802, 815, 794, 808, 811, 797, 803, 812, 799, 806, 810, 801)
_RULES = ("{id: A1, name: Contacts, unit: count}",)
CHECK = Check(
    slug="outside-limits",
    severity=Severity.WARNING,
    looks_for="the newest figure beyond the mean of its series and 2.66 times its mean moving "
    "range; of 6 to 11 figures for information",
    question="Is this figure right, and if it is, what happened?",
    mend="Check the figure with its owner, and say in the comment what happened.",
    run=_outside,
    triggers=Example(
        rows=(_HEADINGS, ("A1", "Contacts", *_USUAL, 1080)), rules=_RULES, finds=("O2",)
    ),
    passes=Example(rows=(_HEADINGS, ("A1", "Contacts", *_USUAL, 820)), rules=_RULES),
    also=(Severity.INFO,),
)
