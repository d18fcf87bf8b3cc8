"""The formulas that judge: from figure, target and tolerance to status, move and changes."""

from __future__ import annotations

from xl_scorecard.compose.formulas import literal, quoted
from xl_scorecard.compose.register.edged import Edged
from xl_scorecard.compose.register.headings import REFRESH, Heading, here
from xl_scorecard.compose.register.lists import Lists, WordList, part_of_place
from xl_scorecard.compose.register.terms import RowTerms, Term
from xl_scorecard.domain.amount import Tolerance, ToleranceKind
from xl_scorecard.domain.bands import Rating
from xl_scorecard.domain.compared import SHOWN_AS_NONE
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.ours import DOWN, LEVEL, NOT_KNOWN, UP
from xl_scorecard.rating.status import DIGITS, Limit, limits, needs_target, worst_place

_SAY = quoted(REFRESH)
_BESIDE = "1E-9"
"""What a target that is missed by itself is missed by: more than rounding, less than any band."""


def state(row: int, rating: Rating, lists: Lists, terms: RowTerms | None = None) -> str:
    """Why an indicator is not judged, as its status says it; nothing where it is."""
    terms = terms or RowTerms(row)
    found, as_then, out, goal, good, tolerance = (
        here(h, row)
        for h in (
            Heading.TIMES_FOUND, Heading.AS_THEN, Heading.OUTTURN, Heading.TARGET,
            Heading.GOOD_IS, Heading.TOLERANCE,
        )
    )  # fmt: skip
    no_rating = lists.bands.cell(len(rating.bands))
    no_data = lists.bands.cell(len(rating.bands) + 1)
    unrated = _unrated(row, rating)
    further = "".join(f",{cell}={_SAY}" for cell in _rests_on(terms, rating))
    doubtful = f"OR({good}={_SAY},{goal}={_SAY},{here(Heading.TARGET_TO, row)}={_SAY}{further})"
    if terms.worded:
        return (
            f'IF(OR({found}<>1,{as_then}<>"yes",{out}={_SAY},{good}={_SAY}),{_SAY},'
            f'IF({out}="",{no_data},IF({good}={quoted(Polarity.NEITHER.value)},{no_rating},"")))'
        )
    rest = f'IF({unrated},{no_rating},IF({tolerance}={_SAY},{_SAY},""))'
    by_neither = f"IF({good}={quoted(Polarity.NEITHER.value)},{no_rating},"
    return (
        f'IF(OR({found}<>1,{as_then}<>"yes",{out}={_SAY}),{_SAY},'
        f'IF({out}="",{no_data},{by_neither}IF({doubtful},{_SAY},{rest}))))'
    )


def _unrated(row: int, rating: Rating) -> str:
    """Whether there is not enough to rate a figure by."""
    goal, good = here(Heading.TARGET, row), here(Heading.GOOD_IS, row)
    neither = f"{good}={quoted(Polarity.NEITHER.value)}"
    if not limits(rating):
        return "TRUE"
    if needs_target(rating):
        return f'OR({goal}="",{good}="",{neither})'
    return f'OR({good}="",{neither},AND({good}="plan",{goal}=""))'


def _rests_on(terms: RowTerms, rating: Rating) -> list[str]:
    """The cells that the edges rest on besides target and tolerance."""
    cells = [terms.in_block(Edged.FLOOR)] if terms.floored else []
    kinds = {limit.edge.kind.rests_on for limit in limits(rating)}
    cells += [str(terms.year_before)] * ("year_before" in kinds)
    return cells + [str(terms.previous)] * ("previous" in kinds)


def short_by(row: int, *, always_aimed: bool = True) -> str:
    """How far the outturn is on the wrong side of target, in the unit; `always_aimed` says that
    what is rated has a target."""
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
    untold = f'{here(Heading.STATE, row)}<>""'
    if not always_aimed:
        untold = f'OR({untold},{goal}="")'
    return f'IF({untold},"",IF(ISNUMBER({to}),MAX({goal}-{out},{out}-{to}),{itself}))'


def status(row: int, rating: Rating, lists: Lists, terms: RowTerms | None = None) -> str:
    """The word of the first band whose edge the outturn does not pass."""
    terms = terms or RowTerms(row)
    worst = lists.bands.cell(worst_place(rating, worded=terms.worded))
    nested = worst
    for limit in reversed(limits(rating, worded=terms.worded)):
        nested = (
            f"IF({_within(limit, terms, rating, lists)},{lists.bands.cell(limit.place)},{nested})"
        )
    if terms.floored:
        floor = terms.in_block(Edged.FLOOR)
        past = f"IF(ISNUMBER({floor}),ROUND({terms.past_floor},{DIGITS})>0,FALSE)"
        nested = f"IF({past},{worst},{nested})"
    why_not = here(Heading.STATE, row)
    return f'IF({why_not}<>"",{why_not},{nested})'


def _within(limit: Limit, terms: RowTerms, rating: Rating, lists: Lists) -> str:
    """Whether the outturn is within a band's edge; meeting the target is within any that is a
    distance from it."""
    kind, amount = limit.edge.kind, limit.edge.amount
    beyond = kind.beyond(amount, terms)
    if kind.of == "figure":  # it stands in the list of statuses
        part = part_of_place(rating) if terms.worded else 2
        beyond = kind.beyond(Term(lists.bands.cell(limit.place, part)), terms)  # type: ignore[arg-type]
    if limit.inclusive:
        return f"ROUND({beyond},{DIGITS})<=0"
    if not kind.needs_target:
        return f"ROUND({beyond},{DIGITS})<0"
    return f"OR(ROUND({beyond},{DIGITS})<0,ROUND({terms.short},{DIGITS})<=0)"


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


def performance(row: int, within: Tolerance | None) -> str:
    """An arrow for the worth of a move, and the word; of one that has none only which way."""
    by, good, to, closer = (
        here(h, row) for h in (Heading.MOVED, Heading.GOOD_IS, Heading.TARGET_TO, Heading.NEARER)
    )
    level, words = f'{here(Heading.STILL, row)}="yes"', f'"{UP} Improved","{DOWN} Worsened"'
    still = f'"{LEVEL} Static"'
    plain = f'IF({level},"Level",IF({by}>0,"Up","Down"))'
    by_way = f'IF({level},{still},IF(({by}>0)=({good}="high"),{words}))'
    worth = f"IF({_is_static(closer, row, within)},{still},IF({closer}>0,{words}))"
    unsaid = f'OR({good}="",{good}="neither")'
    to_plan = f'OR({good}="plan",ISNUMBER({to}))'
    return (
        f'IF({by}={_SAY},{_SAY},IF({by}="",{here(Heading.NO_MOVE, row)},'
        f'IF(OR({unsaid},AND({to_plan},{closer}="")),{plain},IF({to_plan},{worth},{by_way}))))'
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
    better, worse = (
        f'OR(RIGHT({way},8)="{word}",LEFT({way},6)="{was}")'  # "▲ From Red" where it is by status
        for word, was in (("Improved", "▲ From"), ("Worsened", "▼ From"))
    )
    return (
        f"IF(AND(ISNUMBER({change}),ISNUMBER({place}),OR({better},{worse})),"
        f'IF({better},1,-1)*ABS(N({change}))-N({place})/1E+13,"")'
    )


def shown_word(row: int, value: Heading, bands: WordList, part: int) -> str:
    """The word of the rating whose place a figure is."""
    figure = here(value, row)
    word = f"LOOKUP(2,1/({bands.range(part)}={figure}),{bands.range()})"
    return f'IF(ISNUMBER({figure}),IFERROR({word},{figure}&""),{figure}&"")'


def decimals_needed(row: int, value: Heading, least: int, *, percent: bool) -> str:
    """How many decimals a figure has, at least so many and two at most."""
    figure = f"{here(value, row)}*100" if percent else here(value, row)
    needed = "2"
    for decimals in (1, 0)[: 2 - least]:
        is_enough = f"ABS(ROUND({figure},{decimals})-{figure})<1E-9"
        needed = f"IF({is_enough},{decimals},{needed})"
    return needed


def shown(row: int, value: Heading, decimals: str, *, percent: bool) -> str:
    """A figure in words, as lists of several units show it; nothing where there is none."""
    figure = here(value, row)
    number = (
        f'FIXED({figure}*100,{decimals},TRUE)&"%"' if percent else f"FIXED({figure},{decimals})"
    )
    return f'IF(ISNUMBER({figure}),{number},{figure}&"")'
