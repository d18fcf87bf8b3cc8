"""AutoSave: what can be promised of undoing, and what is asked where Excel saves by itself."""

from __future__ import annotations

from typing import Any

from xl_scorecard.button.through_api import autosave, switch_autosave_off
from xl_scorecard.errors import WorkbookError

QUESTION = (
    "AutoSave is on: Excel would save what is written at once, and closing without saving would "
    "undo nothing. Switch AutoSave off for this workbook and refresh? No leaves it as it is."
)
_STAYED_ON = (
    "AutoSave could not be switched off. Switch it off at the top left of the window, or work in a "
    "copy (File, Save a Copy), and press again. Nothing was changed"
)


def ask_about_autosave(book: Any, ask: Any) -> bool:
    """Whether to go on: where AutoSave is on, only once the officer had it switched off.

    `ask` takes a question and says whether the answer is yes. Raises WorkbookError (write_failed)
    where Excel keeps it on.
    """
    if not autosave(book):
        return True
    if not ask(QUESTION):
        return False
    if not switch_autosave_off(book):
        raise WorkbookError("write_failed", _STAYED_ON)
    return True


def how_to_undo(book: Any) -> str:
    """How what was written is undone; nothing is promised that Excel did not say."""
    on = autosave(book)
    if on is None:
        return (
            "The button saved nothing. Whether AutoSave did could not be asked: if it is off, "
            "close without saving to undo, else press Clear."
        )
    if on:
        return "AutoSave is on and may have saved this: press Clear to undo."
    return "Nothing is saved yet: close without saving, or press Clear, to undo."
