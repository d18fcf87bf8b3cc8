"""A random history, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from tests.histories import running, saving, shifting, sorting, tabs, typing
from tests.histories.held import cells_of
from tests.histories.history import History
from tests.histories.owned import Owned
from tests.support.board import board
from tests.support.books import rule_file
from tests.support.office import Office
from tests.support.readers import opened

Step = Callable[[History], str | None]
_STEPS: tuple[tuple[Step, int], ...] = (
    (running.refresh_in_place, 12),
    (running.refresh_elsewhere, 5),
    (running.refresh_twice, 5),
    (running.clear, 5),
    (typing.note_beside_a_row, 9),
    (typing.note_away_from_all, 5),
    (typing.note_over_ours, 6),
    (typing.comment_on_ours, 4),
    (typing.word_over_our_column, 6),
    (typing.figure, 8),
    (shifting.row_put_in, 5),
    (shifting.row_taken_out, 3),
    (shifting.column_put_in, 4),
    (tabs.copy_the_scorecard, 3),
    (tabs.copy_for_the_next_quarter, 3),
    (tabs.copy_a_sheet_of_ours, 3),
    (tabs.delete_a_sheet_of_ours, 2),
    (tabs.rename, 5),
    (tabs.move_a_tab, 4),
    (sorting.sort_the_rows, 5),
    (saving.save_by_openpyxl, 4),
)
"""Each with how likely it is."""
_BY_LIBREOFFICE: tuple[Step, int] = saving.save_by_libreoffice, 15


def live(
    seed: int, folder: Path, office: Office | None = None, steps: int | None = None
) -> History:
    """Go through a history; raises AssertionError with its steps where something does not hold."""
    folder.mkdir(parents=True, exist_ok=True)
    path = board(folder / "book.xlsx")
    book = opened(path, formulas=True)
    owned = Owned({page.title: cells_of(page) for page in book.worksheets})
    history = History(path, rule_file(folder), owned, random.Random(seed), office)
    wanted = history.chance.randint(6, 14) if steps is None else steps
    acts, weights = zip(*_STEPS, *([_BY_LIBREOFFICE] if office else []), strict=True)
    act: Step = running.refresh_in_place
    try:
        while len(history.told) < wanted:
            if said := act(history):
                history.told.append(said)
            act = history.chance.choices(acts, weights)[0]
        for act in (running.refresh_twice, running.clear):
            history.told.append(act(history) or "")
    except Exception as error:
        told = "; ".join((*history.told, f"{act.__name__}: {error}"))
        raise AssertionError(f"history {seed}: {told}") from error
    return history
