"""The formulas that read a cell: as at the refresh while it stands so, else by rule."""

from __future__ import annotations

from enum import Enum, auto

from xl_scorecard.compose.formulas import is_hidden, literal, quoted
from xl_scorecard.compose.register.headings import REFRESH, Heading, here
from xl_scorecard.compose.register.lists import Lists, WordList
from xl_scorecard.domain.disclosure import MASK
from xl_scorecard.domain.hides import Hides
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.scale import MOST_AS_FRACTION

NO_BREAK = "\N{NO-BREAK SPACE}"
GAP = "gap"
"""What stands for a figure that words say is not there."""
END_IN_WORDS = "end in words"
"""What a tolerance's amount is where it ends at a threshold that stands there in words."""
_SAY = quoted(REFRESH)
NUMBERVALUE = "_xlfn.NUMBERVALUE"
"""Excel 2013's, as files name it."""


def mirror(at: str, hides: Hides | None = None, *, texts: bool = False) -> str:
    """What a cell holds: nothing as no text, an error as text; another where its column is gone.

    Of what it `hides`, and of its `texts` where these may say that too, only that it is masked.
    """
    shown = at
    if hides is not None:
        hidden = is_hidden(at, hides)
        hidden = f"OR(ISTEXT({at}),{hidden})" if texts else hidden
        shown = f"IF({hidden},{quoted(MASK)},{at})"
    return f'IF(ISREF({at}),IFERROR(IF({at}="","",{shown}),"#N/A"),"#REF!")'


def words_now(row: int) -> str:
    """The sentences of a refresh, as long as what they rest on stands as it did."""
    pairs = (
        (Heading.OUTTURN_CELL, Heading.OUTTURN_THEN),
        (Heading.PREVIOUS_CELL, Heading.PREVIOUS_THEN),
        (Heading.TARGET_CELL, Heading.TARGET_THEN),
        (Heading.TOLERANCE_CELL, Heading.TOLERANCE_THEN),
        (Heading.GOOD_CELL, Heading.GOOD_THEN),
    )
    stands = ",".join(same(here(cell, row), here(then, row)) for cell, then in pairs)
    is_as_then = f'{here(Heading.AS_THEN, row)}="yes"'
    test = f"IFERROR(AND({is_as_then},{stands}),FALSE)"
    return f"IF({test},{here(Heading.WORDS_THEN, row)},{quoted(REFRESH)})"


def same(cell: str, then: str) -> str:
    """Whether a cell holds what it held at the refresh."""
    return f"EXACT({cell},{then})"


def tidy_words(cell: str, then: str) -> str:
    """The words typed since, in small letters and one kind of space; none of a number."""
    plain = f'LOWER(TRIM(SUBSTITUTE({cell},"{NO_BREAK}"," ")))'
    return f'IF(OR({same(cell, then)},ISNUMBER({cell})),"",{plain})'


def in_list(words: str, among: WordList) -> str:
    """Whether words are one of a list, whatever their letter case."""
    return f"SUMPRODUCT(--({among.range()}={words}))>0"


def is_no_figure(words: str, lists: Lists) -> str:
    """Whether words have a character in them that no plain figure has."""
    return f"SUMPRODUCT(--ISNUMBER(FIND({lists.no_figures.range()},{words})))>0"


def bare(words: str) -> str:
    """Words without a pound sign before the figure and commas between its thousands, which part
    whole threes before the point: `£1,696,868.50` is 1696868.50, and `1,5` stays what it is."""
    plain = f'SUBSTITUTE({words},"£","")'
    commas = f'(LEN({words})-LEN(SUBSTITUTE({words},",","")))'
    whole = f'FIND(".",{words}&".")'
    first = f'FIND(",",{words})'
    foremost = f'FIND(",",{plain})'
    parting = f'SUMPRODUCT(--(MID(REPT(" ",12)&{words},{whole}+12-{{4,8,12}},1)=","))'
    apart = f"AND({foremost}>1,{foremost}<=4,{first}={whole}-4*{commas},{parting}={commas})"
    return f'IF(IFERROR({apart},FALSE),SUBSTITUTE({plain},",",""),{plain})'


def bare_number(words: str) -> str:
    """The number that words are: an error where they are none; `84.2%` is 0.842."""
    return f'{NUMBERVALUE}({words},".",",")'


_LAST_DATE = 60_000
"""The serial numbers of dates up to 2064."""


def within(number: str, cell: str, row: int, above: Heading, up_to: Heading) -> str:
    """Whether a number is read as the others are: within bounds, no code such as 99999, and no
    date, which text is none."""
    bounded = f"AND({number}>{here(above, row)},{number}<={here(up_to, row)})"
    no_code = f'OR({number}<1000,SUBSTITUTE({number},"9","")<>"")'
    dates = here(Heading.DATES_FROM, row)
    no_date = f'OR({dates}="",{number}<{dates},{number}>{_LAST_DATE},ISTEXT({cell}))'
    return f"AND(OR({number}=0,{bounded}),{no_code},{no_date})"


class Words(Enum):
    """Figures typed as text that a formula reads: 84.2, 84.2%."""

    BARE = auto()
    SIGNED = auto()
    BARE_OR_SIGNED = auto()
    NONE = auto()


def outturn_number(row: int, read_words: Words, lists: Lists) -> str:
    """The number typed since into a figure's cell, as the cell keeps it; `gap`, or Refresh."""
    cell, then = here(Heading.OUTTURN_CELL, row), here(Heading.OUTTURN_THEN, row)
    words, figure = here(Heading.OUTTURN_WORDS, row), here(Heading.OUTTURN_BARE, row)
    number = bare_number(figure)
    times = here(Heading.KEPT_TIMES, row)
    signs = f'LEN({figure})-LEN(SUBSTITUTE({figure},"%",""))'
    if read_words is Words.BARE:
        odd = f'ISNUMBER(FIND("%",{figure}))'
    elif read_words is Words.SIGNED:
        odd, number = f"{signs}<>1", f"{number}*{times}"
    else:
        odd, number = f"{signs}>1", f'{number}*IF(RIGHT({figure})="%",{times},1)'
    read = f"IF(OR({odd},{is_no_figure(figure, lists)}),{_SAY},IFERROR({number},{_SAY}))"
    if read_words is Words.NONE:
        read = _SAY
    gap = f'OR({words}="",{in_list(words, lists.gaps)})'
    return f'IF({same(cell, then)},"",IF(ISNUMBER({cell}),{cell},IF({gap},{quoted(GAP)},{read})))'


def worded_number(row: int, words: WordList, lists: Lists) -> str:
    """The place of the word typed since into a figure's cell, among the words of the rating; `gap`,
    or Refresh, as a number is none."""
    cell, then = here(Heading.OUTTURN_CELL, row), here(Heading.OUTTURN_THEN, row)
    typed = here(Heading.OUTTURN_WORDS, row)
    place = f"LOOKUP(2,1/({words.range()}={typed}),{words.range(1)})"
    gap = f'OR({typed}="",{in_list(typed, lists.gaps)})'
    otherwise = f"IF({gap},{quoted(GAP)},{_SAY})"
    return (
        f'IF({same(cell, then)},"",IF(ISNUMBER({cell}),{_SAY},'
        f'IF({typed}="",{quoted(GAP)},IFERROR({place},{otherwise}))))'
    )


def outturn(row: int, *, stands_in: bool) -> str:
    """The outturn in the unit; nothing where there is none; Refresh where only reading can tell."""
    cell, then = here(Heading.OUTTURN_CELL, row), here(Heading.OUTTURN_THEN, row)
    number = here(Heading.OUTTURN_NUMBER, row)
    read = as_read(here(Heading.OUTTURN_READ, row))
    times = here(Heading.KEPT_TIMES, row)
    gone = _SAY if stands_in else '""'
    kept = within(number, cell, row, Heading.ABOVE, Heading.UP_TO)
    return (
        f"IF({same(cell, then)},{read},IF({number}={quoted(GAP)},{gone},"
        f"IF(ISNUMBER({number}),IF({kept},ROUND({number}/{times},15),{_SAY}),{_SAY})))"
    )


def no_sign_far_below(row: int, cell: str, share: str, read: str) -> str:
    """What is read of a cell, but Refresh where it is text with a share far below the row's own:
    beside 5%, 0.82 may be either."""
    far = (
        f"AND(ISTEXT({cell}),ISNUMBER({share}),{share}<>0,{share}<{here(Heading.SIGNS_FROM, row)})"
    )
    return f"IF({far},{_SAY},{read})"


def while_steady(row: int, outturn: str) -> str:
    """An outturn of a row of percentages that are kept in several ways: read as it was only while
    nothing beside it may have changed what it means."""
    beside = (Heading.PREVIOUS, Heading.YEAR_BEFORE, Heading.TARGET)
    waits = ",".join(f"{here(heading, row)}={_SAY}" for heading in beside)
    return f'IF(OR({here(Heading.AS_THEN, row)}<>"yes",{waits}),{_SAY},{outturn})'


def earlier(row: int, cell: Heading, then: Heading, read: Heading, lists: Lists) -> str:
    """An earlier figure likewise; of words typed since only those for no figure are read."""
    here_cell = here(cell, row)
    times = here(Heading.KEPT_TIMES, row)
    kept = within(here_cell, here_cell, row, Heading.ABOVE, Heading.UP_TO)
    gap = f'OR({here_cell}="",{in_list(f"TRIM({here_cell})", lists.gaps)})'
    return (
        f"IF({same(here_cell, here(then, row))},{as_read(here(read, row))},"
        f"IF(ISNUMBER({here_cell}),IF({kept},ROUND({here_cell}/{times},15),{_SAY}),"
        f'IF({gap},"",{_SAY})))'
    )


def only_as_then(row: int, cell: Heading, then: Heading, read: Heading) -> str:
    """A figure that nothing but reading can read anew, such as one on another quarter's sheet."""
    return f"IF({same(here(cell, row), here(then, row))},{as_read(here(read, row))},{_SAY})"


def near_then(row: int, cell: Heading, then: Heading, read: Heading) -> str:
    """A figure on another quarter's sheet likewise, whose cell was not seen to the last digit."""
    there, was = here(cell, row), here(then, row)
    close = f"IF(AND(ISNUMBER({there}),ISNUMBER({was})),ABS({there}-{was})<1E-9,{same(there, was)})"
    return f"IF({close},{as_read(here(read, row))},{_SAY})"


def as_read(cell: str) -> str:
    """A constant that may be left blank: which is no text then, and not 0."""
    return f'IF({cell}="","",{cell})'


# -- targets ---------------------------------------------------------------------------------


def longest(words: str, among: WordList, side: str) -> str:
    """The row of the list where the longest word stands that words begin or end with."""
    listed = among.range()
    return (
        f'IF({words}="","",IFERROR(LOOKUP(2,1/({side}({words},LEN({listed}))={listed}),'
        f'ROW({listed})),""))'
    )


def target_bare(row: int, lists: Lists) -> str:
    """A typed target without the words around its figure."""
    words, opens, closes = (
        here(h, row) for h in (Heading.TARGET_WORDS, Heading.TARGET_OPENS, Heading.TARGET_CLOSES)
    )
    before = f'IF({opens}="",0,LEN(INDEX({lists.openings.whole()},{opens})))'
    behind = f'IF({closes}="",0,LEN(INDEX({lists.closings.whole()},{closes})))'
    return f'IF({words}="","",TRIM(MID({words},1+{before},MAX(0,LEN({words})-{before}-{behind}))))'


def target_parts(row: int) -> str:
    """Where a range is parted: 40-60, 40 to 60; 0 where it is one figure."""
    bare = here(Heading.TARGET_BARE, row)
    return (
        f'IF({bare}="",0,IFERROR(FIND("-",{bare},2),IFERROR(FIND("–",{bare},2),'
        f'IFERROR(FIND(" to ",{bare}),0))))'
    )


def target_part(row: int, *, second: bool) -> str:
    """The first or second figure of a typed target, bare; nothing where there is none."""
    words, parts = here(Heading.TARGET_BARE, row), here(Heading.TARGET_PARTS, row)
    if second:
        skip = f'IF(MID({words},{parts},1)=" ",4,1)'
        part, empty = f"TRIM(MID({words},{parts}+{skip},99))", f'OR({words}="",{parts}=0)'
    else:
        part = f"TRIM(LEFT({words},IF({parts}=0,99,{parts}-1)))"
        empty = f'{words}=""'
    return f'IF({empty},"",SUBSTITUTE({part},"%",""))'


def target_figure(row: int, unit: Unit | None, lists: Lists, *, second: bool) -> str:
    """The first or second figure of a typed target, in the unit; Refresh where it is none."""
    words = here(Heading.TARGET_BARE, row)
    part = here(Heading.TARGET_HIGH_BARE if second else Heading.TARGET_LOW_BARE, row)
    percent = f'ISNUMBER(FIND("%",{words}))'
    figure, refused = bare_number(part), is_no_figure(part, lists)
    if unit is Unit.PERCENT:
        figure = f"{figure}/IF({percent},100,IF({figure}>{literal(MOST_AS_FRACTION)},100,1))"
    else:
        refused = f"OR({percent},{refused})"
    return f'IF({part}="","",IFERROR(IF({refused},{_SAY},ROUND({figure},12)),{_SAY}))'


def target(row: int, lists: Lists, times: float, *, halves: bool) -> str:
    """The target in the unit, of a range its lower end."""
    cell, then, words, first, second = (
        here(h, row)
        for h in (
            Heading.TARGET_CELL, Heading.TARGET_THEN, Heading.TARGET_WORDS,
            Heading.TARGET_FIRST, Heading.TARGET_SECOND,
        )
    )  # fmt: skip
    kept = within(cell, cell, row, Heading.TARGET_ABOVE, Heading.TARGET_UP_TO)
    number = cell if times == 1 else f"{cell}/{literal(times)}"
    else_ = f"IF(AND({cell}>=15,{cell}<=100),{cell}/100,{_SAY})" if halves else _SAY
    typed = f"IF(ISNUMBER({second}),MIN({first},{second}),{first})"
    return (
        f"IF({same(cell, then)},{as_read(here(Heading.TARGET_READ, row))},"
        f"IF(ISNUMBER({cell}),IF({kept},{number},{else_}),"
        f'IF(OR({words}="",{in_list(words, lists.no_targets)}),"",{typed})))'
    )


def target_to(row: int) -> str:
    """The upper end of a range."""
    cell, then, first, second = (
        here(h, row)
        for h in (
            Heading.TARGET_CELL, Heading.TARGET_THEN, Heading.TARGET_FIRST, Heading.TARGET_SECOND,
        )
    )  # fmt: skip
    return (
        f"IF({same(cell, then)},{as_read(here(Heading.TARGET_READ_TO, row))},"
        f"IF(ISNUMBER({second}),MAX({first},{second}),{second}))"
    )


def said_by_words(row: int, read: Heading, lists: Lists, part: int, *, ranged: str) -> str:
    """What the words around a typed target say: which way is good, whether it is missed by
    itself."""
    cell, then, opens, closes, second = (
        here(h, row)
        for h in (
            Heading.TARGET_CELL, Heading.TARGET_THEN, Heading.TARGET_OPENS,
            Heading.TARGET_CLOSES, Heading.TARGET_SECOND,
        )
    )  # fmt: skip
    return (
        f"IF({same(cell, then)},{as_read(here(read, row))},"
        f'IF({opens}<>"",INDEX({lists.openings.whole(part)},{opens}),'
        f'IF({closes}<>"",INDEX({lists.closings.whole(part)},{closes}),'
        f'IF(ISNUMBER({second}),{quoted(ranged)},""))))'
    )


# -- tolerances ------------------------------------------------------------------------------


def tolerance_words(row: int) -> str:
    """A typed tolerance without what only says that it is one."""
    words = tidy_words(here(Heading.TOLERANCE_CELL, row), here(Heading.TOLERANCE_THEN, row))
    for sign in ("+/-", "±", "within "):
        words = f'SUBSTITUTE({words},"{sign}","")'
    return f"TRIM({words})"


def tolerance_amount(row: int, unit: Unit | None, number: str | None, lists: Lists) -> str:
    """The tolerance's amount, in the unit or as a share of the target; `number` is the expression
    of a number typed since, None where only reading can tell."""
    cell, then, words, ends = (
        here(h, row)
        for h in (
            Heading.TOLERANCE_CELL, Heading.TOLERANCE_THEN, Heading.TOLERANCE_WORDS,
            Heading.TOLERANCE_ENDS,
        )
    )  # fmt: skip
    part = (
        f'TRIM(LEFT({words},LEN({words})-IF({ends}="",0,LEN(INDEX({lists.ends.whole()},{ends})))))'
    )
    if unit is not Unit.PERCENT:  # 10 cases
        counted = f'IFERROR(LEFT({words},FIND(" ",{words})-1),{words})'
        part = f'IF({ends}="",{counted},{part})'
    figure = bare_number(part)
    if unit is Unit.PERCENT:
        typed = f'ABS({figure})/IF(AND({ends}="",ABS({figure})<1),1,100)'
    else:
        typed = f'ABS({figure})/IF({here(Heading.TOLERANCE_KIND, row)}="share",100,1)'
    return (
        f"IF({same(cell, then)},{as_read(here(Heading.TOLERANCE_READ, row))},"
        f"IF(ISNUMBER({cell}),{number or _SAY},"
        f'IF({words}="",{as_read(here(Heading.TOLERANCE_ELSE, row))},'
        f"IFERROR(ROUND({typed},12),{_SAY}))))"
    )


def tolerance_kind(row: int, unit: Unit | None, of_number: str, lists: Lists) -> str:
    """What the amount is of: the unit, a share of the target, or where the tolerance ends."""
    cell, then, words, ends = (
        here(h, row)
        for h in (
            Heading.TOLERANCE_CELL, Heading.TOLERANCE_THEN, Heading.TOLERANCE_WORDS,
            Heading.TOLERANCE_ENDS,
        )
    )  # fmt: skip
    typed, is_share = '"unit"', f'INDEX({lists.ends.whole(1)},{ends})="share"'
    if unit is not Unit.PERCENT:
        typed = f'IF({ends}="","unit",IF({is_share},"share","unit"))'
    return (
        f"IF({same(cell, then)},{as_read(here(Heading.TOLERANCE_KIND_READ, row))},"
        f"IF(ISNUMBER({cell}),{quoted(of_number)},"
        f'IF({words}="",{as_read(here(Heading.TOLERANCE_ELSE_KIND, row))},{typed})))'
    )


def tolerance(row: int) -> str:
    """The tolerance in the unit."""
    amount, kind, goal = (
        here(h, row)
        for h in (
            Heading.TOLERANCE_AMOUNT, Heading.TOLERANCE_KIND, Heading.TARGET,
        )
    )  # fmt: skip
    ends = f"ROUND(ABS({goal}-{amount}),12)"
    return (
        f'IF({amount}="","",IF({amount}={_SAY},{_SAY},IF({kind}="unit",{amount},'
        f'IF(ISNUMBER({goal}),IF({kind}="share",ABS({goal})*{amount},{ends}),""))))'
    )


def threshold_amount(row: int, number: str | None) -> str:
    """Where the tolerance ends by the cell of a threshold; what words typed there say is for the
    next refresh."""
    cell, then, words = (
        here(h, row)
        for h in (Heading.TOLERANCE_CELL, Heading.TOLERANCE_THEN, Heading.TOLERANCE_WORDS)
    )
    return (
        f"IF({same(cell, then)},{as_read(here(Heading.TOLERANCE_READ, row))},"
        f"IF(ISNUMBER({cell}),{number or _SAY},"
        f'IF({words}="",{as_read(here(Heading.TOLERANCE_ELSE, row))},{_SAY})))'
    )


def tolerance_to_words(row: int, *, below: bool, is_worse: bool, two_ends: bool) -> str:
    """The tolerance up to a threshold in words, while that stands on its side of the target; it may
    be missed by itself, and of two ends the farther one counts."""
    amount, kind, goal = (
        here(h, row) for h in (Heading.TOLERANCE_AMOUNT, Heading.TOLERANCE_KIND, Heading.TARGET)
    )
    itself = f"-IF({kind}={quoted(END_IN_WORDS)},1E-9,0)" if is_worse else ""
    side = f"{goal}>={amount}" if below else f"{goal}<={amount}"
    if two_ends:
        side = f"AND({side},{same(here(Heading.TARGET_CELL, row), here(Heading.TARGET_THEN, row))})"
    ends = f"ROUND(ABS({goal}-{amount}),12){itself}"
    by_words = f"IF(OR({kind}<>{quoted(END_IN_WORDS)},{side}),{ends},{_SAY})"
    return (
        f'IF({amount}="","",IF({amount}={_SAY},{_SAY},IF({kind}="unit",{amount},'
        f'IF(ISNUMBER({goal}),IF({kind}="share",ABS({goal})*{amount},{by_words}),""))))'
    )


# -- which way is good -----------------------------------------------------------------------


def good_is(row: int, lists: Lists, *, has_cell: bool) -> str:
    """Which way is good: by the rule, else the column, else the target's words, else as usual."""
    rule, cell, then, read, way, else_ = (
        here(h, row)
        for h in (
            Heading.GOOD_RULE, Heading.GOOD_CELL, Heading.GOOD_THEN, Heading.GOOD_READ,
            Heading.WAY, Heading.GOOD_ELSE,
        )
    )  # fmt: skip
    without = f'IF({way}<>"",{way},{as_read(else_)})'
    if not has_cell:
        return f'IF({rule}<>"",{rule},{without})'
    listed, means = lists.polarities.range(), lists.polarities.range(1)
    said = f"IFERROR(LOOKUP(2,1/({listed}=LOWER(TRIM({cell}))),{means}),{_SAY})"
    return (
        f'IF({rule}<>"",{rule},IF({same(cell, then)},IF({read}<>"",{read},{without}),'
        f'IF({cell}="",{without},{said})))'
    )
