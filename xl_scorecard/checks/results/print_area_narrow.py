"""A print area that leaves our columns out: on paper nobody sees a status."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.cell_ref import a1, column_letters
from xl_scorecard.domain.finding import Severity


def _left_out(context: Context) -> Iterator[Found]:
    for ours in context.beside:
        table = ours.table
        row = table.header_row
        areas = table.grid.printed
        if not any(area.holds(row, table.first_column) for area in areas):
            continue  # this table is printed otherwise, or whole
        out = [c for c in ours.columns if not any(area.holds(row, c) for area in areas)]
        if out:
            printed = " and ".join(area.reference for area in areas)
            wider = f"a print area as far as column {column_letters(max(out))}"
            columns = ", ".join(map(column_letters, out))
            yield Found(
                f"the print area {printed} leaves out column{'s' if len(out) > 1 else ''} "
                f"{columns}, where results stand; set it anew under Page Layout to print them",
                table.sheet,
                a1(row, out[0]),
                found=printed,
                expected=wider,
            )


_ROWS = (
    ("Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19"),
    ("A1", "Children seen", Percent(0.8), Percent(0.82), Percent(0.84)),
)
CHECK = Check(
    slug="print-area-narrow",
    severity=Severity.INFO,
    looks_for="a print area that leaves our columns out",
    question="Will the committee's printed copy show the statuses?",
    mend="Set the print area wider (Page Layout, Print Area).",
    run=_left_out,
    needs=(Aspect.PRINT_AREAS,),
    triggers=Example(rows=_ROWS, printed="A1:E2", finds=("F1",)),
    passes=Example(rows=_ROWS, printed="A1:K2"),
)
