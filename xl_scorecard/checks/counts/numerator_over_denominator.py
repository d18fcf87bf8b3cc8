"""More seen than there are: a numerator above its denominator."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks._names import plain_name
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.counts._counts import counts_of
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.lexicon import lexicon, words_of


def _over(context: Context) -> Iterator[Found]:
    """Where it is so in most periods, the two are no part and whole, whatever they are called."""
    can_be_above = words_of(lexicon().names.can_be_above_100)
    for row in context.rows:
        measure = row.measure
        if measure.unit is not Unit.PERCENT or can_be_above.search(plain_name(measure)):
            continue
        tops, bases = counts_of(row, context)
        both = [(tops[p], bases[p]) for p in sorted(tops) if p in bases]
        pairs = [(t, t.value, b, b.value) for t, b in both if t.value is not None and b.value]
        over = [pair for pair in pairs if pair[1] > pair[3] > 0]
        if len(pairs) > 1 and 2 * len(over) > len(pairs):
            continue
        for top, part, base, whole in over:
            yield Found.in_row(
                row,
                top.cell,
                f"{measure.name}, {top.period.words}: {part:,.10g} is more than the {whole:,.10g} "
                f"({base.cell}) that it is part of",
                found=f"{part:,.10g}",
                expected=f"at most {whole:,.10g}",
            )


_RULES = (
    "{id: A1, name: Children seen, unit: percent, numerator: A1-N, denominator: A1-D}",
    "{id: A1-N, name: seen, unit: count}",
    "{id: A1-D, name: all children, unit: count}",
)
_HEADINGS = ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19")
CHECK = Check(
    slug="numerator-over-denominator",
    severity=Severity.ERROR,
    looks_for="a numerator above its denominator",
    question="Were 861 of 860 seen?",
    mend="Correct the counts; they may stand in each other's place.",
    run=_over,
    triggers=Example(
        rows=(
            _HEADINGS,
            ("A1", "Children seen", Percent(0.95), Percent(1)),
            ("A1-N", "seen", 836, 861),
            ("A1-D", "all children", 880, 860),
        ),
        rules=_RULES,
        finds=("D3",),
    ),
    passes=Example(
        rows=(
            _HEADINGS,
            ("A1", "Children seen", Percent(0.95), Percent(1)),
            ("A1-N", "seen", 836, 860),
            ("A1-D", "all children", 880, 860),
        ),
        rules=_RULES,
    ),
)
