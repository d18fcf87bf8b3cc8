"""The Excel formulas behind every status, arrow and percentage, over the officers' own cells.

A figure is a pair of formulas: whether there is one, and its value in the indicator's unit.
Text that was read as a number counts as that number as long as the text stays as it was.
"""

from __future__ import annotations

from dataclasses import dataclass

from xl_scorecard.domain.amount import Target, Tolerance, ToleranceKind
from xl_scorecard.domain.bands import Edge, Rating
from xl_scorecard.domain.cell_ref import a1, column_letters, quoted_sheet
from xl_scorecard.domain.compared import SHOWN_AS_NONE
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.ours import DOWN, LEVEL, NOT_KNOWN, UP
from xl_scorecard.domain.scorecard import FromCell, Outturn
from xl_scorecard.rating.status import DIGITS, Limit, limits


@dataclass(frozen=True)
class Figure:
    """`known` says whether there is a number (None: always), `value` is it."""

    known: str | None
    value: str


def quoted(text: str) -> str:
    """Text as a formula holds it."""
    return '"' + text.replace('"', '""') + '"'


def literal(number: float) -> str:
    """A number as a formula holds it: shortest form that reads back the same."""
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    return repr(round(number, 15))


def outturn_figure(outturn: Outturn, sheet: str = "") -> Figure:
    """The outturn in a cell; `sheet` is a prefix such as `'Scorecard'!`.

    A number read otherwise than its neighbours, or not at all, is so only while it stays as it is.
    """
    if outturn.sheet:
        sheet = f"{quoted_sheet(outturn.sheet)}!"
    if outturn.held is not None:
        ref, held = sheet + outturn.cell, literal(outturn.held)
        number = ref if outturn.usual == 1 else f"{ref}/{literal(outturn.usual)}"
        if outturn.value is None:
            return Figure(f"IF(ISNUMBER({ref}),{ref}<>{held},FALSE)", number)
        return Figure(f"ISNUMBER({ref})", f"IF({ref}={held},{literal(outturn.value)},{number})")
    return _figure(sheet + outturn.cell, outturn.factor, outturn.as_text, outturn.value)


def _figure(ref: str, factor: float, as_text: str | None, read_as: float | None) -> Figure:
    number = ref if factor == 1 else f"{ref}/{literal(factor)}"
    if as_text is None or read_as is None:
        return Figure(f"ISNUMBER({ref})", number)
    if len(as_text) > 200:  # Excel allows 255 characters in a formula's text
        return Figure(f"ISNUMBER({ref})", number)
    same = f"{ref}={quoted(as_text)}"
    return Figure(f"OR(ISNUMBER({ref}),{same})", f"IF(ISNUMBER({ref}),{number},{literal(read_as)})")


def target_ref(cell: FromCell, sheet: str = "") -> str:
    """The cell of the workbook that a target is read from, as a formula refers to it."""
    return _elsewhere(cell, sheet) if cell.sheet else sheet + a1(cell.row, cell.column)


def target_figure(target: Target | None, cell: FromCell | None, sheet: str = "") -> Figure | None:
    """The target: the workbook's cell where it is from there, else the rule's number."""
    if cell is not None:
        ref = target_ref(cell, sheet)
        return _figure(ref, cell.factor, cell.as_text, target.value if target else None)
    return None if target is None else Figure(None, literal(target.value))


def _elsewhere(cell: FromCell, sheet: str) -> str:
    """A cell of a list on another sheet, looked up by what the indicator is called where it can
    be: either sheet may be sorted."""
    there = f"{quoted_sheet(cell.sheet)}!"
    column = column_letters(cell.column)
    if cell.found_by is None:
        return f"{there}${column}${cell.row}"
    first, left, last, _ = cell.found_by.keys
    keys = f"${column_letters(left)}${first}:${column_letters(left)}${last}"
    values = f"${column}${first}:${column}${last}"
    at = f"MATCH({sheet}{cell.found_by.key},{there}{keys},0)"
    return f'IFERROR(INDEX({there}{values},{at}),"")'


def tolerance_value(
    tolerance: Tolerance | None, cell: FromCell | None, target: str, sheet: str = ""
) -> str:
    """The tolerance in the unit, as a formula; "0" where there is none."""
    if tolerance is None:
        return "0"
    if cell is None:
        amount = literal(tolerance.amount)
    else:
        ref = sheet + a1(cell.row, cell.column)
        if cell.threshold:
            end = ref if cell.factor == 1 else f"{ref}/{literal(cell.factor)}"
            distance = f"ABS({target}-{end})"
            if cell.as_text is None:
                return distance
            return f"IF({ref}={quoted(cell.as_text)},{literal(tolerance.amount)},{distance})"
        number = f"ABS(N({ref}))" if cell.factor == 1 else f"ABS(N({ref}))/{literal(cell.factor)}"
        amount = number
        if cell.as_text is not None:
            amount = f"IF({ref}={quoted(cell.as_text)},{literal(tolerance.amount)},{number})"
    if tolerance.kind is ToleranceKind.RELATIVE:
        return f"ABS({target})*{amount}"
    return amount


@dataclass(frozen=True)
class Judged:
    """What a row is judged by, as formulas; `point` is what a point is worth in the unit.

    `strict` says that the target itself does not meet it; where the target is text in a cell,
    which is then `worded`, that is so until a number is typed there. `static_within` is how far a
    figure moves while it counts as static.
    """

    polarity: Polarity | None
    target: Figure | None
    upper: float | None
    tolerance: str
    point: float = 0.01
    strict: bool = False
    worded: str | None = None
    static_within: Tolerance | None = None

    @property
    def rated(self) -> bool:
        """Whether a status can come of it at all."""
        return self.target is not None and self.polarity not in (None, Polarity.NEITHER)

    def shortfall(self, value: str) -> str:
        """How far a value is on the wrong side of target, in the unit."""
        assert self.target is not None
        goal = self.target.value
        if self.upper is not None:
            return f"MAX({goal}-{value},{value}-{literal(self.upper)})"
        if self.polarity is Polarity.HIGH:
            return f"{goal}-{value}"
        if self.polarity is Polarity.LOW:
            return f"{value}-{goal}"
        return f"ABS({value}-{goal})"


def status_formula(outturn: Figure, judged: Judged, rating: Rating) -> str:
    """The formula of a RAG cell: the band's label, by the same edges as `rating.status_of`."""
    no_data = quoted(rating.no_data.label)
    not_rated = quoted(rating.not_rated.label)
    if not judged.rated:
        return f"IF({outturn.known},{not_rated},{no_data})"
    assert judged.target is not None
    shortfall = judged.shortfall(outturn.value)
    nested = quoted(rating.bands[-1].label)
    for limit in reversed(limits(rating)):
        label = quoted(rating.band(limit.status).label)
        nested = f"IF({_within(shortfall, limit, judged)},{label},{nested})"
    if judged.target.known is not None:
        nested = f"IF({judged.target.known},{nested},{not_rated})"
    return f"IF({outturn.known},{nested},{no_data})"


def _within(shortfall: str, limit: Limit, judged: Judged) -> str:
    """Whether a shortfall does not pass a band's edge."""
    reach = _reach(limit.edge, judged)
    beyond = shortfall if reach == "0" else f"{shortfall}-{reach}"
    sign = "<=" if limit.inclusive or reach == "0" else "<"
    within = f"ROUND({beyond},{DIGITS}){sign}0"
    if sign == "<":
        return _or_on_target(within, shortfall, limit.edge, judged)
    if not judged.strict:
        return within
    far = f"ABS({shortfall})" if reach == "0" else f"ABS({shortfall})+{reach}"
    off_target = f"ROUND({far},{DIGITS})>0"
    if judged.worded is not None:
        off_target = f"OR(ISNUMBER({judged.worded}),{off_target})"
    return f"AND({within},{off_target})"


def _or_on_target(within: str, shortfall: str, edge: Edge, judged: Judged) -> str:
    """Whether a shortfall is below an edge, or meets the target where the edge comes to nothing."""
    if edge.of == "points" or (judged.strict and judged.worded is None):
        return within  # which has a reach of its own, or is not met by itself
    on_target = f"ROUND({shortfall},{DIGITS})=0"
    if judged.strict:
        on_target = f"AND(ISNUMBER({judged.worded}),{on_target})"
    return f"OR({within},{on_target})"


def _reach(edge: Edge, judged: Judged) -> str:
    """How far from target a band reaches, in the unit."""
    assert judged.target is not None
    if edge.amount == 0:
        return "0"
    if edge.of == "points":
        return literal(edge.amount * judged.point)
    unit = judged.tolerance if edge.of == "tolerance" else f"ABS({judged.target.value})"
    return unit if edge.amount == 1 else f"{literal(edge.amount)}*{unit}"


def travel_formula(now: Figure, before: Figure, judged: Judged) -> str:
    """The formula of a direction of travel cell: an arrow for the number, a word for its worth."""
    moved = f"ROUND({now.value}-({before.value}),{DIGITS})"
    still = _is_static(f"{now.value}-({before.value})", before, judged)
    closer = judged.polarity is Polarity.PLAN or judged.upper is not None
    if closer and judged.rated:
        words = _by_distance(now, before, judged, (moved, still))
    else:
        up, down, level = {
            Polarity.HIGH: ("Improved", "Worsened", "Static"),
            Polarity.LOW: ("Worsened", "Improved", "Static"),
        }.get(judged.polarity or Polarity.NEITHER, ("Up", "Down", "Level"))
        words = (
            f"IF({still},{quoted(f'{LEVEL} {level}')},"
            f"IF({moved}>0,{quoted(f'{UP} {up}')},{quoted(f'{DOWN} {down}')}))"
        )
    return f"IF(AND({now.known},{before.known}),{words},{quoted(NOT_KNOWN)})"


def _is_static(moved: str, before: Figure, judged: Judged) -> str:
    """Whether a move is no more than counts as standing still, as `is_static` has it."""
    within, earlier = judged.static_within, f"ABS({before.value})"
    if within is None:
        shown = f"ROUND(ABS({moved})-{literal(SHOWN_AS_NONE)}*{earlier},{DIGITS})<0"
        return f"OR(ROUND({moved},{DIGITS})=0,{shown})"
    relative = within.kind is ToleranceKind.RELATIVE
    far = f"{literal(within.amount)}*{earlier}" if relative else literal(within.amount)
    return f"ROUND(ABS({moved})-{far},{DIGITS})<=0"


def _by_distance(now: Figure, before: Figure, judged: Judged, move: tuple[str, str]) -> str:
    assert judged.target is not None
    plan = Judged(Polarity.PLAN, judged.target, judged.upper, judged.tolerance)
    gap_now, gap_before = (
        f"MAX({plan.shortfall(f'({figure.value})')},0)" for figure in (now, before)
    )
    nearer = f"{gap_before}-{gap_now}"
    moved, still = move
    arrow = f'IF({still},"{LEVEL} ",IF({moved}>0,"{UP} ","{DOWN} "))'
    same = _is_static(nearer, before, judged)
    word = f'IF({same},"Static",IF({nearer}>0,"Improved","Worsened"))'
    if judged.target.known is None:
        return f"{arrow}&{word}"
    plain = f'IF({still},"Level",IF({moved}>0,"Up","Down"))'
    return f"{arrow}&IF({judged.target.known},{word},{plain})"


def change_formula(now: Figure, before: Figure) -> str:
    """The formula of a change cell: relative to the earlier value, as a fraction."""
    earlier = f"({before.value})"
    change = f"({now.value}-{earlier})/ABS({earlier})"
    return (
        f"IF(AND({now.known},{before.known}),IF({before.value}=0,{quoted(NOT_KNOWN)},{change}),"
        f"{quoted(NOT_KNOWN)})"
    )
