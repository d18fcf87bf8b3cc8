"""Sheets of ours on which officers put something: found, emptied of what we drew, described."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from xl_scorecard.domain.acceptance import ACCEPTED
from xl_scorecard.domain.cell_ref import Range, a1, parse_range, read_range
from xl_scorecard.domain.drawn import digest, read_drawn
from xl_scorecard.domain.edits import CHART_NAME
from xl_scorecard.domain.how_many import how_many
from xl_scorecard.domain.links import linked_cell
from xl_scorecard.domain.ours import MARK, WITH_TABLES
from xl_scorecard.domain.row_keys import FIGURES_COLUMNS, NO_RESULT, Place, titles_of_counts
from xl_scorecard.domain.settling import Found, found, noted
from xl_scorecard.ooxml.cells import cell_content
from xl_scorecard.ooxml.frames import Known, drawing_of, drawn_things, our_frames, take_frames
from xl_scorecard.ooxml.notes import notes_of
from xl_scorecard.ooxml.shared_strings import SharedStrings
from xl_scorecard.ooxml.styles import Styles
from xl_scorecard.ooxml.workbook import Sheet, Workbook
from xl_scorecard.ooxml.worksheet import Worksheet
from xl_scorecard.ooxml.worksheet_undo import remove_shades
from xl_scorecard.opc.xml import Element, child, local, whole
from xl_scorecard.writing.drawn_parts import remove_drawn
from xl_scorecard.writing.our_cells import SharedFormulas
from xl_scorecard.writing.own_table import KnownTable, take_filter, take_table

_OUR_SHADE = re.compile(r'INDEX\(\$[A-Z]+:\$[A-Z]+,\s?ROW\(\)\)="')
_TOLD = re.compile(
    r"Stacked bars: rated indicators|(?:Line|Column|XmR) chart(?:, the counts behind it[^:]*,)? of "
)
_TITLE_ROWS = re.compile(r"!\$\d+:\$\d+$")
_ONE_CELL = re.compile(r"(?P<sheet>'(?:[^']|'')+'|[^'!()]+)!\$?(?P<cell>[A-Z]{1,3}\$?\d+)$")
PRINT_AREA, PRINT_TITLES = "_xlnm.Print_Area", "_xlnm.Print_Titles"


@dataclass
class Held:
    """A sheet of ours that stays in its part: what was found on it, and what theirs said."""

    key: str
    sheet: Sheet
    worksheet: Worksheet
    found: Found
    said: dict[Place, str] = field(default_factory=dict)
    table: KnownTable | None = None
    """Our table on it, which was taken off."""

    @property
    def name(self) -> str:
        """Its tab."""
        return self.sheet.name


def hold(
    workbook: Workbook,
    key: str,
    sheet: Sheet,
    names: Mapping[str, str],
    strings: SharedStrings,
    styles: Styles,
) -> Held:
    """Find what is theirs on a sheet of ours, and take out of its part what we drew."""
    worksheet = Worksheet(workbook.package, sheet.part, workbook.flavour)
    texts, formulas, digests = contents_of(workbook, worksheet, strings)
    seen = found(key, texts, formulas, digests, read_drawn(key, names))
    held = Held(key, sheet, worksheet, seen)
    held.said = {at: texts.get(at, "") for at in seen.whose.theirs}
    if key in WITH_TABLES:
        held.table = take_table(workbook, sheet, worksheet, seen.whose.ours)
        take_filter(workbook, sheet, worksheet, seen.whose.ours)
    _take_links(workbook, held)
    for at, cell in list(_cells(worksheet)):
        is_blank = at not in seen.whose.theirs and at not in seen.whose.ours
        if at in seen.whose.ours or (is_blank and not styles.is_seen(whole(cell.get("s")))):
            worksheet.drop(*at)
    remove_shades(worksheet, lambda text: MARK in text or _OUR_SHADE.match(text) is not None)
    _take_choices(worksheet)
    titles = {t for (_, c), t in texts.items() if c in FIGURES_COLUMNS}
    _take_frames(workbook, held, titles | titles_of_counts(texts.values()))
    _take_printed(workbook, held)
    worksheet.save()
    return held


def contents_of(
    workbook: Workbook, worksheet: Worksheet, strings: SharedStrings
) -> tuple[dict[Place, str], set[Place], dict[Place, str]]:
    """What cells show, which of them are formulas, and what each holds."""
    texts: dict[Place, str] = {}
    formulas: set[Place] = set()
    digests: dict[Place, str] = {}
    shared = SharedFormulas(worksheet, [])
    for at, cell in _cells(worksheet):
        value, formula = cell_content(cell, strings)
        element = child(cell, "f")
        if element is not None:
            formula = shared.text(element)
            formulas.add(at)
            if not value:
                value = _looked_up(workbook, formula, strings) or linked_cell(formula) or NO_RESULT
        number = (cell.get("t") or "n") == "n" and formula is None
        digests[at] = digest(_number(value) if number else value, formula)
        if value:
            texts[at] = value
    return texts, formulas, digests


def _cells(worksheet: Worksheet) -> Iterator[tuple[Place, Element]]:
    for row, column, cell in worksheet.cells_in((1, 1, 1_048_576, 16_384)):
        yield (row, column), cell


def _number(value: str | None) -> float | str | None:
    try:
        return float(value) if value is not None else None
    except ValueError:
        return value


def _looked_up(workbook: Workbook, formula: str, strings: SharedStrings) -> str | None:
    """What a formula that is one cell shows, where the program that saved it kept no result."""
    place = _ONE_CELL.match(formula)
    target = read_range(formula) if place is not None else None
    if target is None:
        return None
    sheet = next((s for s in workbook.worksheets if s.name == target[0]), None)
    if sheet is None:
        return None
    cell = Worksheet(workbook.package, sheet.part, workbook.flavour).find(*target[1][:2])
    return cell_content(cell, strings)[0] if cell is not None else None


def _take_choices(worksheet: Worksheet) -> None:
    """Take out our drop-down lists: those that offer what we offer."""
    holder = child(worksheet.root, "dataValidations")
    for item in list(holder) if holder is not None else ():
        listed = child(item, "formula1")
        if listed is not None and (listed.text or "").strip() == f'"{ACCEPTED}"':
            item.getparent().remove(item)
    if holder is not None and not len(holder):
        worksheet.root.remove(holder)
    elif holder is not None and holder.get("count") is not None:
        holder.set("count", str(len(holder)))


def _take_links(workbook: Workbook, held: Held) -> None:
    """Take out the links of ours: those that lead from a cell of ours into the workbook."""
    holder = child(held.worksheet.root, "hyperlinks")
    relations = {r.id: r for r in workbook.package.relationships(held.sheet.part)}
    for link in list(holder) if holder is not None else ():
        try:
            top, left, _, _ = parse_range(link.get("ref") or "")
        except ValueError:
            continue
        relation = relations.get(link.get(workbook.flavour.relation_id) or "")
        inside = relation is None or relation.target.startswith("#")
        if (top, left) in held.found.whose.ours and inside:
            link.getparent().remove(link)
            if relation is not None:
                workbook.package.unrelate(held.sheet.part, relation.id)
    if holder is not None and not len(holder):
        held.worksheet.root.remove(holder)


def _take_frames(workbook: Workbook, held: Held, titles: set[str]) -> None:
    """Take out our charts, and the drawing where nothing else is in it.

    `titles` are those that charts of ours may have.
    """
    package, part = workbook.package, held.sheet.part
    drawing = drawing_of(package, part)
    if drawing is None:
        return
    here = held.key == "summary"
    known = Known(CHART_NAME, _TOLD, titles, held.name, FIGURES_COLUMNS[0], here)
    gone = our_frames(package, drawing, known)
    for chart in take_frames(package, drawing, gone):
        remove_drawn(package, chart)
    if drawn_things(package.root(drawing)):
        return
    element = child(held.worksheet.root, "drawing")
    if element is not None:
        held.worksheet.root.remove(element)
    for relation in package.relationships(part):
        if relation.kind == "drawing":
            package.unrelate(part, relation.id)
    remove_drawn(package, drawing)


def _take_printed(workbook: Workbook, held: Held) -> None:
    """Take out what we said is to be printed, and where pages break."""
    position = workbook.sheet(held.name).position
    names = workbook.names()
    area = read_range(names.get((PRINT_AREA, position), ""))
    if area is not None and _is_our_area(area[1], held.found):
        workbook.remove_name(PRINT_AREA, position)
    if _TITLE_ROWS.search(names.get((PRINT_TITLES, position), "")):
        workbook.remove_name(PRINT_TITLES, position)
    holder = child(held.worksheet.root, "rowBreaks")
    drawn, rows = held.found.drawn, held.found.whose.rows
    for item in list(holder) if holder is not None else ():
        at = whole(item.get("id"))
        if drawn is None or at in drawn.breaks or rows.get(at + 1, 0) - 1 in drawn.breaks:
            item.getparent().remove(item)
    if holder is not None and not len(holder):
        held.worksheet.root.remove(holder)


def _is_our_area(area: Range, seen: Found) -> bool:
    """Whether a print area is the one we gave, rows and columns put in since apart."""
    top, left, bottom, right = area
    if seen.drawn is None or seen.drawn.area is None:
        return left == 1 and right == max((c for _, c in seen.whose.ours if c <= 9), default=0)
    first, start, last, end = parse_range(seen.drawn.area)
    moved = {0, *(now - before for now, before in seen.whose.rows.items())}
    wider = {0, *(now - before for now, before in seen.whose.columns.items())}
    return (top - first in moved and left - start in wider and bottom - last in moved
            and right - end in wider)  # fmt: skip


# -- what is left -----------------------------------------------------------------------------


def left_on(workbook: Workbook, held: Held) -> str:
    """What of theirs a sheet holds besides how it is set out, in words; empty where nothing is."""
    counts = {
        "note": len(noted(held.said)),
        "comment": len(notes_of(workbook.package, held.sheet.part)),
        **others_on(workbook, held),
    }
    words = [how_many(count, word) for word, count in counts.items() if count]
    return " and ".join([", ".join(words[:-1]), words[-1]] if words[1:] else words)


def others_on(workbook: Workbook, held: Held) -> Counter[str]:
    """How many things of theirs a sheet holds besides notes and comments, by kind."""
    package, part = workbook.package, held.sheet.part
    counts: Counter[str] = Counter()
    drawing = drawing_of(package, part)
    if drawing is not None:
        found_there = drawn_things(package.root(drawing))
        counts.update({kind: found_there[kind] for kind in ("picture", "chart", "shape")})
    root = held.worksheet.root
    for name, word in _OTHERS.items():
        counts[word] += sum(local(item) == name for item in root)
    return counts


_OTHERS = {
    "conditionalFormatting": "conditional format",
    "dataValidations": "validation",
    "hyperlinks": "link",
    "tableParts": "table",
    "picture": "background picture",
    "oleObjects": "embedded object",
    "controls": "control",
}


def place_text(name: str, at: Place) -> str:
    """Where something stood, as an officer would say: `Summary!J29`."""
    return f"{name}!{a1(*at)}"
