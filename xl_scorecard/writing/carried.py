"""What of the edits the file writer does not carry out."""

from __future__ import annotations

_FROM_A_MODEL = (
    "Beside a table a cell takes font, fill and borders from the cell that its style is like."
)
NOT_CARRIED = {
    "sheets.cells.link": "Beside a table no cell is a link.",
    "sheets.cells.style.bold": _FROM_A_MODEL,
    "sheets.cells.style.italic": _FROM_A_MODEL,
    "sheets.cells.style.size": _FROM_A_MODEL,
    "sheets.cells.style.text": _FROM_A_MODEL,
    "sheets.cells.style.fill": _FROM_A_MODEL,
    "sheets.cells.style.border": _FROM_A_MODEL,
    "new_sheets.cells.style.like": "On a sheet of ours no cell is like another.",
}
"""By the field's path from `Edits`, all below it included: the sentence that the documents print.

The documents are docs/excel-button.md; tests write every field and hold both to this list.
"""
