"""A number that is stored as text, also with the letter O among its digits."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks._stated import stated
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.number_words import mistyped_number
from xl_scorecard.domain.scorecard import Measure, Outturn


def _as_text(context: Context) -> Iterator[Found]:
    for row in context.rows:
        for outturn in row.measure.outturns.values():
            expected = _number_meant(outturn, row.measure)
            if expected is not None:
                yield Found.in_row(
                    row,
                    outturn.cell,
                    f'{row.measure.name}, {outturn.period.words}: "{outturn.raw}" is stored as '
                    "text, so charts and formulas pass over it; type it again as a number",
                    found=outturn.as_text or outturn.raw,
                    expected=expected,
                )


def _number_meant(outturn: Outturn, measure: Measure) -> str | None:
    """The number that a text stands for; the letter O among its digits is a 0."""
    if outturn.value is not None:
        as_text = outturn.as_text is not None and not outturn.flags
        return stated(outturn, measure) if as_text else None
    mistyped = mistyped_number(outturn.raw) if Mark.NOT_UNDERSTOOD in outturn.flags else None
    if mistyped is None:
        return None
    number, percent = mistyped
    return f"{number * 100:.10g}%" if percent else f"{number:.12g}"


CHECK = Check(
    slug="number-as-text",
    severity=Severity.ERROR,
    looks_for="a number stored as text",
    question="Is a number stored as text, so that charts and formulas pass over it?",
    mend="Type the number again in a cell formatted as a number.",
    run=_as_text,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children waiting", "2O", 22),
            ("B1", "Referrals", 310, "305"),
        ),
        finds=("C2", "D3"),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children waiting", 20, "22 [p]"),
            ("B1", "Referrals", 310, "[c]"),
        ),
    ),
)
