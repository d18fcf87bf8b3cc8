"""How each field of an edit is seen in a written file, and in the calls made to Excel."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.button.models import (
    Area,
    Book,
    Chart,
    Series,
    area_of,
    places,
    plain,
    read_book,
)
from tests.button.replayer import Action
from tests.button.telling import (
    COLUMN,
    MODEL_FILL,
    OURS,
    PUBLISHED,
    PUBLISHED_FORMULA,
    ROWS,
    THEIRS,
)
from tests.support.readers import opened

_LINK = f"'{THEIRS}'!A4"
_PIXEL = 9525  # English Metric Units


@dataclass(frozen=True)
class InFile:
    """A file that was written, read by openpyxl, and the text of its parts."""

    book: Book
    found: Any
    text: str


@dataclass(frozen=True)
class InExcel:
    """The open workbook once it was written to, and the calls that were made."""

    book: Book
    actions: list[Action]

    @property
    def text(self) -> str:
        """The calls as one text."""
        return json.dumps(self.actions).lower()

    def looks(self, sheet: str, part: str, attribute: str) -> list[object]:
        """What the cell for a part of a style was given of an attribute."""
        top, left, bottom, right = ROWS[part], COLUMN, ROWS[part], COLUMN
        return [
            value
            for area, given, value in self.book[sheet].looks
            if given == attribute and area[0] <= top <= bottom <= area[2]
            if area[1] <= left <= right <= area[3]
        ]

    def chart(self) -> list[Any]:
        """What was asked for with the first chart: name, type, sheet, cells, left, top, sizes."""
        return next(a["args"] for a in self.actions if a["func"] == "addChart")


def in_file(path: Path) -> InFile:
    """A file as the predicates look at it."""
    with zipfile.ZipFile(path) as parts:
        text = "".join(
            parts.read(n).decode() for n in parts.namelist() if n.endswith((".xml", ".rels"))
        )
    return InFile(read_book(path), opened(path, formulas=True), text)


# -- what both leave in the model of a workbook ----------------------------------------------------

SeenInBook = dict[str, Callable[[Any], bool]]


def _cells(at: str, name: str) -> SeenInBook:
    def content(seen: Any, row: int) -> object:
        return seen.book[name].cells[row, COLUMN].content

    def format_(seen: Any) -> bool:
        return bool(seen.book[name].cells[ROWS["number_format"], COLUMN].number_format == "0.000")

    value = f"told of {name}"
    return {
        f"{at}.row": lambda seen: content(seen, 17) == value,
        f"{at}.column": lambda seen: content(seen, 17) == value,
        f"{at}.value": lambda seen: content(seen, 17) == value,
        f"{at}.formula": lambda seen: content(seen, 18) == "=1+2",
        f"{at}.style.number_format": format_,
    }


def _shades(at: str, name: str, formula: str, fill: str, font: str) -> SeenInBook:
    def shade(seen: Any) -> Any:
        return next(s for s in seen.book[name].shades if s.formula == formula)

    return {
        f"{at}.reference": lambda seen: shade(seen).area == area_of("J17:J18"),
        f"{at}.formula": lambda seen: shade(seen) is not None,
        f"{at}.fill": lambda seen: shade(seen).fill == fill,
        f"{at}.text": lambda seen: shade(seen).font == font,
    }


def _about(width: float, wanted: float) -> bool:
    """Whether widths are the same, counted in characters with the room around them or without."""
    return abs(width - wanted) < 1


def _named(seen: Any, name: str) -> str | None:
    text = seen.book.names.get(name)
    return None if text is None else plain(text)


def _chart(seen: Any, number: int = 0) -> Chart:
    found: Chart = seen.book[OURS].charts[number]
    return found


_BARS = [
    Series(f"{OURS}!M61:M62", f"{OURS}!L61:L62", f"{OURS}!M60"),
    Series(f"{OURS}!N61:N62", f"{OURS}!L61:L62", f"{OURS}!N60"),
]
_LINES = [
    Series(f"{OURS}!M{row}:N{row}", f"{OURS}!M70:N70", f"{OURS}!L{row}") for row in (71, 72, 73, 74)
]


def _series(seen: Any) -> bool:
    return [_chart(seen, n).series for n in (0, 1)] == [_BARS, _LINES]


_MERGE: Area = area_of("L60:M61")


def _published(seen: Any) -> bool:
    """Whether a column that was there before is there, as the value that it showed where the
    register is about to be of another period, and known as ours beside the new one."""
    cell = seen.book[PUBLISHED].cells[4, 6]
    return cell.content in (PUBLISHED_FORMULA, "Good") and (
        _named(seen, "xl_scorecard.cells.2.rag").replace("'", "") == f"{PUBLISHED}!F3:F4"
    )


IN_BOTH: SeenInBook = {
    "published": _published,
    "sheets.sheet": lambda seen: THEIRS in seen.book.sheet_names,
    **_cells("sheets.cells", THEIRS),
    "sheets.merges": lambda seen: _MERGE in seen.book[THEIRS].merges,
    **_shades("sheets.shades", THEIRS, "$J$17=91", "#0000A1", "#0000A2"),
    "sheets.widths": lambda seen: _about(seen.book[THEIRS].widths[10], 33),
    "sheets.blocks.reference": lambda seen: (
        _named(seen, "xl_scorecard.cells.1.told_kind") == f"{THEIRS}!J17:J70"
    ),
    "sheets.blocks.kinds": lambda seen: "xl_scorecard.cells.1.told_kind" in seen.book.names,
    "new_sheets.key": lambda seen: _named(seen, "xl_scorecard.sheet.told_key") == f"{OURS}!A1",
    "new_sheets.name": lambda seen: OURS in seen.book.sheet_names,
    **_cells("new_sheets.cells", OURS),
    **_shades("new_sheets.shades", OURS, "$J$17=92", "#0000A3", "#0000A4"),
    "new_sheets.charts.kind": lambda seen: (
        [_chart(seen, n).kind for n in (0, 1)] == ["bar stacked", "line"]
    ),
    "new_sheets.charts.title": lambda seen: _chart(seen).title == f"={OURS}!J17",
    "new_sheets.charts.series.name": _series,
    "new_sheets.charts.series.categories": _series,
    "new_sheets.charts.series.values": _series,
    "new_sheets.charts.row": lambda seen: seen.book[OURS].row_of(_chart(seen)) == 80,
    "new_sheets.widths": lambda seen: _about(seen.book[OURS].widths[10], 34),
    "new_sheets.heights": lambda seen: seen.book[OURS].heights[17] == 45,
    "new_sheets.table.name": lambda seen: list(seen.book[OURS].tables) == ["ToldTable"],
    "new_sheets.choices.reference": lambda seen: (
        [*seen.book[OURS].choices] == list(places(area_of("P17:P18")))
    ),
    "new_sheets.choices.words": lambda seen: (
        {*seen.book[OURS].choices.values()} == {("told_word", "told_other")}
    ),
    "new_sheets.table.reference": lambda seen: (
        list(seen.book[OURS].tables.values()) == [area_of("M119:N121")]
    ),
}

# -- what openpyxl finds in a file -----------------------------------------------------------------

SeenInFile = dict[str, Callable[[InFile], bool]]


def _looks_in_file(at: str, name: str) -> SeenInFile:
    def styled(part: str, look: Callable[[Any], bool]) -> Callable[[InFile], bool]:
        return lambda seen: look(seen.found[name].cell(ROWS[part], COLUMN))

    def link(seen: InFile) -> bool:
        found = seen.found[name].cell(19, COLUMN).hyperlink
        return found is not None and found.location == _LINK

    looks: dict[str, Callable[[Any], bool]] = {
        "like": lambda c: c.fill.fgColor.rgb == f"FF{MODEL_FILL[1:]}",
        "bold": lambda c: c.font.b is True,
        "italic": lambda c: c.font.i is True,
        "size": lambda c: c.font.sz == 17,
        "text": lambda c: c.font.color is not None and c.font.color.rgb == "FFAB1234",
        "fill": lambda c: c.fill.fgColor.rgb == "FF12AB34",
        "align": lambda c: c.alignment.horizontal == "right",
        "wrap": lambda c: c.alignment.wrap_text is True,
        "shrink": lambda c: c.alignment.shrink_to_fit is True,
        "border": lambda c: (c.border.left.style, c.border.top.style) == ("thin", "thin"),
    }
    return {f"{at}.style.{part}": styled(part, look) for part, look in looks.items()} | {
        f"{at}.link": link
    }


def _anchor(seen: InFile) -> Any:
    return seen.found[OURS]._charts[0].anchor


IN_FILE: SeenInFile = {
    **IN_BOTH,
    **_looks_in_file("sheets.cells", THEIRS),
    "sheets.sparklines.row": lambda seen: "<xm:sqref>J62</xm:sqref>" in seen.text,
    "sheets.sparklines.column": lambda seen: "<xm:sqref>J62</xm:sqref>" in seen.text,
    "sheets.sparklines.source": lambda seen: f"<xm:f>'{THEIRS}'!B4:F4</xm:f>" in seen.text,
    **_looks_in_file("new_sheets.cells", OURS),
    "new_sheets.charts.alternative_text": lambda seen: (
        re.findall(r'descr="(told[^"]*)"', seen.text) == ["told of a bar", "told of a line"]
    ),
    "new_sheets.charts.series.colour": lambda seen: all(
        re.search(rf'<a:srgbClr val="{c}"', seen.text) for c in ("AA0001", "AA0002")
    ),
    "new_sheets.charts.series.text": lambda seen: 'val="AA0003"' in seen.text,
    "new_sheets.charts.series.label": lambda seen: "Tld" in seen.text,
    "new_sheets.charts.series.dashed": lambda seen: (
        seen.text.count('<a:prstDash val="dash"/>') == 1
    ),
    "new_sheets.charts.series.faint": lambda seen: 'prstDash val="sysDot"' in seen.text,
    "new_sheets.charts.series.named": lambda seen: seen.text.count("<c:legendEntry>") == 2,
    "new_sheets.charts.series.mark": lambda seen: 'c:symbol val="diamond"' in seen.text,
    "new_sheets.charts.series.dash": lambda seen: 'prstDash val="lgDashDot"' in seen.text,
    "new_sheets.charts.behind.name": lambda seen: f"<c:f>'{OURS}'!$L$120</c:f>" in seen.text,
    "new_sheets.charts.behind.categories": lambda seen: (
        f"<c:f>'{OURS}'!$M$119:$N$119</c:f>" in seen.text
    ),
    "new_sheets.charts.behind.values": lambda seen: (
        f"<c:f>'{OURS}'!$M$120:$N$120</c:f>" in seen.text
    ),
    "new_sheets.charts.behind.colour": lambda seen: 'val="AA0005"' in seen.text,
    "new_sheets.charts.most": lambda seen: bool(re.search(r'<c:max val="91(\.0)?"/>', seen.text)),
    "new_sheets.charts.least": lambda seen: bool(re.search(r'<c:min val="7(\.0)?"/>', seen.text)),
    "new_sheets.charts.below": lambda seen: (
        seen.found[OURS]._charts[1].anchor._from.rowOff == 6 * _PIXEL
    ),
    "new_sheets.charts.column": lambda seen: _anchor(seen)._from.col == 2,
    "new_sheets.charts.offset": lambda seen: _anchor(seen)._from.colOff == 32 * _PIXEL,
    # 640 pixels from 32 right of C: seven columns of 64 pixels, and 224 of J's 243
    "new_sheets.charts.width": lambda seen: (
        (_anchor(seen).to.col, _anchor(seen).to.colOff) == (9, 224 * _PIXEL)
    ),
    "new_sheets.charts.height": lambda seen: _anchor(seen).to.row == 79 + 400 / 20,
    "new_sheets.charts.number_format": lambda seen: 'formatCode="0.0000"' in seen.text,
    "new_sheets.repeat_rows": lambda seen: seen.found[OURS].print_title_rows == "$4:$5",
    "new_sheets.print_area": lambda seen: seen.found[OURS].print_area == "'Told'!$A$1:$P$140",
    "new_sheets.landscape": lambda seen: seen.found[OURS].page_setup.orientation == "landscape",
    "new_sheets.size": lambda seen: seen.found[OURS].cell(17, COLUMN).font.sz == 12.5,
    "new_sheets.freeze_row": lambda seen: seen.found[OURS].freeze_panes == "C4",
    "new_sheets.freeze_column": lambda seen: seen.found[OURS].freeze_panes == "C4",
    "new_sheets.ignore_inconsistent": lambda seen: (
        '<ignoredError sqref="L120:L121" formula="1"/>' in seen.text
    ),
    "new_sheets.ignore_text_numbers": lambda seen: (
        '<ignoredError sqref="M120:M121" numberStoredAsText="1"/>' in seen.text
    ),
    "new_sheets.page_breaks": lambda seen: [b.id for b in seen.found[OURS].row_breaks.brk] == [50],
}

# -- what Excel is asked for -----------------------------------------------------------------------

SeenInExcel = dict[str, Callable[[InExcel], bool]]


def _looks_in_excel(at: str, name: str) -> SeenInExcel:
    def given(part: str, attribute: str, value: object) -> Callable[[InExcel], bool]:
        return lambda seen: value in seen.looks(name, part, attribute)

    def border(seen: InExcel) -> bool:
        sides = ("edge_top", "edge_bottom", "edge_left", "edge_right")
        return all(
            ["line_style", "continuous"] in seen.looks(name, "border", f"border {side}")
            for side in sides
        )

    def link(seen: InExcel) -> bool:
        return seen.book[name].cells[19, COLUMN].content == f'=HYPERLINK("#{_LINK}","told link")'

    return {
        f"{at}.link": link,
        f"{at}.style.like": given("like", "fill", MODEL_FILL),
        f"{at}.style.bold": given("bold", "font bold", True),
        f"{at}.style.italic": given("italic", "font italic", True),
        f"{at}.style.size": given("size", "font size", 17.0),
        f"{at}.style.text": given("text", "font color", "#AB1234"),
        f"{at}.style.fill": given("fill", "fill", "#12AB34"),
        f"{at}.style.align": given("align", "align", "Right"),
        f"{at}.style.wrap": given("wrap", "wrap", True),
        f"{at}.style.shrink": lambda seen: "shrink" in seen.text,
        f"{at}.style.border": border,
    }


def _tops(seen: InExcel) -> list[float]:
    """How far down the charts begin, in points."""
    return [a["args"][5] for a in seen.actions if a["func"] == "addChart"]


IN_EXCEL: SeenInExcel = {
    **IN_BOTH,
    **_looks_in_excel("sheets.cells", THEIRS),
    "sheets.sparklines.row": lambda seen: "sparkline" in seen.text,
    "sheets.sparklines.column": lambda seen: "sparkline" in seen.text,
    "sheets.sparklines.source": lambda seen: "b4:f4" in seen.text,
    **_looks_in_excel("new_sheets.cells", OURS),
    "new_sheets.charts.alternative_text": lambda seen: "told of a bar" in seen.text,
    "new_sheets.charts.series.colour": lambda seen: "#aa0001" in seen.text,
    "new_sheets.charts.series.text": lambda seen: "#aa0003" in seen.text,
    "new_sheets.charts.series.label": lambda seen: "tld" in seen.text,
    "new_sheets.charts.series.dashed": lambda seen: "dash" in seen.text,
    "new_sheets.charts.series.faint": lambda seen: "dot" in seen.text,
    "new_sheets.charts.series.named": lambda seen: "legendentry" in seen.text,
    "new_sheets.charts.series.mark": lambda seen: "diamond" in seen.text,
    "new_sheets.charts.series.dash": lambda seen: "dashdot" in seen.text,
    "new_sheets.charts.behind.name": lambda seen: '"l120"' in seen.text,
    "new_sheets.charts.behind.categories": lambda seen: "m119:n119" in seen.text,
    "new_sheets.charts.behind.values": lambda seen: "m120:n120" in seen.text,
    "new_sheets.charts.behind.colour": lambda seen: "#aa0005" in seen.text,
    "new_sheets.charts.most": lambda seen: '"maximum_scale": 91' in seen.text,
    "new_sheets.charts.least": lambda seen: '"minimum_scale": 7' in seen.text,
    "new_sheets.charts.below": lambda seen: _tops(seen)[1] - _tops(seen)[0] == 30 * 15 + 4.5,
    # two columns of 48 points, and 32 pixels
    "new_sheets.charts.column": lambda seen: seen.chart()[4] == 2 * 48 + 24,
    "new_sheets.charts.offset": lambda seen: seen.chart()[4] == 2 * 48 + 24,
    "new_sheets.charts.width": lambda seen: seen.chart()[6] == 640 * 0.75,
    "new_sheets.charts.height": lambda seen: seen.chart()[7] == 400 * 0.75,
    "new_sheets.charts.number_format": lambda seen: '"number_format": "0.0000"' in seen.text,
    "new_sheets.repeat_rows": lambda seen: "4:5" in seen.text or "$4:$5" in seen.text,
    "new_sheets.print_area": lambda seen: seen.book[OURS].print_area == "A1:P140",
    "new_sheets.landscape": lambda seen: "landscape" in seen.text,
    "new_sheets.size": lambda seen: '"size", 12.5' in seen.text,
    "new_sheets.freeze_row": lambda seen: seen.book[OURS].frozen == "A1:B3",
    "new_sheets.freeze_column": lambda seen: seen.book[OURS].frozen == "A1:B3",
    "new_sheets.ignore_inconsistent": lambda seen: "ignored" in seen.text,
    "new_sheets.ignore_text_numbers": lambda seen: "ignored" in seen.text,
    "new_sheets.page_breaks": lambda seen: any("Break" in a["func"] for a in seen.actions),
}
