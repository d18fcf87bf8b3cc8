"""The columns of the register, from left to right."""

from __future__ import annotations

from enum import StrEnum

from xl_scorecard.domain.cell_ref import column_letters

REFRESH = "Refresh"
"""What stands where a formula cannot tell: never a status."""


class Heading(StrEnum):
    """A column: what an indicator is and how it stands, then how that was worked out."""

    REFERENCE = "Reference"
    NAME = "Name"
    SECTION = "Section"
    DIMENSION = "Dimension"
    UNIT = "Unit"
    GOOD_IS = "Good is"
    BASIS = "Basis"
    PERIOD = "Period"
    OUTTURN = "Outturn"
    TARGET = "Target"
    TARGET_TO = "Target up to"
    TOLERANCE = "Tolerance"
    STATUS = "Status"
    CONCERN = "Concern"
    DIRECTION = "Direction"
    CHANGE = "Change"
    CHANGE_ON_YEAR = "Change on year"
    PREVIOUS = "Previous"
    YEAR_BEFORE = "Year before"
    SHORT_BY = "Short of target by"
    SHEET = "Sheet"
    CELL = "Cell"
    RATED_BY = "Rated by"
    # -- how it was worked out
    NUMBER = "Number"
    PART_OF = "Part of"
    WORDS = "In words, as of the refresh"
    WORDS_THEN = "Words: at the refresh"
    KEY = "Found by"
    KEY_2 = "and by"
    KEY_3 = "and by figure"
    TIMES_FOUND = "Times found"
    ROW = "Row"
    PLACE = "Place"
    AS_THEN = "All else as at the refresh"
    STATE = "Not judged because"
    WORST = "Worst first"
    MOST_MOVED = "Most moved"
    SHOWN = "Outturn as shown"
    TARGET_SHOWN = "Target as shown"
    OUTTURN_CELL = "Outturn: cell"
    OUTTURN_THEN = "Outturn: at the refresh"
    OUTTURN_READ = "Outturn: read then as"
    OUTTURN_WORDS = "Outturn: typed words"
    OUTTURN_BARE = "Outturn: bare figure"
    OUTTURN_NUMBER = "Outturn: typed since"
    ABOVE = "Figures above"
    UP_TO = "Figures up to"
    DATES_FROM = "Dates from"
    KEPT_TIMES = "Figures kept times"
    SIGNS_FROM = "Percent signs from"
    PREVIOUS_ROW = "Previous: row"
    PREVIOUS_CELL = "Previous: cell"
    PREVIOUS_THEN = "Previous: at the refresh"
    PREVIOUS_READ = "Previous: read then as"
    YEAR_BEFORE_ROW = "Year before: row"
    YEAR_BEFORE_CELL = "Year before: cell"
    YEAR_BEFORE_THEN = "Year before: at the refresh"
    YEAR_BEFORE_READ = "Year before: read then as"
    TARGET_ROW = "Target: row"
    TARGET_CELL = "Target: cell"
    TARGET_THEN = "Target: at the refresh"
    TARGET_READ = "Target: read then as"
    TARGET_READ_TO = "Target: read then up to"
    WAY_READ = "Target: read then as good"
    STRICT_READ = "Target: missed then by itself"
    TARGET_ABOVE = "Targets above"
    TARGET_UP_TO = "Targets up to"
    TARGET_WORDS = "Target: typed words"
    TARGET_OPENS = "Target: opening words"
    TARGET_CLOSES = "Target: closing words"
    TARGET_BARE = "Target: bare figure"
    TARGET_PARTS = "Target: range parts at"
    TARGET_LOW = "Target: first figure"
    TARGET_HIGH = "Target: second figure"
    TARGET_LOW_BARE = "Target: first figure, bare"
    TARGET_HIGH_BARE = "Target: second figure, bare"
    TARGET_FIRST = "Target: typed since"
    TARGET_SECOND = "Target: typed since up to"
    WAY = "Target says good is"
    STRICT = "Target missed by itself"
    TOLERANCE_CELL = "Tolerance: cell"
    TOLERANCE_THEN = "Tolerance: at the refresh"
    TOLERANCE_READ = "Tolerance: read then as"
    TOLERANCE_KIND_READ = "Tolerance: read then of"
    TOLERANCE_ELSE = "Tolerance: without one"
    TOLERANCE_ELSE_KIND = "Tolerance: without one, of"
    TOLERANCE_WORDS = "Tolerance: typed words"
    TOLERANCE_ENDS = "Tolerance: closing words"
    TOLERANCE_AMOUNT = "Tolerance: amount"
    TOLERANCE_KIND = "Tolerance: of"
    GOOD_RULE = "Good is: by rule"
    GOOD_CELL = "Good is: cell"
    GOOD_THEN = "Good is: at the refresh"
    GOOD_READ = "Good is: read then as"
    GOOD_ELSE = "Good is: else"
    POINT = "A point is"
    LEVEL_WITHIN = "Level within"
    NO_MOVE = "Without a move"
    NO_CHANGE_ON_YEAR = "Without a change on the year"
    MOVED = "Moved by"
    STILL = "Stands still"
    NEARER = "Nearer to target by"


ALL = tuple(Heading)
TIDY = ALL[: ALL.index(Heading.NUMBER)]
"""The columns that say what an indicator is and how it stands."""
_NUMBERS = {heading: number for number, heading in enumerate(ALL, 1)}
_LETTERS = {heading: column_letters(number) for heading, number in _NUMBERS.items()}
FIRST_WATCH = len(ALL) + 1
"""The first of the columns that hold what else stood in the row at the refresh."""


def column_of(heading: Heading) -> int:
    """Which column of the sheet it is."""
    return _NUMBERS[heading]


def letters_of(heading: Heading) -> str:
    """What that column is called."""
    return _LETTERS[heading]


def here(heading: Heading, row: int) -> str:
    """The cell of a column in a row of the register, as formulas in that row refer to it."""
    return f"${_LETTERS[heading]}{row}"
