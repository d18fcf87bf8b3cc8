"""Tables of milestones as a draft writes them: each date with the heading it was taken from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xl_scorecard.domain.said_table import DATES
from xl_scorecard.drafting.guess import Sure, quoted
from xl_scorecard.drafting.tables import table_lines
from xl_scorecard.drafting.yaml_text import entry, undecided
from xl_scorecard.reading.tables.plans import Plan

_IN = "    "
_ASKS_DONE = (
    f"{Sure.DECIDE}: where is it said which are done? without it, whatever was due counts as late"
)
_ASKS = "the day that it is to be done by, or the day it was done?"


def plan_lines(plans: Sequence[Plan]) -> Iterator[str]:
    """`tables:` and what is below it; a date that may be another is for the officer to take up."""
    yield "tables:"
    for plan in plans:
        _, *lines = table_lines([plan.said])
        for line in lines:
            key, _, value = line.strip().removeprefix("- ").partition(": ")
            if key not in DATES:
                yield line
            elif key in plan.doubtful:
                why = f"{Sure.DECIDE}: {quoted(plan.headings[key])}: {_ASKS}"
                yield undecided(_IN, key, value, why)
            else:
                why = f"{Sure.LIKELY}: headed {quoted(plan.headings[key])}"
                yield entry(_IN, key, value, why)
        if plan.said.done is None:
            yield undecided(_IN, "done", "F", _ASKS_DONE)
