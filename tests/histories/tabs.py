"""Steps with sheets: copied, renamed, moved."""

from __future__ import annotations

import html
import re
from copy import copy
from typing import Any

from openpyxl.workbook.defined_name import DefinedName

from tests.histories.formulas import with_formulas
from tests.histories.held import cells_of, note_texts
from tests.histories.history import CELLS_NAME, History
from tests.support.packages import packed, parts

_TAB = re.compile('<(?:[a-z]+:)?sheet [^>]*?name="([^"]*)"')


def copy_the_scorecard(history: History) -> str | None:
    """The copy has names of its own over our columns, as Excel gives it."""
    return _copied(history, history.chance.choice(history.scorecards))


def _copied(history: History, name: str) -> str:
    title = f"Copy {history.number()}"

    def copy_it(book: Any) -> None:
        page = book.copy_worksheet(book[name])
        page.title = title
        names = {**book.defined_names, **book[name].defined_names}
        for over, item in names.items():
            if over.startswith(CELLS_NAME) and any(s == name for s, _ in item.destinations):
                place = f"'{title}'!{item.attr_text.rpartition('!')[2]}"
                page.defined_names[over] = DefinedName(over, attr_text=place, hidden=True)

    history.edit(copy_it)
    history.owned.sheets[title] = copy(history.owned.sheets[name])
    return f"{name} copied as {title}"


def copy_for_the_next_quarter(history: History) -> str | None:
    """The copy's heading is a quarter on, and one figure is typed there.

    What was published on the sheet it was copied from stays there, and is the officers' to look at.
    """
    name = history.chance.choice(history.scorecards)
    cells = history.owned.sheets[name]
    heading = next((at for at, value in cells.items() if value == "Q3 2018/19"), None)
    if heading is None or any("Q4 2018/19" in c.values() for c in history.owned.sheets.values()):
        return None
    said = _copied(history, name)
    title = list(history.owned.sheets)[-1]

    def type_it(book: Any) -> None:
        book[title].cell(*heading).value = "Q4 2018/19"

    history.edit(type_it)
    history.owned.sheets[title][heading] = "Q4 2018/19"
    return f"{said} for Q4"


def delete_a_sheet_of_ours(history: History) -> str | None:
    """What they typed on it goes with it."""
    ours = history.ours
    if not ours:
        return None
    name = history.chance.choice(ours)
    gone: list[str] = []

    def delete_it(book: Any) -> None:
        gone.extend(str(value) for value in cells_of(book[name]).values())
        gone.extend(note_texts(book[name]))
        del book[name]
        for item in book.defined_names.values():  # as Excel leaves them
            if item.attr_text.rpartition("!")[0] in (name, f"'{name}'"):
                item.attr_text = "#REF!"

    history.edit(delete_it)
    left = [note for note in history.owned.notes if not any(note in text for text in gone)]
    history.owned.notes = left
    return f"{name} deleted"


def copy_a_sheet_of_ours(history: History) -> str | None:
    """The copy is theirs."""
    ours = history.ours
    if not ours:
        return None
    name, title = history.chance.choice(ours), f"Copy {history.number()} of ours"
    cells = {}

    def copy_it(book: Any) -> None:
        page = book.copy_worksheet(book[name])
        page.title = title
        cells.update(cells_of(page))

    history.edit(copy_it)
    history.owned.sheets[title] = cells
    return f"{name} copied as {title}"


def rename(history: History) -> str:
    """A sheet of theirs or of ours, with all that names it."""
    old = history.chance.choice([*history.owned.sheets, *history.ours])
    new = f"Tab {history.number()}"
    quoted = "'" + old.replace("'", "''") + "'!"
    bare = re.compile(rf"(?<![\w'.]){re.escape(old)}!")

    def renamed(text: str) -> str:
        return bare.sub(f"'{new}'!", text.replace(quoted, f"'{new}'!"))

    contents = parts(history.path)
    for part, data in contents.items():
        if part.startswith("xl/") and part.endswith(".xml"):
            contents[part] = with_formulas(data.decode(), renamed).encode()
    tabs = contents["xl/workbook.xml"].decode()
    (written,) = (n for n in _TAB.findall(tabs) if html.unescape(n) == old)
    contents["xl/workbook.xml"] = tabs.replace(f'name="{written}"', f'name="{new}"').encode()
    packed(contents, history.path)
    history.owned.rename(old, new)
    history.owned.rewrite(lambda _, formula: renamed(formula))
    return f"{old} renamed {new}"


def move_a_tab(history: History) -> str:
    places = []

    def move_it(book: Any) -> None:
        page = history.chance.choice(book.worksheets)
        by = history.chance.choice((-2, -1, 1, 2))
        book.move_sheet(page, by)
        places.append(f"{page.title} moved by {by}")

    history.edit(move_it)
    return places[0]
