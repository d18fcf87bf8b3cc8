"""What of the officers' looks at ours on purpose, and would lose its results: formulas, and what is
built on our table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from xl_scorecard.domain.cell_ref import MAX_COLUMN, MAX_ROW, Range, meet, quoted_sheet
from xl_scorecard.domain.scorecard import Former
from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.stated_formula import StatedFormula
from xl_scorecard.ooxml.stated_formulas import stated_formulas
from xl_scorecard.ooxml.table_uses import (
    formulas_on,
    links_on,
    pivot_tables_on,
    slicers_on,
)
from xl_scorecard.ooxml.workbook import Sheet, Workbook
from xl_scorecard.reading.sheets.references import looking_over
from xl_scorecard.writing.own_table import KnownTable

_TOLD = 20
_WHOLE_SHEET: Range = (1, 1, MAX_ROW, MAX_COLUMN)


def refuse_sliced(workbook: Workbook, tables: Iterable[KnownTable]) -> None:
    """Raise WorkbookError (in_use) where a slicer of the officers filters a table that was ours:
    Excel takes a workbook for damaged in which one has no table."""
    names = [name for table in tables for name in slicers_on(workbook, table.id)]
    if names:
        told, them = "; ".join(names), "it" if len(names) == 1 else "them"
        raise WorkbookError(
            "in_use",
            f"{workbook.package.name}: a slicer filters the list of indicators that refresh put in "
            f"({told}), and Excel opens no workbook with one that has no list; delete {them} first",
        )


def refuse_in_use(
    workbook: Workbook,
    own: Iterable[Sheet],
    former: Iterable[Former],
    tables: Iterable[KnownTable],
) -> None:
    """Raise WorkbookError (in_use) where something of the officers' looks at what was ours.

    The workbook is one from which ours was taken out: every formula that is left is theirs. `own`
    are the sheets of ours that were in it, `former` the places of our columns on theirs, `tables`
    those that were on ours.
    """
    places = list(dict.fromkeys(_dependants(workbook, list(own), former)))
    built = [place for table in tables for place in _built_on(workbook, table)]
    formulas = [*places, *(place for place, is_formula in built if is_formula)]
    others = [place for place, is_formula in built if not is_formula]
    places = list(dict.fromkeys([*formulas, *others]))
    if not places:
        return
    told = "; ".join(places[:_TOLD])
    more = f"; and {len(places) - _TOLD:,} more" if len(places) > _TOLD else ""
    looks = _looks(len(places), formulas=bool(formulas), others=bool(others))
    raise WorkbookError(
        "in_use",
        f"{workbook.package.name}: {len(places):,} {looks} at cells that refresh put in, and would "
        f"lose what stands there: {told}{more}. Point these elsewhere first, clear a copy with "
        "--out, or add --force",
    )


def _looks(number: int, *, formulas: bool, others: bool) -> str:
    kinds = [("formula", "formulas")] * formulas + [("pivot table", "pivot tables")] * others
    what = " or ".join(kind[number != 1] for kind in kinds)
    return f"{what} look{'s' if number == 1 else ''}"


def _built_on(workbook: Workbook, table: KnownTable) -> Iterator[tuple[str, bool]]:
    """What is built on a table of ours, and whether it is a formula."""
    for formula in formulas_on(workbook, table.name):
        yield f"{_where(formula)} (table {table.name})", True
    for sheet in pivot_tables_on(workbook, table.name):
        yield f"a pivot table on {quoted_sheet(sheet)} (table {table.name})", False
    for link in links_on(workbook, table.name):
        yield f"the data model, by {link} (table {table.name})", False


def _dependants(workbook: Workbook, own: list[Sheet], former: Iterable[Former]) -> Iterator[str]:
    sheets = {sheet.name.casefold(): sheet for sheet in (*workbook.sheets, *own)}
    names = [sheet.name for sheet in workbook.sheets]
    ours = [
        *((sheet, _WHOLE_SHEET) for sheet in own),
        *((sheets[place.sheet.casefold()], place.block) for place in former),
    ]
    for sheet, taken in ours:
        stated = stated_formulas(workbook, sheet)
        for formula, text, over in looking_over(stated, sheet.name, names, taken[1] - 1):
            if meet(over, taken):
                yield f"{_where(formula)} ({quoted_sheet(sheet.name)}!{text})"


def _where(formula: StatedFormula) -> str:
    if formula.cell and formula.sheet:
        return f"{quoted_sheet(formula.sheet)}!{formula.cell}"
    return formula.place[:1].lower() + formula.place[1:]
