"""The step of sorting the scorecard's rows, our columns apart."""

from __future__ import annotations

from typing import Any

from tests.histories.history import History
from tests.histories.owned import table_rows


def sort_the_rows(history: History) -> str | None:
    name = history.chance.choice(history.scorecards)
    cells = history.owned.sheets[name]
    rows = table_rows(cells)
    header = next(row for (row, _), value in cells.items() if value == "Measure")
    columns = [column for row, column in cells if row == header]
    order = history.chance.sample(rows, len(rows))
    lines = {row: {c: cells.get((row, c)) for c in columns} for row in rows}

    def sort_it(book: Any) -> None:
        for to, source in zip(rows, order, strict=True):
            for column, value in lines[source].items():
                book[name].cell(to, column).value = value

    history.edit(sort_it)
    for to, source in zip(rows, order, strict=True):
        for column, value in lines[source].items():
            cells.pop((to, column), None)
            if value is not None:
                cells[to, column] = value
    return f"{name} sorted: {order}"
