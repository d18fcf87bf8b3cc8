"""A scorecard that a refresh may not write into."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.scorecard import Table

_MEND = (
    "refresh refuses to write into it; unprotect it in Excel under Review, or add "
    "--through-protection, which leaves the protection as it is"
)


def _protected(context: Context) -> Iterator[Found]:
    """One finding a sheet, and one of the structure, which keeps sheets from being added."""
    firsts: dict[str, Table] = {}
    for table in context.tables:
        firsts.setdefault(table.sheet, table)
    for sheet, table in firsts.items():
        if table.grid.protected:
            yield Found(
                f"sheet {sheet} is protected: {_MEND}",
                sheet,
                table.place(table.header_row, table.first_column),
                found="protected",
                expected="a sheet that can be written into",
            )
    first = next(iter(firsts.values()), None)
    if first is not None and first.grid.structure_protected:
        yield Found(
            f"the structure of the workbook is protected, so that no sheet can be added: {_MEND}",
            first.sheet,
            found="protected",
            expected="a workbook that a sheet can be added to",
        )


_ROWS = (
    ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
    ("A1", "Children waiting", 24, 22),
)
CHECK = Check(
    slug="sheet-protected",
    severity=Severity.WARNING,
    looks_for="a protected sheet, or workbook, that a refresh will refuse to write into",
    question="Will the next refresh be able to write into this workbook?",
    mend="Unprotect it under Review, refresh, and protect it again.",
    run=_protected,
    needs=(Aspect.PROTECTION,),
    triggers=Example(rows=_ROWS, protected=True, finds=("A1",)),
    passes=Example(rows=_ROWS),
)
