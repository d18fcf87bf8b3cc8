"""The overview as a workbook: scorecards, a heat map, each indicator across them, what failed."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.ours import OVERVIEW_NAME
from xl_scorecard.overview.facts import Overview, Team
from xl_scorecard.overview.links import link_to
from xl_scorecard.overview.sheets import FAILED, HEAT, INDICATORS, ROWS, SCORECARDS, Sheets
from xl_scorecard.overview.tables import (
    failed_table,
    findings_table,
    indicators_table,
    rows_table,
)

_NO_CLOCK = datetime(2000, 1, 1)
_MOST_LINKS = 1000


def overview_workbook(overview: Overview, place: Path) -> bytes:
    """The workbook, to be put at a place: links to outputs are as seen from there."""
    target = BytesIO()
    with xlsxwriter.Workbook(
        target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
                 "strings_to_numbers": False}
    ) as book:  # fmt: skip
        book.set_properties({"title": "Scorecards: overview", "created": _NO_CLOCK})
        book.define_name(OVERVIEW_NAME, "=1")
        sheets = Sheets(book)
        _scorecards(sheets, overview, place)
        _heat_map(sheets, overview)
        sheets.table(
            INDICATORS, "Each indicator across scorecards, as of the run",
            *indicators_table(overview),
        )  # fmt: skip
        sheets.table(ROWS, "Every indicator of every scorecard", *rows_table(overview))
        sheets.table("Findings", "What the checks found, worst first", *findings_table(overview))
        sheets.table(FAILED, "What could not be done, and why", *failed_table(overview))
    return target.getvalue()


def _scorecards(sheets: Sheets, overview: Overview, place: Path) -> None:
    """A row a scorecard; counts by status and of moves are formulas over the sheet of rows."""
    headings = ["Scorecard", "Period", "Rules", "Indicators"]
    headings += [overview.looks[status].word for status in overview.statuses]
    headings += ["Improved", "Worsened", "Static", "Errors", "Warnings", "For information", "File"]
    page = sheets.page(SCORECARDS, "Scorecards", headings, widths=[32, 12, 20])
    statuses = len(overview.statuses)
    first = sheets.first_row
    for row, team in enumerate(overview.teams, first):
        outcome = team.outcome
        link = link_to(outcome.output or outcome.path, place)
        if row - first < _MOST_LINKS and link is not None:
            page.write_url(row, 0, f"external:{link}", sheets.link, string=team.name)
        else:
            page.write_string(row, 0, team.name, sheets.body)
        page.write_string(row, 1, outcome.period or "", sheets.body)
        page.write_string(row, 2, outcome.rules or "", sheets.body)
        sheets.count(page, row, 3, _counted(row), len(team.rows))
        for column, status in enumerate(overview.statuses, 4):
            number = sum(item.result.status == status for item in team.rows)
            sheets.count(page, row, column, _counted(row, "Status", column), number)
        for column, travel in enumerate(("improved", "worsened", "static"), 4 + statuses):
            sheets.count(page, row, column, _counted(row, "Movement", column), team.moved(travel))
        found = [team.found(severity) for severity in Severity]
        for column, number in enumerate(found, 7 + statuses):
            page.write_number(row, column, number, sheets.number)
        page.write_string(row, 10 + statuses, outcome.path, sheets.unwrapped)
    for column, status in enumerate(overview.statuses, 4):
        sheets.heading_in(page, column, overview.looks[status])
    if overview.teams and overview.statuses:
        _status_chart(sheets, page, overview)


def _counted(row: int, column: str = "", heading: int = 0) -> str:
    """A count of the rows of the scorecard in a row, with what stands above in a column."""
    name = f"$A{row + 1}"
    only = ""
    if column:
        above = xlsxwriter.utility.xl_rowcol_to_cell(Sheets.heading_row, heading, row_abs=True)
        only = f",ScorecardRows[{column}],{above}"
    return f"=COUNTIFS(ScorecardRows[Scorecard],{name}{only})"


def _status_chart(sheets: Sheets, page: Any, overview: Overview) -> None:
    """How the statuses are shared out, a bar a scorecard."""
    chart = sheets.book.add_chart({"type": "bar", "subtype": "percent_stacked"})
    first, last = sheets.first_row, sheets.first_row + len(overview.teams) - 1
    for column, status in enumerate(overview.statuses, 4):
        chart.add_series(
            {
                "name": [SCORECARDS, sheets.heading_row, column],
                "categories": [SCORECARDS, first, 0, last, 0],
                "values": [SCORECARDS, first, column, last, column],
                "fill": {"color": overview.looks[status].fill},
                "border": {"color": "#4A5459"},
                "gap": 40,
            }
        )
    chart.set_title({"name": "Indicators by status"})
    chart.set_y_axis({"reverse": True})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 720, "height": min(1600, 140 + 22 * len(overview.teams))})
    words = "Share of indicators by status in each scorecard; the figures are in the table above"
    page.insert_chart(last + 2, 0, chart, {"description": words})


def _heat_map(sheets: Sheets, overview: Overview) -> None:
    """What share of the rated indicators of a section is of concern, by scorecard."""
    headings = ["Scorecard", *(section or "No section" for section in overview.sections)]
    page = sheets.page(HEAT, "Share of rated indicators that are of concern", headings, [32])
    first = sheets.first_row
    for row, team in enumerate(overview.teams, first):
        page.write_string(row, 0, team.name, sheets.body)
        for column, section in enumerate(overview.sections, 1):
            _share(sheets, page, row, column, team, section)
    if overview.teams and overview.sections:
        last, right = first + len(overview.teams) - 1, len(overview.sections)
        sheets.heat(page, first, 1, last, right)


def _share(sheets: Sheets, page: Any, row: int, column: int, team: Team, section: str) -> None:
    of_concern, rated = team.share(section)
    above = xlsxwriter.utility.xl_rowcol_to_cell(sheets.heading_row, column, row_abs=True)
    these = f"ScorecardRows[Scorecard],$A{row + 1},ScorecardRows[Section],{above}"
    there = f'COUNTIFS({these},ScorecardRows[Rated],"yes")'
    formula = (
        f'=IF({there}=0,"none rated",'
        f'COUNTIFS({these},ScorecardRows[Rated],"yes",ScorecardRows[Concern],">0")/{there})'
    )
    value: float | str = of_concern / rated if rated else "none rated"
    page.write_formula(row, column, formula, sheets.share, value)
