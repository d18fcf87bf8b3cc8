"""The formulas that judge: from figure, target and tolerance to status, move and changes."""

from __future__ import annotations

from xl_scorecard.compose.formulas import literal, quoted
from xl_scorecard.compose.register.headings import REFRESH, Heading, here
from xl_scorecard.compose.register.lists import Lists
from xl_scorecard.domain.amount import Tolerance, ToleranceKind
from xl_scorecard.domain.bands import Rating
from xl_scorecard.domain.compared import SHOWN_AS_NONE
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.ours import DOWN, LEVEL, NOT_KNOWN, UP
from xl_scorecard.rating.status import DIGITS, limits

_SAY = quoted(REFRESH)
_BESIDE = "1E-9"
"""What a target that is missed by itself is missed by: more than rounding, less than any band."""


def state(row: int, rating: Rating, lists: Lists) -> str:
    """Why an indicator is not judged, as its status says it; nothing where it is."""
    found, as_then, out, goal, good, tolerance = (
        here(h, row)
        for h in (
            Heading.TIMES_FOUND, Heading.AS_THEN, Heading.OUTTURN, Heading.TARGET,
            Heading.GOOD_IS, Heading.TOLERANCE,
        )
    )  # fmt: skip
    no_rating = lists.bands.cell(len(rating.bands))
    no_data = lists.bands.cell(len(rating.bands) + 1)
    unrated = f'OR({goal}="",{good}="",{good}={quoted(Polarity.NEITHER.value)})'
    doubtful = f"OR({good}={_SAY},{goal}={_SAY},{here(Heading.TARGET_TO, row)}={_SAY})"
    rest = f'IF({unrated},{no_rating},IF({tolerance}={_SAY},{_SAY},""))'
    by_neither = f"IF({good}={quoted(Polarity.NEITHER.value)},{no_rating},"
    return (
        f'IF(OR({found}<>1,{as_then}<>"yes",{out}={_SAY}),{_SAY},'
        f'IF({out}="",{no_data},{by_neither}IF({doubtful},{_SAY},{rest}))))'
    )


def short_by(row: int) -> str:
    """How far the outturn is on the wrong side of target, in the unit."""
    out, goal, to, good, strict, way = (
        here(h, row)
        for h in (
            Heading.OUTTURN, Heading.TARGET, Heading.TARGET_TO, Heading.GOOD_IS, Heading.STRICT,
            Heading.WAY,
        )
    )  # fmt: skip
    plain = f'IF({good}="high",{goal}-{out},IF({good}="low",{out}-{goal},ABS({out}-{goal})))'
    itself = (
        f'IF(AND({strict}="yes",{way}={good},ROUND({out}-{goal},{DIGITS})=0),{_BESIDE},{plain})'
    )
    return (
        f'IF({here(Heading.STATE, row)}<>"","",'
        f"IF(ISNUMBER({to}),MAX({goal}-{out},{out}-{to}),{itself}))"
    )


def status(row: int, rating: Rating, lists: Lists) -> str:
    """The word of the first band that the shortfall does not pass."""
    short = here(Heading.SHORT_BY, row)
    nested = lists.bands.cell(len(rating.bands) - 1)
    for number, limit in reversed(list(enumerate(limits(rating)))):
        edge = limit.edge
        far = {
            "tolerance": f"N({here(Heading.TOLERANCE, row)})",
            "target": f"ABS({here(Heading.TARGET, row)})",
            "points": here(Heading.POINT, row),
        }[edge.of]
        beyond = short
        if edge.amount:
            times = "" if edge.amount == 1 else f"{literal(edge.amount)}*"
            beyond = f"{short}-{times}{far}"
        within = f"ROUND({beyond},{DIGITS})<=0"
        if not limit.inclusive:  # meeting the target is within any edge
            within = f"OR(ROUND({beyond},{DIGITS})<0,ROUND({short},{DIGITS})<=0)"
        nested = f"IF({within},{lists.bands.cell(number)},{nested})"
    why_not = here(Heading.STATE, row)
    return f'IF({why_not}<>"",{why_not},{nested})'


def concern(row: int, lists: Lists) -> str:
    """The concern of the status; none of Refresh."""
    word = here(Heading.STATUS, row)
    return f"SUMPRODUCT(EXACT({lists.bands.range()},{word})*{lists.bands.range(1)})"


def moved(row: int) -> str:
    """How far an outturn moved since the period before; Refresh where one of them says so."""
    now, before, good = (here(h, row) for h in (Heading.OUTTURN, Heading.PREVIOUS, Heading.GOOD_IS))
    refresh = f"OR({here(Heading.TIMES_FOUND, row)}<>1,{now}={_SAY},{before}={_SAY},{good}={_SAY})"
    known = f"AND(ISNUMBER({now}),ISNUMBER({before}))"
    return f'IF({refresh},{_SAY},IF({known},ROUND({now}-{before},{DIGITS}),""))'


def level_within(row: int, within: Tolerance | None) -> str:
    """How far a figure may move while it counts as static."""
    before = here(Heading.PREVIOUS, row)
    if within is None:
        return f"{literal(SHOWN_AS_NONE)}*ABS(N({before}))"
    amount = literal(within.amount)
    return f"{amount}*ABS(N({before}))" if within.kind is ToleranceKind.RELATIVE else amount


def _is_static(move: str, row: int, within: Tolerance | None) -> str:
    """Whether a move is no more than counts as standing still."""
    over = f"ROUND(ABS({move})-{here(Heading.LEVEL_WITHIN, row)},{DIGITS})"
    return f"OR({move}=0,{over}<0)" if within is None else f"{over}<=0"


def still(row: int, within: Tolerance | None) -> str:
    """Whether it moved no more than counts as standing still."""
    by = here(Heading.MOVED, row)
    return f'IF(ISNUMBER({by}),IF({_is_static(by, row, within)},"yes","no"),"")'


def direction(row: int, within: Tolerance | None) -> str:
    """An arrow for the number and a word for its worth."""
    by, good, to, closer = (
        here(h, row) for h in (Heading.MOVED, Heading.GOOD_IS, Heading.TARGET_TO, Heading.NEARER)
    )
    level = f'{here(Heading.STILL, row)}="yes"'
    arrow = f'IF({level},"{LEVEL} ",IF({by}>0,"{UP} ","{DOWN} "))'
    plain = f'IF({level},"Level",IF({by}>0,"Up","Down"))'
    by_way = f'IF({level},"Static",IF(({by}>0)=({good}="high"),"Improved","Worsened"))'
    worth = f'IF({_is_static(closer, row, within)},"Static",IF({closer}>0,"Improved","Worsened"))'
    unsaid = f'OR({good}="",{good}="neither")'
    to_plan = f'OR({good}="plan",ISNUMBER({to}))'
    no_goal = f'AND({to_plan},{closer}="")'
    return (
        f'IF({by}={_SAY},{_SAY},IF({by}="",{here(Heading.NO_MOVE, row)},{arrow}&'
        f"IF(OR({unsaid},{no_goal}),{plain},IF({to_plan},{worth},{by_way}))))"
    )


def nearer(row: int) -> str:
    """How much nearer to target or range an outturn came since the period before."""
    now, before, goal, to = (
        here(h, row) for h in (Heading.OUTTURN, Heading.PREVIOUS, Heading.TARGET, Heading.TARGET_TO)
    )

    def off(value: str) -> str:
        """How far from target."""
        return f"IF(ISNUMBER({to}),MAX({goal}-{value},{value}-{to},0),ABS({value}-{goal}))"

    known = f"AND(ISNUMBER({now}),ISNUMBER({before}),ISNUMBER({goal}))"
    return f'IF({known},ROUND({off(before)}-{off(now)},{DIGITS}),"")'


def change(row: int, before: Heading, none: Heading) -> str:
    """The change from an earlier figure, as a share of it."""
    now, then = here(Heading.OUTTURN, row), here(before, row)
    refresh = f"OR({here(Heading.TIMES_FOUND, row)}<>1,{now}={_SAY},{then}={_SAY})"
    return (
        f"IF({refresh},{_SAY},IF(AND(ISNUMBER({now}),ISNUMBER({then})),"
        f"IF({then}=0,{quoted(NOT_KNOWN)},({now}-{then})/ABS({then})),{here(none, row)}))"
    )


def worst(row: int) -> str:
    """How badly it needs attention: by concern, then by how many tolerances it is short of target,
    or shares of the target; each its own. Nothing where it needs none."""
    short, allowed, goal, how_much = (
        here(h, row) for h in (Heading.SHORT_BY, Heading.TOLERANCE, Heading.TARGET, Heading.CONCERN)
    )
    of = f"IF(N({allowed})>0,{allowed},IF(N({goal})=0,1,ABS({goal})))"
    return (
        f"IF(N({how_much})>0,{how_much}*1000+MIN(900,MAX(0,N({short})/{of}))"
        f'-{here(Heading.PLACE, row)}/1E+10,"")'
    )


def most_moved(row: int) -> str:
    """By how much of the earlier figure it got better, or less than nothing where worse; each its
    own. Nothing where it did neither."""
    change, way, place = (here(h, row) for h in (Heading.CHANGE, Heading.DIRECTION, Heading.PLACE))
    better, worse = (f'RIGHT({way},8)="{word}"' for word in ("Improved", "Worsened"))
    return (
        f"IF(AND(ISNUMBER({change}),ISNUMBER({place}),OR({better},{worse})),"
        f'IF({better},1,-1)*ABS(N({change}))-N({place})/1E+13,"")'
    )


def shown(row: int, value: Heading, decimals: int, *, percent: bool) -> str:
    """A figure in words, as lists of several units show it; nothing where there is none."""
    figure = here(value, row)
    number = (
        f'FIXED({figure}*100,{decimals},TRUE)&"%"' if percent else f"FIXED({figure},{decimals})"
    )
    return f'IF(ISNUMBER({figure}),{number},{figure}&"")'
