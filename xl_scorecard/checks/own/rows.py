"""Which rows an own check is about: those that are meant together, table by table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from xl_scorecard.domain.assessed import AssessedRow, nearest_meant

Rows = Mapping[str, AssessedRow]
"""The row that each id means."""


class Unsaid(NamedTuple):
    """An id that several rows have, and it cannot be said which of them one row means."""

    id: str
    rows: Sequence[AssessedRow]
    by: AssessedRow


def rows_by_id(ids: Sequence[str], rows: Sequence[AssessedRow]) -> dict[str, list[AssessedRow]]:
    """The rows of each id, in sheet order."""
    named: dict[str, list[AssessedRow]] = {}
    for row in rows:
        rule = row.measure.rule
        for name in {row.measure.id.casefold(), *([rule.id.casefold()] if rule else ())}:
            named.setdefault(name, []).append(row)
    return {id_: named.get(id_.casefold(), []) for id_ in ids}


def together(of: Mapping[str, Sequence[AssessedRow]]) -> tuple[list[Rows], list[Unsaid]]:
    """The rows that are meant together, as often as the id that most rows have.

    Each id must have a row. Beside a row are meant those of its own site or team where they are
    told apart so, else of its section, its table, its sheet, the workbook, whatever is nearest; and
    it is in turn the one that they mean.
    """
    most = max(of, key=lambda id_: len(of[id_]))
    by_dimension = {id_: _by_dimension(rows) for id_, rows in of.items()}
    found: list[Rows] = []
    unsaid: list[Unsaid] = []
    for by in of[most]:
        meant: dict[str, AssessedRow] = {most: by}
        own = by.measure.dimension.casefold()
        for id_ in of:
            same = by_dimension[id_].get(own, ()) if own else ()
            rows, asking = (same, by_dimension[most][own]) if same else (of[id_], of[most])
            row = by if id_ == most else nearest_meant(rows, asking, by)
            if row is None:
                unsaid.append(Unsaid(id_, rows, by))
                break
            back = by if row is by else nearest_meant(asking, rows, row)
            if back is None:
                unsaid.append(Unsaid(most, asking, row))
            if back is not by:  # of a row that was pasted again, the first counts
                break
            meant[id_] = row
        else:
            found.append(meant)
    return found, unsaid


def _by_dimension(rows: Sequence[AssessedRow]) -> dict[str, list[AssessedRow]]:
    """Rows by the site or team that tells them apart."""
    found: dict[str, list[AssessedRow]] = {}
    for row in rows:
        found.setdefault(row.measure.dimension.casefold(), []).append(row)
    return found
