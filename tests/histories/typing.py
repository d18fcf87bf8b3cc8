"""Steps of typing: notes on our sheets, words over cells of ours, figures in the scorecard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from openpyxl.comments import Comment
from openpyxl.utils.cell import range_boundaries

from tests.histories.history import MARK, History, blocks_in
from tests.histories.owned import table_rows
from tests.support.readers import opened


def _on_ours(history: History, kind: str, type_it: Callable[[Any, str], str]) -> str | None:
    """Something typed on a sheet of ours; `type_it` puts it on the page, and says where."""
    ours = history.ours
    if not ours:
        return None
    name, text = history.chance.choice(ours), f"note {history.number()} {kind}"
    where: list[str] = []
    history.edit(lambda book: where.append(type_it(book[name], text)))
    history.owned.notes.append(text)
    return f"{text}{where[0]} on {name}"


def note_beside_a_row(history: History) -> str | None:
    """In the first column right of what we drew, beside some row of ours."""

    def type_it(page: Any, text: str) -> str:
        rows = [row for row in range(6, page.max_row + 1) if page.cell(row, 2).value is not None]
        row = history.chance.choice(rows or [page.max_row + 1])
        page.cell(row, page.max_column + 1).value = text
        return ""

    return _on_ours(history, "beside", type_it)


def note_away_from_all(history: History) -> str | None:

    def type_it(page: Any, text: str) -> str:
        page.cell(
            page.max_row + history.chance.randint(2, 30), history.chance.randint(1, 9)
        ).value = text
        return ""

    return _on_ours(history, "away", type_it)


def note_over_ours(history: History) -> str | None:
    """Over some text of ours on a sheet of ours, but for its mark."""

    def type_it(page: Any, text: str) -> str:
        cells = [
            cell
            for row in page.iter_rows(min_row=3)
            for cell in row
            if isinstance(cell.value, str) and MARK not in cell.value and "note " not in cell.value
        ]
        cell = history.chance.choice(cells)
        where = f" {cell.coordinate} ({cell.value[:20]})"
        cell.value = text
        return where

    return _on_ours(history, "over", type_it)


def comment_on_ours(history: History) -> str | None:
    """A comment on some cell of ours on a sheet of ours."""

    def type_it(page: Any, text: str) -> str:
        cells = [c for row in page.iter_rows() for c in row if isinstance(c.value, str)]
        cell = history.chance.choice([cell for cell in cells if cell.comment is None])
        cell.comment = Comment(text, "A. Officer")
        return f" at {cell.coordinate}"

    return _on_ours(history, "comment", type_it)


def word_over_our_column(history: History) -> str | None:
    """Over a status, an arrow or a change of ours beside the table, below its heading."""
    blocks = [
        (name, range_boundaries(reference.replace("$", "")))
        for name, reference in blocks_in(opened(history.path, formulas=True))
        if name in history.owned.sheets
    ]
    if not blocks:
        return None
    name, (left, _, right, bottom) = history.chance.choice(blocks)
    at = bottom, history.chance.randint(left, right)
    text = f"agreed {history.number()}"
    history.edit(lambda book: setattr(book[name].cell(*at), "value", text))
    history.owned.sheets[name][at] = text
    return f"{text!r} over {name}!{at}"


def figure(history: History) -> str | None:
    """Another outturn in the scorecard."""
    name = history.chance.choice(history.scorecards)
    cells = history.owned.sheets[name]
    figures = [at for at in cells if at[0] in table_rows(cells) and isinstance(cells[at], float)]
    if not figures:
        return None
    at, value = history.chance.choice(figures), history.chance.choice((0.05, 0.5, 0.83, 1.4))
    history.edit(lambda book: setattr(book[name].cell(*at), "value", value))
    cells[at] = value
    return f"{value} in {name}!{at}"
