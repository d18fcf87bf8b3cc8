"""Rows whose figures are words of the rating: `Substantial`, `On track`, `A/R`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from xl_scorecard.domain.bands import Rating
from xl_scorecard.domain.grades import band_of
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.scorecard import Column, Role


def judgements_as_figures(
    columns: tuple[Column, ...], bands: Sequence[Sequence[str]]
) -> tuple[Column, ...]:
    """The columns of a table, those of judgements by period as its figures where it has no others
    and the rating has words for its bands."""
    if not bands or any(column.role is Role.OUTTURN for column in columns):
        return columns
    return tuple(
        replace(column, role=Role.OUTTURN)
        if column.role is Role.RAG and column.period is not None
        else column
        for column in columns
    )


def are_words_of(rating: Rating, cells: Sequence[Cell | None]) -> bool:
    """Whether a row's figures are words of the rating: more of them than are numbers, or as many
    and the last is one; `cells` are in the order of their periods."""
    bands = rating.words
    if not bands:
        return False
    held = [cell for cell in cells if cell is not None and cell.value is not None]
    numbers = [cell for cell in held if isinstance(cell.value, float)]
    words = [cell for cell in held if cell.text and band_of(cell.text, bands) is not None]
    if len(words) == len(numbers):
        return bool(words) and words[-1].column > numbers[-1].column
    return len(words) > len(numbers)
