"""A conditional format with Stop If True that lies where ours colour statuses."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.cell_ref import a1
from xl_scorecard.domain.finding import Severity


def _stopped(context: Context) -> Iterator[Found]:
    for ours in context.beside:
        rows = [row for row in context.rows if row.table is ours.table]
        places = {(row.measure.row, column) for row in rows for column in ours.columns}
        places |= {(row.measure.row, row.current.column) for row in rows if row.current}
        for stop in ours.table.grid.stops:
            under = sorted(place for place in places if stop.holds(*place))
            if under:
                yield Found(
                    f"a conditional format over {stop.reference} has Stop If True: where it "
                    f"applies, the colour of the status does not show, as in {a1(*under[0])}. "
                    "Untick Stop If True under Conditional Formatting, Manage Rules",
                    ours.table.sheet,
                    a1(*under[0]),
                    found=f"Stop If True over {stop.reference}",
                    expected="a format that lets others show",
                )


_ROWS = (
    ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19"),
    ("A1", "Children seen", Percent(0.8), Percent(0.82), Percent(0.84)),
)
CHECK = Check(
    slug="colours-stopped",
    severity=Severity.INFO,
    looks_for="a conditional format with Stop If True that hides the colours of statuses",
    question="Do the colours show everywhere?",
    mend="Take Stop If True off that conditional format, or move it below ours.",
    run=_stopped,
    needs=(Aspect.STOPPING_FORMATS,),
    triggers=Example(rows=_ROWS, stops="A2:Z9", finds=("E2",)),
    passes=Example(rows=_ROWS, stops="A2:D9"),
)
