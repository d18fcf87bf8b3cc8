"""What of the edits the button does not carry out in an open workbook, or not everywhere."""

from __future__ import annotations

_LOOKS = (
    "The headings of the new columns take over the colours of yours; on the web they are plain, "
    "since an add-in there cannot ask for looks. Other new cells take over no look of yours."
)
_SMALLER = "A status that is too wide for a column of yours is not made smaller."
_SPARKLINES = "Trend lines in cells (sparklines) are not drawn: Excel gives add-ins no way to."
_PRINTER = (
    "Of the set-up for the printer only the area is given: no landscape, no headings repeated on "
    "every page, no page breaks."
)
_TRIANGLES = (
    "On the sheet Indicators Excel may show green triangles, for references that are numbers kept "
    "as text and for formulas that differ from those above."
)
NOT_CARRIED = {
    "sheets.cells.style.like": _LOOKS,
    "new_sheets.cells.style.like": _LOOKS,
    "sheets.cells.style.shrink": _SMALLER,
    "new_sheets.cells.style.shrink": _SMALLER,
    "sheets.sparklines": _SPARKLINES,
    "new_sheets.charts.title": "Chart titles are words rather than links to a cell.",
    "new_sheets.charts.alternative_text": (
        "Charts have no alternative text for those who do not see them."
    ),
    "new_sheets.charts.series.colour": "On the web charts have Excel's own colours.",
    "new_sheets.charts.series.text": "The bars of a chart do not say their numbers.",
    "new_sheets.charts.series.label": "The bars of a chart do not say their numbers.",
    "new_sheets.charts.series.dashed": "Lines of targets are not dashed.",
    "new_sheets.repeat_rows": _PRINTER,
    "new_sheets.landscape": _PRINTER,
    "new_sheets.page_breaks": _PRINTER,
    "new_sheets.ignore_inconsistent": _TRIANGLES,
    "new_sheets.ignore_text_numbers": _TRIANGLES,
}
"""By the field's path from `Edits`, all below it included: the sentence that the documents print.

The documents are docs/excel-button.md; tests write every field and hold both to this list.
"""
