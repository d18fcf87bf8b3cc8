"""What a rule set says of the workbook as a whole: its name, files, sheets, year and rating."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import PurePath

from xl_scorecard.domain.bands import CONCERN
from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.judgement import Standing
from xl_scorecard.domain.lexicon import any_of, any_word, lexicon, month_name
from xl_scorecard.domain.period import Grain
from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.domain.rule_set import MONTHS
from xl_scorecard.domain.scorecard import Column, Layout, Role, Scorecard, Table
from xl_scorecard.domain.status_words import parse_status
from xl_scorecard.drafting.guess import Guess, Sure, quoted
from xl_scorecard.reading.figures.series import is_figure
from xl_scorecard.reading.tables.year_starts import year_said
from xl_scorecard.reading.words.headings import (
    is_forecast,
    own_part,
    role_of,
    says_now,
    stands_aside,
)

_SHORT_YEAR = r"(?:20)?\d\d(?:[-_/ ]?(?:20)?\d\d)?"
_TRAFFIC_LIGHTS = {Standing.GREEN, Standing.AMBER, Standing.RED}
_IN_OTHER_WORDS = {Standing.GREEN, Standing.YELLOW, Standing.RED}
"""Three colours too where the middle one is called otherwise, as in German."""
_ONLY_OF_CONCERN = {band.label.casefold() for band in CONCERN.bands} - {"amber", "red"}
_SAID_WHOLE = (Layout.WIDE, Layout.TRANSPOSED, Layout.LONG)
_SHORTEST_TITLE, _LONGEST_TITLE = 4, 100
_WORDS_NAMED = 4


def rule_set_name(file: str) -> str:
    """A name for the rule set: the file's, without what changes from report to report."""
    plain = unicodedata.normalize("NFKD", PurePath(file).stem).encode("ascii", "ignore").decode()
    words = re.findall(r"[A-Za-z0-9]+", _changes().sub(" ", plain))
    return "-".join(words).casefold() or "scorecard"


@cache
def _changes() -> re.Pattern[str]:
    """What of a file's or sheet's name changes from one report to the next."""
    glued = any_word(lexicon().times.financial_glued)
    return re.compile(
        rf"(?<![a-z0-9])(?:(?:{glued})?(?:19|20)\d\d(?:[-_/ .]?\d\d){{0,2}}|"
        rf"\d\d[-_/.]\d\d(?:[-_/.]\d\d)?|{_quarter()}[ _]?[1-4](?:[ _-]?{_SHORT_YEAR})?|"
        rf"{month_name()}(?:[ _'-]?{_SHORT_YEAR})?|"
        rf"{any_of(lexicon().papers.editions)})(?![a-z0-9])",
        re.IGNORECASE,
    )


def _quarter() -> str:
    times = lexicon().times
    return any_word((*times.lengths[Grain.QUARTER], *times.quarter_letters))


def file_pattern(file: str) -> str | None:
    """The pattern that next time's file fits too, or None where nothing of the name stays."""
    path = PurePath(file)
    pattern = _pattern(path.stem)
    ending = ".xls[xm]" if path.suffix.casefold() in (".xlsx", ".xlsm") else path.suffix
    return None if pattern.strip("*?-_ .") == "" else pattern + ending


def sheet_patterns(scorecard: Scorecard) -> list[str]:
    """Patterns for the sheets with a scorecard; none where a pattern would fit any sheet."""
    patterns = list(dict.fromkeys(_pattern(table.sheet) for table in scorecard.tables))
    return [] if any(p.strip("*?-_ .") == "" for p in patterns) else patterns


def _pattern(name: str) -> str:
    """A name with `*` for what changes, and nothing else that a pattern would take amiss."""
    parts = _changes().split(name)
    kept = [re.sub(r"[*?\[]", lambda found: f"[{found[0]}]", part) for part in parts]
    return re.sub(r"\*(?:[-_ .(),]*\*)+", "*", "*".join(kept))


def title(scorecard: Scorecard) -> Guess | None:
    """The first line above the first table, if it is a title."""
    table = scorecard.tables[0]
    if not table.upright:
        return None  # read from a turned sheet, where nothing stands above
    for cell in _above(table):
        text = cell.text
        worded = sum(ch.isalpha() for ch in text) >= _SHORTEST_TITLE
        if worded and len(text) <= _LONGEST_TITLE and not (parse_period(text) or role_of(text)):
            return Guess(text, Sure.LIKELY, f"the first line of the sheet, in {cell.ref}")
    return None


def _above(table: Table) -> Iterator[Cell]:
    places = sorted(place for place in table.grid.cells if place[0] < table.header_top)
    return (table.grid.cells[place] for place in places)


def year_start(scorecard: Scorecard) -> Guess:
    """The month in which financial years start: from quarters with their months, or years."""
    said = year_said(scorecard.tables)
    if said is not None:
        sure = Sure.CERTAIN if said.certain else Sure.LIKELY
        return Guess(MONTHS[said.month - 1], sure, said.why)
    grains = {p.grain for table in scorecard.tables for p in table.periods}
    if grains == {Grain.YEAR}:
        return Guess("January", Sure.LIKELY, "years are written as one year, such as 2018")
    return Guess("April", Sure.UNSURE, "nothing in the workbook says; most councils' do")


def rating(scorecard: Scorecard) -> Guess:
    """The built-in rating whose words or colours are in the workbook, else the usual one."""
    if any(table.dated is not None for table in scorecard.tables):
        return Guess("milestones", Sure.CERTAIN, "judged by dates")
    typed = [m.typed_rag for m in scorecard.measures if m.typed_rag is not None]
    standings = [parse_status(cell.text, cell.font) for cell in typed]
    words = {cell.text for cell in typed}
    named = "the statuses typed in the workbook are " + ", ".join(sorted(words)[:_WORDS_NAMED])
    filled = [m.filled_rag.standings for m in scorecard.measures if m.filled_rag is not None]
    if not typed and any(found <= _TRAFFIC_LIGHTS for found in filled):
        return Guess("rag", Sure.LIKELY, "figures are coloured green, amber or red by hand")
    if not _ONLY_OF_CONCERN.isdisjoint(word.casefold() for word in words):
        return Guess("concern", Sure.LIKELY, named)
    said = set().union(*filter(None, standings))
    if said and (said <= _TRAFFIC_LIGHTS or said <= _IN_OTHER_WORDS):
        return Guess("rag", Sure.LIKELY, named)
    for table in scorecard.tables:
        if threshold := table.first(Role.THRESHOLD):
            return Guess("rag", Sure.LIKELY, f"there is a column {quoted(threshold.heading)}")
    why = named if words else "no status is typed"
    return Guess("concern", Sure.UNSURE, f"{why}; the other one built in is rag: green, amber, red")


def columns(scorecard: Scorecard) -> list[str]:
    """The columns that the periods have figures for."""
    if any(table.dated is not None for table in scorecard.tables):
        return ["rag"]
    wanted = ["rag", "direction", "change"]
    series = [set(m.outturns) for m in scorecard.measures]
    if any(p.year_before in periods for periods in series for p in periods):
        wanted.append("change_on_year")
    if any(len(periods) >= 3 for periods in series):
        wanted.append("trend")
    return wanted


def not_understood(scorecard: Scorecard) -> list[str]:
    """The headings of columns that an officer would take for figures of a period, and whose role
    is not known, each once. Who says where a table's figures stand has said what is one."""
    asked = {doubt.found for doubt in scorecard.of_all}
    found = [
        column.heading
        for table in scorecard.tables
        if not (table.layout in _SAID_WHOLE and any(said.figures for said in table.said))
        for column in table.by_role(Role.OTHER)
        if column.heading
        and _says_nothing(column.heading)
        and not _stands_apart(table, column)
        and _holds_figures(table, column)
    ]
    return [heading for heading in dict.fromkeys(found) if heading not in asked]


def _says_nothing(heading: str) -> bool:
    """Whether a heading's own words leave open what the column holds.

    A number is no heading but a figure of something that stands beside; weights, forecasts and
    variances are what they are called; a role that the column has not was another column's.
    """
    own = own_part(heading)
    if not any(ch.isalpha() for ch in own) or is_forecast(own) or stands_aside(own):
        return False
    role = role_of(own)
    return role is None or (role is Role.OUTTURN and says_now(own))


def _stands_apart(table: Table, column: Column) -> bool:
    """Whether a column belongs to something beside the table, such as a tally: right of its figures
    and of a blank column."""
    figures = max((c.index for c in table.by_role(Role.OUTTURN)), default=0)
    headed = {c.index for c in table.columns}
    return any(index not in headed for index in range(figures + 1, column.index))


def _holds_figures(table: Table, column: Column) -> bool:
    """Whether most of what stands below a heading beside indicators is figures."""
    found = (table.grid.cell(row.row, column.index) for row in table.rows)
    cells = [cell for cell in found if cell is not None and cell.value is not None]
    return bool(cells) and 2 * sum(map(is_figure, cells)) > len(cells)
