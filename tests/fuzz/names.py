"""Defined names made odd, ours above all: elsewhere, doubled, of one sheet, over all, broken."""

from __future__ import annotations

import copy
import random

from lxml import etree

from tests.fuzz import odd
from tests.fuzz.package import Pack, elements, pick, rewritten

_PLACES = (
    "'Scorecard'!$A$1", "'Scorecard'!$A$1:$F$6", "Scorecard!$A$3:$D$6", "'Board'!$A$1",
    "'Board'!$A$1:$D$4", "'Summary'!$A$1", "'Checks'!$A$1", "'Summary'!$A$1:$D$40", "#REF!",
    "'Scorecard'!#REF!", "'Nowhere'!$A$1", "'Scorecard'!$A:$XFD", "'Scorecard'!$1:$1048576",
    "'Scorecard'!$A$1:$XFD$1048576", "'Scorecard'!$G:$J", "Scorecard:Summary!$A$1", "", "1", "{1}",
    "'Scorecard'!$G$3:$J$6,'Scorecard'!$A$1", "OFFSET('Scorecard'!$A$1,0,0,COUNTA(1:1),1)",
    "'Scorecard'!$J$6:$G$3", "'[1]Scorecard'!$A$1", "'scorecard'!$g$3:$j$6", "'It''s'!$A$1", '"x"',
)  # fmt: skip
_NAMES = (
    "xl_scorecard.sheet.summary", "xl_scorecard.sheet.checks", "xl_scorecard.sheet.ratings",
    "xl_scorecard.sheet.", "xl_scorecard.cells.1", "xl_scorecard.cells.1.rag",
    "xl_scorecard.cells.",
    "xl_scorecard.content", "xl_scorecard.cells.1.rag.direction.change.change_on_year",
    "XL_SCORECARD.SHEET.SUMMARY", "xl_scorecard.other", "_xlnm.Print_Area", "", "A1",
)  # fmt: skip


def mutate(pack: Pack, chance: random.Random) -> str | None:
    """Make one defined name odd; says what was done."""
    entry = pick(chance, pack.ending("workbook.xml"))
    said: list[str] = []

    def change(root: etree._Element) -> None:
        names = elements(root, "definedName")
        ours = [item for item in names if (item.get("name") or "").startswith("xl_scorecard")]
        kind = chance.choice(_KINDS)
        if kind is _forged or names:
            item = chance.choice(ours or names) if names else None
            kind(root, item, chance)
            said.append(kind.__name__.strip("_"))

    if entry is None or not rewritten(entry, change) or not said:
        return None
    return f"name {said[0]}"


def _elsewhere(_: etree._Element, item: etree._Element, chance: random.Random) -> None:
    item.text = chance.choice((*_PLACES, f"'Scorecard'!{chance.choice(odd.REFERENCES)}"))


def _doubled(_: etree._Element, item: etree._Element, chance: random.Random) -> None:
    again = copy.deepcopy(item)
    again.text = chance.choice((item.text or "", chance.choice(_PLACES)))
    item.addnext(again)


def _scoped(_: etree._Element, item: etree._Element, chance: random.Random) -> None:
    """The name is a sheet's own, as a copied sheet's names are."""
    again = copy.deepcopy(item)
    again.set("localSheetId", chance.choice(("0", "1", "2", "9", "-1", "x", "")))
    again.text = chance.choice((item.text or "", chance.choice(_PLACES)))
    item.addnext(again)
    if chance.random() < 0.3:
        item.getparent().remove(item)


def _dropped(_: etree._Element, item: etree._Element, chance: random.Random) -> None:
    item.getparent().remove(item)


def _renamed(_: etree._Element, item: etree._Element, chance: random.Random) -> None:
    item.set("name", chance.choice(_NAMES))


def _forged(root: etree._Element, _: etree._Element | None, chance: random.Random) -> None:
    """A name of ours in a workbook that may be none of ours."""
    space = etree.QName(root).namespace
    holder = next(iter(elements(root, "definedNames")), None)
    if holder is None:
        sheets = next(iter(elements(root, "sheets")), None)
        if sheets is None:
            return
        holder = etree.Element(etree.QName(space, "definedNames"))
        sheets.addnext(holder)
    made = etree.SubElement(holder, etree.QName(space, "definedName"))
    made.set("name", chance.choice(_NAMES))
    made.text = chance.choice(_PLACES)


_KINDS = (_elsewhere, _elsewhere, _elsewhere, _doubled, _scoped, _dropped, _renamed, _forged)
