"""Putting sheets of ours into a workbook, and the names that say which and what they are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import pairwise

from xl_scorecard.domain.cell_ref import absolute
from xl_scorecard.domain.drawn import drawn_names, drawn_of, texts_of
from xl_scorecard.domain.edits import NewSheet
from xl_scorecard.domain.ours import TABLED, Record, sheet_name
from xl_scorecard.domain.row_keys import names_on_summary
from xl_scorecard.domain.settling import KeptNote
from xl_scorecard.ooxml.graft import graft
from xl_scorecard.ooxml.styles import Styles
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.opc.xml import Element
from xl_scorecard.writing.carry import Carried
from xl_scorecard.writing.kept_notes import put_kept
from xl_scorecard.writing.own_table import KnownTable, settle_tables
from xl_scorecard.writing.redraw import Redrawing
from xl_scorecard.writing.untouched import part_digest


def _in_order(workbook: Workbook, names: Sequence[str], held: Collection[str]) -> None:
    """Put a new sheet of ours before the one it comes before, where officers left that behind
    another of ours: so does a sheet that an earlier version had not."""
    for name, after in reversed(list(pairwise(names))):
        tabs = {sheet.name: sheet for sheet in workbook.sheets}
        before = workbook.sheets[tabs[after].position - 1].name if tabs[after].position else ""
        if name not in held and after in held and before in names:
            workbook.move_before(tabs[name], tabs[after])


def draw_sheets(
    workbook: Workbook,
    styles: Styles,
    sheets: Sequence[NewSheet],
    ours: Carried,
    tables: Mapping[str, KnownTable],
    record: Record,
) -> None:
    """Put sheets of ours in: those that are held where they stand, others as the last tabs."""
    # imported only here: neither a check nor a click should pay for XlsxWriter
    from xl_scorecard.writing.draw import drawn

    kept: list[KeptNote] = []
    redraw: dict[str, Callable[[Element], None]] = {}
    there = {each.key: each for each in ours.held}
    register = next((sheet for sheet in sheets if sheet.key == TABLED), None)
    names = names_on_summary(texts_of(register)) if register is not None and there else {}
    for sheet in sheets:
        if sheet.key in there:
            workbook.rename_sheet(there[sheet.key].sheet, sheet.name)
            redraw[sheet.name] = Redrawing(workbook, there[sheet.key], sheet, kept, names).draw
    with drawn(list(sheets), styles.look(0).font or "Calibri") as scratch:
        graft(workbook, styles, scratch, redraw)
    _in_order(workbook, [sheet.name for sheet in sheets], set(redraw))
    found = {key: held.table for key, held in there.items() if held.table is not None}
    settle_tables(workbook, [(s, found.get(s.key) or tables.get(s.key)) for s in sheets])
    checks = next((sheet for sheet in sheets if sheet.key == "checks"), None)
    if checks is not None and (kept or checks.key in there):
        put_kept(workbook, styles, checks, kept)
    for sheet in sheets:
        workbook.add_name(sheet_name(sheet.key), absolute(sheet.name, "A1"), hidden=True)
    for sheet in sheets:
        for name, text in drawn_names(sheet.key, drawn_of(sheet)).items():
            workbook.add_name(name, text, hidden=True)
        if not ours.brought:  # all of them, or none, are known again as they are
            part = workbook.sheet(sheet.name).part
            digests = record.as_left if there or kept else record.as_drawn
            digests[sheet.key] = part_digest(workbook.package, part)
