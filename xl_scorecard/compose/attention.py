"""Lists of indicators as the register ranks them now: what needs attention, worst first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from xl_scorecard.compose.formulas import quoted
from xl_scorecard.compose.grouped import word_of_sections
from xl_scorecard.compose.look import LISTED, LISTED_CENTRED, LISTED_LINK, NOTE
from xl_scorecard.compose.register.benchmarked import Benchmarked
from xl_scorecard.compose.register.charted import Charted
from xl_scorecard.compose.register.headings import REFRESH, Heading, letters_of
from xl_scorecard.compose.register.sheet import FIRST_ROW, Register
from xl_scorecard.compose.summary.asides import Asides
from xl_scorecard.compose.summary.letters import column_for
from xl_scorecard.compose.summary.paper import WIDEST
from xl_scorecard.compose.travel import travel_title
from xl_scorecard.compose.written import WrittenTable
from xl_scorecard.domain.assessed import AssessedRow, compared_words
from xl_scorecard.domain.cell_ref import column_letters, quoted_sheet
from xl_scorecard.domain.edits import CellEdit, Style
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.ours import NOT_KNOWN
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.row_keys import FIGURES_COLUMN
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.domain.variation.words import TRIAL

CHANGE_FORMAT = "+0.0%;-0.0%;0.0%"
_CHANGE = Style(size=11, align="center", number_format=CHANGE_FORMAT)
LONGEST = 170
"""How much of a comment is shown: about six lines; of a longer one the rest is a click away."""
_LONGEST_NAME, _END_OF_NAME, _LONGEST_WORD = 110, 60, 15
"""How much of a name is shown in a list, how much of that is its end, and within how much of the
end of its beginning a word is looked for that ends there."""
_MORE = "… (more)"
_MOST_COMMENT, _LEAST_COMMENT, _MOST_NAME = 48.0, 24.0, 46.0
_OWNER, _COMMENT, _CELL, TOLD = "Owner", "Comment", "Cell", "Told"
_NAMES = {
    Charted.VARIATION: "Variation",
    Charted.STREAK: "how long",
    Benchmarked.WORDS: "benchmark",
}
"""What is told of a series and by others' figures, in one column."""
_HOW_LONG = re.compile(r"; | \(")
"""Where what a list says of a streak ends: records and since when are on the register."""
_LEVEL, _HOW_IT_STANDS = " stood at ", ". It "
"""In the words on an indicator, what the sentence on its level has, and how the one begins on how
long it has been so begins."""
_WIDEST_OWNER = 16.0
_FIGURE, _WIDEST_FIGURE = 8.5, 14.0
_OF_ARIAL = 1.15
"""How much wider a word is in Arial than in Calibri."""
_ROW, _COMMENT_THERE, _PLACE_THERE, _SECTION_THERE = range(FIGURES_COLUMN, FIGURES_COLUMN + 4)
"""The columns beside the print: the indicator's row of the register, its comment and where that
is, and its section where the print has no room for it."""

_THOUSANDS_FROM = 1000
_SHORT_BY = {
    Unit.PERCENT: (100, 1, "points"),
    Unit.DURATION: (1440, 1, "min"),
}
"""How far an indicator is short of target, by unit: times what, to how many decimals, of what."""

What = Heading | str

_TEXTS = (Heading.NAME, Heading.SECTION)
"""What may be blank: else a formula would show 0."""


@dataclass(frozen=True)
class Listed:
    """A column of a list: its heading, what it shows, its look and how many characters wide."""

    heading: str
    what: What
    style: Style
    width: float


@dataclass(frozen=True)
class Listing:
    """The columns of the lists, those left out that would hold nothing."""

    register: Register
    written: Sequence[WrittenTable]
    period: Period
    labels: Sequence[str] = ()
    """The status words, which stand above the second column and those right of it."""
    public: bool = False
    """Whether it is for the web, so that it has no owner, comment or link."""

    @cached_property
    def owners(self) -> Asides:
        """Who answers for an indicator."""
        return Asides(Role.OWNER, self.register, () if self.public else self.written)

    @cached_property
    def comments(self) -> Asides:
        """What officers say of it."""
        return Asides(Role.COMMENT, self.register, () if self.public else self.written)

    @cached_property
    def columns(self) -> tuple[Listed, ...]:
        """From left to right: each as wide as its words need, name and comment as the page is."""
        found = list(self._columns())
        for number, label in enumerate(self.labels, 1):
            if number < len(found) and found[number].what != _COMMENT:
                letters = _OF_ARIAL if self.public else 1.0  # the copy for the web is in Arial
                wide = max(found[number].width, column_for(label) * letters)
                found[number] = replace(found[number], width=wide)
        self._owners_on_one_line(found)
        if found[-1].what == _COMMENT:
            wide = min(max(_room(found[:-1]), _LEAST_COMMENT), _MOST_COMMENT)
            found[-1] = replace(found[-1], width=wide)
        else:
            wide = min(max(_room(found[1:]), found[0].width), _MOST_NAME)
            found[0] = replace(found[0], width=wide)
        return tuple(found)

    def _owners_on_one_line(self, found: list[Listed]) -> None:
        """Give owners the room that others leave."""
        number = next((n for n, each in enumerate(found) if each.what == _OWNER), None)
        if number is None:
            return
        needed = max(column_for(self.owners.now(a)) for a in self.register.rows)
        last = _LEAST_COMMENT if found[-1].what == _COMMENT else 0.0
        free = _room(found[:-1] if last else found) - last
        own = found[number].width
        wide = min(needed, _WIDEST_OWNER, own + free)
        found[number] = replace(found[number], width=max(wide, own))

    def _columns(self) -> Iterator[Listed]:
        since = compared_words(self.period, self.register.rows)
        year = self.period.year_before.words
        aside = self.comments.are_any
        yield Listed("Indicator", Heading.NAME, LISTED, 27.0)
        yield Listed("Status", Heading.STATUS, LISTED_CENTRED, 11.0)
        yield Listed("Outturn", Heading.SHOWN, LISTED_CENTRED, self._wide(Heading.SHOWN))
        target = self._wide(Heading.TARGET_SHOWN)
        yield Listed("Target", Heading.TARGET_SHOWN, LISTED_CENTRED, target)
        yield Listed("Short of target by", Heading.SHORT_BY, LISTED_CENTRED, 10.0)
        if self._moves:
            title = travel_title(self.register.rows)
            yield Listed(title, Heading.DIRECTION, LISTED_CENTRED, 11.5)
        if self._is_any(Heading.CHANGE):
            yield Listed(f"Change on {since}", Heading.CHANGE, _CHANGE, 10.5)
        # where the room is needed, the register has it
        if self._is_any(Heading.CHANGE_ON_YEAR) and not aside:
            yield Listed(f"Change on {year}", Heading.CHANGE_ON_YEAR, _CHANGE, 10.5)
        if not self.public:
            yield Listed(_CELL, _CELL, LISTED_LINK, 7.0)
        if self._tells:
            heading = ", ".join(_NAMES[each] for each in self._tells)
            heading = heading[0].upper() + heading[1:]
            wide = 23.5 if Charted.VARIATION in self._tells else 21.0
            yield Listed(heading, TOLD, LISTED_CENTRED, wide)
        if self._shows_section:
            yield Listed(
                word_of_sections(self.register.rows), Heading.SECTION, LISTED_CENTRED, 16.0
            )
        if self.owners.are_any:
            yield Listed(_OWNER, _OWNER, LISTED_CENTRED, 11.0)
        if aside:
            yield Listed(_COMMENT, _COMMENT, LISTED, _LEAST_COMMENT)

    def _wide(self, heading: Heading) -> float:
        """How wide a column of figures is: no figure is broken."""
        said = (str(self.register.value(heading, a) or "") for a in self.register.rows)
        longest = max((column_for(word) for text in said for word in text.split()), default=0.0)
        return min(max(_FIGURE, longest), _WIDEST_FIGURE)

    @cached_property
    def _shows_section(self) -> bool:
        """Whether there is any, and room for it in the print."""
        some = any(a.measure.section for a in self.register.rows)
        return some and not (self._tells and self.comments.are_any)

    @cached_property
    def _tells(self) -> tuple[Charted | Benchmarked, ...]:
        """What is told of series and by others' figures."""
        found: list[Charted | Benchmarked] = [
            each for each in (Charted.VARIATION, Charted.STREAK) if self._is_told(each)
        ]
        if self.register.has(Benchmarked.WORDS):
            found.append(Benchmarked.WORDS)
        return tuple(found)

    def told(self, a: AssessedRow, *, words: bool = True) -> str:
        """That, a line each; where there is little room without how long it has been so."""
        lines = (
            self._line(each, str(self.register.value(each, a) or ""))
            for each in self._lines(words=words)
        )
        return "\n".join(line for line in lines if line)

    def _line(self, what: Charted | Benchmarked, said: str) -> str:
        if what is Charted.STREAK:
            return _HOW_LONG.split(said)[0]
        return said.removesuffix(TRIAL)

    def _lines(self, *, words: bool) -> list[Charted | Benchmarked]:
        return [each for each in self._tells if words or each is not Charted.STREAK]

    def _told_at(self, at: str, *, words: bool) -> str:
        there = (self._line_at(each, at) for each in self._lines(words=words))
        joined = "&".join(f'IF({each}="","",CHAR(10)&{each})' for each in there)
        return f"MID({joined},2,500)" if joined else '""'

    def _line_at(self, what: Charted | Benchmarked, at: str) -> str:
        said = self._there(what, at)
        if what is Charted.STREAK:
            return f'LEFT({said},MIN(FIND("; ",{said}&"; "),FIND(" (",{said}&" ("))-1)'
        return f'SUBSTITUTE({said},{quoted(TRIAL)},"")' if what is Charted.VARIATION else said

    @cached_property
    def beside(self) -> dict[int, str]:
        """The headings of the columns beside the print."""
        found = {_ROW: "Register row"}
        if self.comments.are_any:
            found |= {_COMMENT_THERE: "Comment in full", _PLACE_THERE: "stands at"}
        return (
            found
            if self._shows_section
            else found | {_SECTION_THERE: word_of_sections(self.register.rows)}
        )

    def _is_told(self, what: Charted) -> bool:
        charted = self.register.charted
        return charted is not None and charted.has(what)

    def _is_any(self, heading: Heading) -> bool:
        """Whether a column would say anything but that there is nothing to compare with."""
        values = (self.register.value(heading, a) for a in self.register.rows)
        return any(isinstance(value, float) or value == REFRESH for value in values)

    @property
    def _moves(self) -> bool:
        values = (self.register.value(Heading.DIRECTION, a) for a in self.register.rows)
        return any(value not in (None, "", NOT_KNOWN) for value in values)

    def column_of(self, what: What) -> int | None:
        """Which column of the Summary shows it, if any does."""
        return next((n for n, each in enumerate(self.columns, 1) if each.what == what), None)

    def place(
        self,
        row: int,
        a: AssessedRow | None,
        rank: str,
        longest: int = LONGEST,
        *,
        words: bool = True,
    ) -> Iterator[CellEdit]:
        """The cells of a place; `rank` is a formula for the indicator's row of the register,
        `longest` how much is shown of a comment, in whose place `words` may stand."""
        at = f"${column_letters(_ROW)}{row}"
        for column, each in enumerate(self.columns, 1):
            value, formula = self._cell(each.what, row, a, at, longest, words=words)
            yield CellEdit(row, column, value, f'IF({at}="","",{formula})', each.style)
        now = float(self.register.rows[a]) if a is not None else ""
        yield CellEdit(row, _ROW, now, rank, NOTE)
        if self.comments.are_any:
            yield from self._in_full(row, a, at, words=words)
        if not self._shows_section:
            value, formula = self._cell(Heading.SECTION, row, a, at, longest, words=words)
            yield CellEdit(row, _SECTION_THERE, value, f'IF({at}="","",{formula})', NOTE)

    def said(self, a: AssessedRow, *, words: bool = True) -> str:
        """What is said of an indicator: the officer's comment, else what its figures bear beyond
        what stands beside it in the list."""
        told = self.register.value(Heading.WORDS, a) if self._says(words=words) else None
        return self.comments.now(a) or _beyond_columns(str(told or ""))

    def _says(self, *, words: bool) -> bool:
        """Whether words stand where there is no comment: where how long it has been so stands in a
        column, all that they say does."""
        return words and Charted.STREAK not in self._tells

    def _in_full(
        self, row: int, a: AssessedRow | None, at: str, *, words: bool
    ) -> Iterator[CellEdit]:
        """What is said of an indicator and where that stands, beside the print."""
        comment = self.comments.formula(at)
        said = self.said(a, words=words) if a is not None else ""
        if not self._says(words=words):
            yield CellEdit(row, _COMMENT_THERE, said, f'IF({at}="","",{comment})', NOTE)
            there = self.comments.now_at(a) if a is not None else ""
            formula = f'IF({at}="","",{self.comments.place(at)})'
            yield CellEdit(row, _PLACE_THERE, there, formula, NOTE)
            return
        told = _beyond_columns_of(self._there(Heading.WORDS, at))
        formula = f'IF({at}="","",IF({comment}="",{told},{comment}))'
        yield CellEdit(row, _COMMENT_THERE, said, formula, NOTE)
        register = f"#{quoted_sheet(self.register.name)}!{letters_of(Heading.WORDS)}"
        place = f"{quoted(register)}&{at}"
        formula = f'IF({at}="","",IF({comment}="",{place},{self.comments.place(at)}))'
        there = ""
        if a is not None:
            is_said = bool(self.comments.now(a))
            there = self.comments.now_at(a) if is_said else f"{register}{self.register.rows[a]}"
        yield CellEdit(row, _PLACE_THERE, there, formula, NOTE)

    def _cell(
        self, what: What, row: int, a: AssessedRow | None, at: str, longest: int, *, words: bool
    ) -> tuple[float | str, str]:
        if what == _CELL:
            return self._link(a, at)
        if what == _OWNER:
            return (self.owners.now(a) if a is not None else ""), self.owners.formula(at)
        if what == _COMMENT:
            return self._comment(row, a, longest, words=words)
        if what == TOLD:
            now = self.told(a, words=words) if a is not None else ""
            return now, self._told_at(at, words=words)
        assert isinstance(what, Heading)
        found = self._there(what, at)
        value = self.register.value(what, a) if a is not None else ""
        if what is Heading.SHORT_BY:
            return self._short_by(value, a, found, at)
        if what is Heading.NAME and self._shortens:
            return _short_name(str(value or "")), _short_name_of(found)
        if what in _TEXTS:
            found += '&""'
        return ("" if value is None else value), found

    @cached_property
    def _shortens(self) -> bool:
        """Whether long names are shown by their beginning and end, which tell them apart."""
        names = {a.measure.name for a in self.register.rows}
        long = any(len(name) > _LONGEST_NAME for name in names)
        return long and len({_short_name(name) for name in names}) == len(names)

    def name(self, a: AssessedRow) -> str:
        """What an indicator is called in a list."""
        return _short_name(a.measure.name) if self._shortens else a.measure.name

    def _there(self, what: Heading | Charted | Benchmarked, at: str) -> str:
        letters = column_letters(self.register.column(what))
        return f"INDEX({quoted_sheet(self.register.name)}!${letters}:${letters},{at})"

    def _short_by(
        self, value: float | str | None, a: AssessedRow | None, found: str, at: str
    ) -> tuple[str, str]:
        """How far it is short of target, in words: points of a percentage, minutes, or in
        the unit; a dash where it is not, nothing where it has none."""
        unit = self._there(Heading.UNIT, at)
        formula = f"IF({found}<{_THOUSANDS_FROM},ROUND({found},2),FIXED({found},0))"
        for kind, (times, places, word) in _SHORT_BY.items():
            said = f'" "&ROUND({found}*{times},{places})&" {word}"'
            if word.endswith("s"):
                said = f'SUBSTITUTE({said}," 1 {word}"," 1 {word[:-1]}")'
            formula = f"IF({unit}={quoted(kind.value)},{said},{formula})"
        formula = f'IF(COUNT({found})=0,"",IF({found}<=0,"–",TRIM({formula})))'
        if not isinstance(value, float) or a is None:
            return "", formula
        if value <= 0:
            return "–", formula
        if a.measure.unit in _SHORT_BY:
            times, places, word = _SHORT_BY[a.measure.unit]
            said = _rounded(value * times, places)
            return f"{said} {word.removesuffix('s') if said == '1' else word}", formula
        if value >= _THOUSANDS_FROM:
            return f"{Decimal(_rounded(value, 0)):,}", formula
        return _rounded(value, 2), formula

    def _comment(
        self, row: int, a: AssessedRow | None, longest: int, *, words: bool
    ) -> tuple[str, str]:
        there, place = (f"${column_letters(c)}{row}" for c in (_COMMENT_THERE, _PLACE_THERE))
        shown = f"LEFT({there},{longest})"
        spaces = f'LEN({shown})-LEN(SUBSTITUTE({shown}," ",""))'
        last = f'FIND(CHAR(9),SUBSTITUTE({shown}," ",CHAR(9),{spaces}))'
        cut = f"LEFT({there},IFERROR({last}-1,{longest}))&{quoted(_MORE)}"
        formula = f"IF(LEN({there})>{longest},HYPERLINK({place},{cut}),{there})"
        said = self.said(a, words=words) if a is not None else ""
        return cut_at_a_word(said, longest), formula

    def _link(self, a: AssessedRow | None, at: str) -> tuple[str, str]:
        """A link to the figure's cell."""
        where, cell = (self._there(h, at) for h in (Heading.SHEET, Heading.CELL))
        place = f'"#\'"&SUBSTITUTE({where},"\'","\'\'")&"\'!"&{cell}'
        value = self.register.value(Heading.CELL, a) if a is not None else ""
        return str(value or ""), f"HYPERLINK({place},{cell})"


def cut_at_a_word(said: str, longest: int) -> str:
    """As much of a text as is shown, whole words, and that there is more."""
    if len(said) <= longest:
        return said
    shown = said[:longest]
    last = shown.rfind(" ")
    return f"{shown[:last] if last >= 0 else shown}{_MORE}"


def _beyond_columns(told: str) -> str:
    """What is told beyond level and change, which stand in the list's own columns."""
    if _LEVEL not in told:
        return told
    at = told.find(_HOW_IT_STANDS)
    return told[at + 2 :] if at >= 0 else ""


def _beyond_columns_of(told: str) -> str:
    """A formula part: the same of what a formula part gives."""
    at = f"FIND({quoted(_HOW_IT_STANDS)},{told}&{quoted(_HOW_IT_STANDS)})"
    level = f"ISNUMBER(FIND({quoted(_LEVEL)},{told}))"
    return f'IF({level},MID({told},{at}+2,500),{told}&"")'


def _short_name(name: str) -> str:
    """The beginning and the end of a long name, whole words where it has any there."""
    if len(name) <= _LONGEST_NAME:
        return name
    begins, ends = name[: _LONGEST_NAME - _END_OF_NAME], name[-_END_OF_NAME:]
    at = name.find(" ", len(begins) - _LONGEST_WORD)
    begins = name[:at] if 0 <= at <= len(begins) else begins
    return f"{begins}…{ends[ends.find(' ') + 1 :]}"


def _short_name_of(name: str) -> str:
    """A formula part: a name that a formula part gives, as a list shows it."""
    most = _LONGEST_NAME - _END_OF_NAME
    at = f'FIND(" ",{name}&" ",{most - _LONGEST_WORD + 1})-1'
    ends = f"RIGHT({name},{_END_OF_NAME})"
    end = f'MID({ends},IFERROR(FIND(" ",{ends}),0)+1,{_END_OF_NAME})'
    short = f'LEFT({name},IF({at}>{most},{most},{at}))&"…"&{end}'
    return f'IF(LEN({name})>{_LONGEST_NAME},{short},{name}&"")'


def _room(columns: Sequence[Listed]) -> float:
    """How many characters wide the last column may be beside others, so that letters are printed
    large enough to be read."""
    taken = sum(7 * each.width + 5 for each in columns)
    return (WIDEST / 0.75 - taken - 5) / 7


def _rounded(value: float, decimals: int) -> str:
    digits = Decimal(f"{value:.15g}").quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{float(digits):.15g}"


@dataclass(frozen=True)
class Ranking:
    """An order of the register's indicators: by a column, the largest or the smallest first, those
    above or below nothing."""

    register: Register
    heading: Heading
    descending: bool = True

    @cached_property
    def now(self) -> list[AssessedRow]:
        """The indicators in that order now."""
        ranks = {a: self.register.value(self.heading, a) for a in self.register.rows}
        sign = 1 if self.descending else -1
        ranked = {a: r * sign for a, r in ranks.items() if isinstance(r, float) and r * sign > 0}
        return sorted(ranked, key=lambda a: ranked[a], reverse=True)

    @property
    def count(self) -> str:
        """How many there are, as a formula."""
        sign = ">" if self.descending else "<"
        return f'COUNTIF({self.register.range(self.heading)},"{sign}0")'

    def row(self, place: int) -> str:
        """A formula: the row of the register of the indicator that has a place, counted from 1."""
        ranks = self.register.range(self.heading)
        of = f"{'LARGE' if self.descending else 'SMALL'}({ranks},{place})"
        found = f"MATCH({of},{ranks},0)+{FIRST_ROW - 1}"
        return f'IF({self.count}<{place},"",IFERROR({found},""))'
