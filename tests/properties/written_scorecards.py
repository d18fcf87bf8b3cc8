"""Scorecards as people write them: headings, period forms and value forms in any mix.

The words are those of headers.json; what each stands for is written down beside it here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from xl_scorecard.domain.grid import Block, Cell, CellError, Grid
from xl_scorecard.domain.indicator import Basis, Gap, Polarity
from xl_scorecard.domain.period import Period

Draw = Callable[[st.SearchStrategy[Any]], Any]
SHEET = "Scorecard"

# Which roles a heading may be given; more than one where people would differ.
NAMES = ("Indicator", "Indicators", "Indicator Description", "Measure", "Measure Name",
         "Performance Indicator", "Performance measures", "Key performance indicators", "KPI",
         "PI title", "Metric", "Short Name", "Key Business Metrics", "Description")  # fmt: skip
REFERENCES = ("Ref", "Ref.", "Reference", "No", "NO.", "PI Code", "KPI Ref", "Code", "ID",
              "Indicator ID", "k")  # fmt: skip
SECTIONS = ("Section", "Theme", "Service", "Service Area", "Priority", "Portfolio", "Directorate",
            "Lead Directorate", "Metric Group", "Domain", "Health check category")  # fmt: skip
POLARITIES = ("Polarity", "Good is", "Good Is", "Good Perf Is", "Good Performance is", "Good to be",
              "Aim", "Improvement direction",
              "Good Performance (is bigger, smaller or to plan better)")  # fmt: skip
TARGETS = ("Target", "Target Green", "Goal", "Plan")
OTHERS: Mapping[str, tuple[tuple[str, ...], frozenset[str]]] = {
    "tolerance": (("Tolerance", "Tolerances", "Red", "Amber", "Floor Standard", "Floor",
                   "Red threshold", "Amber threshold"), frozenset({"tolerance", "threshold"})),
    "rag": (("RAG", "RAG (in month)", "RAG rating", "Status", "Rating",
             "Performance against target", "Alert", "DCA"), frozenset({"rag"})),
    "dot": (("DoT", "DOT", "Direction of travel", "Direction of Travel (qtr 2 v qtr 1)", "Trend",
             "Short Trend", "Long Trend", "Travel"), frozenset({"travel"})),
    "comment": (("Comments", "Commentary", "Comments Q2 (2017/18)", "Latest Note", "Notes",
                 "Explanation", "Narrative", "Reasons for Variances/ Performance", "Data note",
                 "DATA NOTE"), frozenset({"comment"})),
    "owner": (("Owner", "Lead officer", "Responsible officer", "Accountable person", "Data owner",
               "Managed By", "Assigned To"), frozenset({"owner"})),
    "numerator": (("Numerator", "Num", "Numerator_Correct"), frozenset({"numerator"})),
    "denominator": (("Denominator", "Den", "Denom", "Cohort"), frozenset({"denominator"})),
    "frequency": (("Frequency", "Frequency of measure", "Collection frequency"),
                  frozenset({"frequency"})),
    "basis": (("Data Period", "Basis"), frozenset({"basis", "frequency"})),
    "benchmark": (("England", "National", "NAT AVE", "Nat Ave", "National average", "Eng Avg",
                   "all Wales comparative data", "SN", "SN average", "Stat Neigh Ave",
                   "STAT NEIGH AVE", "Statistical Neighbours", "Stat Neighbour", "Stat Nbr",
                   "Statistical neighbours (median)", "Family average", "Good/Outstanding",
                   "Good/Outstanding LAs", "G&O"), frozenset({"benchmark"})),
    "quartile": (("Quartile", "NAT TOP QTILE THRESHOLD", "Top quartile", "Quartile Banding"),
                 frozenset({"benchmark", "rank"})),
    "rank": (("Rank", "Latest National Rank", "LA rank"), frozenset({"rank", "benchmark"})),
    "quality": (("Data quality", "DQ", "Kite mark", "Confidence"), frozenset({"data quality"})),
}  # fmt: skip
_TYPED: Mapping[str, st.SearchStrategy[Any]] = {
    "tolerance": st.sampled_from(["5%", "2 points", None]),
    "rag": st.sampled_from(["R", "A", "G", "Green", "AMBER", "Red", "A/G", None]),
    "dot": st.sampled_from(["↑", "↓", "→", "Improving", None]),
    "comment": st.sampled_from(["On track", "Figures for Q1 have yet to be agreed", None]),
    "owner": st.sampled_from(["J Smith", "Head of Service", None]),
    "numerator": st.integers(0, 400).map(float),
    "denominator": st.integers(400, 900).map(float),
    "frequency": st.sampled_from(["Monthly", "Quarterly", "Annual"]),
    "basis": st.sampled_from(["Snapshot", "R12M", "YTD"]),
    "benchmark": st.one_of(st.none(), st.integers(1, 99).map(float)),
    "quartile": st.sampled_from(["A", "B", "C", "D", None]),
    "rank": st.integers(1, 151).map(float),
    "quality": st.sampled_from(["High", "Medium", "Low", None]),
}
POLARITY_WORDS: Mapping[str, Polarity] = {
    "High": Polarity.HIGH, "Bigger is Better": Polarity.HIGH, "H": Polarity.HIGH,
    "Higher": Polarity.HIGH, "Increase": Polarity.HIGH, "Figure should increase": Polarity.HIGH,
    "↑": Polarity.HIGH, "Low": Polarity.LOW, "Smaller is Better": Polarity.LOW, "L": Polarity.LOW,
    "Decrease": Polarity.LOW, "Figure should reduce": Polarity.LOW, "T": Polarity.PLAN,
    "To plan": Polarity.PLAN, "Info": Polarity.NEITHER, "Neutral": Polarity.NEITHER,
    "Measure for information": Polarity.NEITHER,
}  # fmt: skip
_WINGDINGS = {"ñ": Polarity.HIGH, "ò": Polarity.LOW}

Expected = float | frozenset[Gap]


@dataclass(frozen=True)
class Typed:
    """What stands in a cell."""

    value: Any
    number_format: str = "General"
    font: str | None = None
    formula: str | None = None

    def at(self, row: int, column: int) -> Cell:
        return Cell(
            row, column, self.value, self.formula, self.number_format, font=self.font or "Calibri"
        )


@dataclass(frozen=True)
class Heading:
    """A column: what stands above it, in its group's row and its own, and what it must be read as.

    `period` and `basis` are for outturns; `ends` where only the last day is beyond dispute.
    """

    text: Any
    roles: frozenset[str]
    kind: str
    group: str | None = None
    period: str | None = None
    ends: dt.date | None = None
    basis: Basis | None = None
    main: bool = True


@dataclass(repr=False)
class Written:
    """A sheet, and what it was written from."""

    grid: Grid
    headings: dict[int, Heading] = field(default_factory=dict)
    header_row: int = 0
    lines: list[Line] = field(default_factory=list)

    def __repr__(self) -> str:
        """The sheet as one sees it, for a test that fails."""
        rows = [
            " | ".join(
                "" if (cell := self.grid.cell(row, column)) is None else repr(cell.value)
                for column in range(1, self.grid.last_column + 1)
            )
            for row in range(1, self.grid.last_row + 1)
        ]
        return "\n".join([*rows, f"merged: {self.grid.merged}"])

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """The same, for Hypothesis."""
        printer.text(f"\n{self!r}\n")


@dataclass
class Line:
    """An indicator: what it is, and what was typed in its outturn columns."""

    row: int
    name: str
    reference: str | None
    section: str
    polarity: Polarity | None
    target: Expected | None
    has_target: bool
    outturns: dict[int, tuple[Typed, Expected, tuple[str, ...]]]


# ---- periods ----------------------------------------------------------------------------------

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")  # fmt: skip


def _year(period: Period) -> tuple[int, int]:
    return period.financial_year, (period.financial_year + 1) % 100


def _glued(period: Period) -> str:
    """`1920` for 2019/20; written out for 2020/21, as 2021 is a year of its own."""
    first, second = _year(period)
    return "2020/21" if first == 2020 else f"{first % 100:02d}{second:02d}"


def _number(period: Period) -> int:
    return int(str(period)[-1])


def _month(period: Period) -> tuple[int, str]:
    return period.end // 12, _MONTHS[period.end % 12]


QUARTERS: tuple[Callable[[Period], Any], ...] = (
    lambda p: f"Q{_number(p)} {_year(p)[0]}/{_year(p)[1]:02d}",
    lambda p: f"Q{_number(p)} ({_year(p)[0]}/{_year(p)[1]:02d})",
    lambda p: f"{_year(p)[0]}/{_year(p)[1]:02d} Q{_number(p)}",
    lambda p: f"Q{_number(p)} {_year(p)[0] % 100:02d}/{_year(p)[1]:02d}",
    lambda p: f"Q{_number(p)}'{_year(p)[0] % 100:02d}",
    lambda p: f"Q{_number(p)} {_glued(p)}",
    lambda p: f"Quarter {_number(p)} {_year(p)[0]}/{_year(p)[1]:02d}",
    lambda p: f"Qtr {_number(p)} {_year(p)[0]}-{_year(p)[1]:02d}",
    lambda p: f"Q{_number(p)} {_year(p)[0]}/{_year(p)[1]:02d} Actual",
    lambda p: f"Q{_number(p)}\n{_year(p)[0]}/{_year(p)[1]:02d}",
)
MONTHS: tuple[Callable[[Period], Any], ...] = (
    lambda p: f"{_month(p)[1][:3]}-{_month(p)[0] % 100:02d}",
    lambda p: f"{_month(p)[1][:3]} {_month(p)[0] % 100:02d}",
    lambda p: f"{_month(p)[1][:3]} {_month(p)[0]}",
    lambda p: f"{_month(p)[1]} {_month(p)[0]}",
    lambda p: p.last_day,
    lambda p: p.last_day.replace(day=1),
    lambda p: f"{p.last_day:%d/%m/%Y}",
    lambda p: f"end {_month(p)[1][:3]} {_month(p)[0]}",
)
YEARS: tuple[Callable[[Period], Any], ...] = (
    lambda p: f"{_year(p)[0]}/{_year(p)[1]:02d}",
    lambda p: f"{_year(p)[0]}-{_year(p)[1]:02d}",
    lambda p: f"{_year(p)[0]}/{_year(p)[1]:02d} Outturn",
    lambda p: f"{_year(p)[0]}/{_year(p)[1]:02d} Actual",
    lambda p: f"Year End {_year(p)[0]}/{_year(p)[1]:02d}",
    lambda p: f"{_year(p)[0]}{_year(p)[1]:02d}",
    lambda p: float(f"{_year(p)[0]}{_year(p)[1]:02d}"),
)
CALENDAR_YEARS: tuple[Callable[[Period], Any], ...] = (
    lambda p: str(_year(p)[0]),
    lambda p: float(_year(p)[0]),
    lambda p: f" {_year(p)[0]} *",
    lambda p: f"{_year(p)[0]} [YR{_year(p)[0]}]",
    lambda p: f"YR{_year(p)[0]}",
    lambda p: f"{_year(p)[0]}5",  # a footnote's 5 glued to it
)
GROUPED: tuple[Callable[[Period], Any], ...] = (
    lambda p: f"Q{_number(p)}",
    lambda p: f"Q{_number(p)} actual",
    lambda p: f"Quarter {_number(p)}",
    lambda p: f"Qtr {_number(p)}",
)
GROUPED_MONTHS: tuple[Callable[[Period], Any], ...] = (
    lambda p: _month(p)[1][:3],
    lambda p: _month(p)[1],
)
_OUTTURN = frozenset({"outturn"})


def _run(draw: Draw, last: Period, count: int) -> list[Period]:
    run = [last]
    while len(run) < count:
        run.append(run[-1].previous)
    return run if draw(st.booleans()) else run[::-1]


def _headed(run: Sequence[Period], form: Callable[[Period], Any], **more: Any) -> list[Heading]:
    return [Heading(form(p), _OUTTURN, "outturn", period=str(p), **more) for p in run]


def _grouped(
    draw: Draw, run: Sequence[Period], forms: Sequence[Callable[[Period], Any]]
) -> list[Heading]:
    """Periods that have their year in the row above."""
    form = draw(st.sampled_from(forms))
    return [
        Heading(
            form(p), _OUTTURN, "outturn", group=f"{_year(p)[0]}/{_year(p)[1]:02d}", period=str(p)
        )
        for p in run
    ]


def outturn_headings(draw: Draw) -> list[Heading]:
    """The columns of figures: a run of periods of one length, and perhaps of others beside it."""
    count = draw(st.integers(1, 6))
    kind = draw(
        st.sampled_from(
            ["quarters", "months", "years", "calendar", "grouped", "grouped months", "rolling"]
        )
    )
    year = draw(st.integers(2010, 2023))
    month = Period.month(year, draw(st.integers(1, 12)))
    quarter = Period.quarter(year, draw(st.integers(1, 4)))
    runs: dict[str, list[Heading]] = {
        "quarters": _headed(_run(draw, quarter, count), draw(st.sampled_from(QUARTERS))),
        "months": _headed(_run(draw, month, count), draw(st.sampled_from(MONTHS))),
        "years": _headed(_run(draw, Period.year(year), count), draw(st.sampled_from(YEARS))),
        "calendar": _headed(
            _run(draw, Period.year(year, 1), count), draw(st.sampled_from(CALENDAR_YEARS))
        ),
        "grouped": _grouped(draw, _run(draw, quarter, count), GROUPED),
        "grouped months": _grouped(draw, _run(draw, month, count), GROUPED_MONTHS),
        "rolling": [
            Heading(
                f"R12M {_month(p)[1][:3]}-{p.end // 12 % 100:02d}", _OUTTURN, "outturn",
                ends=p.last_day, basis=Basis.ROLLING_12_MONTHS,
            )
            for p in _run(draw, month, count)
        ],
    }  # fmt: skip
    columns = runs[kind]
    if kind in ("quarters", "months") and draw(st.booleans()):
        before = Period.year((quarter if kind == "quarters" else month).financial_year - 1)
        other = _headed([before], draw(st.sampled_from(YEARS)), main=False)
        columns = [*other, *columns] if draw(st.booleans()) else [*columns, *other]
    if kind == "months" and month.end % 12 != 3 and draw(st.booleans()):  # not April: one month
        to_date = Heading(
            f"Apr-{_month(month)[1][:3]} {month.end // 12}", _OUTTURN, "outturn",
            ends=month.last_day, basis=Basis.YEAR_TO_DATE, main=False,
        )  # fmt: skip
        spans_new_year = month.end % 12 < 3
        is_quarter_or_year = month.end % 12 in (5, 2)
        if not spans_new_year and not is_quarter_or_year:
            columns = [*columns, to_date]
    return columns


# ---- values -----------------------------------------------------------------------------------

GAPS: Mapping[str | None, frozenset[Gap]] = {
    "*": frozenset({Gap.SUPPRESSED}), "c": frozenset({Gap.SUPPRESSED}),
    "[c]": frozenset({Gap.SUPPRESSED}), "<5": frozenset({Gap.SUPPRESSED}),
    "x": frozenset({Gap.NOT_AVAILABLE}), "[x]": frozenset({Gap.NOT_AVAILABLE}),
    "..": frozenset({Gap.NOT_AVAILABLE}), ":": frozenset({Gap.NOT_AVAILABLE}),
    "z": frozenset({Gap.NOT_APPLICABLE}), "[z]": frozenset({Gap.NOT_APPLICABLE}),
    "N/A": frozenset({Gap.NOT_APPLICABLE, Gap.NOT_AVAILABLE}), "TBC": frozenset({Gap.AWAITED}),
    "90-99": frozenset(Gap), "-": frozenset(Gap), "–": frozenset(Gap), None: frozenset(Gap),
    " ": frozenset(Gap),
}  # fmt: skip
Figure = tuple[Typed, Expected, tuple[str, ...]]
_PERCENTAGES = (
    "format", "formula", "spaced", "text", "rated", "noted", "working", "provisional", "revised",
)  # fmt: skip
_PERCENT_FORMATS = ("0%", "0.0%", "0.00%")


def _gap(draw: Draw) -> Figure:
    if draw(st.integers(0, 9)) == 0:
        error = CellError(draw(st.sampled_from(["#DIV/0!", "#N/A", "#REF!"])))
        return Typed(error, formula="B1/B2"), frozenset(Gap), ()
    text = draw(st.sampled_from(list(GAPS)))
    return Typed(text), GAPS[text], ()


def _percentage(draw: Draw) -> Figure:
    tenths = draw(st.integers(0, 1000))
    fraction = round(tenths / 1000, 12)
    form = draw(st.sampled_from(_PERCENTAGES))
    if form == "format":
        return Typed(fraction, draw(st.sampled_from(_PERCENT_FORMATS))), fraction, ()
    if form == "formula":
        return Typed(fraction, "0.0%", formula="C9/C10"), fraction, ()
    text = f"{tenths / 10:.1f}"
    if form == "spaced":
        return Typed(f"{text} %"), fraction, ()
    if form == "text":
        return Typed(f" {text}%\u00a0"), fraction, ()
    if form == "rated":
        return (
            Typed(f"{text}% {draw(st.sampled_from(['(GREEN)', 'Amber', '(Red)']))}"),
            fraction,
            (),
        )
    if form == "noted":
        return Typed(f"{text}%{draw(st.sampled_from(['*', ' *', ' [note 3]']))}"), fraction, ()
    if form == "working":
        whole = draw(st.integers(1, 60))
        return Typed(f"({whole}/{whole})x100=100%"), 1.0, ()
    mark = draw(st.sampled_from([form[0], f" [{form[0]}]"]))
    return Typed(f"{text}%{mark}"), fraction, (form,)


def _hundreds(draw: Draw) -> Figure:
    tenths = draw(st.integers(20, 1000))
    return Typed(tenths / 10), round(tenths / 1000, 12), ()


def _count(draw: Draw) -> Figure:
    number = draw(st.integers(0, 99_999))
    forms: list[Typed] = [
        Typed(float(number)), Typed(float(number), "#,##0"), Typed(f"{number:,}"),
        Typed(f" {number}"), Typed(f"{number}\u00a0"), Typed(float(number), formula="SUM(B3:B9)"),
    ]  # fmt: skip
    words = [Typed(f"{number:,} volunteers supporting council services (GREEN)"),
             Typed(f"{number} children"), Typed(f"{number} (Amber)")]  # fmt: skip
    if number and draw(st.integers(0, 9)) == 0:
        return Typed(f"({number})"), -float(number), ()
    return draw(st.sampled_from([*forms, *words])), float(number), ()


def _money(draw: Draw) -> Figure:
    tenths = draw(st.integers(1, 999))
    pounds = round(tenths * 1e5, 6)
    forms = [Typed(pounds, '"£"#,##0'), Typed(f"£{tenths / 10:.1f}m"), Typed(f"£{pounds:,.0f}")]
    return draw(st.sampled_from(forms)), pounds, ()


FIGURES: Mapping[str, Callable[[Draw], Figure]] = {
    "percentage": _percentage, "hundreds": _hundreds, "count": _count, "money": _money,
}  # fmt: skip
STARTS = {"percentage": "Children seen", "hundreds": "% of plans", "count": "Number of visits",
          "money": "Spend"}  # fmt: skip


def _target(draw: Draw, unit: str) -> tuple[Typed, Expected | None]:
    number = draw(st.integers(2, 99))
    amount = round(number / 100, 12) if unit in ("percentage", "hundreds") else float(number)
    words: list[tuple[Typed, Expected | None]] = [
        (Typed("No target"), None), (Typed("Above Stat Neighbour Average"), None),
        (Typed(None), None),
    ]  # fmt: skip
    if unit == "percentage":
        words += [(Typed(amount, "0%"), amount), (Typed(f"{number}%"), amount),
                  (Typed(f"Less than {number}%"), amount), (Typed(f">{number}%"), amount),
                  (Typed(f"{number} %"), amount)]  # fmt: skip
    elif unit == "hundreds":
        words += [(Typed(float(number)), amount), (Typed(f"{number}%"), amount)]
    else:
        words += [(Typed(float(number)), amount), (Typed(f"Fewer than {number}"), amount),
                  (Typed(f"{number:,}"), amount)]  # fmt: skip
    return draw(st.sampled_from(words))


# ---- sheets -----------------------------------------------------------------------------------


def _columns(draw: Draw) -> list[Heading]:
    left = [Heading(draw(st.sampled_from(NAMES)), frozenset({"indicator"}), "name")]
    if draw(st.booleans()):
        left.append(
            Heading(draw(st.sampled_from(REFERENCES)), frozenset({"reference"}), "reference")
        )
    if draw(st.booleans()):
        left.append(Heading(draw(st.sampled_from(SECTIONS)), frozenset({"section"}), "section"))
    right: list[list[Heading]] = [outturn_headings(draw)]
    if draw(st.booleans()):
        right.append(
            [Heading(draw(st.sampled_from(POLARITIES)), frozenset({"polarity"}), "polarity")]
        )
    if draw(st.booleans()):
        right.append([Heading(draw(st.sampled_from(TARGETS)), frozenset({"target"}), "target")])
    for kind in draw(st.lists(st.sampled_from(sorted(OTHERS)), max_size=4, unique=True)):
        texts, roles = OTHERS[kind]
        right.append([Heading(draw(st.sampled_from(texts)), roles, kind)])
    if any(heading.basis is Basis.YEAR_TO_DATE for heading in right[0]):
        right = [block for block in right if block[0].kind != "basis"]  # rows say which is theirs
    columns = [*draw(st.permutations(left))]
    for block in draw(st.permutations(right)):
        columns += block
    return columns


def _write_header(
    draw: Draw, columns: Sequence[Heading], top: int, place: Callable[[int, int, Typed], None]
) -> tuple[int, list[Block]]:
    """Where the header ends, and what is merged in it."""
    merged: list[Block] = []
    grouped = any(heading.group for heading in columns)
    bottom = top + grouped
    merge = draw(st.booleans())
    previous: tuple[str, int] | None = None
    for index, heading in enumerate(columns, 1):
        is_date = isinstance(heading.text, dt.date)
        text = Typed(heading.text, "mmm-yy" if is_date else "General")
        if not heading.group:
            place(bottom if not (grouped and merge) else top, index, text)
            if grouped and merge:
                merged.append(Block(top, index, bottom, index))
            previous = None
            continue
        place(bottom, index, text)
        if previous is not None and previous[0] == heading.group:
            continue
        place(top, index, Typed(heading.group))
        previous = (heading.group, index)
        last = index
        while last < len(columns) and columns[last].group == heading.group:
            last += 1
        if merge and last > index:
            merged.append(Block(top, index, top, last))
    if grouped and not merge:  # typed once without merging: each group begins where it is typed
        assert not merged
    return bottom, merged


@st.composite
def written_scorecards(draw: Draw) -> Written:
    """A sheet with a header of any of the headings over rows of any of the value forms."""
    cells: dict[tuple[int, int], Cell] = {}

    def place(row: int, column: int, typed: Typed) -> None:
        if typed.value is not None or typed.formula is not None:
            cells[row, column] = typed.at(row, column)

    top = 1
    if draw(st.booleans()):
        place(1, 1, Typed("Performance scorecard"))
        top = draw(st.integers(3, 5))
    columns = _columns(draw)
    bottom, merged = _write_header(draw, columns, top, place)
    written = Written(Grid(SHEET, cells, merged), dict(enumerate(columns, 1)), bottom)
    with_section_rows = draw(st.booleans()) and all(h.kind != "section" for h in columns)
    name_column = next(i for i, h in enumerate(columns, 1) if h.kind == "name")
    section = ""
    row = bottom
    for number in range(draw(st.integers(2, 6))):
        row += 1
        begins = number == 0 or draw(st.integers(0, 2)) == 0
        if begins:
            section = f"Theme {number + 1}"
        if with_section_rows and begins:
            place(row, name_column, Typed(section))
            row += 1
        if number and draw(st.integers(0, 5)) == 0 and not begins:
            row += 1  # a spacer
        written.lines.append(_line(draw, columns, row, number, section, begins, place))
        if not with_section_rows and all(h.kind != "section" for h in columns):
            written.lines[-1].section = ""
    if draw(st.booleans()):
        place(row + 2, 1, Typed("* Figures are provisional until the year's accounts are closed"))
    return written


def _line(
    draw: Draw,
    columns: Sequence[Heading],
    row: int,
    number: int,
    section: str,
    begins: bool,
    place: Callable[[int, int, Typed], None],
) -> Line:
    unit = draw(st.sampled_from(sorted(FIGURES)))
    line = Line(row, f"{STARTS[unit]} {number + 1}", None, section, None, None, False, {})
    outturns = [i for i, heading in enumerate(columns, 1) if heading.kind == "outturn"]
    certain = draw(st.sampled_from(outturns))  # a row without any figure might be a heading
    for index, heading in enumerate(columns, 1):
        if heading.kind == "outturn":
            gap = index != certain and draw(st.integers(0, 3)) == 0
            figure = _gap(draw) if gap else FIGURES[unit](draw)
            line.outturns[index] = figure
            place(row, index, figure[0])
        elif heading.kind == "name":
            place(row, index, Typed(line.name))
        elif heading.kind == "reference":
            line.reference = f"PI{number + 1:02d}"
            place(row, index, Typed(line.reference))
        elif heading.kind == "section":
            place(row, index, Typed(section if begins else None))
        elif heading.kind == "polarity":
            if draw(st.integers(0, 5)) == 0:
                arrow = draw(st.sampled_from(sorted(_WINGDINGS)))
                line.polarity = _WINGDINGS[arrow]
                place(row, index, Typed(arrow, font="Wingdings"))
            else:
                word = draw(st.sampled_from(sorted(POLARITY_WORDS)))
                line.polarity = POLARITY_WORDS[word]
                place(row, index, Typed(word))
        elif heading.kind == "target":
            typed, line.target = _target(draw, unit)
            line.has_target = True
            place(row, index, typed)
        else:
            value = draw(_TYPED[heading.kind])
            place(row, index, Typed(value))
    return line


# ---- other layouts ----------------------------------------------------------------------------


@dataclass(repr=False)
class Turned(Written):
    """A sheet in another layout: each indicator's figures by period."""

    figures: dict[str, dict[str, Figure]] = field(default_factory=dict)


def _series(draw: Draw) -> tuple[list[tuple[Any, str]], dict[str, dict[str, Figure]]]:
    """Periods as written and as understood, and figures of two to four indicators for them."""
    year, count = draw(st.integers(2010, 2023)), draw(st.integers(2, 6))
    last, forms = draw(
        st.sampled_from(
            [
                (Period.quarter(year, 3), QUARTERS[:-1]),
                (Period.month(year, 11), MONTHS),
                (Period.year(year), YEARS[:2]),
            ]
        )
    )
    form = draw(st.sampled_from(forms))
    periods = [(form(period), str(period)) for period in _run(draw, last, count)]
    figures: dict[str, dict[str, Figure]] = {}
    for number in range(draw(st.integers(2, 4))):
        unit = draw(st.sampled_from(["percentage", "count"]))
        certain = draw(st.integers(0, count - 1))
        figures[f"{STARTS[unit]} {number + 1}"] = {
            period: FIGURES[unit](draw)
            if place == certain or draw(st.integers(0, 3))
            else _gap(draw)
            for place, (_, period) in enumerate(periods)
        }
    return periods, figures


def _as_cell(text: Any) -> Typed:
    return Typed(text, "mmm-yy" if isinstance(text, dt.date) else "General")


@st.composite
def transposed_scorecards(draw: Draw) -> Turned:
    """Periods down, indicators across."""
    periods, figures = _series(draw)
    heading = draw(st.sampled_from(["Period", "Quarter", "Month", None]))
    cells = {}
    if heading is not None:
        cells[1, 1] = Typed(heading).at(1, 1)
    for column, (name, by_period) in enumerate(figures.items(), 2):
        cells[1, column] = Typed(name).at(1, column)
        for row, (text, period) in enumerate(periods, 2):
            cells[row, 1] = _as_cell(text).at(row, 1)
            typed = by_period[period][0]
            if typed.value is not None:
                cells[row, column] = typed.at(row, column)
    return Turned(Grid(SHEET, cells), header_row=1, figures=figures)


@st.composite
def long_scorecards(draw: Draw) -> Turned:
    """A row for each indicator and period."""
    periods, figures = _series(draw)
    headings = [
        draw(st.sampled_from(NAMES)),
        draw(st.sampled_from(["Period", "Reporting period", "Quarter", "Month"])),
        draw(st.sampled_from(["Value", "Actual", "Outturn"])),
    ]
    cells = {(1, c): Typed(text).at(1, c) for c, text in enumerate(headings, 1)}
    by_indicator = [(n, *p) for n in figures for p in periods]
    by_time = [(n, *p) for p in periods for n in figures]
    for row, (name, text, period) in enumerate(by_time if draw(st.booleans()) else by_indicator, 2):
        cells[row, 1] = Typed(name).at(row, 1)
        cells[row, 2] = _as_cell(text).at(row, 2)
        typed = figures[name][period][0]
        if typed.value is not None:
            cells[row, 3] = typed.at(row, 3)
    return Turned(Grid(SHEET, cells), header_row=1, figures=figures)
