"""Sheets whose layout a rule set says: read as said, and guessed only where it says nothing."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase

from xl_scorecard.domain.grid import Grid
from xl_scorecard.domain.said_table import SaidTable
from xl_scorecard.domain.scorecard import Table
from xl_scorecard.errors import WorkbookError
from xl_scorecard.reading.rows.rows import Known
from xl_scorecard.reading.tables.gathered import gathered_table
from xl_scorecard.reading.tables.row_years import by_indicator, has_years_in_rows
from xl_scorecard.reading.tables.said_plain import plain_table
from xl_scorecard.reading.words.heading_words import HeadingWords

_NAMED = 8


def said_of(sheet: str, entries: Sequence[SaidTable]) -> list[SaidTable]:
    """The entries that are about a sheet; one that names none is about any."""
    return [said for said in entries if said.sheet is None or _fits(sheet, said.sheet)]


def said_sheets(
    names: Sequence[str], wanted: Sequence[str], entries: Sequence[SaidTable]
) -> list[str]:
    """The sheets that entries are about, in tab order.

    An entry that names none is about the only one of those `wanted`. Raises WorkbookError
    (no_scorecard) where a sheet is not there, or none is named among several.
    """
    for said in entries:
        line = f" on line {said.line} of the rule set" if said.line else ""
        there = ", ".join(names[:_NAMED]) + (", ..." if len(names) > _NAMED else "")
        if said.sheet is None and len(wanted) != 1:
            raise WorkbookError(
                "no_scorecard",
                f"workbook: tables: names no sheet{line}, and there are several; say sheet: (there "
                f"are {there})",
            )
        if said.sheet is not None and not any(_fits(name, said.sheet) for name in names):
            raise WorkbookError(
                "no_scorecard",
                f'there is no sheet "{said.sheet}", which workbook: tables: names{line}; there are '
                f"{there}",
            )
    nameless = [said for said in entries if said.sheet is None]
    named = [said for said in entries if said.sheet is not None]
    return [n for n in names if said_of(n, named) or (nameless and n in wanted)]


def said_tables(
    grid: Grid, entries: Sequence[SaidTable], words: HeadingWords, known: Known
) -> list[Table]:
    """The tables that entries of a rule set say are on a sheet.

    Raises WorkbookError (no_scorecard) where the sheet is not as it is said to be.
    """
    single: list[SaidTable] = []
    several: list[SaidTable] = []
    for said in entries:
        if has_years_in_rows(said):
            single += by_indicator(grid, said)
        else:
            (single if said.is_of_one else several).append(said)
    plain = [
        plain_table(grid, said, [other for other in several if other is not said], words, known)
        for said in several
    ]
    return [gathered_table(grid, single, words), *plain] if single else plain


def _fits(name: str, sheet: str) -> bool:
    """Whether a sheet is meant: by its name, whatever is in it, or a pattern."""
    plain, pattern = name.casefold().strip(), sheet.casefold().strip()
    return plain == pattern or fnmatchcase(plain, pattern)
