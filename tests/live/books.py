"""Scorecards drawn by chance from a seed: the rows, how they are laid out, and the rule set.

The same seed gives the same workbook and rule set, so a difference is told by its seed.
"""

from __future__ import annotations

import random
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import openpyxl
import yaml
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table

from tests.live.cells import FRACTION, Content, Defaults, Error, Number, Row
from tests.live.model import Judgement, judge
from tests.live.ratings import ALL, Rating
from tests.live.rows import Indicator, some

SHEET = "Scorecard"
HEADER = 3
PERIODS = ("Q3 2017/18", "Q4 2017/18", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
REPORTED = PERIODS[-1]
COLUMNS = ["rag", "direction", "change", "change_on_year"]
_SECTIONS = ("Front door", "Children in need", "Children in care", "Workforce", "Money")
_SUBJECTS = ("Reviews held", "Visits made", "Plans agreed", "Calls answered", "Letters sent",
             "Repairs done", "Cases open", "Hearings attended", "Forms returned",
             "Checks passed")  # fmt: skip
_ODD = ("{s} {n} (see note *)", "Was it {s} {n}?", "~{s} {n} <5", "{s} {n}: {long} {n}",
        "={n} {s}", "{s} “{n}” & others", "  {s}  {n}")  # fmt: skip
_LONG = "of those due in the quarter, as agreed by the partnership board and told to members " * 4

_PLAINLY = 0.06
"""How often a share such as 0.84 has no percentage format."""

Line = Row | str | None
"""A line of the table: an indicator, a heading or subtotal of that name, or a blank one."""


@dataclass(frozen=True)
class Layout:
    """How the rows are laid out."""

    references: str | None
    """letters, numbers, or none"""
    sections: str | None
    """a column, headings, or none"""
    subtotals: bool
    blanks: bool
    filtered: bool
    table: bool
    comments: bool
    by_period: bool = False
    """a column of targets for each of the last two quarters"""


@dataclass(frozen=True)
class Book:
    """A scorecard and its rule set, as drawn from a seed."""

    seed: int
    rating: Rating
    defaults: Defaults
    layout: Layout
    lines: tuple[Line, ...]

    @property
    def headings(self) -> list[str]:
        """The headings from the left."""
        layout = self.layout
        return [
            *(["Ref"] if layout.references else []),
            *(["Section"] if layout.sections == "column" else []),
            "Indicator",
            "Good is",
            "Unit",
            *(["Target Q2 2018/19"] if layout.by_period else []),
            self.target_heading,
            "Tolerance",
            *PERIODS,
            *(["Comments"] if layout.comments else []),
        ]

    @property
    def target_heading(self) -> str:
        """The heading of the reported period's targets."""
        return f"Target {REPORTED}" if self.layout.by_period else "Target"

    def column(self, heading: str) -> str:
        """The letters of a column."""
        return get_column_letter(self.headings.index(heading) + 1)

    @property
    def rows(self) -> dict[int, Row]:
        """The indicators by their row on the sheet."""
        lines = enumerate(self.lines, HEADER + 1)
        return {number: line for number, line in lines if isinstance(line, Row)}

    @property
    def last(self) -> int:
        """The table's last row."""
        return HEADER + len(self.lines)

    def judged(self) -> dict[int, Judgement]:
        """What follows for each indicator, by its row on the sheet."""
        return {n: judge(row, self.rating, self.defaults) for n, row in self.rows.items()}

    def rules(self) -> str:
        """The rule set as it is written."""
        written: dict[str, Any] = {
            "name": f"drawn {self.seed}",
            "rating": self.rating.name,
            "columns": COLUMNS,
            "indicators": [
                {key: value for key, value in asdict(row.rule).items() if value is not None}
                for row in self.rows.values()
                if row.rule
            ],
        }
        if self.rating.written:
            written["ratings"] = {self.rating.name: self.rating.written}
        defaults = {k: v for k, v in asdict(self.defaults).items() if v is not None}
        if defaults:
            written["defaults"] = defaults
        return yaml.safe_dump(written, allow_unicode=True, sort_keys=False)

    def saved(self, folder: Path) -> tuple[Path, Path]:
        """The workbook and the rule set as files."""
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = SHEET
        sheet["A1"] = f"Performance scorecard {REPORTED}"
        for column, heading in enumerate(self.headings, 1):
            sheet.cell(HEADER, column, heading)
        for number, line in enumerate(self.lines, HEADER + 1):
            if isinstance(line, str):
                sheet[f"{self.column('Indicator')}{number}"] = line
            elif line is not None:
                self._put(sheet, number, line)
        self._mark_up(sheet)
        path = folder / f"drawn-{self.seed}.xlsx"
        book.save(path)
        rules = path.with_suffix(".yaml")
        rules.write_text(self.rules(), encoding="utf-8")
        return path, rules

    def _put(self, sheet: Any, number: int, row: Row) -> None:
        contents: dict[str, Content | int] = {
            "Ref": row.reference,
            "Section": row.section,
            "Indicator": row.name,
            "Good is": row.good_cell,
            "Unit": row.unit_cell,
            self.target_heading: row.target_cell,
            "Target Q2 2018/19": row.target_before,
            "Tolerance": row.tolerance_cell,
            **dict(zip(PERIODS, row.figures, strict=True)),
            "Comments": f"Note {number}",
        }
        for column, heading in enumerate(self.headings, 1):
            content = contents[heading]
            if content is None:
                continue
            cell = sheet.cell(number, column)
            if isinstance(content, Number):
                cell.value = content.value
                plainly = random.Random(f"{self.seed} {number} {heading}").random() < _PLAINLY
                share = row.kept == FRACTION and abs(content.value) <= 1 and heading != "Tolerance"
                share = share and not plainly
                cell.number_format = _format(content, row, share=share)
            elif isinstance(content, Error):
                cell.value, cell.data_type = content.word, "e"
            elif isinstance(content, int):
                cell.value = content
            else:
                cell.value, cell.data_type = content, "s"

    def _mark_up(self, sheet: Any) -> None:
        area = f"A{HEADER}:{get_column_letter(len(self.headings))}{self.last}"
        if self.layout.table:
            sheet.add_table(Table(displayName="Indicators2018", ref=area))
        elif self.layout.filtered:
            sheet.auto_filter.ref = area


def _format(content: Number, row: Row, *, share: bool) -> str:
    if content.percent:
        return "0.0%" if (content.value * 100) % 1 else "0%"
    if share:
        return "0.00%" if row.places else "0%"
    if row.unit == "currency":
        return '"£"#,##0.00'
    return "General"


def drawn(seed: int, least: int = 20, most: int = 60) -> Book:
    """The scorecard of a seed, with so many indicators."""
    chance = random.Random(f"live {seed}")
    rating = chance.choice(ALL)
    defaults = Defaults(
        tolerance=chance.choice((None, "5 points", "5%")),
        good_is=chance.choice((None, None, "high")),
    )
    table = chance.random() < 0.25
    layout = Layout(
        references={"letters": "letters", "numbers": "numbers"}.get(
            some(chance, {"letters": 5, "numbers": 2, "none": 4})
        ),
        sections=chance.choice((None, "column", "headings")),
        subtotals=chance.random() < 0.3,
        blanks=chance.random() < 0.3 and not table,
        filtered=chance.random() < 0.6,
        table=table,
        comments=chance.random() < 0.5,
        by_period=chance.random() < 0.15,
    )
    lines = _lines(chance, rating, defaults, layout, chance.randint(least, most))
    return Book(seed, rating, defaults, layout, tuple(lines))


def _lines(
    chance: random.Random, rating: Rating, defaults: Defaults, layout: Layout, count: int
) -> list[Line]:
    lines: list[Line] = []
    named: dict[str, str | None] = {}
    each = -(-count // len(_SECTIONS))
    for number in range(1, count + 1):
        section = _SECTIONS[(number - 1) // each] if layout.sections else None
        if (number - 1) % each == 0:
            lines += _between(layout, section, first=number == 1)
        name = _name(chance, number, layout)
        drawing = Indicator(chance, rating, defaults)
        doubled = [known for known, its in named.items() if its != section]
        if doubled and not layout.references and chance.random() < 0.05:
            name = chance.choice(doubled)  # told apart by its section, in the rule set too
            del named[name]
            drawing.ruled = True
        elif drawing.ruled:
            named[name] = section
        reference: str | int | None = {"letters": f"K{number}", "numbers": 100 + number}.get(
            layout.references or ""
        )
        lines.append(drawing.row(number, reference, name, section, by_period=layout.by_period))
    return lines


def _between(layout: Layout, section: str | None, *, first: bool) -> list[Line]:
    """What stands before a section's first row."""
    lines: list[Line] = []
    if layout.subtotals and not first:
        lines.append("Sub-total")
    if layout.blanks and not first:
        lines.append(None)
    if layout.sections == "headings":
        lines.append(section)
    return lines


def _name(chance: random.Random, number: int, layout: Layout) -> str:
    """A name of its own, now and then one that lookups stumble over."""
    subject = chance.choice(_SUBJECTS)
    if chance.random() < (0.1 if layout.references else 0.2):
        return chance.choice(_ODD).format(s=subject, n=number, long=_LONG)
    return f"{subject} {number}"
