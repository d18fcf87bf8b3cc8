"""A small count that is shown where others are suppressed, or the rule set says it must not be."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.disclosure import MASK
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.how_many import how_many
from xl_scorecard.domain.indicator import Gap, Unit
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.scorecard import Outturn

_SMALL = 5
_PERIOD = attrgetter("period")
_LIKELY_COUNTS = (Unit.COUNT, None)


def _shown(context: Context) -> Iterator[Found]:
    """Told of a row once, at its newest: who else reads the finding learns no number from it. A
    row that shows more of them than it hides does not hide them for being small."""
    for row in context.rows:
        outturns = row.measure.outturns.values()
        shown = sorted((o for o in outturns if Mark.DISCLOSED in o.flags), key=_PERIOD)
        if shown:
            yield _by_rule(row, shown, context.rule_set.disclosive_below)
            continue
        if row.measure.unit not in _LIKELY_COUNTS:
            continue
        hidden = [o for o in outturns if _is_hidden(o)]
        small = [o for o in outturns if _is_small(o)] if hidden else []
        if small and len(small) <= len(hidden):
            yield _found(row, sorted(small, key=_PERIOD), hidden)


def _by_rule(row: AssessedRow, shown: list[Outturn], below: float) -> Found:
    """What the rule set marks as disclosive; the number itself is said nowhere."""
    newest = shown[-1]
    more = f", and in {how_many(len(shown) - 1, 'other period')}" if len(shown) > 1 else ""
    of = "a number below" if row.measure.unit in _LIKELY_COUNTS else "a share of fewer than"
    return Found.in_row(
        row,
        newest.cell,
        f"{row.measure.name}, {newest.period.words}: {of} {below:g} is shown{more}, and the rule "
        "set marks the indicator as disclosive; the sheets and reports made from it have "
        f"{MASK} there",
        found=f"{of} {below:g}",
        expected=MASK,
    )


def _is_hidden(outturn: Outturn) -> bool:
    """Whether it is suppressed, or told as less than 5."""
    banded = Mark.BANDED in outturn.flags and outturn.raw.strip().startswith("<")
    return outturn.value is None and (outturn.gap is Gap.SUPPRESSED or banded)


def _is_small(outturn: Outturn) -> bool:
    value = outturn.value
    return value is not None and 0 < value < _SMALL and value == int(value)


def _found(row: AssessedRow, small: list[Outturn], hidden: list[Outturn]) -> Found:
    newest, like = small[-1], max(hidden, key=lambda o: o.period)
    more = f", and in {how_many(len(small) - 1, 'other period')}" if len(small) > 1 else ""
    return Found.in_row(
        row,
        newest.cell,
        f"{row.measure.name}, {newest.period.words}: a count below {_SMALL} is shown{more}, where "
        f'{like.cell} has "{like.raw}"; may readers know it?',
        found=f"a count below {_SMALL}",
        expected=like.raw,
    )


_HEADINGS = ("Ref", "Measure", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
CHECK = Check(
    slug="small-number-disclosed",
    severity=Severity.WARNING,
    looks_for="a count of 1 to 4 that is shown in a row where others are suppressed, or a number "
    "of a disclosive indicator below the rule set's threshold",
    question="Is a number shown that elsewhere is hidden because it is small?",
    mend="Write the marker in its place, unless readers may know the number.",
    run=_shown,
    triggers=Example(
        rows=(_HEADINGS, ("A1", "Children waiting", 11, "[c]", 3)),
        rules=("{id: A1, name: Children waiting, unit: count}",),
        finds=("E2",),
    ),
    passes=Example(
        rows=(
            _HEADINGS,
            ("A1", "Children waiting", 11, "[c]", 7),
            ("B1", "Ombudsman complaints", 2, 4, 3),
        ),
        rules=(
            "{id: A1, name: Children waiting, unit: count}",
            "{id: B1, name: Ombudsman complaints, unit: count}",
        ),
    ),
)
