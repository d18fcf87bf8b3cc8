"""Judgements that are given by nothing but a fill: of the RAG column, or of the figure itself."""

from __future__ import annotations

from xl_scorecard.domain.colours_seen import standings_of_colour
from xl_scorecard.domain.judged import Filled
from xl_scorecard.domain.judgement import Standing
from xl_scorecard.domain.scorecard import IndicatorRow, Table

_FEWEST, _SHARE = 2, 0.5
_OF_A_JUDGEMENT = frozenset((Standing.GREEN, Standing.RED, Standing.AMBER))


def judges_by_fill(table: Table, column: int) -> bool:
    """Whether the fills of a column of figures are judgements.

    Most of its rows are coloured, in two colours at least, of which one says that all is well or
    one that it is not.
    """
    if table.grid.ask_fill is not None:
        return False  # an open workbook: each question costs
    found = [f for row in table.rows if (f := filled(table, row, column)) is not None]
    colours = {one.standings for one in found}
    told = frozenset[Standing]().union(*colours)
    several = len(colours) >= _FEWEST and len(told & _OF_A_JUDGEMENT) >= _FEWEST
    return several and len(found) >= max(_FEWEST, _SHARE * len(table.rows))


def filled(table: Table, row: IndicatorRow, column: int) -> Filled | None:
    """What the colour of a cell says, where it is another than that of the row's name."""
    fill = table.grid.fill_at(row.row, column)
    standings = standings_of_colour(fill)
    if standings is None or fill == table.grid.fill_at(row.row, row.name_column):
        return None
    return Filled(standings, table.place(row.row, column))
