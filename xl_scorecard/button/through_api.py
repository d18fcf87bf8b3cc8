"""The little that xlwings' public API cannot be asked, and Excel on the desktop answers.

The one module that goes through `.api`. It sets nothing but AutoSave. None means not known: an
engine that has no such member, an older Excel, or one that does not answer.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from xl_scorecard.button.asked import asked

_R1C1 = -4150  # xlR1C1
_LANGUAGE_OF_THE_SCREEN = 2  # msoLanguageIDUI
_LIST_SEPARATOR = 5  # xlListSeparator
_ENGLISH = 9  # the primary language in the lower ten bits of a Windows language id
_PRIMARY = 0x3FF
_XML_SPREADSHEET = 11  # xlRangeValueXMLSpreadsheet
_PROPERTY_GET = 2  # DISPATCH_PROPERTYGET


def autosave(book: Any) -> bool | None:
    """Whether Excel saves each change to this workbook by itself."""
    return _yes_or_no(book, "AutoSaveOn", "auto_save_on")


def switch_autosave_off(book: Any) -> bool:
    """Switch AutoSave off for this workbook; says whether Excel now says that it is off."""

    def off() -> None:
        book.api.AutoSaveOn = False

    asked(off)
    return autosave(book) is False


def is_protected(sheet: Any) -> bool | None:
    """Whether a sheet's cells may not be changed, not even by an add-in."""
    protected = _yes_or_no(sheet, "ProtectContents", "protect_contents")
    if protected and _yes_or_no(sheet, "ProtectionMode", "protection_mode"):
        return False  # protected against the hand alone
    return protected


def has_protected_structure(book: Any) -> bool | None:
    """Whether sheets may be neither added nor deleted."""
    return _yes_or_no(book, "ProtectStructure", "protect_structure")


def is_shared(book: Any) -> bool | None:
    """Whether the workbook is shared in the old way, which takes no formats that follow cells."""
    return _yes_or_no(book, "MultiUserEditing", "multi_user_editing")


def counts_columns(app: Any) -> bool | None:
    """Whether Excel shows R1C1: then formulas of formats are taken in that notation alone."""
    style = _answer(lambda: app.api.ReferenceStyle)
    return None if style is None else style == _R1C1


def speaks_english(app: Any) -> bool | None:
    """Whether formulas of formats, which Excel takes in its own language alone, are ours."""
    language = _answer(lambda: app.api.LanguageSettings.LanguageID(_LANGUAGE_OF_THE_SCREEN))
    separator = _answer(lambda: app.api.International(_LIST_SEPARATOR))
    if not isinstance(language, int):
        return None
    return language & _PRIMARY == _ENGLISH and separator in (None, ",")


def version(app: Any) -> str | None:
    """Excel's version and build."""
    build = _answer(lambda: f"{app.api.Version} build {app.api.Build}")
    return build if isinstance(build, str) else None


def as_xml(area: Any) -> str | None:
    """Cells with their looks as XML Spreadsheet 2003, which Excel on Windows gives in one answer.

    `Value` is asked with its argument, for which Python has no way to say it: as xlwings asks
    `HasAxis`.
    """

    def ask() -> Any:
        there = area.api._oleobj_
        value = there.GetIDsOfNames(0, "Value")
        return there.Invoke(value, 0, _PROPERTY_GET, 1, _XML_SPREADSHEET)

    said = _answer(ask)
    return said if isinstance(said, str) else None


def _yes_or_no(holder: Any, on_windows: str, on_mac: str) -> bool | None:
    for member in (on_windows, on_mac):
        said = _answer(lambda member=member: getattr(holder.api, member))  # type: ignore[misc]
        if isinstance(said, bool):
            return said
        got = _answer(lambda said=said: said.get())  # type: ignore[misc]
        if isinstance(got, bool):
            return got
    return None


def _answer(question: Callable[[], Any]) -> Any:
    try:
        return asked(question)
    except (AttributeError, TypeError):
        return None  # no such member here
