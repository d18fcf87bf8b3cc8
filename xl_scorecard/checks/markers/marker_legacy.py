"""Older symbols for a missing figure, one finding a sheet and symbol: such a symbol stands in many
cells or in none."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.lexicon.signs import DASHES, LEGACY
from xl_scorecard.domain.scorecard import Outturn


def _legacy(context: Context) -> Iterator[Found]:
    places: dict[tuple[str, str], list[tuple[AssessedRow, Outturn]]] = {}
    for row in context.rows:
        measured = any(outturn.value is not None for outturn in row.measure.outturns.values())
        for period, outturn in row.measure.outturns.items():
            if outturn.value is not None or outturn.raw not in LEGACY:
                continue
            if outturn.raw in DASHES and (not measured or period > row.period):
                continue  # what is not measured, or not yet, has dashes throughout
            places.setdefault((row.measure.sheet, outturn.raw), []).append((row, outturn))
    for (_, symbol), found in places.items():
        row, outturn = found[0]
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        yield Found.in_row(
            row,
            outturn.cell,
            f"{symbol} in {outturn.cell}{more} is an older symbol; statistics now write "
            f"{LEGACY[symbol]}",
            found=symbol,
            expected=LEGACY[symbol],
        )


CHECK = Check(
    slug="marker-legacy",
    severity=Severity.INFO,
    looks_for="an older symbol for a missing figure, such as : or ~",
    question="Would today's symbol for a missing figure be clearer?",
    mend="Write today's marker in its place.",
    run=_legacy,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children waiting", ":", 22),
        ),
        finds=("C2",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children waiting", "[x]", 22),
        ),
    ),
)
