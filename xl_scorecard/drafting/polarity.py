"""Which way is good, from what the workbook says or, failing that, from an indicator's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xl_scorecard.domain.amount import parse_target
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.polarity_words import parse_polarity
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.drafting.guess import Guess, Sure, quoted
from xl_scorecard.drafting.rows import Row, Said

# What goes wrong: more of it is worse. "not seen", "overdue" and the like turn a good thing round.
_NOT_DONE = re.compile(
    r"\b(not|no(?!\.| of\b)|without|never|overdue|late|missed|delayed|"
    r"unallocated|unmet|failed|incomplete|"
    r"out of time|outside(?: of)? time\w*)\b"
)
_LOW = re.compile(
    r"\b(wait(?:s|ed|ing)?|absences?|absentees?|absenteeism|sickness|re-?referr(?:als?|ed)|"
    r"repeat|vacanc(?:y|ies)|neets?|complaints?|costs?|overspends?|exclusions?|suspensions?|"
    r"turnover|agency (?:staff|workers?|spend)|arrears|debts?|missing|"
    r"re-?admissions?|re-?admitted|re-?offend\w*|"
    r"offend\w*|offences?|crimes?|accidents?|injur(?:y|ies)|deaths?|mortality|falls|errors?|"
    r"breaches|breakdowns?|breakdown|failures?|homeless\w*|evictions?|emissions|backlog|"
    r"stepped up|returning to care|second or subsequent|(?:three|3) or more placements|"
    r"upheld|delays?|obes\w+|smok\w+|poverty|unemploy\w+|dropped|problems|days to|days from|"
    r"time taken|days taken|days lost)\b"
)
_DONE_IN_TIME = re.compile(
    r"\b(?:seen|held|completed|decided|decisions?|reviewed|visited|answered|responded|responses?|"
    r"processed|determined|issued|assessments?|conferences?|reviews?|visits?|plans?|dealt with|"
    r"paid|repaired|collected|resolved)\b.*\b(?:within|in time\w*|on time|in a timely)\b"
)
_HIGH = re.compile(
    r"\b(within (?:the )?(?:statutory )?time\w*|in timescales?|in time|on time|timely|timeliness|"
    r"up[ -]to[ -]date|satisf\w+|seen|attendance|achiev\w+|attain\w*|passed|pass rate|"
    r"success\w*|immuni[sz]\w+|vaccinat\w+|uptake|take-?up|taking up|take up|recycl\w+|"
    r"compliance|compliant|resolved|sustained|permanen(?:t|cy) homes?|improved|goals? met|"
    r"met their|good or (?:better|outstanding)|reached by|stability|retention|retained|"
    r"allocated (?:a |case |social )*worker|qualif\w+|collected|collection rate|"
    r"in (?:education|employment|work|suitable accommodation))\b"
)


def guess_polarity(row: Row) -> Guess:
    """Good is high, low, plan or neither: from the column, the target, thresholds, the name."""
    return _from_column(row) or _from_target(row) or _from_thresholds(row) or _from_name(row)


def _from_column(row: Row) -> Guess | None:
    said = row.said(Role.POLARITY)
    found = parse_polarity(said.text) if said is not None else None
    if said is None or found is None:
        return None
    why = f"the column {quoted(said.heading)} says {quoted(said.text)}"
    return Guess(found.value, Sure.CERTAIN, why)


def _from_target(row: Row) -> Guess | None:
    target, place = row.measure.target, row.measure.target_cell
    if target is None or target.implies is None or place is None:
        return None
    said = row.read_from(place)
    words = f"the target says {quoted(said.text)}" if said is not None else "the target's wording"
    return Guess(target.implies.value, Sure.LIKELY, words)


def _from_thresholds(row: Row) -> Guess | None:
    target = row.said(Role.TARGET)
    aims = _ends(row, target)
    for said in row.all_said(Role.THRESHOLD):
        ends = _ends(row, said)
        if not aims or not ends or target is None:
            continue
        why = f"{quoted(said.heading)} is {{}} the target ({said.text} beside {target.text})"
        if max(ends) < min(aims):
            return Guess(Polarity.HIGH.value, Sure.LIKELY, why.format("below"))
        if min(ends) > max(aims):
            return Guess(Polarity.LOW.value, Sure.LIKELY, why.format("above"))
    return None


def _ends(row: Row, said: Said | None) -> Sequence[float]:
    """The figure or the range in a cell, for comparing with another cell of the row."""
    value = said.cell.value if said is not None else None
    if isinstance(value, float):
        return (value,)
    read = parse_target(value, row.measure.unit) if isinstance(value, str) else None
    if read is None:
        return ()
    return (read.value,) if read.upper is None else (read.value, read.upper)


def _from_name(row: Row) -> Guess:
    found = polarity_of_name(row.measure.name)
    if found is None:
        why = "high, low, plan or neither? nothing in the workbook says"
        return Guess(Polarity.HIGH.value, Sure.DECIDE, why)
    polarity, words = found
    return Guess(polarity.value, Sure.LIKELY, f"the name says {quoted(words)}")


def polarity_of_name(name: str) -> tuple[Polarity, str] | None:
    """What a name gives away, and by which words; None where it gives nothing or speaks both ways.

    Something not done in time is bad; something bad dealt with in time is good; otherwise only
    a name with words of one kind is taken at its word.
    """
    text = " ".join(name.casefold().replace("\u2019", "'").split())
    low, high = _LOW.search(text), _HIGH.search(text) or _DONE_IN_TIME.search(text)
    if (undone := _NOT_DONE.search(text)) is not None:
        return None if low is not None else (Polarity.LOW, undone[0])
    if (in_time := _DONE_IN_TIME.search(text)) is not None:
        return Polarity.HIGH, in_time[0]
    if low is not None and high is not None:
        return None
    if low is not None:
        return Polarity.LOW, low[0]
    return (Polarity.HIGH, high[0]) if high is not None else None
