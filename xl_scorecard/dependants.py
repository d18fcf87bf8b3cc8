"""The officers' formulas that look at cells of ours on purpose, and would lose their results."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from xl_scorecard.domain.cell_ref import MAX_COLUMN, MAX_ROW, Range, meet, quoted_sheet
from xl_scorecard.domain.scorecard import Former
from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.stated_formulas import StatedFormula, stated_formulas
from xl_scorecard.ooxml.workbook import Sheet, Workbook
from xl_scorecard.reading.sheets.references import looking_over

_TOLD = 20
_WHOLE_SHEET: Range = (1, 1, MAX_ROW, MAX_COLUMN)


def refuse_in_use(workbook: Workbook, own: Iterable[Sheet], former: Iterable[Former]) -> None:
    """Raise WorkbookError (in_use) where formulas of the officers look at what was ours.

    The workbook is one from which ours was taken out: every formula that is left is theirs. `own`
    are the sheets of ours that were in it, `former` the places of our columns on theirs.
    """
    places = list(dict.fromkeys(_dependants(workbook, list(own), former)))
    if not places:
        return
    told = "; ".join(places[:_TOLD])
    more = f"; and {len(places) - _TOLD:,} more" if len(places) > _TOLD else ""
    looks = "formula looks" if len(places) == 1 else "formulas look"
    raise WorkbookError(
        "in_use",
        f"{workbook.package.name}: {len(places):,} {looks} at cells that refresh put in, and would "
        f"lose what stands there: {told}{more}. Point these elsewhere first, clear a copy with "
        "--out, or add --force",
    )


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
