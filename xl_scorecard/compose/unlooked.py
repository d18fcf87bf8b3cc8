"""The part of the Checks sheet that says what was not looked at, and why."""

from __future__ import annotations

from collections.abc import Iterator, Set

from xl_scorecard.compose.look import BODY, CENTRED, HEADING, HEADING_LEFT, SUBTITLE
from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.edits import CellEdit
from xl_scorecard.domain.finding import Checked
from xl_scorecard.domain.row_keys import UNLOOKED_HEADING, UNLOOKED_TITLE

_ALL = "all sheets"
_NOT_TOLD = "Excel does not tell it of an open workbook: save it, and check the file"
_NO_FOLDER = (
    "the open workbook lies in no folder of this computer: save it beside last quarter's, and "
    "press again"
)
_OFF = "the rule set switches the check off"
_NOTHING = "Nothing: every check looked at every sheet"
SHEET, WHAT, WHY, CHECK = 2, 5, 8, 9
"""The columns of the part: those of the findings above it that are wide enough."""


def unlooked(checked: Checked, sheets: Set[str], row: int) -> Iterator[CellEdit]:
    """The cells of the part from a row on.

    `sheets` are all sheets with a scorecard.
    """
    yield CellEdit(row, 1, UNLOOKED_TITLE, style=SUBTITLE)
    headings = {SHEET: "Sheet", WHAT: UNLOOKED_HEADING, WHY: "Why", CHECK: "Check"}
    for column, heading in headings.items():
        style = HEADING_LEFT if column in (WHAT, WHY) else HEADING
        yield CellEdit(row + 1, column, heading, style=style)
    for number, entry in enumerate(_entries(checked, sheets), row + 2):
        for column, text in zip((SHEET, WHAT, WHY, CHECK), entry, strict=True):
            style = BODY if column in (WHAT, WHY) else CENTRED
            yield CellEdit(number, column, text or None, style=style)


def _entries(checked: Checked, sheets: Set[str]) -> Iterator[tuple[str, str, str, str]]:
    """Sheet, what, why and the checks' words."""
    by_place: dict[tuple[Aspect, str], list[str]] = {}
    for part in checked.not_looked_at:
        by_place.setdefault((part.aspect, part.check), []).append(part.sheet)
    checks: dict[tuple[str, Aspect], list[str]] = {}
    for (aspect, check), among in by_place.items():
        where = _ALL if set(among) == sheets else ", ".join(among)
        checks.setdefault((where, aspect), []).append(check)
    for (where, aspect), slugs in checks.items():
        why = _NO_FOLDER if aspect is Aspect.EARLIER else _NOT_TOLD
        yield where, aspect.value.capitalize(), why, ", ".join(slugs)
    for off in checked.off:
        yield _ALL, off.looks_for[:1].upper() + off.looks_for[1:], _OFF, off.check
    if not checked.not_looked_at and not checked.off:
        yield _ALL, _NOTHING, "", ""
