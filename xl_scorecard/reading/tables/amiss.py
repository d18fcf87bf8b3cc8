"""What to say where a workbook is not as a rule set says it is."""

from __future__ import annotations

from typing import NoReturn

from xl_scorecard.domain.said_table import SaidTable
from xl_scorecard.errors import WorkbookError


def amiss(said: SaidTable, sheet: str, wrong: str) -> NoReturn:
    """Say what on a sheet is otherwise than an entry has it, and which entry; raises WorkbookError
    (no_scorecard)."""
    where = f"line {said.line} of the rule set" if said.line else "the rule set"
    raise WorkbookError(
        "no_scorecard", f'sheet "{sheet}" is not as workbook: tables: has it ({where}): {wrong}'
    )
