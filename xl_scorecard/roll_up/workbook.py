"""The scorecard of all teams as a workbook: a sheet to be refreshed, and one of where figures come
from, over whose cells every figure is a formula."""

from __future__ import annotations

from datetime import datetime
from fnmatch import fnmatch
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

from xl_scorecard.domain.how_many import how_many
from xl_scorecard.domain.indicator import Gap, Unit
from xl_scorecard.domain.ours import ROLL_UP_NAME
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.roll_up_words import Way
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.overview.links import link_to
from xl_scorecard.roll_up.adding import Total
from xl_scorecard.roll_up.sources import SOURCES, Sources
from xl_scorecard.roll_up.totals import RolledRow, RolledUp

_NO_CLOCK = datetime(2000, 1, 1)
_SHEET = "Scorecard"
_HEADER, _FIRST = 3, 4
GAP_WORDS = {
    Gap.SUPPRESSED: "c",
    Gap.AWAITED: "TBC",
    Gap.NOT_AVAILABLE: "..",
    Gap.NOT_APPLICABLE: "n/a",
    Gap.NOT_DUE: "not due",
}
"""What stands where a figure is not: words that a refresh reads as what they mean."""
FORMATS = {
    Unit.PERCENT: "0.0%",
    Unit.COUNT: "#,##0",
    Unit.CURRENCY: "£#,##0",
    Unit.DURATION: "[h]:mm",
    Unit.RATIO: "0.00",
}
_OTHER_FORMAT = "0.0"


def rolled_up_workbook(rolled: RolledUp, place: Path) -> bytes:
    """The workbook, to be put at a place: links to teams' workbooks are as seen from there.

    It holds no clock: the same workbooks give the same bytes.
    """
    target = BytesIO()
    with xlsxwriter.Workbook(
        target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
                 "strings_to_numbers": False}
    ) as book:  # fmt: skip
        title = rolled.rule_set.title or rolled.rule_set.name
        book.set_properties({"title": f"{title}: all teams", "created": _NO_CLOCK})
        book.define_name(ROLL_UP_NAME, "=1")
        page = book.add_worksheet(sheet_for(rolled.rule_set))
        sources = Sources(book, lambda workbook: link_to(workbook, place))
        _Scorecard(book, page, rolled, sources).draw(title)
    return target.getvalue()


def sheet_for(rule_set: RuleSet) -> str:
    """What the sheet is called: as the rule set says of the sheets to read, else Scorecard."""
    patterns = rule_set.workbook.sheets
    if not patterns or any(fnmatch(_SHEET.casefold(), each.casefold()) for each in patterns):
        return _SHEET
    named = "".join(c for c in patterns[0] if c not in "*?[]:/\\'").strip()[:31]
    return named if named and named.casefold() != SOURCES.casefold() else _SHEET


class _Scorecard:
    def __init__(self, book: Any, page: Any, rolled: RolledUp, sources: Sources) -> None:
        self._book, self._page, self._rolled, self._sources = book, page, rolled, sources
        self._title = book.add_format({"bold": True, "font_size": 16})
        self._heading = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        self._formats: dict[str, Any] = {}
        self._columns = ["Section", "Ref", "Indicator"]
        if any(row.dimension for row in rolled.rows):
            self._columns.append("Area")
        self._columns += ["Good is", "Target"]

    def draw(self, title: str) -> None:
        page, rolled = self._page, self._rolled
        page.write_string(0, 0, title, self._title)
        teams = how_many(len(rolled.teams), "team")
        page.write_string(1, 0, f"{teams} added up; {rolled.period.words}")
        periods = rolled.periods
        headings = [*self._columns, *(each.words for each in periods), "How it was added up"]
        for column, heading in enumerate(headings):
            page.write_string(_HEADER, column, heading, self._heading)
        page.set_column(0, 0, 24)
        page.set_column(1, 1, 14)
        page.set_column(2, 2, 52)
        page.set_column(3, len(headings) - 2, 11)
        page.set_column(len(headings) - 1, len(headings) - 1, 60)
        page.freeze_panes(_FIRST, 3)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(_HEADER)
        for row, rolled_row in enumerate(rolled.rows, _FIRST):
            self._row(row, rolled_row, periods)

    def _row(self, row: int, rolled: RolledRow, periods: list[Period]) -> None:
        page, shown = self._page, self._format(rolled.unit)
        words = {
            "Section": rolled.section, "Ref": rolled.rule.id, "Indicator": rolled.rule.name,
            "Area": rolled.dimension, "Good is": (rolled.good_is or "").capitalize(),
        }  # fmt: skip
        for column, heading in enumerate(self._columns):
            if text := words.get(heading):
                page.write_string(row, column, text)
        if rolled.target is not None:
            page.write_number(row, self._columns.index("Target"), rolled.target, shown)
        for column, period in enumerate(periods, len(self._columns)):
            total = rolled.totals.get(period)
            if total is not None:
                self._figure(row, column, rolled, period, total)
        last = len(self._columns) + len(periods)
        page.write_string(row, last, told(rolled, self._rolled.period))

    def _figure(
        self, row: int, column: int, rolled: RolledRow, period: Period, total: Total
    ) -> None:
        cells = self._sources.add(rolled, period, total)
        shown = self._format(rolled.unit)
        if total.value is None:
            assert total.gap is not None
            self._page.write_string(row, column, GAP_WORDS[total.gap], shown)
        else:
            formula = cells.formula(rolled.how.way, _per(rolled))
            self._page.write_formula(row, column, formula, shown, total.value)

    def _format(self, unit: Unit | None) -> Any:
        code = FORMATS.get(unit, _OTHER_FORMAT) if unit is not None else "General"
        if code not in self._formats:
            self._formats[code] = self._book.add_format({"num_format": code, "align": "right"})
        return self._formats[code]


def _per(rolled: RolledRow) -> int:
    return 10_000 if rolled.how.way is Way.RATIO and rolled.unit is Unit.RATE_PER_10000 else 1


def told(rolled: RolledRow, period: Period) -> str:
    """How an indicator was added up, and what its newest figure lacks."""
    rule, how = rolled.rule, rolled.how
    if rolled.why_not is not None:
        return f"Not added up: {rolled.why_not}"
    words = {
        Way.SUM: "Sum of teams",
        Way.RATIO: f"Sum of {rule.numerator} over sum of {rule.denominator}",
        Way.WEIGHTED: f"Mean of teams, weighted by {how.weight}",
        Way.MAX: "Highest of teams",
    }[how.way]
    total = rolled.totals.get(period)
    if total is None or not total.lacking:
        return words
    some = total.lacking[:3]
    more = f" and {len(total.lacking) - 3} more" if len(total.lacking) > 3 else ""
    least = f"; at least {total.at_least:,.10g}" if total.at_least is not None else ""
    return f"{words}; {period.words} lacks {', '.join(some)}{more}{least}"
