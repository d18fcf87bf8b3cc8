"""In which month the years of a workbook start, as far as its sheets say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from xl_scorecard.domain.doubt import About, Doubt
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.lexicon import any_of, any_word, lexicon, month_name, month_of_word
from xl_scorecard.domain.period import Grain
from xl_scorecard.domain.period_words import names_quarter_of_one_year, tidy
from xl_scorecard.domain.rule_set import MONTHS, RuleSet
from xl_scorecard.domain.scorecard import Column, Role, Table
from xl_scorecard.reading.figures.outturns import shown
from xl_scorecard.reading.tables.behind_its_months import behind_its_months
from xl_scorecard.reading.tables.months_in_quarters import lies_in, months_in_quarters
from xl_scorecard.reading.tables.year_said import APRIL, JANUARY, YearSaid

_USUAL = (JANUARY, APRIL, 7, 10)
_TWO_YEARS = re.compile(r"\b(?:19|20)(\d\d)\s*[/-]\s*(?:20)?(\d\d)\b(?!-)")
_TWO_SHORT_YEARS = re.compile(r"(?<![\d/-])(\d\d)\s*[/-]\s*(\d\d)(?![\d/-])")
_LONGEST = 200
_FEWEST = 2
_NOTES = 40
"""How far below a table its notes reach."""


def year_said(tables: Sequence[Table]) -> YearSaid | None:
    """What the sheets say of the month in which years start: quarters with their months, years
    written as two, ranges of twelve months, a whole year beside its quarters."""
    lines = [(table, cell, text) for one in _by_sheet(tables) for table, cell, text in _lines(one)]
    for told in (_quarter_with_months, _two_years, _twelve_months, _in_a_language):
        if told is _two_years:
            beside = _beside_months(tables) or behind_its_months(tables)
            if beside is not None:
                return beside
        for table, cell, text in lines:
            said = told(text)
            if said is not None:
                month, why = said
                place = table.place(cell.row, cell.column)
                return YearSaid(month, why, table.sheet, place, told is _quarter_with_months)
    return _two_short_years(tables) or _whole_year_beside(tables)


def doubts_of_year(tables: Sequence[Table], rule_set: RuleSet) -> Iterator[Doubt]:
    """What to say where a sheet contradicts the rule set's year, or nothing says where quarters
    such as Q3 2023 are counted from."""
    said = year_said(tables)
    if said is None:
        yield from _cannot_be_told(tables, rule_set)
        return
    agrees = said.month == rule_set.starts or (_is_open(said) and rule_set.starts != JANUARY)
    if agrees or not _counts(tables):
        return
    yield Doubt(
        About.YEAR,
        said.sheet,
        said.cell,
        f"{said.why}, so years start in {MONTHS[said.month - 1]}; the rule set counts them from "
        f"{rule_set.financial_year_starts}, which puts quarters and years in the wrong months; set "
        f"financial_year_starts: {MONTHS[said.month - 1]}",
        found=rule_set.financial_year_starts,
        expected=MONTHS[said.month - 1],
        settle="financial_year_starts",
        example=MONTHS[said.month - 1],
    )


def _is_open(said: YearSaid) -> bool:
    """Whether all that is said is that years are no calendar years."""
    return said.month == APRIL and not said.certain


def _counts(tables: Sequence[Table]) -> bool:
    """Whether there are quarters, whose months hang on it."""
    return any(p.grain is Grain.QUARTER for table in tables for p in table.all_periods)


def _cannot_be_told(tables: Sequence[Table], rule_set: RuleSet) -> Iterator[Doubt]:
    if "financial_year_starts" in rule_set.model_fields_set:
        return
    for table in tables:
        for column in _figures(table):
            if names_quarter_of_one_year(column.heading):
                place = table.place(table.header_row, column.index)
                yield _ask(table, place, column.heading)
                return


def _ask(table: Table, place: str, heading: str) -> Doubt:
    period = next(c.period for c in _figures(table) if c.heading == heading)
    assert period is not None  # figures are told by their period
    as_it_is = f"{MONTHS[period.start % 12]} to {MONTHS[period.end % 12]}"
    number = str(period)[-1]
    first = 3 * (int(number) - 1)
    otherwise = f"{MONTHS[first]} to {MONTHS[first + 2]}"
    return Doubt(
        About.YEAR,
        table.sheet,
        place,
        f'"{heading}" is {as_it_is} where years start in April, {otherwise} where they are '
        "calendar years, and nothing on the sheet says which; it is read as the first; say it as "
        "financial_year_starts in the rule set",
        found=heading,
        expected="financial_year_starts: April or January",
        severity=Severity.WARNING,
        settle="financial_year_starts",
        example="January",
    )


def _figures(table: Table) -> Iterator[Column]:
    return (c for c in table.by_role(Role.OUTTURN) if c.period is not None)


# -- what lines of text say ----------------------------------------------------------------------


def _by_sheet(tables: Sequence[Table]) -> list[list[Table]]:
    """The tables that are looked for on one sheet as it is arranged."""
    sheets: defaultdict[int, list[Table]] = defaultdict(list)
    for table in tables:
        sheets[id(table.grid)].append(table)
    return list(sheets.values())


def _lines(tables: Sequence[Table]) -> Iterator[tuple[Table, Cell, str]]:
    """The texts above and in the headers of a sheet's tables and of the notes below them, each cell
    and each row as one, and the sheet's name."""
    first, inside = tables[0], _inside(tables)
    furthest = max(table.last_row for table in tables) + _NOTES
    for row, cells in first.grid.by_row.items():
        if row in inside or row > furthest:
            continue
        for cell in cells:
            yield first, cell, cell.text or shown(cell)
        yield first, cells[0], " ".join(cell.text or shown(cell) for cell in cells)
    for table in tables:
        for column in table.columns:
            heading = table.grid.shown(table.header_row, column.index)
            if heading is not None:
                yield table, heading, column.heading
                yield table, heading, table.sheet


def _inside(tables: Sequence[Table]) -> set[int]:
    """The rows below the headers of tables, to their ends."""
    return {row for t in tables for row in range(t.header_row + 1, t.last_row + 1)}


def _quarter_with_months(text: str) -> tuple[int, str] | None:
    """`Q1 (Apr - Jun)`: the quarter's number and its months."""
    found = _quarter_and_months().search(text)
    if found is None:
        return None
    first, last = (month_of_word(found[end].casefold()) for end in ("first", "last"))
    assert first is not None  # the pattern is made of these words
    assert last is not None
    if (last - first) % 12 != Grain.QUARTER - 1:
        return None
    words = " ".join(found["words"].split())
    month = (first - 1 - Grain.QUARTER * (int(found["number"]) - 1)) % 12 + 1
    return month, f'the workbook says "{words}"'


@cache
def _quarter_and_months() -> re.Pattern[str]:
    times = lexicon().times
    quarter = any_word((*times.lengths[Grain.QUARTER], *times.quarter_letters))
    return re.compile(
        rf"\b(?P<words>{quarter}\.?\s*(?P<number>[1-4])\b[^a-z]{{0,20}}{_months()})\b",
        re.IGNORECASE,
    )


@cache
def _months() -> str:
    """A pattern for a range of months."""
    to = any_word(("-", "–", *lexicon().numbers.to, *lexicon().times.until))
    year = r"(?:\s+(?:19|20)\d\d|\s*['’]?\d\d)?"
    return (
        rf"(?P<first>{month_name()})\.?{year}\s*{to}\s*(?:\d\d?(?:st|th)?\s+)?"
        rf"(?P<last>{month_name()})"
    )


def _two_years(text: str) -> tuple[int, str] | None:
    """`2018/19`: no calendar year, and in most councils one that starts in April."""
    found = _TWO_YEARS.search(text)
    if found is None or (int(found[1]) + 1) % 100 != int(found[2]):
        return None
    return APRIL, f'years are written "{found[0]}"'


def _two_short_years(tables: Iterable[Table]) -> YearSaid | None:
    """`21/22` above figures that are read as a year's: two digits alone may be a date elsewhere."""
    for table in tables:
        for column in table.columns:
            found = _TWO_SHORT_YEARS.search(column.heading)
            if found is None or column.period is None:
                continue
            if (int(found[1]) + 1) % 100 == int(found[2]):
                place = table.place(table.header_row, column.index)
                return YearSaid(APRIL, f'years are written "{found[0]}"', table.sheet, place)
    return None


def _twelve_months(text: str) -> tuple[int, str] | None:
    """`January to December`, `calendar quarters`."""
    if len(text) > _LONGEST:
        return None
    words = tidy(text)
    if found := re.search(rf"\b{any_of(lexicon().times.calendar)}\b", words):
        return JANUARY, f'the workbook says "{found[0]}"'
    months = _range().search(words)
    if months is None:
        return None
    first, last = month_of_word(months["first"]), month_of_word(months["last"])
    assert first is not None  # the pattern is made of these words
    assert last is not None
    twelve = (last - first) % 12 == Grain.YEAR - 1
    return (first, f'the workbook says "{months[0]}"') if twelve else None


def _in_a_language(text: str) -> tuple[int, str] | None:
    """`Indikator`, `Objectif`: years are calendar years where they are so headed."""
    found = _elsewhere().fullmatch(tidy(text))
    if found is None:
        return None
    return JANUARY, f'the workbook says "{found[0]}", and has calendar years as is usual there'


@cache
def _elsewhere() -> re.Pattern[str]:
    return re.compile(any_of(lexicon().times.calendar_where))


@cache
def _range() -> re.Pattern[str]:
    return re.compile(rf"\b{_months()}\b")


# -- what stands beside what ---------------------------------------------------------------------


def _beside_months(tables: Sequence[Table]) -> YearSaid | None:
    """Quarters by number that stand above their months, behind the last of them, or beside each."""
    pairs = [(table, *pair) for table in tables for pair in months_in_quarters(table)]
    said = {(month, quarter) for _, _, month, quarter in pairs}
    starts = [start for start in _USUAL if all(lies_in(*pair, start) for pair in said)]
    if len(pairs) < _FEWEST or len(starts) != 1:
        return None
    table, cell, month, quarter = pairs[0]
    why = f"{MONTHS[month - 1]} stands in quarter {quarter}"
    return YearSaid(starts[0], why, table.sheet, table.place(cell.row, cell.column), certain=True)


def _whole_year_beside(tables: Iterable[Table]) -> YearSaid | None:
    """`Full Year 2023` among figures of Q1 2023 to Q4 2023: quarters and years are named alike."""
    for table in tables:
        figures = list(_figures(table))
        quarter = next((c for c in figures if names_quarter_of_one_year(c.heading)), None)
        year = next((c for c in figures if _is_one_year(c)), None)
        if quarter is not None and year is not None:
            why = f'"{year.heading}" stands beside "{quarter.heading}"'
            return YearSaid(JANUARY, why, table.sheet, table.place(table.header_row, year.index))
    return None


def _is_one_year(column: Column) -> bool:
    period = column.period
    return period is not None and period.grain is Grain.YEAR and period.starts == JANUARY
